/** Old Word files by way of another program: stand-ins for it here, LibreOffice itself in tests/print. */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { converterCall, findConverters, type Converter } from '../../electron/backend/foreign/convert/converters.ts'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { createWorkerPool } from '../../electron/backend/jobs/worker-pool.ts'
import type { Held, TaskHost } from '../../electron/backend/jobs/held.ts'
import { docFixture } from './doc-cases.ts'
import { oldWordPapers } from './old-word-papers.ts'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'zhenggao-test-convert-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('zhenggao-convert-'))
const bytes = docFixture('numbers')

function program(name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

/** A stand-in that gives a .docx of the same paper, and tells how it was called. */
function copier(paper: keyof typeof oldWordPapers = 'numbers'): string {
  const docx = join(folder, 'ready.docx')
  writeFileSync(docx, oldWordPapers[paper]!())
  return program('soffice', `printf '%s\\n' "$@" > ${folder}/args; mkdir -p out; cp ${docx} out/paper.docx`)
}

const held: Held[] = []
const host: TaskHost = { convert: true, hold: (one) => held.push(one), release: (one) => held.splice(held.indexOf(one), 1) }
const libreOffice = (command: string): Converter => ({ kind: 'libreoffice', command })

async function read(converters: readonly Converter[], timeoutMs = 8000, source = bytes) {
  const result = await readDocument({ name: '旧.doc', bytes: source }, { host, converters, timeoutMs })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe.skipIf(process.platform === 'win32')('W28 which way was taken is said', () => {
  test('converted where a program is there; it works on a copy in a folder that is gone afterwards', async () => {
    const { paragraphs, notes } = await read([libreOffice(copier())])
    expect(notes[0]).toContain('先由本机的 LibreOffice 转成 .docx')
    expect(paragraphs[1]?.text).toBe('一、存在的问题')
    const args = readFileSync(join(folder, 'args'), 'utf8')
    expect(args).toContain('--headless')
    expect(args).toMatch(/-env:UserInstallation=file:\/\/.*zhenggao-convert-/)
    expect(held).toEqual([])
    expect(leftovers()).toEqual([])
  })
  test('Word and WPS through a script, and which of the two it was', async () => {
    const docx = join(folder, 'ready.docx')
    writeFileSync(docx, oldWordPapers['numbers']!())
    const shell = program('powershell', `while [ $# -gt 0 ]; do case "$1" in -Target) t="$2";; -NameFile) n="$2";; -File) cp "$2" ${folder}/script;; esac; shift; done; cp ${docx} "$t"; echo KWps.Application > "$n"`)
    const { notes } = await read([{ kind: 'windows-office', command: shell }])
    expect(notes[0]).toContain('先由本机的 WPS 转成 .docx')
    expect(readFileSync(join(folder, 'script'), 'utf8')).toContain('$app.Documents.Open($Source, $false, $true')
  })
  test.each([
    ['none is there', () => [], '直接读取了旧版 Word'], ['it fails', () => [libreOffice(program('a', 'exit 1'))], '没有转换成功'], ['it writes nothing', () => [libreOffice(program('a', 'exit 0'))], '没有转换成功'],
    ['it writes rubbish', () => [libreOffice(program('a', 'mkdir -p out; echo x > out/paper.docx'))], '没有转换成功'], ['it cannot be started', () => [libreOffice('/nowhere/soffice')], '没有转换成功'],
  ])('read directly where %s', async (_, converters, words) => {
    const { paragraphs, notes } = await read(converters())
    expect(notes[0]).toContain('直接读取了旧版 Word')
    expect(notes[0]).toContain(words)
    expect(paragraphs[1]?.text).toBe('一、存在的问题')
    expect(leftovers()).toEqual([])
  })
  test('the next program is tried where the first fails', async () => {
    expect((await read([{ kind: 'windows-office', command: program('a', 'exit 3') }, libreOffice(copier())])).notes[0]).toContain('LibreOffice 转成')
  })
  test('what the conversion loses is not lost: the direct way is taken', async () => {
    const { paragraphs, notes } = await read([libreOffice(copier('tables'))])
    expect(notes[0]).toMatch(/LibreOffice 转换后少了 \d+ 个字，没有采用/)
    expect(paragraphs[0]?.text).toBe('作风建设整改方案')
  })
  test('too slow: stopped with its children', async () => {
    const slow = program('soffice', `sleep 300 & echo $! > ${folder}/child; sleep 300`)
    const { notes } = await read([libreOffice(slow)], 1500)
    expect(notes[0]).toContain('转换太慢')
    await gone(Number(readFileSync(join(folder, 'child'), 'utf8')))
    expect(leftovers()).toEqual([])
  })
  test('a damaged file is not handed to a program that would guess', async () => {
    const result = await readDocument({ name: '断.doc', bytes: bytes.subarray(0, 8000) }, { host, converters: [libreOffice(copier())] })
    expect(result).toMatchObject({ ok: false, error: { code: 'FILE_DAMAGED' } })
    expect(existsSync(join(folder, 'args'))).toBe(false)
  })
})

async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      // A child whose parent died stays as a zombie where no one waits for it.
      const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
      if (state.trim() === '' || state.startsWith('Z')) return
    } catch {
      return
    }
    await wait(100)
  }
  throw new Error(`${pid} still runs`)
}

