/** Footnotes, endnotes and comments: their texts, and the places in the paragraphs they belong to. */
import type { NoteKind } from '../../../shared/document/draft-note.ts'
import type { SourceNote, SourceParagraph } from '../../../shared/recognition/source.ts'
import type { Token } from './tokens.ts'
import { childrenOf, type XmlElement } from './xml-tree.ts'

/** A note without its place and kind. */
type NoteContent = Omit<SourceNote, 'kind' | 'from' | 'to'>

export interface Notes {
  readonly has: (kind: NoteKind, id: string) => boolean
  /** The notes of a line, told by its tokens. @param shift length of what stands before the tokens' text. */
  readonly ofLine: (tokens: readonly Token[], shift: number) => readonly SourceNote[]
  /** Paragraphs with the notes on them that found no place of their own: none is lost. */
  readonly settle: (paragraphs: SourceParagraph[]) => void
  /** How many came along. */
  readonly counts: () => { readonly footnote: number; readonly endnote: number; readonly comment: number; readonly answer: number }
}

export interface NoteParts {
  readonly footnotes: XmlElement | undefined
  readonly endnotes: XmlElement | undefined
  readonly comments: XmlElement | undefined
  /** commentsExtended: which comment answers which, and whether it is dealt with. */
  readonly threads: XmlElement | undefined
}

const isSeparator = (note: XmlElement) => !['normal', undefined].includes(note.attributes['type'])

/** The last paragraph's id names a comment in the list of threads. */
function lastParagraphId(element: XmlElement): string | undefined {
  let found: string | undefined
  for (const child of element.children) {
    if (child.name === 'w:p') found = child.attributes['w14:paraId'] ?? found
    else found = lastParagraphId(child) ?? found
  }
  return found
}

interface Thread {
  readonly parent: string | undefined
  readonly done: boolean
}

function readThreads(root: XmlElement | undefined): Map<string, Thread> {
  return new Map(childrenOf(root, 'w15:commentEx').map((one) => [one.attributes['w15:paraId'] ?? '', {
    parent: one.attributes['w15:paraIdParent'], done: ['1', 'true', 'on'].includes(one.attributes['w15:done'] ?? ''),
  }]))
}

const blankEdges = /^\s+|\s+$/gu
/** A note of which nothing is text (a picture, ink): it is told of all the same. */
const wordless = '（无文字）'
const controls = /[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029\ufffe\uffff]/gu
const longestText = 20_000

/** @param linesOf the text of block elements, a line each. */
function readContents(parts: NoteParts, linesOf: (elements: readonly XmlElement[]) => readonly string[]): Map<string, NoteContent> {
  const contents = new Map<string, NoteContent>()
  const textOf = (note: XmlElement) => linesOf(note.children).join('\n').replaceAll('\t', ' ').replace(controls, '').toWellFormed().replace(blankEdges, '').slice(0, longestText).toWellFormed() || wordless
  for (const [kind, root, name] of [['footnote', parts.footnotes, 'w:footnote'], ['endnote', parts.endnotes, 'w:endnote']] as const) {
    for (const note of childrenOf(root, name)) {
      if (!isSeparator(note)) contents.set(`${kind}:${note.attributes['id'] ?? ''}`, { text: textOf(note) })
    }
  }
  const threads = readThreads(parts.threads)
  const comments = childrenOf(parts.comments, 'w:comment').map((comment) => ({ comment, id: comment.attributes['id'] ?? '', paragraph: lastParagraphId(comment) }))
  const idByParagraph = new Map(comments.map((one) => [one.paragraph, one.id]))
  for (const { comment, id, paragraph } of comments) {
    const thread = paragraph === undefined ? undefined : threads.get(paragraph)
    const parent = thread?.parent === undefined ? undefined : idByParagraph.get(thread.parent)
    const author = (comment.attributes['author'] ?? '').replace(controls, '').replaceAll('\n', '').trim().slice(0, 100).toWellFormed()
    const date = /^[\dT:.Z+-]{8,40}$/.test(comment.attributes['date'] ?? '') ? comment.attributes['date']! : undefined
    contents.set(`comment:${id}`, {
      text: textOf(comment), id,
      ...(author === '' ? {} : { author }), ...(date === undefined ? {} : { date }),
      ...(parent === undefined || parent === id ? {} : { answers: parent }), ...(thread?.done ? { done: true as const } : {}),
    })
  }
  return contents
}

