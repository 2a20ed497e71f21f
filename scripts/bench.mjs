/** `npm run bench`: the measurements. */
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root } from './steps/places.mjs'
import { runProjectNode } from './steps/run.mjs'

ensureInstalled()
process.exitCode = await runProjectNode([join(root, 'tests', 'bench', 'main.ts'), ...process.argv.slice(2)])
