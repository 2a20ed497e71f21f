/** Opens the page in a window of its own, in a browser of the Chromium family that is installed anyway. */
import { spawn, type ChildProcess } from 'node:child_process'
import { silentSwitches } from '../backend/pages/find-browser.ts'
import { prepareProfile } from './browser-profile.ts'

/** A screen to open a window on. */
export function hasDisplay(platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env): boolean {
  if (platform !== 'linux') return true
  return Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY'])
}

/** No name resolves but our own address: a page, an extension or the browser itself has nowhere to send anything. */
export function appWindowArguments(address: string, profileFolder: string, asRoot: boolean): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder}`,
    ...silentSwitches,
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--lang=zh-CN',
    // As root Chromium refuses to start with its sandbox; the second switch spares the writer the bar that says so.
    ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
  ]
}

/**
 * @param stop closes the browser.
 * @returns the browser's process: where no window of this profile was open, it lives as long as its windows.
 */
export function openAppWindow(browser: string, address: string, profileFolder: string, stop?: AbortSignal): ChildProcess {
  const asRoot = process.getuid?.() === 0
  // Later on the browser remembers the window's place itself, which a switch would override.
  const firstSize = prepareProfile(profileFolder) ? ['--start-maximized', '--window-position=0,0', '--window-size=1366,768'] : []
  const child = spawn(browser, [...appWindowArguments(address, profileFolder, asRoot), ...firstSize], {
    stdio: 'ignore',
    // On Linux the language of menus and dialogues comes from here, not from --lang.
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    ...(stop === undefined ? {} : { signal: stop }),
  })
  // Whoever waits for its end learns of a failed start; nobody else needs to.
  child.on('error', () => {})
  return child
}
