import { $createParagraphNode, $getRoot, INSERT_PARAGRAPH_COMMAND } from 'lexical'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, type Draft, type DraftKind } from '../../shared/document/draft.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { deriveLedger } from '../../shared/ledger/ledger-rows.ts'
import { insertPart, offerSpots, spotOf } from '../../shared/ledger/offers.ts'
import { partFields, type PartField } from '../../shared/ledger/part-place.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { INSERT_PART_COMMAND } from '../../renderer/editor/extensions/offers/offer-commands.ts'
import { $range, headlessPaper } from '../support/headless-paper.ts'
import { readCorpora } from '../support/paper-corpus.ts'

const read = (text: string, kind: DraftKind = 'team-plan'): Draft => recognise(paragraphsFromText(text), { draftId: 'd', kind }).draft

const plan = read(`某局党组班子整改方案
一、指导思想
坚持问题导向。
二、整改措施
（一）理论学习方面
一是学用结合不紧。
整改措施：1.制定计划。
2.按月检查。
整改时限：2024年6月底前完成。
责任领导：张文博
责任科室：办公室
二是学习不够系统。
整改措施：建立台账。
整改时限：长期坚持。
责任领导：李静
责任科室：综合科
（二）担当作为方面
一是遇事请示多。
（三）工作作风方面
某局党组
2024年3月1日`)

const at = (draft: Draft, text: string) => draft.blocks.findIndex((block) => blockText(block) === text)
const spotAt = (draft: Draft, text: string) => spotOf(offerSpots(draft), draft.blocks[at(draft, text)]!.id)

function inserted(draft: Draft, text: string, ...fields: (PartField | 'next')[]) {
  const paper = headlessPaper(draft)
  paper.caret(at(draft, text), 'end')
  for (const field of fields) {
    paper.editor.dispatchCommand(INSERT_PART_COMMAND, { field })
    paper.update(() => {})
    // What is typed goes where the caret was put.
    paper.update(() => $range().insertText(`新${field}`))
  }
  return paper
}
const lines = (draft: Draft) => printLines(draft.blocks)

describe('E24 offers of what an item lacks', () => {
  it('E24 names the kinds missing, and the next by the manner of the paper', () => {
    expect(spotAt(plan, '遇事请示多。')).toMatchObject({ missing: ['cause', 'measure', 'timeLimit'], responsible: ['leader', 'office', 'person', 'support'], next: 'measure' })
    expect(spotAt(plan, '按月检查。')).toMatchObject({ missing: ['cause'], responsible: [], next: 'problem' })
    // The heading and an empty group are places too.
    expect(spotAt(plan, '担当作为方面')?.afterId).toBe(plan.blocks[at(plan, '遇事请示多。')]!.id)
    expect(spotAt(plan, '工作作风方面')).toMatchObject({ next: 'problem', missing: [] })
  })

  it('E24 offers nothing in narrative, and nothing in papers whose parts are separate', () => {
    for (const text of ['指导思想', '坚持问题导向。', '某局党组', '整改措施', '某局党组班子整改方案']) expect(spotAt(plan, text), text).toBeUndefined()
    for (const [kind, text] of [['speech-outline', '发言提纲\n一、存在的问题\n1.学习不够系统。\n2.遇事请示多。\n二、原因分析\n1.重视不够。\n三、整改措施\n1.制定计划。\n'], ['self-examination', '对照检查材料\n一、存在的主要问题\n（一）理论学习方面\n一是学习不够系统。二是不深。\n'], ['ecology-report', '政治生态分析报告\n一、基本情况\n总体较好。\n二、存在问题\n1.学习不够。\n']] as const) {
      expect(offerSpots(read(text, kind)), kind).toEqual([])
    }
  })

  it('E24 puts a new part in at its place, labelled and numbered as its like', () => {
    const paper = inserted(plan, '遇事请示多。', 'next', 'next', 'next', 'next')
    expect(lines(paper.draft()).slice(-9, -2)).toEqual(['（二）担当作为方面', '一是遇事请示多。', '整改措施：1.新next', '整改时限：新next', '责任领导：新next', '责任科室：新next', '（三）工作作风方面'])
    const cause = inserted(plan, '遇事请示多。', 'timeLimit', 'cause', 'support', 'measure')
    expect(lines(cause.draft()).slice(-8, -3)).toEqual(['一是遇事请示多。', '原因剖析：新cause', '整改措施：1.新measure', '整改时限：新timeLimit', '配合科室：新support'])
  })

  it('E24 begins the next item, numbered on, and the first of an empty group', () => {
    expect(lines(inserted(plan, '李静', 'problem').draft())).toContain('三是新problem')
    const first = lines(inserted(plan, '工作作风方面', 'next', 'next').draft())
    expect(first.slice(first.indexOf('（三）工作作风方面'), -2)).toEqual(['（三）工作作风方面', '一是新next', '整改措施：1.新next'])
    const bracketed = read('某局整改方案\n一、整改措施\n（一）理论学习方面\n【整改问题】：学习不够系统。\n【整改措施】：制定计划。\n【整改时限】：立即整改。\n（二）担当作为方面\n')
    expect(lines(inserted(bracketed, '担当作为方面', 'next', 'next', 'next').draft()).slice(-3)).toEqual(['【整改问题】：新next', '【整改措施】：新next', '【整改时限】：新next'])
    expect(lines(inserted(bracketed, '立即整改。', 'problem').draft())).toContain('【整改问题】：新problem')
  })

  it('E24 goes below the heading that names the part in its group', () => {
    const parts = read('某局整改方案\n一、整改措施\n（一）理论学习方面\n1.存在问题\n学习不够系统。\n2.整改措施\n（二）担当作为方面\n1.存在问题\n遇事请示多。\n2.整改措施\n建立清单。\n')
    const draft = inserted(parts, '学习不够系统。', 'measure').draft()
    expect(lines(draft).slice(2, 7)).toEqual(['（一）理论学习方面', '1.存在问题', '学习不够系统。', '2.整改措施', '新measure'])
  })

  it('E24 one step of undo takes the new block away again', () => {
    const paper = headlessPaper(plan)
    paper.caret(at(plan, '遇事请示多。'), 'end')
    paper.editor.dispatchCommand(INSERT_PART_COMMAND, { field: 'measure' })
    paper.update(() => {})
    expect(paper.draft().blocks).toHaveLength(plan.blocks.length + 1)
    paper.undo()
    expect(paper.draft()).toEqual(plan)
  })

  it('E24 in every invented paper: a valid draft, one line more, the part is in the item and no longer missing', () => {
    let tried = 0
    const papers = readCorpora().map(({ text }) => recognise(paragraphsFromText(text), { draftId: 'd' }).draft)
    fc.assert(fc.property(fc.constantFrom(...papers), fc.nat(), fc.constantFrom(...partFields), (draft, place, field) => {
      const spots = offerSpots(draft)
      const spot = spots[place % Math.max(1, spots.length)]
      if (!spot) return
      const next = insertPart(draft, spot, field, 'fresh')
      expect(draftSchema.safeParse(next).success).toBe(true)
      expect(next.blocks).toHaveLength(draft.blocks.length + 1)
      const filled = { ...next, blocks: next.blocks.map((block) => (block.id === 'fresh' && block.role !== 'table' ? { ...block, runs: [{ text: '新写的一句' }] } : block)) } as Draft
      expect(lines(filled).join('\n').split('新写的一句')).toHaveLength(2)
      if (field !== 'problem' && spot.item.problems.length > 0) {
        tried += 1
        const row = deriveLedger(filled).rows.find(({ values }) => Object.values(values).some((value) => value.split('\n').includes('新写的一句')))
        expect(row?.values[field]?.split('\n')).toContain('新写的一句')
        expect(row?.values.problem).toBe(deriveLedger(draft).rows.find((one) => one.key === row!.key)?.values.problem)
      }
      expect(spotOf(offerSpots(next), 'fresh'), 'the caret stands in an item that has offers').toBeDefined()
    }), { seed: 24, numRuns: 400 })
    expect(tried).toBeGreaterThan(100)
  })
})

