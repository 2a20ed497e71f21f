/** Procedures of batch import: one file at a time goes in whole or not at all. */
import { z } from 'zod'
import { draftKindSchema } from '../document/draft.ts'
import { revisionViews } from '../recognition/revision-view.ts'

const draftId = z.string().min(1).max(64)
const count = z.int().min(0)

export const storedFileSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('stored'), draftId, title: z.string(), kind: draftKindSchema, format: z.string(),
    /** What was found in it. */
    characters: count, problems: count, causes: count, measures: count, timeLimits: count,
    /** False where the structure was not understood and the text was taken over line by line. */
    understood: z.boolean(),
    /** Changes of the text told in the report, blanks at line ends apart. */
    changes: count,
    /** What the reader left out or changed, each one plain sentence. */
    notes: z.array(z.string()),
  }),
  /** A file with the same bytes was imported before and is still in the library: nothing was stored. */
  z.strictObject({ outcome: z.literal('known'), draftId, title: z.string(), kind: draftKindSchema, name: z.string(), importedAt: z.string() }),
])
export type StoredFile = Readonly<z.infer<typeof storedFileSchema>>

export const importBatchProcedures = {
  /** Reads, recognises and stores a file in one go; nothing is stored where any of it fails or is cancelled. */
  'imports.storeFile': {
    input: z.strictObject({
      jobId: z.string().min(1).max(64), name: z.string().min(1).max(300), contentBase64: z.string(),
      /** Stores it also where the same file is in the library already. */
      again: z.boolean(),
      /** Which side of tracked changes is taken. */
      revisions: z.enum(revisionViews).exactOptional(),
    }),
    output: storedFileSchema,
  },
} as const
