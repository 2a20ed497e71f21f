/** A text field of a ledger row set where the paper keeps it. Used by `setLedgerValue`. */
import type { Block, Draft, TableBlock } from '../document/draft.ts'
import { rowNumber, rowsHeading, trimRecordText, type RecordText } from '../document/items.ts'
import { readEntries } from '../document/link-entries.ts'
import { handOverLinks } from '../document/links.ts'
import { insertBlock, insertEntryAfter, removeBlock, withText } from '../document/record-blocks.ts'
import type { RecordRole } from '../document/roles.ts'
import { blockText, isTextBlock } from '../document/runs.ts'
import { alignLines, entryLines, type LineEdit } from './edit-lines.ts'
import { textsOf, type PlacedItem, type TextField } from './item-places.ts'
import { categoryOf } from './ledger-rows.ts'
import { partFields, partRole, placePart, type PartField } from './part-place.ts'
import type { EditOptions, EditResult } from './set-ledger-value.ts'
import { cellWith, setCell } from './write-cell.ts'

type SetRecord = (draft: Draft, patch: Partial<Record<TextField, string | undefined>>) => Draft

const roleOf = (field: TextField): RecordRole | undefined => ((partFields as readonly string[]).includes(field) ? partRole(field as PartField) : undefined)

/** The text of a block around what the ledger shows of it: the brackets and marks of its line. */
function around(block: string, shown: string): readonly [string, string] {
  const at = block.indexOf(shown)
  return at === -1 ? ['', ''] : [block.slice(0, at), block.slice(at + shown.length)]
}

interface Lines {
  readonly edits: readonly LineEdit[]
  readonly removed: readonly number[]
}

/** The block that names the item stays where any entry stays. */
function keepingFirst(old: readonly string[], lines: readonly string[]): Lines {
  const aligned = alignLines(old, lines)
  if (!aligned.removed.includes(0) || lines.length === 0) return aligned
  return { edits: lines.map((text, index) => ({ old: index < old.length ? index : undefined, text })), removed: old.slice(lines.length).map((_, index) => lines.length + index) }
}

function writeEntries(draft: Draft, texts: readonly RecordText[], { edits, removed }: Lines, newId: () => string): Block[] {
  let blocks: Block[] = [...draft.blocks]
  let last = texts[0]!.blockId
  for (const { old, text } of edits) {
    if (old === undefined) {
      const id = newId()
      blocks = insertEntryAfter(blocks, blocks.findIndex((block) => block.id === last), text, id)
      last = id
      continue
    }
    const shown = texts[old]!
    last = shown.blockId
    if (shown.text === text) continue
    blocks = blocks.map((block) => {
      if (block.id !== shown.blockId || !isTextBlock(block)) return block
      const [before, after] = around(blockText(block), shown.text)
      return withText(block, before + text + after)
    })
  }
  return removeEntries(blocks, texts, removed)
}

/** Takes out entries of one field. Links go to what is left of the problem or measure, of a problem else to the item's first. */
function removeEntries(blocks: Block[], texts: readonly RecordText[], removed: readonly number[]): Block[] {
  const { ofBlock } = readEntries({ blocks })
  const gone = new Set(removed.map((index) => texts[index]!.blockId))
  let left: Block[] = blocks
  for (const id of gone) {
    const index = left.findIndex((block) => block.id === id)
    const block = left[index]!
    left = removeBlock(left, index)
    const heir = ofBlock.get(id)?.blockIds.find((one) => !gone.has(one)) ?? (block.role === 'problem' ? texts.find(({ blockId }) => !gone.has(blockId))?.blockId : undefined)
    if (heir !== undefined) left = [...handOverLinks(left, block, heir)]
  }
  return left
}

/** The mark this paper closes lines of names with, if it does. */
function nameStop(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block) => (block.role === 'responsible' ? [blockText(block).trim()] : []))
  return lines.length > 0 && lines.filter((line) => line.endsWith('。')).length * 2 > lines.length ? '。' : ''
}

function beginField(draft: Draft, placed: PlacedItem, field: PartField, lines: readonly string[], newId: () => string): { blocks: Block[]; first: string } {
  const first = newId()
  const { index, shape } = placePart(draft.blocks, placed.item, field)
  const stop = field === 'problem' || field === 'cause' || field === 'measure' || field === 'timeLimit' ? '' : nameStop(draft.blocks)
  let at = index
  let blocks = insertBlock(draft.blocks, at, shape, lines[0]! + stop, first)
  for (const line of lines.slice(1)) {
    blocks = insertEntryAfter(blocks, at, line + stop, newId())
    at += 1
  }
  return { blocks, first }
}

