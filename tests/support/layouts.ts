import { readdirSync, readFileSync } from 'node:fs'
import { layoutSchema, type Layout } from '../../shared/print/layout.ts'

const folder = new URL('../../resources/layouts/', import.meta.url)

/** The layouts that ship, by file name. */
export const layouts: readonly Layout[] = readdirSync(folder).sort().map((name) => layoutSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))

export function layoutOf(id: string): Layout {
  const found = layouts.find((layout) => layout.id === id)
  if (!found) throw new Error(`no layout ${id}`)
  return found
}
