/** A browser of the Chromium family that is installed anyway: it shows our windows and makes our PDF files. */
import { isExecutable, programPaths } from '../files/find-program.ts'

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
  return programPaths(linuxCandidates, environment)
}

/** The browser's own habits of talking to its maker are off. */
export const silentSwitches: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-proxy-server',
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
]
