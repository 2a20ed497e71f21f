/** Years and batches templates and aspect sets are for. What names neither holds for all. */

interface Timed {
  readonly year: string
  readonly batch: string
}

export const timeKey = ({ year, batch }: Timed): string => `${year}\n${batch}`

/** Each year with each of its batches once, the newest first; a year that comes without batches too. */
export function timesOf(items: readonly Timed[]): readonly Timed[] {
  const found = new Map(items.filter(({ year, batch }) => year !== '' || batch !== '').map(({ year, batch }) => [timeKey({ year, batch }), { year, batch }]))
  return [...found.values()].sort((a, b) => b.year.localeCompare(a.year) || a.batch.localeCompare(b.batch, 'zh'))
}

/** @param time a key of `timeKey`, or '' for any. */
export function fitsTime(item: Timed, time: string): boolean {
  return time === '' || (item.year === '' && item.batch === '') || timeKey(item) === time
}
