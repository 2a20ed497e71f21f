/** The last of a list in order that begins at or before an offset; the first where none does. */
export function lastBegun<T extends { readonly from: number }>(list: readonly T[], offset: number): T | undefined {
  let low = 0
  let high = list.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (list[middle]!.from <= offset) low = middle
    else high = middle - 1
  }
  return list[low]
}
