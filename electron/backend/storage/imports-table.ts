import type { Database } from 'better-sqlite3'
import type { DraftKind } from '../../../shared/document/draft.ts'
import type { ReportEntry } from '../../../shared/recognition/report.ts'

export interface ImportRecord {
  readonly name: string
  readonly format: string
  /** Milliseconds since 1970. */
  readonly importedAt: number
  readonly sourceText: string
  readonly report: readonly ReportEntry[]
  readonly notes: readonly string[]
  /** Of the file's bytes; of what was pasted, and of imports before version 9, there is none. */
  readonly sha256?: string
}

export function insertImport(database: Database, draftNumber: number, record: ImportRecord): void {
  database
    .prepare('INSERT INTO imports (draft_number, name, format, imported_at, source_text, report, notes, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run(draftNumber, record.name, record.format, record.importedAt, record.sourceText, JSON.stringify(record.report), JSON.stringify(record.notes), record.sha256 ?? null)
}

export interface KnownImport {
  readonly draftId: string
  readonly title: string
  readonly kind: DraftKind
  readonly name: string
  readonly importedAt: number
}

/** The newest draft that was made of the same bytes and is not in the trash. */
export function findImported(database: Database, sha256: string): KnownImport | undefined {
  return database
    .prepare<[string], KnownImport>(`
      SELECT d.id AS draftId, d.title, d.kind, i.name, i.imported_at AS importedAt
      FROM imports i JOIN drafts d ON d.number = i.draft_number
      WHERE i.sha256 = ? AND d.trashed_at IS NULL ORDER BY i.imported_at DESC, d.number DESC LIMIT 1`)
    .get(sha256)
}

export function hasImport(database: Database, draftNumber: number): boolean {
  return database.prepare('SELECT 1 FROM imports WHERE draft_number = ?').get(draftNumber) !== undefined
}

export function readImport(database: Database, draftNumber: number): ImportRecord | undefined {
  const row = database
    .prepare<[number], { name: string; format: string; imported_at: number; source_text: string; report: string; notes: string }>(
      'SELECT name, format, imported_at, source_text, report, notes FROM imports WHERE draft_number = ?')
    .get(draftNumber)
  if (!row) return undefined
  return {
    name: row.name, format: row.format, importedAt: row.imported_at, sourceText: row.source_text,
    report: JSON.parse(row.report) as ReportEntry[], notes: JSON.parse(row.notes) as string[],
  }
}
