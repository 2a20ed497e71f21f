/** What is selected of a paper as blocks of their own: ids made anew; formats, roles, lists, labels and placeholders kept. */
import type { Block, Run, TableBlock, TextBlock } from '../document/draft.ts'
import { opensRun, withoutKeys } from '../document/list-runs.ts'
import { blockText, isTextBlock, sliceRuns } from '../document/runs.ts'

interface Span {
  readonly from: number
  readonly to: number
}

export type SnippetSelection =
  /** From a character of one block to one of the same or a later block; offsets in the blocks' own texts, UTF-16 units. */
  | { readonly kind: 'text'; readonly first: number; readonly from: number; readonly last: number; readonly to: number }
  /** Rows and columns of the table at the index, ends not included. */
  | { readonly kind: 'cells'; readonly table: number; readonly rows: Span; readonly columns: Span }
  /** Words in one cell; offsets in its text with its line breaks. */
  | { readonly kind: 'words'; readonly table: number; readonly row: number; readonly column: number; readonly from: number; readonly to: number }

/** Never between the halves of a character. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return at > 0 && at < text.length && code >= 0xdc00 && code < 0xe000 ? at - 1 : at
}

/** A placeholder that was cut is text: it no longer says what it stands for. */
function cutRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const texts = new Set(runs.flatMap((run) => (run.placeholder === undefined ? [] : [run.text])))
  return sliceRuns(runs, from, to).map((run) => {
    if (run.placeholder === undefined || texts.has(run.text)) return run
    const { placeholder: _placeholder, ...plain } = run
    return plain
  })
}

function cutBlock(block: TextBlock, from: number, to: number): TextBlock {
  const text = blockText(block)
  const [start, end] = [whole(text, from), whole(text, to)]
  if (start <= 0 && end >= text.length) return block
  // The label stands before the first word; of “问题1：” it is part of the number.
  const bare = start > 0 ? withoutKeys(block, 'start', 'labelLine', ...(opensRun(block) ? (['label'] as const) : [])) : block
  return { ...bare, runs: cutRuns(block.runs, start, end) } as TextBlock
}

const isCut = (block: TextBlock, from: number, to: number) => from > 0 || to < blockText(block).length

function textBlocks(blocks: readonly Block[], { first, from, last, to }: Extract<SnippetSelection, { kind: 'text' }>): Block[] {
  const only = blocks[first]
  if (first === last && only && isTextBlock(only) && isCut(only, from, to)) {
    // Words of a sentence are no paragraph of their own: they stand in that of another.
    const { runs } = cutBlock(only, from, to)
    return runs.length === 0 ? [] : [{ role: 'paragraph', id: only.id, runIn: true, runs }]
  }
  return blocks.slice(first, last + 1).flatMap((block, offset): Block[] => {
    if (!isTextBlock(block)) return [block]
    const [start, end] = [offset === 0 ? from : 0, first + offset === last ? to : Infinity]
    const cut = cutBlock(block, start, end)
    const atEdge = offset === 0 || first + offset === last
    return atEdge && blockText(cut) === '' && (cut !== block || cut.label === undefined) ? [] : [cut]
  })
}

function tablePart(table: TableBlock, rows: Span, columns: Span): TableBlock | undefined {
  const { rowIds: _rowIds, ...rest } = table
  const width = columns.to - columns.from
  const chosen = table.rows.slice(rows.from, rows.to).map((row) => (row.length === 1 && table.columns.length > 1 ? row : row.slice(columns.from, columns.to)))
  if (width < 1 || !chosen.some((row) => row.length === width)) return undefined
  return { ...rest, columns: table.columns.slice(columns.from, columns.to), headerRows: Math.max(0, Math.min(table.headerRows, rows.to) - rows.from), rows: chosen }
}

function cellWords(table: TableBlock, { row, column, from, to }: Extract<SnippetSelection, { kind: 'words' }>): Block[] {
  const text = table.rows[row]?.[column] ?? ''
  const lines = text.slice(whole(text, from), whole(text, to)).split('\n').filter((line) => line !== '')
  return lines.map((line) => ({ role: 'paragraph' as const, id: table.id, ...(lines.length === 1 ? { runIn: true as const } : {}), runs: [{ text: line }] }))
}

/** The first of the blocks begins: no run-in, no number of another paper. */
function begun(block: Block): Block {
  return isTextBlock(block) && !isPiece([block]) ? withoutKeys(block, 'runIn', 'start') : block
}

/** Words to be put into a sentence rather than blocks: one paragraph that stands in that of another. */
export function isPiece(blocks: readonly Block[]): boolean {
  const [block] = blocks
  return blocks.length === 1 && block!.role === 'paragraph' && block!.runIn === true && block!.list === undefined && block!.label === undefined
}

/** Blocks under ids of their own; links among them follow, links to others and ids of rows mean nothing elsewhere. */
export function withFreshIds(blocks: readonly Block[], newId: () => string): Block[] {
  const ids = new Map<string, string>()
  const fresh = blocks.map((block) => {
    const id = newId()
    if (!ids.has(block.id)) ids.set(block.id, id)
    return id
  })
  return blocks.map((block, index): Block => {
    const id = fresh[index]!
    if (block.role === 'table') {
      const { rowIds: _rowIds, ...rest } = block
      return { ...rest, id }
    }
    if (block.role !== 'cause' && block.role !== 'measure') return { ...block, id }
    const { answers = [], ...rest } = block
    const known = answers.flatMap((answer) => ids.get(answer) ?? [])
    return { ...rest, id, ...(known.length === 0 ? {} : { answers: known }) }
  })
}

/** None where no word is selected. */
export function selectionBlocks(blocks: readonly Block[], selection: SnippetSelection, newId: () => string): Block[] {
  const table = selection.kind === 'text' ? undefined : blocks[selection.table]
  const chosen = selection.kind === 'text' ? textBlocks(blocks, selection)
    : table?.role !== 'table' ? []
      : selection.kind === 'cells' ? [tablePart(table, selection.rows, selection.columns)].filter((one) => one !== undefined) : cellWords(table, selection)
  if (chosen.every((block) => blockText(block).trim() === '')) return []
  return withFreshIds(chosen.map((block, index) => (index === 0 ? begun(block) : block)), newId)
}
