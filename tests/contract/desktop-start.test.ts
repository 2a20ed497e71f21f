/** The built desktop program, started for real against a stand-in for Electron: what it asks of Electron, and in which order. */
import { fork, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const standIn = new URL('../support/stand-in-electron.mjs', import.meta.url).href
const page = 'app://zhenggao/'

type Step = readonly [name: string, ...details: readonly unknown[]]
interface Desktop {
  readonly act: (act: string, parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>
  readonly call: (name: string, input: unknown, from?: { readonly url?: string; readonly isChild?: boolean }) => Promise<unknown>
  readonly sent: readonly unknown[]
  /** Resolves with all steps when the program has ended. */
  readonly ended: Promise<readonly Step[]>
}

let folder: string
let children: ChildProcess[]

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { encoding: 'utf8' })
  if (built.status !== 0) throw new Error(built.stderr)
}, 60_000)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), '整稿 桌面 '))
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

function start(environment: NodeJS.ProcessEnv = {}, words: readonly string[] = []): Desktop {
  const child = fork(join(root, 'dist', 'electron', 'desktop.js'), ['--data', join(folder, '资料'), ...words], { execArgv: ['--import', standIn], env: { ...process.env, ...environment } })
  children.push(child)
  const waiting = new Map<number, (answer: unknown) => void>()
  const sent: unknown[] = []
  let steps: readonly Step[] = []
  let next = 0
  child.on('message', (message: { id?: number; answer?: unknown; sent?: unknown; steps?: readonly Step[] }) => {
    if (message.sent !== undefined) sent.push(message.sent)
    else if (message.steps !== undefined) steps = message.steps
    else waiting.get(message.id ?? -1)?.(message.answer)
  })
  const act: Desktop['act'] = (name, parameters) => new Promise((resolve) => {
    next += 1
    waiting.set(next, resolve)
    child.send({ id: next, act: name, parameters })
  })
  return {
    act, sent,
    call: (name, input, from = {}) => act('call', { name, input, url: page, ...from }),
    ended: once(child, 'exit').then(() => steps),
  }
}

async function startWithWindow(environment?: NodeJS.ProcessEnv, words?: readonly string[]): Promise<Desktop> {
  const desktop = start(environment, words)
  await expect.poll(async () => (await desktop.act('steps') as readonly Step[]).some(([name]) => name === 'menu'), { timeout: 10_000 }).toBe(true)
  return desktop
}
const stepsOf = (steps: readonly Step[], name: string): readonly Step[] => steps.filter((step) => step[0] === name)

