/**
 * Builds the renderer and the electron part into dist/, each only when its sources changed.
 *
 *   node scripts/build.mjs [renderer] [electron] [--force]
 *
 * Vite needs a newer Node than these scripts, so the work itself is done by a second run under the project's Node 24.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { fail, isStarted, projectNode, root, say } from './steps/places.mjs'
import { runProjectNode } from './steps/run.mjs'
import { hashOf, readStamp } from './steps/stamps.mjs'

const dist = join(root, 'dist')
const common = ['shared', 'package-lock.json', 'scripts/build.mjs', 'scripts/steps/bundle.mjs', 'scripts/steps/fonts.mjs', 'scripts/steps/licences.mjs', 'tsconfig.json']
const parts = {
  renderer: { sources: ['renderer', ...common], result: 'index.html', title: '页面' },
  electron: { sources: ['electron', ...common], result: 'local-host.js', title: '程序' },
}

const stampFile = (part) => join(dist, `.${part}-stamp`)

function isFresh(part, hash) {
  return readStamp(stampFile(part)) === hash && existsSync(join(dist, part, parts[part].result))
}

/** Builds the named parts where needed. Ends the program where a build fails; its own messages tell why. */
export async function ensureBuilt(names = Object.keys(parts), { force = false } = {}) {
  const stale = names.filter((name) => force || !isFresh(name, hashOf(parts[name].sources)))
  if (stale.length === 0) return
  say(`正在生成${stale.map((name) => parts[name].title).join('和')}……`)
  // Quiet on stdout: it belongs to the program that is started afterwards. A test runner's NODE_ENV must not make it a development build.
  const code = await runProjectNode([join(root, 'scripts', 'build.mjs'), '--build', ...stale], { stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } })
  if (code !== 0) fail('没有生成成功，原因见上面的信息。')
}

/** Builds beside and exchanges at the end, so that a failed or broken-off build leaves the last good one. */
async function build(name) {
  const { bundle } = await import('./steps/bundle.mjs')
  const hash = hashOf(parts[name].sources)
  const fresh = join(dist, `.${name}-${process.pid}`)
  mkdirSync(dist, { recursive: true })
  try {
    await bundle(name, fresh)
    rmSync(stampFile(name), { force: true })
    rmSync(join(dist, name), { recursive: true, force: true, maxRetries: 3 })
    renameSync(fresh, join(dist, name))
    writeFileSync(stampFile(name), `${hash}\n`)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

if (isStarted(import.meta.url)) {
  const args = process.argv.slice(2)
  const names = args.filter((arg) => Object.hasOwn(parts, arg))
  if (args[0] === '--build') {
    try {
      for (const name of names) await build(name)
    } catch (error) {
      // The bundler's message names file and line; its stack names only the bundler.
      fail(error instanceof Error ? error.message : String(error))
    }
  } else {
    ensureInstalled()
    if (!existsSync(projectNode)) fail('缺少 Node.js 24。')
    await ensureBuilt(names.length > 0 ? names : undefined, { force: args.includes('--force') })
  }
}
