/** What the items of a paper lack, counted: only of items that tell problem and answer in one place. */
import type { Draft } from '../document/draft.ts'
import type { PlacedItem } from './item-places.ts'
import type { LedgerRow } from './ledger-rows.ts'
import type { OfferSpot } from './offers.ts'

export const lackKinds = ['problem', 'cause', 'measure', 'timeLimit', 'responsible'] as const
export type LackKind = (typeof lackKinds)[number]

export interface Completeness {
  /** Items of which it can be said what they lack. */
  readonly items: readonly PlacedItem[]
  /** Those that lack something, in the order of the paper; kinds nothing lacks are left out. */
  readonly lacking: readonly { readonly kind: LackKind; readonly items: readonly PlacedItem[] }[]
}

const hasResponsible = (row: LedgerRow) => !row.missing.includes('responsible')

/**
 * Causes count only where the paper tells causes with its items; who is responsible, in one's own plan, only where it says so.
 * @param items, rows, spots of the draft, one row for each item.
 */
export function completenessOf(draft: Pick<Draft, 'kind'>, items: readonly PlacedItem[], rows: readonly LedgerRow[], spots: readonly OfferSpot[]): Completeness {
  const offered = new Set(spots.flatMap((spot) => [...spot.ids]))
  const counted = items.flatMap((placed, index) => {
    const row = rows[index]!
    const together = row.values.problem !== undefined && row.missing.filter((part) => part !== 'problem').length < 3
    return !placed.item.apart && (placed.place !== undefined || together || placed.anchors.some((id) => offered.has(id))) ? [{ placed, row }] : []
  })
  const skipped: ReadonlySet<LackKind> = new Set<LackKind>([
    ...(counted.some(({ placed }) => placed.item.causes.length > 0) ? [] : ['cause' as const]),
    ...(draft.kind === 'individual-plan' && !counted.some(({ row }) => hasResponsible(row)) ? ['responsible' as const] : []),
  ])
  const lacks = (row: LedgerRow, kind: LackKind) => (kind === 'cause' ? row.values.cause === undefined : row.missing.includes(kind))
  const lacking = lackKinds.filter((kind) => !skipped.has(kind)).map((kind) => ({ kind, items: counted.filter(({ row }) => lacks(row, kind)).map(({ placed }) => placed) }))
  return { items: counted.map(({ placed }) => placed), lacking: lacking.filter((one) => one.items.length > 0) }
}
