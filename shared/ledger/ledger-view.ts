/** What of a ledger is shown and in which order: search, filters, groups, sorting. Counts go with each choice that is left. */
import { ledgerCell, rowName, type ListedRow } from './build-ledger-table.ts'
import { itemStates, type ItemState, type LedgerField } from './ledger-fields.ts'
import { splitNames } from './names-in-cell.ts'
import { daysLeft, defaultColourDays, limitColour, type ColourDays, type LimitColour } from './time-left.ts'

/** The columns of the screen: 余期 is counted from today, so no paper has it. */
export type ViewField = LedgerField | 'left'

export const groupFields = ['leader', 'person', 'office', 'category', 'state', 'source', 'due'] as const
/** `due` groups by month. */
export type GroupField = (typeof groupFields)[number]

export const filterFields = ['category', 'source', 'leader', 'person', 'office', 'support', 'due'] as const
export type FilterField = (typeof filterFields)[number]

export interface LedgerQuery {
  /** Words parted by blanks; a row holds all of them. */
  readonly search: string
  readonly state: ItemState | null
  readonly colour: Exclude<LimitColour, 'none'> | null
  /** Only rows that lack something. */
  readonly missing: boolean
  /** Values of which a row has one; '' stands for an empty cell. */
  readonly filters: Readonly<Partial<Record<FilterField, readonly string[]>>>
  readonly group: GroupField | null
  /** Undefined is the order of the paper. */
  readonly sort?: { readonly field: ViewField; readonly descending: boolean } | undefined
}
export const emptyQuery: LedgerQuery = { search: '', state: null, colour: null, missing: false, filters: {}, group: null }

export interface ViewOptions {
  /** ISO date the days left are counted from. */
  readonly today: string
  readonly days?: ColourDays
  /** Fields whose text is searched: those that are shown. */
  readonly fields: readonly LedgerField[]
}

export interface LedgerGroup {
  /** The value the rows share, '' for none; a month as 2024-06. One group without a key where nothing is grouped. */
  readonly key: string
  readonly rows: readonly ListedRow[]
}

/** How many rows a choice would show, all other choices as they are. */
export interface ViewCounts {
  readonly total: number
  readonly states: Readonly<Record<ItemState, number>>
  /** Rows of all states. */
  readonly anyState: number
  readonly colours: Readonly<Record<LimitColour, number>>
  readonly missing: number
  readonly values: Readonly<Partial<Record<FilterField, ReadonlyMap<string, number>>>>
}

export interface LedgerView {
  readonly groups: readonly LedgerGroup[]
  /** Each row once, in the order shown. */
  readonly rows: readonly ListedRow[]
  readonly counts: ViewCounts
}

/** The values a row is filtered and grouped by: a person each, a month, [''] for an empty cell. */
export function valuesOf(row: ListedRow, field: GroupField | FilterField): readonly string[] {
  switch (field) {
    case 'source': return [row.draftId]
    case 'category': return [row.values.category ?? '']
    case 'state': return [row.state]
    case 'due': return [row.due === null ? '' : row.due.slice(0, 7)]
    default: {
      const names = splitNames(row.values[field] ?? '')
      return names.length === 0 ? [''] : names
    }
  }
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

function searchMatcher(search: string, fields: readonly LedgerField[]): ((row: ListedRow) => boolean) | undefined {
  const words = plain(search).split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0) return undefined
  return (row) => {
    const text = plain(fields.map((field) => { const { text: words, date } = ledgerCell(row, field); return date === undefined ? words : `${words}\n${date}` }).join('\n'))
    return words.every((word) => text.includes(word))
  }
}

type Condition = 'search' | 'state' | 'colour' | 'missing' | FilterField

function conditions(query: LedgerQuery, { today, days = defaultColourDays, fields }: ViewOptions): [Condition, (row: ListedRow) => boolean][] {
  const { state, colour, missing, filters } = query
  const search = searchMatcher(query.search, fields)
  return [
    ...(search ? [['search', search] as [Condition, (row: ListedRow) => boolean]] : []),
    ...(state === null ? [] : [['state', (row: ListedRow) => row.state === state] as [Condition, (row: ListedRow) => boolean]]),
    ...(colour === null ? [] : [['colour', (row: ListedRow) => limitColour(daysLeft(row, today), days) === colour] as [Condition, (row: ListedRow) => boolean]]),
    ...(missing ? [['missing', (row: ListedRow) => row.missing.length > 0] as [Condition, (row: ListedRow) => boolean]] : []),
    ...filterFields.flatMap((field) => {
      const wanted = filters[field]
      return wanted === undefined || wanted.length === 0 ? [] : [[field, (row: ListedRow) => valuesOf(row, field).some((value) => wanted.includes(value))] as [Condition, (row: ListedRow) => boolean]]
    }),
  ]
}

