/**
 * Markdown and web page marks. They say something (a heading, bold), so what they say is kept as a hint
 * while the marks themselves go, each told of in the report.
 */
import { isPageNumber } from './clean-page-numbers.ts'
import type { EditLog } from './edit-log.ts'
import { cutMatches, cutRange, removeLine, replaceMatches, replaceRanges, type Paragraph, type TextChange } from './paragraph.ts'
import type { SourceHint } from './source.ts'

const entities: Record<string, string> = { '&nbsp;': ' ', '&ensp;': ' ', '&emsp;': '\u3000', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&ldquo;': '“', '&rdquo;': '”', '&mdash;': '—', '&hellip;': '…', '&middot;': '·' }

/** Only tags that web pages really leave behind; 《<…>》 and other uses of < stay. */
const tag = /<\/?(?:p|br|div|span|strong|b|i|em|u|h[1-6]|font|section|ul|ol|li|table|tbody|thead|tr|td|th|a|img|center|blockquote|hr)(?:\s[^<>]{0,300})?\/?>/gi

function withHint(paragraph: Paragraph, extra: SourceHint): void {
  paragraph.hint = { ...paragraph.hint, ...extra }
}

/** In a row of a table <br> parts the lines of a cell. */
function breakCellLines(paragraph: Paragraph, log: EditLog): void {
  replaceMatches(paragraph, /<br\s*\/?>/giu, () => '\n', 'markup', log)
}

function cleanWebMarks(paragraph: Paragraph, log: EditLog): void {
  if (paragraph.text.includes('<')) {
    const heading = /^\s*<h([1-6])[\s>]/i.exec(paragraph.text)
    if (/^\s*\|.*\|\s*$/u.test(paragraph.text)) breakCellLines(paragraph, log)
    cutMatches(paragraph, tag, 'markup', log)
    if (heading) markHeading(paragraph, Number(heading[1]))
  }
  if (paragraph.text.includes('&')) replaceMatches(paragraph, /&[a-z]{2,6};/g, (entity) => entities[entity], 'markup', log)
}

function markHeading(paragraph: Paragraph, depth: number): void {
  if (depth === 1) withHint(paragraph, { title: true })
  else withHint(paragraph, { level: Math.min(depth - 1, 4) as 1 | 2 | 3 | 4 })
}

const cut = (from: number, to: number): TextChange => ({ kind: 'markup', from, to, after: '' })

function cleanMarkdownLine(paragraph: Paragraph, log: EditLog): void {
  const heading = /^\s*(#{1,6})\s+/.exec(paragraph.text)
  if (heading) {
    if (cutRange(paragraph, 0, heading[0].length, 'markup', log)) markHeading(paragraph, heading[1]!.length)
    // Not by one pattern, whose search would begin anew in every run of blanks.
    const end = /#+$/.exec(paragraph.text.trimEnd())?.index ?? 0
    const words = paragraph.text.slice(0, end).trimEnd().length
    if (words < end) cutRange(paragraph, words, paragraph.text.length, 'markup', log)
  }
  const bullet = isPageNumber(paragraph.text) ? null : /^\s*(?:[-*+•●■◆▪]|>+)\s+(?=\S)/.exec(paragraph.text)
  if (bullet) cutRange(paragraph, 0, bullet[0].length, 'markup', log)
  const isCut = (at: number) => !log.keeps('markup', paragraph.origin[at]!)
  replaceRanges(paragraph, [...paragraph.text.matchAll(/(?<!!)\[([^\[\]]+)\]\((?:https?:|\/|#|\.)[^)\s]*\)/gu)].flatMap((link) => {
    const words = link.index + 1 + link[1]!.length
    return isCut(words) ? [cut(link.index, link.index + 1), cut(words, link.index + link[0].length)] : []
  }), log)
  const strong = [...paragraph.text.matchAll(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length })).filter(({ to }) => isCut(to - 2))
  if (strong.length === 0) return
  // The spans move with the text while the marks are cut.
  paragraph.bold = [...(paragraph.bold ?? []), ...strong.map(({ from, to }) => ({ from: from + 2, to: to - 2 }))]
  replaceRanges(paragraph, strong.flatMap(({ from, to }) => [cut(from, from + 2), cut(to - 2, to)]), log)
}

/** A paragraph that is bold from end to end is a heading by look: the weight is a hint, not a format to keep. */
function boldAsHint(paragraph: Paragraph): void {
  const spans = paragraph.bold
  if (spans?.length === 1 && spans[0]!.from === 0 && spans[0]!.to >= paragraph.text.length) delete paragraph.bold
}

function looksLikeMarkdown(paragraphs: readonly Paragraph[]): boolean {
  const marks = paragraphs.filter((paragraph) => !isPageNumber(paragraph.text) && /^\s*(?:#{1,6}\s+\S|(?:[-*+]|>)\s+\S|---\s*$|```)|\*\*\S|^\s*\|.+\|\s*$/.test(paragraph.text)).length
  return marks >= 2 || paragraphs[0]?.text.trim() === '---'
}

/** “---\ntitle: …\n---” at the head. The title stays where the text has none of its own. */
function cleanFrontMatter(paragraphs: Paragraph[], log: EditLog, source: string): Paragraph[] {
  const first = paragraphs.findIndex((paragraph) => paragraph.text.trim() !== '')
  if (first === -1 || paragraphs[first]!.text.trim() !== '---') return paragraphs
  const end = paragraphs.findIndex((paragraph, index) => index > first && paragraph.text.trim() === '---')
  const block = paragraphs.slice(first, end + 1)
  const isMeta = (paragraph: Paragraph) => /^\s*(?:[\w\u4e00-\u9fff-]{1,30}\s*[:：]|-\s|---|$)/u.test(paragraph.text)
  if (end === -1 || end - first > 40 || !block.every(isMeta)) return paragraphs
  const ownTitle = paragraphs.slice(end + 1).some((paragraph) => /^\s*(?:#\s|<h1[\s>])/i.test(paragraph.text))
  const kept = block.filter((paragraph) => {
    const title = /^\s*(?:title|标题)\s*[:：]\s*["'“]?/iu.exec(paragraph.text)
    if (title && !ownTitle && title[0].length < paragraph.text.trimEnd().length) {
      const closing = /["'”]\s*$/u.exec(paragraph.text)
      if (closing && /["'“]$/u.test(title[0])) cutRange(paragraph, closing.index, paragraph.text.length, 'front-matter', log)
      if (cutRange(paragraph, 0, title[0].length, 'front-matter', log)) withHint(paragraph, { title: true })
      return true
    }
    return !removeLine(paragraph, 'front-matter', log, source)
  })
  return [...paragraphs.slice(0, first), ...kept, ...paragraphs.slice(end + 1)]
}

/** A line drawn with signs between two parts of a page. */
const drawnRule = /^\s*(?:[—–─━]{4,}|[-=*~～＝＊]{4,})\s*$/u

/** @returns the paragraphs left; lines that were nothing but marks are gone. */
export function cleanMarkup(paragraphs: Paragraph[], log: EditLog, source: string): Paragraph[] {
  for (const paragraph of paragraphs) cleanWebMarks(paragraph, log)
  if (!looksLikeMarkdown(paragraphs)) return paragraphs.filter((paragraph) => !drawnRule.test(paragraph.text) || !removeLine(paragraph, 'markup', log, source))
  const rest = cleanFrontMatter(paragraphs, log, source).filter((paragraph) =>
    !/^\s*(?:-{3,}|\*{3,}|_{3,}|`{3}\w*)\s*$/.test(paragraph.text) || !removeLine(paragraph, 'markup', log, source))
  for (const paragraph of rest) {
    cleanMarkdownLine(paragraph, log)
    boldAsHint(paragraph)
  }
  return rest
}
