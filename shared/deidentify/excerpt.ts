/** The words around a place, for lists that show where something stands. */
import type { Draft } from '../document/draft.ts'
import { runsText } from '../document/runs.ts'
import type { PlaceRange } from '../placeholders/placeholder-places.ts'

export interface Excerpt {
  readonly before: string
  readonly text: string
  readonly after: string
}

/** @param room most characters to either side. @returns undefined where the draft has no such place. */
export function excerptAt({ blocks }: Draft, { place, from, to }: PlaceRange, room = 14): Excerpt | undefined {
  const block = blocks.find(({ id }) => id === place.blockId)
  const whole = block === undefined ? undefined : block.role === 'table' ? (place.in === 'cell' ? block.rows[place.row]?.[place.column] : undefined) : runsText(block.runs)
  if (whole === undefined) return undefined
  const start = Math.max(0, from - room)
  const end = Math.min(whole.length, to + room)
  return { before: `${start > 0 ? '…' : ''}${whole.slice(start, from)}`, text: whole.slice(from, to), after: `${whole.slice(to, end)}${end < whole.length ? '…' : ''}` }
}