function setCategory(draft: Draft, placed: PlacedItem, value: string, setRecord: SetRecord): EditResult {
  const { key, place } = placed
  const category = categoryOf(entryLines(value).join(''))
  const table = place?.table
  for (let row = place?.row ?? -1; table !== undefined && row >= table.headerRows; row -= 1) {
    const heading = rowsHeading(table, table.rows[row]!)
    const own = place!.columns.get('category')
    const column = heading === undefined ? own : table.rows[row]!.length > 1 && rowNumber.test(`${table.rows[row]![0]!.trim()}、`) && table.rows[row]![1]!.trim() !== '' ? 1 : 0
    const cell = column === undefined ? undefined : table.rows[row]![column]
    if (cell === undefined || cell.trim() === '' || column === undefined) continue
    if (category === '') return { ok: false, fault: 'value-needed' }
    const number = heading === undefined ? '' : rowNumber.exec(cell.trim())?.[0] ?? ''
    return { ok: true, key, draft: { ...draft, blocks: setCell(draft.blocks, table, row, column, number + category) } }
  }
  const own = place?.columns.get('category')
  if (table !== undefined && own !== undefined && table.rows[place!.row]![own] !== undefined) return { ok: true, key, draft: { ...draft, blocks: setCell(draft.blocks, table, place!.row, own, category) } }
  const heading = draft.blocks.find((block) => block.id === placed.item.groupId)
  if (heading === undefined || !isTextBlock(heading)) return { ok: true, key, draft: setRecord(draft, { category }) }
  if (category === '') return { ok: false, fault: 'value-needed' }
  const mark = /[\s。：:；，]+$/u.exec(blockText(heading))?.[0] ?? ''
  return { ok: true, key, draft: { ...draft, blocks: draft.blocks.map((block) => (block === heading ? withText(heading, category + mark) : block)) } }
}

function setInTable(draft: Draft, placed: PlacedItem, field: TextField, lines: readonly string[], setRecord: SetRecord): Draft {
  const { table, row, columns } = placed.place!
  const column = columns.get(field)
  const cell = column === undefined ? undefined : table.rows[row]?.[column]
  if (column === undefined || cell === undefined) return setRecord(draft, { [field]: lines.join('\n') })
  const cleared = placed.record?.[field as keyof typeof placed.record] === undefined ? draft : setRecord(draft, { [field]: undefined })
  const current = cleared.blocks.find((block): block is TableBlock => block.id === table.id)!
  return { ...cleared, blocks: setCell(cleared.blocks, current, row, column, cellWith(cell, lines)) }
}

/** @param setRecord changes what is told of the item beside the text. */
export function setText(draft: Draft, placed: PlacedItem, field: TextField, value: string, { newId }: EditOptions, setRecord: SetRecord): EditResult {
  const { key, item, place } = placed
  if (field === 'category') return setCategory(draft, placed, value, setRecord)
  const role = roleOf(field)
  const marked = role === 'timeLimit' || role === 'responsible'
  let lines = entryLines(value, marked ? (line) => trimRecordText(role, line) : undefined)
  if (lines.length === 0 && field === 'problem') return { ok: false, fault: 'value-needed' }
  if (place) return { ok: true, key, draft: setInTable(draft, placed, field, lines, setRecord) }
  const texts = textsOf(item, field)
  if (role === undefined || (texts.length === 0 && item.apart)) return { ok: true, key, draft: setRecord(draft, { [field]: lines.join('\n') }) }
  const cleared = placed.record?.[field as keyof typeof placed.record] === undefined ? draft : setRecord(draft, { [field]: undefined })
  if (texts.length === 0) {
    if (lines.length === 0) return { ok: true, key, draft: cleared }
    const { blocks, first } = beginField(cleared, placed, field as PartField, lines, newId)
    return { ok: true, draft: { ...cleared, blocks }, key: role === 'problem' ? first : key }
  }
  // Another problem of such a paper would be an item of its own: what is added here belongs to the one there is.
  if (role === 'problem' && item.apart && lines.length > texts.length) lines = [...lines.slice(0, texts.length - 1), lines.slice(texts.length - 1).join('')]
  const others = [...item.problems, ...item.causes, ...item.measures, ...item.timeLimits, ...item.responsible].filter((text) => !texts.includes(text))
  if (lines.length === 0 && others.length === 0) return { ok: false, fault: 'value-needed' }
  const aligned = keepingFirst(texts.map((text) => text.text), lines)
  // Without any answer the next problem would become part of this item: the place stays, to be filled in.
  const answers = others.some((text) => !item.problems.includes(text))
  const emptied = lines.length === 0 && !answers ? { edits: [{ old: 0, text: '' }], removed: aligned.removed.filter((index) => index !== 0) } : aligned
  const blocks = writeEntries(cleared, texts, emptied, newId)
  const gone = lines.length === 0 && texts.some((text) => text.blockId === key)
  return { ok: true, draft: { ...cleared, blocks }, key: gone ? others[0]!.blockId : key }
}
