/** E18: what is lit around the caret. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { focusRange } from '../../shared/document/focus-range.ts'
import { roles, type Role } from '../../shared/document/roles.ts'

const paper: readonly Role[] = ['title', 'paragraph', 'heading1', 'paragraph', 'heading2', 'problem', 'measure', 'timeLimit', 'problem', 'cause', 'measure', 'paragraph', 'heading2', 'problem', 'problem', 'heading1', 'measure', 'table', 'measure', 'signature', 'date']
const lit = (index: number) => {
  const { from, to, heading } = focusRange(paper, index)
  return [...(heading === undefined ? [] : [heading]), ...Array.from({ length: to - from }, (_, at) => from + at)]
}

describe('E18 what stays lit', () => {
  it('E18 an item with its heading, from its problems to the last that answers them', () => {
    expect(lit(6)).toEqual([4, 5, 6, 7])
    expect(lit(8)).toEqual([4, 8, 9, 10, 11])
  })
  it('E18 the front; text under a heading; problems alone; a heading with all it holds; the end', () => {
    expect(lit(1)).toEqual([0, 1])
    expect(lit(3)).toEqual([2, 3])
    expect(lit(14)).toEqual([12, 13, 14])
    expect(lit(2)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
    expect(lit(20)).toEqual([19, 20])
    expect(lit(18)).toEqual([15, 18])
  })
  it('E18 always holds the place itself and lies inside the paper', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...roles), { minLength: 1, maxLength: 30 }), fc.nat(), (all, pick) => {
      const index = pick % all.length
      const { from, to, heading } = focusRange(all, index)
      expect(from <= index && index < to && from >= 0 && to <= all.length && (heading === undefined || heading < from)).toBe(true)
    }), { seed: 18, numRuns: 500 })
  })
})