describe('the desktop program', () => {
  test('shuts the ways out before it is ready, and opens one locked window', async () => {
    const desktop = await startWithWindow()
    const steps = await desktop.act('steps') as readonly Step[]
    const order = steps.map(([name]) => name)
    for (const early of ['scheme', 'enableSandbox', 'switch', 'setPath']) expect(order.indexOf(early), early).toBeLessThan(order.indexOf('ready'))
    expect(order.indexOf('onBeforeRequest')).toBeLessThan(order.indexOf('window'))
    expect(stepsOf(steps, 'setPath')).toEqual([['setPath', 'userData', join(folder, '资料')], ['setPath', 'sessionData', join(folder, '资料', 'desktop-profile')]])
    expect(stepsOf(steps, 'window')).toHaveLength(1)
    expect(stepsOf(steps, 'window')[0]?.[1]).toMatchObject({
      title: '整稿', show: false,
      webPreferences: {
        preload: join(root, 'dist', 'electron', 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false, webviewTag: false, webSecurity: true, spellcheck: false, navigateOnDragDrop: false,
      },
    })
    expect(existsSync(join(root, 'dist', 'electron', 'preload.cjs'))).toBe(true)
    expect(stepsOf(steps, 'windowOpen')).toEqual([['windowOpen', { action: 'deny' }]])
    expect(stepsOf(steps, 'load')).toEqual([['load', page]])
    expect(await desktop.act('page', { url: page })).toMatchObject({ status: 200, policy: expect.stringContaining("default-src 'none'") as string })
  })

  test('answers its own page only', async () => {
    const desktop = await startWithWindow()
    expect(await desktop.call('app.info', {})).toMatchObject({ ok: true, value: { host: 'desktop', canChoosePath: true, dataFolder: join(folder, '资料') } })
    for (const from of [{ url: 'https://example.com/' }, { url: 'file:///index.html' }, { isChild: true }]) {
      expect(await desktop.call('app.info', {}, from)).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
    }
  })

  test('does the work: a draft is stored, the window hears of it, the file goes where the dialogue says', async () => {
    const target = join(folder, '导出 一.docx')
    const desktop = await startWithWindow({ STAND_IN_SAVE: target })
    const created = await desktop.call('drafts.create', { kind: 'team-plan' }) as { readonly value: { readonly draftId: string } }
    await expect.poll(() => desktop.sent).toContainEqual(['zhenggao:event', { type: 'library-changed' }])
    const exported = await desktop.call('exports.word', { draftId: created.value.draftId, target: { kind: 'choose' }, ifExists: 'ask' })
    expect(exported).toMatchObject({ ok: true, value: { path: target } })
    expect((await readFile(target)).subarray(0, 2).toString()).toBe('PK')
    const { value } = exported as { readonly value: { readonly token: string } }
    expect(await desktop.call('exports.reveal', { token: value.token })).toMatchObject({ ok: true })
    expect(await desktop.act('steps')).toContainEqual(['reveal', target])
  })

  test('remembers the window, and closes the library before it ends', async () => {
    const desktop = await startWithWindow()
    await desktop.call('drafts.create', { kind: 'team-plan' })
    await desktop.act('emit', { target: 'window', name: 'close' })
    void desktop.act('emit', { target: 'app', name: 'window-all-closed' })
    expect((await desktop.ended).at(-1)).toEqual(['exit', 0])
    expect(JSON.parse(await readFile(join(folder, '资料', 'window.json'), 'utf8'))).toEqual({ bounds: { x: 10, y: 20, width: 1000, height: 700 }, maximized: true, zoom: 1.1 })
    expect(existsSync(join(folder, '资料', 'zhenggao.db-wal'))).toBe(false)

    const again = await startWithWindow()
    const steps = await again.act('steps') as readonly Step[]
    expect(stepsOf(steps, 'window')[0]?.[1]).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 })
    expect(stepsOf(steps, 'maximize')).toHaveLength(1)
    await again.act('emit', { target: 'contents', name: 'did-finish-load' })
    expect(await again.act('steps')).toContainEqual(['zoom', 1.1])
  })

  test('brings its window to the front when started again, and the second one ends', async () => {
    const desktop = await startWithWindow()
    await desktop.act('emit', { target: 'app', name: 'second-instance', details: [['zhenggao'], folder, { packages: [] }] })
    expect((await desktop.act('steps') as readonly Step[]).slice(-2)).toEqual([['show'], ['focus']])
    expect((await start({ STAND_IN_SECOND: '1' }).ended).at(-1)).toEqual(['exit', 0])
  })

  test('says in plain words why it cannot start', async () => {
    await writeFile(join(folder, '资料'), 'not a folder')
    const steps = await start().ended
    expect(stepsOf(steps, 'errorBox')).toEqual([['errorBox', '整稿没能启动', expect.stringContaining('资料文件夹打不开')]])
    expect(steps.at(-1)).toEqual(['exit', 1])
  })
})

