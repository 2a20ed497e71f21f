/** Where placeholders stand open: runs of text blocks that stand for a key, and `[key]` in cells of tables. */
import type { Draft } from '../document/draft.ts'
import { writtenPlaceholder } from './catalogue.ts'

/** A text of the draft: a block's runs joined, or one cell of a table. */
export type TextPlace =
  | { readonly in: 'block'; readonly blockId: string }
  | { readonly in: 'cell'; readonly blockId: string; readonly row: number; readonly column: number }

export interface PlaceRange {
  readonly place: TextPlace
  /** UTF-16 units of the block's or cell's text. */
  readonly from: number
  readonly to: number
}

export interface OpenPlaceholder {
  readonly key: string
  readonly count: number
  readonly places: readonly PlaceRange[]
}

interface OpenRange {
  readonly key: string
  readonly from: number
  readonly to: number
}

export interface DraftText {
  readonly place: TextPlace
  readonly text: string
  readonly open: readonly OpenRange[]
}

/** Every text of the draft with the placeholders in it, in the order of the paper. */
export function textsOf(draft: Draft): DraftText[] {
  return draft.blocks.flatMap((block): DraftText[] => {
    if (block.role === 'table') {
      return block.rows.flatMap((cells, row) => cells.map((text, column) => ({
        place: { in: 'cell' as const, blockId: block.id, row, column }, text,
        open: [...text.matchAll(writtenPlaceholder)].map((match) => ({ key: match[1]!, from: match.index, to: match.index + match[0].length })),
      })))
    }
    let from = 0
    const open: OpenRange[] = []
    for (const run of block.runs) {
      if (run.placeholder !== undefined) open.push({ key: run.placeholder, from, to: from + run.text.length })
      from += run.text.length
    }
    return [{ place: { in: 'block' as const, blockId: block.id }, text: block.runs.map((run) => run.text).join(''), open }]
  })
}

/** The open placeholders of a draft, each key once, in the order they first stand in the paper. */
export function openPlaceholders(draft: Draft): OpenPlaceholder[] {
  const found = new Map<string, PlaceRange[]>()
  for (const { place, open } of textsOf(draft)) {
    for (const { key, from, to } of open) found.set(key, [...found.get(key) ?? [], { place, from, to }])
  }
  return [...found].map(([key, places]) => ({ key, count: places.length, places }))
}

/** How many placeholders stand open: what the status bar shows, and what keeps a draft from 定稿. */
export function openPlaceholderCount(draft: Draft): number {
  return openPlaceholders(draft).reduce((sum, { count }) => sum + count, 0)
}
