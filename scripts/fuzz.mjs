/** `npm run fuzz`: damaged files through the readers; see tests/fuzz/main.ts. */
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { root } from './steps/places.mjs'
import { runProjectNode } from './steps/run.mjs'

ensureInstalled()
await ensureBuilt(['electron'])
process.exitCode = await runProjectNode([join(root, 'tests', 'fuzz', 'main.ts'), ...process.argv.slice(2)])
