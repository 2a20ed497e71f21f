/** Where things stand on different systems, and which browser is used how. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultDataFolder, defaultExportFolder } from '../../electron/backend/files/standard-folders.ts'
import { prepareProfile } from '../../electron/local-host/browser-profile.ts'
import { findBrowser } from '../../electron/backend/pages/find-browser.ts'
import { appWindowArguments, hasDisplay } from '../../electron/local-host/browser.ts'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'zhenggao-around-')) })
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('folders', () => {
  test('of the library, by system', () => {
    expect(defaultDataFolder('linux', {})).toBe(join(homedir(), '.local', 'share', 'zhenggao'))
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/zhenggao')
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: 'relative' })).toBe(join(homedir(), '.local', 'share', 'zhenggao'))
    expect(defaultDataFolder('win32', { APPDATA: join('C:', 'Roaming') })).toBe(join('C:', 'Roaming', '整稿'))
  })

  test('of exports is one of our own', () => {
    expect(defaultExportFolder()).toMatch(/整稿导出$/)
  })
})

describe('the browser', () => {
  test('is the first of the family on PATH', async () => {
    expect(findBrowser('linux', { PATH: folder })).toSatisfy((path: string | undefined) => path === undefined || path.startsWith('/opt/'))
    for (const name of ['google-chrome', 'chromium']) {
      await writeFile(join(folder, name), '')
      expect(findBrowser('linux', { PATH: `:.:${folder}` })).not.toBe(join(folder, name))
      await chmod(join(folder, name), 0o755)
      expect(findBrowser('linux', { PATH: `:.:${folder}` })).toBe(join(folder, name))
    }
  })

  test('is looked for in the usual places of Windows', () => {
    expect(findBrowser('win32', { ProgramFiles: join(folder, 'none') })).toBeUndefined()
  })

  test('has its sandbox for everybody but root', () => {
    expect(appWindowArguments('http://127.0.0.1:1/', '/profile', false)).not.toContain('--no-sandbox')
    expect(appWindowArguments('http://127.0.0.1:1/', '/profile', true)).toContain('--no-sandbox')
  })

  test('reaches no network but this machine', () => {
    expect(appWindowArguments('http://127.0.0.1:1/', '/profile', false)).toEqual(expect.arrayContaining(['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--no-proxy-server', '--disable-background-networking']))
  })

  test('starts with a profile that offers nothing, written once', async () => {
    expect(prepareProfile(join(folder, '资料', 'profile'))).toBe(true)
    const file = join(folder, '资料', 'profile', 'Default', 'Preferences')
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ translate: { enabled: false }, credentials_enable_service: false })
    await writeFile(file, '{}')
    expect(prepareProfile(join(folder, '资料', 'profile'))).toBe(false)
    expect(await readFile(file, 'utf8')).toBe('{}')
  })

  test('needs a display on Linux', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('win32', {})).toBe(true)
  })
})
