/**
 * The real papers beside the repository, where they are there. Their identifying strings were picked by hand: short tokens,
 * no sentences.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { templateOf } from '../../shared/deidentify/apply-decisions.ts'
import { findIdentifying } from '../../shared/deidentify/find-identifying.ts'
import { stillIdentifying } from '../../shared/deidentify/still-identifying.ts'
import { printText } from '../../shared/document/print-text.ts'
import { fillPlaceholders } from '../../shared/placeholders/fill-placeholders.ts'
import { openPlaceholders } from '../../shared/placeholders/placeholder-places.ts'
import { fillableNow } from '../../shared/placeholders/profile-values.ts'
import { unitProfileSchema } from '../../shared/settings/unit-profile.ts'
import { draftOfText } from '../support/invented-papers.ts'

interface Tokens {
  readonly tokens: readonly string[]
  /** What no pattern can replace and must be pointed out. */
  readonly clues: readonly string[]
}

/** Words that say which kind of unit it is, as parts of other words they are none (大局, 格局, 布局). */
const bureau = '(?<![大格布全结])局(?=党|主要|长|政治|科级|事业|各)|[我本]局|全局(?=职工)'
const expected: Readonly<Record<string, Tokens>> = {
  '000': { tokens: ['审计', '区县', '2023', '11月', '12月', '区委', '区政府', '中省市', bureau], clues: ['“六个聚焦”', '“只栽花不挑刺”', '中省'] },
  '001': { tokens: ['××', '2023', '9月', '〔', '号）'], clues: ['“六个突出”', '“清风”', '“起步即冲刺、开局即决战”', '第一批', '第二批', '全面振兴'] },
  '002': { tokens: ['审计', '2023', '2022', '3月', '4月', '6月29', '7月31', '8月', '9月', '45天', '18个', '第四巡', '馆', '区委', '区纪委', '市区', '区级', 'AAA', 'x等', '区审计', '8月11', '8月18', '9月1日', '3月14日', '3个', bureau], clues: ['库房', '“四同”', '《水门桥》', '七一', '上半年', '元旦', '端午', '统计', '处级', '第一批'] },
  '003': { tokens: ['2023', '3月', '4月', '6月', '45天', '18个', '十二届', '第四巡', 'XX', 'A', '区委', '区XX局', 'A总书记', '届XX|XX大', bureau], clues: ['库房', '“四个好”', '“两个服务”', '物业', '审计', '“三个方面”', '10'] },
  '004': { tokens: ['XX', 'X', '市委', '市区', '区委', '区政府', '省市', 'X月X日', '第XX', bureau], clues: ['工单', '12345', '扶贫', '热线'] },
}

const folder = new URL('../../../shared/samples/', import.meta.url)
const samples = existsSync(folder) ? readdirSync(folder).filter((name) => Object.hasOwn(expected, name.slice(0, 3)) && name.endsWith('.txt')).sort() : []
console.info(`sample papers at ../shared/samples: ${samples.length} of ${Object.keys(expected).length} de-identified`)

const other = unitProfileSchema.parse({ fullName: '青石县林业发展中心', shortName: '县林业中心', kind: '中心', leaders: [{ name: '陶望舒', post: '党支部书记、主任' }] })
const left = (text: string, tokens: readonly string[]) => tokens.filter((token) => new RegExp(token, 'u').test(text))

describe.runIf(samples.length > 0).each(samples)('%s', (name) => {
  const { tokens, clues } = expected[name.slice(0, 3)]!
  const draft = draftOfText(readFileSync(new URL(name, folder), 'utf8'))
  const template = templateOf(draft, findIdentifying(draft))

  it('Y14 the tokens stand in the paper and none is left in the template', () => {
    expect(left(printText(draft), tokens)).toEqual([...tokens])
    const { title, meta } = template
    expect(left(JSON.stringify({ title, meta }), tokens)).toEqual([])
    expect(left(printText(template), tokens)).toEqual([])
  })
  it('Y14 filled for another unit, nothing of the first is left', () => {
    const withMeta = { ...template, meta: { date: '2031-05-20' } }
    const known = fillableNow(withMeta, other)
    const rest = openPlaceholders(withMeta).filter(({ key }) => !known.has(key)).map(({ key }, index) => [key, `新值${index}`] as const)
    const filled = fillPlaceholders(fillPlaceholders(withMeta, known), new Map(rest))
    expect(openPlaceholders(filled)).toEqual([])
    expect(left(printText(filled), tokens)).toEqual([])
  })
  it('Y13 what still tells of the unit is pointed out', () => {
    const seen = stillIdentifying(template).map(({ text }) => text)
    expect(clues.filter((clue) => !seen.includes(clue))).toEqual([])
  })
})
