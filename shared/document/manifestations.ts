/**
 * A problem told with its 表现 in one paragraph, “X。主要表现在：一是…；二是…”: where the lead sentence ends and the 表现
 * begin, and the paragraph as blocks of their own run in, or put together again. The printed text stays as it is. Pure.
 */
import type { Block, TextBlock } from './draft.ts'
import { formatNumber, type ListStyle } from './list-style.ts'
import { blockNumbers } from './numbering.ts'
import { leadSentence } from './outline.ts'
import { printedPrefix, printLines } from './print-text.ts'
import { blockText, isTextBlock, normaliseRuns, plainRuns, sliceRuns } from './runs.ts'
import { subFlags } from './sub-entries.ts'
import { leadOf, partsEnd } from './sub-levels.ts'

/** One 表现 or step in the text of its lead; places in UTF-16 units. */
export interface InnerPart {
  /** Where its number begins, where its own words do, and where it ends. */
  readonly from: number
  readonly words: number
  readonly to: number
  readonly list?: ListStyle
}

const innerStyles: readonly ListStyle[] = ['一是', '第一，', '其一，', '一要', '（1）', '①', '1.', '（一）']
const phrase = /(?<=[。；！？])(?:主要|具体|突出|集中)?(?:表现|体现|反映)(?:在|为|是|如下|于|有)?/u
const boundary = /[。；：:;！？，,]$/u

function numberedParts(text: string, list: ListStyle): InnerPart[] {
  const starts: { from: number; words: number }[] = []
  for (let value = 1, at = 0; value <= 30; value += 1) {
    const number = formatNumber(list, value)
    let from = text.indexOf(number, at)
    // “统一是…” and “11.” are no numbers of a list: those stand behind a mark.
    while (from > 0 && !boundary.test(text.slice(0, from).trimEnd())) from = text.indexOf(number, from + 1)
    if (from <= 0) break
    at = from + number.length
    starts.push({ from, words: at })
  }
  return starts.length < 2 ? [] : starts.map(({ from, words }, index) => ({ from, words, to: starts[index + 1]?.from ?? text.length, list }))
}

/** The 表现 inside the text of a problem (steps of a measure), in order; none where it is one sentence. */
export function innerParts(text: string): readonly InnerPart[] {
  const numbered = innerStyles.map((list) => numberedParts(text, list)).filter((parts) => parts.length > 0).sort((a, b) => a[0]!.from - b[0]!.from)[0]
  if (numbered) return numbered
  const from = phrase.exec(text)?.index ?? leadSentence(text)?.length
  return from === undefined || from === 0 || from >= text.length ? [] : [{ from, words: from, to: text.length }]
}

/** Length of the lead sentence of an entry whose 表现 stand in the same paragraph; 0 where there is nothing to tell apart. */
export function leadLength(text: string, followedByParts: boolean): number {
  const inner = innerParts(text)[0]?.from ?? (followedByParts ? text.length : 0)
  const sentence = /^.*?[。！？；：:]/u.exec(text.slice(0, inner))
  return sentence ? sentence[0].length : inner
}

const isEntry = (block: Block | undefined): block is TextBlock => block !== undefined && (block.role === 'problem' || block.role === 'measure')

/** The blocks with the 表现 of the entry at the index as blocks of their own; undefined where that would change a word of print. */
export function splitParts(blocks: readonly Block[], index: number, newId: () => string): Block[] | undefined {
  const block = blocks[index]
  if (!isEntry(block) || subFlags(blocks)[index]) return undefined
  const parts = innerParts(blockText(block))
  if (parts.length === 0) return undefined
  const answers = 'answers' in block && block.answers !== undefined ? { answers: block.answers } : {}
  const lead = { ...block, runs: normaliseRuns(sliceRuns(block.runs, 0, parts[0]!.from)) } as TextBlock
  const made = parts.map(({ words, to, list }) => ({
    role: block.role, id: newId(), ...(list === undefined ? {} : { list }), runIn: true, ...answers, runs: normaliseRuns(sliceRuns(block.runs, words, to)),
  }) as TextBlock)
  const result = blocks.toSpliced(index, 1, lead, ...made)
  const subs = subFlags(result)
  const same = printLines(result).join('\n') === printLines(blocks).join('\n')
  return same && made.every((_, at) => subs[index + 1 + at]) ? result : undefined
}

/**
 * The reverse: paragraphs of 表现 are run in behind their lead; those that are run in already become its text again.
 * @param index of the lead or of one of its parts. Undefined where it has none, or where a number of the paper would change.
 */
export function joinParts(blocks: readonly Block[], index: number): Block[] | undefined {
  const subs = subFlags(blocks)
  const first = subs[index] ? leadOf(blocks, index, subs) : index
  const lead = blocks[first ?? -1]
  if (first === undefined || !isEntry(lead)) return undefined
  const end = partsEnd(blocks, first, subs)
  const parts = blocks.slice(first + 1, end).filter(isTextBlock)
  if (parts.length === 0) return undefined
  if (parts.some((part) => !part.runIn)) return blocks.map((block, at) => (at > first && at < end && isTextBlock(block) ? { ...block, runIn: true } as TextBlock : block))
  const numbers = blockNumbers(blocks)
  const runs = parts.flatMap((part, at) => [...plainRuns(printedPrefix(part, numbers[first + 1 + at]!)), ...part.runs])
  const result = blocks.toSpliced(first, end - first, { ...lead, runs: normaliseRuns([...lead.runs, ...runs]) } as TextBlock)
  // A number that becomes text no longer counts: where another goes on from it, the parts stay as they are.
  return printLines(result).join('\n') === printLines(blocks).join('\n') ? result : undefined
}

/** What of the two can be done with the entry the block is, or is part of. */
export function partCommands(blocks: readonly Block[], index: number): { readonly split: boolean; readonly join: boolean } {
  let ids = 0
  return { split: splitParts(blocks, index, () => `probe${(ids += 1)}`) !== undefined, join: joinParts(blocks, index) !== undefined }
}
