/** Placeholders: listed, filled, proposed for masked forms. */
import { describe, expect, it } from 'vitest'
import { blockText, sliceRuns } from '../../shared/document/runs.ts'
import type { Block, Draft } from '../../shared/document/draft.ts'
import { placeholderCatalogue } from '../../shared/placeholders/catalogue.ts'
import { convertMasked, maskedNames, maskedPlaces } from '../../shared/placeholders/convert-masked.ts'
import { followsYear, isDateKey, jottedDate, officialDate } from '../../shared/placeholders/date-values.ts'
import { offerKeys } from '../../shared/placeholders/offer-keys.ts'
import { fillPlaceholder, fillPlaceholders } from '../../shared/placeholders/fill-placeholders.ts'
import { maskedForms } from '../../shared/placeholders/masked-forms.ts'
import { openPlaceholderCount, openPlaceholders } from '../../shared/placeholders/placeholder-places.ts'
import { fillableNow } from '../../shared/placeholders/profile-values.ts'
import { unitProfileSchema } from '../../shared/settings/unit-profile.ts'
import { draftOfText } from '../support/invented-papers.ts'

const open = (key: string, bold = false) => ({ text: `[${key}]`, placeholder: key, ...(bold ? { bold: true as const } : {}) })
const blocks: readonly Block[] = [
  { role: 'title', id: 'b1', runs: [open('单位全称'), { text: '整改方案' }] },
  { role: 'paragraph', id: 'b2', runs: [{ text: '由' }, open('责任人1', true), { text: '负责，' }, open('责任人2'), { text: '协助，' }, open('责任人1'), { text: '报[单位全称]。' }] },
  { role: 'table', id: 'b3', columns: ['problem', 'responsible'], headerRows: 0, rows: [['[单位全称]学习不够', '[责任人2]\n[本地叫法]'], ['第[3]条']] },
]
const draft: Draft = { ...draftOfText('题'), title: '[单位全称]整改方案', meta: { author: '陶望舒', date: '2031-05-20' }, blocks }
const profile = unitProfileSchema.parse({ fullName: '青石县水务局', shortName: '县水务局', leaders: [{ name: '李某', post: '党组副书记' }, { name: '周砚秋', post: '党组书记、局长' }] })

describe('open placeholders', () => {
  it('Y1 are listed with places and counts, in runs and in cells, and nothing else in brackets is one', () => {
    expect(openPlaceholders(draft).map(({ key, count }) => [key, count])).toEqual([['单位全称', 2], ['责任人1', 2], ['责任人2', 2], ['本地叫法', 1]])
    expect(openPlaceholders(draft)[2]!.places).toEqual([{ place: { in: 'block', blockId: 'b2' }, from: 10, to: 16 }, { place: { in: 'cell', blockId: 'b3', row: 0, column: 1 }, from: 0, to: 6 }])
    expect(openPlaceholderCount(draft)).toBe(7)
  })
  it('Y2 one key is filled in all places, formats kept, the name in the library follows, the rest is the same', () => {
    const filled = fillPlaceholder(draft, '责任人1', '魏先兵')
    expect(filled.blocks[1]).toEqual({ role: 'paragraph', id: 'b2', runs: [{ text: '由' }, { text: '魏先兵', bold: true }, { text: '负责，' }, open('责任人2'), { text: '协助，魏先兵报[单位全称]。' }] })
    expect(filled.blocks[0]).toBe(draft.blocks[0])
    expect(filled.blocks[2]).toBe(draft.blocks[2])
    const named = fillPlaceholder(filled, '单位全称', '青石县水务局')
    expect(named.title).toBe('青石县水务局整改方案')
    expect(blockText(named.blocks[2]!)).toBe('青石县水务局学习不够\t[责任人2]\n[本地叫法]\n第[3]条')
    expect(fillPlaceholder(draft, '地名', '青石县')).toBe(draft)
  })
  it('Y2 an empty value fills nothing; a value with line breaks becomes one line', () => {
    expect(fillPlaceholder(draft, '责任人1', '')).toBe(draft)
    expect(blockText(fillPlaceholder(draft, '责任人1', '甲\n乙').blocks[1]!)).toContain('由甲 乙负责')
  })
  it('Y3 profile and properties fill what they know; one value serves the numbered variants of the unit, not of people', () => {
    const many: Draft = { ...draft, blocks: [{ role: 'paragraph', id: 'b1', runs: ['单位全称', '单位简称2', '单位类型1', '业务领域', '行政层级3', '书记姓名', '姓名', '姓名1', '责任人1', '年份', '上一年份', '成文日期', '会议名称'].map((key) => open(key)) }] }
    expect(Object.fromEntries(fillableNow(many, profile))).toEqual({ 单位全称: '青石县水务局', 单位简称2: '县水务局', 单位类型1: '局', 业务领域: '水务', 行政层级3: '县', 书记姓名: '周砚秋', 姓名: '陶望舒', 年份: '2031年', 上一年份: '2030年', 成文日期: '2031年5月20日' })
    expect(openPlaceholders(fillPlaceholders(many, fillableNow(many, profile))).map(({ key }) => key)).toEqual(['姓名1', '责任人1', '会议名称'])
  })
})

