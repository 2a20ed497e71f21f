import { describe, expect, it } from 'vitest'
import { composeTimeLimit } from '../../shared/time-limit/compose-time-limit.ts'
import { isTimeLimitOnly, parseTimeLimit, type TimeLimitContext, type TimeLimitKind } from '../../shared/time-limit/parse-time-limit.ts'
import { readDateLine } from '../../shared/time-limit/paper-context.ts'

type Row = readonly [text: string, kinds: readonly TimeLimitKind[], due: string | null, ongoing: boolean, inferred: boolean]

const year: TimeLimitContext = { year: 2023 }

const rows: readonly Row[] = [
  ['立即整改', ['immediate'], null, false, false],
  ['即时整改，长期坚持。', ['immediate', 'longTerm'], null, true, false],
  ['立行立改', ['immediate'], null, false, false],
  ['即知即改，持续推进', ['immediate', 'longTerm'], null, true, false],
  ['立即整改，2023年11月底前完成。', ['immediate', 'monthEnd'], '2023-11-30', false, false],
  ['立即整改，11月底完成。', ['immediate', 'monthEnd'], '2023-11-30', false, true],
  ['2023年12月31日前', ['byDay'], '2023-12-31', false, false],
  ['11月15日前', ['byDay'], '2023-11-15', false, true],
  ['2024.6.30', ['byDay'], '2024-06-30', false, false],
  ['2024-6', ['monthEnd'], '2024-06-30', false, false],
  ['二〇二三年十一月底前', ['monthEnd'], '2023-11-30', false, false],
  ['十二月底前', ['monthEnd'], '2023-12-31', false, true],
  ['2024年2月底', ['monthEnd'], '2024-02-29', false, false],
  ['2023年10月中旬前', ['monthEnd'], '2023-10-20', false, false],
  ['年底前', ['yearEnd'], '2023-12-31', false, true],
  ['今年年底前完成', ['yearEnd'], '2023-12-31', false, true],
  ['明年一季度末前', ['quarterEnd'], '2024-03-31', false, true],
  ['2024年第三季度末', ['quarterEnd'], '2024-09-30', false, false],
  ['2023年底前', ['yearEnd'], '2023-12-31', false, false],
  ['上半年', ['halfYearEnd'], '2023-06-30', false, true],
  ['反馈后1个月内完成', ['within'], null, false, false],
  ['自方案印发之日起3个月内', ['within'], null, false, false],
  ['10个工作日内', ['within'], null, false, false],
  ['半年内', ['within'], null, false, false],
  ['自2023年9月1日起3个月内', ['within'], '2023-12-01', false, false],
  ['2023年9月1日起长期坚持', ['longTerm'], null, true, false],
  ['每季度开展1次，长期坚持', ['periodic', 'longTerm'], null, true, false],
  ['每月底前', ['periodic'], null, true, false],
  ['每周', ['periodic'], null, true, false],
  ['每年', ['periodic'], null, true, false],
  ['2023年9月—12月', ['monthEnd'], '2023-12-31', false, false],
  ['2023年9月至2024年3月', ['monthEnd'], '2024-03-31', false, false],
  ['2023年12月底前完成，并长期坚持', ['monthEnd', 'longTerm'], '2023-12-31', true, false],
  ['2 0 2 3 年 11 月底', ['monthEnd'], '2023-11-30', false, false],
  ['春节前完成', ['event'], null, false, false],
  ['已完成，长期坚持', ['longTerm', 'done'], null, true, false],
  ['党组会研究决定', [], null, false, false],
  ['2023年13月底', [], null, false, false],
]

describe('time limits', () => {
  it.each(rows)('T1 %s', (text, kinds, due, ongoing, yearInferred) => {
    expect(parseTimeLimit(text, year)).toMatchObject({ text, kinds, due, ongoing, yearInferred })
  })

  it('T3 takes a passed month for the next year', () => {
    expect(parseTimeLimit('3月底前', { date: '2023-12-05' })).toMatchObject({ due: '2024-03-31', yearInferred: true })
    expect(parseTimeLimit('12月底前', { date: '2023-12-05' })).toMatchObject({ due: '2023-12-31', yearInferred: true })
    expect(parseTimeLimit('本月底前', { date: '2023-11-09' })).toMatchObject({ due: '2023-11-30', yearInferred: true })
  })

  it('T3 gives no date where the paper has no year', () => {
    expect(parseTimeLimit('11月底前', {})).toMatchObject({ kinds: ['monthEnd'], due: null, yearInferred: false })
  })

  it('T2 a date inside the same words lends its year', () => {
    expect(parseTimeLimit('2023年9月底前制定方案，12月底前完成', { year: 2030 })).toMatchObject({ due: '2023-12-31', yearInferred: false })
    expect(parseTimeLimit('2023年11月底前完成初改，次年3月底前完成', { year: 2023 }).due).toBe('2024-03-31')
  })

  it('T4 gives count, unit and event', () => {
    expect(parseTimeLimit('反馈后2个月内', {}).within).toEqual({ count: 2, unit: 'month', event: '反馈' })
    expect(parseTimeLimit('自方案印发之日起三十天内', {}).within).toEqual({ count: 30, unit: 'day', event: '方案印发' })
  })

  it('tells a bare limit from a sentence that names a date', () => {
    for (const text of ['立行立改，长期坚持。', '2023年11月底前完成', '（2024年6月底前）', '长期坚持']) expect(isTimeLimitOnly(text)).toBe(true)
    for (const text of ['2023年11月底前召开专题会议研究部署', '每季度精读2本书', '坚持不懈抓学习', '主题教育开展以来']) expect(isTimeLimitOnly(text)).toBe(false)
  })

  it('writes what it reads', () => {
    expect(composeTimeLimit({ immediate: true, due: '2024-06-30', longTerm: true })).toBe('立即整改，2024年6月30日前完成，长期坚持。')
    expect(parseTimeLimit(composeTimeLimit({ immediate: true, due: '2024-06-30', longTerm: true }))).toMatchObject({ kinds: ['immediate', 'byDay', 'longTerm'], due: '2024-06-30', ongoing: true, yearInferred: false })
    expect(composeTimeLimit({ immediate: false, due: null, longTerm: false })).toBe('')
  })

  it('reads the date of a paper', () => {
    expect(readDateLine('2023年11月9日')).toBe('2023-11-09')
    expect(readDateLine('二〇二三年十一月九日')).toBe('2023-11-09')
    expect(readDateLine('（2023年11月9日）')).toBe('2023-11-09')
    for (const text of ['2023年11月', '××年×月×日', '2023年2月30日']) expect(readDateLine(text)).toBeUndefined()
  })
})
