/** Installs what package-lock.json names, when it is not there yet, and makes sure that the project's own Node 24 runs. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, isStarted, nodeModules, projectNode, root, say } from './steps/places.mjs'
import { readStamp } from './steps/stamps.mjs'

const stampFile = join(nodeModules, '.zhenggao-stamp')
const npmQuietly = ['--loglevel=error', '--no-audit', '--no-fund', '--no-progress']

/** Quick when nothing changed: two small files are hashed. Ends the program with a plain message where it cannot be done. */
export function ensureInstalled() {
  const wanted = wantedHash()
  if (readStamp(stampFile) === `${wanted} ${nodeMark()}`) return
  if (!isInstalled()) {
    say('正在安装所需的组件，首次需要几分钟……')
    if (npm(['ci', ...npmQuietly]) !== 0) fail('组件没有装好。请检查网络或软件包来源后重试：npm ci')
  }
  ensureProjectNode()
  writeFileSync(stampFile, `${wanted} ${nodeMark()}\n`)
}

function wantedHash() {
  const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = description
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides, allowScripts]))
    .digest('hex')
}

/** An exchanged or broken binary is noticed without starting it. */
function nodeMark() {
  const stat = statSync(projectNode, { throwIfNoEntry: false })
  return stat === undefined ? 'none' : `${stat.size}-${Math.round(stat.mtimeMs)}`
}

/** Whether the installed packages, by npm's own record, are those of the lock file: an install made by hand is as good. */
function isInstalled() {
  const installed = readPackages(join(nodeModules, '.package-lock.json'))
  const locked = readPackages(join(root, 'package-lock.json'))
  if (installed === undefined || locked === undefined) return false
  const wanted = Object.entries(locked).filter(([path]) => path !== '')
  const isSame = (path, entry) => installed[path]?.version === entry.version || (entry.link === true && installed[path] !== undefined)
  const isComplete = wanted.every(([path, entry]) => isSame(path, entry) || (installed[path] === undefined && isOptional(entry)))
  return isComplete && Object.keys(installed).every((path) => Object.hasOwn(locked, path))
}

const isOptional = (entry) => entry.optional === true || entry.devOptional === true || entry.peer === true

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

// The package fetches the binary for this machine in an install script, which npm may have been told not to run.
function ensureProjectNode() {
  if (projectNodeRuns()) return
  const folder = join(nodeModules, 'node')
  if (existsSync(folder)) {
    say('正在安装 Node.js 24……')
    spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    if (projectNodeRuns()) return
  }
  fail('Node.js 24 没有装好。请检查网络或软件包来源，删除 node_modules 文件夹后重试：npm ci')
}

function projectNodeRuns() {
  const answer = spawnSync(projectNode, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return answer.status === 0 && answer.stdout.startsWith('v24.')
}

/** npm of the same installation where npm started us; else the one on PATH. */
function npm(args) {
  const own = process.env.npm_execpath
  const viaNode = own !== undefined && /npm-cli\.[cm]?js$/.test(own)
  const answer = viaNode
    ? spawnSync(process.execPath, [own, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (answer.error !== undefined) say(`npm 没能运行：${answer.error.message}`)
  return answer.status ?? 1
}

if (isStarted(import.meta.url)) ensureInstalled()
