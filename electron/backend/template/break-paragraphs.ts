/**
 * Values of several lines become paragraphs: a line break inside a justified paragraph stretches the line before it over
 * the whole width, in Word as in LibreOffice.
 */

/** Stands for a line break while the template is filled: a sign of Unicode that no text may contain. */
export const lineMark = '\ufdd0'

const paragraph = /<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>]).)*?<\/w:p>/gsu
/** A paragraph with these can only be cut with care it is not worth. */
const nested = /<(?:w:(?:hyperlink|sdt|smartTag|ins|del|moveFrom|moveTo|fldSimple|fldChar|txbxContent|customXml|pict|drawing)|mc:)/u
const run = /<w:r(?:\s[^>]*)?>(?:(?!<w:r[\s>]).)*?<\/w:r>/gsu
const broken = `</w:t><w:br/><w:t xml:space="preserve">`

function cutRun(text: string, next: string): string {
  if (!text.includes(lineMark)) return text
  const properties = /<w:rPr>.*?<\/w:rPr>|<w:rPr\/>/su.exec(text)?.[0] ?? ''
  return text.replaceAll(lineMark, `</w:t></w:r></w:p>${next}<w:r>${properties}<w:t xml:space="preserve">`)
}

function cutParagraph(text: string): string {
  if (!text.includes(lineMark)) return text
  if (nested.test(text)) return text.replaceAll(lineMark, broken)
  const properties = /<w:pPr>.*?<\/w:pPr>|<w:pPr\/>/su.exec(text)?.[0] ?? ''
  // The end of a section belongs to the last of the paragraphs, a page break before to the first.
  const sections = /<w:sectPr.*?<\/w:sectPr>|<w:sectPr[^>]*\/>/su
  const later = properties.replace(/<w:pageBreakBefore[^>]*\/>/u, '').replace(sections, '')
  const cut = text.replaceAll(run, (one) => cutRun(one, `<w:p>${later}`))
  const section = sections.exec(properties)?.[0]
  if (section === undefined) return cut
  const at = cut.lastIndexOf(later)
  return at === -1 ? cut : cut.slice(0, at).replace(section, '') + properties.replace(/<w:pageBreakBefore[^>]*\/>/u, '') + cut.slice(at + later.length)
}

/** @param xml of a part whose values carry `lineMark`. */
export function breakParagraphs(xml: string): string {
  return xml.includes(lineMark) ? xml.replaceAll(paragraph, cutParagraph).replaceAll(lineMark, ' ') : xml
}
