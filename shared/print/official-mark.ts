/** 发文机关标志, GB/T 9704-2012 §7.2.4: red, as large as its line holds, its top at a fixed place of the first page. */
import { documentWord, jointMarks } from '../document/official-form.ts'
import type { Layout } from './layout.ts'
import { officialLine, officialRun } from './official-runs.ts'
import { typeAreaWidth } from './print-table.ts'
import type { PrintParagraph, PrintRun, TypeSetting } from './print-types.ts'
import { spacedTextWidth, textWidth } from './text-width.ts'
import { titleLines } from './title-lines.ts'

/** Half-points. The standard gives no size; more than 62 pt looks like a poster, less than 2号 like text. */
const largest = 124
const largestOfJoint = 90
const smallest = 44

/** 35 mm below the type area's head (9704); 37.42 mm where the margins hold half the leading of the first and last line (33476.2). */
const belowHead = 1984
const belowMargin = 2121

const typeAreaHeight = 12_756

/** From the top margin to the top of the mark's characters, twips. */
export function markTop({ page }: Layout): number {
  return page.height - page.top - page.bottom > typeAreaHeight + 100 ? belowMargin : belowHead
}

const pitchOf = (size: number) => Math.round(size * 12)

interface Marks {
  readonly names: readonly { readonly text: string; readonly entry: number }[]
  /** 文件 stands beside the names. */
  readonly beside: boolean
}

function splitMarks(marks: readonly string[]): Marks {
  const joint = jointMarks(marks)
  const beside = joint.length > 2 && joint.at(-1) === documentWord
  return { beside, names: (beside ? joint.slice(0, -1) : joint).map((text, entry) => ({ text, entry })) }
}

function fitting(width: number, available: number, most: number): number {
  return Math.max(smallest, Math.min(most, Math.floor(available / width / 20) * 2))
}

/** @returns even half-points. */
function sizesOf({ names, beside }: Marks, available: number): { name: number; beside: number } {
  const widest = Math.max(1, ...names.map(({ text }) => spacedTextWidth(text)))
  if (!beside) return { name: fitting(widest, available, names.length === 1 ? largest : largestOfJoint), beside: 0 }
  // 文件 is set larger than the names, a third of a character away from them.
  const name = fitting(widest + 0.4 + 2 * 1.4, available, largestOfJoint)
  return { name, beside: Math.min(largest, Math.floor(name * 0.7) * 2) }
}

/** A line spread to the width of the widest: all but its last character stand further apart. */
function spread(line: string, width: number, type: TypeSetting, more: Pick<PrintRun, 'entry' | 'colour'>, startsLine: boolean): PrintRun[] {
  const characters = [...line]
  const missing = Math.round((width - textWidth(line)) * type.size * 10)
  const starts = startsLine ? { startsLine: true as const } : {}
  if (missing <= 0 || characters.length < 2) return [officialRun(line, type, 'text', { ...more, ...starts, spacing: 0 }, 'title')]
  return [
    officialRun(characters.slice(0, -1).join(''), type, 'text', { ...more, ...starts, spacing: Math.floor(missing / (characters.length - 1)) }, 'title'),
    officialRun(characters.at(-1)!, type, 'text', { ...more, spacing: 0 }, 'title'),
  ]
}

/** @param above twips of the type area that the lines above it take. */
export function markParagraph(marks: readonly string[], layout: Layout, above: number): PrintParagraph {
  const available = Math.floor(typeAreaWidth(layout) * 0.95)
  const split = splitMarks(marks)
  const sizes = sizesOf(split, available)
  const type: TypeSetting = { font: layout.styles.title.font, size: sizes.name, bold: layout.styles.title.bold }
  const width = Math.max(...split.names.map(({ text }) => textWidth(text)))
  // 文件 beside them, and the gap before it, leave the names less.
  const room = available - (split.beside ? sizes.beside * 20 + sizes.name * 5 : 0)
  const across = Math.floor(room / (sizes.name * 10))
  const joint = split.names.length > 1
  const runs = split.names.flatMap(({ text, entry }, index): PrintRun[] => {
    const colour = { entry, colour: 'red' as const }
    if (joint && width <= across) return spread(text, width, type, colour, index > 0)
    // A name too long even in the smallest type goes on over several lines, broken by sense.
    return titleLines(text, across).map((line, at) => officialRun(line, type, 'text', { ...colour, spacing: 0, ...(index + at > 0 ? { startsLine: true as const } : {}) }, 'title'))
  })
  const besideType = { ...type, size: sizes.beside }
  const beside = split.beside ? [officialRun(documentWord, besideType, 'text', { colour: 'red', atRight: true, spacing: 0, entry: split.names.length }, 'title')] : []
  const pitch = pitchOf(sizes.name)
  const leading = Math.round((pitch - sizes.name * 10) / 2)
  return officialLine(layout, 'mark', [...runs, ...beside], { alignment: 'centre', linePitch: pitch, spaceBefore: Math.max(0, markTop(layout) - above - leading) })
}
