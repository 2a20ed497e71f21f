import { describe, expect, test } from 'vitest'
import type { Block, Run } from '../../shared/document/draft.ts'
import { buildPrintDocument, type PrintedPart, type PrintParagraph, type PrintRun, type PrintTable } from '../../shared/print/print-document.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layoutOf, layouts } from '../support/layouts.ts'

let serial = 0
const block = (role: Block['role'], text: string | Run[], more: object = {}): Block => {
  serial += 1
  return { role, id: `t${serial}`, runs: typeof text === 'string' ? (text === '' ? [] : [{ text }]) : text, ...more } as Block
}
const print = (blocks: readonly Block[], layout = 'common') => buildPrintDocument({ blocks }, layoutOf(layout))
const paragraphs = (parts: readonly PrintedPart[]) => parts.filter((part) => part.kind === 'paragraph')
const textOf = (paragraph: PrintParagraph) => paragraph.runs.map((run) => run.text).join('')
const shape = (parts: readonly PrintedPart[]) => parts.map((part) => (part.kind === 'paragraph' ? textOf(part) : part.kind !== 'blank' ? part.kind : part.linePitch === 579 ? 'blank' : 'gap'))
const look = (run: PrintRun) => `${run.text}|${run.font.chinese}|${run.bold ? 'bold' : 'plain'}`
const table = (rows: readonly (readonly string[])[], headerRows = 1): Block => ({ role: 'table', id: 'table', columns: rows[0]!.map(() => 'other' as const), headerRows, rows })

describe('type by level (GB/T 9704-2012 §7.3.3)', () => {
  test('headings', () => {
    const parts = paragraphs(print([block('heading1', '甲', { list: '一、' }), block('heading2', '乙', { list: '（一）' }), block('heading3', '丙', { list: '1.' }), block('heading4', '丁', { list: '（1）' })]).parts)
    expect(parts.map((part) => part.runs.map(look).join(' '))).toEqual([
      '一、|黑体|plain 甲|黑体|plain', '（一）|楷体_GB2312|plain 乙|楷体_GB2312|plain', '1.|仿宋_GB2312|bold 丙|仿宋_GB2312|bold', '（1）|仿宋_GB2312|plain 丁|仿宋_GB2312|plain',
    ])
    expect(parts.every((part) => part.keepWithNext)).toBe(true)
  })

  test('a heading with its text run in: heading type up to its end, body type behind, no keeping', () => {
    const [part] = paragraphs(print([block('heading2', '学习方面。', { list: '（一）' }), block('problem', '不系统。', { list: '一是', runIn: true })]).parts)
    expect(part!.runs.map(look)).toEqual(['（一）|楷体_GB2312|plain', '学习方面。|楷体_GB2312|plain', '一是|仿宋_GB2312|plain', '不系统。|仿宋_GB2312|plain'])
    expect(part!.keepWithNext).toBe(false)
    expect(part!.role).toBe('heading2')
  })

  test('a numbered problem, cause or measure: its lead sentence with the number in heading type', () => {
    const lead = (list: string, text: string, more: object = {}) => paragraphs(print([block('problem', text, { list, ...more })]).parts)[0]!.runs.map(look)
    expect(lead('（一）', '学习有所放松。忙于事务。')).toEqual(['（一）|楷体_GB2312|plain', '学习有所放松。|楷体_GB2312|plain', '忙于事务。|仿宋_GB2312|plain'])
    expect(lead('1.', '学习有所放松。忙于事务。')).toEqual(['1.|仿宋_GB2312|bold', '学习有所放松。|仿宋_GB2312|bold', '忙于事务。|仿宋_GB2312|plain'])
    expect(lead('（1）', '学习有所放松。忙于事务。')).toEqual(['（1）|仿宋_GB2312|plain', '学习有所放松。忙于事务。|仿宋_GB2312|plain'])
    expect(lead('1.', '关于“记录不规范”问题')).toEqual(['1.|仿宋_GB2312|bold', '关于“记录不规范”问题|仿宋_GB2312|bold'])
    expect(lead('1.', '学习有所放松。忙于事务。', { label: '问题：' })[2]).toBe('学习有所放松。忙于事务。|仿宋_GB2312|plain')
  })

  test('the lead sentence keeps the writer’s own bold and says so', () => {
    const [part] = paragraphs(print([block('problem', [{ text: '学习' }, { text: '放松。忙', bold: true }, { text: '于事务。' }], { list: '（一）' })]).parts)
    expect(part!.runs.map((run) => [run.text, run.style, run.bold, run.emphasis === true])).toEqual([
      ['（一）', 'heading2', false, false], ['学习', 'heading2', false, false], ['放松。', 'heading2', true, true], ['忙', 'body', true, true], ['于事务。', 'body', false, false],
    ])
  })
})

