/** The local host as a program: one per data folder, found again, ended cleanly, whatever the folder is called. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const program = join(root, 'dist', 'electron', 'local-host.js')

let folder: string
let started: ChildProcess[]

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
}, 60_000)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '整稿 资料 '))
  started = []
})

afterEach(async () => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

interface Started {
  readonly child: ChildProcess
  /** All it has said so far. */
  readonly said: () => string
  readonly ended: Promise<number | null>
}

function start(parameters: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): Started {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env
  const child = spawn(process.execPath, [program, '--data', folder, ...parameters], { env: { ...rest, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text })
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => code as number | null) }
}

async function addressOf(host: Started): Promise<string> {
  await expect.poll(host.said, { timeout: 10_000 }).toMatch(/^整稿已启动：http:\S+\n$/)
  return host.said().slice('整稿已启动：'.length).trim()
}

const infoOf = (address: string): Promise<Response> => ask(address, 'app.info')

async function ask(address: string, name: string): Promise<Response> {
  const { origin } = new URL(address)
  const welcome = await fetch(address, { redirect: 'manual' })
  return fetch(`${origin}/rpc`, {
    method: 'POST', body: JSON.stringify({ name, input: {} }),
    headers: { Cookie: welcome.headers.get('set-cookie')?.split(';')[0] ?? '', Origin: origin, 'Content-Type': 'application/json' },
  })
}

const noteOf = async (): Promise<{ pid: number; port: number; token: string }> => JSON.parse(await readFile(join(folder, 'host.json'), 'utf8'))

describe('a start without a display', () => {
  test('says one address, serves there, and ends cleanly when told', async () => {
    const host = start()
    const address = await addressOf(host)
    expect(await (await infoOf(address)).json()).toMatchObject({ ok: true, value: { host: 'local-host', dataFolder: folder, canChoosePath: false } })
    const note = await noteOf()
    expect(address).toBe(`http://127.0.0.1:${note.port}/?token=${note.token}`)
    expect(note.pid).toBe(host.child.pid)
    expect((await stat(join(folder, 'host.json'))).mode & 0o777).toBe(0o600)
    host.child.kill('SIGTERM')
    expect(await host.ended).toBe(0)
    await expect(stat(join(folder, 'host.json'))).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await readFile(join(folder, 'logs', 'zhenggao.log'), 'utf8')).toMatch(/local host started[\s\S]*stopped\n$/)
  })

  test('takes the port it is given', async () => {
    const probe = createServer().listen(0, '127.0.0.1')
    await once(probe, 'listening')
    const { port } = probe.address() as AddressInfo
    expect(await (start(['--port', String(port)])).ended).toBe(1)
    probe.close()
    await once(probe, 'close')
    expect(await addressOf(start(['--port', String(port)]))).toContain(`:${port}/`)
  })

  test.each([['--port', '80'], ['--port', 'x'], ['--what'], ['more']])('does not understand %s %s', async (...parameters) => {
    const host = start(parameters)
    expect(await host.ended).toBe(2)
    expect(host.said()).toContain('用法')
  })
})

