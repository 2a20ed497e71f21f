/** Joins lines broken inside 《》 or in mid-sentence, and text whose every line is wrapped. */
import { labelRole, longestLabelWord } from '../document/label-words.ts'
import type { EditLog } from './edit-log.ts'
import { joinParagraphs, type Paragraph } from './paragraph.ts'
import { titleWord } from './title-words.ts'

const opens = '《“（〈「『〔【('
const closes = '》”）〉」』〕】)'
const sentenceEnd = /[。！？；：…!?;:]["”’）》】)]?$|[”’）》】]$/u
const structure = /^(?:[一二三四五六七八九十百]{1,4}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、)）](?!\d)|[①-⑳㈠-㈩⑴-⒇]|[一二三四五六七八九十]{1,2}(?:是(?!否)|要(?![素求点件]))|第[一二三四五六七八九十]{1,3}[，、,]|其[一二三四五六七八九][，、,]|第[一二三四五六七八九十\d]{1,3}[章节部条]|附件[一二三四五六七八九十\d]*[:：]?|【|——)/u
const closing = /^(?:以上|特此|此致|敬礼|妥否|谢谢|不妥之处|不当之处|汇报完毕|发言完毕|敬请|恳请)/u
/** Words that no sentence ends with: what follows belongs to it. */
const linking = /(?:[，、,]|[的和与及在对把将了为从由向等以并或被让使而但])$/u
/** “姓名：张三　单位：办公室”: a line of fields is complete. */
const fields = /(?:姓名|单位|职务|部门|填报人|填表人|审核人|复核|日期|时间|电话)\s*[：:]/gu
const isFormLine = (text: string) => (text.match(fields)?.length ?? 0) >= 2
/** A lead-in that wants a colon and got none: the paragraph is complete. */
const leadIn = /(?:如下|情况|以下(?:几|[一二三四五六七八九十]).{0,6}|方面|问题|措施|原因)$/u
const dateLine = /^(?:\d{4}|[二〇○零一二三四五六七八九]{4}|[X×x]{2,4})\s*年.{1,8}日$/u

export function startsStructure(text: string): boolean {
  if (structure.test(text) || closing.test(text) || dateLine.test(text)) return true
  const colon = text.slice(0, longestLabelWord + 4).search(/[：:]/u)
  return colon > 0 && labelRole(text.slice(0, colon).replace(/[\d一二三四五六七八九十]+$/u, '')) !== undefined
}

/** The opening mark left open at the end of the text, '' where all are closed. Quotes of other kinds do not count. */
function openMark(text: string): string {
  const stack: string[] = []
  for (const character of text) {
    if (opens.includes(character)) stack.push(character)
    else {
      const index = closes.indexOf(character)
      if (index !== -1 && stack.at(-1) === opens[index]) stack.pop()
    }
  }
  return stack.at(-1) ?? ''
}

/** The mark left open before is closed in this text before another of its kind opens. */
function closesMark(text: string, mark: string): boolean {
  const close = closes[opens.indexOf(mark)]!
  const closeAt = text.indexOf(close)
  const openAt = text.indexOf(mark)
  return closeAt !== -1 && (openAt === -1 || closeAt < openAt)
}

export interface Wrapping {
  /** Characters of a full line. */
  readonly width: number
}

/** Text copied from a print-out: most lines are of one length and break in mid-sentence. */
export function findWrapping(paragraphs: readonly Paragraph[]): Wrapping | undefined {
  const lines = paragraphs.filter((paragraph) => paragraph.text !== '' && !paragraph.table)
  if (lines.length < 8) return undefined
  const widths = lines.map((line) => displayWidth(line.text) + (line.indented ? 2 : 0)).sort((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.9)]!
  if (width < 16 || width > 70) return undefined
  const full = lines.filter((line) => isFullLine(line, width))
  const unfinished = full.filter((line) => !sentenceEnd.test(line.text))
  return full.length >= lines.length * 0.4 && unfinished.length >= full.length * 0.5 ? { width } : undefined
}

/** Two digits or letters take the room of one Chinese character. */
function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += /[\u0021-\u007e]/.test(character) ? 0.5 : 1
  return width
}

function isFullLine(line: Paragraph, width: number): boolean {
  const own = displayWidth(line.text.slice(-line.lastLineLength)) + (line.indented && line.firstLine === line.lastLine ? 2 : 0)
  return own >= width - 3
}

