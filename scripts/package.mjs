/**
 * `npm run package`: installers of this machine's system, into release/. Needs a connection, for Electron and the tools that
 * make installers. Further arguments go to electron-builder ("--win", "--linux --arm64", "--dir").
 */
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { nodeModules, root } from './steps/places.mjs'
import { runProjectNode } from './steps/run.mjs'

ensureInstalled()
await ensureBuilt()
process.exitCode = await runProjectNode([
  join(nodeModules, 'electron-builder', 'cli.js'), '--config', join(root, 'electron-builder.yml'), '--publish', 'never', ...process.argv.slice(2),
])
