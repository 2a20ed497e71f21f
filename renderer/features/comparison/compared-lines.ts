/** Which blocks of a comparison are shown: all, or those with changes. */
import type { ComparedBlock } from '../../../shared/comparison/compare-drafts.ts'

export type ComparedLine = { readonly kind: 'block'; readonly block: ComparedBlock } | { readonly kind: 'gap'; readonly count: number }

const isChanged = (block: ComparedBlock) => block.change !== undefined || (block.kind === 'text' ? block.roleBefore !== undefined || block.pieces.some((piece) => piece.change !== undefined)
  : block.rows.some((row) => row.change !== undefined || row.cells.some((cell) => cell.some((piece) => piece.change !== undefined))))

/** All blocks, or those with changes and what stands right beside them. */
export function linesOf(blocks: readonly ComparedBlock[], onlyChanged: boolean): ComparedLine[] {
  if (!onlyChanged) return blocks.map((block) => ({ kind: 'block', block }))
  const changed = blocks.map(isChanged)
  const lines: ComparedLine[] = []
  blocks.forEach((block, index) => {
    const last = lines.at(-1)
    if (changed[index] || changed[index - 1] || changed[index + 1]) lines.push({ kind: 'block', block })
    else if (last?.kind === 'gap') lines[lines.length - 1] = { kind: 'gap', count: last.count + 1 }
    else lines.push({ kind: 'gap', count: 1 })
  })
  return lines
}
