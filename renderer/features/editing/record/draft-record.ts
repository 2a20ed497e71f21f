/** The record of a state of the draft, derived once for all that show it. */
import type { Draft } from '../../../../shared/document/draft.ts'
import { completenessOf, type Completeness } from '../../../../shared/ledger/completeness.ts'
import { placeItems, type PlacedItem } from '../../../../shared/ledger/item-places.ts'
import { deriveLedger, type DraftLedger } from '../../../../shared/ledger/ledger-rows.ts'
import { offerSpots, type OfferSpot } from '../../../../shared/ledger/offers.ts'

export interface DraftRecord {
  readonly items: readonly PlacedItem[]
  readonly ledger: DraftLedger
  readonly spots: readonly OfferSpot[]
  readonly completeness: Completeness
}

const known = new WeakMap<Draft, DraftRecord>()

export function draftRecord(draft: Draft): DraftRecord {
  const found = known.get(draft)
  if (found) return found
  const placed = placeItems(draft)
  const ledger = deriveLedger(draft, placed)
  const spots = offerSpots(draft)
  const record = { items: placed.items, ledger, spots, completeness: completenessOf(draft, placed.items, ledger.rows, spots) }
  known.set(draft, record)
  return record
}