describe('a second start', () => {
  test('finds the first', async () => {
    const address = await addressOf(start())
    const second = start()
    expect(await second.ended).toBe(0)
    expect(second.said()).toBe(`整稿已在运行：${address}\n`)
  })

  test('at the same moment does not make two', async () => {
    const hosts = [start(), start(), start()]
    await expect.poll(() => hosts.filter((host) => host.said().includes('\n')).length, { timeout: 15_000 }).toBe(3)
    expect(hosts.map((host) => host.said().split('：')[0]).sort()).toEqual(['整稿已启动', '整稿已在运行', '整稿已在运行'])
    expect(new Set(hosts.map((host) => host.said().split('：')[1])).size).toBe(1)
  })

  test('after a crash is found by the window that was open: same port, same token', async () => {
    const first = start()
    const address = await addressOf(first)
    first.child.kill('SIGKILL')
    await first.ended
    expect(await addressOf(start())).toBe(address)
  })

  test('after a crash, where another program has the port, has a token of its own', async () => {
    const first = start()
    const address = new URL(await addressOf(first))
    first.child.kill('SIGKILL')
    await first.ended
    const asked: string[] = []
    const other = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('{"proof":"no idea"}')
    }).listen(Number(address.port), '127.0.0.1')
    await once(other, 'listening')
    const next = new URL(await addressOf(start()))
    expect(next.port).not.toBe(address.port)
    expect(next.search).not.toBe(address.search)
    // The other program was asked who it is, and not shown the token.
    expect(asked).toHaveLength(1)
    expect(asked.join()).not.toContain(address.searchParams.get('token'))
    other.close()
  })

  test.each(['', '{', '{"pid":1,"port":1}', '{"pid":1,"port":70000,"token":"x"}'])('is not stopped by the note %s', async (text) => {
    await writeFile(join(folder, 'host.json'), text)
    await addressOf(start())
  })
})

