import type { Layout } from './layout.ts'
import type { ParagraphFormat } from './print-types.ts'
import { characters, noLength } from './role-formats.ts'
import { textWidth } from './text-width.ts'

/** “附件” or “附件1” alone: the head of the attachment itself, not the note that names it. */
const attachmentHead = /^附\s*件\s*[一二三四五六七八九十\d]{0,3}$/u

export function isAttachmentHead(text: string): boolean {
  return attachmentHead.test(text)
}

const opening = /^附\s*件\s*[：:]\s*/u
const itemNumber = /^\d{1,2}\s*[.．]\s*/u

/**
 * 附件说明, GB/T 9704-2012 §7.3.4: 左空二字 “附件：”, further lines under the first character of the name; the second
 * and later numbers stand under the first.
 * @param text the printed line. @param continues an attachment line stands before it.
 */
export function attachmentIndents(layout: Layout, text: string, continues: boolean): Pick<ParagraphFormat, 'firstLine' | 'hanging' | 'left'> {
  const head = opening.exec(text)?.[0] ?? ''
  const number = itemNumber.exec(text.slice(head.length))?.[0] ?? ''
  // “附件：” is three characters wide: without it the line begins where the names do.
  const from = head !== '' || !continues ? 2 : 5
  const hanging = textWidth(head + number)
  return hanging === 0
    ? { firstLine: noLength, hanging: noLength, left: characters(layout, from) }
    : { firstLine: noLength, hanging: characters(layout, hanging), left: characters(layout, from + hanging) }
}
