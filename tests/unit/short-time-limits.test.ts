import { describe, expect, it } from 'vitest'
import { officialForm } from '../../shared/time-limit/official-form.ts'
import { isTimeLimitOnly, parseTimeLimit, type TimeLimitContext } from '../../shared/time-limit/parse-time-limit.ts'

const march: TimeLimitContext = { date: '2024-03-05' }

describe('E22 dates jotted down', () => {
  it.each([
    ['2024.6.30', '2024-06-30', false], ['2024/6/30前', '2024-06-30', false], ['20240630', '2024-06-30', false], ['24.6.30', '2024-06-30', false], ['２０２４．６．３０', '2024-06-30', false],
    ['24年6月底前', '2024-06-30', false], ['6-30', '2024-06-30', true], ['6.30', '2024-06-30', true], ['6/30前完成', '2024-06-30', true], ['6-5前', '2024-06-05', true],
    ['立即整改，6-30前完成', '2024-06-30', true], ['6月15前', '2024-06-15', true], ['6月30', '2024-06-30', true], ['1-15前', '2025-01-15', true],
    ['下月底', '2024-04-30', true], ['下月底前', '2024-04-30', true], ['下个月10日前', '2024-04-10', true], ['本月中旬', '2024-03-20', true], ['月底前', '2024-03-31', true],
    ['2024.6-2024.9', '2024-09-30', false],
  ] as const)('E22 %s is due %s', (text, due, yearInferred) => {
    expect(parseTimeLimit(text, march)).toMatchObject({ text, due, yearInferred })
  })
  it.each([['三个月内', 3, 'month'], ['三个月', 3, 'month'], ['半年', 6, 'month'], ['10个工作日', 10, 'workday'], ['两周。', 2, 'week']] as const)('T4 E22 %s', (text, count, unit) => {
    expect(parseTimeLimit(text, march)).toMatchObject({ kinds: ['within'], due: null, within: { count, unit, event: '' } })
  })
  it.each(['1.2', '6-5', '6-31', '13-15前', '3-5天', '9-12', '第6-30条', '10-1节前', '2024.13.1', '20241330', '1234567890', '3-5日前', '6.30元'])('E22 not where it may mean something else: %s', (text) => {
    expect(parseTimeLimit(text, march).due).toBeNull()
  })
  it('E22 a December paper’s 下月底 is in January', () => {
    expect(parseTimeLimit('下月底前', { date: '2023-12-05' }).due).toBe('2024-01-31')
  })
  it('E22 only where a limit is stated: running text is read as before', () => {
    for (const text of ['6-30', '20240630', '三个月', '下月10日前']) expect(isTimeLimitOnly(text), text).toBe(false)
  })
})

describe('E22 the official form of what was jotted down', () => {
  it.each([
    ['2024.6.30', '2024年6月30日前'], ['6-30', '2024年6月30日前'], ['20240630。', '2024年6月30日前。'], ['6.30前完成，长期坚持。', '2024年6月30日前完成，长期坚持。'], ['立即整改，24.6.30前', '立即整改，2024年6月30日前'],
    ['2024.6', '2024年6月底前'], ['2024-6月底', '2024年6月底前'], ['下月底', '2024年4月底前'], ['月底前完成', '2024年3月底前完成'], ['下月10日前', '2024年4月10日前'], ['下月中旬', '2024年4月中旬前'], [' 6 - 30 ', ' 2024年6月30日前 '],
  ] as const)('E22 %s → %s', (text, official) => {
    const form = officialForm(text, march)
    expect(form?.text).toBe(official)
    // What is offered means the same.
    expect(parseTimeLimit(official, march)).toMatchObject({ due: parseTimeLimit(text, march).due, yearInferred: false })
  })
  it.each(['2024年6月30日前', '6月底前', '年底前', '立行立改，长期坚持。', '2024.6-2024.9', '2024.6.30-7.15', '2024.5.1前初改，6-30前完成', '三个月内', '2024.6.1起', ''])('E22 nothing is offered for %s', (text) => {
    expect(officialForm(text, march)).toBeUndefined()
  })
  it('E22 nothing is offered without a year', () => {
    expect(officialForm('6-30', {})).toBeUndefined()
    expect(officialForm('下月底', { year: 2024 })).toBeUndefined()
  })
})
