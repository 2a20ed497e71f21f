/** Electron's binary is fetched once, and a failure is remembered so that later starts do not wait for it. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

interface Places {
  readonly folder: string
  readonly record: string
  readonly node: string
}
const { findElectron } = await import(new URL('../../scripts/steps/electron.mjs', import.meta.url).href) as {
  findElectron: (options: { readonly force?: boolean; readonly places: Places }) => Promise<string | undefined>
}

let base: string
let places: Places

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), '整稿 electron '))
  places = { folder: join(base, 'electron'), record: join(base, 'record.json'), node: process.execPath }
  await mkdir(places.folder)
  await writeVersion('45.0.0')
})
afterEach(() => rm(base, { recursive: true, force: true }))

const writeVersion = (version: string): Promise<void> => writeFile(join(places.folder, 'package.json'), JSON.stringify({ version }))

/** Counts its runs and does what the test says. */
const writeInstaller = (act: string): Promise<void> => writeFile(join(places.folder, 'install.js'), `
  const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs')
  appendFileSync('runs', 'x')
  ${act}
`)
const succeed = `mkdirSync('dist'); writeFileSync('dist/electron', ''); writeFileSync('path.txt', 'electron')`
const runs = async (): Promise<number> => (existsSync(join(places.folder, 'runs')) ? (await readFile(join(places.folder, 'runs'), 'utf8')).length : 0)

test('is fetched once', async () => {
  await writeInstaller(succeed)
  expect(await findElectron({ places })).toBe(join(places.folder, 'dist', 'electron'))
  expect(await findElectron({ places })).toBe(join(places.folder, 'dist', 'electron'))
  expect(await runs()).toBe(1)
  expect(existsSync(places.record)).toBe(false)
})

test('that cannot be had is not waited for again', async () => {
  await writeInstaller('process.exit(1)')
  expect(await findElectron({ places })).toBeUndefined()
  expect(JSON.parse(await readFile(places.record, 'utf8'))).toMatchObject({ version: '45.0.0' })
  expect(await findElectron({ places })).toBeUndefined()
  expect(await runs()).toBe(1)
})

test('is tried again for a new version, and when asked for', async () => {
  await writeInstaller('process.exit(1)')
  await findElectron({ places })
  await findElectron({ places, force: true })
  expect(await runs()).toBe(2)
  await writeVersion('45.0.1')
  await findElectron({ places })
  expect(await runs()).toBe(3)
  await writeInstaller(succeed)
  expect(await findElectron({ places, force: true })).toBeDefined()
  expect(existsSync(places.record)).toBe(false)
})

test('is not there where the package is not', async () => {
  await rm(places.folder, { recursive: true })
  expect(await findElectron({ places })).toBeUndefined()
  expect(existsSync(places.record)).toBe(false)
})
