import type { Block, Run, TextBlock } from './draft.ts'

/** The text of runs joined, without number and label. */
export function runsText(runs: readonly Run[]): string {
  return runs.length === 1 ? runs[0]!.text : runs.map((run) => run.text).join('')
}

/** One plain run, or none for empty text. */
export function plainRuns(text: string): Run[] {
  return text === '' ? [] : [{ text }]
}

function sameFormat(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.underline === b.underline && a.placeholder === b.placeholder
}

/** Normal form: no empty runs, neighbours of the same format joined. Laws D2 and D3 compare drafts in this form. */
export function normaliseRuns(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = result.at(-1)
    if (last && sameFormat(last, run) && run.placeholder === undefined) result[result.length - 1] = { ...last, text: last.text + run.text }
    else result.push(run)
  }
  return result
}

/** A part of a run; part of a placeholder is text, for half of one stands for nothing. */
function pieceOf(run: Run, text: string): Run {
  const { placeholder: _placeholder, ...format } = run
  return { ...format, text }
}

/** The characters [from, to) of the runs, formats kept. Offsets in UTF-16 units. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const result: Run[] = []
  let offset = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - offset), Math.max(0, to - offset))
    if (text !== '') result.push(text.length < run.text.length ? pieceOf(run, text) : { ...run, text })
    offset += run.text.length
  }
  return result
}

export function isTextBlock(block: Block): block is TextBlock {
  return block.role !== 'table'
}

/** A block's own text, without number and label; a table gives its cells, tabs between them and a line per row. */
export function blockText(block: Block): string {
  return isTextBlock(block) ? runsText(block.runs) : block.rows.map((row) => row.join('\t')).join('\n')
}
