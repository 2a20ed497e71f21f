/** Where each block's own text stands in the printed text: the way back from the print to the blocks. */
import type { Block } from './draft.ts'
import { blockNumbers } from './numbering.ts'
import { printedParagraphs, printedPrefix } from './print-text.ts'
import { blockText, isTextBlock, runsText } from './runs.ts'

/** UTF-16 offsets in the printed text; number and label are not part of it. */
export interface PrintPlace {
  readonly from: number
  readonly to: number
}

/** @returns one place for each block, in order; follows `printLines` line by line. */
export function printPlaces(blocks: readonly Block[]): PrintPlace[] {
  const numbers = blockNumbers(blocks)
  const places: PrintPlace[] = []
  let lineStart = 0
  for (const { first, end } of printedParagraphs(blocks)) {
    let length = 0
    let owed = true
    const put = (prefix: number, text: string) => {
      const from = lineStart + length + prefix
      places.push({ from, to: from + text.length })
      length += prefix + text.length
    }
    const endLine = (lineLength: number) => {
      lineStart += lineLength + 1
      length = 0
    }
    for (let index = first; index < end; index += 1) {
      const block = blocks[index]!
      if (!isTextBlock(block)) put(0, blockText(block))
      else if (block.labelLine && block.label !== undefined) {
        if (index > first) endLine(length)
        endLine((block.labelAfterNumber ? numbers[index]!.length : 0) + block.label.length)
        put(block.labelAfterNumber ? 0 : numbers[index]!.length, runsText(block.runs))
        owed = index + 1 < end
      } else put(printedPrefix(block, numbers[index]!).length, runsText(block.runs))
    }
    if (owed || length > 0) endLine(length)
    // Nothing is printed below its label: it stands at the end of the label's line.
    else places[places.length - 1] = { from: lineStart - 1, to: lineStart - 1 }
  }
  return places
}
