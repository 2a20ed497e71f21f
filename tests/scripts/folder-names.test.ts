/** The scripts work wherever the project was put, and do nothing twice. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '整稿 项目 & (1) '))
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'scripts', 'shared', 'electron', 'renderer', 'resources']) await cp(join(root, name), join(folder, name), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (script: string, ...args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [join(folder, 'scripts', script), ...args], { encoding: 'utf8', cwd: tmpdir(), timeout: 60_000 })

test('the command line is built once, says its own on stderr and passes output and exit code through', () => {
  const first = run('zhenggao.mjs', 'help')
  expect(first.stderr).toContain('正在生成程序')
  expect(first.status).toBe(0)
  const second = run('zhenggao.mjs', 'help')
  expect(second.stderr).toBe('')
  expect(second.stdout).toBe(first.stdout)
  expect(run('zhenggao.mjs', 'no-such-command').status).toBe(2)
})

test('a change of a source, and only that, builds again', async () => {
  expect(run('build.mjs').stderr).toContain('正在生成页面')
  expect(run('build.mjs').stderr).toBe('')
  const page = join(folder, 'renderer', 'index.html')
  await writeFile(page, `${await readFile(page, 'utf8')}<!-- -->`)
  const again = run('build.mjs').stderr
  expect(again).toContain('页面')
  expect(again).not.toContain('程序')
})

test('a build that fails says where, and leaves the last good one', async () => {
  const source = join(folder, 'electron', 'local-host', 'main.ts')
  await writeFile(source, `import './not-there.ts'\n${await readFile(source, 'utf8')}`)
  const before = await readFile(join(folder, 'dist', 'electron', 'local-host.js'), 'utf8')
  const failed = run('build.mjs')
  expect(failed.status).toBe(1)
  expect(failed.stderr).toContain('electron/local-host/main.ts')
  expect(failed.stderr).not.toContain('    at ')
  expect(await readFile(join(folder, 'dist', 'electron', 'local-host.js'), 'utf8')).toBe(before)
})
