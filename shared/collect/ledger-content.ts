/** A ledger as it travels: the rows of one or more drafts as they stood, with where each is from. */
import { z } from 'zod'
import { draftKindSchema } from '../document/draft.ts'
import { ledgerFields } from '../ledger/ledger-fields.ts'

export const ledgerContentVersion = 1

const plain = (most: number) => z.string().max(most).refine((text) => text.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(text), 'control character')
/** May hold line breaks. */
const lines = z.string().max(20_000).refine((text) => text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(text), 'control character')

export const ledgerContentSchema = z.strictObject({
  schemaVersion: z.literal(ledgerContentVersion),
  id: z.string().min(1).max(64),
  title: plain(500),
  unit: plain(200),
  /** ISO date and time with zone Z. */
  madeAt: z.iso.datetime(),
  rows: z.array(z.strictObject({
    /** Tells the row again in a later package of the unit: the draft's id and the item's. */
    name: z.string().min(1).max(140),
    draft: plain(500),
    kind: draftKindSchema,
    values: z.partialRecord(z.enum(ledgerFields), lines).readonly(),
  })).max(50_000).readonly(),
})
export type LedgerContent = Readonly<z.infer<typeof ledgerContentSchema>>
