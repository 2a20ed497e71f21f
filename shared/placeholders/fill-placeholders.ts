/** Filling placeholders: a pure edit of the draft, one step of undo for all places of a key. */
import type { Block, Draft, Run } from '../document/draft.ts'
import { normaliseRuns, runsText } from '../document/runs.ts'
import { writtenPlaceholder } from './catalogue.ts'

/** What the library calls a draft: its title blocks joined; the old name where there are none. */
export function titleOfBlocks(draft: Draft): string {
  const title = draft.blocks.flatMap((block) => (block.role === 'title' ? [runsText(block.runs)] : [])).join('').trim()
  return (title === '' ? draft.title : title).slice(0, 500).toWellFormed()
}

/** Text that a run may hold: one line, whole characters. */
function oneLine(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]+/gu, ' ').toWellFormed()
}

function filledRun(run: Run, values: ReadonlyMap<string, string>): Run {
  const value = run.placeholder === undefined ? undefined : values.get(run.placeholder)
  if (value === undefined || value === '') return run
  const { placeholder: _placeholder, ...format } = run
  return { ...format, text: value }
}

/** The block with the keys' places filled; the same block where none of them is open. */
export function fillBlock(block: Block, values: ReadonlyMap<string, string>): Block {
  if (block.role !== 'table') {
    const runs = block.runs.map((run) => filledRun(run, values))
    return runs.every((run, index) => run === block.runs[index]) ? block : { ...block, runs: normaliseRuns(runs) }
  }
  let changed = false
  const rows = block.rows.map((row) => row.map((cell) => cell.replaceAll(writtenPlaceholder, (whole, key: string) => {
    const value = values.get(key)
    if (value === undefined || value === '') return whole
    changed = true
    return value
  })))
  return changed ? { ...block, rows } : block
}

/**
 * The draft with every place of each key filled, text and formats otherwise as they were; the same draft when none of
 * the keys is open. An empty value fills nothing: an emptied placeholder would be forgotten.
 */
export function fillPlaceholders(draft: Draft, given: ReadonlyMap<string, string>): Draft {
  const values = new Map([...given].map(([key, value]) => [key, oneLine(value)]))
  const blocks = draft.blocks.map((block) => fillBlock(block, values))
  if (blocks.every((block, index) => block === draft.blocks[index])) return draft
  const titleChanged = blocks.some((block, index) => block.role === 'title' && block !== draft.blocks[index])
  return { ...draft, blocks, ...(titleChanged ? { title: titleOfBlocks({ ...draft, blocks }) } : {}) }
}

/** All places of one key at once. */
export function fillPlaceholder(draft: Draft, key: string, value: string): Draft {
  return fillPlaceholders(draft, new Map([[key, value]]))
}
