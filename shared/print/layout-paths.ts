/** A layout field by field: values by place ("grid.linePitch"), and two versions joined. */
import type { LayoutPath } from './layout-checks/finding.ts'
import type { Layout } from './layout.ts'

export type LayoutValue = number | boolean | string

/** What tells of the layout itself; all other fields are what it is set in. */
const head: ReadonlySet<string> = new Set(['schemaVersion', 'id'])

function places(value: object, before: string): LayoutPath[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => (typeof inner === 'object' && inner !== null ? places(inner, `${before}${key}.`) : [before + key]))
}

/** Every field a unit can change, its name included. */
export function layoutPaths(layout: Layout): LayoutPath[] {
  return places(layout, '').filter((path) => !head.has(path))
}

/** Undefined where the layout has no such field. */
export function valueAt(layout: Layout, path: LayoutPath): LayoutValue | undefined {
  const found = path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined), layout)
  return typeof found === 'number' || typeof found === 'boolean' || typeof found === 'string' ? found : undefined
}

function set(value: unknown, keys: readonly string[], inner: LayoutValue): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return inner
  const old = value as Readonly<Record<string, unknown>>
  return { ...old, [key]: set(old[key], rest, inner) }
}

/** @param path of a field the layout has. */
export function withValue(layout: Layout, path: LayoutPath, value: LayoutValue): Layout {
  return set(layout, path.split('.'), value) as Layout
}

export function withValues(layout: Layout, values: Readonly<Record<LayoutPath, LayoutValue>>): Layout {
  return Object.entries(values).reduce((changed, [path, value]) => withValue(changed, path, value), layout)
}

/** Fields in which the two differ. */
export function changedPaths(before: Layout, after: Layout): LayoutPath[] {
  return layoutPaths(after).filter((path) => valueAt(before, path) !== valueAt(after, path))
}

/** What was changed from `base` to `mine` goes on top of `theirs`. */
export function joinLayouts(base: Layout, mine: Layout, theirs: Layout): Layout {
  return changedPaths(base, mine).reduce((joined, path) => (valueAt(theirs, path) === undefined ? joined : withValue(joined, path, valueAt(mine, path)!)), theirs)
}
