/**
 * Names by which our Word files say what they hold. WPS changes style ids when it saves but keeps names, so reading goes
 * by name; headings and title carry the built-in names that Word's navigation knows.
 */
import type { TextRole } from '../../../shared/document/roles.ts'
import { officialParts, type OfficialPart, type PrintRun, type TypeStyle } from '../../../shared/print/print-types.ts'

export interface StyleName {
  readonly id: string
  readonly name: string
}

export const roleStyles: Readonly<Record<TextRole, StyleName>> = {
  title: { id: 'Title', name: 'Title' },
  subtitle: { id: 'ZgSubtitle', name: '整稿 副标题' },
  byline: { id: 'ZgByline', name: '整稿 报告人' },
  addressee: { id: 'ZgAddressee', name: '整稿 主送机关' },
  heading1: { id: 'Heading1', name: 'heading 1' },
  heading2: { id: 'Heading2', name: 'heading 2' },
  heading3: { id: 'Heading3', name: 'heading 3' },
  heading4: { id: 'Heading4', name: 'heading 4' },
  paragraph: { id: 'ZgParagraph', name: '整稿 正文' },
  problem: { id: 'ZgProblem', name: '整稿 问题' },
  cause: { id: 'ZgCause', name: '整稿 原因' },
  measure: { id: 'ZgMeasure', name: '整稿 措施' },
  timeLimit: { id: 'ZgTimeLimit', name: '整稿 时限' },
  responsible: { id: 'ZgResponsible', name: '整稿 责任' },
  attachment: { id: 'ZgAttachment', name: '整稿 附件说明' },
  signature: { id: 'ZgSignature', name: '整稿 署名' },
  date: { id: 'ZgDate', name: '整稿 成文日期' },
}

export const blankStyle: StyleName = { id: 'ZgBlank', name: '整稿 空行' }
export const cellStyle: StyleName = { id: 'ZgCell', name: '整稿 表格' }
export const cellHeadStyle: StyleName = { id: 'ZgCellHead', name: '整稿 表头' }
export const footerStyle: StyleName = { id: 'Footer', name: 'footer' }

/** Parts of an official document: they print no block of the draft. */
export const officialStyles: Readonly<Record<OfficialPart, StyleName>> = {
  copyNumber: { id: 'ZgCopyNumber', name: '整稿 份号' },
  classification: { id: 'ZgClassification', name: '整稿 密级' },
  urgency: { id: 'ZgUrgency', name: '整稿 紧急程度' },
  mark: { id: 'ZgMark', name: '整稿 发文机关标志' },
  documentNumber: { id: 'ZgDocumentNumber', name: '整稿 发文字号' },
  signature: { id: 'ZgPost', name: '整稿 签发职务' },
  remark: { id: 'ZgRemark', name: '整稿 附注' },
  copies: { id: 'ZgCopies', name: '整稿 抄送' },
  printer: { id: 'ZgPrinter', name: '整稿 印发' },
}

export const partStyles: Readonly<Record<Exclude<PrintRun['part'], 'text'>, StyleName>> = {
  number: { id: 'ZgNumber', name: '整稿 编号' },
  label: { id: 'ZgLabel', name: '整稿 标签' },
}

/** For text set in another type than its paragraph: a lead sentence, or text run in behind a heading. */
export const typeCharacterStyles: Readonly<Record<Exclude<TypeStyle, 'title' | 'subtitle'>, StyleName>> = {
  body: { id: 'ZgBodyType', name: '整稿 正文字' },
  heading1: { id: 'ZgHeading1Type', name: '整稿 一级标题字' },
  heading2: { id: 'ZgHeading2Type', name: '整稿 二级标题字' },
  heading3: { id: 'ZgHeading3Type', name: '整稿 三级标题字' },
  heading4: { id: 'ZgHeading4Type', name: '整稿 四级标题字' },
}

const officialByName = new Map<string, OfficialPart>(officialParts.map((part) => [officialStyles[part].name, part]))

/** The part of an official document that a style of ours names. */
export function officialOfStyleName(name: string): OfficialPart | undefined {
  return officialByName.get(name)
}

const rolesByName = new Map<string, TextRole>(
  (Object.keys(roleStyles) as TextRole[]).map((role) => [roleStyles[role].name.toLowerCase(), role]),
)

/** The role of a style of ours by its name; Word and WPS differ in the case of built-in names. */
export function roleOfStyleName(name: string): TextRole | undefined {
  return rolesByName.get(name.toLowerCase())
}

/** A file with this style was written by this program. */
export const signStyle = roleStyles.paragraph.name
