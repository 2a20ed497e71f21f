import { describe, expect, it } from 'vitest'
import type { Draft, DraftKind } from '../../shared/document/draft.ts'
import { responsibleKind } from '../../shared/document/responsible-kind.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { addEntry } from '../../shared/ledger/add-entry.ts'
import { completenessOf } from '../../shared/ledger/completeness.ts'
import { keptInRecord, placeItems } from '../../shared/ledger/item-places.ts'
import { completions, knownResponsible } from '../../shared/ledger/known-responsible.ts'
import { deriveLedger } from '../../shared/ledger/ledger-rows.ts'
import { offerSpots } from '../../shared/ledger/offers.ts'
import { responsibleField } from '../../shared/ledger/responsible-field.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { emptyUnitProfile } from '../../shared/settings/unit-profile.ts'

const read = (text: string, kind: DraftKind = 'team-plan'): Draft => recognise(paragraphsFromText(text), { draftId: 'd', kind }).draft
let ids = 0
const newId = () => `new${(ids += 1)}`
const completeness = (draft: Draft) => completenessOf(draft, placeItems(draft).items, deriveLedger(draft).rows, offerSpots(draft))
const counts = (draft: Draft) => completeness(draft).lacking.map(({ kind, items }) => `${kind} ${items.length}`)

const plan = (lines: string) => read(`某局整改方案\n一、整改措施\n（一）理论学习方面\n${lines}`)

describe('E29 what the items of a paper lack', () => {
  it('E29 counts a problem with no answer yet, and causes only where the paper tells them', () => {
    const one = '一是学习不够系统。\n整改措施：制定计划。\n整改时限：2024年6月底前。\n责任人：李静\n二是遇事请示多。\n'
    expect(counts(plan(one))).toEqual(['measure 1', 'timeLimit 1', 'responsible 1'])
    expect(counts(plan(one.replace('整改措施：制定', '原因剖析：重视不够。\n整改措施：制定')))).toEqual(['cause 1', 'measure 1', 'timeLimit 1', 'responsible 1'])
  })
  it('E29 asks nobody who is responsible for his own plan', () => {
    const own = read('个人整改方案\n一、整改措施\n（一）理论学习方面\n【整改问题】：学习不够系统。\n【整改措施】：制定计划。\n', 'individual-plan')
    expect(counts(own)).toEqual(['timeLimit 1'])
  })
  it('E29 says nothing of problems in a part of their own', () => {
    const speech = read('发言提纲\n一、存在的问题\n1.学习不够系统。\n2.遇事请示多。\n二、整改措施\n1.制定计划。\n', 'speech-outline')
    expect(completeness(speech)).toEqual({ items: [], lacking: [] })
    expect(completeness(read('发言提纲\n一、存在的问题\n1.学习不够系统。\n2.遇事请示多。\n', 'speech-outline')).items).toEqual([])
  })
})

describe('E25 entries, names and where a value is kept', () => {
  it('E25 adds a measure, a step of it and a 表现', () => {
    const draft = plan('1.学习不够系统。\n整改措施：1.制定计划。\n2.按月检查。\n整改时限：2024年6月底前。\n')
    const id = (text: string, of: Draft) => of.blocks.find((block) => blockText(block) === text)!.id
    const step = addEntry(draft, id('制定计划。', draft), '分解到人。', true, newId)!
    expect(printLines(step.blocks).slice(3)).toEqual(['1.学习不够系统。', '整改措施：1.制定计划。', '（1）分解到人。', '2.按月检查。', '整改时限：2024年6月底前。'])
    const own = addEntry(step, id('分解到人。', step), '建立台账。\n1.不算', false, newId)!
    expect(printLines(own.blocks).slice(5, 9)).toEqual(['（1）分解到人。', '2.建立台账。', '3.1.不算', '4.按月检查。'])
    const shown = addEntry(draft, id('学习不够系统。', draft), '学得少。', true, newId)!
    expect(placeItems(shown).items[0]!.item.problems.map(({ text, sub }) => [text, sub ?? false])).toEqual([['学习不够系统。', false], ['学得少。', true]])
    expect(addEntry(draft, 'gone', '甲', false, newId)).toBeUndefined()
    expect(addEntry(draft, id('制定计划。', draft), ' \n', false, newId)).toBeUndefined()
  })
  it('E25 offers the names of the paper, those of the same kind first, once each', () => {
    const { rows } = deriveLedger(plan('一是学习不够系统。\n整改措施：制定计划。\n责任领导：张文博\n责任人：李静、王敏\n二是遇事请示多。\n整改措施：建立清单。\n责任人：王敏\n责任科室：办公室\n'))
    expect(knownResponsible(rows, 'person')).toEqual(['王敏', '李静', '张文博'])
    expect(knownResponsible(rows, 'support')).toEqual(['办公室'])
    expect(completions('李静、王', ['王敏', '李静', '王一'])).toEqual([{ name: '王敏', text: '李静、王敏' }, { name: '王一', text: '李静、王一' }])
    expect(completions('王敏', ['王敏'])).toEqual([])
  })
  it('E25 G1 one rule says what a label asks for, on both sides', () => {
    for (const [label, kind, field] of [
      ['第一责任人', 'leader', 'leader'], ['牵头人', 'leader', 'leader'], ['牵头领导', 'leader', 'leader'], ['【责任领导】：', 'leader', 'leader'], ['班子成员', 'leader', 'leader'],
      ['责任人', 'person', 'person'], ['配合人员', 'person', 'support'], ['配合科室', 'support', 'support'], ['协同单位', 'support', 'support'],
      ['牵头单位', 'office', 'office'], ['责任科室', 'office', 'office'], ['责任主体', 'office', 'office'], ['责任单位及责任人', 'any', 'person'], ['责任领导及责任科室', 'any', 'leader'], ['责任分工', 'any', 'person'], [undefined, 'any', 'person'],
    ] as const) expect([label, responsibleKind(label), responsibleField(label)]).toEqual([label, kind, field])
  })
  it('E25 names of the unit come first, brackets and blanks set wide read as the ledger reads them', () => {
    const row = (values: object) => ({ values })
    const rows = [row({ person: '李　静、王敏（兼）' }), row({ person: '王敏（兼）', leader: '张文博' }), row({ office: '办公室（牵头、汇总）；督查室' })]
    expect(knownResponsible(rows, 'person')).toEqual(['王敏（兼）', '李静', '张文博'])
    expect(knownResponsible(rows, 'office')).toEqual(['办公室（牵头、汇总）', '督查室'])
    const profile = { ...emptyUnitProfile, leaders: [{ name: '江一帆', post: '局长' }], people: [{ name: '李静', post: '', office: '' }, { name: '', post: '', office: '' }], offices: ['人事科'] }
    expect(knownResponsible(rows, 'person', profile)).toEqual(['李静', '江一帆', '王敏（兼）', '张文博'])
    expect(knownResponsible(rows, 'support', profile)).toEqual(['人事科', '办公室（牵头、汇总）', '督查室'])
  })
  it('E25 knows what has no place in the text', () => {
    const { items } = placeItems(read('发言提纲\n一、存在的问题\n1.学习不够系统。\n二、整改措施\n1.制定计划。\n', 'speech-outline'))
    expect([keptInRecord(items[0]!, 'timeLimit'), keptInRecord(items[0]!, 'problem')]).toEqual([true, false])
    expect(keptInRecord(placeItems(plan('一是学习不够系统。\n整改措施：制定计划。\n')).items[0]!, 'timeLimit')).toBe(false)
  })
})