describe('labels', () => {
  test('before or after the number, or on a line of its own', () => {
    const texts = (more: object) => paragraphs(print([block('measure', '改。', { list: '1.', label: '整改措施：', ...more })]).parts).map((part) => part.runs.map((run) => `${run.part}:${run.text}`).join(' '))
    expect(texts({})).toEqual(['label:整改措施： number:1. text:改。'])
    expect(texts({ labelAfterNumber: true })).toEqual(['number:1. label:整改措施： text:改。'])
    expect(texts({ labelLine: true })).toEqual(['label:整改措施：', 'number:1. text:改。'])
    expect(texts({ labelLine: true, labelAfterNumber: true })).toEqual(['number:1. label:整改措施：', 'text:改。'])
  })

  test('a label line holds to what follows; with nothing below it there is no empty line', () => {
    const parts = paragraphs(print([block('measure', '', { label: '整改措施：', labelLine: true }), block('paragraph', '完。')]).parts)
    expect(parts.map((part) => [textOf(part), part.keepWithNext])).toEqual([['整改措施：', true], ['完。', false]])
  })
})

describe('front and end of the paper', () => {
  test('one blank line after the front matter, before 附件说明 and before 署名', () => {
    const { parts } = print([
      block('title', '方案'), block('byline', '某局'), block('addressee', '区委：'), block('paragraph', '正文。'),
      block('attachment', '名单', { list: '1.', label: '附件：' }), block('attachment', '台账', { list: '1.' }), block('signature', '某局'), block('date', '2024年7月20日'),
    ])
    expect(shape(parts)).toEqual(['方案', '某局', 'blank', '区委：', '正文。', 'blank', '附件：1.名单', '2.台账', 'blank', '某局', '2024年7月20日'])
  })

  test('no blank line where nothing stands before, a small gap above a table', () => {
    expect(shape(print([block('signature', '某局')]).parts)).toEqual(['某局'])
    expect(shape(print([block('paragraph', '如下：'), table([['甲', '乙']]), table([['丙', '丁']])]).parts)).toEqual(['如下：', 'gap', 'table', 'gap', 'table'])
  })

  test('alignment and indents', () => {
    const formats = print([]).roleFormats
    expect(formats.title.format).toMatchObject({ alignment: 'centre', firstLine: { twips: 0 } })
    expect(formats.addressee.format).toMatchObject({ alignment: 'left', firstLine: { twips: 0 } })
    expect(formats.paragraph.format).toMatchObject({ alignment: 'both', firstLine: { twips: 632, characters: 2 } })
  })

  test('附件说明: continuation under the first character of the name (§7.3.4)', () => {
    const place = (...blocks: Block[]) => paragraphs(print(blocks).parts).filter((part) => part.role === 'attachment').map((part) => [part.left.characters, part.hanging.characters])
    expect(place(block('attachment', '名单', { label: '附件：' }))).toEqual([[5, 3]])
    expect(place(block('attachment', '附件：名单'))).toEqual([[5, 3]])
    expect(place(block('attachment', '甲', { list: '1.', label: '附件：' }), block('attachment', '乙', { list: '1.' }))).toEqual([[6, 4], [6, 1]])
  })

  test('an attachment itself begins a page, in 黑体, flush left (§7.3.7)', () => {
    const [, head] = print([block('paragraph', '正文。'), block('attachment', '附件1'), block('paragraph', '名单')]).parts
    expect(head).toMatchObject({ kind: 'paragraph', pageBreakBefore: true, alignment: 'left', firstLine: { twips: 0 }, runs: [{ font: { chinese: '黑体' } }] })
  })
})

