/**
 * Packs the program as on a connected machine, with a stand-in for Electron's own files, and looks at what would be installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorkerPool } from '../../electron/backend/jobs/worker-pool.ts'
import { sourceText } from '../../shared/recognition/source.ts'
import { wordTemplate } from '../support/word-template.ts'
import { buildDocx, plain } from '../word/build-docx.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** What Electron's binary carries before its switches: the mark @electron/fuses looks for. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** As a fresh Electron comes: run-as-node, no cookie encryption, NODE_OPTIONS, inspect, no integrity, any folder, no snapshot, file:// rights, wasm traps. */
const wireAsShipped = '101100011'

let folder: string
let output: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhenggao-package-'))
  await writeStandIn(join(folder, 'electron'))
  run([join(root, 'scripts', 'build.mjs')])
  run([
    join(root, 'node_modules', 'electron-builder', 'cli.js'), '--linux', '--x64', '--dir', '--publish', 'never', '--config', join(root, 'electron-builder.yml'),
    `-c.electronDist=${join(folder, 'electron')}`, `-c.directories.output=${join(folder, 'release')}`,
  ])
  output = join(folder, 'release', 'linux-unpacked')
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the installed program', () => {
  test('holds the built files and nothing of the sources', async () => {
    const files = await listArchive()
    for (const file of ['/package.json', '/dist/electron/desktop.js', '/dist/electron/preload.cjs', '/dist/renderer/index.html', '/node_modules/better-sqlite3/lib/index.js']) {
      expect(files).toContain(file)
    }
    const odd = files.filter((file) => !/^\/(package\.json|dist(\/electron(\/(desktop|worker|chunk-[\w-]+)\.js|\/preload\.cjs|\/third-party-licences\.txt)?|\/renderer(\/.*)?)?|node_modules(\/better-sqlite3(\/.*)?)?)$/.test(file))
    expect(odd).toEqual([])
    expect(files.filter((file) => /\.(tsx?|map|c|h|cpp|test\.\w+)$/.test(file))).toEqual([])
  })

  test('starts at the desktop host, as a module', async () => {
    const description = JSON.parse(readArchived('package.json')) as Record<string, unknown>
    expect(description).toMatchObject({ main: 'dist/electron/desktop.js', type: 'module', productName: '整稿' })
    expect(Object.keys(description['dependencies'] as object)).toEqual(['better-sqlite3'])
    expect(description).not.toHaveProperty('devDependencies')
    expect(description).not.toHaveProperty('scripts')
  })

  test('has the database driver of this system, and the thread, as real files', async () => {
    const unpacked = join(output, 'resources', 'app.asar.unpacked')
    expect(await readdir(join(unpacked, 'node_modules', 'better-sqlite3', 'prebuilds'))).toEqual(['linux-x64.node'])
    expect(existsSync(join(unpacked, 'dist', 'electron', 'worker.js'))).toBe(true)
    expect((await readdir(unpacked)).sort()).toEqual(['dist', 'node_modules'])
    const worker = await readFile(join(unpacked, 'dist', 'electron', 'worker.js'), 'utf8')
    expect(worker).not.toMatch(/from "\.\//)
  })

  test('has the thread whole: it reads and fills Word files, pages and RTF with nothing beside it', async () => {
    const alone = join(folder, 'alone')
    await mkdir(alone)
    await copyFile(join(output, 'resources', 'app.asar.unpacked', 'dist', 'electron', 'worker.js'), join(alone, 'worker.js'))
    await writeFile(join(alone, 'package.json'), '{"type":"module"}')
    const pool = createWorkerPool(pathToFileURL(join(alone, 'worker.js')), undefined, { convert: false })
    const textOf = async (name: string, bytes: Uint8Array) => {
      const read = await pool.run('read-file', { name, bytes, draftId: 'd' })
      return read.ok ? sourceText(read.value.source.paragraphs) : read.error.code
    }
    try {
      expect(await textOf('a.docx', buildDocx({ body: plain('整改方案') }))).toBe('整改方案')
      expect(await textOf('a.html', new TextEncoder().encode('<!DOCTYPE html><meta charset="utf-8"><p>整改方案</p>'))).toBe('整改方案')
      expect(await textOf('a.rtf', new TextEncoder().encode('{\\rtf1\\ansi abc}'))).toBe('abc')
      expect(await pool.run('check-template', { name: '模板.docx', bytes: wordTemplate() })).toMatchObject({ ok: true })
    } finally {
      await pool.close()
    }
  })

  test('carries the fonts of the pages, and the licences of all it was made of', async () => {
    const files = await listArchive()
    for (const font of ['lxgw-wenkai', 'noto-serif-sc', 'noto-sans-sc']) {
      const own = files.filter((file) => file.startsWith(`/dist/renderer/fonts/${font}-`))
      expect(own.filter((file) => file.endsWith('.woff2')).length, font).toBeGreaterThan(20)
      expect(own.some((file) => file.endsWith('/OFL.txt')), font).toBe(true)
    }
    const electron = readArchived('dist/electron/third-party-licences.txt')
    for (const name of ['docxtemplater', 'pizzip', 'parse5', 'saxes', 'yauzl', 'fflate', 'zod', 'diff']) expect(electron).toMatch(new RegExp(`^${name} \\d`, 'mu'))
    const page = readArchived('dist/renderer/third-party-licences.txt')
    for (const name of ['react', 'antd', 'lexical', 'zod', 'dayjs']) expect(page).toMatch(new RegExp(`^${name} \\d`, 'mu'))
    expect(page).toContain('Permission is hereby granted')
    expect(files).toContain('/node_modules/better-sqlite3/LICENSE')
  })

  test('has its data, its name and its languages', async () => {
    const resources = join(output, 'resources', 'resources')
    for (const file of ['layouts', 'icons/icon.png']) expect(existsSync(join(resources, file)), file).toBe(true)
    expect(existsSync(join(output, 'zhenggao'))).toBe(true)
    expect((await readdir(join(output, 'locales'))).sort()).toEqual(['en-US.pak', 'zh-CN.pak'])
    expect(existsSync(join(output, 'resources', 'app-update.yml'))).toBe(false)
  })

  test('Z20 is what a .zgx file opens with', async () => {
    const script = `
      const { LinuxTargetHelper } = await import('app-builder-lib/out/targets/LinuxTargetHelper.js').then((one) => one.default ?? one)
      const { load } = await import('js-yaml').then((one) => one.default ?? one)
      const { readFileSync } = await import('node:fs')
      const config = load(readFileSync(process.argv[1], 'utf8'))
      const packager = { fileAssociations: config.fileAssociations, getTempFile: async () => process.argv[2] }
      const path = await LinuxTargetHelper.prototype.computeMimeTypeFiles.call({ packager })
      process.stdout.write(readFileSync(path, 'utf8'))`
    const mime = run(['--input-type=module', '-e', script, join(root, 'electron-builder.yml'), join(folder, 'mime.xml')])
    expect(mime).toContain('<mime-type type="application/x-zhenggao-package">')
    expect(mime).toContain('<glob pattern="*.zgx"/>')
    expect(mime).toContain('<comment>整稿交换包</comment>')
  })

  test('has every switch of the binary set', async () => {
    const binary = await readFile(join(output, 'zhenggao'), 'latin1')
    const wire = binary.slice(binary.indexOf(sentinel) + sentinel.length + 2)
    // Run-as-node off, cookies encrypted, NODE_OPTIONS off, inspect off, integrity on, only the archive, no snapshot, no file:// rights.
    expect(wire.slice(0, 8)).toBe('01001100')
  })
})

