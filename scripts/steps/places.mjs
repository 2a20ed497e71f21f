/** Where things stand. Plain JavaScript, also for Node 20: these scripts run before anything is installed. */
import { realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')
export const nodeModules = join(root, 'node_modules')

/** The Node 24 that the project brings along as an npm package. */
export const projectNode = join(nodeModules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Whether a module was started itself, not imported. */
export function isStarted(moduleUrl) {
  // The path as typed may lead through a link; the module's own address never does.
  return process.argv[1] !== undefined && fileURLToPath(moduleUrl) === realpathSync(resolve(process.argv[1]))
}

/** Where the caller stands: paths on the command line are meant from there, while npm itself moves to the project's folder. */
export function callerFolder(scriptName) {
  const viaNpm = process.env.npm_lifecycle_event === scriptName && process.env.INIT_CWD !== undefined
  return viaNpm ? process.env.INIT_CWD : process.cwd()
}

/** What the scripts themselves say goes to stderr: stdout belongs to the program they start. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

export function fail(line, code = 1) {
  say(line)
  process.exit(code)
}
