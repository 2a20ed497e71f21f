/** Procedures of packages (.zgx) that travel between units. */
import { z } from 'zod'
import { knownKinds } from '../exchange/content-kinds.ts'
import { conflictChoices, contentStates } from '../exchange/plan.ts'
import { packageReviewSchema } from './deidentify-procedures.ts'
import { exportTarget } from './export-target.ts'

const jobId = z.string().min(1).max(64)
const contentId = z.string().min(1).max(64)
const kind = z.enum(knownKinds)
const contents = z.array(z.strictObject({ kind, id: contentId })).min(1).max(10_000)
const passphrase = z.string().min(1).max(1000).nullable()
const file = { jobId, name: z.string().min(1).max(300), contentBase64: z.string(), passphrase } as const
const makeOptions = {
  jobId, contents, passphrase, sign: z.boolean(),
  /** These and no others; what they need has been listed and decided by the writer. */
  exactly: z.literal(true).exactOptional(),
  /** Of the unit's own templates, aspect sets and snippets: PACKAGE_REVIEW_NEEDED, with `contents` in its data, where one is missing. */
  reviews: z.array(packageReviewSchema).max(10_000).exactOptional(),
} as const

export const packageSignerSchema = z.strictObject({
  /**
   * none: not signed; missing: not signed though the unit has signed before; own: by this library; known: confirmed;
   * unknown: met for the first time; changed: another key than the one confirmed for the unit.
   */
  state: z.enum(['none', 'missing', 'own', 'known', 'unknown', 'changed']),
  fingerprint: z.string().nullable(),
})

export const plannedContentSchema = z.strictObject({
  kind, id: contentId, title: z.string(), state: z.enum(contentStates),
  differences: z.array(z.string()).readonly(), canTake: z.boolean(), trashed: z.boolean(),
})

const unknownContents = z.array(z.strictObject({ kind: z.string(), id: z.string(), title: z.string() })).readonly()

export const packageViewSchema = z.strictObject({
  name: z.string(), version: z.int(), kind: z.string(), unit: z.string(), program: z.string(), madeAt: z.string(),
  encrypted: z.boolean(), signer: packageSignerSchema,
  contents: z.array(plannedContentSchema).readonly(),
  /** Of kinds this program does not know: nothing is done with them. */
  unknown: unknownContents,
})
export type PackageView = Readonly<z.infer<typeof packageViewSchema>>

export const exchangeProcedures = {
  /** The unit's own layouts go along with the drafts set in them. Verified before it is written, read again before it gets its name. */
  'packages.make': {
    input: z.strictObject({ ...makeOptions, target: exportTarget, ifExists: z.enum(['ask', 'replace', 'rename']) }),
    output: z.strictObject({ path: z.string(), folder: z.string(), token: z.string(), contents: z.int(), fingerprint: z.string().nullable() }),
  },
  /** The same for a host that hands the file over itself. */
  'packages.content': {
    input: z.strictObject(makeOptions),
    output: z.strictObject({ fileName: z.string(), contentBase64: z.string(), contents: z.int(), fingerprint: z.string().nullable() }),
  },
  /** Verifies all of it and tells what opening it would do. Stores nothing. */
  'packages.look': { input: z.strictObject(file), output: packageViewSchema },
  /** PACKAGE_SIGNER_UNKNOWN or _CHANGED, with the fingerprint, unless `confirmSigner` names it. */
  'packages.open': {
    input: z.strictObject({
      ...file,
      /** For every content that differs and is not among `choices`. */
      conflict: z.enum(conflictChoices),
      choices: z.array(z.strictObject({ kind, id: contentId, choice: z.enum(conflictChoices) })).max(10_000),
      /** New ones that are left out. */
      skip: z.array(z.strictObject({ kind, id: contentId })).max(10_000).exactOptional(),
      /** The fingerprint the writer has compared. */
      confirmSigner: z.string().max(60).nullable(),
    }),
    output: z.strictObject({
      /** Null where there was nothing to store. */
      openingId: z.string().nullable(),
      contents: z.array(z.strictObject({ kind, id: contentId, storedId: z.string(), title: z.string(), act: z.enum(['add', 'restore', 'replace', 'addBeside', 'leave']) })).readonly(),
      unknown: unknownContents,
    }),
  },
  /** All of an opening or, with PACKAGE_CHANGED_SINCE, nothing of it. Drafts that were added go to the trash. */
  'packages.undo': { input: z.strictObject({ openingId: z.string().min(1).max(64) }), output: z.strictObject({ contents: z.int() }) },
} as const
