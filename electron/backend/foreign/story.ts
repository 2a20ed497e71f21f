/** One run of text of a .rtf or .doc file — the paper, or one footnote: paragraphs as they end, tables as their rows do. */
import type { SourceParagraph } from '../../../shared/recognition/source.ts'
import { FileFault } from '../word/file-fault.ts'
import { addTable, mostColumns, mostRows } from './cells.ts'
import { rowsByEdges, type EdgeCell, type EdgeRow } from './edges.ts'
import type { ForeignTally } from './foreign-tally.ts'
import { paragraphsOfPieces, type Look, type Piece } from './pieces.ts'

export interface CellMark {
  readonly right: number
  readonly continues: boolean
  readonly merged: boolean
}

export interface RowMark {
  left: number
  header: boolean
  cells: CellMark[]
}

export const startRowMark = (): RowMark => ({ left: 0, header: false, cells: [] })

interface Level {
  readonly rows: EdgeRow[]
  cells: SourceParagraph[][]
  open: SourceParagraph[]
}

export interface Story {
  /** The paragraph being read. */
  readonly pieces: Piece[]
  /** Its automatic number. */
  number: string
  /** @param depth 0 outside tables, 1 in one, 2 in one inside a cell… */
  readonly endParagraph: (depth: number, look: Look) => void
  readonly endCell: (depth: number, look: Look) => void
  readonly endRow: (depth: number, mark: RowMark) => void
  /** Puts paragraphs of a text box before the paragraph being read. */
  readonly insert: (paragraphs: readonly SourceParagraph[], depth: number) => void
  readonly end: (look: Look) => SourceParagraph[]
}

/** Tables in tables in tables. */
const deepest = 9

export function startStory(tally: ForeignTally): Story {
  const paragraphs: SourceParagraph[] = []
  const levels: Level[] = []
  let count = 0

  const sink = (depth: number): SourceParagraph[] => (depth === 0 ? paragraphs : levels[depth - 1]!.open)

  const closeCells = (level: Level): void => {
    if (level.open.length > 0) level.cells.push(level.open)
    level.open = []
  }

  const finishTable = (): void => {
    const level = levels.pop()!
    // Cells whose row never ended still hold text.
    closeCells(level)
    if (level.cells.length > 0) level.rows.push({ left: 0, header: false, cells: level.cells.map((one): EdgeCell => ({ paragraphs: one, right: undefined })) })
    if (levels.length > 0 && level.rows.length > 0) tally.add('nestedTable')
    addTable(rowsByEdges(level.rows), tally, (one) => sink(levels.length).push(one))
  }

  const goTo = (depth: number): void => {
    const wanted = Math.min(Math.max(depth, 0), deepest)
    while (levels.length > wanted) finishTable()
    while (levels.length < wanted) levels.push({ rows: [], cells: [], open: [] })
  }

  const take = (depth: number, look: Look): void => {
    goTo(depth)
    count += 1
    if (count > 1_000_000) throw new FileFault('FILE_LIMITS', 'too many paragraphs')
    for (const one of paragraphsOfPieces(story.number, story.pieces, look, tally)) sink(levels.length).push(one)
    story.pieces.length = 0
    story.number = ''
  }

  const story: Story = {
    pieces: [],
    number: '',
    endParagraph: take,
    endCell: (depth, look) => {
      take(Math.max(depth, 1), look)
      const level = levels.at(-1)!
      level.cells.push(level.open)
      level.open = []
    },
    endRow: (depth, mark) => {
      goTo(Math.max(depth, 1))
      const level = levels.at(-1)!
      closeCells(level)
      if (level.rows.length > mostRows) throw new FileFault('FILE_LIMITS', 'too many rows')
      const cells = level.cells.map((one, index): EdgeCell => {
        const cell = mark.cells[index]
        return { paragraphs: one, right: cell?.right, ...(cell?.continues ? { continues: true } : {}), ...(cell?.merged && index > 0 ? { merged: true } : {}) }
      })
      level.cells = []
      if (cells.length > 0) level.rows.push({ left: mark.left, header: mark.header, cells: cells.length > mostColumns ? cells.map((cell) => ({ ...cell, right: undefined })) : cells })
    },
    insert: (boxes, depth) => {
      goTo(depth)
      sink(levels.length).push(...boxes)
    },
    end: (look) => {
      if (story.pieces.length > 0 || story.number !== '') take(levels.length, look)
      goTo(0)
      return paragraphs
    },
  }
  return story
}
