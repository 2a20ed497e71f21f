/** Footnotes, endnotes and comments of a saved paper: where Word, LibreOffice and pandoc put them, and what points there. */
import type { SourceNote } from '../../../shared/recognition/source.ts'
import { attribute, isHtmlElement, isHtmlText, visitElements, type HtmlElement, type HtmlNode } from './html-nodes.ts'
import type { StyleOf } from './html-styles.ts'

type Note = Omit<SourceNote, 'from' | 'to'>

export interface HtmlNotes {
  /** The note a link's address leads to. */
  readonly at: (address: string) => Note | undefined
  /** What holds notes only, and is no part of the text. */
  readonly isBody: (element: HtmlElement) => boolean
  /** Notes nothing points to. */
  readonly unused: () => number
}

function kindOf(element: HtmlElement, styleOf: StyleOf): SourceNote['kind'] | undefined {
  const id = attribute(element, 'id')
  if (id === undefined) return undefined
  const marked = /^(footnote|endnote|comment)$/.exec(styleOf(element)['mso-element'] ?? '')?.[1]
  if (marked !== undefined) return marked as SourceNote['kind']
  if (/^sdfootnote\d+$/.test(id)) return 'footnote'
  if (/^sdendnote\d+$/.test(id)) return 'endnote'
  return element.tagName === 'li' && /^(?:user-content-)?fn:?[\w-]{1,40}$/.test(id) ? 'footnote' : undefined
}

/** A link back to the text, with the number it shows. */
function leadsBack(element: HtmlElement): boolean {
  return element.tagName === 'a' && (/^#(?:_(?:ftn|edn)ref|_msoanchor|sd(?:foot|end)note\d+anc|(?:user-content-)?fnref)/.test(attribute(element, 'href') ?? '') || /\bsd(?:foot|end)notesym\b/.test(attribute(element, 'class') ?? ''))
}

const blocks: ReadonlySet<string> = new Set(['p', 'div', 'br', 'li'])

function noteText(element: HtmlElement): string {
  let text = ''
  const read = (node: HtmlNode, depth: number): void => {
    if (isHtmlText(node)) text += node.value.replace(/[\s\u00a0]+/g, ' ')
    else if (isHtmlElement(node) && !leadsBack(node) && depth < 200) {
      node.childNodes.forEach((child) => read(child, depth + 1))
      if (blocks.has(node.tagName)) text += '\n'
    }
  }
  read(element, 0)
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n').slice(0, 20_000)
}

/** Word's addresses differ from the ids by a sign, LibreOffice's by an ending. */
const keyOf = (address: string) => address.replace(/^#/, '').replace(/^_msocom_/, '_com_').replace(/^_(?=(?:ftn|edn)\d)/, '').replace(/sym$/, '')

export function collectNotes(page: HtmlElement, styleOf: StyleOf): HtmlNotes {
  const notes = new Map<string, Note>()
  const bodies = new Set<HtmlElement>()
  const used = new Set<string>()
  visitElements(page, (element) => {
    const kind = kindOf(element, styleOf)
    if (kind === undefined) return
    const text = noteText(element)
    bodies.add(element)
    if (text !== '' && notes.size < 20_000) notes.set(attribute(element, 'id')!, { kind, text })
    return false
  })
  return {
    isBody: (element) => bodies.has(element),
    at: (address) => {
      const key = keyOf(address)
      const note = address.startsWith('#') ? notes.get(key) : undefined
      if (note === undefined || used.has(key)) return undefined
      used.add(key)
      return note
    },
    unused: () => notes.size - used.size,
  }
}
