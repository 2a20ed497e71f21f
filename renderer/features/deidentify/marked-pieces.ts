/** A text of the paper cut where findings, open placeholders and clues begin and end. */
import type { Finding } from '../../../shared/deidentify/finding.ts'
import { placeName } from '../../../shared/deidentify/own-marks.ts'
import type { Clue } from '../../../shared/deidentify/still-identifying.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import { textsOf } from '../../../shared/placeholders/placeholder-places.ts'

export type Piece =
  | { readonly kind: 'plain'; readonly from: number; readonly text: string; /** Places of clues in their list. */ readonly clues: string }
  | { readonly kind: 'open'; readonly from: number; readonly text: string }
  | { readonly kind: 'finding'; readonly from: number; readonly finding: Finding }

interface ClueRange {
  readonly from: number
  readonly to: number
  readonly clue: number
}

function plainPieces(text: string, from: number, to: number, clues: readonly ClueRange[]): Piece[] {
  const here = clues.filter((one) => one.from < to && from < one.to)
  const cuts = [...new Set([from, to, ...here.flatMap((one) => [one.from, one.to]).filter((at) => at > from && at < to)])].toSorted((a, b) => a - b)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!
    return { kind: 'plain', from: start, text: text.slice(start, end), clues: here.filter((one) => one.from <= start && end <= one.to).map(({ clue }) => clue).join(' ') }
  })
}

/** By the name of each place (`placeName`). */
export function markedPieces(draft: Draft, findings: readonly Finding[], clues: readonly Clue[]): ReadonlyMap<string, readonly Piece[]> {
  const findingsAt = Map.groupBy(findings, ({ place }) => placeName(place))
  const cluesAt = Map.groupBy(clues.flatMap((one, clue) => (one.inLabel ? [] : one.places.map(({ place, from, to }) => ({ place, from, to, clue })))), ({ place }) => placeName(place))
  return new Map(textsOf(draft).map(({ place, text, open }) => {
    const name = placeName(place)
    const whole: { readonly from: number; readonly to: number; readonly piece: Piece }[] = [
      ...(findingsAt.get(name) ?? []).map((finding) => ({ from: finding.from, to: finding.to, piece: { kind: 'finding' as const, from: finding.from, finding } })),
      ...open.map(({ from, to }) => ({ from, to, piece: { kind: 'open' as const, from, text: text.slice(from, to) } })),
    ].toSorted((a, b) => a.from - b.from)
    const pieces: Piece[] = []
    let at = 0
    for (const { from, to, piece } of whole) {
      if (from > at) pieces.push(...plainPieces(text, at, from, cluesAt.get(name) ?? []))
      pieces.push(piece)
      at = to
    }
    if (at < text.length) pieces.push(...plainPieces(text, at, text.length, cluesAt.get(name) ?? []))
    return [name, pieces]
  }))
}
