/** In what a layout of a package differs from the library's own of the same id, in plain sentences. */
import { layoutSchema, type Layout } from '../print/layout.ts'
import { stableText } from './stable-text.ts'

const layoutOf = (text: string): Layout | undefined => {
  try {
    const read = layoutSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

const parts = [
  ['page', '纸张和页边距'], ['grid', '行数、字数和行距'], ['styles', '字体字号'], ['ledger', '台账字号'], ['pageNumber', '页码'], ['options', '标点和段落选项'], ['source', '来源说明'],
] as const satisfies readonly (readonly [keyof Layout, string])[]

/** @returns none where both say the same. */
export function layoutDifferences(mine: string, theirs: string): readonly string[] {
  if (mine === theirs) return []
  const own = layoutOf(mine)
  const other = layoutOf(theirs)
  if (!other) return ['包里的这份读不出来。']
  if (!own) return ['本机的这份读不出来。']
  const unlike = parts.filter(([part]) => stableText(own[part]) !== stableText(other[part])).map(([, word]) => word)
  return [
    ...(own.name === other.name ? [] : [`名称不同：本机是“${own.name}”，包里是“${other.name}”。`]),
    ...(unlike.length === 0 ? [] : [`${unlike.join('、')}不同。`]),
  ]
}
