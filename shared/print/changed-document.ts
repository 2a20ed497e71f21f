/** Two versions of a paper as one document: paragraphs and tables that came, went and changed. */
import { alignUnits, type Unit } from '../comparison/align.ts'
import { diffRows, wholeRow } from '../comparison/table-diff.ts'
import type { TextChange, TextPiece } from '../comparison/text-diff.ts'
import type { ChangedBlank, ChangedDocument, ChangedLine, ChangedPart, ChangedRow, ChangedTable } from './changed-types.ts'
import { changedParagraph, wholeParagraph } from './change-paragraph.ts'
import type { BlankLine, PrintDocument, PrintedPart, PrintRow, PrintTable } from './print-types.ts'

/** A part with the blank lines that set it off from what stands above. */
interface Group {
  readonly blanks: readonly BlankLine[]
  readonly part: PrintedPart | undefined
}

function groupsOf({ parts }: PrintDocument): Group[] {
  const groups: Group[] = []
  let blanks: BlankLine[] = []
  for (const part of parts) {
    if (part.kind === 'blank') blanks.push(part)
    else {
      groups.push({ blanks, part })
      blanks = []
    }
  }
  return blanks.length > 0 ? [...groups, { blanks, part: undefined }] : groups
}

const rowTexts = (row: PrintRow) => row.cells.map((cell) => cell.lines.join('\n'))

function unitOf({ part }: Group): Unit {
  if (part === undefined) return { ids: [], kind: 'end', words: '' }
  switch (part.kind) {
    case 'table': return { ids: [part.blockId], kind: `table of ${part.columns.length}`, words: part.rows.map((row) => rowTexts(row).join('\t')).join('\n') }
    case 'paragraph': return {
      ids: part.blocks.map((block) => block.id),
      kind: part.official === undefined ? `paragraph ${part.blocks[0]?.labelLine === 'label' ? 'of a label' : ''}` : part.official,
      words: part.runs.flatMap((run) => (run.part === 'number' ? [] : [run.text])).join(''),
    }
    default: return { ids: [], kind: part.kind, words: part.kind }
  }
}

/** The lines of a cell: a break put in or taken out ends its line as such. */
function linesOf(pieces: readonly TextPiece[]): ChangedLine[] {
  const lines: { pieces: TextPiece[]; end?: TextChange }[] = [{ pieces: [] }]
  for (const { text, change } of pieces) {
    text.split('\n').forEach((line, index) => {
      if (index > 0) {
        if (change !== undefined) lines.at(-1)!.end = change
        lines.push({ pieces: [] })
      }
      if (line !== '') lines.at(-1)!.pieces.push({ text: line, ...(change === undefined ? {} : { change }) })
    })
  }
  return lines
}

/** @param like the row whose look it has. */
function changedRow(like: PrintRow, cells: readonly (readonly TextPiece[])[], change?: TextChange): ChangedRow {
  return {
    ...like, ...(change === undefined ? {} : { change }),
    cells: like.cells.map((cell, index) => {
      const changed = linesOf(cells[index] ?? [])
      return { ...cell, changed, lines: changed.map((line) => line.pieces.map((piece) => piece.text).join('')) }
    }),
  }
}

function wholeTable(table: PrintTable, change: TextChange): ChangedTable {
  return { ...table, rows: table.rows.map((row) => changedRow(row, wholeRow(rowTexts(row), change), change)) }
}

function changedTable(old: PrintTable, now: PrintTable): ChangedTable {
  const source = (row: PrintRow) => ({ cells: rowTexts(row) })
  return {
    ...now,
    rows: diffRows(old.rows.map(source), now.rows.map(source)).map(({ change, cells, ...at }) => changedRow(at.now === undefined ? old.rows[at.old!]! : now.rows[at.now]!, cells, change)),
  }
}

const blank = (line: BlankLine, change: TextChange | undefined): ChangedBlank => (change === undefined ? line : { ...line, change })

function whole({ blanks, part }: Group, change: TextChange): ChangedPart[] {
  const above = blanks.map((line) => blank(line, change))
  if (part === undefined) return above
  switch (part.kind) {
    case 'paragraph': return [...above, wholeParagraph(part, change)]
    case 'table': return [...above, wholeTable(part, change)]
    // The sheets and the foot of the last page are those of the newer version.
    default: return change === 'deleted' ? above : [...above, part]
  }
}

function both(old: Group, now: Group): ChangedPart[] {
  const kept = Math.min(old.blanks.length, now.blanks.length)
  const blanks = [...now.blanks.slice(0, kept), ...now.blanks.slice(kept).map((line) => blank(line, 'inserted')), ...old.blanks.slice(kept).map((line) => blank(line, 'deleted'))]
  if (old.part?.kind === 'paragraph' && now.part?.kind === 'paragraph') return [...blanks, changedParagraph(old.part, now.part)]
  if (old.part?.kind === 'table' && now.part?.kind === 'table') return [...blanks, changedTable(old.part, now.part)]
  return [...blanks, ...(now.part === undefined ? [] : [now.part])]
}

const isChanged = (part: ChangedPart | undefined) => part !== undefined && 'change' in part && part.change !== undefined

/** Tables must not touch, and the last paragraph of a document can be neither put in nor taken out: a line of no height keeps them apart. */
function keptApart(parts: readonly ChangedPart[]): ChangedPart[] {
  const line: ChangedBlank = { kind: 'blank', linePitch: 20, keepWithNext: false }
  const apart = parts.flatMap((part, index): ChangedPart[] => (part.kind === 'table' && parts[index - 1]?.kind === 'table' ? [line, part] : [part]))
  return isChanged(apart.at(-1)) ? [...apart, line] : apart
}

/**
 * Both documents in one layout: the newer one's.
 * @returns without what was put in it has the paragraphs and tables of `old`, without what was taken out those of `now`.
 */
export function changedDocument(old: PrintDocument, now: PrintDocument): ChangedDocument {
  const [before, after] = [groupsOf(old), groupsOf(now)]
  const parts = alignUnits(before.map(unitOf), after.map(unitOf)).flatMap((pair): ChangedPart[] => {
    if (pair.now === undefined) return whole(before[pair.old]!, 'deleted')
    if (pair.old === undefined) return whole(after[pair.now]!, 'inserted')
    return both(before[pair.old]!, after[pair.now]!)
  })
  return { ...now, parts: keptApart(parts) }
}
