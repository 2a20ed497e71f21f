/** The 台账 of a draft: a row for each 整改事项, read from the text itself and from what is told of the item beside it. */
import type { Draft } from '../document/draft.ts'
import { paperTimeContext, readDateLine } from '../time-limit/paper-context.ts'
import { parseTimeLimit, type TimeLimit, type TimeLimitContext } from '../time-limit/parse-time-limit.ts'
import { cellLines, placeItems, textsOf, type PlacedItem, type PlacedItems, type TextField } from './item-places.ts'
import { inferState, readState } from './item-states.ts'
import type { ItemState, LedgerField } from './ledger-fields.ts'

export const missingParts = ['problem', 'measure', 'timeLimit', 'responsible'] as const
export type MissingPart = (typeof missingParts)[number]

export interface LedgerRow {
  /** Names the item in its draft, whatever is edited: a block or a row of a table. */
  readonly key: string
  readonly draftId: string
  /** Texts, entries on lines of their own; a field without text is left out. */
  readonly values: Readonly<Partial<Record<TextField, string>>>
  /** ISO, the latest of the item's limits; null where the words give none. */
  readonly due: string | null
  /** The year of the date is not in the words. */
  readonly yearInferred?: true
  readonly state: ItemState
  /** Nobody has set it yet. */
  readonly stateInferred?: true
  readonly stateSince?: string
  readonly closedOn?: string
  /** What superiors look for and do not find. */
  readonly missing: readonly MissingPart[]
  /** Tied by links between parts of the paper. */
  readonly apart?: true
  /** Whose the item was, in a draft put together from several. */
  readonly origin?: string
}

export interface DraftLedger {
  readonly rows: readonly LedgerRow[]
  /** Causes and measures that answer no problem yet. */
  readonly loose: number
  /** Records of items that are no longer in the text. */
  readonly orphans: number
}

const textFields = ['problem', 'cause', 'measure', 'leader', 'person', 'office', 'support', 'timeLimit', 'progress', 'result', 'evidence', 'files'] as const satisfies readonly TextField[]

/** The heading as a category: its closing mark is no part of the name. */
export function categoryOf(heading: string): string {
  return heading.trim().replace(/[\s。：:；，]+$/u, '')
}

/** What the row shows in a text field, '' for nothing. */
export function fieldText(placed: PlacedItem, field: TextField): string {
  const { item, place, record } = placed
  const told = record?.[field as keyof typeof record]
  if (field === 'category') return item.group === '' ? told ?? '' : categoryOf(item.group)
  const column = place?.columns.get(field)
  const cell = place && column !== undefined ? place.table.rows[place.row]?.[column] : undefined
  const text = place ? (cell === undefined ? '' : cellLines(cell, field)) : textsOf(item, field).map((one) => one.text).join('\n')
  return [text, told ?? ''].filter((part) => part !== '').join('\n')
}

function cellText(placed: PlacedItem, field: LedgerField): string {
  const column = placed.place?.columns.get(field)
  return placed.place && column !== undefined ? placed.place.table.rows[placed.place.row]?.[column] ?? '' : ''
}

function limitsOf(text: string, context: TimeLimitContext): TimeLimit[] {
  return text === '' ? [] : text.split('\n').map((line) => parseTimeLimit(line, context))
}

function rowOf(draftId: string, placed: PlacedItem, context: TimeLimitContext, origins: ReadonlyMap<string, string>): LedgerRow {
  const { key, item, record } = placed
  const values: Partial<Record<TextField, string>> = {}
  for (const field of ['category', ...textFields] as const) {
    const text = fieldText(placed, field)
    if (text !== '') values[field] = text
  }
  const limits = limitsOf(values.timeLimit ?? '', context)
  const from = origins.get(placed.place?.table.id ?? key)
  const latest = limits.reduce<TimeLimit | undefined>((found, limit) => (limit.due !== null && (found === undefined || limit.due > found.due!) ? limit : found), undefined)
  const set = readState(cellText(placed, 'state')) ?? record?.state
  const closedOn = readDateLine(cellText(placed, 'closedOn')) ?? record?.closedOn
  const responsible = values.leader ?? values.person ?? values.office ?? values.support
  const missing: MissingPart[] = [
    ...(values.problem === undefined ? ['problem' as const] : []), ...(values.measure === undefined ? ['measure' as const] : []),
    ...(values.timeLimit === undefined ? ['timeLimit' as const] : []), ...(responsible === undefined ? ['responsible' as const] : []),
  ]
  return {
    key, draftId, values, due: latest?.due ?? null,
    ...(latest?.yearInferred ? { yearInferred: true } : {}),
    state: set ?? (closedOn === undefined ? inferState(limits, values.result ?? '') : 'closed'),
    ...(set === undefined ? { stateInferred: true } : {}),
    ...(record?.stateSince === undefined ? {} : { stateSince: record.stateSince }),
    ...(closedOn === undefined ? {} : { closedOn }),
    missing, ...(item.apart ? { apart: true } : {}), ...(from === undefined ? {} : { origin: from }),
  }
}

/** What the source column says: the draft's title and, where it was put together from several, whose the item was. */
export const sourceOf = (title: string, { origin }: Pick<LedgerRow, 'origin'>): string => (origin === undefined ? title : `${title}（${origin}）`)

/** The rows in the order of the paper. */
export function deriveLedger(draft: Pick<Draft, 'id' | 'title' | 'meta' | 'blocks' | 'records' | 'origins'>, placed: PlacedItems = placeItems(draft)): DraftLedger {
  const { items, loose, orphans } = placed
  const context = items.length > 0 ? paperTimeContext(draft) : {}
  const origins = new Map((draft.origins ?? []).map(({ block, from }) => [block, from]))
  return {
    rows: items.map((placed) => rowOf(draft.id, placed, context, origins)),
    loose: loose.reduce((sum, item) => sum + item.causes.length + item.measures.length, 0),
    orphans: orphans.length + items.reduce((sum, placed) => sum + placed.otherRecords.length, 0),
  }
}