export const noNotes: Notes = { has: () => false, ofLine: () => [], settle: () => {}, counts: () => ({ footnote: 0, endnote: 0, comment: 0, answer: 0 }) }

export function readNotes(parts: NoteParts, linesOf: (elements: readonly XmlElement[]) => readonly string[]): Notes {
  const contents = readContents(parts, linesOf)
  if (contents.size === 0) return noNotes
  const counts = { footnote: 0, endnote: 0, comment: 0, answer: 0 }
  const placed = new Set<string>()
  /** Footnotes whose mark was read; one nobody refers to is shown nowhere in Word either. */
  const met = new Set<string>()
  /** Comments begun and neither ended nor placed yet. */
  const open = new Set<string>()

  const place = (kind: NoteKind, id: string, from: number, to: number): SourceNote[] => {
    const content = contents.get(`${kind}:${id}`)
    if (content === undefined || placed.has(`${kind}:${id}`)) return []
    placed.add(`${kind}:${id}`)
    counts[kind] += 1
    if (content.answers !== undefined) counts.answer += 1
    return [{ kind, from, to, ...content }]
  }

  const ofLine = (tokens: readonly Token[], shift: number): SourceNote[] => {
    // Most lines have neither; comments over many of them must not be looked at in each.
    if (tokens.every((token) => token.kind === 'mark' || token.kind === 'break' || (token.kind === 'text' && open.size === 0))) return []
    const begun = new Map([...open].map((id) => [id, shift]))
    open.clear()
    const found: SourceNote[] = []
    let at = shift
    for (const token of tokens) {
      if (token.kind === 'text') at += token.text.length
      else if (token.kind === 'range' && token.edge === 'start') {
        if (contents.has(`comment:${token.id}`) && !placed.has(`comment:${token.id}`)) begun.set(token.id, at)
      } else if (token.kind === 'range') {
        const from = begun.get(token.id)
        // What an empty range is about is told by its mark.
        if (from !== undefined && from < at && begun.delete(token.id)) found.push(...place('comment', token.id, from, at))
      } else if (token.kind === 'note') {
        const from = begun.get(token.id)
        if (token.note === 'comment') begun.delete(token.id)
        found.push(...place(token.note, token.id, token.note === 'comment' ? from ?? at : at, at))
      }
    }
    // About more than this line: it stands at the first line with any of its words.
    for (const [id, from] of begun) {
      if (from < at) found.push(...place('comment', id, from, at))
      else open.add(id)
    }
    return found
  }

  const settle = (paragraphs: SourceParagraph[]): void => {
    const lost = [...contents].filter(([key]) => !placed.has(key) && (key.startsWith('comment:') || met.has(key)))
    if (lost.length === 0 || paragraphs.length === 0) return
    const filled = paragraphs.findIndex((one) => one.text.trim() !== '')
    const at = Math.max(0, open.size > 0 ? paragraphs.length - 1 : filled)
    const notes = lost.flatMap(([key]) => place(key.split(':')[0] as NoteKind, key.slice(key.indexOf(':') + 1), 0, 0))
    const home = paragraphs[at]!
    paragraphs[at] = { ...home, hint: { ...home.hint, notes: [...(home.hint?.notes ?? []), ...notes] } }
  }
  const has = (kind: NoteKind, id: string): boolean => {
    const key = `${kind}:${id}`
    if (contents.has(key)) met.add(key)
    return contents.has(key)
  }
  return { has, ofLine, settle, counts: () => counts }
}

/** Marks of comments inside what is left out: the comment stays where the text was. */
export function commentMarksIn(element: XmlElement): Token[] {
  return element.children.flatMap((child): Token[] => {
    const id = child.attributes['id'] ?? ''
    switch (child.name) {
      case 'w:commentReference': return [{ kind: 'note', note: 'comment', id }]
      case 'w:commentRangeStart': return [{ kind: 'range', edge: 'start', id }]
      case 'w:commentRangeEnd': return [{ kind: 'range', edge: 'end', id }]
      default: return child.children.length === 0 ? [] : commentMarksIn(child)
    }
  })
}
