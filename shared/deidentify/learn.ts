/** What profile, properties and the paper itself say about the unit; it is then found wherever it stands. */
import type { Draft } from '../document/draft.ts'
import { isTextBlock } from '../document/runs.ts'
import { kindOfName, tradeOfName } from '../placeholders/profile-values.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'
import type { Learned, LearnedWord } from './finding.ts'
import { commonWords } from './common-words.ts'
import { generalWords } from './general-words.ts'
import { bareName, endingOf, tradeIn, tradePattern, unitEndingPattern } from './trades.ts'

const ownUnit = new RegExp(`^(?:中共|关于)?([\\p{Script=Han}]{0,10}?(?:${tradePattern})(?:${unitEndingPattern})|[\\p{Script=Han}]{2,8}?[省市县区镇乡](?:[\\p{Script=Han}]{1,8}?(?:局|委员会|厅|馆|中心|学校|医院|公司|街道办事处)))(?!长)`, 'u')
const namedPlace = /^((?:[\p{Script=Han}]{2,3}(?:自治州|自治县|[省市县区州旗镇乡]))+)/u

function mostFrequentYear(texts: readonly string[]): number | undefined {
  const counts = new Map<number, number>()
  for (const text of texts) for (const [word] of text.matchAll(/(?<!\d)(?:19|20)\d{2}(?=年)/gu)) counts.set(Number(word), (counts.get(Number(word)) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
}

/** @param texts every text of the paper, to tell which year it speaks from. */
export function learn(draft: Draft, profile: UnitProfile, texts: readonly string[]): Learned {
  const words = new Map<string, LearnedWord>()
  const add = (word: string | undefined, kind: LearnedWord['kind'], base: string, reason: string, sure = true) => {
    const clean = (word?.trim() ?? '').replace(/(?<=.{3})(?:党组|党委|党总支|党支部|领导班子|班子)+$/u, '')
    if (clean.length >= 2 && !words.has(clean)) words.set(clean, { kind, base, reason, sure })
  }
  add(profile.fullName, 'unit', '单位全称', '单位情况里的单位全称')
  add(profile.shortName, 'unit', '单位简称', '单位情况里的单位简称')
  for (const superior of profile.superiors) add(superior, 'unit', '上级机关', '单位情况里的上级机关')
  for (const { name, post } of profile.leaders) add(name, 'person', /书记/u.test(post) && !/副书记/u.test(post) ? '书记姓名' : '分管领导', '单位情况里的领导')
  for (const { name } of profile.people) add(name, 'person', '责任人', '单位情况里的人员')
  for (const office of profile.offices) if (!/^(?:办公室|综合科|综合办公室)$/u.test(office)) add(office, 'unit', '责任科室', '单位情况里的科室')
  add(draft.meta.unit, 'unit', '单位全称', '文稿属性里的单位')
  add(draft.meta.author, 'person', '姓名', '文稿属性里的姓名')
  const ends = draft.blocks.flatMap((block) => (isTextBlock(block) && ['title', 'signature', 'byline', 'subtitle'].includes(block.role) ? [block.runs.map((run) => (run.placeholder === undefined ? run.text : '\uFFFC')).join('').trim()] : []))
  for (const end of ends) {
    const name = ownUnit.exec(end)?.[1]
    if (name !== undefined && !/主题教育|民主生活会|^(?:整改|巡察|领导)/u.test(name)) add(name, 'unit', '单位全称', '题名或落款里的单位')
  }
  const units = [...words].filter(([, { base }]) => base === '单位全称' || base === '单位简称').map(([name]) => name)
  for (const full of units) {
    // A party committee has the name of what it leads.
    const name = bareName(full)
    if (name !== full && name.length >= 3) add(name, 'unit', '单位简称', '单位的简称')
    // “二中” of 第二中学.
    const numbered = /第([一二三四五六七八九十]{1,2})(?:高级|初级)?(中|小)学$/u.exec(name)
    if (numbered) add(`${numbered[1]}${numbered[2]}`, 'unit', '单位简称', '单位的简称')
    const place = namedPlace.exec(name)?.[1]
    if (place !== undefined && place.length < name.length) {
      add(name.slice(place.length - 1), 'unit', '单位简称', '单位的简称')
      add(name.slice(place.length), 'unit', '单位简称', '单位的简称')
    }
    if (place !== undefined) {
      add(place, 'place', '地名', '单位所在地')
      // “云岭” of 云岭市: 云岭公交, 仁心护云岭.
      const stem = /^([\p{Script=Han}]{2,3})(?:自治州|自治县|[省市县区州旗镇乡])/u.exec(place)?.[1]
      if (stem !== undefined && !commonWords.has(stem) && !generalWords.has(stem)) add(stem, 'place', '地名', '单位所在地的名称')
    }
    const company = /^.*[省市县区州旗]([\p{Script=Han}]{2,8}?)(?:集团|有限责任公司|股份有限公司|有限公司|公司)/u.exec(name)?.[1]
    const trade = company ?? tradeIn(name) ?? tradeOfName(name)
    add(trade, 'trade', '业务领域', '说明单位做什么工作')
    // 公交 of 公共交通, where the paper says so.
    const short = trade !== undefined && trade.length === 4 ? trade[0]! + trade[2]! : undefined
    if (short !== undefined && !commonWords.has(short) && texts.some((text) => text.includes(short))) add(short, 'trade', '业务领域', '说明单位做什么工作')
  }
  return { words, ownKinds: new Set(units.flatMap((name) => endingOf(name) ?? kindOfName(name) ?? [])), baseYear: mostFrequentYear(texts) }
}

/** What a reading found is found elsewhere too: names of people and units, and the trade in the paper's most named unit. */
export function learnMore({ words, ownKinds, baseYear }: Learned, found: readonly { readonly kind: string; readonly base: string; readonly text: string; readonly sure: boolean }[]): Learned {
  const more = new Map(words)
  for (const { kind, base, text, sure } of found) {
    if ((kind === 'person' || kind === 'unit' || kind === 'place') && (sure || text.length >= 3) && text.length >= 2 && base !== '责任科室' && !more.has(text)) more.set(text, { kind, base, reason: '前面已认出', sure })
    // A company's short name is its name without what kind of company it is.
    const short = kind === 'unit' ? /^(.{3,}?)(?:集团)?(?:有限责任公司|股份有限公司|有限公司|公司)$/u.exec(text)?.[1] : undefined
    if (short !== undefined && !more.has(short)) more.set(short, { kind: 'unit', base, reason: '前面已认出的单位的简称', sure: false })
  }
  // Where the paper's own unit is known by name, another unit's trade is not its own.
  if (![...more.values()].some(({ kind, base }) => kind === 'trade' || base === '单位全称')) {
    const counts = new Map<string, number>()
    for (const { kind, text } of found) {
      const trade = kind === 'unit' ? tradeIn(text) : undefined
      if (trade !== undefined) counts.set(trade, (counts.get(trade) ?? 0) + 1)
    }
    const [trade] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? []
    if (trade !== undefined) more.set(trade, { kind: 'trade', base: '业务领域', reason: '说明单位做什么工作', sure: true })
  }
  return { words: more, ownKinds, baseYear }
}
