import { expect, it } from 'vitest'
import { compareTexts, toldOf } from '../compare-readers/compare-text.ts'

const told = (expected: string, found: string) => toldOf(compareTexts(expected, found))

it('W47 a reading is whole where every character is there, whatever blanks and lines around tables', () => {
  expect(told('一、学习\n（一）调研\t不深', '一、 学习\n\n（一）调研 | 不深\n-----+----\n')).toBe('全')
  expect(told('一、学习', '')).toBe('缺“一、学习”')
})
it('W47 what is lost and what was never there is named', () => {
  expect(told('一、学习\n二、作风', '学习\n作风')).toBe('缺“一、”“二、”')
  expect(told('一、学习', '1.学习')).toBe('缺“一、”；多出“1.”')
  expect(told('学习', '学习\n页脚第1页')).toBe('全，多出“页脚第1页”')
  expect(told('甲一、乙二、丙三、丁四、戊五、', '甲乙丙丁戊')).toBe('缺“一、”“二、”“三、”等 5 处')
  expect(told('正文。框里的字', '框里的字正文。')).toMatch(/^全，次序不同/u)
  expect(told('这一段很长很长很长很长很长很长很长', '')).toBe('缺“这一段很长很长很长很长很…”')
})