describe('署名 and 成文日期 (§7.3.5.2)', () => {
  const place = (signature: string, date: string) => {
    const [left, right] = paragraphs(print([block('paragraph', '完。'), block('signature', signature), block('date', date)]).parts).slice(1)
    return [left!.right.twips, right!.right.twips] as const
  }
  const width = (characters: number, half: number) => characters * 315 + half * 155

  test('the date begins two characters right of 署名, which stands 右空二字', () => {
    const [signature, date] = place('中共测试区档案馆党组', '2024年7月20日')
    expect(signature).toBe(632)
    expect(date + width(3, 7)).toBe(signature + width(10, 0) - 632)
  })

  test('a date longer than 署名 stands 右空二字 itself and moves 署名 left', () => {
    const [signature, date] = place('某局', '2024年7月20日')
    expect(date).toBe(632)
    expect(signature + width(2, 0)).toBe(date + width(3, 7) + 632)
  })

  test('text, 署名 and date stay together', () => {
    const parts = print([block('paragraph', '完。'), block('signature', '某局'), block('date', '2024年7月20日')]).parts
    expect(parts.map((part) => 'keepWithNext' in part && part.keepWithNext)).toEqual([true, true, true, false])
  })
})

describe('titles', () => {
  test('one block is broken by sense, given lines are kept', () => {
    const lines = (...titles: string[]) => paragraphs(print(titles.map((title) => block('title', title))).parts).map((part) => part.runs.map((run) => (run.startsLine ? '/' : '') + run.text).join(''))
    expect(lines('测试区档案馆领导班子2024年巡察整改专题民主生活会整改方案')).toEqual(['测试区档案馆领导班子/2024年巡察整改专题民主生活会整改方案'])
    expect(lines('测试区档案馆', '整改方案')).toEqual(['测试区档案馆', '整改方案'])
  })

  test('no bold but the writer’s own, 2号小标宋', () => {
    const [part] = paragraphs(print([block('title', '方案')]).parts)
    expect(part!.runs[0]).toMatchObject({ bold: false, size: 44, font: { chinese: '方正小标宋简体' } })
  })
})

describe('tables', () => {
  const tables = (rows: readonly (readonly string[])[]) => print([table(rows)]).parts.find((part): part is PrintTable => part.kind === 'table')!

  test('as wide as the type area, columns by what they hold', () => {
    for (const layout of layouts) {
      for (const part of buildPrintDocument(fullDraft, layout).parts) {
        if (part.kind !== 'table') continue
        const width = layout.page.width - layout.page.left - layout.page.right
        expect(part.width).toBe(width)
        expect(part.columns.reduce((sum, column) => sum + column.width, 0)).toBe(width)
        const [number, , , measure] = part.columns
        expect(number!.width).toBeLessThan(measure!.width)
        expect(part.linePitch).toBeGreaterThan(part.text.size * 10)
      }
    }
  })

  test('one cell alone spans its row', () => {
    const part = tables([['序号', '问题', '措施'], ['（一）学习方面'], ['1', '', '']])
    expect(part.rows.map((row) => row.cells.map((cell) => cell.span))).toEqual([[1, 1, 1], [3], [1, 1, 1]])
  })

  test('columns too many for the page share it evenly', () => {
    const part = tables([Array.from({ length: 30 }, () => '列')])
    expect(part.columns).toHaveLength(30)
    expect(Math.min(...part.columns.map((column) => column.width))).toBeGreaterThan(0)
  })
})
