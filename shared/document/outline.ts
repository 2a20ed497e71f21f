import type { Block, Draft } from './draft.ts'
import { listRank } from './list-style.ts'
import { blockNumbers } from './numbering.ts'
import { headingLevel } from './roles.ts'
import { blockText, isTextBlock } from './runs.ts'

/** A heading longer than this is a sentence, not a heading. Measured on published papers: headings run to about 50. */
const leadLimit = 60

/**
 * The first sentence of a numbered paragraph, with its mark, where more text follows it: such a sentence is set as a
 * heading (“（一）学习有所放松。对…”, word-format.md §0 point 8). Undefined where there is none.
 */
export function leadSentence(text: string): string | undefined {
  const match = /^[^。！？\n]{2,}?(?:[。！？]|(?<=[\u4e00-\u9fff”"’)）])\.(?!\d))/u.exec(text)
  if (!match || match[0].length > leadLimit || match[0].length === text.length) return undefined
  return /[；;]/.test(match[0]) ? undefined : match[0]
}

export interface OutlineEntry {
  readonly blockId: string
  /** 1 is the outermost level of the paper's numbering, not necessarily present. */
  readonly level: number
  readonly number: string
  readonly text: string
  readonly children: readonly OutlineEntry[]
}

interface FlatEntry {
  readonly blockId: string
  readonly level: number
  readonly number: string
  readonly text: string
}

function flatEntry(block: Block, number: string, next: Block | undefined): FlatEntry | undefined {
  if (!isTextBlock(block)) return undefined
  const text = blockText(block)
  const level = headingLevel(block.role)
  if (level !== undefined) return { blockId: block.id, level, number, text: block.label !== undefined ? block.label + text : text }
  const leads = block.role === 'problem' || block.role === 'cause' || block.role === 'measure'
  if (!leads || block.runIn || block.label !== undefined || block.list === undefined || listRank(block.list) > 3) return undefined
  // A problem, cause or measure numbered like a heading stands in the outline by its lead sentence.
  const followed = next !== undefined && isTextBlock(next) && next.runIn === true
  const lead = leadSentence(text) ?? (followed && text.length <= leadLimit ? text : undefined)
  return lead === undefined ? undefined : { blockId: block.id, level: listRank(block.list), number, text: lead }
}

/** The headings of the paper, nested; run-in headings and numbered lead sentences too. */
export function deriveOutline(draft: Pick<Draft, 'blocks'>): OutlineEntry[] {
  const numbers = blockNumbers(draft.blocks)
  const roots: OutlineEntry[] = []
  const open: { level: number; children: OutlineEntry[] }[] = []
  draft.blocks.forEach((block, index) => {
    const entry = flatEntry(block, numbers[index]!, draft.blocks[index + 1])
    if (!entry) return
    while (open.length > 0 && open.at(-1)!.level >= entry.level) open.pop()
    const children: OutlineEntry[] = []
    ;(open.at(-1)?.children ?? roots).push({ ...entry, children })
    open.push({ level: entry.level, children })
  })
  return roots
}
