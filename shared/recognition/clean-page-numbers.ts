/** Page numbers and running heads of print-outs and document libraries: “— 3 —”, “第 3 页 共 9 页”, and bare numbers that look like numbering. */
import type { EditLog } from './edit-log.ts'
import { cutRange, removeLine, type Paragraph } from './paragraph.ts'

const decorated = /^\s*(?:[—–―－~·•-]{1,3}\s*\d{1,3}\s*[—–―－~·•-]{1,3}|第\s*\d{1,3}\s*页(?:\s*[，,/／]?\s*共\s*\d{1,3}\s*页)?|共\s*\d{1,3}\s*页(?:\s*[，,/／]?\s*第\s*\d{1,3}\s*页)?|\d{1,3}\s*[/／]\s*\d{1,3}|page\s*\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?|p\.?\s*\d{1,3}|[\[【]\s*\d{1,3}\s*[\]】]|页码\s*[:：]?\s*\d{1,3})\s*$/iu
const bare = /^\s*(\d{1,3})\s*[.．、]?\s*$/u
/** A number that counts something (“3 个方面”) belongs to the sentence. */
const glued = /^\s*(\d{1,3})\s+(?=[\u4e00-\u9fff“《（])(?!\s*[个项次名人月日年天条类家期批份篇场件户万亿千百余多本轮大小分处位级号季周倍成所支章页元公米吨台套种起例届方点时旬辆间部组对次])/u

/** A line that is a page number in its ornaments: “- 3 -”, “第 3 页”. */
export function isPageNumber(text: string): boolean {
  return decorated.test(text)
}

/** The text before breaks off: no mark that ends a sentence or a heading line. */
export function isUnfinished(text: string): boolean {
  return text.length >= 12 && !/[。！？；：…”’）》】〉.!?;:)\]]$/u.test(text)
}

function previousText(paragraphs: readonly Paragraph[], index: number): string {
  for (let at = index - 1; at >= 0; at -= 1) {
    const text = paragraphs[at]!.text.trim()
    if (text !== '') return text
  }
  return ''
}

function nextText(paragraphs: readonly Paragraph[], index: number): string {
  for (let at = index + 1; at < paragraphs.length; at += 1) {
    const text = paragraphs[at]!.text.trim()
    if (text !== '') return text
  }
  return ''
}