describe('masked forms', () => {
  const found = (text: string) => maskedForms(text).map(({ from, to, key }) => `${text.slice(from, to)}=${key}`)
  it.each([
    ['××党委召开会议', ['××=单位简称']], ['对区XX局开展巡察', ['区XX局=单位简称']], ['20XX年底前', ['20XX年=年份']], ['××××年', ['××××年=年份']],
    ['X月X日至X月X日', ['X月X日=日期', 'X月X日=日期']], ['A总书记强调', ['A=领导人姓名']], ['学习A新时代思想', ['A=领导人姓名']], ['由XXX同志负责', ['XXX=姓名']],
    ['张某某负责', ['张某某=姓名']], ['第XX组', ['XX=巡察组序号']], ['党的XX大', ['XX=届次']], ['X个方面', ['X=数量']], ['推动××高质量发展', ['××=地名']],
    ['共____元', ['____=待填内容']], ['××发〔20XX〕XX号', ['××=待填内容']], ['[单位全称]', ['[单位全称]=单位全称']],
  ])('Y4 %s', (text, expected) => {
    expect(found(text)).toEqual(expect.arrayContaining(expected))
  })
  it.each(['打印用A4纸', '做X光检查', 'X射线', '编号XX-203', 'HXXB12', 'A级景区', 'AAA级信用', 'AAAA景区', '3×4米', 'XXL号', '[附件]', 'AI辅助', 'A股'])('Y4 %s is no masked form', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('what is offered', () => {
  const text = (...lines: string[]): Draft => ({ ...draft, blocks: lines.map((line, index): Block => ({ role: 'paragraph', id: `m${index}`, runs: [{ text: line }] })) })
  it('Y22 masks that say nothing of themselves get keys of their own, those that do one for each name', () => {
    expect(maskedPlaces(text('张某某、李某某和张某某负责，约谈××人、××次。', '[责任人]与[责任人]，XX局与××局。')).map(({ text: words, key }) => [words, key])).toEqual([
      ['张某某', '姓名'], ['李某某', '姓名2'], ['张某某', '姓名'], ['××', '数量'], ['××', '数量2'], ['[责任人]', '责任人'], ['[责任人]', '责任人'], ['XX局', '单位简称'], ['××局', '单位简称'],
    ])
    const open2: Draft = { ...draft, blocks: [{ role: 'paragraph', id: 'p', runs: [open('数量'), { text: '与××人' }] }] }
    expect(maskedPlaces(open2).map(({ key }) => key)).toEqual(['数量2'])
    expect(openPlaceholders(convertMasked(open2, maskedPlaces(open2))).map(({ key }) => key)).toEqual(['数量', '数量2'])
  })
  it('Y22 a declined place is known while one side of it is written', () => {
    const [, day] = maskedPlaces(text('××局于X月X日传达学习。'))
    const [after] = maskedPlaces(text('县水务局认真部署，于X月X日传达学习。'))
    expect(maskedNames(day!).some((name) => maskedNames(after!).includes(name))).toBe(true)
    expect(maskedNames(day!).some((name) => maskedNames(maskedPlaces(text('定于X月X日召开会议。'))[0]!).includes(name))).toBe(false)
  })
  it('Y23 dates as papers write them, without the year behind a year', () => {
    expect(['2023-10-20', ' 2023.1.2 ', '2023/01/02', '20231020', '2023-02-30', '10月20日', '下周'].map(jottedDate)).toEqual([
      { year: 2023, month: 10, day: 20 }, { year: 2023, month: 1, day: 2 }, { year: 2023, month: 1, day: 2 }, { year: 2023, month: 10, day: 20 }, null, undefined, undefined,
    ])
    expect(officialDate({ year: 2023, month: 1, day: 2 }, false)).toBe('2023年1月2日')
    const dated: Draft = { ...draft, blocks: [{ role: 'paragraph', id: 'p', runs: [{ text: '2023年' }, open('会议日期'), { text: '，' }, open('上一年份'), open('反馈日期'), { text: '，' }, open('成文日期')] }, { role: 'table', id: 't', columns: ['other'], headerRows: 0, rows: [['2024年[开始日期]']] }] }
    expect(['会议日期', '反馈日期', '成文日期', '开始日期'].map((key) => followsYear(dated, key))).toEqual([true, true, false, true])
    expect(['会议日期', '公示日期2', '整改时限', '责任人'].map(isDateKey)).toEqual([true, true, true, false])
  })
  it('Y18 keys by words and by first letters, those of the draft first, one’s own last', () => {
    const keys = (typed: string, used: readonly string[] = []) => offerKeys(typed, used).map(({ key }) => key)
    expect(keys('单位')).toEqual(['单位全称', '单位简称', '单位类型', '其他单位', '单位'])
    expect(keys('hyrq')[0]).toBe('会议日期')
    expect(keys('hy', ['会议名称'])[0]).toBe('会议名称')
    expect(keys('')).toHaveLength(placeholderCatalogue.length)
    expect(offerKeys('联系人', []).at(-1)).toEqual({ key: '联系人', note: 'new' })
    expect(keys('3号')).toEqual([])
    expect(keys('会议日期')).toEqual(['会议日期'])
  })
  it('Y16 a part of a placeholder is text', () => {
    expect(sliceRuns([{ text: '由' }, open('责任人', true)], 0, 3)).toEqual([{ text: '由' }, { text: '[责', bold: true }])
    expect(sliceRuns([{ text: '由' }, open('责任人', true)], 1, 6)).toEqual([open('责任人', true)])
  })
})
