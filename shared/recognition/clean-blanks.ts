/**
 * Stray blanks: typed indents, blanks at line ends and inside words. Official text sets none between Chinese characters
 * or between Chinese and digits (checks.md no. 35); those that separate or leave room are told apart and stay.
 */
import { labelRole, longestLabelWord } from '../document/label-words.ts'
import type { EditLog } from './edit-log.ts'
import { surname } from './surnames.ts'
import { cutRange, replaceRanges, type Paragraph } from './paragraph.ts'

const post = /(?:书记|局长|主任|主席|部长|县长|区长|市长|镇长|乡长|院长|校长|馆长|处长|科长|所长|成员|委员|负责人|组长|队长|站长|行长|经理|干部|同志|人)$/u
const organEnd = /(?:局|支部|党组|党委|委员会|中心|站|所|科|室|处|队|院|校|馆|公司|街道|镇|乡)$/u
const name = /^[\u4e00-\u9fff·]{2,4}$|^[\u4e00-\u9fff]$/u

/** Indent and trailing blanks. */
export function cleanEdges(paragraph: Paragraph, log: EditLog): void {
  // A search for blanks at the end would begin anew in every run of them.
  const end = paragraph.text.trimEnd().length
  if (end > 0 && end < paragraph.text.length) cutRange(paragraph, end, paragraph.text.length, 'trailing-blank', log)
  const indent = /^\s+/u.exec(paragraph.text)
  if (indent && indent[0].length < paragraph.text.length) {
    paragraph.indented = true
    cutRange(paragraph, 0, indent[0].length, 'indent', log)
  }
}

/** A run of blanks with what its neighbours and the whole text say: gathered once, for a text may have thousands. */
interface Gap {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Ends of the run before it and of the text; beginning of the run after it. */
  readonly wordFrom: number
  readonly wordTo: number
  readonly isFirst: boolean
  /** The last colon before it; -1 where there is none. */
  readonly colon: number
  readonly hasSentenceMark: boolean
  /** The text begins as a field of a form does: “姓名：”. */
  readonly inFields: boolean
  /** It and its like stand between phrases of one length. */
  readonly partsPhrases: boolean
}

const isWordSign = (character: string) => /[A-Za-z0-9.,%@_-]/.test(character)

const mark = /[，。；：、“”（）《》！？]/gu

/** “学思想 强党性 重实践”: the blanks stand for marks between phrases of one length. */
function isPhrases(between: string): boolean {
  const phrases = between.split(/\s+/u)
  const length = phrases[0]!.length
  return phrases.length >= 2 && length >= 3 && phrases.every((phrase) => phrase.length === length && /^[\u4e00-\u9fff]+$/u.test(phrase))
}

