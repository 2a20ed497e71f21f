/** Serves the renderer and the back end to a browser on this machine, and to nobody else. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Backend } from '../../shared/contract/backend.ts'
import { answerWithFile, readRendererFiles, securityHeaders, type RendererFiles } from '../backend/files/renderer-files.ts'
import type { Log } from '../backend/ports.ts'
import { answerCall } from './answer-call.ts'
import { createEventStream, type EventStream } from './event-stream.ts'
import { createAccess, holdsToken, isSameSecret, proofOf, refuseForeign, sessionCookie, type Access } from './guard.ts'
import { answerHandOver, handOverPath } from './hand-over.ts'
import { isOtherUser } from './same-user.ts'
import { send, sendJson, sendText } from './send.ts'

export interface LocalHostOptions {
  readonly backend: Backend
  /** The built renderer. */
  readonly rendererFolder: string
  /** A free one where absent. */
  readonly port?: number
  /** A new one where absent. */
  readonly token?: string
  readonly log: Log
  /** Where a second start's files go. */
  readonly offer?: (paths: readonly string[]) => void
}

export interface LocalHost {
  /** The first address to open; it carries the token, which the browser then keeps as a cookie. */
  readonly address: string
  readonly token: string
  readonly port: number
  /** Windows that listen for events at this moment. */
  readonly clients: () => number
  /** Stops serving. The back end stays open: it belongs to the caller. */
  readonly close: () => Promise<void>
}

interface Site {
  readonly access: Access
  readonly backend: Backend
  readonly files: RendererFiles
  readonly events: EventStream
  readonly log: Log
  readonly offer: (paths: readonly string[]) => void
}

/** @throws where the renderer is not built or the port is taken (EADDRINUSE). */
export async function startLocalHost(options: LocalHostOptions): Promise<LocalHost> {
  const files = await readRendererFiles(options.rendererFolder)
  const token = options.token ?? randomBytes(32).toString('base64url')
  const server = createServer()
  const port = await listen(server, options.port ?? 0)
  const access = createAccess(port, token)
  const events = createEventStream(options.backend)
  const site: Site = { access, backend: options.backend, files, events, log: options.log, offer: options.offer ?? (() => {}) }
  server.on('connection', (socket) => { if (isOtherUser(socket.remotePort ?? 0, port)) socket.destroy() })
  server.on('request', (request, response) => {
    response.on('error', () => response.destroy())
    answer(site, request, response).catch((error: unknown) => {
      options.log.error('request failed', { error })
      if (response.headersSent) response.destroy()
      else sendText(response, 500, '整稿出了意外，请重试。')
    })
  })
  options.log.info('local host started', { port })
  return {
    address: `http://${access.authority}/?token=${token}`,
    token,
    port,
    clients: events.clients,
    close: () => {
      events.close()
      return stop(server)
    },
  }
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refuseForeign(request, site.access)
  if (refusal !== undefined) return sendText(response, refusal.status, refusal.message)
  const [path = '', query = ''] = splitOnce(request.url ?? '')
  const parameters = new URLSearchParams(query)
  if (path === '/health' && request.method === 'GET') return answerHealth(site, parameters, response)
  if (path === handOverPath && request.method === 'POST') return answerHandOver(site, request, response)
  const offered = path === '/' && request.method === 'GET' ? parameters.get('token') : null
  if (offered !== null) return welcome(site.access, offered, response)
  if (!holdsToken(request, site.access)) return sendText(response, 401, '请用启动整稿时给出的完整地址打开，或重新启动整稿。')

  if (path === '/rpc') {
    return request.method === 'POST' ? answerCall(site, request, response) : sendText(response, 405, '不支持这种请求。')
  }
  if (request.method !== 'GET') return sendText(response, 405, '不支持这种请求。')
  if (path === '/events') return openEvents(site.events, parameters, response)
  const file = site.files.get(path)
  if (file === undefined) return sendText(response, 404, '没有这个页面。')
  const { headers, body } = answerWithFile(file)
  send(response, 200, headers, body)
}

/** Turns the token of the first address into a cookie and cleans the address, so that the token is in no history. */
function welcome(access: Access, offered: string, response: ServerResponse): void {
  if (!isSameSecret(offered, access.token)) return sendText(response, 401, '这个地址已经失效，请重新启动整稿。')
  send(response, 302, { 'Set-Cookie': sessionCookie(access), Location: '/' }, '')
}

function answerHealth(site: Site, parameters: URLSearchParams, response: ServerResponse): void {
  const challenge = parameters.get('challenge') ?? ''
  if (!/^[0-9a-f]{32,64}$/.test(challenge)) return sendText(response, 400, '缺少口令。')
  sendJson(response, 200, { proof: proofOf(site.access.token, challenge) })
}

function openEvents(events: EventStream, parameters: URLSearchParams, response: ServerResponse): void {
  const clientId = parameters.get('client') ?? ''
  response.writeHead(200, { ...securityHeaders(), 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' })
  events.open(response, /^[\w-]{1,64}$/.test(clientId) ? clientId : undefined)
}

function splitOnce(url: string): readonly string[] {
  const mark = url.indexOf('?')
  return mark === -1 ? [url] : [url.slice(0, mark), url.slice(mark + 1)]
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Lets running answers finish for a moment, then cuts what is left. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 2000)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
