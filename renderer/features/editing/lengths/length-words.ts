/** A length against its limit, in words. */
import { lengthState, type LengthLimit, type LengthState } from '../../../../shared/document/length-limits.ts'
import { lengthText } from '../../../text/lengths.ts'
import { grouped } from '../../shell/times.ts'

export interface LengthWords {
  readonly text: string
  readonly state: LengthState
  readonly tooltip: string
  /** Share of the most, or where there is none of the least, from 0 to 1. */
  readonly share: number
}

/** @param what how the place is called in the line. @param name how it is called in the tooltip. */
export function lengthWords(what: string, name: string, characters: number, limit: LengthLimit): LengthWords {
  const { atLeast, atMost, suggested } = limit
  const state = lengthState(characters, limit)
  const base = atMost === undefined ? lengthText.plain(what, grouped(characters)) : lengthText.against(what, grouped(characters), grouped(atMost))
  const more = state === 'short' ? lengthText.short(grouped(atLeast!)) : state === 'over' ? lengthText.over(grouped(characters - atMost!)) : ''
  const tooltip = lengthText.tooltip(name, grouped(characters), atLeast === undefined ? undefined : grouped(atLeast), atMost === undefined ? undefined : grouped(atMost), suggested === true)
  return { text: base + more, state, tooltip, share: Math.min(1, characters / (atMost ?? atLeast ?? 1)) }
}
