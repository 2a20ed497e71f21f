/** What stands before the body (title, subtitle, byline, addressee) and after it (附件说明, 署名, 成文日期). */
import type { TextRole } from '../document/roles.ts'
import type { Paragraph } from './paragraph.ts'
import type { Segment } from './segments.ts'
import { surname } from './surnames.ts'
import { titleWord } from './title-words.ts'

export interface Unit {
  readonly paragraph: Paragraph
  readonly segments: readonly Segment[]
}

const bracketLine = /^[（(【\[].{2,40}[）)】\]]$/u
const dashLine = /^(?:——|—|--).{2,60}$/u
const datePart = '(?:(?:19|20)(?:\\d{2}|\\d?[X×xX＊*]{1,2})|[二〇○零一二三四五六七八九]{4}|[X×xX＊*]{2,4}|\\s*)年(?:\\s*|[\\dX×x一二三四五六七八九十]{1,3})月(?:(?:\\s*|[\\dX×x一二三四五六七八九十]{1,3})日)?'
const dateLine = new RegExp(`^${datePart}$`, 'u')
const dottedDate = /^(?:19|20)\d{2}[.\-/]\d{1,2}[.\-/]\d{1,2}$/u
const byLine = /^(?:报告人|发言人|汇报人|撰稿人|作者|单位|姓名|职务|检查人|对照检查人|起草人|讲话人)[：:].{1,40}$/u
const postAndName = /^.{0,24}(?:书记|局长|主任|主席|部长|县长|区长|市长|镇长|乡长|院长|校长|馆长|处长|科长|所长|成员|委员|组长|负责人|同志|教师|教授|医师|民警|党员|干部)[\s\u3000]*(?:[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff][\s\u3000]+[\u4e00-\u9fff]|[\u4e00-\u9fff]?(?:[\s\u3000]*[X×xX＊*某]){1,3})?$/u
export const organ = /(?:局|委|委员会|党组|党委|党工委|党总支|支部|党支部|支委会|办公室|政府|办事处|中心|公司|集团|学校|学院|大学|医院|馆|站|所|队|院|厅|部|处|科|社区|村|街道|镇|乡|会|联社|法院|检察院|小组|领导班子|班子)(?:[（(].{1,16}[）)])?$/u
const addressee = /^(?:[^。；！？]{2,60})[：:]$/u
const addressed = /(?:委|局|组|办|厅|部|处|政府|办公室|党组|党委|支部|同志们?|领导|各位.*|单位|部门|公司|学校|中心|科室|街道|乡镇|机关|小组|代表)[）)]?[：:]$/u

const endsSentence = /[。；！？]$/u
const plain = (unit: Unit) => unit.segments.length === 1 && unit.segments[0]!.marker === undefined && unit.segments[0]!.label === undefined

function canStandInFront(unit: Unit): boolean {
  const text = unit.paragraph.text
  if (unit.paragraph.table || unit.paragraph.hint?.table) return false
  if (unit.paragraph.hint?.title) return true
  if (unit.paragraph.hint?.level) return false
  return plain(unit) && text.length <= 80 && text !== '' && !endsSentence.test(text)
}

/** Masked names (“某某局”, ××) and placeholders in brackets stand for names and count as text. */
function frontRole(text: string): Exclude<TextRole, 'title'> | undefined {
  if (addressee.test(text)) return addressed.test(text) ? 'addressee' : undefined
  if (dashLine.test(text)) return 'subtitle'
  if (isDate(text)) return 'subtitle'
  if (bracketLine.test(text) && !titleWord.test(text)) return 'subtitle'
  if (byLine.test(text)) return 'byline'
  return undefined
}

/** 版头 as typed text: “…党组文件”, “某党〔2023〕17号”, secrecy and urgency. Printed matter, kept as paragraphs. */
const letterhead = /^.{2,40}(?:文件|函)$/u
const documentNumber = /^.{1,24}[〔［[（(【]\s*(?:19|20)\d\d\s*[〕］\]）)】]\s*\d{1,4}\s*号(?:\s*签发人.{0,12})?$/u
const secrecy = /^(?:(?:绝密|机密|秘密)(?:★.{1,5})?|特急|加急|特提|平急|\d{6})$/u

function letterheadLines(units: readonly Unit[]): number {
  if (/^附\s*件\s*[一二三四五六七八九十\d]{0,2}[：:]?$/u.test(units[0]?.paragraph.text ?? '')) return 1
  const number = units.slice(0, 6).findIndex((unit) => documentNumber.test(unit.paragraph.text))
  if (number === -1) return 0
  const before = units.slice(0, number).map((unit) => unit.paragraph.text)
  return before.every((text) => letterhead.test(text) || secrecy.test(text)) ? number + 1 : 0
}

const organAndName = /^[\u4e00-\u9fff]{2,24}(?:局|委|组|支部|中心|站|所|镇|乡|街道|学校|医院|公司|馆|院|科|室|处|队)[\s\u3000]+[\u4e00-\u9fff×·]{2,4}$/u


/** Roles of the leading units; the body begins at the first one left out. */
export function frontRoles(units: readonly Unit[]): TextRole[] {
  const head = letterheadLines(units)
  return [...new Array<TextRole>(head).fill('paragraph'), ...titleRoles(units.slice(head))]
}

