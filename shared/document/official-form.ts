/** What of the parts of an official document is on paper, in one form: two that print the same are the same. */
import type { Official } from './official.ts'

export const documentWord = '文件'

/**
 * Organs of a joint paper stand above each other with 文件 beside them, once, wherever it was written.
 * @returns the organs and 文件 as the last of them; other marks as they are.
 */
export function jointMarks(marks: readonly string[]): readonly string[] {
  const organs = marks.filter((mark) => mark !== documentWord)
  if (organs.length < 2 || !marks.some((mark) => mark.endsWith(documentWord))) return marks
  return [...organs.map((organ) => (organ.endsWith(documentWord) ? organ.slice(0, -documentWord.length) : organ)), documentWord]
}

/** 密级 as it is printed; undefined where there is none. Properties of old drafts may hold line breaks. */
export function printedClassification(classification: string | undefined): string | undefined {
  const text = (classification ?? '').replaceAll(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g, ' ').trim().toWellFormed()
  return text === '' ? undefined : text
}

const filled = (value: object) => Object.keys(value).length > 0

/** @returns undefined where nothing of it is on paper: no mark, no room for a seal, nothing filled in. */
export function printedOfficial({ head, end, colophon, ...rest }: Official): Official | undefined {
  const { signers, ...headRest } = head ?? { marks: [] }
  const official: Official = {
    ...rest,
    ...(headRest.marks.length === 0 ? {} : { head: { ...headRest, marks: jointMarks(headRest.marks), ...(signers === undefined || signers.length === 0 ? {} : { signers }) } }),
    ...(end === undefined || end.place === 'plain' ? {} : { end: { place: end.place, ...(end.place === 'stamp' && end.post !== undefined ? { post: end.post } : {}) } }),
    ...(colophon === undefined || !filled(colophon) ? {} : { colophon }),
  }
  return filled(official) ? official : undefined
}
