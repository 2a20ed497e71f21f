import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, type Block, type Draft } from '../../shared/document/draft.ts'
import { mergeItem, splitItem } from '../../shared/document/item-edits.ts'
import { deriveItems } from '../../shared/document/items.ts'
import { itemAt, itemSpans } from '../../shared/document/item-spans.ts'
import { isTextBlock, blockText } from '../../shared/document/runs.ts'
import { draftArbitrary } from '../support/random-draft.ts'
import { planArbitrary } from '../support/random-plan.ts'

const contents = (blocks: readonly Block[]) => blocks.map((block) => JSON.stringify([block.id, block.role, isTextBlock(block) ? block.runs : block.rows])).sort()
const itemsOf = (blocks: readonly Block[]) => deriveItems({ blocks })
const textItems = (blocks: readonly Block[]) => itemsOf(blocks).filter((item) => ![...item.problems, ...item.causes, ...item.measures, ...item.timeLimits, ...item.responsible].some((text) => text.cell)).length

describe('E13 items as places', () => {
  it('E13 the spans are the items', () => {
    fc.assert(fc.property(fc.oneof(draftArbitrary, planArbitrary), ({ blocks }) => {
      const spans = itemSpans(blocks).map((item) => item.units.map((unit) => blocks[unit.from]!.id))
      const derived = itemsOf(blocks).map((item) => [...item.problems, ...item.causes, ...item.measures, ...item.timeLimits, ...item.responsible].filter((text) => !text.cell).map((text) => text.blockId))
      const known = new Set(derived.flat())
      const compare = (lists: readonly (readonly string[])[]) => lists.map((ids) => ids.filter((id) => known.has(id)).toSorted()).filter((ids) => ids.length > 0)
      expect(compare(spans)).toEqual(compare(derived))
    }), { seed: 31, numRuns: 500 })
  })
})

describe('E13 any sequence of splits and merges', () => {
  it('E13 keeps the draft valid, loses no text, makes one item more or one less', () => {
    const made = { splits: 0, merges: 0, dropped: 0 }
    fc.assert(fc.property(fc.oneof({ weight: 1, arbitrary: draftArbitrary }, { weight: 3, arbitrary: planArbitrary }), fc.array(fc.tuple(fc.boolean(), fc.nat(60)), { maxLength: 10 }), (draft, steps) => {
      let now: Draft = draft
      for (const [order, [merge, place]] of steps.entries()) {
        const { blocks } = now
        const index = place % blocks.length
        const edit = merge ? mergeItem(blocks, index) : splitItem(blocks, index, `new${order}`)
        if (!edit.ok) continue
        if (merge) made.merges += 1
        else made.splits += 1
        made.dropped += edit.dropped.length
        const fresh = edit.blocks.filter((block) => block.id === `new${order}`)
        expect(fresh.every((block) => blockText(block) === '')).toBe(true)
        const gone = blocks.filter((block) => !edit.blocks.some((one) => one.id === block.id))
        expect(contents([...edit.blocks, ...gone])).toEqual(contents([...blocks, ...fresh]))
        // What went stands there still, word for word, in the same item.
        expect(gone.map((block) => blockText(block).trim()).filter((text) => text !== '')).toEqual(edit.dropped)
        const spans = itemSpans(edit.blocks)
        const whole = spans[itemAt(spans, edit.blocks.findIndex((block) => block.id === edit.caret))]!
        for (const block of gone.filter((one) => blockText(one).trim() !== '')) expect(whole.units.some((unit) => edit.blocks[unit.from]!.role === block.role && blockText(edit.blocks[unit.from]!).trim() === blockText(block).trim())).toBe(true)
        expect(itemSpans(edit.blocks)).toHaveLength(itemSpans(blocks).length + (merge ? -1 : 1))
        expect(textItems(edit.blocks)).toBeLessThanOrEqual(textItems(blocks) + 1)
        now = { ...now, blocks: edit.blocks }
        expect(draftSchema.safeParse(now).error).toBeUndefined()
      }
    }), { seed: 32, numRuns: 600 })
    expect(made.splits).toBeGreaterThan(200)
    expect(made.merges).toBeGreaterThan(200)
    expect(made.dropped).toBeGreaterThan(20)
  })
})
