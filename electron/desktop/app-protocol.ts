/** The renderer's files under app://zhenggao, from the same fixed map and with the same headers as the local host. */
import type { Protocol } from 'electron'
import { answerWithFile, securityHeaders, type RendererFiles } from '../backend/files/renderer-files.ts'

const scheme = 'app'
const host = 'zhenggao'
export const pageOrigin = `${scheme}://${host}`
export const pageAddress = `${pageOrigin}/`

/** Must run before the app is ready. Secure and standard: the page then has an origin of its own and a working 'self'. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

export function serveAppScheme(protocol: Pick<Protocol, 'handle'>, files: RendererFiles): void {
  protocol.handle(scheme, (request) => answerRequest(files, request.method, request.url))
}

/** The answer to one request of the page. */
export function answerRequest(files: RendererFiles, method: string, address: string): Response {
  const file = method === 'GET' ? files.get(pathOf(address) ?? '') : undefined
  if (file === undefined) return new Response('没有这个页面。', { status: 404, headers: { ...securityHeaders(), 'Content-Type': 'text/plain; charset=utf-8' } })
  const { headers, body } = answerWithFile(file)
  return new Response(new Uint8Array(body), { status: 200, headers })
}

function pathOf(address: string): string | undefined {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${scheme}:` && url.host === host ? url.pathname : undefined
}

/** Whether an address is our own page: what may send messages, and what may be asked for. */
export function isOwnAddress(address: string | undefined): boolean {
  return address !== undefined && address.startsWith(pageAddress)
}
