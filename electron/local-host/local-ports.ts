/** What this host can do for the back end: no dialogue of its own, but it can show a file in its folder. */
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { defaultExportFolder } from '../backend/files/standard-folders.ts'
import { browserPdfPorts } from '../backend/pages/browser-pdf.ts'
import type { OfferedFiles } from '../backend/files/offered-files.ts'
import { findBrowser } from '../backend/pages/find-browser.ts'
import type { Ports } from '../backend/ports.ts'
import { hasDisplay } from './browser.ts'

/** Some openers stay for as long as the folder is shown; one that has not failed by then has opened it. */
const patienceMilliseconds = 4000

/** @param rendererFolder the built renderer, which has the fonts. */
export function createLocalPorts(rendererFolder: string, offered: OfferedFiles): Ports {
  return { host: 'local-host', offered, revealFile, exportFolder: defaultExportFolder(), ...browserPdfPorts(findBrowser(), rendererFolder) }
}

async function revealFile(path: string): Promise<void> {
  if (!hasDisplay()) throw new Error('there is no display')
  // Explorer reports failure even where it worked.
  if (process.platform === 'win32') return run('explorer.exe', [`/select,"${path}"`], { verbatim: true, anyCode: true })
  if (process.platform === 'darwin') return run('open', ['-R', path])
  return run('xdg-open', [dirname(path)])
}

function run(command: string, parameters: readonly string[], how: { readonly verbatim?: boolean; readonly anyCode?: boolean } = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: 'ignore', detached: true, windowsVerbatimArguments: how.verbatim ?? false })
    child.unref()
    const timer = setTimeout(resolve, patienceMilliseconds)
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('exit', (code) => {
      clearTimeout(timer)
      if (code === 0 || how.anyCode === true) resolve()
      else reject(new Error(`${command} ended with ${String(code)}`))
    })
  })
}
