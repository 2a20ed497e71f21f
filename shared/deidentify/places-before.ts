/** From places of a template back to the draft it was made of, where placeholders stood for longer or shorter text. */
import type { PlaceRange } from '../placeholders/placeholder-places.ts'
import { placeholderText } from '../placeholders/catalogue.ts'
import type { Finding } from './finding.ts'
import { placeName } from './own-marks.ts'

/** @param replaced with the keys they were replaced by. @returns the range before: one that ends in a placeholder takes its whole text in. */
export function placeBefore(range: PlaceRange, replaced: readonly Finding[]): PlaceRange {
  const name = placeName(range.place)
  let grown = 0
  let from = range.from
  let to = range.to
  for (const one of replaced.filter(({ place }) => placeName(place) === name).toSorted((a, b) => a.from - b.from)) {
    const start = one.from + grown
    const end = start + placeholderText(one.key).length
    grown += placeholderText(one.key).length - (one.to - one.from)
    if (range.from >= end) from = range.from - grown
    else if (range.from > start) from = one.from
    if (range.to >= end) to = range.to - grown
    else if (range.to > start) to = one.to
  }
  return { place: range.place, from, to }
}