interface Setting {
  readonly wrapping: Wrapping | undefined
  /** Paragraphs of this text begin with typed blanks, so a line without them goes on. */
  readonly indents: boolean
}

const rankOf = (text: string) => (/^[一二三四五六七八九十]{1,3}、/u.test(text) ? 1 : /^[（(][一二三四五六七八九十]/u.test(text) ? 2 : /^\d{1,2}[.．、]/u.test(text) ? 3 : /^[（(]\d/u.test(text) ? 4 : 5)

/** Whether numbered paragraphs beside this one are sentences, not heading lines: then it breaks off in mid-sentence. */
function isSentenceAmongSiblings(paragraph: Paragraph, all: readonly Paragraph[]): boolean {
  if (/[。；]/u.test(paragraph.text)) return true
  const rank = rankOf(paragraph.text)
  const at = all.findIndex((one) => one.firstLine === paragraph.firstLine)
  const look = (step: number): Paragraph | undefined => {
    for (let index = at + step; index >= 0 && index < all.length; index += step) {
      const other = all[index]!
      if (!structure.test(other.text)) continue
      if (rankOf(other.text) === rank) return other
      if (rankOf(other.text) < rank) return undefined
    }
    return undefined
  }
  const sibling = look(-1) ?? look(1)
  return sibling !== undefined && (/[。；]$/u.test(sibling.text) || sibling.text.length > 46)
}

/** What is looked at of a paragraph: one that has grown beyond this is looked at from its end, or each further line would read it all again. */
const longestLookedAt = 4000

function goesOn(paragraph: Paragraph, next: Paragraph, afterPageNumber: boolean, setting: Setting, all: readonly Paragraph[]): boolean {
  const text = paragraph.text.length > longestLookedAt ? paragraph.text.slice(-longestLookedAt) : paragraph.text
  if (text === '' || next.text === '' || paragraph.table || next.table || isFormLine(text)) return false
  if (paragraph.hint?.level || paragraph.hint?.title || next.hint?.level || next.hint?.title || paragraph.hint?.exact || next.hint?.exact) return false
  if (next.gapBefore && !afterPageNumber) return false
  const mark = openMark(text)
  if (mark !== '' && closesMark(next.text, mark)) return text.length + next.text.length > 12
  if (startsStructure(next.text)) return false
  // A title ends with what the paper is; running text does not follow on from it.
  if (paragraph === all[0] && titleWord.test(text) && !/[。；]/u.test(text)) return false
  if (setting.indents && next.indented && !afterPageNumber) return false
  const headingLine = structure.test(text) && text.length <= 40 && !/[，、]$/u.test(text) && !/[。；]/u.test(text)
  const runningText = text.length >= 18 && /[，。；：、]/u.test(text)
  if (setting.wrapping && isFullLine(paragraph, setting.wrapping.width) && text.length >= 10) return !isTitleBlockLine(paragraph, setting)
  if (sentenceEnd.test(text)) return false
  if (structure.test(text) && afterPageNumber) return isSentenceAmongSiblings(paragraph, all)
  if (headingLine) return false
  if (!runningText) return false
  if (afterPageNumber) return true
  if (linking.test(text)) return true
  if (setting.indents && !next.indented) return true
  return text.length >= 30 && !leadIn.test(text) && /[。，；]/u.test(next.text)
}

/** Before the first running text a full line is a line of the title. */
function isTitleBlockLine(paragraph: Paragraph, setting: Setting): boolean {
  return paragraph.firstLine <= 3 && !paragraph.indented && setting.indents && !/[，。；：]/u.test(paragraph.text)
}

export function joinLines(paragraphs: Paragraph[], afterPageNumber: ReadonlySet<Paragraph>, log: EditLog, source: string): Paragraph[] {
  const running = paragraphs.filter((paragraph) => paragraph.text.length >= 18)
  const setting: Setting = {
    wrapping: findWrapping(paragraphs),
    indents: running.length >= 4 && running.filter((paragraph) => paragraph.indented).length >= running.length * (findWrapping(paragraphs) ? 0.1 : 0.5),
  }
  const result: Paragraph[] = []
  let broken = false
  for (const next of paragraphs) {
    const paragraph = result.at(-1)
    if (paragraph && goesOn(paragraph, next, broken, setting, paragraphs) && joinParagraphs(paragraph, next, 'joined', '', log, source)) {
      broken = afterPageNumber.has(next)
      continue
    }
    result.push(next)
    broken = afterPageNumber.has(next)
  }
  return result
}