function gapsOf(text: string): readonly Gap[] {
  const runs = [...text.matchAll(/\s+/gu)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
  const marks = [...text.matchAll(mark)].map((match) => match.index)
  const hasSentenceMark = /[，。；！？]/u.test(text)
  const inFields = /^[^，。；！？]{1,12}[：:]/u.test(text)
  let nextMark = 0
  let partsPhrases: boolean | undefined
  let colon = -1
  let seen = 0
  return runs.map(({ from, to }, index) => {
    while (nextMark < marks.length && marks[nextMark]! < from) {
      nextMark += 1
      partsPhrases = undefined
    }
    // One answer for all blanks between two marks.
    partsPhrases ??= isPhrases(text.slice((marks[nextMark - 1] ?? -1) + 1, marks[nextMark] ?? text.length))
    for (; seen < from; seen += 1) if (text[seen] === '：' || text[seen] === ':') colon = seen
    return { text, from, to, wordFrom: runs[index - 1]?.to ?? 0, wordTo: runs[index + 1]?.from ?? text.length, isFirst: index === 0, colon, hasSentenceMark, inFields, partsPhrases }
  })
}

/** A known label with its colon begins here: “责任领导：张三　责任科室：办公室”. */
function labelFollows(text: string, at: number): boolean {
  const colon = text.slice(at, at + longestLabelWord + 1).search(/[：:]/u)
  return colon > 0 && labelRole(text.slice(at, at + colon)) !== undefined
}

/** Names of a list of people, or post and name, in a line without sentence marks. */
function separatesNames({ text, from, to, wordFrom, wordTo, colon, hasSentenceMark }: Gap): boolean {
  if (hasSentenceMark || wordTo - to > 4 || !name.test(text.slice(to, wordTo))) return false
  const leftFrom = Math.max(wordFrom, colon + 1)
  if (colon >= 0) return from - leftFrom >= 2 && from - leftFrom <= 12 && wordTo - to >= 2
  if (text.length > 30) return false
  const left = text.slice(leftFrom, from)
  return left.length >= 2 && (post.test(left) || (organEnd.test(left) && surname.test(text.slice(to, wordTo))))
}

/** Two fields of a form line: “姓名：张三 单位：办公室”, “单位：万元　截至2023年6月30日”. */
function separatesFields({ text, from, to, inFields, hasSentenceMark }: Gap): boolean {
  if (inFields && /^[\u4e00-\u9fff]{2,6}[：:]/u.test(text.slice(to, to + 7)) && !/[，。；！？：:]/u.test(text[from - 1]!)) return true
  if (text.length > 60 || hasSentenceMark || !/\u3000|\t|\s{2}/u.test(text.slice(from, to))) return false
  const left = text.slice(0, from).split(/[\s：:]/u).at(-1)!
  return /[：:]/u.test(text.slice(0, from)) && left.length >= 2 && text.slice(to).split(/\s/u)[0]!.length >= 4
}

function keepsBlank(gap: Gap): boolean {
  const { text, from, to } = gap
  const left = text[from - 1]!
  const right = text[to]!
  if (isWordSign(left) && isWordSign(right)) return !(/\d/.test(left) && /\d/.test(right) && /(?<!\d)\d(?:\s\d)+(?!\d)/.test(text.slice(Math.max(0, from - 2), to + 2)))
  if (to - from >= 4) return true
  if (/[年月日]/u.test(right) && to - from >= 2) return true
  // 附件 may have one blank before its number.
  if ((gap.isFirst || from <= 6) && /^(?:第[一二三四五六七八九十百\d]+[章节条部分篇编]+|附件\s?\d{0,2}[：:]?)$/u.test(text.slice(0, from))) return true
  return labelFollows(text, to) || gap.partsPhrases || separatesNames(gap) || separatesFields(gap)
}

/** Blanks inside the text. A tab that stays becomes one full-width blank: a tab has no place in printed text. */
export function cleanInnerBlanks(paragraph: Paragraph, log: EditLog): void {
  const { text } = paragraph
  if (!/\s/u.test(text)) return
  replaceRanges(paragraph, gapsOf(text).flatMap((gap) => {
    const { from, to } = gap
    if (from === 0 || to === text.length) return []
    const after = !keepsBlank(gap) ? '' : text.slice(from, to).includes('\t') ? '\u3000' : undefined
    return after === undefined ? [] : [{ kind: 'stray-blank' as const, from, to, after }]
  }), log)
  replaceTabs(paragraph, log)
}

/** No tab can be printed as such, not even one put back: a full-width blank stands for it. */
export function replaceTabs(paragraph: Paragraph, log: EditLog): void {
  if (!paragraph.text.includes('\t')) return
  for (let at = paragraph.text.indexOf('\t'); at !== -1; at = paragraph.text.indexOf('\t', at + 1)) {
    log.add({ kind: 'stray-blank', from: paragraph.origin[at]!, to: paragraph.ends[at]!, after: '\u3000' })
  }
  paragraph.text = paragraph.text.replaceAll('\t', '\u3000')
}
