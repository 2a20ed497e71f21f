/** Where a field stands in a template, as the writer sees it: which part, and the words around it. */

const partNames: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\.xml$/u, '正文'], [/^word\/header/u, '页眉'], [/^word\/footer/u, '页脚'], [/^word\/footnotes/u, '脚注'], [/^word\/endnotes/u, '尾注'],
  [/^word\/comments/u, '批注'], [/^docProps\//u, '文档属性'],
]

export function partName(file: string): string {
  return partNames.find(([pattern]) => pattern.test(file))?.[1] ?? '别处'
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" }

/** Texts of the paragraphs of a part, in their order. */
export function paragraphTexts(xml: string): string[] {
  return xml.split(/<\/w:p>/u).map((paragraph) => {
    const text = [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map((match) => match[1]).join('')
    return text.replaceAll(/&(?:lt|gt|amp|quot|apos);/gu, (entity) => entities[entity]!)
  }).filter((text) => text !== '')
}

const most = 14

/** “正文‘……发文字号：{文号}’处”; the part alone where the words are not found. @param words as typed, braces included. */
export function placeOf(file: string, xml: string, words: string): string {
  const part = partName(file)
  const text = paragraphTexts(xml).find((paragraph) => paragraph.includes(words))
  if (text === undefined) return part
  const at = text.indexOf(words)
  const from = Math.max(0, at - most)
  const to = Math.min(text.length, at + words.length + most)
  return `${part}“${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}”处`
}
