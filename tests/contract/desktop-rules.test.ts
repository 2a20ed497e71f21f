/** The desktop's rules that need no Electron to run: what the page may load, where it may go, and how the window comes back. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App, CommandLine, MenuItemConstructorOptions, Session, WebContents } from 'electron'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readRendererFiles } from '../../electron/backend/files/renderer-files.ts'
import { answerRequest, isOwnAddress, registerAppScheme } from '../../electron/desktop/app-protocol.ts'
import { menuTemplate } from '../../electron/desktop/menu-template.ts'
import { isAllowedRequest, secureContents, secureSession, silenceChromium } from '../../electron/desktop/session-security.ts'
import { isReachable, readWindowState, writeWindowState } from '../../electron/desktop/window-state.ts'
import { nextZoomStep, toZoomStep } from '../../electron/desktop/zoom.ts'
import { writeRendererFolder } from '../support/hosts.ts'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'zhenggao-desktop-')) })
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Remembers what is set and listened to, by name; whatever else is called does nothing. */
function standIn<T>(): { readonly object: T; readonly given: Map<string, (...parameters: never[]) => unknown>; readonly calls: string[] } {
  const given = new Map<string, (...parameters: never[]) => unknown>()
  const calls: string[] = []
  const object: object = new Proxy({}, {
    get: (_target, name) => (name === 'webRequest' ? object : (...parameters: unknown[]) => {
      calls.push([String(name), ...parameters.filter((parameter) => typeof parameter !== 'function').map(String)].join(' '))
      const handler = parameters.at(-1)
      if (typeof handler === 'function') given.set(name === 'on' ? `on ${String(parameters[0])}` : String(name), handler as never)
    }),
  })
  return { object: object as T, given, calls }
}

const invoke = (handler: ((...parameters: never[]) => unknown) | undefined, ...parameters: unknown[]): unknown => handler?.(...(parameters as never[]))

describe('pages', () => {
  test('come from the file map with the same headers as over http', async () => {
    const renderer = await writeRendererFolder()
    const files = await readRendererFiles(renderer.folder)
    await renderer.remove()
    const answer = answerRequest(files, 'GET', 'app://zhenggao/')
    expect(answer.status).toBe(200)
    const nonce = /'nonce-([\w-]+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'none'
    expect(await answer.text()).toContain(`nonce="${nonce}"`)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    for (const address of ['app://other/', 'app://zhenggao/../secret', 'app://zhenggao/none', 'file:///etc/passwd', 'nonsense']) {
      expect(answerRequest(files, 'GET', address).status, address).toBe(404)
    }
    expect(answerRequest(files, 'POST', 'app://zhenggao/').status).toBe(404)
  })

  test('have a scheme of their own that may do nothing special', () => {
    const schemes: unknown[] = []
    registerAppScheme({ registerSchemesAsPrivileged: (list) => { schemes.push(...list) } })
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
  })

  test.each(['app://zhenggao/', 'app://zhenggao/#/drafts'])('%s may send messages', (address) => expect(isOwnAddress(address)).toBe(true))
  test.each([undefined, '', 'about:blank', 'app://zhenggao.evil/', 'app://other/', 'https://app://zhenggao/', 'file:///index.html'])('%s may not', (address) => {
    expect(isOwnAddress(address)).toBe(false)
  })
})

describe('the session', () => {
  test.each(['https://example.com/', 'http://127.0.0.1/', 'ws://127.0.0.1/', 'ftp://example.com/', 'file:///etc/passwd', 'chrome://settings', 'devtools://devtools/', 'blob:https://example.com/1', 'app://other/'])('%s is not loaded', (address) => {
    expect(isAllowedRequest(address, false)).toBe(false)
  })
  test.each(['app://zhenggao/assets/a.js', 'blob:app://zhenggao/1', 'data:image/png;base64,AA'])('%s is', (address) => expect(isAllowedRequest(address, false)).toBe(true))

  test('refuses permissions, devices, certificates, downloads and foreign requests', () => {
    const { object, given, calls } = standIn<Session>()
    secureSession(object, false)
    const answers: unknown[] = []
    const note = (answer: unknown): void => { answers.push(answer) }
    invoke(given.get('setPermissionRequestHandler'), null, 'clipboard-read', note)
    invoke(given.get('setCertificateVerifyProc'), {}, note)
    invoke(given.get('setDisplayMediaRequestHandler'), {}, note)
    invoke(given.get('onBeforeRequest'), { url: 'https://example.com/' }, note)
    invoke(given.get('onBeforeRequest'), { url: 'app://zhenggao/' }, note)
    expect(answers).toEqual([false, -2, null, { cancel: true }, { cancel: false }])
    expect(invoke(given.get('setPermissionCheckHandler'))).toBe(false)
    expect(invoke(given.get('setDevicePermissionHandler'))).toBe(false)
    expect(calls).toContain('setSpellCheckerEnabled false')
    expect(isPrevented((event) => invoke(given.get('on will-download'), event))).toBe(true)
  })

  test('lets no contents navigate, open windows or hold webviews', () => {
    const app = standIn<App>()
    secureContents(app.object)
    const contents = standIn<WebContents>()
    invoke(app.given.get('on web-contents-created'), {}, contents.object)
    expect(invoke(contents.given.get('setWindowOpenHandler'))).toEqual({ action: 'deny' })
    const goes = (name: string, url: string, isMainFrame = true): boolean => !isPrevented((event) => invoke(contents.given.get(`on ${name}`), Object.assign(event, { url, isMainFrame })))
    expect(goes('will-navigate', 'https://example.com/')).toBe(false)
    expect(goes('will-navigate', 'app://zhenggao/other.html')).toBe(false)
    expect(goes('will-navigate', 'app://zhenggao/')).toBe(true)
    expect(goes('will-frame-navigate', 'app://zhenggao/', false)).toBe(false)
    expect(goes('will-redirect', 'app://zhenggao/')).toBe(false)
    expect(goes('will-attach-webview', '')).toBe(false)
  })

  test('keeps Chromium from asking anyone anything', () => {
    const switches: string[] = []
    silenceChromium({ appendSwitch: (name: string) => { switches.push(name) } } as CommandLine)
    expect(switches).toEqual(expect.arrayContaining(['host-resolver-rules', 'disable-background-networking', 'disable-component-update', 'no-pings']))
  })
})

