/** The renderer's files under app://zhenggao, from the same fixed map and with the same headers as the local host. */
import type { Protocol } from 'electron'
import { answerWithFile, securityHeaders, type RendererFiles } from '../backend/files/renderer-files.ts'
import type { PageDocuments } from './page-documents.ts'

const scheme = 'app'
const host = 'zhenggao'
export const pageOrigin = `${scheme}://${host}`
export const pageAddress = `${pageOrigin}/`

/** Must run before the app is ready. Secure and standard: the page then has an origin of its own and a working 'self'. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

export function serveAppScheme(protocol: Pick<Protocol, 'handle'>, files: RendererFiles, documents: PageDocuments): void {
  protocol.handle(scheme, (request) => answerPages(documents, request.method, request.url) ?? answerRequest(files, request.method, request.url))
}

/** A document of pages runs no script and takes nothing but the program's fonts. */
const pagesPolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The answer where a document of pages is asked for. */
export function answerPages(documents: PageDocuments, method: string, address: string): Response | undefined {
  const html = method === 'GET' ? documents.get(pathOf(address) ?? '') : undefined
  return html === undefined ? undefined : new Response(html, { status: 200, headers: { ...securityHeaders(), 'Content-Security-Policy': pagesPolicy, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } })
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
