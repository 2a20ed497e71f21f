import type { EditLog } from './edit-log.ts'
import { replaceRanges, type Paragraph } from './paragraph.ts'
import type { ReportKind } from './report.ts'

const odd = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const broken = /[\ud800-\udfff\ufffe\uffff]/

/** Characters that print nothing or that no file can hold. Half a surrogate pair becomes U+FFFD so that its place is seen. */
export function cleanCharacters(paragraph: Paragraph, log: EditLog): void {
  const found = [...paragraph.text.matchAll(odd)].map((match) => {
    const kind: ReportKind = broken.test(match[0]) ? 'broken-character' : 'invisible-character'
    return { at: match.index, kind, kept: log.keeps(kind, paragraph.origin[match.index]!) }
  })
  // What no file can hold cannot be put back as it was either.
  for (const { at, kind } of found.filter(({ kept }) => kept)) log.add({ kind, from: paragraph.origin[at]!, to: paragraph.ends[at]!, after: '\ufffd' })
  const keptAt = new Set(found.filter(({ kept }) => kept).map(({ at }) => at))
  if (keptAt.size > 0) paragraph.text = Array.from({ length: paragraph.text.length }, (_, at) => (keptAt.has(at) ? '\ufffd' : paragraph.text[at]!)).join('')
  replaceRanges(paragraph, found.filter(({ kept }) => !kept).map(({ at, kind }) => ({ from: at, to: at + 1, after: kind === 'broken-character' ? '\ufffd' : '', kind })), log)
}
