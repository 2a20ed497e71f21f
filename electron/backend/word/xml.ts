/** Writing XML by hand: every value passes one of these two functions. */

/** What XML 1.0 can not hold, §2.2 of the recommendation. Drafts are free of it by their schema; titles from elsewhere may not be. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' }

export function escapeXml(text: string): string {
  return text.toWellFormed().replace(impossible, '\ufffd').replace(/[&<>"\t\n\r]/g, (sign) => escapes[sign]!)
}

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element; attributes that are undefined are left out. `children` is XML already. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  let open = `<${name}`
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) open += ` ${key}="${escapeXml(String(value))}"`
  const content = children.join('')
  return content === '' ? `${open}/>` : `${open}>${content}</${name}>`
}

/** Text of a run, blanks at its ends kept. */
export function textElement(text: string): string {
  return text === '' ? '' : element('w:t', { 'xml:space': 'preserve' }, escapeXml(text))
}

/** `<w:val>` elements are most of WordprocessingML. */
export function value(name: string, val: string | number): string {
  return element(name, { 'w:val': val })
}

/** An on/off property: on without a value, off with 0. */
export function toggle(name: string, on: boolean): string {
  return on ? `<${name}/>` : `<${name} w:val="0"/>`
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const namespaces = {
  main: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const

/** The root of a part of the document, with the two namespaces all of them use. */
export function part(name: string, ...children: readonly string[]): string {
  return xmlDeclaration + element(name, { 'xmlns:w': namespaces.main, 'xmlns:r': namespaces.relationships }, ...children)
}