describe.skipIf(process.platform === 'win32')('W29 a task that is ended leaves nothing running', () => {
  const path = process.env['PATH']
  afterEach(() => { process.env['PATH'] = path })

  async function started(): Promise<number> {
    for (let tries = 0; tries < 100; tries += 1) {
      const file = join(folder, 'child')
      if (existsSync(file) && readFileSync(file, 'utf8').trim() !== '') return Number(readFileSync(file, 'utf8'))
      await wait(50)
    }
    throw new Error('the stand-in was not started')
  }

  test.each(['cancel', 'close', 'time'] as const)('by %s: the program and its children are ended, its folder is gone', async (how) => {
    mkdirSync(join(folder, 'bin'))
    program('bin/soffice', `sleep 300 & echo $! > ${folder}/child; sleep 300`)
    process.env['PATH'] = `${join(folder, 'bin')}:${path}`
    const pool = createWorkerPool(new URL('../../dist/electron/worker.js', import.meta.url), { timeoutMs: how === 'time' ? 3000 : 30_000, memoryMb: 512 })
    try {
      const reading = pool.run('read-file', { name: '旧.doc', bytes: bytes.slice(), draftId: 'd' }, { jobId: 'j', name: '旧.doc' })
      const child = await started()
      if (how === 'cancel') pool.cancel('j')
      if (how === 'close') await pool.close()
      expect(await reading).toMatchObject({ ok: false, error: { code: how === 'time' ? 'FILE_TIMEOUT' : 'CANCELLED' } })
      await gone(child)
      for (let tries = 0; tries < 20 && leftovers().length > 0; tries += 1) await wait(100)
      expect(leftovers()).toEqual([])
    } finally {
      await pool.close()
    }
  }, 30_000)

  test('a pool without conversion starts no program', async () => {
    mkdirSync(join(folder, 'bin'))
    program('bin/soffice', `echo 1 > ${folder}/child`)
    process.env['PATH'] = `${join(folder, 'bin')}:${path}`
    const pool = createWorkerPool(new URL('../../dist/electron/worker.js', import.meta.url), undefined, { convert: false })
    try {
      const result = await pool.run('read-file', { name: '旧.doc', bytes: bytes.slice(), draftId: 'd' })
      expect(result.ok && result.value.source.notes[0]).toContain('直接读取了旧版 Word')
      expect(existsSync(join(folder, 'child'))).toBe(false)
    } finally {
      await pool.close()
    }
  })
})

describe('W28 programs found', () => {
  test('in the path, never in a relative folder of it', () => {
    mkdirSync(join(folder, 'bin'))
    program('bin/soffice', 'exit 0')
    expect(findConverters('linux', { PATH: `bin:.:${join(folder, 'bin')}` })[0]).toEqual({ kind: 'libreoffice', command: join(folder, 'bin', 'soffice') })
  })
  test('on Windows PowerShell for Word and WPS first, then LibreOffice', () => {
    const shell = join(folder, 'System32', 'WindowsPowerShell', 'v1.0')
    mkdirSync(shell, { recursive: true })
    writeFileSync(join(shell, 'powershell.exe'), '')
    mkdirSync(join(folder, 'LibreOffice', 'program'), { recursive: true })
    writeFileSync(join(folder, 'LibreOffice', 'program', 'soffice.exe'), '')
    expect(findConverters('win32', { SystemRoot: folder, ProgramFiles: folder }).map((one) => one.kind)).toEqual(['windows-office', 'libreoffice'])
    expect(findConverters('win32', { SystemRoot: '/nowhere' })).toEqual([])
  })
  test('the script runs hidden, asks nothing, and gets its files by name', () => {
    const call = converterCall({ kind: 'windows-office', command: 'powershell.exe' }, { folder: '/f', source: '/f/paper.doc', target: '/f/out/paper.docx' })
    expect(call.args.slice(0, 6)).toEqual(['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-WindowStyle', 'Hidden'])
    expect(call.args.slice(6)).toEqual(['-File', '/f/convert.ps1', '-Source', '/f/paper.doc', '-Target', '/f/out/paper.docx', '-ProcessFile', '/f/office.pid', '-NameFile', '/f/program.txt'])
    expect(call.files['/f/convert.ps1']).toMatch(/^\ufeffparam\(/)
  })
  test('LibreOffice is told to run no macros and follow no links', () => {
    const call = converterCall({ kind: 'libreoffice', command: 'soffice' }, { folder: '/f', source: '/f/paper.doc', target: '/f/out/paper.docx' })
    expect(Object.values(call.files).join()).toMatch(/DisableMacrosExecution[^]*true/)
    expect(call.args).toContain('-env:UserInstallation=file:///f/profile')
  })
})
