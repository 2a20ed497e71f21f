/** Chance with a seed: the same numbers on every machine. */
export interface Random {
  /** 0 ≤ x < below. */
  readonly below: (below: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
}

/** mulberry32 */
export function randomOf(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * Math.max(1, most))
  return { below, chance: (share) => next() < share, pick: (list) => list[below(list.length)]! }
}
