/** What an official document has below its text: post beside a signature stamp, 附注, 版记 (GB/T 9704-2012 §7.3.5–6, §7.4). */
import { parseIsoDate } from '../time-limit/calendar.ts'
import type { Official } from '../document/official.ts'
import type { Layout } from './layout.ts'
import { officialLine, officialRun } from './official-runs.ts'
import type { PrintColophon, PrintParagraph, TypeSetting } from './print-types.ts'
import { characters, noLength } from './role-formats.ts'

const bracketed = /^（.*）$/u

/** §7.3.6: the line below the date, in brackets, 左空二字. */
export function remarkLine(remark: string, layout: Layout): PrintParagraph {
  const { body } = layout.styles
  const own = bracketed.test(remark)
  const fixed = (text: string) => officialRun(own ? '' : text, body, 'label')
  return officialLine(layout, 'remark', [fixed('（'), officialRun(remark, body, 'text'), fixed('）')], { alignment: 'both', firstLine: characters(layout, 2), keepWithNext: false })
}

/** 4号 */
const colophonSize = 28

/** 2024年1月5日 */
export function writtenDate(iso: string): string {
  const { year, month, day } = parseIsoDate(iso)!
  return `${year}年${month}月${day}日`
}

/** §7.4: 抄送 with its further lines under the first name, 印发机关 left and 印发日期 right; undefined where nothing of it is filled in. */
export function colophonPart(colophon: Official['colophon'], layout: Layout): PrintColophon | undefined {
  const { body } = layout.styles
  const type: TypeSetting = { ...body, size: colophonSize }
  // 空一字 is a character of its own type.
  const one = { twips: colophonSize * 10, characters: Math.round((colophonSize * 10 * 2 * 100) / layout.grid.indent) / 100 }
  const times = (count: number) => ({ twips: one.twips * count, characters: Math.round(one.characters * count * 100) / 100 })
  const common = { linePitch: Math.round((layout.grid.linePitch * colophonSize) / body.size), keepWithNext: false }
  const fixed = (text: string, right = false) => officialRun(text, type, 'label', right ? { atRight: true } : {})
  const { copies, printer, printedOn } = colophon ?? {}
  const lines = [
    ...(copies === undefined ? [] : [officialLine(layout, 'copies', [fixed('抄送：'), officialRun(copies, type, 'text'), fixed(/[。.]$/u.test(copies) ? '' : '。')],
      { ...common, alignment: 'both', left: times(4), hanging: times(3), right: one })]),
    ...(printer === undefined && printedOn === undefined ? [] : [officialLine(layout, 'printer', [
      ...(printer === undefined ? [] : [officialRun(printer, type, 'text')]),
      ...(printedOn === undefined ? [] : [officialRun(writtenDate(printedOn), type, 'text', { atRight: true }), fixed('印发', true)]),
    ], { ...common, left: noLength, firstLine: one, right: one })]),
  ]
  // 0.35 and 0.25 mm: 1 pt and 0.75 pt are as near as Word comes.
  return lines.length === 0 ? undefined : { kind: 'colophon', lines, outerRule: 8, innerRule: 6 }
}
