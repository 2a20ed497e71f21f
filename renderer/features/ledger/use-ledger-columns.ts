/** Which columns the table has: the unit's choice from the settings, with what only the screen knows. */
import { useMemo, useState, useSyncExternalStore } from 'react'
import { ledgerFieldFacts, type LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import type { LedgerTableColumn } from '../../../shared/ledger/ledger-table.ts'
import type { ViewField } from '../../../shared/ledger/ledger-view.ts'
import { ledgerText } from '../../text/ledger.ts'
import { currentSettings, useSettings, writeSetting } from '../settings/use-settings.ts'

export interface GridColumn {
  readonly field: ViewField
  readonly title: string
  /** CSS pixels. */
  readonly width: number
}

/** Widths that read well; long texts get what is left over. */
const usualWidths: Readonly<Record<ViewField, number>> = {
  number: 52, source: 124, category: 104, problem: 200, cause: 190, measure: 232, leader: 92, person: 92, office: 104, support: 104, timeLimit: 124, due: 108, left: 114,
  progress: 180, result: 180, evidence: 150, files: 140, state: 108, stateSince: 108, closedOn: 108,
}
export const leastWidth = 48
const mostWidth = 900

interface Look {
  readonly widths: Readonly<Partial<Record<ViewField, number>>>
  readonly hidesLeft: boolean
  readonly expands: boolean
}

/** How this machine shows the table; not part of what the unit decides. */
const lookKey = 'zhenggao-ledger-look'
const plainLook: Look = { widths: {}, hidesLeft: false, expands: false }
const lookListeners = new Set<() => void>()
let look: Look | undefined

function readLook(): Look {
  if (look) return look
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(lookKey) ?? '{}')
    const { widths, hidesLeft, expands } = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<Record<keyof Look, unknown>>
    const entries = typeof widths === 'object' && widths !== null ? Object.entries(widths).filter(([field, width]) => field in usualWidths && typeof width === 'number' && width >= leastWidth && width <= mostWidth) : []
    look = { widths: Object.fromEntries(entries), hidesLeft: hidesLeft === true, expands: expands === true }
  } catch {
    look = plainLook
  }
  return look
}

export function setLook(patch: Partial<Look>): void {
  look = { ...readLook(), ...patch }
  localStorage.setItem(lookKey, JSON.stringify(look))
  for (const listener of lookListeners) listener()
}

export function useLook(): Look {
  return useSyncExternalStore((listener) => {
    lookListeners.add(listener)
    return () => lookListeners.delete(listener)
  }, readLook)
}

export function setColumnWidth(field: ViewField, width: number): void {
  setLook({ widths: { ...readLook().widths, [field]: Math.round(Math.min(mostWidth, Math.max(leastWidth, width))) } })
}

export function resetColumnWidth(field: ViewField): void {
  const { [field]: _own, ...widths } = readLook().widths
  setLook({ widths })
}

/** The fields shown with their titles; 余期 stands behind what it is counted from. */
function shownFields(columns: readonly LedgerTableColumn[], several: boolean, hidesLeft: boolean): { field: ViewField; title: string }[] {
  const fields: { field: ViewField; title: string }[] = columns.filter(({ field }) => several || field !== 'source')
  if (several && !fields.some(({ field }) => field === 'source')) {
    fields.splice(fields[0]?.field === 'number' ? 1 : 0, 0, { field: 'source', title: ledgerFieldFacts.source.title })
  }
  if (hidesLeft) return fields
  const at = Math.max(fields.findIndex(({ field }) => field === 'due'), fields.findIndex(({ field }) => field === 'timeLimit'))
  const state = fields.findIndex(({ field }) => field === 'state')
  return fields.toSpliced(at !== -1 ? at + 1 : state !== -1 ? state : fields.length, 0, { field: 'left', title: ledgerText.left })
}

export interface LedgerColumnsView {
  readonly shown: readonly GridColumn[]
  /** As the unit chose them, for what is handed out. */
  readonly chosen: readonly LedgerTableColumn[]
}

/** @param room the table's width: long columns take what the others leave. */
export function useLedgerColumns(several: boolean, room: number): LedgerColumnsView {
  const { settings } = useSettings()
  const { widths, hidesLeft } = useLook()
  const chosen = settings.ledgerColumns.columns
  const shown = useMemo(() => {
    const columns = shownFields(chosen, several, hidesLeft).map(({ field, title }) => ({ field, title, width: widths[field] ?? usualWidths[field] }))
    const spare = room - columns.reduce((sum, { width }) => sum + width, 0)
    const elastic = columns.filter(({ field }) => widths[field] === undefined && usualWidths[field] >= 124)
    const base = elastic.reduce((sum, { width }) => sum + width, 0)
    return spare <= 0 || base === 0 ? columns : columns.map((column) => (elastic.includes(column) ? { ...column, width: Math.floor(column.width + (spare * column.width) / base) } : column))
  }, [chosen, several, hidesLeft, widths, room])
  return useMemo(() => ({ shown, chosen }), [shown, chosen])
}

/** Writes the unit's columns; where another window was first its choice is taken as the base. @returns why it was not stored. */
export async function saveColumns(columns: readonly LedgerTableColumn[]): Promise<string | undefined> {
  for (let attempt = 0; ; attempt += 1) {
    const result = await writeSetting('ledgerColumns', { columns }, currentSettings().ledgerColumns)
    if (result.ok) return undefined
    if (result.error.code !== 'SETTING_CHANGED' || attempt > 2) return result.error.message
    const stored = result.error.data as { readonly value: { readonly columns: readonly LedgerTableColumn[] } }
    const again = await writeSetting('ledgerColumns', { columns }, stored.value)
    if (again.ok) return undefined
  }
}

export function useColumnEdits() {
  const { settings } = useSettings()
  const [failure, setFailure] = useState<string>()
  const columns = settings.ledgerColumns.columns
  const set = (next: readonly LedgerTableColumn[]) => void saveColumns(next).then(setFailure)
  return {
    columns, failure, set,
    toggle: (field: LedgerField) => set(columns.some((one) => one.field === field) ? columns.filter((one) => one.field !== field) : [...columns, { field, title: ledgerFieldFacts[field].title }]),
    move: (from: number, to: number) => { if (from !== to && to >= 0 && to < columns.length) set(columns.toSpliced(from, 1).toSpliced(to, 0, columns[from]!)) },
    rename: (field: LedgerField, title: string) => set(columns.map((one) => (one.field === field ? { field, title: title.trim() || ledgerFieldFacts[field].title } : one))),
  }
}