function titleRoles(units: readonly Unit[]): TextRole[] {
  const roles: TextRole[] = []
  let titleDone = false
  for (let index = 0; index < units.length && index < 12; index += 1) {
    const unit = units[index]!
    const text = unit.paragraph.text
    if (!canStandInFront(unit)) break
    if (roles.length > 0 && units.slice(0, index).some((one) => one.paragraph.hint?.title) && !frontRole(text) && !unit.paragraph.hint?.title && !postAndName.test(text) && !organ.test(text)) break
    const role = frontRole(text)
    if (role !== undefined) {
      if (role !== 'addressee' && roles.length === 0 && !bracketLine.test(text)) break
      roles.push(role)
      titleDone ||= roles.includes('title')
      if (role === 'addressee') return roles
      continue
    }
    if (text.endsWith('：') || text.endsWith(':')) break
    if (!titleDone) {
      const before = roles.includes('title')
      const complete = before && titleWord.test(units[index - 1]!.paragraph.text) && !bracketLine.test(units[index - 1]!.paragraph.text)
      if (complete) {
        titleDone = true
      } else {
        if (!before && !opensPaper(units, index)) break
        roles.push('title')
        continue
      }
    }
    if (text.length <= 40 && (postAndName.test(text) || organ.test(text) || surname.test(text) || organAndName.test(text))) roles.push('byline')
    else break
  }
  return settleTitle(units, roles)
}

/** A first line is a title where it says so, is marked so, or stands alone above running text. */
function opensPaper(units: readonly Unit[], index: number): boolean {
  const { text, hint } = units[index]!.paragraph
  if (hint?.title || hint?.centred || titleWord.test(text)) return true
  const next = units[index + 1]
  if (!next || text.length < 5) return false
  if (/[，：:]/u.test(text) && text.length > 30) return false
  return canStandInFront(next) ? index === 0 : true
}

/** Lines taken for a title of several lines are one only if the last says what the paper is; else the rest is byline. */
function settleTitle(units: readonly Unit[], roles: TextRole[]): TextRole[] {
  const titles = roles.flatMap((role, index) => (role === 'title' ? [index] : []))
  if (titles.length <= 1) return roles
  const named = titles.findLast((index) => titleWord.test(units[index]!.paragraph.text))
  // A line that is set as the title is one, whatever it says.
  const told = titles.findLast((index) => units[index]!.paragraph.hint?.title)
  const last = Math.max(named ?? titles[0]!, told ?? 0)
  return roles.map((role, index) => (role === 'title' && index > last ? 'byline' : role))
}


const attachmentLine = /^附\s*件\s*[一二三四五六七八九十\d]{0,3}(?:\s*[：:.．、]|$|\s)/u
const signer = /^(?:检查人|发言人|汇报人|报告人|承诺人|述职人|责任人签字|签名|本人签名)[：:]/u

function isDate(text: string): boolean {
  const plain = text.normalize('NFKC')
  return dateLine.test(plain) || dottedDate.test(plain)
}

function isSigner(unit: Unit): boolean {
  const text = unit.paragraph.text
  if (unit.paragraph.table || text.length > 40 || /[，。；！？]/u.test(text)) return false
  if (signer.test(text)) return true
  return plain(unit) && !text.includes('：') && (organ.test(text) || postAndName.test(text) || /^[\u4e00-\u9fff·X×某\s\u3000]{2,6}$/u.test(text) || /^[【\[].{2,20}[】\]]$/u.test(text))
}

/** 附件说明, 署名 and 成文日期, read from the end. What comes after them (attachments, notes) stays body. */
export function endRoles(units: readonly Unit[], bodyFrom: number): Map<number, TextRole> {
  const roles = new Map<number, TextRole>()
  const date = findDate(units, bodyFrom)
  let signature = date === undefined ? units.length : date
  if (date !== undefined) roles.set(date, 'date')
  const dated = date !== undefined
  for (let index = signature - 1, found = 0; index > bodyFrom && found < 4; index -= 1, found += 1) {
    const unit = units[index]!
    // Without a date only an organ's own name, well apart from the text, is a signature.
    if (!isSigner(unit) || (!dated && !(organ.test(unit.paragraph.text) || signer.test(unit.paragraph.text)))) break
    if (!dated && found > 0) break
    roles.set(index, 'signature')
    signature = index
  }
  for (let index = bodyFrom; index < units.length; index += 1) {
    if (roles.has(index) || !attachmentLine.test(units[index]!.paragraph.text) || units[index]!.paragraph.text.length > 80) continue
    if (endsSentence.test(units[index]!.paragraph.text)) continue
    roles.set(index, 'attachment')
    if (!/[：:]/u.test(units[index]!.paragraph.text)) continue
    // The further lines of “附件：1.…”.
    for (let next = index + 1; next < units.length && !roles.has(next); next += 1) {
      const head = units[next]!.segments[0]!
      if (head.marker?.style !== '1.' || units[next]!.paragraph.text.length > 80 || endsSentence.test(units[next]!.paragraph.text)) break
      roles.set(next, 'attachment')
    }
  }
  return roles
}

/** The paper's date: the last line that is nothing but a date, near the end of the body or before its attachments. */
function findDate(units: readonly Unit[], bodyFrom: number): number | undefined {
  for (let index = units.length - 1; index > bodyFrom; index -= 1) {
    const text = units[index]!.paragraph.text
    if (isDate(text)) return index
    const remaining = units.length - index
    if (remaining > 12 && !attachmentsFollow(units, index)) return undefined
  }
  return undefined
}

function attachmentsFollow(units: readonly Unit[], from: number): boolean {
  return units.slice(0, from + 1).some((unit) => /^附件\s*\d*$/u.test(unit.paragraph.text))
}
