import type { Paragraph } from './paragraph.ts'
import type { SourceHint, SourceParagraph } from './source.ts'
import { firstIndex } from './first-index.ts'

type Format = NonNullable<SourceHint['formats']>[number]

/** First index whose source offset is not before the given one. */
function indexFrom(origin: readonly number[], offset: number): number {
  return firstIndex(origin.length, (index) => origin[index]! >= offset)
}

/**
 * Readers tell bold and underlined stretches by their place in the source; cleaning cuts and joins. Afterwards each
 * paragraph gets its stretches by their place in its present text.
 */
export function followFormats(source: readonly SourceParagraph[], paragraphs: readonly Paragraph[]): void {
  const formats: Format[] = []
  let offset = 0
  for (const { text, hint } of source) {
    for (const format of hint?.formats ?? []) formats.push({ ...format, from: format.from + offset, to: format.to + offset })
    offset += text.length + 1
  }
  if (formats.length === 0) return
  let next = 0
  for (const paragraph of paragraphs) {
    const { origin } = paragraph
    if (origin.length === 0 || paragraph.hint?.exact !== undefined) continue
    while (formats[next] !== undefined && formats[next]!.to <= origin[0]!) next += 1
    const found: Format[] = []
    for (let at = next; formats[at] !== undefined && formats[at]!.from <= origin.at(-1)!; at += 1) {
      const { from: start, to: end, ...look } = formats[at]!
      const [from, to] = [indexFrom(origin, start), indexFrom(origin, end)]
      if (from < to) found.push({ ...look, from, to })
    }
    paragraph.hint = { ...paragraph.hint, formats: found }
  }
}
