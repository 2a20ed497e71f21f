/**
 * Headings without any number, as web pages have them: short lines above running text. Taken for headings only in a
 * paper that numbers none of its parts, where most of the lines say what a part of such a paper is for.
 */
import type { Unit } from './front-and-end.ts'
import { classifyHeading } from './section-context.ts'

const shortLine = /^[\u4e00-\u9fff“”《》、]{2,16}$/u

function isCandidate(units: readonly Unit[], index: number): boolean {
  const { paragraph, segments } = units[index]!
  const head = segments[0]!
  if (paragraph.table || paragraph.hint || segments.length > 1 || head.marker || (head.label && !head.labelOnly)) return false
  if (!shortLine.test(paragraph.text)) return false
  const next = units[index + 1]
  return next !== undefined && !next.paragraph.table && (next.paragraph.text.length >= 20 || next.segments[0]!.marker !== undefined)
}

/** @returns the units, the lines found to be headings marked as such. @param from the body begins here. */
export function markBareHeadings(units: readonly Unit[], from: number): Unit[] {
  if (units.some(({ paragraph, segments }) => segments[0]!.marker?.style === '一、' || paragraph.hint?.level)) return [...units]
  const found = units.flatMap((_, index) => (index >= from && isCandidate(units, index) ? [index] : []))
  const texts = found.map((index) => units[index]!.paragraph.text)
  // A word that comes again and again labels the groups of a plan (“存在问题”, “整改措施”); it heads no part.
  const labels = texts.filter((text, at) => texts.indexOf(text) !== at)
  const plain = found.filter((index) => !units[index]!.segments[0]!.labelOnly).length
  const telling = texts.filter((text) => classifyHeading(text, 'ecology-report', true) !== undefined).length
  if (found.length < 2 || labels.length > 0 || plain === 0 || telling * 2 < found.length) return [...units]
  return units.map((unit, index) => {
    if (!found.includes(index)) return unit
    unit.paragraph.hint = { level: 1 }
    const to = unit.paragraph.text.length
    return { paragraph: unit.paragraph, segments: [{ from: 0, textFrom: 0, to }] }
  })
}
