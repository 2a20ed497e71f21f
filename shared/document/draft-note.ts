/**
 * Notes beside the text: comments of readers (批注), footnotes and endnotes that came with a Word file. They are never part
 * of the printed text; a block that is gone leaves its notes behind, until the writer drops them.
 */
import { z } from 'zod'

export const noteKinds = ['comment', 'footnote', 'endnote'] as const
export type NoteKind = (typeof noteKinds)[number]

const idSchema = z.string().min(1).max(64)
/** May hold line breaks. */
const linesSchema = z.string().min(1).max(20_000).refine((text) => !/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029\ufffe\uffff]/.test(text) && text.isWellFormed(), 'control character or broken character')
const plain = (most: number) => z.string().max(most).refine((text) => !/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/.test(text) && text.isWellFormed(), 'control character, line break or broken character')

export const draftNoteSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(noteKinds),
  /** The block it stands at; a table for a note in one of its cells. */
  blockId: idSchema,
  /** The words it is about, as they were when it was made; absent where it is about the whole block. */
  quote: plain(2_000).exactOptional(),
  /** Where in the block's text the quote (or the mark of a footnote) stood, UTF-16 units: chooses among equal words. */
  at: z.int().min(0).exactOptional(),
  author: plain(100).exactOptional(),
  /** ISO date and time. */
  date: plain(40).exactOptional(),
  text: linesSchema,
  /** Id of the note this one answers. */
  answers: idSchema.exactOptional(),
  /** Dealt with. */
  done: z.literal(true).exactOptional(),
})
export type DraftNote = Readonly<z.infer<typeof draftNoteSchema>>

/** The notes of a draft, each with an id of its own. */
export const draftNotesSchema = z.array(draftNoteSchema).min(1).readonly()
  .refine((notes) => new Set(notes.map((note) => note.id)).size === notes.length, 'two notes of one id')
