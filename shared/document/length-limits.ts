/** How long a paper and its parts should be: from the template or set by the writer. They inform and never stop anyone. */
import { z } from 'zod'

const count = z.int().min(1).max(1_000_000)

/** In characters as a reader counts them: all but blanks. */
export const lengthLimitSchema = z.strictObject({
  atLeast: count.exactOptional(),
  atMost: count.exactOptional(),
  /** Proposed by the template, not by the writer or the superior. */
  suggested: z.literal(true).exactOptional(),
}).refine(({ atLeast, atMost }) => (atLeast !== undefined || atMost !== undefined) && (atLeast ?? 1) <= (atMost ?? Infinity), 'a limit says at least or at most, in that order')
export type LengthLimit = Readonly<z.infer<typeof lengthLimitSchema>>

export const draftLimitsSchema = z.strictObject({
  whole: lengthLimitSchema.exactOptional(),
  /** By the id of the first-level heading the part stands under. One whose heading is gone says nothing. */
  parts: z.record(z.string().min(1).max(64), lengthLimitSchema).exactOptional(),
})
export type DraftLimits = Readonly<z.infer<typeof draftLimitsSchema>>

/** `near` from 90 % of the most on, `over` above it, `short` below the least. */
export type LengthState = 'within' | 'near' | 'over' | 'short'

const nearShare = 0.9

export function lengthState(characters: number, { atLeast, atMost }: LengthLimit): LengthState {
  if (atMost !== undefined && characters > atMost) return 'over'
  if (atLeast !== undefined && characters < atLeast) return 'short'
  return atMost !== undefined && characters >= atMost * nearShare ? 'near' : 'within'
}

/**
 * The limits with one set anew or, without a limit, taken away; undefined where none is left. Those of headings that are
 * no longer in the paper go on this occasion.
 * @param place 'whole' or a heading's id. @param blockIds of all blocks of the draft.
 */
export function setLimit(limits: DraftLimits | undefined, place: 'whole' | { readonly part: string }, limit: LengthLimit | undefined, blockIds: ReadonlySet<string>): DraftLimits | undefined {
  const whole = place === 'whole' ? limit : limits?.whole
  const kept = Object.entries(limits?.parts ?? {}).filter(([id]) => blockIds.has(id) && (place === 'whole' || id !== place.part))
  const parts = place === 'whole' || limit === undefined ? kept : [...kept, [place.part, limit] as const]
  if (whole === undefined && parts.length === 0) return undefined
  return { ...(whole === undefined ? {} : { whole }), ...(parts.length === 0 ? {} : { parts: Object.fromEntries(parts) }) }
}
