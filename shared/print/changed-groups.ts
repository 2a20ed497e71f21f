/**
 * A printed document as it is compared with another version of it: the parts that print blocks, and what stands between them.
 * 版头, 密级, 版记, the post beside a stamp, 附注 and the turns of the sheet print no block: they frame the paper.
 */
import type { Unit } from '../comparison/align.ts'
import type { PrintDocument, PrintedPart, PrintParagraph, PrintRow, PrintTable } from './print-types.ts'

/** Organs under their seals, side by side: one part, for its columns hold only together. */
export interface Columns {
  readonly kind: 'columns'
  readonly lines: readonly PrintParagraph[]
}

export type ComparedPart = PrintParagraph | PrintTable | Columns

export interface Group {
  /** What stands between the part before and this one. */
  readonly above: readonly PrintedPart[]
  /** Whether more than blank lines are among it. */
  readonly framed: boolean
  readonly part: ComparedPart
}

export interface Groups {
  readonly groups: readonly Group[]
  /** What stands below the last part. */
  readonly below: readonly PrintedPart[]
}

export const isFramed = (parts: readonly PrintedPart[]) => parts.some((part) => part.kind !== 'blank')

export function groupsOf({ parts }: PrintDocument): Groups {
  const groups: Group[] = []
  let above: PrintedPart[] = []
  const add = (part: ComparedPart) => {
    groups.push({ above, framed: isFramed(above), part })
    above = []
  }
  for (const part of parts) {
    const last = groups.at(-1)
    if (part.kind === 'blank' || part.kind === 'turn' || part.kind === 'colophon' || (part.kind === 'paragraph' && part.official !== undefined)) above.push(part)
    else if (part.kind === 'table' || part.column === undefined) add(part)
    else if (above.length === 0 && last?.part.kind === 'columns') groups[groups.length - 1] = { ...last, part: { kind: 'columns', lines: [...last.part.lines, part] } }
    else add({ kind: 'columns', lines: [part] })
  }
  return { groups, below: above }
}

/** How many lines of each role: columns of the same shape have their lines at the same places. */
const shapeOf = ({ lines }: Columns) => lines.map((line) => line.role).join(' ')

/** A line of the older version without the column it stood in: in the layout's usual place. */
export function outOfColumn({ column: _column, spaceBefore: _spaceBefore, ...line }: PrintParagraph, { roleFormats }: PrintDocument): PrintParagraph {
  return { ...line, ...roleFormats[line.role].format }
}

/** @returns the older version's groups; columns that the newer one has not are lines like any other. */
export function asLines(groups: readonly Group[], others: readonly Group[], document: PrintDocument): Group[] {
  const shapes = new Set(others.flatMap(({ part }) => (part.kind === 'columns' ? [shapeOf(part)] : [])))
  return groups.flatMap((group): Group[] => {
    const { part } = group
    if (part.kind !== 'columns' || shapes.has(shapeOf(part))) return [group]
    return part.lines.map((line, index) => ({ ...(index === 0 ? group : { above: [], framed: false }), part: outOfColumn(line, document) }))
  })
}

export const rowTexts = (row: PrintRow) => row.cells.map((cell) => cell.lines.join('\n'))

const idsOf = ({ blocks }: PrintParagraph) => blocks.map((block) => block.id)
const wordsOf = ({ runs }: PrintParagraph) => runs.flatMap((run) => (run.part === 'number' ? [] : [run.text])).join('')

export function unitOf({ part }: Group): Unit {
  switch (part.kind) {
    case 'table': return { ids: [part.blockId], kind: `table of ${part.columns.length}`, words: part.rows.map((row) => rowTexts(row).join('\t')).join('\n') }
    case 'columns': return { ids: part.lines.flatMap(idsOf), kind: `columns of ${shapeOf(part)}`, words: part.lines.map(wordsOf).join('\n') }
    case 'paragraph': return { ids: idsOf(part), kind: `paragraph ${part.blocks[0]?.labelLine === 'label' ? 'of a label' : ''}`, words: wordsOf(part) }
  }
}
