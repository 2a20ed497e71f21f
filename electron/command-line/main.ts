/** Entry of the third host. */
import { dirname, join } from 'node:path'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defaultDataFolder } from '../backend/files/standard-folders.ts'
import { runCommand } from './run.ts'

// The same place whether bundled (dist/electron) or run from source (electron/command-line): two levels up.
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const bundled = !import.meta.url.endsWith('.ts')
const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

const exitCode = await runCommand(process.argv.slice(2), {
  resourcesFolder: join(root, 'resources'),
  rendererFolder: join(root, 'dist', 'renderer'),
  version,
  workerUrl: new URL(bundled ? './worker.js' : '../backend/jobs/worker.ts', import.meta.url),
  defaultDataFolder: defaultDataFolder(),
}, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
// Not process.exit: a pipe must take all that was written first.
process.exitCode = exitCode
