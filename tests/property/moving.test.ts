import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, type Block, type Draft } from '../../shared/document/draft.ts'
import { bodyRange } from '../../shared/document/drop-places.ts'
import { canRunIn } from '../../shared/document/edits.ts'
import { moveBlocks } from '../../shared/document/move-blocks.ts'
import { isTextBlock, blockText } from '../../shared/document/runs.ts'
import { draftArbitrary } from '../support/random-draft.ts'
import { dragOf, gestureArbitrary } from '../support/random-range.ts'

const contents = (blocks: readonly Block[]) => blocks.map((block) => JSON.stringify([block.id, block.role, isTextBlock(block) ? block.runs : block.rows])).sort()

describe('E11 any sequence of moves', () => {
  it('E11 loses no block and no text, keeps the draft valid, and leaves title and signature where they are', () => {
    let moves = 0
    fc.assert(fc.property(draftArbitrary, fc.array(gestureArbitrary, { maxLength: 8 }), (draft, gestures) => {
      let now: Draft = draft
      for (const gesture of gestures) {
        const drag = dragOf(now, gesture)
        if (!drag) continue
        const before = now.blocks
        const body = bodyRange(before)
        const blocks = moveBlocks(before, drag)
        moves += 1
        expect(contents(blocks)).toEqual(contents(before))
        // The moved blocks stand together, in their order, at the place that was shown.
        const ids = before.slice(drag.from, drag.to).map((block) => block.id)
        const at = drag.target > drag.from ? drag.target - ids.length : drag.target
        expect(blocks.slice(at, at + ids.length).map((block) => block.id)).toEqual(ids)
        const others = (all: readonly Block[]) => all.map((block) => block.id).filter((id) => !ids.includes(id))
        expect(others(blocks)).toEqual(others(before))
        expect(blocks.slice(0, body.from)).toEqual(before.slice(0, body.from))
        expect(blocks.slice(body.to).map(blockText)).toEqual(before.slice(body.to).map(blockText))
        blocks.forEach((block, index) => { if (isTextBlock(block) && block.runIn) expect(canRunIn(block.role, blocks[index - 1]) && !block.labelLine).toBe(true) })
        now = { ...now, blocks }
        expect(draftSchema.safeParse(now).error).toBeUndefined()
      }
    }), { seed: 21, numRuns: 600 })
    expect(moves).toBeGreaterThan(800)
  })
})
