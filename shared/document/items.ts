/**
 * 整改事项, derived (architecture, “Items”): inside a group a run of problems, then causes, measures, time limits,
 * responsible people; a problem after any of the others starts the next item. A table gives an item a row.
 */
import type { Block, Draft, TableBlock, TableColumnRole } from './draft.ts'
import { isPartLabel } from './label-words.ts'
import { headingLevel, isRecordRole, type RecordRole } from './roles.ts'
import { blockText, isTextBlock } from './runs.ts'
import { subFlags } from './sub-entries.ts'

/** One text of the record and where it stands; a cell of a table is named by its row and column. */
export interface RecordText {
  readonly blockId: string
  readonly text: string
  readonly cell?: { readonly row: number; readonly column: number }
  /** What the responsible are called where it stands: the label 责任领导, the head of the column. */
  readonly label?: string
  /** A 表现 of the problem before it, a step of the measure before it: numbered one rank deeper. */
  readonly sub?: true
  /** Stands with another item or in a part of its own, and is tied to this one by a link (linked-items.ts). */
  readonly linked?: true
}

export interface Item {
  /** The heading the item stands under, without its number; '' where there is none. */
  readonly group: string
  readonly groupId?: string
  /** Id of the row of a table the item stands in, once it has one. */
  readonly rowId?: string
  /** Something but problems stands with it in one place, if only a label to be filled in. */
  readonly answered?: true
  readonly problems: readonly RecordText[]
  readonly causes: readonly RecordText[]
  readonly measures: readonly RecordText[]
  readonly timeLimits: readonly RecordText[]
  readonly responsible: readonly RecordText[]
}

const fields = { problem: 'problems', cause: 'causes', measure: 'measures', timeLimit: 'timeLimits', responsible: 'responsible' } as const

type Field = (typeof fields)[RecordRole]
type OpenItem = { group: string; groupId?: string; rowId?: string; answered?: true } & Record<Field, RecordText[]>

function openItem(group: Block | undefined): OpenItem {
  const head = group ? { group: blockText(group), groupId: group.id } : { group: '' }
  return { ...head, problems: [], causes: [], measures: [], timeLimits: [], responsible: [] }
}

function isEmpty(item: OpenItem): boolean {
  return Object.values(fields).every((field) => item[field].length === 0)
}

/** Marks that separate, close or enclose a limit or a name in its line and are no part of it: “（责任人：张三；” → 张三. */
export function trimRecordText(role: RecordRole, text: string): string {
  if (role !== 'timeLimit' && role !== 'responsible') return text.trim()
  let trimmed = text.trim().replace(/[；;，,、\s]+$/u, '').replace(/(?<=[）)】])。$/u, '')
  const unpaired = (open: string, close: string) => trimmed.endsWith(close) && !trimmed.includes(open)
  if (unpaired('（', '）') || unpaired('(', ')') || unpaired('【', '】')) trimmed = trimmed.slice(0, -1)
  // A name ends no sentence, whatever closes its line: 周明远。 and 周明远 are one person.
  return trimmed.replace(role === 'responsible' ? /[；;，,、。\s]+$/u : /[；;，,、\s]+$/u, '')
}

const columnField: Partial<Record<TableColumnRole, RecordRole>> = {
  problem: 'problem', cause: 'cause', measure: 'measure', timeLimit: 'timeLimit', responsible: 'responsible',
}

export const rowNumber = /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])\s*/u

/** A row that heads the rows below it: “一、财政管理方面” alone, or “一” and “财政管理方面” in the first two cells. */
export function rowsHeading(table: TableBlock, row: readonly string[]): string | undefined {
  const [first = '', second = ''] = row.map((cell) => cell.trim())
  const filled = row.filter((cell) => cell.trim() !== '').length
  if (table.columns.length < 2 || first === '') return undefined
  if (filled === 2 && second !== '' && /^[一二三四五六七八九十]{1,3}$/u.test(first)) return second
  if (filled > 1) return undefined
  // Where the record begins in the first column, a lone problem is an item whose answers are missing.
  const heads = columnField[table.columns[0]!] === undefined ? !/^\d+$/u.test(first) : rowNumber.test(first)
  return heads ? first.replace(rowNumber, '') : undefined
}

