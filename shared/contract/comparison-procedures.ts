/** Procedures of notes and versions on paper: comparing two versions, Word files with comments or with tracked changes. */
import { z } from 'zod'
import { roles } from '../document/roles.ts'
import { exportTarget } from './export-target.ts'

const draftId = z.string().min(1).max(64)
const versionId = z.int().min(0)
const change = z.enum(['inserted', 'deleted'])
const piece = z.strictObject({ text: z.string(), change: change.exactOptional() })
const pieces = z.array(piece).readonly()

const base = { id: z.string(), role: z.enum(roles), change: change.exactOptional(), moved: z.literal(true).exactOptional() }
export const comparisonSchema = z.strictObject({
  blocks: z.array(z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), ...base, roleBefore: z.enum(roles).exactOptional(), runIn: z.literal(true).exactOptional(), pieces }),
    z.strictObject({ kind: z.literal('table'), ...base, columns: z.int(), rows: z.array(z.strictObject({ change: change.exactOptional(), header: z.boolean(), cells: z.array(pieces).readonly() })).readonly() }),
  ])).readonly(),
  counts: z.strictObject({ changes: z.int(), inserted: z.int(), deleted: z.int(), moved: z.int() }),
})

/** Which two: `from` is the older; `to` null is the draft as it is stored. */
const pair = { draftId, from: versionId, to: versionId.nullable() }
/** Instead of the draft's own. */
const layout = z.string().max(60).exactOptional()
const clock = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)

/** Word files that show more than the paper. */
export const wordVariant = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notes'), draftId }),
  z.strictObject({ kind: z.literal('changes'), ...pair, author: z.string().min(1).max(100), date: clock }),
])
export type WordVariant = Readonly<z.infer<typeof wordVariant>>

export const comparisonProcedures = {
  'comparison.read': {
    input: z.strictObject({ ...pair, jobId: z.string().min(1).max(64) }),
    output: comparisonSchema,
  },
  'exports.variant': {
    input: z.strictObject({ variant: wordVariant, layout, target: exportTarget, ifExists: z.enum(['ask', 'replace', 'rename']) }),
    output: z.strictObject({ path: z.string(), folder: z.string(), token: z.string(), pages: z.null() }),
  },
  'exports.variantContent': {
    input: z.strictObject({ variant: wordVariant, layout }),
    output: z.strictObject({ fileName: z.string(), contentBase64: z.string() }),
  },
} as const
