import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, draftSchemaVersion, type Draft } from '../../shared/document/draft.ts'
import { blockText } from '../../shared/document/runs.ts'
import { findHits, replaceHits } from '../../renderer/editor/find-and-replace.ts'
import { headlessPaper } from '../support/headless-paper.ts'
import { draftArbitrary } from '../support/random-draft.ts'

const table = { role: 'table' as const, id: 't', columns: ['number', 'problem'] as const, headerRows: 1, rows: [['序号', '问题'], ['1', '某局学习少\n某局调研浅']] }
const draft: Draft = {
  schemaVersion: draftSchemaVersion, id: 'd', kind: 'team-plan', title: '', meta: {}, layout: 'gb33476',
  blocks: [
    { role: 'heading1', id: 'a', list: '一、', runs: [{ text: '某局整改' }] },
    { role: 'problem', id: 'b', list: '一是', runs: [{ text: '一是某' }, { text: '局和某局', bold: true }, { text: '都一是。' }] },
    table,
  ],
}
const texts = (paper: ReturnType<typeof headlessPaper>) => paper.draft().blocks.map(blockText)

describe('E10 find and replace', () => {
  it('E10 finds words in blocks and cells, over runs of different look, and no computed number', () => {
    const { editor } = headlessPaper(draft)
    expect(findHits(editor, '某局').map((hit) => `${hit.before}|${hit.match}|${hit.after}`)).toEqual(['|某局|整改', '一是|某局|和某局都一是。', '一是某局和|某局|都一是。', '|某局|学习少', '|某局|调研浅'])
    expect(findHits(editor, '一是')).toHaveLength(2)
    expect(findHits(editor, '一、')).toEqual([])
    expect(findHits(editor, '')).toEqual([])
  })
  it('E10 replaces the chosen ones in one step of undo, and keeps the look', () => {
    const paper = headlessPaper(draft)
    const hits = findHits(paper.editor, '某局')
    expect(replaceHits(paper.editor, [hits[1]!, hits[2]!, hits[4]!], '青岭县水务局')).toBe(3)
    expect(texts(paper)).toEqual(['某局整改', '一是青岭县水务局和青岭县水务局都一是。', '序号\t问题\n1\t某局学习少\n青岭县水务局调研浅'])
    expect(paper.draft().blocks[1]).toMatchObject({ runs: [{ text: '一是青岭县水务局' }, { text: '和青岭县水务局', bold: true }, { text: '都一是。' }] })
    paper.undo()
    expect(paper.draft()).toEqual(draft)
  })
  it('E10 leaves alone what has changed since it was found', () => {
    const paper = headlessPaper(draft)
    const hits = findHits(paper.editor, '某局')
    replaceHits(paper.editor, hits.slice(0, 1), '')
    expect(replaceHits(paper.editor, hits.slice(0, 1), '乙')).toBe(0)
    expect(texts(paper)[0]).toBe('整改')
  })
  it('E10 in any draft every hit is replaced, nothing else changes, and undo gives the draft back', () => {
    fc.assert(fc.property(draftArbitrary, fc.constantFrom('的', '整改', '一是', '不够', '。', '2023年'), fc.constantFrom('', '甲', '甲乙丙'), (random, query, replacement) => {
      const paper = headlessPaper(random)
      const before = paper.draft()
      const hits = findHits(paper.editor, query)
      const wanted = texts(paper).map((text) => text.replaceAll(query, replacement))
      if (hits.length > 0) expect(replaceHits(paper.editor, hits, replacement)).toBe(hits.length)
      expect(texts(paper)).toEqual(wanted)
      expect(draftSchema.safeParse(paper.draft()).error).toBeUndefined()
      if (hits.length > 0) paper.undo()
      expect(paper.draft()).toEqual(before)
    }), { seed: 5, numRuns: 300 })
  }, 60_000)
})
