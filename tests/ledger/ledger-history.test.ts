import { describe, expect, it } from 'vitest'
import { createHistory } from '../../renderer/features/ledger/ledger-history.ts'

const step = (before: number, after: number) => ({ drafts: [{ draftId: 'd', before, after }], place: undefined })

describe('G13 undo of the ledger', () => {
  it('G13 goes back and forth over several steps although each return is a revision of its own', () => {
    const history = createHistory<undefined>()
    history.done(step(1, 2))
    history.done(step(2, 3))
    expect(history.next('undo')!.reverts).toEqual([{ draftId: 'd', from: 3, to: 2 }])
    history.taken('undo', new Map([['d', 4]]))
    expect(history.next('undo')!.reverts).toEqual([{ draftId: 'd', from: 4, to: 1 }])
    history.taken('undo', new Map([['d', 5]]))
    expect(history.can('undo')).toBe(false)
    expect(history.next('redo')!.reverts).toEqual([{ draftId: 'd', from: 5, to: 2 }])
    history.taken('redo', new Map([['d', 6]]))
    expect(history.next('redo')!.reverts).toEqual([{ draftId: 'd', from: 6, to: 3 }])
  })
  it('G13 never goes back over what somebody else wrote in between', () => {
    const history = createHistory<undefined>()
    history.done(step(1, 2))
    // Another window saved revision 3; this one went on from it.
    history.done(step(3, 4))
    expect(history.next('undo')!.reverts).toEqual([{ draftId: 'd', from: 4, to: 3 }])
    history.taken('undo', new Map([['d', 5]]))
    expect(history.next('undo')!.reverts).toBeUndefined()
  })
  it('G13 a new step ends what could be redone', () => {
    const history = createHistory<undefined>()
    history.done(step(1, 2))
    history.taken('undo', new Map([['d', 3]]))
    history.done(step(3, 4))
    expect(history.can('redo')).toBe(false)
  })
})
