/** `import`: files and whole folders into the library, one after another, with what became of each. */
import { readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { failure, type Failure, type Result } from '../../shared/contract/errors.ts'
import { byPath, isNoDocument, skipByName, stopsBatch, type SkipReason } from '../../shared/importing/batch-files.ts'
import { readInputFile } from '../backend/files/read-input-file.ts'
import type { Command } from './arguments.ts'
import type { Library } from './library.ts'
import type { Streams } from './run.ts'

type ImportCommand = Extract<Command, { name: 'import' }>

interface Found {
  readonly path: string
  /** Met while looking through a folder, not named by the caller. */
  readonly inFolder: boolean
}

const walkLimits = { depth: 24, entries: 50_000 } as const

/** The files of the paths, folders looked through; a link to a folder is not followed, so that none is met twice. */
export function findFiles(paths: readonly string[]): { readonly found: readonly Found[]; readonly unreadable: readonly string[]; readonly empty: readonly string[] } {
  const unreadable: string[] = []
  const left = { entries: walkLimits.entries }
  const walk = (folder: string, depth: number): Found[] => {
    let inside: Found[] = []
    try {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name)
        left.entries -= 1
        if (left.entries < 0 || (entry.isDirectory() && depth >= walkLimits.depth)) {
          unreadable.push(path)
          break
        }
        if (!entry.isDirectory()) inside.push({ path, inFolder: true })
        else if (skipByName(entry.name) === undefined) inside = [...inside, ...walk(path, depth + 1)]
      }
    } catch {
      unreadable.push(folder)
    }
    return inside
  }
  const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  const empty: string[] = []
  const found = paths.flatMap((path) => {
    if (!isFolder(path)) return [{ path, inFolder: false }]
    const before = unreadable.length
    const inside = walk(path, 0).toSorted((a, b) => byPath(a.path.replaceAll(sep, '/'), b.path.replaceAll(sep, '/')))
    if (inside.length === 0 && unreadable.length === before) empty.push(path)
    return inside
  })
  return { found, unreadable, empty }
}

type Outcome =
  | { readonly outcome: 'stored'; readonly draftId: string; readonly title: string; readonly kind: string; readonly problems: number; readonly notes: readonly string[]; readonly report: readonly object[] }
  | { readonly outcome: 'skipped'; readonly reason: SkipReason; readonly draftId?: string; readonly message: string }
  | { readonly outcome: 'failed'; readonly error: Failure }

const skipMessages: Readonly<Record<SkipReason, string>> = {
  lock: '打开文件时留下的临时文件，已跳过。', system: '系统文件，已跳过。', 'not-document': '不是文稿，已跳过。', known: '同一个文件已导入过，没有重复存入（加 --again 可再存一份）。',
}

async function importFile(library: Library, { path, inFolder }: Found, { again, revisions }: ImportCommand): Promise<Outcome> {
  const reason = inFolder ? skipByName(path) : undefined
  if (reason !== undefined) return { outcome: 'skipped', reason, message: skipMessages[reason] }
  const failed = (error: Failure): Outcome => (inFolder && isNoDocument(error.code) ? { outcome: 'skipped', reason: 'not-document', message: error.message } : { outcome: 'failed', error })
  const file = readInputFile(path)
  if (!file.ok) return failed(file.error)
  const stored = await library.call('imports.storeFile', { jobId: 'import', name: file.value.name.slice(-300), contentBase64: Buffer.from(file.value.bytes).toString('base64'), again, ...(revisions === undefined ? {} : { revisions }) })
  if (!stored.ok) return failed(stored.error)
  const { value } = stored
  if (value.outcome === 'known') return { outcome: 'skipped', reason: 'known', draftId: value.draftId, message: skipMessages.known }
  const report = await library.call('imports.report', { draftId: value.draftId })
  return { outcome: 'stored', draftId: value.draftId, title: value.title, kind: value.kind, problems: value.problems, notes: value.notes, report: report.ok ? report.value.report : [] }
}

interface Imported {
  readonly results: readonly object[]
  readonly failed: number
}

/** One bad file never stops the rest (L3); a full disk does. */
export async function importFiles(library: Library, command: ImportCommand, streams: Streams): Promise<Result<Imported>> {
  const { found, unreadable, empty } = findFiles(command.files)
  const results: object[] = []
  let failed = unreadable.length + empty.length
  for (const folder of empty) {
    const { code, message } = failure('FOLDER_EMPTY', { name: folder })
    streams.err(`${message}（${code}）\n`)
    results.push({ file: folder, outcome: 'failed', error: { code, message } })
  }
  for (const folder of unreadable) {
    const message = '没有权限查看，或层次太深、文件太多，里面的文件没有导入。'
    streams.err(`${folder}：${message}\n`)
    results.push({ file: folder, outcome: 'failed', error: { code: 'FILE_NOT_READABLE', message } })
  }
  for (const [index, one] of found.entries()) {
    const result = await importFile(library, one, command)
    if (found.length > 1 && process.stderr.isTTY) streams.err(`${index + 1}/${found.length}\r`)
    results.push({ file: one.path, ...result, ...(result.outcome === 'failed' ? { error: { code: result.error.code, message: result.error.message } } : {}) })
    switch (result.outcome) {
      case 'stored':
        if (!command.json) streams.out(`${result.draftId}\t${result.kind}\t${result.title}\n`)
        for (const note of command.json ? [] : result.notes) streams.err(`${one.path}：${note}\n`)
        break
      case 'skipped':
        streams.err(`${one.path}：${result.message}\n`)
        break
      case 'failed':
        failed += 1
        streams.err(`${one.path}：${result.error.message}（${result.error.code}）\n`)
        if (stopsBatch(result.error.code) && result.error.code !== 'INTERNAL') {
          const rest = found.length - index - 1
          if (rest > 0) streams.err(`其余 ${rest} 个文件没有导入。\n`)
          return { ok: true, value: { results, failed: failed + rest } }
        }
    }
  }
  return { ok: true, value: { results, failed } }
}

export function summary(results: readonly object[]): string {
  const count = (outcome: string) => results.filter((one) => 'outcome' in one && one.outcome === outcome).length
  return `存入 ${count('stored')} 份，跳过 ${count('skipped')} 个，没有导入 ${count('failed')} 个。\n`
}
