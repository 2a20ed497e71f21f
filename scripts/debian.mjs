/**
 * Makes sure that Debian packages are there (Debian, UOS, Kylin and others of the family).
 *
 *   node scripts/debian.mjs chromium fonts-noto-cjk
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { isStarted, say } from './steps/places.mjs'

/** Commands that make a package unnecessary: another build of the same program serves as well. */
const substitutes = {
  'chromium': ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'uos-browser', 'browser', 'qaxbrowser-safe'],
  'libreoffice-writer-nogui': ['soffice'],
  'libreoffice-calc-nogui': ['localc', 'oocalc'],
  'poppler-utils': ['pdftotext'],
}

/** @returns {boolean} whether all are there now. Where not, one line has told what to do. */
export function ensureDebianPackages(names) {
  if (process.platform !== 'linux') return true
  const missing = names.filter((name) => !isThere(name))
  if (missing.length === 0) return true
  const isRoot = process.getuid?.() === 0
  if (isRoot && hasCommand('apt-get') && install(missing)) return true
  const command = `${isRoot ? '' : 'sudo '}apt-get install -y --no-install-recommends ${missing.join(' ')}`
  say(`缺少系统软件包，请运行 / Missing system packages, please run: ${command}`)
  return false
}

function isThere(name) {
  if (substitutes[name]?.some(hasCommand) === true) return true
  // Any complete Chinese font serves; a system in Chinese has one.
  if (name.startsWith('fonts-') && name !== 'fonts-liberation' && hasChineseFont()) return true
  const answer = spawnSync('dpkg-query', ['-W', '-f=${db:Status-Status}', name], { encoding: 'utf8', timeout: 10_000 })
  return answer.status === 0 && answer.stdout === 'installed'
}

function hasChineseFont() {
  const answer = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8', timeout: 20_000 })
  return answer.status === 0 && answer.stdout.trim() !== ''
}

export function hasCommand(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return existsSync(join(folder, name))
    } catch {
      return false
    }
  })
}

function install(names) {
  say(`正在安装系统软件包：${names.join(' ')}`)
  const apt = (args) => spawnSync('apt-get', ['-qq', ...args], {
    encoding: 'utf8', timeout: 600_000, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  apt(['update'])
  const answer = apt(['install', '-y', '--no-install-recommends', ...names])
  if (answer.status !== 0) say(answer.stderr?.trim().split('\n').slice(-3).join('\n') ?? '')
  return answer.status === 0
}

if (isStarted(import.meta.url)) process.exitCode = ensureDebianPackages(process.argv.slice(2)) ? 0 : 1
