/** Text the writer marks beside what was found: a finding of their own, in the place of what it overlaps. */
import type { Draft } from '../document/draft.ts'
import { isPlaceholderKey } from '../placeholders/catalogue.ts'
import { textsOf, type PlaceRange, type TextPlace } from '../placeholders/placeholder-places.ts'
import type { Finding } from './finding.ts'

export interface OwnMark extends PlaceRange {
  readonly key: string
}

export const placeName = (place: TextPlace) => (place.in === 'cell' ? `${place.blockId}\n${place.row}\n${place.column}` : place.blockId)

/** The same in every review of one state of the draft: marks are decided about like what was found. */
export const markId = ({ place, from, to }: PlaceRange) => `own ${placeName(place)} ${from} ${to}`

const meet = (a: { readonly from: number; readonly to: number }, b: { readonly from: number; readonly to: number }) => a.from < b.to && b.from < a.to

/**
 * The findings with the writer's marks, in the order of the paper; what a mark overlaps is taken into it. A mark that is
 * empty, outside its text, over an open placeholder or an earlier mark, or whose key has the wrong shape is none.
 */
export function withOwnMarks(draft: Draft, findings: readonly Finding[], marks: readonly OwnMark[]): Finding[] {
  if (marks.length === 0) return [...findings]
  const order = new Map<string, number>()
  const byPlace = new Map(textsOf(draft).map((one, index) => {
    order.set(placeName(one.place), index)
    return [placeName(one.place), one]
  }))
  const own = new Map<string, Finding[]>()
  for (const mark of marks) {
    const name = placeName(mark.place)
    const at = byPlace.get(name)
    const there = own.get(name) ?? []
    if (!at || mark.from < 0 || mark.to > at.text.length || mark.from >= mark.to || !isPlaceholderKey(mark.key)) continue
    if (at.open.some((one) => meet(one, mark)) || there.some((one) => meet(one, mark))) continue
    const { place, from, to, key } = mark
    own.set(name, [...there, { id: markId(mark), kind: 'own', place, from, to, text: at.text.slice(from, to), key, reason: '自己标出的内容', sure: true }])
  }
  const kept = findings.filter((one) => !(own.get(placeName(one.place)) ?? []).some((mark) => meet(one, mark)))
  return [...kept, ...[...own.values()].flat()].toSorted((a, b) => order.get(placeName(a.place))! - order.get(placeName(b.place))! || a.from - b.from)
}

/** Every place of a text that no finding and no open placeholder holds: what a mark of one of them marks as well. */
export function placesOfText(draft: Draft, text: string, findings: readonly PlaceRange[]): PlaceRange[] {
  if (text === '') return []
  const taken = Map.groupBy(findings, ({ place }) => placeName(place))
  return textsOf(draft).flatMap(({ place, text: whole, open }) => {
    const found: PlaceRange[] = []
    for (let from = whole.indexOf(text); from >= 0; from = whole.indexOf(text, from + text.length)) {
      const range = { place, from, to: from + text.length }
      if (![...open, ...taken.get(placeName(place)) ?? []].some((one) => meet(one, range))) found.push(range)
    }
    return found
  })
}
