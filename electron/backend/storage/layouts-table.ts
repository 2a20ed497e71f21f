/** Layouts of the unit's own, as JSON that is checked when it is read. */
import type { Database } from 'better-sqlite3'
import { layoutSchema, type Layout } from '../../../shared/print/layout.ts'

export interface LayoutRow {
  readonly id: string
  readonly name: string
  /** JSON */
  readonly content: string
  readonly copied_from: string | null
  readonly created_at: number
  readonly updated_at: number
}

export interface StoredLayout {
  readonly layout: Layout
  readonly copiedFrom: string | null
  readonly updatedAt: number
}

export function listLayoutRows(database: Database): LayoutRow[] {
  return database.prepare<[], LayoutRow>('SELECT id, name, content, copied_from, created_at, updated_at FROM layouts ORDER BY created_at, id').all()
}

export function findLayoutRow(database: Database, id: string): LayoutRow | undefined {
  return database.prepare<[string], LayoutRow>('SELECT id, name, content, copied_from, created_at, updated_at FROM layouts WHERE id = ?').get(id)
}

/** The names taken by all layouts but one, without reading what they say. */
export function layoutNamesBut(database: Database, id: string | null): string[] {
  return database.prepare<[string | null], { name: string }>('SELECT name FROM layouts WHERE id IS NOT ?').all(id).map(({ name }) => name)
}

function parse(content: string): Layout | undefined {
  try {
    const read = layoutSchema.safeParse(JSON.parse(content))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** The unit's layouts in the order they were made, and those a newer program wrote or that were damaged. */
export function readLayouts(database: Database): { readonly layouts: readonly StoredLayout[]; readonly unreadable: readonly Pick<LayoutRow, 'id' | 'name'>[] } {
  const layouts: StoredLayout[] = []
  const unreadable: Pick<LayoutRow, 'id' | 'name'>[] = []
  for (const { id, name, content, copied_from, updated_at } of listLayoutRows(database)) {
    const layout = parse(content)
    if (layout?.id === id) layouts.push({ layout, copiedFrom: copied_from, updatedAt: updated_at })
    else unreadable.push({ id, name })
  }
  return { layouts, unreadable }
}

/** Stores a layout, over the one of its id if there is one. @param copiedFrom only for a new one. */
export function storeLayout(database: Database, layout: Layout, copiedFrom: string | null, now: number): void {
  database
    .prepare(`INSERT INTO layouts (id, name, content, copied_from, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, content = excluded.content, updated_at = excluded.updated_at`)
    .run(layout.id, layout.name, JSON.stringify(layout), copiedFrom, now, now)
}

export function deleteLayout(database: Database, id: string): void {
  database.prepare('DELETE FROM layouts WHERE id = ?').run(id)
}

/** Ids of the drafts that name the layout, those in the trash included: they may be brought back. */
export function draftsWithLayout(database: Database, layoutId: string): string[] {
  // A content that is no JSON any more names nothing; json_extract would fail on it.
  return database.prepare<[string], { id: string }>(
    "SELECT d.id FROM drafts d JOIN draft_contents c USING (number) WHERE CASE WHEN json_valid(c.content) THEN json_extract(c.content, '$.layout') END = ? ORDER BY d.number",
  ).all(layoutId).map((row) => row.id)
}
