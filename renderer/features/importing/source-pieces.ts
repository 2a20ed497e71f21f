/** The source as it stands, with every change of the report marked in its place. */
import { entryKey, type ReportEntry } from '../../../shared/recognition/report.ts'

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'change'; readonly entry: ReportEntry; readonly key: string }

export interface SourceLine {
  /** From 1. */
  readonly number: number
  /** The whole line was taken out. */
  readonly removed: ReportEntry | undefined
  readonly pieces: readonly Piece[]
}

/** @param text lines joined by \n, as the report counts them. */
export function sourceLines(text: string, report: readonly ReportEntry[]): SourceLine[] {
  const byLine = new Map<number, ReportEntry[]>()
  for (const entry of report) byLine.set(entry.line, [...(byLine.get(entry.line) ?? []), entry])
  return text.split('\n').map((line, index) => {
    const number = index + 1
    const entries = (byLine.get(number) ?? []).toSorted((a, b) => a.column - b.column)
    const removed = entries.find((entry) => entry.wholeLine)
    if (removed) return { number, removed, pieces: [{ kind: 'text', text: line }] }
    const pieces: Piece[] = []
    let at = 0
    for (const entry of entries) {
      const from = entry.column - 1
      if (from > at) pieces.push({ kind: 'text', text: line.slice(at, from) })
      pieces.push({ kind: 'change', entry, key: entryKey(entry) })
      at = Math.max(at, from + entry.before.replace(/\n.*$/su, '').length)
    }
    if (at < line.length) pieces.push({ kind: 'text', text: line.slice(at) })
    return { number, removed: undefined, pieces }
  })
}

export { entryKey }
