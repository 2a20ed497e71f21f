/** Changes to the notes of a draft. Pure; what is not touched stays the same object. */
import { draftNoteSchema, type DraftNote } from '../document/draft-note.ts'

type Notes = readonly DraftNote[]

interface WithNotes {
  readonly notes?: Notes
}

/** The draft, or all of it but its blocks, with these notes; without any the field goes. */
export function withNotes<T extends WithNotes>(draft: T, notes: Notes): T {
  if (notes === draft.notes) return draft
  const { notes: _notes, ...rest } = draft
  return (notes.length === 0 ? rest : { ...rest, notes }) as T
}

/** Line breaks as the draft keeps them; blank lines at both ends and what no text can hold taken away. */
export function noteText(typed: string): string {
  return typed.replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, '\n').replaceAll('\t', '\u3000').replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f\ufffe\uffff]/g, '').toWellFormed().replaceAll(/^\s+|\s+$/gu, '').slice(0, 20_000).toWellFormed()
}

/** What a note about these words keeps of them: one line, no more than the draft allows. */
export function noteQuote(words: string): string {
  const line = words.split(/[\n\t]/u).find((one) => one.trim() !== '') ?? ''
  return line.slice(0, 2_000).replaceAll(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g, '').toWellFormed()
}

/** A note that makes no valid draft is refused: the notes stay as they are. */
export function addNote(notes: Notes, note: DraftNote): Notes {
  return draftNoteSchema.safeParse(note).success && !notes.some((one) => one.id === note.id) ? [...notes, note] : notes
}

export interface Answer extends Pick<DraftNote, 'id' | 'text' | 'author' | 'date'> {
  readonly to: string
}

/** An answer stands where what it answers stands. */
export function answerNote(notes: Notes, { to, ...answer }: Answer): Notes {
  const asked = notes.find((note) => note.id === to)
  if (asked === undefined) return notes
  const { quote, at, blockId } = asked
  return addNote(notes, { ...answer, kind: 'comment', blockId, ...(quote === undefined ? {} : { quote }), ...(at === undefined ? {} : { at }), answers: to })
}

function change(notes: Notes, id: string, edit: (note: DraftNote) => DraftNote): Notes {
  const next = notes.map((note) => (note.id === id ? edit(note) : note))
  return next.some((note, index) => note !== notes[index]) ? next : notes
}

export function editNote(notes: Notes, id: string, text: string): Notes {
  return text === '' ? notes : change(notes, id, (note) => (note.text === text ? note : { ...note, text }))
}

export function setNoteDone(notes: Notes, id: string, done: boolean): Notes {
  return change(notes, id, (note) => {
    if ((note.done === true) === done) return note
    const { done: _done, ...rest } = note
    return done ? { ...rest, done: true } : rest
  })
}

/** Takes a note away, and with it what answers it. */
export function removeNote(notes: Notes, id: string): Notes {
  const gone = new Set([id])
  for (let grown = true; grown;) {
    grown = false
    for (const note of notes) {
      if (note.answers === undefined || !gone.has(note.answers) || gone.has(note.id)) continue
      gone.add(note.id)
      grown = true
    }
  }
  const rest = notes.filter((note) => !gone.has(note.id))
  return rest.length === notes.length ? notes : rest
}

/** Notes whose block is gone go to another: the writer says where. */
export function moveNote(notes: Notes, id: string, blockId: string): Notes {
  return notes.map((note) => {
    if (note.id !== id && note.answers !== id) return note
    const { quote: _quote, at: _at, ...rest } = note
    return { ...rest, blockId }
  })
}
