/** The printed paragraphs of one group of blocks that stand together (a block and those run in behind it). */
import type { TextBlock } from '../document/draft.ts'
import { headingLevel } from '../document/roles.ts'
import type { Layout } from './layout.ts'
import { leadOf } from './lead-style.ts'
import type { PrintedBlock, PrintParagraph, PrintRun } from './print-types.ts'
import { runSetter } from './print-runs.ts'
import { roleFormats } from './role-formats.ts'
import { typeAreaWidth } from './print-table.ts'
import { titleLines } from './title-lines.ts'

export interface NumberedText {
  readonly block: TextBlock
  /** Its printed number, '' where it has none, and the value behind it. */
  readonly number: string
  readonly value: number
}

export type ParagraphPrinter = (group: readonly NumberedText[]) => PrintParagraph[]

interface Open {
  readonly runs: PrintRun[]
  readonly blocks: PrintedBlock[]
}

function printedBlock({ block, value }: NumberedText, firstRun: number, labelLine?: 'label' | 'text'): PrintedBlock {
  // The number belongs to the line it is printed on.
  const numbered = block.list !== undefined && (labelLine === undefined || (labelLine === 'label') === (block.labelAfterNumber === true))
  return {
    id: block.id, role: block.role, firstRun,
    ...(numbered ? { list: block.list!, value } : {}),
    ...(numbered && block.start !== undefined ? { start: block.start } : {}),
    ...(labelLine ? { labelLine } : {}),
  }
}

/** Characters of title type that a line of the type area holds: 20 at 22 pt. */
export function titleWidth(layout: Layout): number {
  return Math.floor(typeAreaWidth(layout) / (layout.styles.title.size * 10 + layout.grid.characterSpacing))
}

/** Parts runs where the lines of a title begin. */
function inLines(runs: readonly PrintRun[], widest: number): PrintRun[] {
  const lines = titleLines(runs.map((run) => run.text).join(''), widest)
  const starts: number[] = []
  lines.slice(0, -1).reduce((offset, line) => {
    starts.push(offset + line.length)
    return offset + line.length
  }, 0)
  let offset = 0
  return runs.flatMap((run) => {
    const from = offset
    offset += run.text.length
    const cuts = [from, ...starts.filter((start) => start > from && start < offset), offset]
    return cuts.slice(0, -1).map((cut, index): PrintRun => ({
      ...run,
      text: run.text.slice(cut - from, cuts[index + 1]! - from),
      ...(starts.includes(cut) ? { startsLine: true as const } : {}),
    }))
  })
}

export function paragraphPrinter(layout: Layout): ParagraphPrinter {
  const formats = roleFormats(layout)
  const setter = runSetter(layout)
  const widest = titleWidth(layout)

  const finish = ({ runs, blocks }: Open, labelOnly: boolean): PrintParagraph => {
    const role = blocks[0]!.role
    const { format } = formats[role]
    const heading = headingLevel(role) !== undefined
    return {
      ...format,
      kind: 'paragraph',
      role,
      // A heading with its text run in is a paragraph like any other; a label on its own line leads to what follows.
      keepWithNext: labelOnly ? layout.options.keepHeadingWithNext : format.keepWithNext && !(heading && blocks.length > 1),
      runs: role === 'title' ? inLines(runs, widest) : runs,
      blocks,
    }
  }

  return (group) => {
    const result: PrintParagraph[] = []
    let open: Open = { runs: [], blocks: [] }
    group.forEach((one, index) => {
      const { block, number } = one
      const last = index === group.length - 1
      if (block.labelLine && block.label !== undefined) {
        if (index > 0) result.push(finish(open, false))
        result.push(finish({ runs: setter.labelLine(block, number), blocks: [printedBlock(one, 0, 'label')] }, true))
        const runs = [...setter.prefix(block, number, undefined), ...setter.text(block, undefined)]
        open = { runs, blocks: [] }
        // Nothing is filled in below the label yet: no empty line for it.
        if (!last || runs.length > 0) open.blocks.push(printedBlock(one, 0, 'text'))
        return
      }
      const lead = leadOf(block, index === 0, !last)
      open.blocks.push(printedBlock(one, open.runs.length))
      open.runs.push(...setter.prefix(block, number, lead), ...setter.text(block, lead))
    })
    if (open.blocks.length > 0) result.push(finish(open, false))
    return result
  }
}

export function paragraphText(paragraph: PrintParagraph): string {
  return paragraph.runs.map((run) => run.text).join('')
}