describe('P25 paper on the desktop', () => {
  const draftIn = async (desktop: Desktop) => ((await desktop.call('drafts.create', { kind: 'team-plan' })) as { readonly value: { readonly draftId: string } }).value.draftId
  const selection = { range: '1', sides: 'all', reverse: false }

  test('P25 a PDF comes from a window out of sight that runs nothing, and goes where the dialogue says', async () => {
    const target = join(folder, '导出.pdf')
    const desktop = await startWithWindow({ STAND_IN_SAVE: target })
    expect(await desktop.call('prints.abilities', {})).toEqual({ ok: true, value: { pdf: true, print: true } })
    const draftId = await draftIn(desktop)
    expect(await desktop.call('exports.pdf', { jobId: 'j', draftId, layout: null, selection, target: { kind: 'choose' }, ifExists: 'ask' })).toMatchObject({ ok: true, value: { path: target, pages: 1 } })
    expect(await readFile(target, 'latin1')).toContain('%PDF')
    const steps = await desktop.act('steps') as readonly Step[]
    expect(stepsOf(steps, 'window')[1]?.[1]).toMatchObject({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, devTools: false } })
    expect(stepsOf(steps, 'window')[1]?.[1]).not.toHaveProperty('webPreferences.preload')
    expect(stepsOf(steps, 'load')[1]).toEqual(['load', expect.stringMatching(/^app:\/\/zhenggao\/pages\/[\w-]{36}$/), { userAgent: 'Zhenggao' }])
    const [, status, policy, html] = stepsOf(steps, 'pages')[0] as readonly [string, number, string, string]
    expect(status).toBe(200)
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('script-src')
    expect(html).toContain('app://zhenggao/fonts/fonts.css')
    expect(html.match(/<section/g)?.length).toBe(1)
    expect(stepsOf(steps, 'printToPDF')[0]?.[1]).toMatchObject({ preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false })
    // The window and its document are gone.
    expect(stepsOf(steps, 'destroy')).toHaveLength(1)
    expect(await desktop.act('page', { url: stepsOf(steps, 'load')[1]![1] as string })).toMatchObject({ status: 404 })
  })

  test.each([['', { ok: true, value: { printed: true, faces: 1 } }], ['Print job canceled', { ok: true, value: { printed: false } }], ['Print job failed', { ok: false, error: { code: 'PRINT_FAILED' } }]])('P25 the system’s dialogue prints; it said “%s”', async (answer, expected) => {
    const desktop = await startWithWindow({ STAND_IN_PRINT: answer })
    const draftId = await draftIn(desktop)
    expect(await desktop.call('prints.start', { jobId: 'j', draftIds: [draftId], layout: null, selection })).toMatchObject(expected)
    const steps = await desktop.act('steps') as readonly Step[]
    expect(stepsOf(steps, 'print')).toEqual([['print', { silent: false, printBackground: true, margins: { marginType: 'none' } }]])
    expect(stepsOf(steps, 'destroy')).toHaveLength(1)
  })
})

describe('Z20 packages on the desktop', () => {
  const file = (name: string) => join(folder, name)
  const given = async (desktop: Desktop) => desktop.call('packages.pending', {})
  const offeredOf = (desktop: Desktop) => desktop.sent.filter((one) => JSON.stringify(one).includes('package-offered')).length

  test('Z20 one it is started with is given to the page, by its name only, and once', async () => {
    await writeFile(file('来件 一.zgx'), '一')
    const desktop = await startWithWindow({}, [file('来件 一.zgx'), file('别的.docx')])
    expect(await given(desktop)).toEqual({ ok: true, value: { file: { name: '来件 一.zgx', contentBase64: Buffer.from('一').toString('base64') } } })
    expect(await given(desktop)).toEqual({ ok: true, value: { file: null } })
  })

  test('Z20 a second start hands its own to the first, which comes to the front; macOS sends an event', async () => {
    for (const name of ['二.zgx', '三.zgx', '四.zgx']) await writeFile(file(name), name)
    const desktop = await startWithWindow()
    const second = await start({ STAND_IN_SECOND: '1' }, [file('二.zgx')]).ended
    expect(stepsOf(second, 'lock')).toEqual([['lock', { packages: [file('二.zgx')] }]])
    expect(second.at(-1)).toEqual(['exit', 0])
    await desktop.act('emit', { target: 'app', name: 'second-instance', details: [['zhenggao', '--allow-file-access-from-files'], folder, { packages: [file('二.zgx')] }] })
    expect((await desktop.act('steps') as readonly Step[]).slice(-2)).toEqual([['show'], ['focus']])
    await expect.poll(() => offeredOf(desktop)).toBe(1)
    // One of another make of the program, without what it found itself.
    await desktop.act('emit', { target: 'app', name: 'second-instance', details: [['zhenggao', '--switch', '三.zgx'], folder, undefined] })
    await desktop.act('emit', { target: 'app', name: 'open-file', details: [file('四.zgx')] })
    const names: unknown[] = []
    for (let count = 0; count < 4; count += 1) names.push(((await given(desktop)) as { readonly value: { readonly file: { readonly name: string } | null } }).value.file?.name)
    expect(names).toEqual(['二.zgx', '三.zgx', '四.zgx', undefined])
  })
})
