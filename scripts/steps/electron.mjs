/** Electron's binary: there, to be had, or known to be out of reach. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeModules, projectNode, say } from './places.mjs'
import { run } from './run.mjs'

const patienceSeconds = 20
/** Asked for by name, it may take as long as a slow line needs. */
const patienceWhenAsked = 900

const defaultPlaces = { folder: join(nodeModules, 'electron'), record: join(nodeModules, '.zhenggao-electron.json'), node: projectNode }

/**
 * @param options.force try again even where it failed before.
 * @returns {Promise<string | undefined>} the path of the binary.
 */
export async function findElectron({ force = false, places = defaultPlaces } = {}) {
  const installed = installedBinary(places.folder)
  if (installed !== undefined) return installed
  const version = versionOf(places.folder)
  if (version === undefined) return undefined
  if (!force && failedBefore(places.record, version)) return undefined
  say('正在取得 Electron……')
  const fetched = await fetchBinary(places, force ? patienceWhenAsked : patienceSeconds) ? installedBinary(places.folder) : undefined
  if (fetched === undefined) writeFileSync(places.record, `${JSON.stringify({ version, failedAt: new Date().toISOString() })}\n`)
  else rmSync(places.record, { force: true })
  return fetched
}

function installedBinary(folder) {
  try {
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

function versionOf(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}

function failedBefore(record, version) {
  try {
    return JSON.parse(readFileSync(record, 'utf8')).version === version
  } catch {
    return false
  }
}

async function fetchBinary(places, seconds) {
  try {
    const code = await run(places.node, [join(places.folder, 'install.js')], { cwd: places.folder, stdio: 'ignore', timeout: seconds * 1000, killSignal: 'SIGKILL' })
    return code === 0
  } catch {
    return false
  }
}
