/** By which names a layout is found: in drafts, on the command line, when one of the same name comes in from a file. */
import type { Layout } from './layout.ts'

/** The layout offered where a draft names one that is gone. */
export const standardLayoutId = 'gb33476'

/** Names that shipped layouts had in earlier versions: scripts may still use them. */
const formerNames: Readonly<Record<string, readonly string[]>> = { common: ['常用'], 'common-28': ['常用28'] }

/** Blanks do not tell names apart: “常用28磅” is “常用 28 磅”. */
export function plainLayoutName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()
}

/** The layout with the id or name; an id goes before a name, a name before a former one. */
export function layoutNamed<L extends Pick<Layout, 'id' | 'name'>>(layouts: readonly L[], nameOrId: string): L | undefined {
  const plain = plainLayoutName(nameOrId)
  return layouts.find((layout) => layout.id === nameOrId)
    ?? layouts.find((layout) => plainLayoutName(layout.name) === plain)
    ?? layouts.find((layout) => formerNames[layout.id]?.includes(plain) === true)
}

/** “局用版式（2）”, the first that no other layout has. */
export function freeLayoutName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map(plainLayoutName))
  const stem = wanted.replace(/（\d+）$/u, '')
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${stem.slice(0, 54).replace(/[\ud800-\udbff]$/, '')}（${count}）`
    if (!used.has(plainLayoutName(name))) return name
  }
}
