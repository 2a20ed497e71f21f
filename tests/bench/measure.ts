/** Figures as medians and percentiles: the machines are shared and noisy, so one run says little. */

export interface Figure {
  readonly name: string
  readonly unit: 'ms' | 'MB'
  readonly runs: number
  readonly median: number
  readonly p95: number
  readonly least: number
  /** The figure aimed at; null where it is only watched. */
  readonly target: { readonly figure: 'median' | 'p95'; readonly below: number } | null
  readonly note?: string
}

const round = (value: number) => Math.round(value * 100) / 100

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

/** The middle of the times, the lower of two. */
export const median = (times: readonly number[]): number => percentile(times.toSorted((a, b) => a - b), 0.5)

export function figure(name: string, times: readonly number[], target: Figure['target'] = null, note?: string): Figure {
  const sorted = times.toSorted((a, b) => a - b)
  return {
    name, unit: 'ms', runs: sorted.length, median: round(percentile(sorted, 0.5)), p95: round(percentile(sorted, 0.95)), least: round(sorted[0] ?? NaN), target,
    ...(note === undefined ? {} : { note }),
  }
}

/** Most memory of a process, in MB. */
export function memory(name: string, peaks: readonly number[]): Figure {
  return { ...figure(name, peaks), unit: 'MB' }
}

/** Times of a synchronous or asynchronous piece of work, the warm-up left out. */
export async function times(runs: number, work: (run: number) => unknown, warmUp = Math.ceil(runs / 5)): Promise<number[]> {
  const result: number[] = []
  for (let run = -warmUp; run < runs; run += 1) {
    const start = performance.now()
    await work(run)
    if (run >= 0) result.push(performance.now() - start)
  }
  return result
}

export function printTable(figures: readonly Figure[]): string {
  const rows = figures.map((one) => [
    one.unit === 'MB' ? `${one.name}, most memory (MB)` : one.name, String(one.runs), one.median.toFixed(2), one.p95.toFixed(2), one.least.toFixed(2),
    one.target === null ? '' : `${one.target.figure} < ${one.target.below}`,
    one.target === null ? '' : one[one.target.figure] < one.target.below ? 'met' : 'missed', one.note ?? '',
  ])
  const head = ['measured (ms)', 'runs', 'median', 'p95', 'least', 'target', '', 'note']
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]) => cells.map((cell, column) => (column === 0 || column === 7 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  ')
  return [line(head), ...rows.map(line)].join('\n')
}
