/** One small paper for each rule of recognition and cleaning; the corpora hold them together in whole papers. */
import { describe, expect, it } from 'vitest'
import type { Block } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'

function read(...lines: readonly string[]) {
  const { draft, report, understood } = recognise(paragraphsFromText(lines.join('\n')), { draftId: 'd' })
  expect(understood).toBe(true)
  const changes = report.map((entry) => [entry.kind, entry.line, entry.before, entry.after] as const)
  return { blocks: draft.blocks, text: printText(draft), changes }
}

const told = (block: Block) => (block.role === 'table' ? 'table' : `${block.role} ${blockText(block)}`)

describe('recognition', () => {
  it('R3 other forms of a number become the standard form and are told of', () => {
    const { text, changes } = read('某局整改方案', '一、存在问题', '(一)学习不深入', '（二）作风不实', '1、开会多', '2．调研少', '⑴文件多', '⑵落实少')
    expect(text).toBe('某局整改方案\n一、存在问题\n（一）学习不深入\n（二）作风不实\n1.开会多\n2.调研少\n（1）文件多\n（2）落实少')
    expect(changes).toEqual([
      ['number-form', 3, '(一)', '（一）'], ['number-form', 5, '1、', '1.'], ['number-form', 6, '2．', '2.'], ['number-form', 7, '⑴', '（1）'], ['number-form', 8, '⑵', '（2）'],
    ])
  })

  it('R4 numbers inside a paragraph are items in order from 1, and figures are none', () => {
    const inOrder = read('某局整改方案', '一、存在问题', '主要表现在：1.学习不深入；2.作风不实；3.落实打折扣。', '二、整改措施', '1.加强学习。')
    expect(inOrder.blocks.map(told).slice(2, 6)).toEqual(['paragraph 主要表现在：', 'problem 学习不深入；', 'problem 作风不实；', 'problem 落实打折扣。'])
    const figures = read('某局整改方案', '一、存在问题', '1.执行2023.5版制度不严，合格率只有3.5个百分点，学习次数少于4.5次。', '二、整改措施', '1.加强学习。')
    expect(figures.blocks.filter((block) => block.role === 'problem')).toHaveLength(1)
  })

  it('R5 一是…二是… outside parts of the record are list items of paragraphs', () => {
    const { blocks } = read('工作情况报告', '一、主要做法', '一是加强领导。二是压实责任。三是严格考核。')
    expect(blocks.slice(2).map((block) => [told(block), block.role === 'table' ? undefined : block.list])).toEqual([
      ['paragraph 加强领导。', '一是'], ['paragraph 压实责任。', '一是'], ['paragraph 严格考核。', '一是'],
    ])
  })

  it('R6 a lead with text of its own is one problem, a lead followed by items is a heading', () => {
    const { blocks } = read('某局整改方案', '一、存在问题', '（一）学习不深入。1.读报纸多。2.联系实际少。', '（二）作风不扎实。下基层调研少，解决问题不多。', '二、整改措施', '1.加强学习。每月一次。')
    expect(blocks.map(told).slice(2)).toEqual([
      'heading2 学习不深入。', 'problem 读报纸多。', 'problem 联系实际少。', 'problem 作风不扎实。下基层调研少，解决问题不多。', 'heading1 整改措施', 'measure 加强学习。每月一次。',
    ])
  })

  it('R7 columns are a table under a head of known columns and nowhere else', () => {
    const rows = ['1\t学习不深入\t制定学习计划', '2\t调研少\t每季度调研一次']
    const [, table] = read('整改台账', '序号\t存在问题\t整改措施', ...rows).blocks
    expect(table).toMatchObject({ role: 'table', columns: ['number', 'problem', 'measure'] })
    expect(read('情况说明', '甲项\t乙项\t丙项', ...rows).blocks.filter((block) => block.role === 'table')).toEqual([])
  })
})

describe('cleaning', () => {
  it('C2 blanks inside words go, those between phrases of equal length stay', () => {
    const { text } = read('整改 方案', '一、 存在 问题', '思想统一 行动一致 作风过硬', '完成 3 项任务，检查组 已经验收。')
    expect(text).toBe('整改方案\n一、存在问题\n思想统一 行动一致 作风过硬\n完成3项任务，检查组已经验收。')
  })

  it('C3 a bare number that breaks a sentence in two is a page number, one in a list of figures is none', () => {
    const broken = read('整改方案', '一、存在问题', '学习抓得不紧，对新要求领会', '3', '不深不透，落实打折扣。')
    expect(broken.changes).toContainEqual(['page-number', 4, '3', ''])
    expect(read('整改情况', '年度支出（万元）', '12', '其中培训费', '30').changes).toEqual([])
  })

  it('C4 lines are joined inside 《》 and after a mark no sentence ends with, never headings', () => {
    const { text } = read('整改方案', '一、存在问题', '对照《关于加强作风建设', '的意见》，学习抓得不紧，', '落实打折扣。', '二、整改措施', '1.加强学习。')
    expect(text).toBe('整改方案\n一、存在问题\n对照《关于加强作风建设的意见》，学习抓得不紧，落实打折扣。\n二、整改措施\n1.加强学习。')
  })
})

describe('Markdown', () => {
  it('D1 several bold words of one line are each where they stand, and so are they beside a link', () => {
    const { draft } = recognise([{ text: '# 整改方案' }, { text: '- 这是**甲甲**和[网页](http://x)以及__丙丙__还有**丁**。' }], { draftId: 'd' })
    expect(draft.blocks.at(-1)).toMatchObject({ runs: [{ text: '这是' }, { text: '甲甲', bold: true }, { text: '和网页以及' }, { text: '丙丙', bold: true }, { text: '还有' }, { text: '丁', bold: true }, { text: '。' }] })
  })
})
