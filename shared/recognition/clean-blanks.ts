/**
 * Stray blanks: typed indents, blanks at line ends and inside words. Official text sets none between Chinese characters
 * or between Chinese and digits (checks.md no. 35); those that separate or leave room are told apart and stay.
 */
import { labelRole, longestLabelWord } from '../document/label-words.ts'
import type { EditLog } from './edit-log.ts'
import { surname } from './surnames.ts'
import { cutRange, replaceRange, type Paragraph } from './paragraph.ts'

const post = /(?:书记|局长|主任|主席|部长|县长|区长|市长|镇长|乡长|院长|校长|馆长|处长|科长|所长|成员|委员|负责人|组长|队长|站长|行长|经理|干部|同志|人)$/u
const organEnd = /(?:局|支部|党组|党委|委员会|中心|站|所|科|室|处|队|院|校|馆|公司|街道|镇|乡)$/u
const name = /^[\u4e00-\u9fff·]{2,4}$|^[\u4e00-\u9fff]$/u

/** Indent and trailing blanks. */
export function cleanEdges(paragraph: Paragraph, log: EditLog): void {
  const trailing = /\s+$/u.exec(paragraph.text)
  if (trailing && trailing.index > 0) cutRange(paragraph, trailing.index, paragraph.text.length, 'trailing-blank', log)
  const indent = /^\s+/u.exec(paragraph.text)
  if (indent && indent[0].length < paragraph.text.length) {
    paragraph.indented = true
    cutRange(paragraph, 0, indent[0].length, 'indent', log)
  }
}

const isWordSign = (character: string) => /[A-Za-z0-9.,%@_-]/.test(character)

/** “学思想 强党性 重实践”: the blanks stand for marks between phrases of one length. */
function separatesPhrases(text: string, from: number, to: number): boolean {
  const start = Math.max(...['，', '。', '；', '：', '、', '“', '”', '（', '）', '《', '》', '！', '？'].map((mark) => text.lastIndexOf(mark, from - 1))) + 1
  const rest = /[，。；：、“”（）《》！？]/u.exec(text.slice(to))
  const phrases = text.slice(start, rest ? to + rest.index : text.length).split(/\s+/u)
  const length = phrases[0]!.length
  return phrases.length >= 2 && length >= 3 && phrases.every((phrase) => phrase.length === length && /^[\u4e00-\u9fff]+$/u.test(phrase))
}

/** A known label with its colon begins here: “责任领导：张三　责任科室：办公室”. */
function labelFollows(text: string, at: number): boolean {
  const colon = text.slice(at, at + longestLabelWord + 1).search(/[：:]/u)
  return colon > 0 && labelRole(text.slice(at, at + colon)) !== undefined
}

/** Names of a list of people, or post and name, in a line without sentence marks. */
function separatesNames(text: string, from: number, to: number): boolean {
  if (/[，。；！？]/u.test(text)) return false
  const colon = Math.max(text.lastIndexOf('：', from), text.lastIndexOf(':', from))
  const left = text.slice(colon + 1, from).split(/\s+/u).at(-1)!
  const right = text.slice(to).split(/\s+/u)[0]!
  if (!name.test(right)) return false
  if (colon >= 0) return left.length >= 2 && left.length <= 12 && right.length >= 2
  return text.length <= 30 && left.length >= 2 && (post.test(left) || (organEnd.test(left) && surname.test(right)))
}

/** Two fields of a form line: “姓名：张三 单位：办公室”, “单位：万元　截至2023年6月30日”. */
function separatesFields(text: string, from: number, to: number): boolean {
  if (/^[^，。；！？]{1,12}[：:]/u.test(text) && /^[\u4e00-\u9fff]{2,6}[：:]/u.test(text.slice(to)) && !/[，。；！？：:]/u.test(text[from - 1]!)) return true
  if (text.length > 60 || /[，。；！？]/u.test(text) || !/\u3000|\t|\s{2}/u.test(text.slice(from, to))) return false
  const left = text.slice(0, from).split(/[\s：:]/u).at(-1)!
  return /[：:]/u.test(text.slice(0, from)) && left.length >= 2 && text.slice(to).split(/\s/u)[0]!.length >= 4
}

function keepsBlank(text: string, from: number, to: number): boolean {
  const left = text[from - 1]!
  const right = text[to]!
  if (isWordSign(left) && isWordSign(right)) return !(/\d/.test(left) && /\d/.test(right) && /(?<!\d)\d(?:\s\d)+(?!\d)/.test(text.slice(Math.max(0, from - 2), to + 2)))
  if (to - from >= 4) return true
  if (/[年月日]/u.test(right) && to - from >= 2) return true
  if (/^(?:第[一二三四五六七八九十百\d]+[章节条部分篇编]+|附件\s?\d{0,2}[：:]?)$/u.test(text.slice(0, from))) return true
  return labelFollows(text, to) || separatesPhrases(text, from, to) || separatesNames(text, from, to) || separatesFields(text, from, to)
}

/** Blanks inside the text. A tab that stays becomes one full-width blank: a tab has no place in printed text. */
export function cleanInnerBlanks(paragraph: Paragraph, log: EditLog): void {
  if (!/\s/u.test(paragraph.text)) return
  const original = paragraph.text
  for (const match of [...original.matchAll(/\s+/gu)].reverse()) {
    const from = match.index
    const to = from + match[0].length
    if (from === 0 || to === original.length) continue
    if (!keepsBlank(original, from, to)) cutRange(paragraph, from, to, 'stray-blank', log)
    else if (match[0].includes('\t')) replaceRange(paragraph, from, to, '\u3000', 'stray-blank', log)
  }
  replaceTabs(paragraph, log)
}

/** No tab can be printed as such, not even one put back: a full-width blank stands for it. */
export function replaceTabs(paragraph: Paragraph, log: EditLog): void {
  for (let at = paragraph.text.indexOf('\t'); at !== -1; at = paragraph.text.indexOf('\t')) {
    paragraph.text = `${paragraph.text.slice(0, at)}\u3000${paragraph.text.slice(at + 1)}`
    log.add({ kind: 'stray-blank', from: paragraph.origin[at]!, to: paragraph.ends[at]!, after: '\u3000' })
  }
}
