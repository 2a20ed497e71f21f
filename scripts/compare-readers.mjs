/** `npm run compare-readers`: the table in docs/reading.md made anew; see tests/compare-readers/main.ts. */
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root } from './steps/places.mjs'
import { runProjectNode } from './steps/run.mjs'

ensureInstalled()
process.exitCode = await runProjectNode([join(root, 'tests', 'compare-readers', 'main.ts'), ...process.argv.slice(2)])