describe('E24 Enter in parts of the record', () => {
  const role = (draft: Draft, text: string) => {
    const paper = headlessPaper(draft)
    const index = at(draft, text)
    paper.caret(index, 'end')
    paper.update(() => { paper.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined) })
    return paper.draft().blocks[index + 1]!.role
  }
  const apart = read('对照检查材料\n一、存在的主要问题\n对照检查，主要有以下问题：\n（一）理论学习方面\n一是学习不够系统。二是不深。\n（二）担当作为方面\n三是遇事请示多。\n二、下一步整改措施\n（一）强化学习\n制定计划。\n整改时限：2024年6月底前。\n', 'self-examination')
  it('E24 a problem in a part of problems, a measure in a part of measures', () => {
    expect(role(apart, '不深。')).toBe('problem')
    expect(role(apart, '理论学习方面')).toBe('problem')
    expect(role(apart, '2024年6月底前。')).toBe('measure')
    expect(role(apart, '强化学习')).toBe('measure')
  })
  it('E24 what stands between a part and its first group introduces them', () => {
    const bare = read('对照检查材料\n一、存在的主要问题\n（一）理论学习方面\n一是学习不够系统。\n', 'self-examination')
    expect(role(bare, '存在的主要问题')).toBe('paragraph')
    expect(role(plan, '2024年6月底前完成。')).toBe('paragraph')
  })
  it('E24 an introduction leads to a problem', () => {
    const bare = read('发言提纲\n一、存在的问题\n主要有以下问题：\n1.学习不够系统。\n二、整改措施\n1.制定计划。\n', 'speech-outline')
    expect(role(bare, '主要有以下问题：')).toBe('problem')
  })
  it('E24 below a table what the part is made of, where it is a part of the record', () => {
    const table: Draft['blocks'][number] = { role: 'table', id: 't', columns: ['number', 'other'], headerRows: 0, rows: [['1', '甲']] }
    const below = (draft: Draft, text: string) => {
      const index = at(draft, text)
      const paper = headlessPaper({ ...draft, blocks: draft.blocks.toSpliced(index + 1, 0, table) })
      // As the table's own keys do at its edge.
      paper.update(() => { $getRoot().getChildAtIndex(index + 1)!.insertAfter($createParagraphNode()) })
      return paper.draft().blocks[index + 2]!.role
    }
    expect(below(apart, '制定计划。')).toBe('measure')
    expect(below(apart, '不深。')).toBe('problem')
    expect(below(plan, '坚持问题导向。')).toBe('paragraph')
  })
  it('E24 after a run-in item the next, run in as well', () => {
    const index = at(apart, '不深。')
    const paper = headlessPaper(apart)
    paper.caret(index, 'end')
    paper.update(() => { paper.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined) })
    expect(paper.draft().blocks[index + 1]).toMatchObject({ role: 'problem', list: '一是', runIn: true })
  })
})
