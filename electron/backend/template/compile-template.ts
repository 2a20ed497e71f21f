/** A template read by docxtemplater: its fields, or what is broken in them. */
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { bodyField, fieldKind } from '../../../shared/template/template-fields.ts'
import { breakParagraphs, lineMark } from './break-paragraphs.ts'
import { partName, placeOf } from './template-text.ts'

export interface FoundField {
  readonly name: string
  readonly kind: 'body' | 'loop' | 'field' | 'unknown'
  readonly place: string
  /** In the text itself, not in a header or footer. */
  readonly inText: boolean
}

export interface TemplateFault {
  readonly message: string
  readonly place: string
}

/** What docxtemplater knows of a tag. */
interface Part {
  readonly type: string
  readonly value: string
  readonly module?: string
  readonly raw?: string
  readonly inverted?: boolean
  readonly subparsed?: readonly Part[]
}

export interface CompiledTemplate {
  readonly fields: readonly FoundField[]
  /** @param data by name; the body is XML. @returns the parts of the filled file. */
  readonly fill: (data: Readonly<Record<string, unknown>>) => Record<string, Uint8Array>
}

/** {正文} alone takes whole paragraphs, as docxtemplater's own {@正文} does. */
const bodyModule = () => ({ name: 'BodyModule', matchers: (): [RegExp, string][] => [[new RegExp(`^\\s*(${bodyField})\\s*$`, 'u'), 'rawxml']] })

const visible = (part: Part) => `{${part.raw ?? `${part.module === 'loop' ? (part.inverted ? '^' : '#') : part.module === 'rawxml' ? '@' : ''}${part.value}`}}`

/** Only what the data itself holds counts; anything else is looked for in the scope around, and in the end left standing. */
function parser(tag: string, context?: { readonly tag: Part }) {
  const name = tag.trim()
  return {
    get: (scope: unknown, place: { readonly num: number }) => {
      if (typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)) return (scope as Readonly<Record<string, unknown>>)[name]
      // An unknown part around other contents is printed once: nothing that stands in it may be lost.
      return context?.tag.module === 'loop' && place.num === 0 ? context.tag.inverted !== true : undefined
    },
  }
}

function nullGetter(part: Part): string {
  if (part.module === 'rawxml') return `<w:p><w:r><w:t>${visible(part).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r></w:p>`
  return part.module === undefined || part.module === '' ? visible(part) : ''
}

const explanations: Readonly<Record<string, (tag: string) => string>> = {
  unclosed_tag: (tag) => `“{${tag}”少了右花括号“}”。`,
  unopened_tag: (tag) => `“${tag}}”少了左花括号“{”。`,
  duplicate_open_tag: (tag) => `“{{${tag}”多了一个左花括号。`,
  duplicate_close_tag: (tag) => `“${tag}}}”多了一个右花括号。`,
  unclosed_loop: (tag) => `“{#${tag}}”没有结尾，少了“{/${tag}}”。`,
  unopened_loop: (tag) => `“{/${tag}}”没有开头，少了“{#${tag}}”。`,
  closing_tag_does_not_match_opening_tag: (tag) => `“{#${tag}}”的结尾写的是别的名称。`,
  raw_xml_tag_should_be_only_text_in_paragraph: (tag) => `“{${tag}}”要单独占一段，同一段里不能有别的文字或图片。`,
  raw_tag_outerxml_invalid: (tag) => `“{${tag}}”要放在段落里，不能放在别的位置。`,
  unbalanced_loop_tags: (tag) => `“{#${tag}}”和结尾不在同一个表格里，请放在同一行或同一单元格。`,
  loop_position_invalid: (tag) => `“{#${tag}}”和“{/${tag}}”的位置不对，请放在同一段、同一单元格或同一表格行里。`,
}

interface DocxError {
  readonly properties?: { readonly id?: string; readonly xtag?: string; readonly file?: string; readonly context?: string; readonly openingtag?: string; readonly errors?: readonly DocxError[] }
}

