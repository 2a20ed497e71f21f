import { useRef } from 'react'
import type { Draft } from '../../../../shared/document/draft.ts'
import { placeNotes, type NotePlace, type NoteThread, type PlacedNotes } from '../../../../shared/notes/place-notes.ts'

function samePlace(a: NotePlace | undefined, b: NotePlace | undefined): boolean {
  if (a === undefined || b === undefined || a.kind !== b.kind) return a === b
  if (a.kind === 'quote') return b.kind === 'quote' && a.from === b.from && a.to === b.to
  return a.kind === 'point' ? b.kind === 'point' && a.at === b.at : b.kind === 'block' && a.changed === b.changed
}

const sameThread = (a: NoteThread, b: NoteThread) =>
  a.note === b.note && a.answers.length === b.answers.length && a.answers.every((answer, index) => answer === b.answers[index]) && samePlace(a.place, b.place)

interface Known {
  readonly blocks: Draft['blocks']
  readonly notes: Draft['notes']
  readonly placed: PlacedNotes
}

function settle(now: PlacedNotes, before: PlacedNotes | undefined): PlacedNotes {
  if (before === undefined) return now
  const old = new Map([...before.threads, ...before.lost].map((thread) => [thread.note.id, thread]))
  const keep = (threads: readonly NoteThread[], was: readonly NoteThread[]): readonly NoteThread[] => {
    const next = threads.map((thread) => {
      const known = old.get(thread.note.id)
      return known && sameThread(known, thread) ? known : thread
    })
    return next.length === was.length && next.every((thread, index) => thread === was[index]) ? was : next
  }
  return { threads: keep(now.threads, before.threads), lost: keep(now.lost, before.lost) }
}

/** The notes in their places. A note that did not change stays the same object, so that writing in the paper redraws no card. */
export function useThreads(draft: Draft): PlacedNotes {
  const known = useRef<Known>(undefined)
  if (known.current?.blocks !== draft.blocks || known.current.notes !== draft.notes) {
    known.current = { blocks: draft.blocks, notes: draft.notes, placed: settle(placeNotes(draft), known.current?.placed) }
  }
  return known.current.placed
}
