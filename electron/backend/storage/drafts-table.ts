import type { Database } from 'better-sqlite3'
import type { DraftSummary } from '../../../shared/contract/procedures.ts'
import type { Draft, DraftKind } from '../../../shared/document/draft.ts'
import { countCharacters, printText } from '../../../shared/document/print-text.ts'

export interface DraftRow {
  readonly number: number
  readonly id: string
  readonly kind: DraftKind
  readonly title: string
  readonly unit: string
  readonly characters: number
  readonly revision: number
  readonly created_at: number
  readonly updated_at: number
  readonly trashed_at: number | null
  /** When it became 定稿. */
  readonly final_at: number | null
}

export const draftColumns = 'd.number, d.id, d.kind, d.title, d.unit, d.characters, d.revision, d.created_at, d.updated_at, d.trashed_at, d.final_at'

const instant = (time: number) => new Date(time).toISOString()

export function toSummary(row: DraftRow, hit: DraftSummary['hit'] = null): DraftSummary {
  return {
    id: row.id, title: row.title, kind: row.kind, unit: row.unit, characters: row.characters,
    createdAt: instant(row.created_at), updatedAt: instant(row.updated_at), trashedAt: row.trashed_at === null ? null : instant(row.trashed_at),
    finalAt: row.final_at === null ? null : instant(row.final_at), hit,
  }
}

export function findDraft(database: Database, draftId: string): DraftRow | undefined {
  return database.prepare<[string], DraftRow>(`SELECT ${draftColumns} FROM drafts d WHERE d.id = ?`).get(draftId)
}

export function readContent(database: Database, number: number): string | undefined {
  return database.prepare<[number], { content: string }>('SELECT content FROM draft_contents WHERE number = ?').get(number)?.content
}

export function draftCharacters(draft: Draft): number {
  return countCharacters(printText(draft))
}

/** Inserts a draft with revision 1. @returns its row number. */
export function insertDraft(database: Database, draft: Draft, content: string, characters: number, now: number): number {
  const { lastInsertRowid } = database
    .prepare('INSERT INTO drafts (id, kind, title, unit, characters, revision, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 1, ?, ?)')
    .run(draft.id, draft.kind, draft.title, draft.meta.unit ?? '', characters, now, now)
  const number = Number(lastInsertRowid)
  database.prepare('INSERT INTO draft_contents (number, content) VALUES (?, ?)').run(number, content)
  return number
}

/** Writes a draft over its old state. @returns the new revision. */
export function updateDraft(database: Database, row: DraftRow, draft: Draft, content: string, characters: number, now: number): number {
  const revision = row.revision + 1
  database
    .prepare('UPDATE drafts SET kind = ?, title = ?, unit = ?, characters = ?, revision = ?, updated_at = ? WHERE number = ?')
    .run(draft.kind, draft.title, draft.meta.unit ?? '', characters, revision, now, row.number)
  database.prepare('UPDATE draft_contents SET content = ? WHERE number = ?').run(content, row.number)
  return revision
}

/** Moves drafts to the trash (a time) or back (null). */
export function setTrashed(database: Database, draftIds: readonly string[], trashedAt: number | null): number {
  const statement = database.prepare(`UPDATE drafts SET trashed_at = ? WHERE id = ? AND trashed_at IS ${trashedAt === null ? 'NOT NULL' : 'NULL'}`)
  return database.transaction(() => draftIds.reduce((count, id) => count + statement.run(trashedAt, id).changes, 0)).immediate()
}

/** Closes a draft to changes (a time) or opens it again (null). */
export function setFinal(database: Database, number: number, finalAt: number | null): void {
  database.prepare('UPDATE drafts SET final_at = ? WHERE number = ?').run(finalAt, number)
}

export interface ListFilter {
  readonly trash: boolean
  readonly kind: DraftKind | null
  readonly final?: boolean | undefined
}

/** The condition of a list, for drafts named d; `@kind` is bound where a kind is asked for. */
export function filterSql({ trash, kind, final }: ListFilter): string {
  return `d.trashed_at IS ${trash ? 'NOT NULL' : 'NULL'}${kind === null ? '' : ' AND d.kind = @kind'}${final === undefined ? '' : ` AND d.final_at IS ${final ? 'NOT NULL' : 'NULL'}`}`
}

export function listDrafts(database: Database, filter: ListFilter, offset: number, limit: number): { rows: DraftRow[]; total: number } {
  const where = filterSql(filter)
  const values = filter.kind === null ? {} : { kind: filter.kind }
  const rows = database.prepare<[object], DraftRow>(`SELECT ${draftColumns} FROM drafts d WHERE ${where} ORDER BY d.updated_at DESC, d.number DESC LIMIT @limit OFFSET @offset`)
    .all({ ...values, limit, offset })
  const total = database.prepare<[object], { total: number }>(`SELECT count(*) AS total FROM drafts d WHERE ${where}`).get(values)!.total
  return { rows, total }
}

export function countDrafts(database: Database): { active: number; trash: number; final: number; byKind: Partial<Record<DraftKind, number>> } {
  const byKind: Partial<Record<DraftKind, number>> = {}
  let active = 0
  let final = 0
  for (const row of database.prepare<[], { kind: DraftKind; count: number; final: number }>('SELECT kind, count(*) AS count, count(final_at) AS final FROM drafts WHERE trashed_at IS NULL GROUP BY kind').all()) {
    byKind[row.kind] = row.count
    active += row.count
    final += row.final
  }
  const trash = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM drafts WHERE trashed_at IS NOT NULL').get()!.count
  return { active, trash, final, byKind }
}
