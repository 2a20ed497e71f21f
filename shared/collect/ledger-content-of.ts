/** The ledger of drafts as content that can travel: the rows as they stand now. */
import type { DraftKind } from '../document/draft.ts'
import type { LedgerField } from '../ledger/ledger-fields.ts'
import type { LedgerRow } from '../ledger/ledger-rows.ts'
import { ledgerContentVersion, type LedgerContent } from './ledger-content.ts'

export interface DraftOfLedger {
  readonly title: string
  readonly kind: DraftKind
  readonly rows: readonly LedgerRow[]
  /** Where it is not the ledger's own. */
  readonly unit?: string | undefined
}

export interface LedgerHead {
  readonly id: string
  readonly title: string
  readonly unit: string
  /** ISO date and time with zone Z. */
  readonly madeAt: string
}

export const mostLedgerRows = 50_000
const mostCharacters = 20_000

const oneLine = (text: string, most: number) => text.toWellFormed().replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, most).toWellFormed()
const lines = (text: string) => text.toWellFormed().replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]+/g, ' ').slice(0, mostCharacters).toWellFormed()

/** Dates are ISO, the state is its key: what counts is told without words. @param unit of a row that is not of the ledger's own unit. */
export function rowValues(row: Omit<LedgerRow, 'key' | 'draftId' | 'missing'>, unit?: string): LedgerContent['rows'][number]['values'] {
  const values: Partial<Record<LedgerField, string>> = {}
  for (const [field, text] of Object.entries(row.values) as [LedgerField, string][]) values[field] = lines(text)
  if (row.due !== null) values.due = row.due
  values.state = row.state
  if (row.stateSince !== undefined) values.stateSince = row.stateSince
  if (row.closedOn !== undefined) values.closedOn = row.closedOn
  if (unit !== undefined) values.source = lines(unit)
  return values
}

export function ledgerHead({ id, title, unit, madeAt }: LedgerHead): Omit<LedgerContent, 'rows'> {
  return { schemaVersion: ledgerContentVersion, id, title: oneLine(title, 500), unit: oneLine(unit, 200), madeAt }
}

/**
 * Every row of the drafts, in their order; `source` names the unit of rows that are not the ledger's own unit's.
 * @returns undefined where there are more rows than a ledger holds.
 */
export function ledgerContentOf(drafts: readonly DraftOfLedger[], head: LedgerHead): LedgerContent | undefined {
  const rows = drafts.flatMap(({ title, kind, unit, rows: own }) => own.map((row) => ({ name: `${row.draftId}/${row.key}`.slice(0, 140), draft: oneLine(title, 500), kind, values: rowValues(row, unit) })))
  return rows.length > mostLedgerRows ? undefined : { ...ledgerHead(head), rows }
}
