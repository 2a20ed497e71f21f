/** Which block, paragraph or row of one version is which of another, in one order. What changed places is taken out and put in. */

export interface Unit {
  /** Ids that survive editing; empty where there are none. */
  readonly ids: readonly string[]
  /** Only units of one kind can be the same: paragraphs, tables of so many columns. */
  readonly kind: string
  /** Its own words, without computed numbers. */
  readonly words: string
}

/** Indexes into the old and the new list. */
export type Aligned =
  | { readonly old: number; readonly now: number }
  | { readonly old: number; readonly now?: undefined }
  | { readonly old?: undefined; readonly now: number }

interface Pair {
  readonly old: number
  readonly now: number
}

/** Tables of pairs beyond this would take too long; so many paragraphs without one equal among them are another text. */
const mostPairs = 160_000
const leastLikeness = 0.35

function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** Share of neighbouring characters both have: 0 to 1. */
function likeness(a: Unit, b: Unit, of: (unit: Unit) => Map<string, number>): number {
  if (a.words === b.words) return 1
  const [x, y] = [of(a), of(b)]
  const total = Math.max(0, a.words.length - 1) + Math.max(0, b.words.length - 1)
  if (total === 0) return 0
  let common = 0
  const [fewer, more] = x.size < y.size ? [x, y] : [y, x]
  for (const [pair, count] of fewer) common += Math.min(count, more.get(pair) ?? 0)
  return (2 * common) / total
}

/** Of pairs in the order of the old list, those that are in the order of the new list too and carry the most text. */
function heaviestChain(pairs: readonly Pair[], weight: (pair: Pair) => number, size: number): Pair[] {
  // A Fenwick tree of the best chain that ends before a place of the new list.
  const best: (number | undefined)[] = new Array<number | undefined>(size + 1).fill(undefined)
  const sums: number[] = []
  const before: (number | undefined)[] = []
  let end: number | undefined
  const heavier = (a: number | undefined, b: number | undefined) => (a === undefined ? b : b === undefined || sums[b]! <= sums[a]! ? a : b)
  pairs.forEach((pair, index) => {
    let last: number | undefined
    for (let at = pair.now; at > 0; at -= at & -at) last = heavier(last, best[at])
    before.push(last)
    sums.push(weight(pair) + (last === undefined ? 0 : sums[last]!))
    for (let at = pair.now + 1; at <= size; at += at & -at) best[at] = heavier(best[at], index)
    end = heavier(end, index)
  })
  const chain: Pair[] = []
  for (let at = end; at !== undefined; at = before[at]) chain.push(pairs[at]!)
  return chain.reverse()
}

/** Pairs that are surely the same: equal words with an id in common, or words that stand once in both. */
function anchors(old: readonly Unit[], now: readonly Unit[]): Pair[] {
  const byWords = (units: readonly Unit[]) => Map.groupBy(units.keys(), (index) => `${units[index]!.kind}\n${units[index]!.words}`)
  const [before, after] = [byWords(old), byWords(now)]
  const pairs: Pair[] = []
  for (const [key, places] of before) {
    const others = after.get(key)
    if (others === undefined) continue
    const once = places.length === 1 && others.length === 1 && old[places[0]!]!.words !== ''
    for (const place of places) {
      const same = others.find((other) => old[place]!.ids.some((id) => now[other]!.ids.includes(id))) ?? (once ? others[0] : undefined)
      if (same !== undefined) pairs.push({ old: place, now: same })
    }
  }
  return heaviestChain(pairs.sort((a, b) => a.old - b.old || b.now - a.now), (pair) => old[pair.old]!.words.length + 1, now.length)
}

interface Gap {
  readonly old: readonly [number, number]
  readonly now: readonly [number, number]
}

/** The best order-keeping pairs between two anchors, by likeness, an id in common counting for them (Needleman–Wunsch). */
function pairsInGap(old: readonly Unit[], now: readonly Unit[], { old: [from, to], now: [start, end] }: Gap, of: (unit: Unit) => Map<string, number>): Pair[] {
  const [height, width] = [to - from, end - start]
  if (height === 0 || width === 0 || height * width > mostPairs) return []
  const score = (row: number, column: number): number => {
    const [a, b] = [old[from + row]!, now[start + column]!]
    if (a.kind !== b.kind) return 0
    const like = likeness(a, b, of)
    const known = a.ids.some((id) => b.ids.includes(id))
    // The same block with other words is still the same, where nothing else is more like it.
    return known ? 0.1 + like : like >= leastLikeness ? like : 0
  }
  const table = Array.from({ length: height + 1 }, () => new Float64Array(width + 1))
  const scores = Array.from({ length: height }, () => new Float64Array(width))
  for (let row = height - 1; row >= 0; row -= 1) {
    for (let column = width - 1; column >= 0; column -= 1) {
      const own = score(row, column)
      scores[row]![column] = own
      table[row]![column] = Math.max(table[row + 1]![column]!, table[row]![column + 1]!, own === 0 ? 0 : own + table[row + 1]![column + 1]!)
    }
  }
  const pairs: Pair[] = []
  for (let row = 0, column = 0; row < height && column < width;) {
    const own = scores[row]![column]!
    if (own > 0 && table[row]![column] === own + table[row + 1]![column + 1]!) pairs.push({ old: from + row++, now: start + column++ })
    else if (table[row]![column] === table[row + 1]![column]) row += 1
    else column += 1
  }
  return pairs
}

function gapsBetween(pairs: readonly Pair[], oldSize: number, nowSize: number): Gap[] {
  const bounds = [{ old: -1, now: -1 }, ...pairs, { old: oldSize, now: nowSize }]
  return bounds.slice(1).map((pair, index) => ({ old: [bounds[index]!.old + 1, pair.old], now: [bounds[index]!.now + 1, pair.now] }))
}

/** @returns every index of both lists once; in a gap what was taken out comes before what was put in. */
export function alignUnits(old: readonly Unit[], now: readonly Unit[]): Aligned[] {
  const known = new Map<Unit, Map<string, number>>()
  const of = (unit: Unit) => {
    const found = known.get(unit) ?? bigrams(unit.words)
    known.set(unit, found)
    return found
  }
  const sure = anchors(old, now)
  const inGaps = gapsBetween(sure, old.length, now.length).map((gap) => pairsInGap(old, now, gap, of))
  const pairs = inGaps.flatMap((found, index) => [...found, ...(sure[index] ? [sure[index]] : [])])
  return gapsBetween(pairs, old.length, now.length).flatMap((gap, index): Aligned[] => [
    ...Array.from({ length: gap.old[1] - gap.old[0] }, (_, at) => ({ old: gap.old[0] + at })),
    ...Array.from({ length: gap.now[1] - gap.now[0] }, (_, at) => ({ now: gap.now[0] + at })),
    ...(pairs[index] ? [pairs[index]] : []),
  ])
}
