/** XML with mixed content → a tree under limits. Element and attribute names carry the prefixes the reader gives them. */
import { SaxesParser } from 'saxes'
import { FileFault } from '../word/file-fault.ts'
import { xmlLimits } from '../word/xml-tree.ts'

export interface Markup {
  /** `text:p`; `?:name` in namespaces the reader knows nothing of. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Markup | string)[]
}

interface Open extends Markup {
  readonly children: (Open | string)[]
}

const declared = /^(?:\ufeff)?<\?xml[^>]*?\bencoding\s*=\s*["']([\w.-]+)["']/

/** By byte order mark, else as the file itself says, else UTF-8. @throws FileFault FILE_DAMAGED */
export function decodeMarkup(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^ï»¿/, '')
  // A file that calls itself UTF-16 in single bytes is not.
  const named = declared.exec(head)?.[1]?.toLowerCase().replace(/^utf-?16.*$/, 'utf-8')
  const label = marked ?? (named === 'gb2312' || named === 'gbk' ? 'gb18030' : named) ?? 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw new FileFault('FILE_DAMAGED', `not ${label}`)
  }
}

/**
 * @param prefixes prefix by namespace address; '' keeps a name without prefix.
 * @throws FileFault FILE_DAMAGED, FILE_LIMITS
 */
export function parseMarkup(bytes: Uint8Array, prefixes: ReadonlyMap<string, string>): Markup {
  const parser = new SaxesParser({ xmlns: true })
  const stack: Open[] = []
  let root: Open | undefined
  let count = 0
  const named = (uri: string, local: string): string => `${prefixes.get(uri) ?? '?'}:${local}`
  parser.on('error', (error) => {
    throw new FileFault('FILE_DAMAGED', error.message)
  })
  parser.on('opentag', (tag) => {
    count += 1
    if (count > xmlLimits.elements || stack.length >= xmlLimits.depth) throw new FileFault('FILE_LIMITS', 'XML too deep or too large')
    const attributes = Object.create(null) as Record<string, string>
    for (const { local, uri, value } of Object.values(tag.attributes)) {
      if (uri === '') attributes[local] = value
      else if (prefixes.has(uri)) attributes[named(uri, local)] = value
    }
    const element: Open = { name: named(tag.uri, tag.local), attributes, children: [] }
    stack.at(-1)?.children.push(element)
    stack.push(element)
  })
  const onText = (text: string) => { stack.at(-1)?.children.push(text) }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    const closed = stack.pop()!
    if (stack.length === 0) root = closed
  })
  parser.write(decodeMarkup(bytes)).close()
  if (root === undefined) throw new FileFault('FILE_DAMAGED', 'no root element')
  return root
}

export const isElement = (node: Markup | string): node is Markup => typeof node !== 'string'

export function elementsOf(element: Markup | undefined, name?: string): Markup[] {
  return element?.children.filter((child): child is Markup => isElement(child) && (name === undefined || child.name === name)) ?? []
}

export function elementOf(element: Markup | undefined, ...path: readonly string[]): Markup | undefined {
  return path.reduce<Markup | undefined>((found, name) => elementsOf(found, name)[0], element)
}

/** All text inside, in order. */
export function textOf(element: Markup | undefined): string {
  return element?.children.map((child) => (isElement(child) ? textOf(child) : child)).join('') ?? ''
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' }
const escaped = (text: string) => text.replace(/[&<>"\n\r\t]/g, (sign) => escapes[sign]!)

/** The element as XML text, by the prefixes its names carry; `?:` names are written without one. */
export function writeMarkup(element: Markup, namespaces = ''): string {
  const name = element.name.replace(/^\?:/, '')
  const attributes = Object.entries(element.attributes).filter(([key]) => !key.startsWith('?:')).map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')
  const inner = element.children.map((child) => (isElement(child) ? writeMarkup(child) : escaped(child))).join('')
  return `<${name}${namespaces}${attributes}>${inner}</${name}>`
}