const structureAhead = /^(?:[一二三四五六七八九十]{1,3}[、．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是)/u

/**
 * Bare numbers are page numbers where one breaks a sentence in two, or where they count up with a page's worth of text
 * between them. A number before each short line (a table by cells) is neither.
 */
function barePageNumbers(paragraphs: readonly Paragraph[]): { numbers: Set<Paragraph>; values: Map<Paragraph, number> } {
  const found = paragraphs.flatMap((paragraph, index) => {
    const match = bare.exec(paragraph.text)
    return match && !paragraph.table ? [{ paragraph, index, value: Number(match[1]) }] : []
  })
  const result = new Set<Paragraph>()
  const lengths = paragraphs.map((paragraph) => paragraph.text.length)
  const textBetween = (from: number, to: number) => lengths.slice(from, to).reduce((sum, length) => sum + length, 0)
  found.forEach((one, order) => {
    const splits = isUnfinished(previousText(paragraphs, one.index)) && nextText(paragraphs, one.index) !== '' && !structureAhead.test(nextText(paragraphs, one.index))
    const earlier = found[order - 1]
    const later = found[order + 1]
    const counts =
      (earlier !== undefined && one.value === earlier.value + 1 && textBetween(earlier.index + 1, one.index) >= 200) ||
      (later !== undefined && later.value === one.value + 1 && textBetween(one.index + 1, later.index) >= 200)
    const alone = found.length === 1 && textBetween(0, one.index) >= 200
    // The last page's number, behind the last line.
    const closes = nextText(paragraphs, one.index) === '' && earlier !== undefined && (one.value === earlier.value + 1 || (one.value > earlier.value && textBetween(earlier.index + 1, one.index) >= 200))
    if (splits || counts || alone || closes) result.add(one.paragraph)
  })
  return { numbers: result, values: new Map(found.filter((one) => result.has(one.paragraph)).map((one) => [one.paragraph, one.value])) }
}

/** “3 整改方案” or “整改方案 3” without the number. Not by one pattern: its search would begin anew in every run of blanks. */
function withoutNumber(line: string): string {
  const rest = line.replace(/^\d{1,3}\s*/u, '')
  const end = /\d{1,3}$/u.exec(rest)?.index
  return end === undefined ? rest : rest.slice(0, end).trimEnd()
}

/** Page numbers stand beside the running heads of the page: the same short line again and again. */
function runningHeads(paragraphs: readonly Paragraph[], numbers: ReadonlySet<Paragraph>): Set<Paragraph> {
  const filled = paragraphs.filter((paragraph) => paragraph.text.trim() !== '')
  const byText = new Map<string, number[]>()
  filled.forEach((paragraph, index) => {
    const text = withoutNumber(paragraph.text.trim())
    if (paragraph.table || text.length < 2 || text.length > 30 || /[。；：:，]$/u.test(text)) return
    const places = byText.get(text)
    if (places === undefined) byText.set(text, [index])
    else places.push(index)
  })
  const isNumber = (one: Paragraph | undefined) => one !== undefined && (numbers.has(one) || decorated.test(one.text))
  const atNumber = (index: number) => isNumber(filled[index - 1]) || isNumber(filled[index + 1])
  const heads = [...byText.values()].filter((places) => places.length >= 3 && places.filter(atNumber).length >= Math.max(2, places.length / 2))
  return new Set(heads.flat().map((index) => filled[index]!))
}

/** “…三十七所按月公示，4”: the number stuck to the half sentence before it, between the pages 3 and 5. */
function cutTrailing(paragraphs: readonly Paragraph[], values: ReadonlyMap<Paragraph, number>, log: EditLog): Set<Paragraph> {
  const cut = new Set<Paragraph>()
  const found = paragraphs.flatMap((paragraph, index) => (values.has(paragraph) ? [{ index, value: values.get(paragraph)! }] : []))
  let passed = 0
  paragraphs.forEach((paragraph, index) => {
    while (passed < found.length && found[passed]!.index < index) passed += 1
    const match = paragraph.table || paragraph.text.length < 12 ? null : /(?<=[\u4e00-\u9fff，、])\s*(\d{1,3})\s*$/u.exec(paragraph.text)
    if (!match || structureAhead.test(nextText(paragraphs, index))) return
    const value = Number(match[1])
    const before = found[passed - 1]
    const after = found[found[passed]?.index === index ? passed + 1 : passed]
    const fits = before?.value === value - 1 && (after === undefined || after.value === value + 1)
    if (fits && cutRange(paragraph, match.index, paragraph.text.length, 'page-number', log)) cut.add(paragraph)
  })
  return cut
}

/** @returns the lines left, and those after which a page number was taken out: their sentence may go on. */
export function cleanPageNumbers(paragraphs: Paragraph[], log: EditLog, source: string): { paragraphs: Paragraph[]; broken: Set<Paragraph> } {
  const { numbers, values } = barePageNumbers(paragraphs)
  const heads = runningHeads(paragraphs, numbers)
  const broken = cutTrailing(paragraphs, values, log)
  const left: Paragraph[] = []
  let filled: Paragraph | undefined
  for (const paragraph of paragraphs) {
    const isNumber = !paragraph.table && (decorated.test(paragraph.text) || numbers.has(paragraph) || heads.has(paragraph))
    if (isNumber && removeLine(paragraph, 'page-number', log, source)) {
      if (filled) broken.add(filled)
      continue
    }
    left.push(paragraph)
    if (paragraph.text.trim() !== '') filled = paragraph
  }
  // “…理论联系\n2 实际不够。”: the number stuck to the half sentence after it.
  let previous: Paragraph | undefined
  for (const paragraph of left) {
    const match = paragraph.table ? null : glued.exec(paragraph.text)
    const before = match && previous ? previous.text.trim() : ''
    if (match && previous && before.length >= 20 && isUnfinished(before) && cutRange(paragraph, 0, match[0].length, 'page-number', log)) broken.add(previous)
    if (paragraph.text.trim() !== '') previous = paragraph
  }
  return { paragraphs: left, broken }
}