/** Rows that meet every condition; those that fail one only count for the other choices of that one. */
function sift(rows: readonly ListedRow[], query: LedgerQuery, options: ViewOptions): { shown: ListedRow[]; counts: ViewCounts } {
  const tests = conditions(query, options)
  const shown: ListedRow[] = []
  const states: Record<ItemState, number> = { 'not-started': 0, 'under-way': 0, done: 0, closed: 0, 'long-term': 0 }
  const colours: Record<LimitColour, number> = { none: 0, green: 0, yellow: 0, red: 0 }
  const values = Object.fromEntries(filterFields.map((field) => [field, new Map<string, number>()])) as Record<FilterField, Map<string, number>>
  let [anyState, missing] = [0, 0]
  for (const row of rows) {
    const failed = tests.filter(([, test]) => !test(row))
    if (failed.length > 1) continue
    const only = failed[0]?.[0]
    const counts = (condition: Condition) => only === undefined || only === condition
    if (only === undefined) shown.push(row)
    if (counts('state')) {
      states[row.state] += 1
      anyState += 1
    }
    if (counts('colour')) colours[limitColour(daysLeft(row, options.today), options.days)] += 1
    if (counts('missing') && row.missing.length > 0) missing += 1
    for (const field of filterFields) {
      if (counts(field)) for (const value of new Set(valuesOf(row, field))) values[field].set(value, (values[field].get(value) ?? 0) + 1)
    }
  }
  return { shown, counts: { total: shown.length, states, anyState, colours, missing, values } }
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true })

/** What a row is sorted by; undefined for an empty cell, which stands last either way. */
function sortKey(row: ListedRow, field: ViewField, today: string): string | number | undefined {
  switch (field) {
    case 'number': return row.number
    case 'left': return daysLeft(row, today)
    case 'state': return itemStates.indexOf(row.state)
    case 'due': return row.due ?? undefined
    case 'stateSince': return row.stateSince
    case 'closedOn': return row.closedOn
    default: return ledgerCell(row, field).text || undefined
  }
}

function sorted(rows: readonly ListedRow[], sort: LedgerQuery['sort'], today: string): readonly ListedRow[] {
  if (sort === undefined) return rows
  const direction = sort.descending ? -1 : 1
  const keyed = rows.map((row) => ({ row, key: sortKey(row, sort.field, today) }))
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return a.key === b.key ? a.row.number - b.row.number : a.key === undefined ? 1 : -1
    const order = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : collator.compare(String(a.key), String(b.key))
    return order === 0 ? a.row.number - b.row.number : order * direction
  })
  return keyed.map(({ row }) => row)
}

function grouped(rows: readonly ListedRow[], field: GroupField | null): readonly LedgerGroup[] {
  if (field === null) return [{ key: '', rows }]
  const groups = new Map<string, ListedRow[]>()
  for (const row of rows) {
    for (const key of new Set(valuesOf(row, field))) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  }
  // States and months have an order of their own, names stand as the paper names them first; what has none comes last.
  const first = new Map([...groups].map(([key, own]) => [key, Math.min(...own.map((row) => row.number))]))
  const order = (a: string, b: string) =>
    a === '' || b === '' ? Number(a === '') - Number(b === '') :
    field === 'state' ? itemStates.indexOf(a as ItemState) - itemStates.indexOf(b as ItemState) : field === 'due' ? (a < b ? -1 : 1) : first.get(a)! - first.get(b)!
  return [...groups].sort(([a], [b]) => order(a, b)).map(([key, own]) => ({ key, rows: own }))
}

export function viewLedger(rows: readonly ListedRow[], query: LedgerQuery, options: ViewOptions): LedgerView {
  const { shown, counts } = sift(rows, query, options)
  const ordered = sorted(shown, query.sort, options.today)
  const groups = grouped(ordered, query.group)
  return { groups, rows: query.group === null ? ordered : [...new Set(groups.flatMap((group) => group.rows))], counts }
}

/**
 * The view with the places of an earlier one: a row does not leave or move under the hand that edits it.
 * @returns undefined where a row of the earlier view is gone; `stale` where the places would be others by now.
 */
export function holdPlaces(earlier: LedgerView, now: LedgerView, rows: ReadonlyMap<string, ListedRow>): { readonly view: LedgerView; readonly stale: boolean } | undefined {
  const current = (row: ListedRow) => rows.get(rowName(row))
  const groups: LedgerGroup[] = []
  for (const group of earlier.groups) {
    const own = group.rows.map(current)
    if (own.includes(undefined)) return undefined
    groups.push({ key: group.key, rows: own as ListedRow[] })
  }
  const places = (view: readonly LedgerGroup[]) => view.map(({ key, rows: own }) => `${key}\n${own.map(rowName).join('\n')}`).join('\n\n')
  if (places(groups) === places(now.groups)) return { view: now, stale: false }
  const shown = groups.length === 1 ? groups[0]!.rows : [...new Set(groups.flatMap((group) => group.rows))]
  return { view: { groups, rows: shown, counts: now.counts }, stale: true }
}
