/** What is found in a paper, what the writer decides, what goes along. */
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { templateOf } from '../../shared/deidentify/apply-decisions.ts'
import { findIdentifying } from '../../shared/deidentify/find-identifying.ts'
import { stillIdentifying } from '../../shared/deidentify/still-identifying.ts'
import { unitProfileSchema } from '../../shared/settings/unit-profile.ts'
import { draftOfText } from '../support/invented-papers.ts'

const profile = unitProfileSchema.parse({ fullName: '青禾县河务协作社', shortName: '县协作社', leaders: [{ name: '欧阳雪', post: '党支部书记' }], people: [{ name: '宫羽', post: '', office: '测绘科' }], offices: ['测绘科'] })
const paragraphs = (...texts: string[]): Draft => ({ ...draftOfText('题'), title: '', blocks: texts.map((text, index) => ({ role: 'paragraph' as const, id: `b${index}`, runs: [{ text }] })) })
const found = (text: string, given = profile) => findIdentifying(paragraphs(text), given).map((one) => `${one.text}=${one.key}`)

describe('findings', () => {
  it('Y5 the same text has the same key throughout, different texts of a kind are numbered in order', () => {
    const draft = paragraphs('由罗启元负责，3月底前完成。', '由石光荣负责，罗启元配合，6月底前完成。')
    expect(findIdentifying(draft).map((one) => `${one.text}=${one.key}`)).toEqual(['罗启元=责任人1', '3月底=整改时限1', '石光荣=责任人2', '罗启元=责任人1', '6月底=整改时限2'])
  })
  it.each([
    ['青禾县河务协作社党支部书记欧阳雪讲话', ['青禾县河务协作社=单位全称', '欧阳雪=书记姓名']],
    ['测绘科宫羽', ['测绘科=责任科室', '宫羽=责任人']],
    ['向岚桥县财政局报送', ['岚桥县财政局=其他单位']],
    ['局长程立新主持，王建国同志发言', ['程立新=姓名1', '王建国=姓名2']],
    ['2023年6月29日，第四巡察组反馈意见', ['2023年=年份', '6月29日=反馈日期', '第四巡察组=巡察组名称']],
    ['3月14日至4月27日开展为期45天的巡察，指出18个问题', ['3月14日=巡察开始日期', '4月27日=巡察结束日期', '45=天数', '18=问题数']],
    ['十二届区委巡察', ['十二届=党委届次', '区=行政层级']],
    ['按照青办发〔2023〕3号要求', ['青办发〔2023〕3号=文号']],
    ['我馆清退资金1.26万元，占85.5%', ['馆=单位类型', '1.26万元=金额', '85.5%=百分比']],
    ['在河湾镇走访23户', ['河湾镇=地名', '23=数量']],
    ['电话13800001111，见附表.xlsx', ['13800001111=电话']],
  ])('Y10 %s', (text, expected) => {
    expect(found(text)).toEqual(expect.arrayContaining(expected))
  })
  it.each(['着眼全局谋划工作，打开局面，形成新格局', '社区干部、农村党员、全区域覆盖', '统领发展全局来谋划', '新时代10年的伟大变革', '习近平总书记、雷锋精神、马克思主义', '单位高度重视安全工作', '增强“四个意识”，落实“三会一课”', '委员会委员认真履职'])('Y10 nothing is found in “%s”', (text) => {
    expect(found(text)).toEqual([])
  })
  it('Y10 a kind of unit is called strange only where the paper’s own is another', () => {
    const reasons = (fullName: string, text: string) => findIdentifying(paragraphs(text), unitProfileSchema.parse({ fullName })).filter(({ kind }) => kind === 'unitKind').map((one) => `${one.text} ${one.reason.includes('不一致')}`)
    expect(reasons('青禾县公交集团有限公司', '集团党委书记、董事长主持，对三分公司检查，公司章程已改')).toEqual(['集团 false', '董事长 false', '公司 false'])
    expect(reasons('青禾县人民医院', '我院医院党委')).toEqual(['院 false', '医院 false'])
    expect(reasons('青禾县水务局', '我馆党组')).toEqual(['馆 true'])
    expect(found('对三分公司检查')).toEqual(['三分公司=其他单位'])
  })
  it('Y11 years keep their relation: the paper’s year, the one before, the one after; 年度 keeps its words', () => {
    expect(found('2023年学习，2023年整改，2022年排查，2024年巩固，2019年成立，2023年度报告')).toEqual(['2023年=年份', '2023年=年份', '2022年=上一年份', '2024年=下一年份', '2019年=其他年份', '2023=年度'])
    expect(found('2023年6月29日反馈，6月29日部署').filter((one) => one.startsWith('6月'))).toEqual(['6月29日=反馈日期', '6月29日=反馈日期'])
  })
})

describe('decisions', () => {
  const draft = paragraphs('局长程立新在河湾镇调研2次。')
  const findings = findIdentifying(draft)
  const id = (text: string) => findings.find((one) => one.text === text)!.id
  it('Y12 replaces, keeps, or takes another key; a key of the wrong shape is not taken', () => {
    const decided = templateOf(draft, findings, new Map([[id('河湾镇'), { do: 'keep' }], [id('程立新'), { do: 'replace', key: '主要负责人' }], [id('2'), { do: 'replace', key: '坏[键' }]]))
    expect(printText(decided)).toBe('[单位类型]长[主要负责人]在河湾镇调研[数量]次。')
    expect(stillIdentifying(decided).some(({ text, reason }) => text === '河湾镇' && reason.startsWith('保留未换'))).toBe(true)
  })
  it('Y9 no properties, records, notes, parts of an official document or layout of the unit’s own go along', () => {
    const full: Draft = { ...draft, title: '青禾县方案', layout: 'own-layout', meta: { unit: '青禾县水务局', author: '程立新' }, records: [{ id: 'b0', state: 'done' }] as unknown as Draft['records'] & object, official: { head: { marks: ['青禾县水务局文件'] } } }
    const template = templateOf(full, findIdentifying(full))
    expect(template).toMatchObject({ meta: {}, layout: 'gb33476', title: '' })
    expect(Object.keys(template).filter((key) => ['records', 'notes', 'official'].includes(key))).toEqual([])
  })
})

describe('what still tells of the unit', () => {
  it('Y13 words of one kind of unit, quotes and titles that are not everyone’s, bare numbers', () => {
    const template = templateOf(paragraphs('检查库房，落实“五心工程”和“三会一课”，学习《党章》《青禾故事》，拨打12345。'), [])
    expect(stillIdentifying(template).map(({ text }) => text)).toEqual(['“五心工程”', '《青禾故事》', '12345', '库房'])
  })
})

it('Y6 a long paper is read in a moment', () => {
  const long = paragraphs(...Array.from({ length: 30 }, (_, index) => `由罗启元负责，${index + 1}月底前在河湾镇走访${index}户，`.repeat(40)))
  const findings = findIdentifying(long)
  expect(findings.length).toBeGreaterThan(3000)
})
