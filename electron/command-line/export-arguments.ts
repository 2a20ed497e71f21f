/** What may be said behind `export`. */
import type { RevisionView } from '../../shared/recognition/revision-view.ts'
import { flavourNames, type FlavourName } from '../../shared/typeset/flavour.ts'

export const exportFormats = ['docx', 'pdf', 'txt'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What a Word file carries beside the text, or is made of: notes, changes since an earlier paper, the unit's own template. */
export type WordMore =
  | { readonly kind: 'notes' }
  | { readonly kind: 'changes'; readonly from: string; readonly author: string | undefined }
  | { readonly kind: 'template'; readonly template: string }

interface Reading {
  /** Old Word files go through an installed converter first. */
  readonly convert: boolean
  readonly revisions: RevisionView | undefined
  readonly data: string | undefined
  readonly json: boolean
}

export interface ExportCommand extends Reading {
  readonly name: 'export'
  readonly sources: readonly string[]
  readonly to: string
  /** `to` is a folder: every source becomes a file there. */
  readonly intoFolder: boolean
  readonly format: ExportFormat
  readonly pages: string
  readonly flavour: FlavourName
  readonly layout: string | undefined
  readonly replace: boolean
  readonly more?: WordMore
}

export interface ExportValues {
  readonly to?: string | undefined
  readonly format?: string | undefined
  readonly pages?: string | undefined
  readonly flavour?: string | undefined
  readonly layout?: string | undefined
  readonly replace?: boolean | undefined
  readonly notes?: boolean | undefined
  readonly 'changes-from'?: string | undefined
  readonly author?: string | undefined
  readonly template?: string | undefined
}

function wordMore(values: ExportValues): WordMore | undefined | { readonly problem: string } {
  const { notes, author, template } = values
  const from = values['changes-from']
  if (author !== undefined && from === undefined) return { problem: '--author 要和 --changes-from 一起用' }
  if ([notes === true, from !== undefined, template !== undefined].filter(Boolean).length > 1) return { problem: '--notes、--changes-from 和 --template 只能用其中一个' }
  return notes === true ? { kind: 'notes' } : from !== undefined ? { kind: 'changes', from, author } : template === undefined ? undefined : { kind: 'template', template }
}

export function exportCommand(sources: readonly string[], values: ExportValues, reading: Reading): ExportCommand | { readonly problem: string } {
  if (sources.length === 0) return { problem: '“export”后面要写文件或文稿编号' }
  const { to } = values
  if (to === undefined) return { problem: '“export”要用 --to 写明输出文件（.docx、.pdf 或 .txt），或以 / 结尾的目录' }
  const known = (name: string | undefined): ExportFormat | undefined => exportFormats.find((one) => one === name?.toLowerCase())
  const extension = /[/\\]$/u.test(to) ? undefined : /\.([A-Za-z0-9]{1,8})$/u.exec(to)?.[1]
  if (extension !== undefined && known(extension) === undefined) return { problem: `“export”不能写成 .${extension}；输出文件用 .docx、.pdf 或 .txt，目录请以 / 结尾` }
  const intoFolder = extension === undefined
  if (!intoFolder && sources.length > 1) return { problem: '多份文稿要写到目录里：--to 目录/' }
  if (values.format !== undefined && (known(values.format) === undefined || (!intoFolder && known(values.format) !== known(extension)))) return { problem: '--format 只能是 docx、pdf 或 txt，并与输出文件一致' }
  const format = known(extension) ?? known(values.format) ?? 'docx'
  if (values.pages !== undefined && (format !== 'pdf' || intoFolder)) return { problem: '--pages 只用于一份 PDF' }
  const flavour = flavourNames.find((one) => one === (values.flavour ?? 'word'))
  if (flavour === undefined) return { problem: '--flavour 后面写 word（按 Word、WPS 分行）或 libreoffice（按 LibreOffice 分行）' }
  if (values.flavour !== undefined && format !== 'pdf') return { problem: '--flavour 只用于 PDF' }
  const more = wordMore(values)
  if (more !== undefined && 'problem' in more) return more
  if (more !== undefined && format !== 'docx') return { problem: '--notes、--changes-from 和 --template 只用于 .docx' }
  if (more?.kind === 'changes' && sources.length > 1) return { problem: '--changes-from 一次只比较一份文稿' }
  return { name: 'export', ...reading, sources, to, intoFolder, format, pages: values.pages ?? '', flavour, layout: values.layout, replace: values.replace ?? false, ...(more === undefined ? {} : { more }) }
}
