/** 方面: under which one a block of a paper stands, told by the headings above it. */
import type { Block, TableBlock } from '../document/draft.ts'
import { rowsHeading } from '../document/items.ts'
import { isPartLabel } from '../document/label-words.ts'
import { headingLevel } from '../document/roles.ts'
import { blockText } from '../document/runs.ts'
import { isAspect } from '../recognition/section-context.ts'

const longestPlain = 16
const longestAspect = 60

/** “理论学习” of “在理论学习方面存在的问题”, “对照‘理论学习’方面。”; any other text without marks around it. */
export function aspectName(heading: string): string {
  const bare = heading.trim().replace(/[。：:.；;]+$/u, '').replace(/^（[^）]{1,4}）|^[一二三四五六七八九十]{1,3}、/u, '')
  const before = /^(.+?)方面/u.exec(bare)?.[1] ?? bare.replace(/[上中]$/u, (end) => (isAspect(bare) ? '' : end))
  const named = before.replace(/^(?:对照|围绕|聚焦|关于|在)(?=.{2})/u, '').replace(/^[“"‘]([^“”"‘’]+)[”"’]$/u, '$1').trim()
  return (named === '' ? bare : named).replaceAll(/[\u0000-\u001f\u007f]/g, '').slice(0, longestAspect).toWellFormed()
}

/** A heading that may name a 方面 though it does not say so: short, no sentence, no part of the record (“存在的问题”). */
function mayName(text: string): boolean {
  return text !== '' && text.length <= longestPlain && !isPartLabel(text) && !/[，；！？]|问题|措施|原因|根源|方向|打算|要求|目标|思想|保障/u.test(text)
}

/** The name of the 方面 the block at the index stands under or heads; '' where there is none. */
export function aspectAt(blocks: readonly Block[], index: number): string {
  const headings: { readonly level: number; readonly text: string }[] = []
  let level = 5
  for (let at = Math.min(index, blocks.length - 1); at >= 0; at -= 1) {
    const own = headingLevel(blocks[at]!.role)
    if (own === undefined || own >= level) continue
    level = own
    headings.push({ level: own, text: blockText(blocks[at]!).trim() })
  }
  const said = headings.find(({ text }) => isAspect(text))
  if (said) return aspectName(said.text)
  const outermost = Math.min(...blocks.flatMap((block) => headingLevel(block.role) ?? []))
  const may = headings.find((one) => one.level > outermost && mayName(one.text.replace(/[。：:.]$/u, '')))
  return may ? aspectName(may.text) : ''
}

/** The same for a row of a table: its category, or the row that heads it; '' where the table says nothing. */
export function aspectOfRow(table: TableBlock, row: number): string {
  const category = table.columns.indexOf('category')
  for (let at = row; at >= table.headerRows; at -= 1) {
    const cells = table.rows[at] ?? []
    const heading = rowsHeading(table, cells)
    if (heading !== undefined) return aspectName(heading.replaceAll('\n', ''))
    // A category told once holds for the rows below it.
    const told = category >= 0 && cells.length > 1 ? (cells[category] ?? '').replaceAll('\n', '').trim() : ''
    if (told !== '') return aspectName(told)
  }
  return ''
}

/** Whether two names mean one 方面: “理论学习” and “理论学习方面”. */
export function sameAspect(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a === b || aspectName(a) === aspectName(b))
}
