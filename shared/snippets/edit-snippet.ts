/** Changes to the text of a snippet outside the paper: plain words typed into a field, with formats and placeholders kept. */
import { changeRole } from '../document/edits.ts'
import type { Block, Run, TextBlock } from '../document/draft.ts'
import { normaliseRuns, plainRuns, runsText, sliceRuns } from '../document/runs.ts'
import { isTextBlock } from '../document/runs.ts'
import type { TextRole } from '../document/roles.ts'
import { placeholderKind, writtenPlaceholder } from '../placeholders/catalogue.ts'

const clean = (text: string) => text.replaceAll('\t', '\u3000').replaceAll(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g, '').toWellFormed()

const plain = ({ placeholder: _placeholder, ...run }: Run): Run => run

/** Placeholders are found by what is written: one typed in full is one, one typed into is text. */
function withPlaceholders(runs: readonly Run[], known: ReadonlySet<string>): Run[] {
  const text = runsText(runs)
  const bare = runs.map(plain)
  const result: Run[] = []
  let done = 0
  for (const match of text.matchAll(writtenPlaceholder)) {
    const key = match[1]!
    if (!known.has(key) && placeholderKind(key) === undefined) continue
    const [first] = sliceRuns(bare, match.index, match.index + 1)
    result.push(...sliceRuns(bare, done, match.index), { ...first!, text: match[0], placeholder: key })
    done = match.index + match[0].length
  }
  return normaliseRuns([...result, ...sliceRuns(bare, done, text.length)])
}

/** The block with another text; what stayed the same at both ends keeps its formats. */
export function withText(block: TextBlock, typed: string): TextBlock {
  const [before, after] = [runsText(block.runs), clean(typed)]
  if (before === after) return block
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const [like] = sliceRuns(block.runs, Math.max(0, head - 1), Math.max(1, head))
  const middle = after.slice(head, after.length - tail)
  const known = new Set(block.runs.flatMap((run) => run.placeholder ?? []))
  const runs = [...sliceRuns(block.runs, 0, head), ...(middle === '' ? [] : [{ ...(like ? plain(like) : {}), text: middle }]), ...sliceRuns(block.runs, before.length - tail, before.length)]
  // Halves of a character that both texts begin or end with belong together again.
  const joined = runs.every((run) => run.text.isWellFormed()) ? runs : plainRuns(after)
  return { ...block, runs: withPlaceholders(joined, known) } as TextBlock
}

/** A table with another text in one cell; lines stay lines. */
export function withCell(block: Extract<Block, { role: 'table' }>, row: number, column: number, typed: string): Extract<Block, { role: 'table' }> {
  const text = typed.split('\n').map(clean).join('\n')
  return { ...block, rows: block.rows.map((cells, at) => (at === row ? cells.map((cell, index) => (index === column ? text : cell)) : cells)) }
}

const replaced = (blocks: readonly Block[], index: number, ...by: readonly Block[]) => [...blocks.slice(0, index), ...by, ...blocks.slice(index + 1)]

/** The block cut in two, the second of the same kind. */
export function splitAt(blocks: readonly Block[], index: number, at: number, newId: () => string): readonly Block[] {
  const block = blocks[index]
  if (!block || !isTextBlock(block)) return blocks
  const size = runsText(block.runs).length
  const { label: _label, labelLine: _line, labelAfterNumber: _after, start: _start, ...rest } = block
  const known = new Set(block.runs.flatMap((run) => run.placeholder ?? []))
  const [first, second] = [withPlaceholders(sliceRuns(block.runs, 0, at), known), withPlaceholders(sliceRuns(block.runs, at, size), known)]
  return replaced(blocks, index, { ...block, runs: first } as Block, { ...rest, id: newId(), runs: second } as Block)
}

/** The block's text behind that of the one before it. */
export function joinBefore(blocks: readonly Block[], index: number): readonly Block[] {
  const [upper, lower] = [blocks[index - 1], blocks[index]]
  if (!upper || !lower || !isTextBlock(upper) || !isTextBlock(lower)) return blocks
  return [...blocks.slice(0, index - 1), { ...upper, runs: normaliseRuns([...upper.runs, ...lower.runs]) } as Block, ...blocks.slice(index + 1)]
}

export function removeAt(blocks: readonly Block[], index: number): readonly Block[] {
  return blocks.length === 1 ? blocks : replaced(blocks, index)
}

/** In another role, numbered as its like in the snippet. */
export function roleAt(blocks: readonly Block[], index: number, role: TextRole): readonly Block[] {
  const block = blocks[index]
  if (!block || !isTextBlock(block)) return blocks
  return replaced(blocks, index, { ...changeRole(blocks, index, role), id: block.id, runs: block.runs } as Block)
}

/** @param lines put behind the block, a block for each, of its kind: what is pasted. */
export function addLines(blocks: readonly Block[], index: number, lines: readonly string[], newId: () => string): readonly Block[] {
  const block = blocks[index]
  const shape = block && isTextBlock(block) ? block : undefined
  const { label: _label, labelLine: _line, labelAfterNumber: _after, start: _start, runIn: _runIn, ...rest } = shape ?? ({ role: 'paragraph', id: '', runs: [] } as TextBlock)
  const made = lines.map((line) => ({ ...rest, id: newId(), runs: withPlaceholders(plainRuns(clean(line)), new Set()) }) as Block)
  return [...blocks.slice(0, index + 1), ...made, ...blocks.slice(index + 1)]
}
