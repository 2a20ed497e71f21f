import type { Block, Draft, TextBlock } from './draft.ts'
import { blockNumbers } from './numbering.ts'
import { blockText, isTextBlock, runsText } from './runs.ts'

/** What stands before a block's own text in its printed paragraph. A label on its own line is not part of it. */
export function printedPrefix(block: TextBlock, number: string): string {
  if (block.label === undefined || block.labelLine) return number
  return block.labelAfterNumber ? number + block.label : block.label + number
}

/** One printed paragraph: the block that begins it and those run in after it. */
export interface PrintedParagraph {
  /** Index of the first block in the draft. */
  readonly first: number
  /** One past the index of the last. */
  readonly end: number
}

export function printedParagraphs(blocks: readonly Block[]): PrintedParagraph[] {
  const result: { first: number; end: number }[] = []
  blocks.forEach((block, index) => {
    const last = result.at(-1)
    if (last && isTextBlock(block) && block.runIn) last.end = index + 1
    else result.push({ first: index, end: index + 1 })
  })
  return result
}

/** The printed lines of the draft, a paragraph each, numbers and labels in place (law D1). */
export function printLines(blocks: readonly Block[]): string[] {
  const numbers = blockNumbers(blocks)
  return printedParagraphs(blocks).flatMap(({ first, end }) => {
    const lines: string[] = []
    let text = ''
    let owed = true
    for (let index = first; index < end; index += 1) {
      const block = blocks[index]!
      if (!isTextBlock(block)) {
        text += blockText(block)
        continue
      }
      if (block.labelLine && block.label !== undefined) {
        // A label of its own line closes what was run in before it.
        if (index > first) lines.push(text)
        lines.push(block.labelAfterNumber ? numbers[index]! + block.label : block.label)
        text = (block.labelAfterNumber ? '' : numbers[index]!) + runsText(block.runs)
        owed = index + 1 < end
      } else text += printedPrefix(block, numbers[index]!) + runsText(block.runs)
    }
    // Nothing is filled in below a label of its own line yet: no empty line for it.
    if (owed || text !== '') lines.push(text)
    return lines
  })
}

/** The whole printed text, one line per printed paragraph, no final line break. */
export function printText(draft: Pick<Draft, 'blocks'>): string {
  return printLines(draft.blocks).join('\n')
}

const blank = /\s/u

/** Characters a reader counts: all but blanks and line breaks, numbers and labels included. */
export function countCharacters(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    // Chinese text is told by its codes alone; the second half of a pair belongs to the first.
    if (code >= 0x3001 && code < 0xd800) count += 1
    else if (!(code >= 0xdc00 && code < 0xe000 && at > 0 && text.charCodeAt(at - 1) >= 0xd800 && text.charCodeAt(at - 1) < 0xdc00) && !blank.test(text[at]!)) count += 1
  }
  return count
}
