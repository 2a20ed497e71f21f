/** A layout as a file that travels between machines: JSON with a mark that says what it is and of which version. */
import { layoutSchema, type Layout } from './layout.ts'

export const layoutFileFormat = '整稿版式'
export const layoutFileVersion = 1

export function layoutFileText(layout: Layout): string {
  return `${JSON.stringify({ format: layoutFileFormat, version: layoutFileVersion, layout }, null, 2)}\n`
}

export type ReadLayoutFile =
  | { readonly kind: 'layout'; readonly layout: Layout }
  | { readonly kind: 'newer' }
  /** JSON or not, it is no file of ours. */
  | { readonly kind: 'foreign' }
  /** Ours, but changed by hand or cut off. @param place the first fault: "layout.grid.linePitch". */
  | { readonly kind: 'broken'; readonly place: string }

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @param text the whole file, decoded. Whether the numbers make sense is asked of checkLayout. */
export function readLayoutFile(text: string): ReadLayoutFile {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return text.includes(`"${layoutFileFormat}"`) ? { kind: 'broken', place: '' } : { kind: 'foreign' }
  if (!('format' in value) || value.format !== layoutFileFormat) return { kind: 'foreign' }
  const version = 'version' in value ? value.version : undefined
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { kind: 'broken', place: 'version' }
  const content = 'layout' in value ? value.layout : undefined
  const schema = typeof content === 'object' && content !== null && 'schemaVersion' in content ? content.schemaVersion : undefined
  if (version > layoutFileVersion || (typeof schema === 'number' && schema > 1)) return { kind: 'newer' }
  const layout = layoutSchema.safeParse(content)
  return layout.success ? { kind: 'layout', layout: layout.data } : { kind: 'broken', place: (layout.error.issues[0]?.path ?? []).map(String).join('.') }
}
