/** Opens the page in a window of its own, in a browser of the Chromium family that is installed anyway. */
import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { prepareProfile } from './browser-profile.ts'

/** Names on PATH, most suitable first. UOS ships "browser", Kylin the Qianxin browser. */
const linuxCandidates: readonly string[] = [
  'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge',
  'uos-browser-stable', 'uos-browser', 'browser', 'qaxbrowser-safe-stable', 'qaxbrowser-safe', 'browser360-cn-stable', 'browser360-cn',
  '/opt/google/chrome/google-chrome', '/opt/apps/org.deepin.browser/files/org.deepin.browser', '/opt/qaxbrowser/qaxbrowser-safe', '/opt/browser360/browser360-cn',
]

const windowsCandidates: readonly string[] = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
]

const macCandidates: readonly string[] = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** @returns the path of the first one found. */
export function findBrowser(platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return candidatePaths(platform, environment).find(isExecutable)
}

function candidatePaths(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'darwin') return macCandidates
  if (platform === 'win32') {
    const roots = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? [])
    return windowsCandidates.flatMap((candidate) => roots.map((root) => `${root}\\${candidate}`))
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  return linuxCandidates.flatMap((candidate) => (isAbsolute(candidate) ? [candidate] : folders.map((folder) => join(folder, candidate))))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A screen to open a window on. */
export function hasDisplay(platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env): boolean {
  if (platform !== 'linux') return true
  return Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY'])
}

/**
 * The browser's own habits of talking to its maker are off, and no name resolves but our own address: a page, an extension or
 * the browser itself has nowhere to send anything.
 */
export function appWindowArguments(address: string, profileFolder: string, asRoot: boolean): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--no-proxy-server',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--disable-background-networking',
    '--disable-background-mode',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,MediaRouter,OptimizationHints,Translate',
    '--metrics-recording-only',
    '--no-pings',
    '--no-service-autorun',
    '--password-store=basic',
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
