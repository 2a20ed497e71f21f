/** Where notes stand in the paper as it is now: by the words they are about, never by a place alone. */
import type { Block, Draft } from '../document/draft.ts'
import type { DraftNote } from '../document/draft-note.ts'
import { blockText } from '../document/runs.ts'

/** In the text of the block (`blockText`), UTF-16 units. */
export type NotePlace =
  | { readonly kind: 'quote'; readonly from: number; readonly to: number }
  /** The mark of a footnote: no words of its own. */
  | { readonly kind: 'point'; readonly at: number }
  /** The whole block; `changed` where the words it was about are no longer there. */
  | { readonly kind: 'block'; readonly changed: boolean }

/** Every place the words stand, overlapping ones too. */
export function occurrences(text: string, words: string): number[] {
  const found: number[] = []
  if (words === '') return found
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** Of equal words those nearest to where the note was made. */
export function placeInText(text: string, note: Pick<DraftNote, 'quote' | 'at'>): NotePlace {
  const { quote, at } = note
  if (quote === undefined || quote === '') return at === undefined ? { kind: 'block', changed: false } : { kind: 'point', at: Math.min(at, text.length) }
  const near = at ?? 0
  const found = occurrences(text, quote).reduce<number | undefined>((best, one) => (best === undefined || Math.abs(one - near) < Math.abs(best - near) ? one : best), undefined)
  return found === undefined ? { kind: 'block', changed: true } : { kind: 'quote', from: found, to: found + quote.length }
}

/** A note with its answers. */
export interface NoteThread {
  readonly note: DraftNote
  readonly answers: readonly DraftNote[]
  /** Undefined where its block is gone. */
  readonly place: NotePlace | undefined
}

export interface PlacedNotes {
  /** In reading order. */
  readonly threads: readonly NoteThread[]
  /** Notes whose block is gone, in the order they were made. */
  readonly lost: readonly NoteThread[]
}

/** The first note of the thread; an answer to nothing (its note was taken away elsewhere) is one itself. */
function rootOf(note: DraftNote, byId: ReadonlyMap<string, DraftNote>): DraftNote {
  const seen = new Set<string>([note.id])
  let root = note
  for (;;) {
    const next = root.answers === undefined ? undefined : byId.get(root.answers)
    // Answers in a ring come only from a file made by hand.
    if (next === undefined || seen.has(next.id)) return root
    seen.add(next.id)
    root = next
  }
}

const startOf = (place: NotePlace): number => (place.kind === 'quote' ? place.from : place.kind === 'point' ? place.at : -1)

/** @returns every note exactly once, as a thread or as an answer in one. */
export function placeNotes({ blocks, notes = [] }: Pick<Draft, 'blocks' | 'notes'>): PlacedNotes {
  const byId = new Map(notes.map((note) => [note.id, note]))
  const answers = new Map<string, DraftNote[]>()
  const roots: DraftNote[] = []
  for (const note of notes) {
    const root = rootOf(note, byId)
    // In a ring every note would be the answer of another: the first told is the first of the thread.
    if (root.id === note.id || answers.has(note.id)) roots.push(note)
    else answers.set(root.id, [...answers.get(root.id) ?? [], note])
  }
  const told = new Set(roots.map((note) => note.id))
  for (const [id, list] of [...answers]) if (!told.has(id)) roots.push(...list)
  const index = new Map<string, { readonly at: number; readonly block: Block }>(blocks.map((block, at) => [block.id, { at, block }]))
  const texts = new Map<string, string>()
  const textOf = (block: Block) => {
    const known = texts.get(block.id) ?? blockText(block)
    texts.set(block.id, known)
    return known
  }
  const threads = roots.map((note, order) => {
    const own = index.get(note.blockId)
    const place = own === undefined ? undefined : placeInText(textOf(own.block), note)
    return { order, at: own?.at ?? -1, thread: { note, answers: answers.get(note.id) ?? [], place } }
  })
  const found = threads.filter((one) => one.thread.place !== undefined)
    .sort((a, b) => a.at - b.at || startOf(a.thread.place!) - startOf(b.thread.place!) || a.order - b.order)
  return { threads: found.map((one) => one.thread), lost: threads.filter((one) => one.thread.place === undefined).map((one) => one.thread) }
}
