/** Changes to the parts of an official document as the writer fills them in. What is emptied is left out. */
import { printedClassification } from './official-form.ts'
import type { EndPlace, Official } from './official.ts'

/** Most characters of each part, and entries of those with several, as the schema has them. */
export const officialLimits = { copyNumber: 10, urgency: 10, mark: 60, marks: 10, documentNumber: 60, signer: 30, signers: 10, post: 40, remark: 200, copies: 500, printer: 60, classification: 200 } as const

export type OfficialChange =
  | { readonly field: 'copyNumber' | 'urgency' | 'documentNumber' | 'post' | 'remark' | 'copies' | 'printer'; readonly text: string }
  /** A line each. */
  | { readonly field: 'marks'; readonly text: string }
  /** Parted by 、 or commas; a blank belongs to a name. */
  | { readonly field: 'signers'; readonly text: string }
  | { readonly field: 'place'; readonly place: EndPlace }
  /** ISO, null for none. */
  | { readonly field: 'printedOn'; readonly date: string | null }

/** One line without control characters, no longer than the part may be. */
function line(text: string, most: number): string {
  const clean = [...(printedClassification(text) ?? '')]
  let length = 0
  return clean.filter((character) => (length += character.length) <= most).join('').trim()
}

const list = (texts: readonly string[], most: number, count: number) => texts.map((text) => line(text, most)).filter((text) => text !== '').slice(0, count)

type Loose = { readonly [key: string]: unknown }

/** Without what is empty: undefined, '' and lists and objects of nothing, all through. */
function filled<T extends object>(value: T): T {
  const entries = Object.entries(value as Loose).flatMap(([key, one]): [string, unknown][] => {
    const inner = typeof one === 'object' && one !== null && !Array.isArray(one) ? filled(one) : one
    const empty = inner === undefined || inner === '' || (typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0)
    return empty ? [] : [[key, inner]]
  })
  return Object.fromEntries(entries) as T
}

export function readMarks(text: string): string[] {
  return list(text.split(/\r?\n/), officialLimits.mark, officialLimits.marks)
}

export function readSigners(text: string): string[] {
  return list(text.split(/[、，,；;\n]/u), officialLimits.signer, officialLimits.signers)
}

/** Whether there are more or longer entries than are taken: the writer is told. */
export function cutsEntries({ field, text }: { readonly field: 'marks' | 'signers'; readonly text: string }): boolean {
  const [parts, taken] = field === 'marks' ? [text.split(/\r?\n/), readMarks(text)] : [text.split(/[、，,；;\n]/u), readSigners(text)]
  return parts.filter((part) => part.trim() !== '').length > taken.length || parts.some((part) => line(part, Infinity) !== line(part, officialLimits[field === 'marks' ? 'mark' : 'signer']))
}

/** @returns undefined where nothing is left. */
export function changeOfficial(official: Official | undefined, change: OfficialChange): Official | undefined {
  const { head, end, colophon, ...rest } = official ?? {}
  const next = (() => {
    switch (change.field) {
      case 'copyNumber': case 'urgency': case 'remark': return { ...rest, head, end, colophon, [change.field]: line(change.text, officialLimits[change.field]) }
      case 'documentNumber': return { ...rest, head: { ...head, documentNumber: line(change.text, officialLimits.documentNumber) }, end, colophon }
      case 'marks': return { ...rest, head: { ...head, marks: readMarks(change.text) }, end, colophon }
      case 'signers': return { ...rest, head: { ...head, signers: readSigners(change.text) }, end, colophon }
      case 'place': return { ...rest, head, end: { ...end, place: change.place }, colophon }
      case 'post': return { ...rest, head, end: { ...end, post: line(change.text, officialLimits.post) }, colophon }
      case 'copies': case 'printer': return { ...rest, head, end, colophon: { ...colophon, [change.field]: line(change.text, officialLimits[change.field]) } }
      case 'printedOn': return { ...rest, head, end, colophon: { ...colophon, printedOn: change.date ?? undefined } }
    }
  })()
  const kept = filled(next) as Loose & { readonly head?: Loose; readonly end?: Loose }
  // A number without a mark is kept for the mark to come; the usual place alone says nothing.
  const whole = {
    ...kept,
    ...(kept.head === undefined ? {} : { head: { marks: [], ...kept.head } }),
    ...(kept.end === undefined ? {} : { end: { place: 'plain', ...kept.end } }),
  } as Official
  const { end: place, ...others } = whole
  const result: Official = place === undefined || (place.place === 'plain' && place.post === undefined) ? others : whole
  return Object.keys(result).length === 0 ? undefined : result
}

/** How many parts are filled in. */
export function countOfficial(official: Official | undefined, classification: string | undefined): number {
  const { head, end, colophon, ...rest } = official ?? {}
  const { marks, ...headRest } = head ?? { marks: [] }
  return Object.keys(rest).length + Object.keys(headRest).length + (marks.length > 0 ? 1 : 0) + (end === undefined ? 0 : 1) + Object.keys(colophon ?? {}).length + (printedClassification(classification) === undefined ? 0 : 1)
}

const year = /[〔\[［(（【{]\s*((?:19|20)\d{2})\s*[〕\]］)）】}]/u

/**
 * 发文字号 as GB/T 9704-2012 §7.2.5 writes it: the year in 〔〕, the number without 第 and without zeros before it.
 * @returns undefined where it is right or no such number.
 */
export function correctedNumber(text: string): string | undefined {
  const digits = text.replaceAll(/[０-９]/gu, (digit) => digit.normalize('NFKC'))
  if (!year.test(digits)) return undefined
  const corrected = digits.replace(year, '〔$1〕').replace(/〕\s*第?\s*0*(\d+)\s*号?$/u, '〕$1号').replace(/\s+〔/u, '〔')
  return corrected === text ? undefined : corrected
}
