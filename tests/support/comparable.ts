import type { Block } from '../../shared/document/draft.ts'
import { isTextBlock, normaliseRuns } from '../../shared/document/runs.ts'

/** Blocks as law D3 compares them: without ids and links, runs in normal form, placeholders as the text they stand in for. */
export function comparable(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    const { id: _id, ...rest } = block
    if (!isTextBlock(block)) {
      const { rowIds: _rowIds, ...table } = rest as typeof rest & { rowIds?: unknown }
      return table
    }
    const { answers: _answers, ...own } = rest as typeof rest & { answers?: unknown }
    return { ...own, runs: normaliseRuns(block.runs.map(({ placeholder: _placeholder, ...run }) => run)) }
  })
}
