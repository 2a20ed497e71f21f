/** Namespaces of OpenDocument (ODF 1.3 part 3 §1.3) by the prefixes reading uses, and small questions asked of its elements. */
import { isElement, type Markup } from './markup.ts'

const urn = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`

export const odtPrefixes: ReadonlyMap<string, string> = new Map([
  [urn('office'), 'office'], [urn('text'), 'text'], [urn('table'), 'table'], [urn('style'), 'style'], [urn('drawing'), 'draw'], [urn('xsl-fo-compatible'), 'fo'],
  [urn('manifest'), 'manifest'], [urn('presentation'), 'presentation'], [urn('dr3d'), 'dr3d'], [urn('form'), 'form'], [urn('script'), 'script'],
  ['http://purl.org/dc/elements/1.1/', 'dc'], ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'], ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
])

export function integerOf(element: Markup, name: string, least: number, most: number): number | undefined {
  const text = element.attributes[name]
  return text !== undefined && /^\d{1,9}$/.test(text) ? Math.min(Math.max(Number(text), least), most) : undefined
}

/** Every element below, in order. */
export function visitMarkup(element: Markup, enter: (one: Markup) => void): void {
  for (const child of element.children) {
    if (!isElement(child)) continue
    enter(child)
    visitMarkup(child, enter)
  }
}
