/** Where each item of a draft keeps each field of its ledger row: in blocks of the text, in a cell, or in its record. */
import type { Draft, TableBlock } from '../document/draft.ts'
import type { ItemRecord } from '../document/item-record.ts'
import { cellEntries, trimRecordText, type RecordText } from '../document/items.ts'
import { linkedItems, type LinkedItem } from '../document/linked-items.ts'
import { isTextBlock } from '../document/runs.ts'
import type { LedgerField } from './ledger-fields.ts'
import { responsibleField, responsibleFields, type ResponsibleField } from './responsible-field.ts'
import { rowIdsOf, tableFields } from './table-fields.ts'

/** Fields of a row that hold text of the writer. */
export type TextField = 'category' | 'problem' | 'cause' | 'measure' | ResponsibleField | 'timeLimit' | 'progress' | 'result' | 'evidence' | 'files'

export interface TableRowPlace {
  readonly table: TableBlock
  readonly row: number
  readonly columns: ReadonlyMap<LedgerField, number>
}

export interface PlacedItem {
  /** The first of the anchors. */
  readonly key: string
  /** Blocks or rows by which a record may name the item. */
  readonly anchors: readonly string[]
  readonly item: LinkedItem
  /** The row of the table the item is, where it is one. */
  readonly place?: TableRowPlace
  readonly record?: ItemRecord
  /** Records of items that have since become part of this one. */
  readonly otherRecords: readonly ItemRecord[]
}

const isResponsible = (field: LedgerField): field is ResponsibleField => (responsibleFields as readonly string[]).includes(field)

/** The texts of the item that are the field's, in order. */
export function textsOf(item: LinkedItem, field: LedgerField): readonly RecordText[] {
  if (isResponsible(field)) return item.responsible.filter((text) => responsibleField(text.label) === field)
  switch (field) {
    case 'problem': return item.problems
    case 'cause': return item.causes
    case 'measure': return item.measures
    case 'timeLimit': return item.timeLimits
    default: return []
  }
}

/** The entries of a cell as lines; its numbers are not part of them. */
export function cellLines(cell: string, field: LedgerField): string {
  const role = field === 'timeLimit' ? 'timeLimit' : isResponsible(field) ? 'responsible' : undefined
  if (field === 'problem' || field === 'cause' || field === 'measure') {
    const entries = cellEntries(cell)
    if (entries.length > 1) return entries.map((entry) => entry.replaceAll('\n', '').trim()).filter((entry) => entry !== '').join('\n')
  }
  return role === undefined ? cell.trim() : trimRecordText(role, cell)
}

/** Blocks or rows by which a record may name the item, its problems first; what is only linked to it may be others' as well. */
function anchorsOf(item: LinkedItem, place: TableRowPlace | undefined): string[] {
  if (place) return [rowIdsOf(place.table)[place.row]!]
  return [...item.problems, ...item.causes, ...item.measures, ...item.timeLimits, ...item.responsible].flatMap((text) => (text.linked ? [] : [text.blockId]))
}

export interface PlacedItems {
  readonly items: readonly PlacedItem[]
  /** Causes and measures that answer no problem yet. */
  readonly loose: readonly LinkedItem[]
  /** Records whose item is no longer in the text. */
  readonly orphans: readonly ItemRecord[]
}

export function placeItems(draft: Pick<Draft, 'blocks' | 'records'>): PlacedItems {
  const tables = new Map(draft.blocks.flatMap((block) => (isTextBlock(block) ? [] : [[block.id, block] as const])))
  const fields = new Map([...tables].map(([id, table]) => [id, tableFields(table)]))
  const records = new Map<string, ItemRecord>()
  for (const record of draft.records ?? []) if (!records.has(record.item)) records.set(record.item, record)
  const used = new Set<ItemRecord>()
  const items: PlacedItem[] = []
  const loose: LinkedItem[] = []
  for (const item of linkedItems(draft)) {
    if (item.loose) {
      loose.push(item)
      continue
    }
    const first = [item.problems, item.causes, item.measures, item.timeLimits, item.responsible].flat().find((text) => text.cell)
    const table = first && tables.get(first.blockId)
    const place = first && table ? { table, row: first.cell!.row, columns: fields.get(table.id)! } : undefined
    const anchors = anchorsOf(item, place)
    const [record, ...others] = [...new Set(anchors)].flatMap((id) => records.get(id) ?? []).filter((one) => !used.has(one))
    for (const one of record ? [record, ...others] : []) used.add(one)
    items.push({ key: anchors[0]!, anchors, item, ...(place ? { place } : {}), ...(record ? { record } : {}), otherRecords: others })
  }
  return { items, loose, orphans: (draft.records ?? []).filter((record) => !used.has(record)) }
}

/** Whether the field's value is kept beside the text: the paper has no place for it, so it is never printed. */
export function keptInRecord(placed: PlacedItem, field: TextField): boolean {
  const told = placed.record?.[field as keyof ItemRecord] !== undefined
  if (told || field === 'progress' || field === 'result' || field === 'evidence' || field === 'files') return told
  if (placed.place) return field === 'category' ? placed.item.group === '' && !placed.place.columns.has('category') : !placed.place.columns.has(field)
  if (field === 'category') return placed.item.group === ''
  return placed.item.apart === true && textsOf(placed.item, field).length === 0
}
