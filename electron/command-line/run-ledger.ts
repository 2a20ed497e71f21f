/** `ledger`: the items of files and stored drafts as one list. */
import { existsSync, readFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/errors.ts'
import type { Draft } from '../../shared/document/draft.ts'
import type { LedgerList } from '../../shared/contract/ledger-procedures.ts'
import { columnSets, type ColumnSet } from '../../shared/ledger/column-sets.ts'
import type { ListedRow } from '../../shared/ledger/build-ledger-table.ts'
import { deriveLedger, sourceOf } from '../../shared/ledger/ledger-rows.ts'
import { summarise } from '../../shared/ledger/ledger-summary.ts'
import { standardLayoutId } from '../../shared/print/layout-names.ts'
import { ledgerPrintDocument } from '../../shared/print/ledger-print.ts'
import { isOwnOfficeFile } from '../backend/files/is-own-office-file.ts'
import { sha256, writeExport } from '../backend/files/write-export.ts'
import { localDay } from '../backend/handlers/ledger.ts'
import { tableOf } from '../backend/handlers/ledger-lists.ts'
import { writeSheet } from '../backend/sheet/write-sheet.ts'
import { writeWord } from '../backend/word/write-word.ts'
import type { Command } from './arguments.ts'
import { findLayoutFor } from './find-layout.ts'
import { libraryOnce, mayLookInLibrary, type Installation } from './library.ts'
import { json, report, type Streams } from './run.ts'

type LedgerCommand = Extract<Command, { name: 'ledger' }>

interface Surroundings {
  readonly installation: Installation
  readonly streams: Streams
  readonly findDraft: (source: string) => Promise<Result<Draft>>
  /** The library's own list of stored drafts: rows of tables are named first, so that the file can be merged back. */
  readonly storedSheet: (list: Pick<LedgerList, 'draftIds' | 'fields' | 'titles' | 'list'>) => Promise<Result<Uint8Array>>
}

interface Listed {
  readonly draft: Draft
  readonly rows: readonly ListedRow[]
}

function listOf(name: string | undefined): Result<ColumnSet> {
  const sets: readonly ColumnSet[] = columnSets
  const found = sets.find((set) => name === undefined || set.id === name || set.title === name)
  return found ? ok(found) : fail('LIST_UNKNOWN', { name: name ?? '', known: sets.map((set) => `${set.title}（${set.id}）`).join('、') })
}

/** Rows numbered through all drafts; a source that cannot be read is told of and the rest goes on (L3). */
async function collect(command: LedgerCommand, { streams, findDraft }: Surroundings): Promise<{ listed: Listed[]; failed: number }> {
  const listed: Listed[] = []
  let failed = 0
  let number = 0
  for (const source of command.sources) {
    const draft = await findDraft(source)
    if (!draft.ok) {
      failed += 1
      streams.err(`${source}：${draft.error.message}（${draft.error.code}）\n`)
      continue
    }
    const { rows, loose } = deriveLedger(draft.value)
    if (loose > 0) streams.err(`${source}：有 ${loose} 条原因、措施还没有对应问题，未列入。\n`)
    listed.push({ draft: draft.value, rows: rows.map((row) => ({ ...row, number: (number += 1), source: sourceOf(draft.value.title, row) })) })
  }
  return { listed, failed }
}

async function contentOf(command: LedgerCommand, set: ColumnSet, listed: readonly Listed[], { installation, storedSheet }: Surroundings): Promise<Result<Uint8Array>> {
  const stored = extname(command.to).toLowerCase() === '.xlsx' && command.sources.every((source) => !existsSync(source))
  if (stored) return storedSheet({ draftIds: [...new Set(listed.map(({ draft }) => draft.id))], fields: [...set.fields], titles: set.titles ?? {}, list: set.title })
  const rows = listed.flatMap((one) => one.rows)
  const today = localDay(new Date())
  const drafts = listed.filter((one) => one.rows.length > 0).map(({ draft }) => ({ title: draft.title, unit: draft.meta.unit ?? '' }))
  const table = tableOf({ rows, drafts }, { fields: [...set.fields], titles: set.titles ?? {}, list: set.title }, today)
  const creator = drafts[0]?.unit ?? ''
  switch (extname(command.to).toLowerCase()) {
    case '.xlsx':
      // Files are not in the library: their list cannot be merged back, so it carries no keys.
      return ok(await writeSheet(table, { creator }))
    case '.docx': {
      const library = libraryOnce(installation, command.data)
      const layout = await findLayoutFor(command.layout ?? standardLayoutId, installation, mayLookInLibrary(command.sources, command.data) ? library : undefined)
      await library.close()
      return layout.ok ? ok(writeWord(ledgerPrintDocument(table, layout.value), { title: table.title, creator })) : layout
    }
    default:
      return ok(new TextEncoder().encode(json({
        title: table.title, today, summary: summarise(rows, today), text: table.summary, rows,
      })))
  }
}

/** What stands at the path and may be replaced unasked: a file of ours that nobody has saved since, or the very same one. */
function oursAt(path: string, bytes: Uint8Array): string | undefined {
  if (!existsSync(path)) return undefined
  const there = readFileSync(path)
  return isOwnOfficeFile(there) || sha256(there) === sha256(bytes) ? sha256(there) : undefined
}

export async function runLedger(command: LedgerCommand, surroundings: Surroundings): Promise<number> {
  const { streams } = surroundings
  const failedWith = (result: { error: Parameters<typeof report>[0] }) => report(result.error, command.json, streams)
  const set = listOf(command.list)
  if (!set.ok) return failedWith(set)
  const { listed, failed } = await collect(command, surroundings)
  const count = listed.reduce((sum, one) => sum + one.rows.length, 0)
  if (count === 0) return failed > 0 && listed.length === 0 ? 1 : failedWith(fail('LEDGER_EMPTY'))
  const bytes = await contentOf(command, set.value, listed, surroundings)
  if (!bytes.ok) return failedWith(bytes)
  const path = resolve(command.to)
  const written = await writeExport(path, bytes.value, command.replace ? 'replace' : 'ask', oursAt(path, bytes.value))
  if (!written.ok) return failedWith(written)
  streams.out(command.json ? json({ path: written.value.path, items: count, failed }) : `${written.value.path}\n`)
  return failed > 0 ? 1 : 0
}
