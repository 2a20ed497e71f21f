import type { Database } from 'better-sqlite3'
import type { ReportEntry } from '../../../shared/recognition/report.ts'

export interface ImportRecord {
  readonly name: string
  readonly format: string
  /** Milliseconds since 1970. */
  readonly importedAt: number
  readonly sourceText: string
  readonly report: readonly ReportEntry[]
  readonly notes: readonly string[]
}

export function insertImport(database: Database, draftNumber: number, record: ImportRecord): void {
  database
    .prepare('INSERT INTO imports (draft_number, name, format, imported_at, source_text, report, notes) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(draftNumber, record.name, record.format, record.importedAt, record.sourceText, JSON.stringify(record.report), JSON.stringify(record.notes))
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
