/** Styles of an OpenDocument text: named ones and the automatic ones that stand for direct formatting, with what they are based on. */
import { elementOf, elementsOf, type Markup } from './markup.ts'
import { readListLevels, type ListLevel } from './odt-numbers.ts'

export interface OdtStyle {
  readonly bold?: boolean
  readonly underline?: boolean
  readonly hidden?: boolean
  readonly centred?: boolean
  readonly outline?: number
  readonly listStyle?: string
  /** Names as the writer sees them, the style's own first. */
  readonly names: readonly string[]
}

export interface OdtStyles {
  readonly paragraph: (name: string | undefined) => OdtStyle
  readonly text: (name: string | undefined) => OdtStyle
  readonly list: (name: string | undefined) => ReadonlyMap<number, ListLevel> | undefined
  readonly outline: ReadonlyMap<number, ListLevel>
  /** Headers and footers with text in them. */
  readonly headers: number
}

const plain: OdtStyle = { names: [] }

function ownOf(element: Markup): Omit<OdtStyle, 'names'> {
  const text = elementOf(element, 'style:text-properties')?.attributes ?? {}
  const paragraph = elementOf(element, 'style:paragraph-properties')?.attributes ?? {}
  const weight = text['style:font-weight-asian'] ?? text['fo:font-weight']
  const underline = text['style:text-underline-style'] ?? text['style:text-underline-type']
  const align = paragraph['fo:text-align']
  const level = element.attributes['style:default-outline-level']
  const list = element.attributes['style:list-style-name']
  return {
    ...(weight === undefined ? {} : { bold: /^(?:bold|[6-9]00)$/.test(weight) }),
    ...(underline === undefined ? {} : { underline: underline !== 'none' }),
    ...(text['text:display'] === undefined ? {} : { hidden: text['text:display'] === 'none' }),
    ...(align === undefined ? {} : { centred: align === 'center' }),
    ...(level === undefined || !/^\d+$/.test(level) ? {} : { outline: Number(level) }),
    ...(list === undefined ? {} : { listStyle: list }),
  }
}

/** “_20_” is a blank, “_6807_” a character (ODF: style names are NCNames). */
const displayed = (name: string) => name.replace(/_([0-9a-f]{2,4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const deepest = 50

/** @param roots the documents that hold styles, the nearest last. */
export function readOdtStyles(roots: readonly Markup[]): OdtStyles {
  const elements = new Map<string, Markup>()
  const lists = new Map<string, ReadonlyMap<number, ListLevel>>()
  let outline: ReadonlyMap<number, ListLevel> = new Map()
  let headers = 0
  for (const root of roots) {
    for (const group of ['office:styles', 'office:automatic-styles']) {
      for (const element of elementsOf(elementOf(root, group))) {
        const name = element.attributes['style:name'] ?? ''
        if (element.name === 'style:style') elements.set(`${element.attributes['style:family']}/${name}`, element)
        else if (element.name === 'text:list-style') lists.set(name, readListLevels(element))
        else if (element.name === 'text:outline-style') outline = readListLevels(element)
      }
    }
    for (const page of elementsOf(elementOf(root, 'office:master-styles'), 'style:master-page')) {
      headers += elementsOf(page).filter((part) => /^style:(?:header|footer)/.test(part.name) && hasText(part)).length
    }
  }
  const known = new Map<string, OdtStyle>()
  const resolve = (family: string, name: string, depth: number): OdtStyle => {
    const key = `${family}/${name}`
    const found = known.get(key)
    if (found !== undefined) return found
    const element = elements.get(key)
    if (element === undefined || depth > deepest) return plain
    const parent = element.attributes['style:parent-style-name']
    const base = parent === undefined ? plain : resolve(family, parent, depth + 1)
    const style: OdtStyle = { ...base, ...ownOf(element), names: [displayed(element.attributes['style:display-name'] ?? name), ...base.names.slice(0, 10)] }
    known.set(key, style)
    return style
  }
  return {
    paragraph: (name) => (name === undefined ? plain : resolve('paragraph', name, 0)),
    text: (name) => (name === undefined ? plain : resolve('text', name, 0)),
    list: (name) => (name === undefined ? undefined : lists.get(name)),
    outline,
    headers,
  }
}

function hasText(element: Markup): boolean {
  return element.children.some((child) => (typeof child === 'string' ? child.trim() !== '' : hasText(child)))
}