describe('what is in the way', () => {
  test('a data folder that is a file is named in plain words', async () => {
    await rm(folder, { recursive: true })
    await writeFile(folder, '')
    const host = start()
    expect(await host.ended).toBe(1)
    expect(host.said()).toMatch(/^整稿没能启动：资料文件夹打不开/)
  })

  test('a library that another program holds', async () => {
    const hold = `const Database = require('better-sqlite3'); const d = new Database(process.argv[1]); d.pragma('locking_mode = EXCLUSIVE'); d.exec('create table t(x)'); console.log('held'); setTimeout(() => {}, 60000)`
    const holder = spawn(process.execPath, ['-e', hold, join(folder, 'zhenggao.db')], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    started.push(holder)
    await once(holder.stdout, 'data')
    const host = start()
    expect(await host.ended).toBe(1)
    expect(host.said()).toMatch(/^整稿没能启动：资料文件夹正被另一个整稿使用/)
  })
})

/** Does what a browser does with --app: opens the page, listens for a while, and is closed. */
const standInBrowser = `
  const { writeFileSync, existsSync } = require('node:fs')
  const parameters = process.argv.slice(2)
  const address = parameters.find((parameter) => parameter.startsWith('--app=')).slice('--app='.length)
  const profile = parameters.find((parameter) => parameter.startsWith('--user-data-dir=')).slice('--user-data-dir='.length)
  const { origin } = new URL(address)
  fetch(address, { redirect: 'manual' }).then(async (welcome) => {
    const Cookie = welcome.headers.get('set-cookie').split(';')[0]
    const stream = await fetch(origin + '/events', { headers: { Cookie } })
    writeFileSync(process.env.STAND_IN_RECORD, JSON.stringify({ parameters, profile, status: stream.status }))
    setTimeout(() => process.exit(0), Number(process.env.STAND_IN_LIFE))
  })
`

describe('a start with a display', () => {
  async function browserIn(life: number): Promise<NodeJS.ProcessEnv> {
    await writeFile(join(folder, 'browser.cjs'), standInBrowser)
    await writeFile(join(folder, 'chromium'), `#!/bin/sh\nexec "${process.execPath}" "${join(folder, 'browser.cjs')}" "$@"\n`)
    await chmod(join(folder, 'chromium'), 0o755)
    return { DISPLAY: ':0', PATH: `${folder}:${process.env['PATH'] ?? ''}`, STAND_IN_RECORD: join(folder, 'record.json'), STAND_IN_LIFE: String(life) }
  }
  const record = async (): Promise<{ parameters: string[]; profile: string; status: number }> => JSON.parse(await readFile(join(folder, 'record.json'), 'utf8'))

  test('opens a window of its own and ends with it', async () => {
    const host = start([], await browserIn(700))
    expect(await host.ended).toBe(0)
    expect(host.said()).toBe('')
    const { parameters, profile, status } = await record()
    expect(status).toBe(200)
    expect(profile).toBe(join(folder, 'browser-profile'))
    expect(parameters).toEqual(expect.arrayContaining(['--no-first-run', '--disable-background-networking', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']))
    expect(parameters.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
    await expect(stat(join(folder, 'host.json'))).rejects.toMatchObject({ code: 'ENOENT' })
  }, 30_000)

  test('stays while another window is connected', async () => {
    const host = start([], await browserIn(300))
    await expect.poll(async () => stat(join(folder, 'record.json')).then(() => true, () => false), { timeout: 10_000 }).toBe(true)
    const { port, token } = await noteOf()
    const other = new AbortController()
    await fetch(`http://127.0.0.1:${port}/events`, { headers: { Cookie: `zhenggao_${port}=${token}` }, signal: other.signal })
    await new Promise((resolve) => { setTimeout(resolve, 5000) })
    expect(host.child.exitCode).toBeNull()
    other.abort()
    expect(await host.ended).toBe(0)
  }, 30_000)

  test('closes the window when told to end', async () => {
    const host = start([], await browserIn(60_000))
    await expect.poll(async () => stat(join(folder, 'record.json')).then(() => true, () => false), { timeout: 10_000 }).toBe(true)
    host.child.kill('SIGTERM')
    expect(await host.ended).toBe(0)
  })

  test('says the address where the browser cannot start', async () => {
    const environment = await browserIn(0)
    await writeFile(join(folder, 'chromium'), '#!/bin/sh\nexit 1\n')
    const host = start([], environment)
    await expect.poll(host.said, { timeout: 10_000 }).toMatch(/浏览器没能打开窗口[\s\S]*整稿已启动：http/)
  })
})

describe('Z20 packages on the local host', () => {
  const pending = async (address: string) => ((await (await ask(address, 'packages.pending')).json()) as { readonly value: { readonly file: { readonly name: string } | null } }).value.file?.name

  test('Z20 one it is started with is given to the page; a second start hands its own over', async () => {
    for (const name of ['一.zgx', '二 件.zgx']) await writeFile(join(folder, name), name)
    const address = await addressOf(start([join(folder, '一.zgx')]))
    expect([await pending(address), await pending(address)]).toEqual(['一.zgx', undefined])
    const second = start([join(folder, '二 件.zgx')])
    expect(await second.ended).toBe(0)
    expect(second.said()).toBe(`整稿已在运行：${address}\n`)
    expect([await pending(address), await pending(address)]).toEqual(['二 件.zgx', undefined])
  })

  test('Z20 whoever cannot read the note in the data folder hands nothing over, and no request holds twice', async () => {
    const address = await addressOf(start())
    const { port, token } = await noteOf()
    const path = join(folder, '件.zgx')
    await writeFile(path, '件')
    const send = (body: object, headers: Readonly<Record<string, string>> = {}) => fetch(`http://127.0.0.1:${port}/hand-over`, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } })
    const said = (at = Date.now(), once = randomBytes(16).toString('hex'), key = token) => ({ paths: [path], at, once, proof: createHmac('sha256', key).update(`zhenggao hand-over:${JSON.stringify([[path], at, once])}`).digest('hex') })
    const cookie = (await fetch(address, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? ''
    for (const body of [{}, { paths: [path] }, { ...said(), proof: 'x' }, said(Date.now(), undefined, 'another token'), said(Date.now() - 60_000), { ...said(), paths: ['/etc/passwd.zgx'] }]) {
      expect((await send(body)).status).toBe(403)
      // The page's own cookie is not enough: no page names a path.
      expect((await send(body, { Cookie: cookie, Origin: new URL(address).origin })).status).toBe(403)
    }
    expect(await pending(address)).toBeUndefined()
    const once = said()
    expect([(await send(once)).status, (await send(once)).status]).toEqual([200, 403])
    expect(await pending(address)).toBe('件.zgx')
  })
})
