/**
 * Headings without any number of ours, as web pages and reports of companies have them: short lines above running text,
 * bare or numbered “1”, “01”. Taken for headings only in a paper that numbers none of its parts in the official way,
 * where most of the lines say what a part of such a paper is for.
 */
import { listRank } from '../document/list-style.ts'
import type { Unit } from './front-and-end.ts'
import type { Marker } from './markers.ts'
import { classifyHeading, isAspect } from './section-context.ts'

const shortLine = /^(?:(0?[1-9]\d?)\s*)?([\u4e00-\u9fff“”《》、]{2,16})$/u

interface Candidate {
  readonly index: number
  readonly text: string
  readonly value: number | undefined
  /** Where the text begins, behind the number. */
  readonly textFrom: number
}

/** A reader says something of the line itself; notes beside it say nothing of what it is. */
const isMarked = ({ hint }: Unit['paragraph']) => hint !== undefined && Object.keys(hint).some((key) => key !== 'notes')

function candidateAt(units: readonly Unit[], index: number): Candidate | undefined {
  const { paragraph, segments } = units[index]!
  const head = segments[0]!
  if (paragraph.table || isMarked(paragraph) || segments.length > 1 || head.marker || (head.label && !head.labelOnly)) return undefined
  const match = shortLine.exec(paragraph.text)
  if (!match) return undefined
  return { index, text: match[2]!, value: match[1] === undefined ? undefined : Number(match[1]), textFrom: paragraph.text.length - match[2]!.length }
}

/** Something stands below it: running text, a number, a label, or another heading. */
function holds(units: readonly Unit[], candidate: Candidate, candidates: ReadonlyMap<number, Candidate>): boolean {
  const next = units[candidate.index + 1]
  if (next === undefined || next.paragraph.table) return false
  const head = next.segments[0]!
  const heading = candidates.get(candidate.index + 1)
  return next.paragraph.text.length >= 20 || head.marker !== undefined || head.label !== undefined || (heading !== undefined && isAspect(heading.text))
}

const telling = (candidate: Candidate) => isAspect(candidate.text) || classifyHeading(candidate.text, 'ecology-report', true) !== undefined

/** The lines that are headings, in order; none where the evidence is thin. */
function headingsAmong(units: readonly Unit[], from: number): Candidate[] {
  const candidates = new Map(units.flatMap((_, index) => {
    const candidate = index >= from ? candidateAt(units, index) : undefined
    return candidate ? [[index, candidate] as const] : []
  }))
  const all = [...candidates.values()].filter((candidate) => holds(units, candidate, candidates))
  // A word that comes again and again labels the groups of a plan (“存在问题”, “整改措施”); it heads no part.
  const found = all.filter((candidate) => all.every((other) => other === candidate || other.text !== candidate.text))
  const numbered = found.filter((candidate) => candidate.value !== undefined)
  const counts = numbered.every((candidate, at) => candidate.value === at + 1)
  const plain = found.some((candidate) => !units[candidate.index]!.segments[0]!.labelOnly)
  const enough = found.length >= 2 && plain && found.filter(telling).length * 2 >= found.length
  return enough && (numbered.length === 0 || (counts && numbered.length === found.length)) ? found : []
}

/** @returns the units, the lines found to be headings marked as such. @param from the body begins here. */
export function markBareHeadings(units: readonly Unit[], from: number): Unit[] {
  if (units.some(({ paragraph, segments }) => (segments[0]!.marker !== undefined && listRank(segments[0]!.marker.style) <= 1) || paragraph.hint?.level)) return [...units]
  const headings = headingsAmong(units, from)
  // “政治建设方面” stands under “整改内容” where there is such a heading.
  const nested = headings.some((one) => !isAspect(one.text))
  const result = [...units]
  for (const { index, text, value, textFrom } of headings) {
    const { paragraph } = units[index]!
    paragraph.hint = { level: nested && isAspect(text) ? 2 : 1 }
    const marker: Marker | undefined = value === undefined ? undefined : { style: '1.', value, from: 0, to: textFrom }
    result[index] = { paragraph, segments: [{ from: 0, textFrom, to: paragraph.text.length, ...(marker ? { marker } : {}) }] }
  }
  return result
}
