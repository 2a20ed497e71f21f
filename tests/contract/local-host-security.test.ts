/** Who may reach the local host: every rule with real sockets. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { proofOf } from '../../electron/local-host/guard.ts'
import { connectionOwner, isOtherUser } from '../../electron/local-host/same-user.ts'
import { startLocalHost, type LocalHost } from '../../electron/local-host/start-local-host.ts'
import { silentLog } from '../support/hosts.ts'
import { createMemoryBackend, type MemoryBackend } from '../support/memory-backend.ts'
import { rawRequest, type RawAnswer } from '../support/raw-http.ts'

let folder: string
let backend: MemoryBackend
let host: LocalHost
let authority: string
let cookie: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhenggao-host-'))
  const renderer = join(folder, '页面 pages')
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'outside the renderer')
  await writeFile(join(renderer, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="__NONCE__"><script type="module" nonce="__NONCE__" src="/assets/index-a1B2c3_4.js"></script>')
  await writeFile(join(renderer, 'assets', 'index-a1B2c3_4.js'), 'export {}')
  await writeFile(join(renderer, 'assets', 'index-a1B2c3_4.js.map'), '{}')
  await writeFile(join(renderer, 'assets', 'style-a1B2c3_4.css'), 'p{}')
  await writeFile(join(renderer, 'icon.svg'), '<svg/>')
  await symlink(join(folder, 'secret.txt'), join(renderer, 'link.txt'))
  backend = createMemoryBackend()
  host = await startLocalHost({ backend, rendererFolder: renderer, log: silentLog })
  authority = `127.0.0.1:${host.port}`
  cookie = `zhenggao_${host.port}=${host.token}`
})

afterAll(async () => {
  await host.close()
  await rm(folder, { recursive: true, force: true })
})

const get = (path: string, headers: readonly string[] = [`Cookie: ${cookie}`]): Promise<RawAnswer> =>
  rawRequest(host.port, [`GET ${path} HTTP/1.1`, `Host: ${authority}`, ...headers])

const goodCall = (): readonly string[] => [`Host: ${authority}`, `Origin: http://${authority}`, `Cookie: ${cookie}`, 'Content-Type: application/json']
const post = (body: string | Buffer, headers: readonly string[] = goodCall()): Promise<RawAnswer> =>
  rawRequest(host.port, ['POST /rpc HTTP/1.1', ...headers, `Content-Length: ${Buffer.byteLength(body)}`], body)
const echo = JSON.stringify({ name: 'echo', input: { text: '整改措施' } })

describe('H2 the token', () => {
  test('has 32 bytes and stands in the first address only', async () => {
    expect(Buffer.from(host.token, 'base64url')).toHaveLength(32)
    expect(host.address).toBe(`http://${authority}/?token=${host.token}`)
    const answer = await get(`/?token=${host.token}`, [])
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('/')
    expect(answer.headers.get('set-cookie')).toBe(`${cookie}; HttpOnly; SameSite=Strict; Path=/`)
    expect(answer.body).not.toContain(host.token)
  })

  test.each(['', 'x', 'A'.repeat(43)])('refuses the wrong token "%s"', async (token) => {
    const answer = await get(`/?token=${token}`, [])
    expect(answer.status).toBe(401)
    expect(answer.headers.has('set-cookie')).toBe(false)
  })

  test.each(['/', '/index.html', '/assets/index-a1B2c3_4.js', '/events', '/rpc', '/no-such-page'])('without it %s is closed', async (path) => {
    expect((await get(path, [])).status).toBe(401)
    expect((await get(path, [`Cookie: zhenggao_${host.port}=${'A'.repeat(43)}`])).status).toBe(401)
    expect((await get(path, [`Cookie: zhenggao=${host.token}`])).status).toBe(401)
  })

  test('a call without it never reaches the back end', async () => {
    const before = backend.calls.length
    expect((await post(echo, goodCall().filter((line) => !line.startsWith('Cookie')))).status).toBe(401)
    expect(backend.calls).toHaveLength(before)
  })

  test('is found among other cookies', async () => {
    expect((await get('/', [`Cookie: a=b; ${cookie}; c=d`])).status).toBe(200)
  })
})

describe('H2 the Host', () => {
  test.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1', 'LOCALHOST:80', '[::1]'])('%s gets 421', async (name) => {
    expect((await rawRequest(host.port, ['GET / HTTP/1.1', `Host: ${name}`, `Cookie: ${cookie}`])).status).toBe(421)
  })

  test('the right port under another name gets 421', async () => {
    expect((await rawRequest(host.port, ['GET / HTTP/1.1', `Host: localhost:${host.port}`, `Cookie: ${cookie}`])).status).toBe(421)
    expect((await rawRequest(host.port, ['GET /health HTTP/1.1', 'Host: evil.example'])).status).toBe(421)
  })

  test('two of them are refused, and so is none', async () => {
    expect((await rawRequest(host.port, ['GET / HTTP/1.1', `Host: ${authority}`, 'Host: evil.example', `Cookie: ${cookie}`])).status).toBe(421)
    expect((await rawRequest(host.port, ['GET / HTTP/1.1', `Cookie: ${cookie}`])).status).toBe(400)
  })

  test('only 127.0.0.1 is listened on', async () => {
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []).filter((one) => !one.internal && one.family === 'IPv4').map((one) => one.address)
    for (const address of [...others, '127.0.0.2', '::1']) await expect(reach(address), address).resolves.toBe(false)
  })
})

describe('H2 a call', () => {
  test('of our page is answered', async () => {
    const answer = await post(echo)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { text: '整改措施' } })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  test('shows by Sec-Fetch-Site alone that it is ours', async () => {
    const headers = goodCall().map((line) => (line.startsWith('Origin') ? 'Sec-Fetch-Site: same-origin' : line))
    expect((await post(echo, headers)).status).toBe(200)
  })

  const strangers = [
    ['another site', 'Origin: https://evil.example'],
    ['no site', 'Origin: null'],
    ['another port', 'Origin: http://127.0.0.1:1'],
    ['another name of this machine', 'Origin: http://localhost'],
    ['nobody known', 'X-Nothing: 1'],
  ] as const
  test.each(strangers)('from %s is refused', async (_who, line) => {
    const before = backend.calls.length
    const headers = goodCall().map((each) => (each.startsWith('Origin') ? line : each))
    expect((await post(echo, headers)).status).toBe(403)
    expect(backend.calls).toHaveLength(before)
  })

  test.each(['same-site', 'cross-site'])('marked %s by the browser is refused even with our Origin', async (site) => {
    expect((await post(echo, [...goodCall(), `Sec-Fetch-Site: ${site}`])).status).toBe(403)
    expect((await get('/', [`Cookie: ${cookie}`, `Sec-Fetch-Site: ${site}`])).status).toBe(403)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])('as %s gets 415', async (type) => {
    const headers = goodCall().map((line) => (line.startsWith('Content-Type') ? `Content-Type: ${type}` : line))
    expect((await post(echo, headers)).status).toBe(415)
  })

  test('without a content type gets 415; with a charset it is fine', async () => {
    expect((await post(echo, goodCall().filter((line) => !line.startsWith('Content-Type')))).status).toBe(415)
    expect((await post(echo, goodCall().map((line) => (line.startsWith('Content-Type') ? 'Content-Type: application/json; charset=utf-8' : line)))).status).toBe(200)
  })

  const broken = ['', '{', 'null', '[]', '{"name":1,"input":{}}', '{"name":"echo","input":{},"more":1}', JSON.stringify({ name: 'x'.repeat(81), input: {} })]
  test.each(broken)('with the body %s gets 400 and an envelope', async (body) => {
    const before = backend.calls.length
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
    expect(backend.calls).toHaveLength(before)
  })

  test('that is not UTF-8 gets 400', async () => {
    expect((await post(Buffer.concat([Buffer.from('{"name":"echo","input":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]))).status).toBe(400)
  })

  test('that makes the back end throw gets 500 and no details', async () => {
    const answer = await post(JSON.stringify({ name: 'throws', input: {} }))
    expect(answer.status).toBe(500)
    expect(answer.body).not.toContain('fault')
  })

  test('announced as larger than 80 MB gets 413 before it is sent', async () => {
    const answer = await rawRequest(host.port, ['POST /rpc HTTP/1.1', ...goodCall(), `Content-Length: ${80 * 1024 * 1024 + 1}`])
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'FILE_TOO_LARGE' } })
  })

  test('that grows larger than 80 MB without saying so gets 413', async () => {
    const piece = Buffer.alloc(1024 * 1024, 0x20)
    const chunk = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')])
    const answer = await rawRequest(host.port, ['POST /rpc HTTP/1.1', ...goodCall(), 'Transfer-Encoding: chunked'], Buffer.concat(Array.from({ length: 82 }, () => chunk)))
    expect(answer.status).toBe(413)
  })

  test('of 60 MB comes through', async () => {
    const text = 'A'.repeat(60 * 1024 * 1024)
    const answer = await fetch(`http://${authority}/rpc`, {
      method: 'POST', headers: { Cookie: cookie, Origin: `http://${authority}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'echo', input: text }),
    })
    expect(answer.status).toBe(200)
    expect((await answer.text()).length).toBeGreaterThan(text.length)
  })
})

describe('H2 other users of the machine', () => {
  test.runIf(process.platform === 'linux')('are told by the owner of the connection', async () => {
    const socket = connect({ host: '127.0.0.1', port: host.port })
    await once(socket, 'connect')
    const own = process.getuid?.()
    const peer = socket.localPort ?? 0
    expect(connectionOwner(peer, host.port)).toBe(own)
    expect(isOtherUser(peer, host.port, own)).toBe(false)
    // Seen from a third user, a connection of anybody but root is foreign.
    expect(isOtherUser(peer, host.port, 54_321)).toBe(own !== 0)
    expect(isOtherUser(1, host.port, 54_321)).toBe(false)
    socket.destroy()
  })

  // Both ends give up being root once everything is loaded, so that it does not matter who may read the project's folder.
  test.runIf(process.platform === 'linux' && process.getuid?.() === 0)('are cut off', async () => {
    const serving = spawn(process.execPath, ['--input-type=module', '-e', hostOfItsOwn, join(folder, '页面 pages')], { stdio: ['ignore', 'pipe', 'inherit'], cwd: process.cwd() })
    const [port] = await once(serving.stdout.setEncoding('utf8'), 'data') as [string]
    const ask = `process.setuid(+process.argv[1]); fetch('http://127.0.0.1:${Number(port)}/').then((answer) => process.exit(answer.status === 401 ? 0 : 1), () => process.exit(2))`
    const statusOf = (user: number): number | null => spawnSync(process.execPath, ['-e', ask, String(user)]).status
    expect([statusOf(65_534), statusOf(12_345), statusOf(0)]).toEqual([0, 2, 0])
    serving.kill()
  })
})

const hostOfItsOwn = `
  import { startLocalHost } from './electron/local-host/start-local-host.ts'
  const backend = { call: async () => ({ ok: true, value: 1 }), subscribe: () => () => {}, close: async () => {} }
  const host = await startLocalHost({ backend, rendererFolder: process.argv[1], log: { info() {}, error() {} } })
  process.setuid(65534)
  console.log(host.port)
`

describe('H2 methods', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE'])('%s gets 405', async (method) => {
    const answer = await rawRequest(host.port, [`${method} / HTTP/1.1`, ...goodCall(), 'Content-Length: 0'])
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, POST')
  })

  test('GET /rpc and POST / get 405', async () => {
    expect((await get('/rpc')).status).toBe(405)
    expect((await rawRequest(host.port, ['POST / HTTP/1.1', ...goodCall(), 'Content-Length: 0'])).status).toBe(405)
  })

  test('a preflight gets no permission of any kind', async () => {
    const answer = await rawRequest(host.port, ['OPTIONS /rpc HTTP/1.1', `Host: ${authority}`, 'Origin: https://evil.example', 'Access-Control-Request-Method: POST'])
    expect(answer.status).toBe(405)
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('files', () => {
  const types = [
    ['/', 'text/html; charset=utf-8', 'no-store'],
    ['/index.html', 'text/html; charset=utf-8', 'no-store'],
    ['/assets/index-a1B2c3_4.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/style-a1B2c3_4.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8', 'no-cache'],
  ] as const
  test.each(types)('%s is %s, cached %s', async (path, type, cache) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('cache-control')).toBe(cache)
  })

  const outside = [
    '/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..\\..\\secret.txt', '/link.txt',
    '/assets/', '/assets', '//index.html', '/index.html/', '/INDEX.HTML', '/index.html%00.js', '/assets/index-a1B2c3_4.js.map', '/__proto__', '/constructor',
    'http://evil.example/', '*',
  ]
  test.each(outside)('%s is not among them', async (path) => {
    const answer = await get(path)
    expect([400, 404]).toContain(answer.status)
    expect(answer.body).not.toContain('outside the renderer')
  })

  test('added after the start are not served', async () => {
    await writeFile(join(folder, '页面 pages', 'later.txt'), 'later')
    expect((await get('/later.txt')).status).toBe(404)
  })
})

describe('H2 headers', () => {
  test('a page gets a fresh nonce each time, in the policy and in the page', async () => {
    const answers = [await get('/'), await get('/')]
    const nonces = answers.map((answer) => /script-src 'self' 'nonce-([\w-]{22})'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '')
    expect(nonces[0]).not.toBe(nonces[1])
    answers.forEach((answer, index) => {
      expect(nonces[index]).toHaveLength(22)
      expect(answer.body.match(/nonce="([^"]+)"/g)).toEqual([`nonce="${nonces[index]}"`, `nonce="${nonces[index]}"`])
      expect(answer.body).not.toContain('__NONCE__')
      expect(answer.headers.get('content-security-policy')).toBe(
        `default-src 'none'; script-src 'self' 'nonce-${nonces[index]}'; style-src 'self' 'nonce-${nonces[index]}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      )
    })
  })

  test.each(['/', '/assets/index-a1B2c3_4.js', '/no-such-page', '/rpc', '/health', '/events'])('%s carries the security headers', async (path) => {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect([...headers.keys()].filter((name) => name.startsWith('access-control') || name === 'server' || name === 'x-powered-by')).toEqual([])
  })
})

describe('events', () => {
  beforeEach(async () => { await expect.poll(() => host.clients()).toBe(0) })

  test('reach every window that listens, and the count follows who is there', async () => {
    const windows = [new AbortController(), new AbortController()]
    const streams = await Promise.all(windows.map((window) => fetch(`http://${authority}/events`, { headers: { Cookie: cookie }, signal: window.signal })))
    expect(streams.map((stream) => stream.headers.get('content-type'))).toEqual(Array.from({ length: 2 }, () => 'text/event-stream; charset=utf-8'))
    await expect.poll(() => host.clients()).toBe(2)
    backend.emit({ type: 'job-progress', jobId: 'a', done: 0.5 })
    for (const stream of streams) expect(await readUntil(stream, '\n\ndata: ')).toContain('data: {"type":"job-progress","jobId":"a","done":0.5}')
    windows[0]?.abort()
    await expect.poll(() => host.clients()).toBe(1)
    windows[1]?.abort()
    await expect.poll(() => host.clients()).toBe(0)
  })
})

describe('health', () => {
  test('proves that the host holds the token, and tells nothing else', async () => {
    const challenge = 'ab'.repeat(32)
    const answer = await get(`/health?challenge=${challenge}`, [])
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ proof: proofOf(host.token, challenge) })
  })

  test.each(['', '?challenge=', '?challenge=zz', `?challenge=${'a'.repeat(65)}`])('refuses "%s"', async (query) => {
    expect((await get(`/health${query}`, [])).status).toBe(400)
  })
})

describe('the end', () => {
  test('closes streams and port, and leaves the back end to its owner', async () => {
    const own = createMemoryBackend()
    const second = await startLocalHost({ backend: own, rendererFolder: join(folder, '页面 pages'), log: silentLog })
    const stream = await fetch(`http://127.0.0.1:${second.port}/events`, { headers: { Cookie: `zhenggao_${second.port}=${second.token}` } })
    expect(own.listeners()).toBe(1)
    await second.close()
    expect(await stream.text()).toContain('retry: 1000')
    expect(own.listeners()).toBe(0)
    expect(own.isClosed()).toBe(false)
    expect(await reach('127.0.0.1', second.port)).toBe(false)
  })

  test('a given port is used, and a taken one is an error', async () => {
    const options = { backend, rendererFolder: join(folder, '页面 pages'), log: silentLog }
    await expect(startLocalHost({ ...options, port: host.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  test('a renderer that is not built is an error', async () => {
    await expect(startLocalHost({ backend, rendererFolder: join(folder, 'nothing'), log: silentLog })).rejects.toThrow()
    await expect(startLocalHost({ backend, rendererFolder: folder, log: silentLog })).rejects.toThrow('index.html')
  })
})

function reach(address: string, port = host.port): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 1000 })
    const end = (reached: boolean): void => {
      socket.destroy()
      resolve(reached)
    }
    socket.on('connect', () => end(true))
    socket.on('error', () => end(false))
    socket.on('timeout', () => end(false))
  })
}

async function readUntil(response: Response, mark: string): Promise<string> {
  let text = ''
  const chunks = (response.body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()).pipeThrough(new TextDecoderStream())
  // The connection stays open after the look.
  for await (const chunk of chunks.values({ preventCancel: true })) {
    text += chunk
    if (text.includes(mark) && text.endsWith('\n\n')) return text
  }
  return text
}