function isPrevented(act: (event: { preventDefault: () => void }) => unknown): boolean {
  let prevented = false
  act({ preventDefault: () => { prevented = true } })
  return prevented
}

describe('the menu', () => {
  const nothing = (): void => {}
  const template = (developing: boolean) => menuTemplate({
    developing, openExportFolder: nothing, openLogFolder: nothing, showAbout: nothing, setZoom: nothing, stepZoom: nothing, pressKey: nothing,
  })
  const items = (developing = false): readonly MenuItemConstructorOptions[] => template(developing).flatMap((menu) => menu.submenu as MenuItemConstructorOptions[])

  test('is Chinese throughout', () => {
    expect(template(false).map((menu) => menu.label)).toEqual(['文件(&F)', '编辑(&E)', '查看(&V)', '帮助(&H)'])
    for (const item of items(true)) if (item.type !== 'separator') expect(item.label).toMatch(/\p{Script=Han}/u)
  })

  test('leaves Ctrl+0 to Ctrl+5 to the editor', () => {
    expect(items(true).filter((item) => /[0-5]$/.test(String(item.accelerator ?? '').replace(/F\d+$/, '')))).toEqual([])
    expect(items(true).map((item) => item.role)).not.toContain('resetZoom')
  })

  test('has developer tools only while developing', () => {
    expect(items(false).map((item) => item.role)).not.toContain('toggleDevTools')
    expect(items(true).map((item) => item.role)).toContain('toggleDevTools')
  })
})

describe('the window', () => {
  const screens = [{ x: 0, y: 0, width: 1366, height: 728 }, { x: 1366, y: 0, width: 1920, height: 1040 }]
  const state = { bounds: { x: 100, y: 50, width: 1200, height: 700 }, maximized: true, zoom: 1.25 }

  test('remembers where it was', async () => {
    writeWindowState(folder, state)
    expect(readWindowState(folder)).toEqual(state)
  })

  test.each(['', '{', '[]', '{"bounds":{"x":0,"y":0,"width":5,"height":5},"maximized":false,"zoom":1}', '{"bounds":{"x":1e9}}'])('forgets the state %s', async (text) => {
    await writeFile(join(folder, 'window.json'), text)
    expect(readWindowState(folder)).toBeUndefined()
  })

  test('does not come back where no screen is any more', () => {
    expect(isReachable(state.bounds, screens)).toBe(true)
    expect(isReachable({ x: 2000, y: 10, width: 800, height: 600 }, screens)).toBe(true)
    expect(isReachable({ x: 2000, y: 10, width: 800, height: 600 }, screens.slice(0, 1))).toBe(false)
    expect(isReachable({ x: 10, y: -500, width: 800, height: 600 }, screens)).toBe(false)
    expect(isReachable({ x: 1300, y: 10, width: 800, height: 600 }, screens.slice(0, 1))).toBe(false)
  })

  test('is read at 100, 110 or 125 per cent', () => {
    expect([0.5, 1.04, 1.09, 1.2, 3].map(toZoomStep)).toEqual([1, 1, 1.1, 1.25, 1.25])
    expect([nextZoomStep(1, 'in'), nextZoomStep(1.1, 'in'), nextZoomStep(1.25, 'in'), nextZoomStep(1.25, 'out'), nextZoomStep(1, 'out')]).toEqual([1.1, 1.25, 1.25, 1.1, 1])
  })
})
