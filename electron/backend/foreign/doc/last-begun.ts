import { firstIndex } from '../../../../shared/recognition/first-index.ts'

/** The last of a list in order that begins at or before an offset; the first where none does. */
export function lastBegun<T extends { readonly from: number }>(list: readonly T[], offset: number): T | undefined {
  return list[Math.max(0, firstIndex(list.length, (index) => list[index]!.from > offset) - 1)]
}
