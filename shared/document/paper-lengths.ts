/** How many characters a paper and its parts have. */
import type { Block, Draft } from './draft.ts'
import { sectionEnd } from './moves.ts'
import { countCharacters, printLines } from './print-text.ts'

export interface PaperLengths {
  readonly whole: number
  /** By the id of each first-level heading: down to the next one, without attachments, signature and date. */
  readonly parts: ReadonlyMap<string, number>
}

function charactersOf(blocks: readonly Block[]): number {
  return printLines(blocks).reduce((sum, line) => sum + countCharacters(line), 0)
}

const counted = new WeakMap<readonly Block[], PaperLengths>()

/** Counted once for a state of the blocks, whoever asks. */
export function paperLengths({ blocks }: Pick<Draft, 'blocks'>): PaperLengths {
  const known = counted.get(blocks)
  if (known) return known
  const parts = new Map<string, number>()
  blocks.forEach((block, index) => {
    if (block.role === 'heading1') parts.set(block.id, charactersOf(blocks.slice(index, sectionEnd(blocks, index))))
  })
  const lengths = { whole: charactersOf(blocks), parts }
  counted.set(blocks, lengths)
  return lengths
}
