/** The writer's decisions in the review screen, step by step and over a draft that changed. */
import { describe, expect, it } from 'vitest'
import { findIdentifying } from '../../shared/deidentify/find-identifying.ts'
import { draftOfLines } from '../../shared/deidentify/telling-words.ts'
import { markId, withOwnMarks } from '../../shared/deidentify/own-marks.ts'
import { addMarks, carriedOver, decide, freeKey, noWork, removeMarks, see } from '../../renderer/features/deidentify/review-work.ts'

const at = (blockId: string, from: number, to: number) => ({ place: { in: 'block' as const, blockId }, from, to })

describe('decisions of the writer', () => {
  it('Y36 each act gives a new state and leaves the one before as it was', () => {
    const one = decide(noWork, ['a', 'b'], { do: 'keep' })
    const two = see(one, ['clue'], true)
    expect([noWork.decisions.size, one.decisions.size, one.seen.size, two.seen.has('clue')]).toEqual([0, 2, 0, true])
    expect(decide(two, ['b'], { do: 'keep' })).toBe(two)
    expect(decide(two, ['b'], { do: 'replace' })).not.toBe(two)
    expect(see(two, ['clue'], false).seen.size).toBe(0)
  })
  it('Y37 marks are decided as they are made, give way to new ones over them, and are taken away whole', () => {
    const first = addMarks(noWork, [at('b', 0, 4), at('b', 8, 12)], '地名')
    expect(first.decisions.get(markId(at('b', 0, 4)))).toEqual({ do: 'replace' })
    const wider = addMarks(first, [at('b', 2, 6)], '单位简称')
    expect(wider.marks.map(({ from, key }) => [from, key])).toEqual([[8, '地名'], [2, '单位简称']])
    const none = removeMarks(wider, new Set(wider.marks.map(markId)))
    expect(none.marks).toEqual([])
    expect([...none.decisions.keys()].every((id) => id === markId(at('b', 0, 4)))).toBe(true)
    expect(freeKey('待填内容', new Set(['待填内容', '待填内容2']))).toBe('待填内容3')
  })
  it('Y39 after the draft changed, what was decided alike for all places of a text holds for it again, and marks are where their text is', () => {
    const old = draftOfLines(['由罗启元负责，走访3户。', '由石光荣负责，走访青石坡。'])
    const found = findIdentifying(old)
    const idOf = (text: string) => found.find((one) => one.text === text)!.id
    let work = decide(noWork, [idOf('罗启元')], { do: 'keep' })
    work = decide(work, [idOf('石光荣')], { do: 'replace', key: '牵头人' })
    work = see(addMarks(work, [at('line 1', 10, 13)], '地名'), ['clue'], true)
    const textOf = new Map([[markId(at('line 1', 10, 13)), '青石坡']])
    const now = draftOfLines(['补一段，走访青石坡。', '由石光荣负责，走访青石坡。', '由罗启元负责，由罗启元检查，走访4户。'])
    const again = findIdentifying(now)
    const carried = carriedOver(work, withOwnMarks(old, found, work.marks), now, again, (mark) => textOf.get(markId(mark))!)
    const decisionsOf = (text: string) => withOwnMarks(now, again, carried.marks).filter((one) => one.text === text).map(({ id }) => carried.decisions.get(id))
    expect(decisionsOf('罗启元')).toEqual([{ do: 'keep' }, { do: 'keep' }])
    expect(decisionsOf('石光荣')).toEqual([{ do: 'replace', key: '牵头人' }])
    expect(decisionsOf('4')).toEqual([undefined])
    expect(carried.marks.map(({ place, from, key }) => [place.blockId, from, key])).toEqual([['line 0', 6, '地名'], ['line 1', 9, '地名']])
    expect([...carried.seen]).toEqual(['clue'])
  })
})
