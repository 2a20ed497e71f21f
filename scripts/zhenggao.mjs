/** `npm run zhenggao -- …`: the command line. What the scripts say goes to stderr, so that its output can be piped. */
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { callerFolder, root } from './steps/places.mjs'
import { runProjectNode } from './steps/run.mjs'

ensureInstalled()
await ensureBuilt(['electron'])
process.exitCode = await runProjectNode([join(root, 'dist', 'electron', 'command-line.js'), ...process.argv.slice(2)], {
  cwd: callerFolder('zhenggao'),
})
