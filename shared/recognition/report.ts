/**
 * What recognition changed, character for character (law D1): the report applied to the source gives the printed text
 * of the draft, and its `before`s are everything the source had that the print has not.
 */
export const reportKinds = [
  /** zero-width and control characters */ 'invisible-character',
  /** half a surrogate pair and other things no file can hold */ 'broken-character',
  /** markdown and web page marks */ 'markup',
  'front-matter',
  'pay-wall',
  'advertisement',
  'indent',
  'trailing-blank',
  'stray-blank',
  'blank-line',
  'page-number',
  /** a line broken in mid-sentence, joined */ 'joined',
  /** a table flattened to lines or blanks: the break between two cells */ 'table-cell',
  /** the number says the same in another form: “1．” → “1.” */ 'number-form',
  /** the number did not fit its place: “（四）” → “（三）” (law D4) */ 'renumbered',
] as const
export type ReportKind = (typeof reportKinds)[number]

export interface ReportEntry {
  readonly kind: ReportKind
  /** Line of the source, from 1. */
  readonly line: number
  /** Column in that line, from 1, in UTF-16 units. */
  readonly column: number
  readonly before: string
  readonly after: string
  /** The line went with its line break; `before` is the line alone. */
  readonly wholeLine?: true
}

/** Names an entry while its source is unchanged; used to put single entries back. */
export function entryKey(entry: Pick<ReportEntry, 'kind' | 'line' | 'column'>): string {
  return `${entry.kind}@${entry.line}:${entry.column}`
}

/** Blanks at line ends and empty lines are many and say little: they are counted, not listed. */
export function isTrifle(entry: ReportEntry): boolean {
  return entry.kind === 'blank-line' || entry.kind === 'trailing-blank' || entry.kind === 'indent'
}

/**
 * Applies the entries to the source. The result is the printed text, each paragraph ended by a line break
 * (so that removing the last line is no special case).
 */
export function applyReport(source: string, report: readonly ReportEntry[]): string {
  const text = `${source}\n`
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  const edits = report
    .map((entry) => {
      const from = lineStarts[entry.line - 1]! + entry.column - 1
      return { from, to: from + entry.before.length + (entry.wholeLine ? 1 : 0), after: entry.after }
    })
    .sort((a, b) => a.from - b.from)
  let result = ''
  let offset = 0
  for (const edit of edits) {
    result += text.slice(offset, edit.from) + edit.after
    offset = edit.to
  }
  return result + text.slice(offset)
}
