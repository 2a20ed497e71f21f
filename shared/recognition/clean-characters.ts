import type { EditLog } from './edit-log.ts'
import { replaceRange, type Paragraph } from './paragraph.ts'

const odd = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Characters that print nothing or that no file can hold. Half a surrogate pair becomes U+FFFD so that its place is seen. */
export function cleanCharacters(paragraph: Paragraph, log: EditLog): void {
  if (!odd.test(paragraph.text)) return
  odd.lastIndex = 0
  for (const match of [...paragraph.text.matchAll(odd)].reverse()) {
    const code = match[0].charCodeAt(0)
    const broken = (code >= 0xd800 && code <= 0xdfff) || code >= 0xfffe
    const kind = broken ? 'broken-character' : 'invisible-character'
    // What no file can hold cannot be put back as it was either.
    if (!replaceRange(paragraph, match.index, match.index + 1, broken ? '\ufffd' : '', kind, log)) {
      paragraph.text = paragraph.text.slice(0, match.index) + '\ufffd' + paragraph.text.slice(match.index + 1)
      log.add({ kind, from: paragraph.origin[match.index]!, to: paragraph.ends[match.index]!, after: '\ufffd' })
    }
  }
}
