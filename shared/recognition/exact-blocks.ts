/** Paragraphs of our own Word files say themselves which blocks they hold (law D3): nothing is guessed. */
import type { Run, TextBlock } from '../document/draft.ts'
import { readNumberOf } from '../document/printed-number.ts'
import type { Marker } from './markers.ts'
import type { Paragraph } from './paragraph.ts'
import type { ExactBlock, SourceParagraph } from './source.ts'

/** A label on a line of its own, waiting for the block whose text is on the next line. */
export interface HeldLabel {
  readonly id: string
  readonly paragraph: Paragraph
  readonly block: ExactBlock
}

interface ExactSourced {
  readonly block: TextBlock
  readonly paragraph: Paragraph
  readonly marker: Marker | undefined
  readonly from: number
}

type RunsOf = (paragraph: Paragraph, from: number, to: number) => Run[]

const isLabelLine = (block: ExactBlock) => block.labelLine === true && block.label !== undefined

/** As in the draft's schema. */
const mostLabel = 60

/** Head and text of every block follow each other without a gap, and a number is one of its list. */
function fits(text: string, blocks: readonly ExactBlock[]): boolean {
  let at = 0
  for (const { list, label, marker, text: own, role } of blocks) {
    const heads = [label, marker].filter((range) => range !== undefined).sort((a, b) => a.from - b.from || a.to - b.to)
    for (const range of [...heads, own]) {
      if (range.from !== at || range.to < range.from) return false
      at = range.to
    }
    // Somebody may have written on inside a label: no label is that long, so the paragraph is read like any other.
    if (label !== undefined && (label.to === label.from || label.to - label.from > mostLabel)) return false
    if (role === 'table' || (marker === undefined) !== (list === undefined)) return false
    if (list !== undefined && marker !== undefined && readNumberOf(list, text.slice(marker.from, marker.to)) === undefined) return false
  }
  const [first] = blocks
  const alone = blocks.every((block, index) => !block.labelLine || (index === 0 && (block.label === undefined || (blocks.length === 1 && block.text.from === block.text.to))))
  return first !== undefined && alone && at === text.length
}

/**
 * The source with what its paragraphs say of themselves checked. In a paper that is mostly not ours the few paragraphs
 * that are (pasted from another file) are read like the rest of it.
 */
export function checkedExact(source: readonly SourceParagraph[]): { readonly source: readonly SourceParagraph[]; readonly own: boolean } {
  const good = source.map((one) => one.hint?.exact !== undefined && fits(one.text, one.hint.exact))
  const filled = source.filter((one) => one.text.trim() !== '' && one.hint?.table === undefined).length
  const ours = source.filter((one, index) => good[index] && one.text.trim() !== '').length
  const own = good.includes(true) && ours * 2 >= filled
  if (!source.some((one) => one.hint?.exact !== undefined)) return { source, own: false }
  return {
    own,
    source: source.map((one, index): SourceParagraph => {
      if (one.hint?.exact === undefined || (own && good[index])) return one
      const { exact: _exact, ...hint } = one.hint
      return { text: one.text, hint }
    }),
  }
}

function markerOf(block: ExactBlock, paragraph: Paragraph): Marker | undefined {
  if (block.list === undefined || block.marker === undefined) return undefined
  const value = readNumberOf(block.list, paragraph.text.slice(block.marker.from, block.marker.to))!
  return { style: block.list, value, ...block.marker }
}

function exactSourced(block: ExactBlock, paragraph: Paragraph, id: string, runIn: boolean, held: HeldLabel | undefined, runsOf: RunsOf): ExactSourced {
  const labelled = held ?? (block.label === undefined ? undefined : { paragraph, block })
  const label = labelled?.block.label
  // The number stands with the label on its line, or with the text.
  const numbered = held?.block.list !== undefined ? held : { paragraph, block }
  const { list, start, marker } = numbered.block
  const labelAfterNumber = label !== undefined && labelled?.block === numbered.block && marker !== undefined && marker.from < label.from
  return {
    block: {
      role: block.role, id,
      ...(list === undefined ? {} : { list }),
      ...(start === undefined ? {} : { start }),
      ...(runIn ? { runIn: true as const } : {}),
      ...(label === undefined ? {} : { label: labelled!.paragraph.text.slice(label.from, label.to) }),
      ...(labelAfterNumber ? { labelAfterNumber: true as const } : {}),
      ...(label !== undefined && labelled!.block.labelLine ? { labelLine: true as const } : {}),
      runs: runsOf(paragraph, block.text.from, block.text.to),
    } as TextBlock,
    paragraph: numbered.paragraph,
    marker: markerOf(numbered.block, numbered.paragraph),
    from: Math.min(block.text.from, block.label?.from ?? Infinity, block.marker?.from ?? Infinity),
  }
}

/** A label with nothing on the next line: a block to be filled in. */
export function labelAlone({ block, paragraph, id }: HeldLabel, runsOf: RunsOf): ExactSourced {
  return exactSourced(block, paragraph, id, false, undefined, runsOf)
}

/**
 * The blocks of one paragraph of ours.
 * @param held the label line just before, if there was one; `used` says whether it belongs here.
 */
export function exactBlocks(paragraph: Paragraph, id: string, held: HeldLabel | undefined, runsOf: RunsOf): { readonly blocks: readonly ExactSourced[]; readonly used: boolean; readonly holds: HeldLabel | undefined } {
  const exact = paragraph.hint!.exact!
  const [first] = exact
  if (first !== undefined && isLabelLine(first)) return { blocks: [], used: false, holds: { id, paragraph, block: first } }
  const used = held !== undefined && first?.labelLine === true && first.role === held.block.role
  const blocks = exact.map((block, index) =>
    exactSourced(block, paragraph, index === 0 ? id : `${id}.${index}`, index > 0, index === 0 && used ? held : undefined, runsOf))
  return { blocks, used, holds: undefined }
}
