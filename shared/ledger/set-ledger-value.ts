/**
 * One value of a ledger row set, in the place the paper keeps it: in its blocks, in a cell of its table or, where the text
 * has no place for it, in the item's record. `deriveLedger` of the result shows the value.
 */
import type { Draft } from '../document/draft.ts'
import type { ItemRecord } from '../document/item-record.ts'
import { parseIsoDate } from '../time-limit/calendar.ts'
import { readDateLine } from '../time-limit/paper-context.ts'
import { placeItems, type PlacedItem, type TextField } from './item-places.ts'
import { readState } from './item-states.ts'
import { itemStateNames, itemStates, ledgerFieldFacts, type ItemState, type LedgerField } from './ledger-fields.ts'
import { setText } from './set-text.ts'
import { rowIdsOf } from './table-fields.ts'
import { writtenDate } from './written-dates.ts'
import { setCell } from './write-cell.ts'

export interface LedgerEdit {
  readonly key: string
  readonly field: LedgerField
  /** Lines of text, an ISO date, or a state; '' takes the value away. */
  readonly value: string
}

export interface EditOptions {
  /** ISO date of the day a state is set. */
  readonly today: string
  readonly newId: () => string
}

export type EditFault = 'item-gone' | 'field-derived' | 'value-needed' | 'date-invalid' | 'state-invalid'

export type EditResult = { readonly ok: true; readonly draft: Draft; readonly key: string } | { readonly ok: false; readonly fault: EditFault }

type RecordPatch = { readonly [K in Exclude<keyof ItemRecord, 'item'>]?: ItemRecord[K] | undefined }

/** What is told of the item, changed; a record that tells nothing any more goes. */
export function patchRecord(draft: Draft, placed: PlacedItem, patch: RecordPatch): Draft {
  const before = placed.record
  const entries = Object.entries({ ...before, ...patch, item: placed.key }).filter(([, value]) => value !== undefined && value !== '')
  const record = entries.length > 1 ? (Object.fromEntries(entries) as ItemRecord) : undefined
  const rest = draft.records ?? []
  const at = before === undefined ? -1 : rest.indexOf(before)
  const records = at === -1 ? [...rest, ...(record ? [record] : [])] : rest.flatMap((one, index) => (index === at ? (record ? [record] : []) : [one]))
  const { records: _records, ...bare } = draft
  const { place } = placed
  const blocks = record !== undefined && place !== undefined && place.table.rowIds === undefined
    ? draft.blocks.map((block) => (block.id === place.table.id ? { ...block, rowIds: [...rowIdsOf(place.table)] } as typeof block : block))
    : draft.blocks
  return { ...bare, blocks, ...(records.length > 0 ? { records } : {}) }
}

/** The cell of the field, and whether it can be written: empty, or something the field can be read from. */
function ownCell(placed: PlacedItem, field: LedgerField, reads: (text: string) => unknown): { row: number; column: number; text: string } | undefined {
  const column = placed.place?.columns.get(field)
  if (placed.place === undefined || column === undefined) return undefined
  const text = placed.place.table.rows[placed.place.row]?.[column]
  return text !== undefined && (text.trim() === '' || reads(text) !== undefined) ? { row: placed.place.row, column, text } : undefined
}

function writeOwnCell(draft: Draft, placed: PlacedItem, { row, column }: { row: number; column: number }, text: string): Draft {
  const table = draft.blocks.find((block) => block.id === placed.place?.table.id)
  return table?.role === 'table' ? { ...draft, blocks: setCell(draft.blocks, table, row, column, text) } : draft
}

function setDate(draft: Draft, placed: PlacedItem, field: 'stateSince' | 'closedOn', value: string): Draft {
  const cell = ownCell(placed, field, readDateLine)
  if (!cell) return patchRecord(draft, placed, { [field]: value === '' ? undefined : value })
  return writeOwnCell(patchRecord(draft, placed, { [field]: undefined }), placed, cell, value === '' ? '' : writtenDate(value))
}

function setState(draft: Draft, placed: PlacedItem, state: ItemState | '', today: string): Draft {
  const cell = ownCell(placed, 'state', readState)
  const since = state === '' ? undefined : today
  const patched = patchRecord(draft, placed, { state: cell || state === '' ? undefined : state, stateSince: since })
  return cell ? writeOwnCell(patched, placed, cell, state === '' ? '' : itemStateNames[state]) : patched
}

function place(draft: Draft, key: string): PlacedItem | undefined {
  return placeItems(draft).items.find((placed) => placed.key === key)
}

/** A closed item has a day of closure, and no other has. */
function keepClosure(draft: Draft, key: string, state: ItemState | '', today: string): Draft {
  const placed = place(draft, key)
  if (!placed) return draft
  const cell = ownCell(placed, 'closedOn', readDateLine)
  const has = placed.record?.closedOn !== undefined || (cell !== undefined && cell.text.trim() !== '')
  if (state === 'closed') return has ? draft : setDate(draft, placed, 'closedOn', today)
  return has ? setDate(draft, placed, 'closedOn', '') : draft
}

/** Sets one value. Shapes as in {@link LedgerEdit}; faults leave the draft as it was. */
export function setLedgerValue(draft: Draft, { key, field, value }: LedgerEdit, options: EditOptions): EditResult {
  const placed = place(draft, key)
  if (!placed) return { ok: false, fault: 'item-gone' }
  if (ledgerFieldFacts[field].derived) return { ok: false, fault: 'field-derived' }
  if (field === 'stateSince' || field === 'closedOn') {
    if (value !== '' && parseIsoDate(value) === undefined) return { ok: false, fault: 'date-invalid' }
    return { ok: true, draft: setDate(draft, placed, field, value), key }
  }
  if (field === 'state') {
    if (value !== '' && !(itemStates as readonly string[]).includes(value)) return { ok: false, fault: 'state-invalid' }
    const state = value as ItemState | ''
    return { ok: true, draft: keepClosure(setState(draft, placed, state, options.today), key, state, options.today), key }
  }
  const result = setText(draft, placed, field as TextField, value, options, (changed, patch) => patchRecord(changed, placed, patch))
  return result.ok ? renamed(result.draft, placed, result.key) : result
}

/** The item may go by another name now: a problem before what was the first, the first taken away. Its record follows. */
function renamed(draft: Draft, placed: PlacedItem, named: string): EditResult {
  const names = new Set([named, ...placed.anchors])
  const now = placeItems(draft).items.find(({ anchors }) => anchors.some((id) => names.has(id)))
  // An item without a word left would be gone from paper and ledger alike.
  if (!now) return { ok: false, fault: 'value-needed' }
  const { key } = now
  const told = placed.record?.item
  if (told === undefined || draft.records === undefined || now.anchors.includes(told)) return { ok: true, draft, key }
  return { ok: true, key, draft: { ...draft, records: draft.records.map((record) => (record.item === told ? { ...record, item: key } : record)) } }
}
