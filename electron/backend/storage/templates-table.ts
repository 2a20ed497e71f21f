import type { Database } from 'better-sqlite3'
import { templateFindingsSchema, type TemplateFindings, type WordTemplate } from '../../../shared/contract/template-procedures.ts'

interface TemplateRow {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly findings: string
  readonly added_at: number
}

const columns = 'id, name, length(bytes) AS size, sha256, findings, added_at'

function findingsOf(json: string): TemplateFindings {
  try {
    const read = templateFindingsSchema.safeParse(JSON.parse(json))
    return read.success ? read.data : { fields: [], notes: [] }
  } catch {
    return { fields: [], notes: [] }
  }
}

const toTemplate = ({ id, name, size, findings, added_at }: TemplateRow): WordTemplate => ({ id, name, size, addedAt: new Date(added_at).toISOString(), findings: findingsOf(findings) })

/** In the order they were added; removed ones are left out. */
export function listTemplates(database: Database): WordTemplate[] {
  return database.prepare<[], TemplateRow>(`SELECT ${columns} FROM word_templates WHERE removed_at IS NULL ORDER BY added_at, id`).all().map(toTemplate)
}

export function templateBytes(database: Database, id: string): Uint8Array | undefined {
  const found = database.prepare<[string], { bytes: Buffer }>('SELECT bytes FROM word_templates WHERE id = ? AND removed_at IS NULL').get(id)?.bytes
  return found && new Uint8Array(found)
}

/** The template that was added from the very same file, if it is still there. */
export function templateWithHash(database: Database, sha256: string): WordTemplate | undefined {
  const row = database.prepare<[string], TemplateRow>(`SELECT ${columns} FROM word_templates WHERE sha256 = ? AND removed_at IS NULL`).get(sha256)
  return row && toTemplate(row)
}

/** @param sha256 of the file as it was chosen, which may be more than what is kept of it. */
export function insertTemplate(database: Database, { id, name, bytes, sha256, findings, now }: { readonly id: string; readonly name: string; readonly bytes: Uint8Array; readonly sha256: string; readonly findings: TemplateFindings; readonly now: number }): void {
  database.prepare('INSERT INTO word_templates (id, name, bytes, sha256, findings, added_at) VALUES (?, ?, ?, ?, ?, ?)').run(id, name, Buffer.from(bytes), sha256, JSON.stringify(findings), now)
}

export function renameTemplate(database: Database, id: string, name: string): void {
  database.prepare('UPDATE word_templates SET name = ? WHERE id = ?').run(name, id)
}

/** How long a removed template can be taken back. */
const kept = 24 * 60 * 60 * 1000

/** @param removedAt null puts it back. @returns whether there was one. */
export function setTemplateRemoved(database: Database, id: string, removedAt: number | null, now: number): boolean {
  return database.transaction(() => {
    database.prepare('DELETE FROM word_templates WHERE removed_at < ? AND id <> ?').run(now - kept, id)
    return database.prepare(`UPDATE word_templates SET removed_at = ? WHERE id = ? AND removed_at IS ${removedAt === null ? 'NOT NULL' : 'NULL'}`).run(removedAt, id).changes > 0
  }).immediate()
}
