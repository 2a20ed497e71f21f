import { describe, expect, it } from 'vitest'
import type { Block } from '../../shared/document/draft.ts'
import { blockNumbers } from '../../shared/document/numbering.ts'
import { formatNumber, fromChineseNumeral, listStyles, toChineseNumeral } from '../../shared/document/list-style.ts'
import { printLines } from '../../shared/document/print-text.ts'

type Shape = Partial<Exclude<Block, { role: 'table' }>> & { role: Exclude<Block['role'], 'table'> }

const blocks = (...shapes: Shape[]): Block[] => shapes.map((shape, index) => ({ id: `b${index}`, runs: [{ text: '甲' }], ...shape }) as Block)
const numbers = (...shapes: Shape[]) => blockNumbers(blocks(...shapes))

describe('Chinese numerals', () => {
  it('reads back every numeral it writes, 1 to 999', () => {
    for (let value = 1; value <= 999; value += 1) expect(fromChineseNumeral(toChineseNumeral(value))).toBe(value)
  })
  it('refuses what is no numeral', () => {
    for (const text of ['', '零', '十十', '一二', '百', '甲']) expect(fromChineseNumeral(text)).toBeUndefined()
  })
  it('has a different number for every value in every style', () => {
    for (const style of listStyles) expect(new Set(Array.from({ length: 30 }, (_, index) => formatNumber(style, index + 1))).size).toBe(30)
  })
})

describe('D4 numbers come from position', () => {
  it('counts headings and begins again below a higher one', () => {
    expect(numbers(
      { role: 'heading1', list: '一、' }, { role: 'heading2', list: '（一）' }, { role: 'heading2', list: '（一）' }, { role: 'heading3', list: '1.' },
      { role: 'heading1', list: '一、' }, { role: 'heading2', list: '（一）' },
    )).toEqual(['一、', '（一）', '（二）', '1.', '二、', '（一）'])
  })
  it('lets problem 二是 follow the measures of problem 一是', () => {
    expect(numbers(
      { role: 'heading2', list: '（一）' }, { role: 'problem', list: '一是' },
      { role: 'measure', list: '一是', label: '整改措施：' }, { role: 'measure', list: '一是', runIn: true }, { role: 'timeLimit', label: '整改时限：' },
      { role: 'problem', list: '一是' },
    )).toEqual(['（一）', '一是', '一是', '二是', '', '二是'])
  })
  it('counts a labelled run by itself', () => {
    expect(numbers({ role: 'problem', list: '一是', label: '【整改问题】：' }, { role: 'problem', list: '一是', runIn: true }, { role: 'measure', list: '一是', label: '【整改措施】：' }))
      .toEqual(['一是', '二是', '一是'])
  })
  it('begins a list again inside another printed paragraph', () => {
    expect(numbers(
      { role: 'paragraph' }, { role: 'paragraph', list: '一是', runIn: true }, { role: 'paragraph', list: '一是', runIn: true },
      { role: 'paragraph' }, { role: 'paragraph', list: '一是', runIn: true },
    )).toEqual(['', '一是', '二是', '', '一是'])
  })
  it('leaves a list open outside untouched by one inside a paragraph', () => {
    expect(numbers(
      { role: 'problem', list: '一是' }, { role: 'paragraph' }, { role: 'measure', list: '一是', runIn: true }, { role: 'measure', list: '一是', runIn: true }, { role: 'problem', list: '一是' },
    )).toEqual(['一是', '', '一是', '二是', '二是'])
  })
  it('carries 问题1： on over other labels', () => {
    expect(numbers({ role: 'problem', label: '问题', list: '1：' }, { role: 'measure', label: '措施：' }, { role: 'problem', label: '问题', list: '1：' })).toEqual(['1：', '', '2：'])
  })
  it('counts numbered labels as one list', () => {
    expect(numbers(
      { role: 'problem', list: '1.', label: '存在问题：', labelAfterNumber: true }, { role: 'measure', list: '1.', label: '整改措施：', labelAfterNumber: true }, { role: 'timeLimit', list: '1.', label: '时限：', labelAfterNumber: true },
    )).toEqual(['1.', '2.', '3.'])
  })
  it('R2 begins where a block says so', () => {
    expect(numbers({ role: 'problem', list: '1.' }, { role: 'heading2', list: '（一）' }, { role: 'problem', list: '1.', start: 2 }, { role: 'problem', list: '1.' })).toEqual(['1.', '（一）', '2.', '3.'])
  })
})

describe('printed lines', () => {
  it('sets run-in blocks in one paragraph, label before number', () => {
    expect(printLines(blocks({ role: 'heading2', list: '（一）', runs: [{ text: '学习方面。' }] }, { role: 'problem', list: '一是', runIn: true, runs: [{ text: '不深。' }] }, { role: 'measure', list: '1.', label: '整改措施：', runs: [{ text: '多学。' }] })))
      .toEqual(['（一）学习方面。一是不深。', '整改措施：1.多学。'])
  })
  it('sets a label line by itself, and nothing below it while nothing is filled in', () => {
    expect(printLines(blocks({ role: 'measure', list: '1.', label: '整改措施：', labelLine: true, runs: [{ text: '多学。' }] }))).toEqual(['整改措施：', '1.多学。'])
    expect(printLines(blocks({ role: 'measure', label: '整改措施：', labelLine: true, runs: [] }))).toEqual(['整改措施：'])
  })
})
