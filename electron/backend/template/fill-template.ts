/** A template filled with a draft, and what the writer is told of it. */
import { strFromU8, zipSync, type Zippable } from 'fflate'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { TemplateFindings, TemplateFaults } from '../../../shared/contract/template-procedures.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import { buildPrintDocument } from '../../../shared/print/print-document.ts'
import { beginsAttachment, plainFieldName, rolesOfFields, templateData } from '../../../shared/template/template-data.ts'
import { bodyField, loops } from '../../../shared/template/template-fields.ts'
import { compileTemplate, type CompiledTemplate, type FoundField } from './compile-template.ts'
import { openTemplate } from './open-template.ts'
import { templateBody } from './template-body.ts'

export interface CheckedTemplate {
  /** As it is kept: without what was dropped. */
  readonly bytes: Uint8Array
  readonly findings: TemplateFindings
}

export interface FilledTemplate {
  readonly bytes: Uint8Array
  readonly notes: readonly string[]
}

/** The same parts give the same bytes: noon by the local clock is the same in every time zone. */
function packed(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const mtime = new Date(2000, 0, 1, 12, 0, 0)
  const types = '[Content_Types].xml'
  const names = [types, ...Object.keys(parts).filter((name) => name !== types)]
  const entries: Zippable = Object.fromEntries(names.map((name) => [name, [parts[name]!, { mtime, level: 6 }]]))
  return zipSync(entries)
}

const list = (names: readonly string[]) => [...new Set(names)].map((name) => `{${name}}`).join('、')

/** Full-width braces look the same and are none. */
function wideBraces(parts: Readonly<Record<string, Uint8Array>>): string | undefined {
  const texts = Object.entries(parts).filter(([name]) => /^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(name)).map(([, bytes]) => strFromU8(bytes).replaceAll(/<[^>]*>/gu, ''))
  return texts.map((text) => /｛[^｛｝]{1,20}｝/u.exec(text)?.[0]).find((found) => found !== undefined)
}

const isUnknown = (field: FoundField) => field.kind === 'unknown'

function hints(fields: readonly FoundField[], parts: Readonly<Record<string, Uint8Array>>): string[] {
  const wide = wideBraces(parts)
  const unknown = fields.filter(isUnknown)
  return [
    ...(unknown.length > 0 ? [`有 ${unknown.length} 处字段不认识，导出时原样留着：${unknown.map(({ name, place }) => `{${name}}（${place}）`).join('；')}。`] : []),
    ...(wide === undefined ? [] : [`“${wide}”用的是全角花括号，不会填写。请改成半角的 { }。`]),
    ...(fields.length === 0 ? ['模板里没有字段，导出的就是模板本身。请在 Word 里把要填的地方写成 {标题}、{正文} 这样。'] : []),
    ...(fields.length > 0 && !fields.some((field) => field.kind === 'body' || (field.kind === 'loop' && field.name === loops.items)) ? [`模板里没有 {${bodyField}}，也没有 {#${loops.items}}，正文不会写入。`] : []),
  ]
}

/** A section's end hidden in the field's own paragraph would go with it. */
function bodyFault(parts: Readonly<Record<string, Uint8Array>>): TemplateFaults {
  const field = new RegExp(`\\{@?${bodyField}\\}`, 'u')
  const swallowed = strFromU8(parts['word/document.xml']!).split('</w:p>').some((paragraph) => paragraph.includes('<w:sectPr') && field.test(paragraph.replaceAll(/<[^>]*>/gu, '')))
  return swallowed ? [{ message: `“{${bodyField}}”所在的段落末尾有分节符，填写时会丢掉版面设置。请在它后面另起一段，把分节符放到新的一段。`, place: '正文' }] : []
}

/** TEMPLATE_BROKEN carries every fault. */
export async function checkTemplate(name: string, bytes: Uint8Array): Promise<Result<CheckedTemplate>> {
  const opened = await openTemplate(name, bytes)
  if (!opened.ok) return opened
  const { parts, cleaned, notes } = opened.value
  const compiled = compileTemplate(parts)
  const faults = compiled.ok ? bodyFault(parts) : [...compiled.faults]
  if (!compiled.ok || faults.length > 0) return fail('TEMPLATE_BROKEN', { name, first: faults[0] ? `${faults[0].place}：${faults[0].message}` : '' }, { faults })
  return ok({ bytes: cleaned ? packed(parts) : bytes, findings: { fields: compiled.template.fields.map(({ name: field, kind, place }) => ({ name: field, kind, place })), notes: [...notes, ...hints(compiled.template.fields, parts)] } })
}

