/**
 * Who may ask. Another program of this machine, another user of it, or a page open in the same browser can all reach a port of
 * 127.0.0.1; only the holder of the token is let in, and only with requests our own page would make.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What this server is called and what opens it. */
export interface Access {
  /** "127.0.0.1:43210", the only Host accepted: a name that was re-pointed at 127.0.0.1 (DNS rebinding) is refused. */
  readonly authority: string
  readonly token: string
  /** Cookies of 127.0.0.1 are shared by all its ports, so the port is part of the name. */
  readonly cookieName: string
}

export interface Refusal {
  readonly status: number
  readonly message: string
}

export function createAccess(port: number, token: string): Access {
  return { authority: `127.0.0.1:${port}`, token, cookieName: `zhenggao_${port}` }
}

export const originOf = (access: Access): string => `http://${access.authority}`

/** Rules for every request. */
export function refuseForeign(request: IncomingMessage, access: Access): Refusal | undefined {
  const hosts = request.headersDistinct['host'] ?? []
  if (hosts.length !== 1 || hosts[0] !== access.authority) return { status: 421, message: '地址不对：只接受本机的整稿地址。' }
  if (request.method !== 'GET' && request.method !== 'POST') return { status: 405, message: '不支持这种请求。' }
  const origin = request.headers.origin
  if (origin !== undefined && origin !== originOf(access)) return { status: 403, message: '请求不是从整稿的页面发出的。' }
  // Another port of 127.0.0.1 is the "same site" to a browser and would be given our cookie.
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403, message: '请把启动整稿时给出的地址复制到浏览器的地址栏中打开。' }
  return undefined
}

/** Rules for a call: it must show that our page sent it, and be JSON, which no foreign page can send unasked. */
export function refuseCall(request: IncomingMessage, access: Access): Refusal | undefined {
  const isOurs = request.headers.origin === originOf(access) || request.headers['sec-fetch-site'] === 'same-origin'
  if (!isOurs) return { status: 403, message: '请求不是从整稿的页面发出的。' }
  const contentType = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (contentType !== 'application/json') return { status: 415, message: '请求的内容类型不对。' }
  return undefined
}

export function holdsToken(request: IncomingMessage, access: Access): boolean {
  const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim())
  const prefix = `${access.cookieName}=`
  return cookies.some((cookie) => cookie.startsWith(prefix) && isSameSecret(cookie.slice(prefix.length), access.token))
}

export function sessionCookie(access: Access): string {
  return `${access.cookieName}=${access.token}; HttpOnly; SameSite=Strict; Path=/`
}

/** Compares in constant time, whatever the lengths. */
export function isSameSecret(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}

/**
 * The answer to "are you the host that wrote this token?". The asker sends a random challenge, never the token: by then the
 * port may belong to another program.
 */
export function proofOf(token: string, challenge: string): string {
  return createHmac('sha256', token).update(`zhenggao:${challenge}`).digest('hex')
}