function run(parameters: readonly string[]): string {
  const { ELECTRON_SKIP_BINARY_DOWNLOAD: _skip, ...environment } = process.env
  const answer = spawnSync(process.execPath, parameters, { cwd: root, encoding: 'utf8', env: { ...environment, NODE_OPTIONS: '' }, maxBuffer: 64 * 1024 * 1024 })
  if (answer.status !== 0) throw new Error(`${parameters.join(' ')}\n${answer.stdout}\n${answer.stderr}`)
  return answer.stdout
}

const asar = (command: string, ...parameters: readonly string[]): string =>
  run([join(root, 'node_modules', '@electron', 'asar', 'bin', 'asar.js'), command, join(output, 'resources', 'app.asar'), ...parameters])

async function listArchive(): Promise<readonly string[]> {
  return asar('list').split('\n').filter((line) => line !== '')
}

function readArchived(file: string): string {
  const script = `import { extractFile } from '@electron/asar'; process.stdout.write(extractFile(process.argv[1], process.argv[2]))`
  return run(['--input-type=module', '-e', script, join(output, 'resources', 'app.asar'), file])
}

async function writeStandIn(place: string): Promise<void> {
  await mkdir(join(place, 'locales'), { recursive: true })
  await mkdir(join(place, 'resources'))
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, wireAsShipped.length]), Buffer.from(wireAsShipped)])
  await writeFile(join(place, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), wire, Buffer.from('\n')]))
  await chmod(join(place, 'electron'), 0o755)
  for (const name of ['zh-CN', 'en-US', 'de', 'fr']) await writeFile(join(place, 'locales', `${name}.pak`), '')
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'icudtl.dat', 'resources.pak', 'version']) await writeFile(join(place, name), '')
}