const isTotal = (row: readonly string[]) => /^(?:合\s*计|总\s*计|小\s*计)$/u.test(row[0]?.trim() ?? '')

const entryForms: readonly ((value: number) => RegExp)[] = [
  // “1.4月底前…” is the first entry, not 1.4.
  (value) => new RegExp(`(?<!\\d)${value}[.．、](?!\\d(?!\\d?[月日]|\\d{3}年))`, 'u'),
  (value) => new RegExp(`[（(]${value}[）)]`, 'u'),
  (value) => new RegExp(String.fromCodePoint(0x245f + value), 'u'),
]

/** The entries of a cell that begins with 1., （1） or ①, without their numbers; the whole cell where it is one text. */
export function cellEntries(cell: string): string[] {
  const form = entryForms.find((one) => cell.trimStart().search(one(1)) === 0)
  if (!form) return [cell]
  const starts: { from: number; to: number }[] = []
  for (let value = 1, at = 0; value <= 20; value += 1) {
    const match = form(value).exec(cell.slice(at))
    if (!match) break
    starts.push({ from: at + match.index, to: at + match.index + match[0].length })
    at = starts.at(-1)!.to
  }
  return starts.map(({ to }, index) => cell.slice(to, starts[index + 1]?.from))
}

function tableItems(table: TableBlock, group: Block | undefined): OpenItem[] {
  const category = table.columns.indexOf('category')
  const items: OpenItem[] = []
  let section = ''
  table.rows.forEach((row, rowIndex) => {
    if (rowIndex < table.headerRows) return
    if (isTotal(row)) return
    const heading = rowsHeading(table, row)
    if (heading !== undefined) {
      section = heading
      return
    }
    const item = openItem(group)
    const rowId = table.rowIds?.[rowIndex]
    if (rowId !== undefined) item.rowId = rowId
    // A category told once holds for the rows below it, as a merged cell does.
    if (category >= 0 && row[category]?.trim()) section = row[category].replaceAll('\n', '')
    if (section !== '') item.group = section
    row.forEach((cell, column) => {
      const role = columnField[table.columns[column] ?? 'other']
      if (!role) return
      const texts = role === 'measure' || role === 'problem' || role === 'cause' ? cellEntries(cell) : [cell]
      const head = role === 'responsible' && table.headerRows > 0 ? table.rows[table.headerRows - 1]?.[column] : undefined
      for (const text of texts) {
        if (text.trim() === '') continue
        item[fields[role]].push({ blockId: table.id, text: trimRecordText(role, text), cell: { row: rowIndex, column }, ...(head === undefined ? {} : { label: head }) })
      }
    })
    if (!isEmpty(item)) items.push(item)
  })
  return items
}

export function deriveItems(draft: Pick<Draft, 'blocks'>): Item[] {
  const items: OpenItem[] = []
  let group: Block | undefined
  let current: OpenItem | undefined
  const outermost = Math.min(...draft.blocks.flatMap((block) => headingLevel(block.role) ?? []))
  const subs = subFlags(draft.blocks)
  let label: string | undefined
  for (const [index, block] of draft.blocks.entries()) {
    if (!isTextBlock(block)) {
      current = undefined
      items.push(...tableItems(block, group))
      continue
    }
    const level = headingLevel(block.role)
    if (level !== undefined) {
      // “1.存在问题” under a group names a part of the record, not a group of its own.
      if (level > outermost && isPartLabel(blockText(block))) continue
      group = block
      current = undefined
      continue
    }
    if (!isRecordRole(block.role)) continue
    const text = trimRecordText(block.role, blockText(block))
    if (current === undefined || (block.role === 'problem' && current.answered)) {
      current = openItem(group)
      items.push(current)
    }
    if (block.role !== 'problem') current.answered = true
    const previous = draft.blocks[index - 1]
    // One label serves the run of blocks it begins: “责任人：” before two names.
    label = block.label ?? (previous?.role === block.role ? label : undefined)
    const told = block.role === 'responsible' && label !== undefined ? { label } : {}
    if (text !== '') current[fields[block.role]].push({ blockId: block.id, text, ...told, ...(subs[index] ? { sub: true } : {}) })
  }
  return items.filter((item) => !isEmpty(item))
}
