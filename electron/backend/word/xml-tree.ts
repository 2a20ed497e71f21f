/** XML → small trees, under limits. Names carry the usual prefix of their namespace whatever the file calls it. */
import { SaxesParser } from 'saxes'
import { FileFault } from './file-fault.ts'

export const xmlLimits = {
  depth: 256,
  /** Elements of one part: a paper of 300 pages has about 200,000. */
  elements: 1_000_000,
} as const

export interface XmlElement {
  /** `w:p`; `?:name` in namespaces reading knows nothing of. */
  readonly name: string
  /** By local name in the Word namespace and without one, `r:id` for relationships. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Text directly inside. */
  readonly text: string
}

/** Transitional and strict files differ in their namespaces only (ISO 29500-1, -4). */
const prefixes = new Map<string, string>([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 's'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 's'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'type'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['urn:schemas-microsoft-com:vml', 'v'],
])

interface Open extends XmlElement {
  readonly children: Open[]
  text: string
}

/** Text matters only here; blanks between elements would fill the memory. */
const textElements: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t', 's:t', 's:v', 'a:t', 'c:v'])

function readAttributes(attributes: Readonly<Record<string, { readonly local: string; readonly uri: string; readonly value: string }>>): Record<string, string> {
  const result = Object.create(null) as Record<string, string>
  for (const { local, uri, value } of Object.values(attributes)) {
    const prefix = uri === '' ? 'w' : prefixes.get(uri)
    if (prefix === 'w') result[local] = value
    else if (prefix !== undefined) result[`${prefix}:${local}`] = value
  }
  return result
}

/** UTF-8, or UTF-16 by its byte order mark or its first sign: what XML in a package may be. Some programs of old wrote GBK and said so. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0x00)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0x00 && second === 0x3c)) return 'utf-16be'
  const head = String.fromCharCode(...bytes.subarray(0, 100))
  return /^<\?xml[^>]*encoding=["'](?:gbk|gb2312|gb18030)["']/i.test(head) ? 'gb18030' : 'utf-8'
}

export function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new FileFault('FILE_DAMAGED', `not ${encoding}`)
  }
}

/**
 * @param takeFrom elements of this name hand their children over one by one, so that no more than one of them is held.
 * @returns the root, its handed-over parts missing.
 * @throws FileFault
 */
export function parseXml(bytes: Uint8Array, takeFrom?: { readonly name: string; readonly child: (element: XmlElement) => void }): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const stack: Open[] = []
  let root: Open | undefined
  let count = 0
  parser.on('error', (error) => {
    throw new FileFault('FILE_DAMAGED', error.message)
  })
  parser.on('opentag', (tag) => {
    count += 1
    if (count > xmlLimits.elements || stack.length >= xmlLimits.depth) throw new FileFault('FILE_LIMITS', 'XML too deep or too large')
    stack.push({ name: `${prefixes.get(tag.uri) ?? '?'}:${tag.local}`, attributes: readAttributes(tag.attributes), children: [], text: '' })
  })
  const onText = (text: string) => {
    const open = stack.at(-1)
    if (open && textElements.has(open.name)) open.text += text
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', () => {
    const closed = stack.pop()!
    const parent = stack.at(-1)
    if (parent === undefined) root = closed
    else if (takeFrom?.name === parent.name) takeFrom.child(closed)
    else parent.children.push(closed)
  })
  parser.write(decodeXml(bytes)).close()
  if (root === undefined) throw new FileFault('FILE_DAMAGED', 'no root element')
  return root
}

export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((found, name) => found?.children.find((child) => child.name === name), element)
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The `val` of a child. */
export function childValue(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return childOf(element, ...path)?.attributes['val']
}

/** An on/off property of a child: absent undefined, present without a value on (ISO 29500-1 §17.17.4). */
export function childToggle(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  if (found === undefined) return undefined
  const value = found.attributes['val']
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}
