/** What unit profile and draft properties can fill by themselves. */
import type { Draft, DraftMeta } from '../document/draft.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'
import { parseIsoDate } from '../time-limit/calendar.ts'
import { baseKey, placeholderKind } from './catalogue.ts'
import { openPlaceholders } from './placeholder-places.ts'

const kindEndings = ['委员会', '街道办事处', '办公室', '中心', '公司', '集团', '学校', '医院', '街道', '社区', '局', '委', '厅', '馆', '院', '校', '站', '所', '社', '镇', '乡', '办'] as const

/** What kind of unit a name says: 局 of “测试区档案局”. */
export function kindOfName(name: string): string | undefined {
  return kindEndings.find((ending) => name.endsWith(ending) && name.length > ending.length)
}

/** 市 of “云山市水务局”, 区 of “区档案局”: the last level named before the trade. */
export function levelOfName(name: string): string | undefined {
  return [...name.slice(0, -1).matchAll(/[省市区县州旗](?!场|划)/gu)].at(-1)?.[0]
}

/** 水务 of “云山市水务局”: what the unit is for. */
export function tradeOfName(name: string): string | undefined {
  const kind = kindOfName(name)
  const level = levelOfName(name)
  if (kind === undefined || level === undefined) return undefined
  const body = name.slice(0, name.length - kind.length)
  const trade = body.slice(body.lastIndexOf(level) + 1)
  return trade.length >= 2 ? trade : undefined
}

/** The values that are known, by key. Numbered variants follow their kind where one value serves all. */
export function knownValues(profile: UnitProfile, meta: DraftMeta): ReadonlyMap<string, string> {
  const names = profile.leaders.filter(({ name }) => name !== '')
  const secretary = names.find(({ post }) => /书记/u.test(post) && !/副书记/u.test(post))
  const fullName = profile.fullName !== '' ? profile.fullName : meta.unit ?? ''
  const paperDate = meta.date === undefined ? undefined : parseIsoDate(meta.date)
  const period = /(?:19|20)\d{2}/u.exec(meta.period ?? '')?.[0]
  const year = paperDate?.year ?? (period === undefined ? undefined : Number(period))
  const entries: [string, string | undefined][] = [
    ['单位全称', fullName],
    ['单位简称', profile.shortName !== '' ? profile.shortName : fullName],
    ['单位类型', kindOfName(fullName) ?? profile.kind],
    ['业务领域', tradeOfName(fullName)],
    ['行政层级', levelOfName(fullName)],
    ['上级机关', profile.superiors.length === 1 ? profile.superiors[0] : undefined],
    ['书记姓名', secretary?.name],
    ['主要负责人', names[0]?.name],
    ['姓名', meta.author], ['职务', meta.post], ['会议名称', meta.meeting],
    ['成文日期', paperDate === undefined ? undefined : `${paperDate.year}年${paperDate.month}月${paperDate.day}日`],
    ...(year === undefined ? [] : [
      ['年份', `${year}年`], ['上一年份', `${year - 1}年`], ['下一年份', `${year + 1}年`],
      ['年度', `${year}`], ['上一年度', `${year - 1}`], ['下一年度', `${year + 1}`],
    ] as [string, string][]),
  ]
  return new Map(entries.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value] as const])))
}

/** For each open key of the draft that is known, its value. */
export function fillableNow(draft: Draft, profile: UnitProfile): ReadonlyMap<string, string> {
  const known = knownValues(profile, draft.meta)
  return new Map(openPlaceholders(draft).flatMap(({ key }) => {
    const value = known.get(key) ?? (placeholderKind(key)?.oneValue === true ? known.get(baseKey(key)) : undefined)
    return value === undefined ? [] : [[key, value] as const]
  }))
}
