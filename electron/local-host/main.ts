/** Entry of the local host. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openLogFile } from '../backend/files/log-file.ts'
import { defaultDataFolder } from '../backend/files/standard-folders.ts'
import { findBrowser } from '../backend/pages/find-browser.ts'
import { hasDisplay } from './browser.ts'
import { parseHostOptions, usage } from './options.ts'
import { runHost } from './run-host.ts'

// The sources and the build stand equally deep, so the same steps lead to the same places.
const root = fileURLToPath(new URL('../../', import.meta.url))
const workerUrl = new URL(import.meta.url.endsWith('.ts') ? '../backend/jobs/worker.ts' : './worker.js', import.meta.url)

async function main(parameters: readonly string[]): Promise<number> {
  const options = parseHostOptions(parameters)
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${usage}`)
    return 2
  }
  if (options.help) {
    process.stdout.write(usage)
    return 0
  }
  const dataFolder = options.dataFolder ?? defaultDataFolder()
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const log = openLogFile(join(dataFolder, 'logs'))
  process.on('uncaughtExceptionMonitor', (error) => log.error('uncaught', { stack: error.stack }))
  return runHost({
    dataFolder,
    port: options.port,
    packages: options.packages,
    browser: options.openWindow && hasDisplay() ? findBrowser() : undefined,
    rendererFolder: join(root, 'dist', 'renderer'),
    resourcesFolder: join(root, 'resources'),
    version: readVersion(),
    workerUrl,
    log,
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  })
}

function readVersion(): string {
  const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
  return description.version
}

/** What a start can run into, in the writer's words. */
function explain(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return '这个端口正被别的程序使用，请换一个端口或不指定端口。'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') return '资料文件夹打不开：没有权限或位置不存在。内容未作改动。'
  return error instanceof Error ? error.message : String(error)
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`整稿没能启动：${explain(error)}\n`)
    process.exit(1)
  },
)
