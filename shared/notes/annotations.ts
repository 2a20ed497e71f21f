/**
 * Remarks on places of a draft, as another program shows them beside the text. Notes become such; findings of a check can
 * become such as well.
 */
import type { Draft } from '../document/draft.ts'
import type { DraftNote } from '../document/draft-note.ts'
import { blockText } from '../document/runs.ts'
import { placeNotes, type NoteThread } from './place-notes.ts'

export interface Annotation {
  /** Unique among those handed over together; answers name it. */
  readonly id: string
  readonly blockId: string
  /** In the text of the block (`blockText`), UTF-16 units; equal where it is about a place between two characters. */
  readonly from: number
  readonly to: number
  readonly author: string
  /** As on a clock at the place it was written: 2024-06-30T09:05:00. */
  readonly date?: string
  /** May hold line breaks: its paragraphs. */
  readonly text: string
  readonly answers?: string
  readonly done?: true
}

/** What a footnote is called among remarks, in the author's place. */
export const noteKindNames = { footnote: '脚注', endnote: '尾注' } as const
const unsigned = '未署名'

/** The time on the writer's clock, whatever zone the note was kept with; undefined where it is no time. */
export function clockOf(date: string | undefined): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?)?/.exec(date ?? '')
  if (!match) return undefined
  const clock = `${match[1]}T${match[2] ?? '00:00'}:${match[3] ?? '00'}`
  return Number.isNaN(Date.parse(`${clock}Z`)) || new Date(`${clock}Z`).toISOString().slice(0, 19) !== clock ? undefined : clock
}

const authorOf = (note: DraftNote) => (note.kind === 'comment' ? (note.author?.trim() ?? '') || unsigned : noteKindNames[note.kind])

function annotationsOfThread({ note, answers, place }: NoteThread, text: string): Annotation[] {
  const [from, to] = place?.kind === 'quote' ? [place.from, place.to] : place?.kind === 'point' ? [place.at, place.at] : [0, text.length]
  const annotate = (one: DraftNote): Annotation => {
    const date = clockOf(one.date)
    return {
      id: one.id, blockId: note.blockId, from, to, author: authorOf(one), text: one.text,
      ...(date === undefined ? {} : { date }), ...(one === note ? {} : { answers: note.id }), ...(note.done ? { done: true } : {}),
    }
  }
  return [note, ...answers].map(annotate)
}

/** The notes of a draft in reading order, answers behind what they answer. Those whose block is gone have no place and are left out. */
export function annotationsOf(draft: Pick<Draft, 'blocks' | 'notes'>): Annotation[] {
  const blocks = new Map(draft.blocks.map((block) => [block.id, block]))
  return placeNotes(draft).threads.flatMap((thread) => annotationsOfThread(thread, blockText(blocks.get(thread.note.blockId)!)))
}

export interface NoteCounts {
  readonly comments: number
  readonly footnotes: number
  /** Threads whose block is gone. */
  readonly lost: number
}

export function countNotes(draft: Pick<Draft, 'blocks' | 'notes'>): NoteCounts {
  const notes = draft.notes ?? []
  const comments = notes.filter((note) => note.kind === 'comment').length
  return { comments, footnotes: notes.length - comments, lost: placeNotes(draft).lost.length }
}