/** Page and margins of the last section, which a paper's text stands in; the layout's own where the file says nothing. */
function pageOf(documentXml: string, layout: Layout): Layout['page'] {
  const section = documentXml.slice(Math.max(0, documentXml.lastIndexOf('<w:sectPr')))
  const tag = (name: string) => new RegExp(`<w:${name}\\b[^>]*>`, 'u').exec(section)?.[0] ?? ''
  const twips = (source: string, name: string, otherwise: number) => {
    const found = Number(new RegExp(`w:${name}="(-?\\d+)`, 'u').exec(source)?.[1])
    return Number.isInteger(found) && found > 0 && found < 31_681 ? found : otherwise
  }
  const [size, margins, { page }] = [tag('pgSz'), tag('pgMar'), layout]
  const found = {
    ...page, width: twips(size, 'w', page.width), height: twips(size, 'h', page.height),
    top: twips(margins, 'top', page.top), bottom: twips(margins, 'bottom', page.bottom), left: twips(margins, 'left', page.left), right: twips(margins, 'right', page.right),
  }
  return found.width - found.left - found.right > layout.styles.body.size * 50 ? found : page
}

/** The text without what the template has fields of its own for. */
function bodyOf(draft: Draft, fields: readonly FoundField[]): Draft {
  const taken = new Set(fields.filter((field) => field.kind === 'field' && field.inText).map((field) => rolesOfFields[plainFieldName(field.name)]))
  const { official: _official, notes: _notes, ...rest } = draft
  const blocks = draft.blocks.filter((block) => block.role === 'table' || !taken.has(block.role) || beginsAttachment(block)).map((block) => {
    if (block.role !== 'table' || block.landscape === undefined) return block
    const { landscape: _landscape, ...upright } = block
    return upright
  })
  return { ...rest, meta: {}, blocks }
}

function toldOf(template: CompiledTemplate, draft: Draft, data: ReturnType<typeof templateData>): string[] {
  const { fields } = template
  const empty = fields.filter((field) => field.kind === 'field' && data[field.name] === '').map((field) => field.name)
  const unknown = fields.filter(isUnknown).map((field) => field.name)
  const usesItems = fields.some((field) => field.kind === 'loop')
  const items = data[loops.items]
  return [
    ...(unknown.length > 0 ? [`模板里有不认识的字段，原样留着：${list(unknown)}。`] : []),
    ...(empty.length > 0 ? [`文稿里没有这些内容，留了空：${list(empty)}。`] : []),
    ...(usesItems && Array.isArray(items) && items.length === 0 ? ['文稿里没有整改事项，模板里列事项的地方是空的。'] : []),
    ...(!fields.some((field) => field.kind === 'body') && !usesItems ? [`模板里没有 {${bodyField}}，正文没有写入。`] : []),
    ...(draft.blocks.some((block) => block.role === 'table' && block.landscape) ? ['横置的表格在模板里改为竖排。'] : []),
  ]
}

/** @param name of the template, for messages. */
export async function fillTemplate(name: string, bytes: Uint8Array, draft: Draft, layout: Layout): Promise<Result<FilledTemplate>> {
  const opened = await openTemplate(name, bytes)
  if (!opened.ok) return opened
  const compiled = compileTemplate(opened.value.parts)
  if (!compiled.ok) return fail('TEMPLATE_BROKEN', { name, first: '' }, { faults: compiled.faults })
  const { template } = compiled
  const data = templateData(draft)
  const body = bodyOf(draft, template.fields)
  const page = pageOf(strFromU8(opened.value.parts['word/document.xml']!), layout)
  const xml = body.blocks.length === 0 ? '<w:p/>' : templateBody(buildPrintDocument(body, { ...layout, page }))
  const filled = template.fill({ ...data, [bodyField]: xml })
  return ok({ bytes: packed(filled), notes: toldOf(template, draft, data) })
}
