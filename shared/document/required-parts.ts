/** Parts the template says the paper must have, and which of them are not there or not written. */
import type { Block, Draft } from './draft.ts'
import type { RequiredPart } from './draft-guide.ts'
import { sectionEnd } from './moves.ts'
import { headingLevel } from './roles.ts'
import { blockText, isTextBlock } from './runs.ts'

export interface RequiredGap {
  readonly heading: string
  /** Where the part's heading is; none where it is gone. */
  readonly blockId?: string
  readonly state: 'gone' | 'empty'
}

const plain = (text: string) => text.replaceAll(/[\s。：:，、]/gu, '')

/** Whether the block says something of the writer's: more than a heading, an introduction (“主要表现在：”) or open placeholders. */
function isWritten(block: Block): boolean {
  if (!isTextBlock(block)) {
    const numbers = new Set(block.columns.flatMap((role, index) => (role === 'number' ? [index] : [])))
    return block.rows.slice(block.headerRows).some((row) => row.some((cell, column) => (row.length === 1 || !numbers.has(column)) && cell.trim() !== ''))
  }
  if (headingLevel(block.role) !== undefined) return false
  const own = block.runs.flatMap((run) => (run.placeholder === undefined ? [run.text] : [])).join('').trim()
  return own !== '' && !/[：:]$/u.test(own)
}

/** A line that closes the paper (“特此报告。”) stands in its last part and is nothing of it. */
function bodyOf(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1)
  return blocks.length > 1 && last?.role === 'paragraph' && last.list === undefined && last.runIn === undefined && blockText(last).length < 30 ? blocks.slice(0, -1) : blocks
}

/** A heading taken away and written again, with the same words, is the part all the same. */
function partHeading(blocks: readonly Block[], { block, heading }: RequiredPart): number {
  const isHeading = (one: Block | undefined) => one !== undefined && headingLevel(one.role) !== undefined
  const own = blocks.findIndex((one) => one.id === block)
  if (isHeading(blocks[own])) return own
  const words = plain(heading)
  return blocks.findIndex((one) => isHeading(one) && plain(blockText(one)) === words)
}

/** In the template's order; none where all is written, or the draft is of no template. */
export function requiredGaps({ blocks, guide }: Pick<Draft, 'blocks' | 'guide'>): RequiredGap[] {
  return (guide?.required ?? []).flatMap((part): RequiredGap[] => {
    const at = partHeading(blocks, part)
    if (at === -1) return [{ heading: part.heading, state: 'gone' }]
    if (bodyOf(blocks.slice(at + 1, sectionEnd(blocks, at))).some(isWritten)) return []
    return [{ heading: plain(blockText(blocks[at]!)) === '' ? part.heading : blockText(blocks[at]!), blockId: blocks[at]!.id, state: 'empty' }]
  })
}
