/**
 * Found by halves: the first index below `count` for which `holds` is true, `count` where it is for none.
 * @param holds once true for an index, true for all behind it.
 */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
