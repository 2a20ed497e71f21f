/** `npm start`: installs and builds what is missing, then opens the program in the best way this machine has. */
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureDebianPackages } from './debian.mjs'
import { ensureInstalled } from './install.mjs'
import { findElectron } from './steps/electron.mjs'
import { root, say } from './steps/places.mjs'
import { run, runProjectNode } from './steps/run.mjs'
import { parseStartOptions, usage } from './steps/start-options.mjs'

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)
const dataOption = (options) => (options.data === undefined ? [] : ['--data', options.data])

async function main() {
  const options = parseStartOptions(process.argv.slice(2))
  if (options.problem !== undefined) {
    process.stderr.write(`${options.problem}\n\n${usage}`)
    return 2
  }
  if (options.help) {
    process.stdout.write(usage)
    return 0
  }
  if (options.host === 'desktop' && !hasDisplay) {
    say('这里没有图形界面，打不开桌面程序。去掉 --desktop 可在浏览器中使用。')
    return 1
  }
  ensureInstalled()
  await ensureBuilt()
  return start(options)
}

async function start(options) {
  const electron = options.host === 'browser' || !hasDisplay ? undefined : await findElectron({ force: options.host === 'desktop' })
  if (options.host === 'desktop' && electron === undefined) {
    say('没有取得 Electron，桌面程序打不开。请连上软件包来源后重试，或去掉 --desktop 在浏览器中使用。')
    return 1
  }
  if (electron !== undefined) {
    const code = await startDesktop(electron, options)
    // Ended by a signal of its own: this system cannot run it (a missing library, a forbidden sandbox). The browser can.
    if (code < 128 || options.host === 'desktop') return code
    say('桌面程序在这台机器上运行不了，改用浏览器。')
  }
  return startLocalHost(options)
}

function startDesktop(electron, options) {
  const asRoot = process.getuid?.() === 0
  return run(electron, [...(asRoot ? ['--no-sandbox'] : []), root, ...dataOption(options), ...options.packages])
}

function startLocalHost(options) {
  if (hasDisplay) ensureDebianPackages(['chromium', 'fonts-noto-cjk'])
  const port = options.port === undefined ? [] : ['--port', options.port]
  return runProjectNode([join(root, 'dist', 'electron', 'local-host.js'), ...dataOption(options), ...port, ...options.packages])
}

process.exitCode = await main()
