/** E15: what a change of style may never do, whatever the draft. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, type Block } from '../../shared/document/draft.ts'
import { applyStyle, readDraftStyle, type StyleChange } from '../../shared/document/draft-style.ts'
import { canRunIn } from '../../shared/document/edits.ts'
import { listStyles } from '../../shared/document/list-style.ts'
import { recordRoles } from '../../shared/document/roles.ts'
import { isTextBlock } from '../../shared/document/runs.ts'
import { valuesOf } from '../../shared/document/style/keep-numbers.ts'
import { readLabel } from '../../shared/document/style/label-dress.ts'
import { levelsOf } from '../../shared/document/style/levels.ts'
import { placementSubjects } from '../../shared/document/style/placement.ts'
import { draftArbitrary } from '../support/random-draft.ts'

const labelChange = fc.record({ kind: fc.constant('label' as const), role: fc.constantFrom(...recordRoles), choice: fc.constantFrom('bracketed' as const, 'plain' as const, 'none' as const) })
const placementChange = fc.record({ kind: fc.constant('placement' as const), subject: fc.constantFrom(...placementSubjects), placement: fc.constantFrom('run-in' as const, 'paragraph' as const, 'together' as const) })

/** Any change of any level the draft has, also styles the panel would not offer there. */
function changeOf(blocks: readonly Block[], pick: number, choice: number): StyleChange {
  const keys = [...levelsOf(blocks).keys()]
  const choices = [...listStyles, 'none'] as const
  return { kind: 'list', level: keys[pick % Math.max(1, keys.length)] ?? 'problem/0', choice: choices[choice % choices.length]! }
}

const anyChange = (blocks: readonly Block[]): fc.Arbitrary<StyleChange> => fc.oneof(labelChange, placementChange, fc.tuple(fc.nat(99), fc.nat(99)).map(([pick, choice]) => changeOf(blocks, pick, choice)))
const draftAndChanges = draftArbitrary.chain((draft) => fc.tuple(fc.constant(draft), fc.array(anyChange(draft.blocks), { minLength: 1, maxLength: 4 })))
const options = { seed: 15, numRuns: 1200 }

describe('E15 the style of the whole draft', () => {
  it('E15 never changes a text, an id, a role or a table; the draft stays valid', () => {
    fc.assert(fc.property(draftAndChanges, ([draft, changes]) => {
      let blocks: readonly Block[] = draft.blocks
      for (const change of changes) {
        const next = applyStyle(blocks, change).blocks
        expect(next.map((block) => [block.id, block.role, isTextBlock(block) ? block.runs : block])).toEqual(blocks.map((block) => [block.id, block.role, isTextBlock(block) ? block.runs : block]))
        expect(draftSchema.safeParse({ ...draft, blocks: next }).error).toBeUndefined()
        next.forEach((block, index) => {
          if (isTextBlock(block) && block.runIn && !(blocks[index] as typeof block).runIn) expect(canRunIn(block.role, next[index - 1]) && !block.labelLine).toBe(true)
        })
        blocks = next
      }
    }), options)
  }, 120_000)

  it('E15 the same change twice is the change once', () => {
    fc.assert(fc.property(draftAndChanges, ([draft, changes]) => {
      let blocks: readonly Block[] = draft.blocks
      for (const change of changes) {
        blocks = applyStyle(blocks, change).blocks
        const again = applyStyle(blocks, change)
        expect(again.blocks).toEqual(blocks)
        expect(again.changed).toBe(0)
      }
    }), options)
  }, 120_000)

  it('E15 labels and paragraphs leave every number its value, and words of labels are the writer’s', () => {
    fc.assert(fc.property(draftArbitrary.chain((draft) => fc.tuple(fc.constant(draft), fc.oneof(labelChange, placementChange))), ([draft, change]) => {
      const values = valuesOf(draft.blocks)
      fc.pre(values.every((value) => value < 900))
      const { blocks } = applyStyle(draft.blocks, change)
      expect(valuesOf(blocks)).toEqual(values)
      blocks.forEach((block, index) => {
        const old = draft.blocks[index]!
        if (!isTextBlock(block) || !isTextBlock(old) || block.label === undefined || old.label === undefined) return
        expect(readLabel(block.label)?.word ?? block.label).toBe(readLabel(old.label)?.word ?? old.label)
      })
    }), options)
  }, 120_000)

  it('E15 what was chosen is what the draft then says it uses', () => {
    fc.assert(fc.property(draftAndChanges, ([draft, changes]) => {
      for (const change of changes) {
        const { blocks } = applyStyle(draft.blocks, change)
        const style = readDraftStyle(blocks)
        if (change.kind === 'label') {
          const looks = style.labels.find((one) => one.role === change.role)?.looks
          const kept = change.choice === 'none' ? ['none', 'number', 'fixed', 'bracketed', 'plain', 'other'] : [change.choice, 'number', 'fixed']
          expect([...(looks?.keys() ?? [])].filter((look) => !kept.includes(look))).toEqual([])
        } else if (change.kind === 'list') {
          const found = style.lists.find((one) => one.key === change.level)
          if (found) expect([...found.looks.keys()]).toEqual([change.choice])
        } else if (style.placements.some((one) => one.subject === change.subject && one.placement === undefined)) {
          // Only a block that may not be run in may differ.
          expect(change.placement).not.toBe('paragraph')
        }
      }
    }), options)
  }, 120_000)
})
