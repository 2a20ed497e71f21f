/**
 * The pages of the renderer as a fixed map, and the headers they travel with. Shared by both hosts that show pages, so
 * that a rule of the page's security cannot hold in one and be forgotten in the other.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export interface RendererFile {
  readonly body: Buffer
  readonly contentType: string
  /** A page gets a fresh nonce each time it is loaded. */
  readonly isPage: boolean
  /** Its address changes with its content: by a hash, or a font by its version. */
  readonly isHashed: boolean
}

/** From the path of an address ("/assets/index-1a2b3c4d.js") to the file. Nothing outside the map can be asked for. */
export type RendererFiles = ReadonlyMap<string, RendererFile>

export interface RendererAnswer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

const noncePlaceholder = '__NONCE__'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/** Reads every file of the built renderer. @throws where the folder or its index.html is missing: the build is not there. */
export async function readRendererFiles(folder: string): Promise<RendererFiles> {
  const files = new Map<string, RendererFile>()
  await readInto(files, folder, '')
  const index = files.get('/index.html')
  if (index === undefined) throw new Error('The renderer is not built: index.html is missing.')
  files.set('/', index)
  return files
}

// Not readdir's own recursion: inside an asar archive only the plain listing can be relied upon.
async function readInto(files: Map<string, RendererFile>, folder: string, path: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const entryPath = `${path}/${encodeURIComponent(entry.name)}`
    if (entry.isDirectory()) await readInto(files, join(folder, entry.name), entryPath)
    else if (entry.isFile() && !entry.name.endsWith('.map')) files.set(entryPath, await readRendererFile(join(folder, entry.name), entryPath))
  }
}

async function readRendererFile(file: string, path: string): Promise<RendererFile> {
  const extension = extname(file).toLowerCase()
  const isFont = path.startsWith('/fonts/')
  // 15 MB that most starts never need: a font's slice is read when it is asked for, and kept by the browser.
  const content = isFont ? { get body() { return readFileSync(file) } } : { body: await readFile(file) }
  return Object.assign(content, {
    contentType: contentTypes[extension] ?? 'application/octet-stream',
    isPage: extension === '.html',
    isHashed: /^\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(path) || /^\/fonts\/[^/]+-\d+\.\d+\.\d+\//.test(path),
  })
}

/** The file with its headers; a page with a nonce of its own. */
export function answerWithFile(file: RendererFile): RendererAnswer {
  const nonce = file.isPage ? randomBytes(16).toString('base64url') : undefined
  return {
    headers: {
      ...securityHeaders(nonce),
      'Content-Type': file.contentType,
      'Cache-Control': file.isPage ? 'no-store' : file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
    body: nonce === undefined ? file.body : Buffer.from(file.body.toString('utf8').replaceAll(noncePlaceholder, nonce)),
  }
}

/** What every answer carries, pages and errors alike. */
export function securityHeaders(nonce?: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': permissionsPolicy,
  }
}

function contentSecurityPolicy(nonce: string | undefined): string {
  const inline = nonce === undefined ? '' : ` 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src 'self'${inline}`,
    `style-src 'self'${inline}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

// Copying and pasting stay possible: an editor lives on them. All that looks, listens or reaches outside is off.
const permissionsPolicy = [
  'accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'gamepad', 'geolocation', 'gyroscope',
  'hid', 'idle-detection', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'publickey-credentials-get',
  'screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking',
].map((feature) => `${feature}=()`).join(', ')
