/** The few properties of CSS that say something of a paper: of an element itself, its class, its tag. */
import { attribute, plainText, visitElements, type HtmlElement } from './html-nodes.ts'

export type Declarations = Readonly<Record<string, string>>

const none: Declarations = {}
const wanted: ReadonlySet<string> = new Set([
  'text-align', 'display', 'visibility', 'font-weight', 'text-decoration', 'text-decoration-line', 'list-style-type', 'list-style', 'white-space', 'font-family',
  'mso-list', 'mso-hide', 'mso-element', 'mso-tab-count', 'mso-outline-level', 'mso-footnote-id', 'mso-endnote-id', 'page-break-before', 'mso-special-character',
])

export function declarationsOf(style: string): Declarations {
  if (style === '') return none
  const found = Object.create(null) as Record<string, string>
  for (const part of style.slice(0, 5000).split(';')) {
    const colon = part.indexOf(':')
    const name = part.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    if (wanted.has(name)) found[name] = part.slice(colon + 1).replace(/!important/i, '').trim().toLowerCase()
  }
  return found
}

/** Selectors of one tag, one class, or both; others say too much. */
const simple = /^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$/i
const mostRules = 5000

function readSheet(css: string, rules: Map<string, Declarations>): void {
  let at = 0
  const text = css.replace(/\/\*[^]*?\*\//g, ' ').replace(/<!--|-->/g, ' ')
  while (rules.size < mostRules) {
    const open = text.indexOf('{', at)
    if (open === -1) return
    const close = text.indexOf('}', open)
    if (close === -1) return
    const selectors = text.slice(at, open)
    at = close + 1
    if (selectors.includes('@')) continue
    const declarations = declarationsOf(text.slice(open + 1, close))
    if (Object.keys(declarations).length === 0) continue
    for (const selector of selectors.split(',')) {
      const match = simple.exec(selector.trim())
      if (match === null || selector.trim() === '') continue
      const key = `${(match[1] ?? '').toLowerCase()}.${match[2] ?? ''}`
      rules.set(key, { ...rules.get(key), ...declarations })
    }
  }
}

/** What holds of an element, the nearer word last. */
export type StyleOf = (element: HtmlElement) => Declarations

export function readStyles(page: HtmlElement): StyleOf {
  const rules = new Map<string, Declarations>()
  visitElements(page, (element) => {
    if (element.tagName === 'style') readSheet(plainText(element).slice(0, 2_000_000), rules)
  })
  return (element) => {
    const own = attribute(element, 'style')
    const classes = attribute(element, 'class')?.split(/\s+/).slice(0, 20) ?? []
    if (rules.size === 0) return own === undefined ? none : declarationsOf(own)
    const found: Declarations[] = [rules.get(`${element.tagName}.`) ?? none]
    for (const name of classes) found.push(rules.get(`.${name}`) ?? none, rules.get(`${element.tagName}.${name}`) ?? none)
    if (own !== undefined) found.push(declarationsOf(own))
    const filled = found.filter((one) => one !== none)
    return filled.length === 0 ? none : filled.length === 1 ? filled[0]! : Object.assign({}, ...filled) as Declarations
  }
}