function faultOf(error: DocxError, parts: Readonly<Record<string, Uint8Array>>): TemplateFault {
  const { id = '', xtag, openingtag, file = 'word/document.xml', context } = error.properties ?? {}
  const tag = (xtag ?? openingtag ?? '').replace(/^@/u, '')
  const xml = parts[file]
  const words = (context ?? tag).replaceAll(/<[^>]*>/gu, '')
  return { message: explanations[id]?.(tag) ?? `“${tag === '' ? words.slice(0, 20) : `{${tag}}`}”写得不对，程序认不出来。`, place: xml ? placeOf(file, strFromU8(xml), tag === '' ? words : tag) : partName(file) }
}

function listFields(parts: readonly Part[], file: string, xml: string, within: readonly string[]): FoundField[] {
  return parts.flatMap((part): FoundField[] => {
    const inner = part.subparsed ?? []
    if (part.type !== 'placeholder') return listFields(inner, file, xml, within)
    const name = part.value.trim()
    const kind = fieldKind(name, within)
    const condition = part.module === 'loop' && kind === 'field'
    return [
      { name, kind: kind === undefined || (part.module === 'rawxml' && kind !== 'body') || (kind === 'loop' && part.module !== 'loop') ? 'unknown' : kind, place: placeOf(file, xml, visible(part)), inText: file === 'word/document.xml' },
      ...listFields(inner, file, xml, condition ? within : [...within, name]),
    ]
  })
}

/** Keeps what was parsed of each part. */
function inspector() {
  const found = new Map<string, readonly Part[]>()
  let file = ''
  return {
    found,
    module: {
      name: 'FieldInspector',
      set: ({ inspect }: { readonly inspect?: { readonly filePath?: string; readonly postparsed?: readonly Part[] } }) => {
        if (inspect?.filePath) file = inspect.filePath
        if (inspect?.postparsed) found.set(file, inspect.postparsed)
      },
    },
  }
}

/** Line breaks of values, the body's XML apart, become marks. */
function marked(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return name === bodyField ? value : value.replaceAll(lineMark, '').replaceAll('\n', lineMark)
  if (Array.isArray(value)) return value.map((one) => marked(one))
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner, key)])) : value
}

function broken(bytes: Uint8Array): Uint8Array {
  const xml = strFromU8(bytes)
  const cut = breakParagraphs(xml)
  return cut === xml ? bytes : strToU8(cut)
}

/** @returns the template ready to be filled, or every fault that was found in it. */
export function compileTemplate(parts: Readonly<Record<string, Uint8Array>>): { readonly ok: true; readonly template: CompiledTemplate } | { readonly ok: false; readonly faults: readonly TemplateFault[] } {
  const zip = new PizZip(zipSync({ ...parts }, { level: 0 }))
  const { found, module } = inspector()
  let document: Docxtemplater
  try {
    document = new Docxtemplater(zip, { paragraphLoop: true, errorLogging: false, stripInvalidXMLChars: true, parser, nullGetter, modules: [bodyModule(), module] } as never)
  } catch (error) {
    const { properties } = error as DocxError
    if (properties === undefined) throw error
    const faults = (properties.errors ?? [error as DocxError]).map((one) => faultOf(one, parts))
    return { ok: false, faults: faults.filter((one, index) => faults.findIndex((other) => other.message === one.message && other.place === one.place) === index) }
  }
  const fields = [...found].flatMap(([file, parsed]) => listFields(parsed, file, strFromU8(parts[file] ?? new Uint8Array()), []))
  return {
    ok: true,
    template: {
      fields,
      fill: (data) => {
        document.render(marked(data))
        const files = document.getZip().files as Readonly<Record<string, { readonly dir: boolean; readonly name: string; readonly asUint8Array: () => Uint8Array }>>
        return Object.fromEntries(Object.values(files).filter((file) => !file.dir).map((file) => {
          const bytes = file.asUint8Array()
          return [file.name, /\.xml$/iu.test(file.name) ? broken(bytes) : bytes]
        }))
      },
    },
  }
}
