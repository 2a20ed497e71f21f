/** Keys offered while a placeholder is being written, by their words or the first letters of their pinyin. */
import { matchesInitials } from '../settings/pinyin-initials.ts'
import { isPlaceholderKey, placeholderCatalogue } from './catalogue.ts'

export interface OfferedKey {
  readonly key: string
  /** Stands in the draft already; of nobody's catalogue but the writer's. */
  readonly note: 'used' | 'new' | undefined
}

/**
 * In order: keys of the draft, then of the catalogue, those that begin with the words before those that hold them; last a
 * key of one's own where the words can be one.
 */
export function offerKeys(typed: string, used: readonly string[]): OfferedKey[] {
  const known = new Set(used)
  const all = [...used, ...placeholderCatalogue.map(({ key }) => key).filter((key) => !known.has(key))]
  const rank = (key: string): number => (key.startsWith(typed) ? 0 : key.includes(typed) ? 1 : matchesInitials(key, typed) ? 2 : -1)
  const found = all.map((key, index) => ({ key, index, rank: rank(key) })).filter((one) => one.rank >= 0)
    .sort((a, b) => Number(known.has(b.key)) - Number(known.has(a.key)) || a.rank - b.rank || a.index - b.index)
    .map(({ key }): OfferedKey => ({ key, note: known.has(key) ? 'used' : undefined }))
  return isPlaceholderKey(typed) && !all.includes(typed) ? [...found, { key: typed, note: 'new' }] : found
}
