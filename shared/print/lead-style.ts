import type { TextBlock } from '../document/draft.ts'
import { listRank } from '../document/list-style.ts'
import { leadSentence } from '../document/outline.ts'
import { blockText } from '../document/runs.ts'

export interface Lead {
  readonly level: 1 | 2 | 3
  /** Characters of the block's own text, from its start, that are set as a heading. */
  readonly length: number
}

/** A numbered line of this length without a mark at its end is a heading by look, whatever its role. */
const headingLength = 60

/**
 * The part of a problem, cause or measure that is set in heading type: GB/T 9704-2012 §7.3.3 gives the type by the
 * number (一、 黑体, （一） 楷体), and these papers run the heading into its paragraph (word-format.md §0 point 8).
 * @param beginsParagraph the block is the first of its printed paragraph.
 * @param followed another block is run in behind it.
 */
export function leadOf(block: TextBlock, beginsParagraph: boolean, followed: boolean): Lead | undefined {
  const record = block.role === 'problem' || block.role === 'cause' || block.role === 'measure'
  if (!record || !beginsParagraph || block.label !== undefined || block.list === undefined) return undefined
  const level = listRank(block.list)
  if (level !== 1 && level !== 2 && level !== 3) return undefined
  const text = blockText(block)
  const lead = leadSentence(text)
  if (lead !== undefined) return { level, length: lead.length }
  const line = text.length <= headingLength && (followed || !/[。！？；，：]$/u.test(text))
  return line ? { level, length: text.length } : undefined
}
