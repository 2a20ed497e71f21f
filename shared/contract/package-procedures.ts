/** What stands around making and opening packages: what may go in, what was opened, whose keys are known, files handed over at start. */
import { z } from 'zod'
import { knownKinds } from '../exchange/content-kinds.ts'
import { comparisonSchema } from './comparison-procedures.ts'

const id = z.string().min(1).max(64)
const kind = z.enum(knownKinds)
const page = { offset: z.int().min(0), limit: z.int().min(1).max(500) } as const
const counts = z.partialRecord(kind, z.int())

export const packableSchema = z.strictObject({
  kind, id, title: z.string(),
  /** Bytes as packed, before the package is compressed. */
  size: z.int(),
  /** When it was last changed. */
  updatedAt: z.string(),
})
export type Packable = Readonly<z.infer<typeof packableSchema>>

export const plannedPackableSchema = z.strictObject({
  kind, id, title: z.string(), size: z.int(),
  /** Not asked for: others of the list need it. Their titles. */
  neededBy: z.array(z.string()).readonly(),
})
export type PlannedPackable = Readonly<z.infer<typeof plannedPackableSchema>>

export const knownKeySchema = z.strictObject({ publicKey: z.string().max(100), unit: z.string().max(200), confirmedAt: z.string(), fingerprint: z.string() })
export type KnownKey = Readonly<z.infer<typeof knownKeySchema>>
const keyName = { publicKey: z.string().min(1).max(100), unit: z.string().max(200) } as const

export const openingSummarySchema = z.strictObject({
  id, name: z.string(), unit: z.string(), openedAt: z.string(), undoneAt: z.string().nullable(),
  /** What was stored of it, by kind as packed. */
  counts: z.record(z.string(), z.int()),
})
export type OpeningSummary = Readonly<z.infer<typeof openingSummarySchema>>

export const openingContentSchema = z.strictObject({
  kind: z.string(), storedId: z.string(), title: z.string(), act: z.enum(['add', 'restore', 'replace', 'addBeside']),
  /** Where it is now. */
  place: z.enum(['library', 'trash', 'gone']),
})
export type OpeningContent = Readonly<z.infer<typeof openingContentSchema>>

export const packageProcedures = {
  /** The unit's own contents of a kind whose titles hold all the words; the newest first. What ships with the program is everywhere. */
  'packages.contents': {
    input: z.strictObject({ kind, query: z.string().max(200), ...page }),
    output: z.strictObject({ contents: z.array(packableSchema).readonly(), total: z.int(), counts }),
  },
  /** All that would go into a package of these. Writes nothing. */
  'packages.plan': {
    input: z.strictObject({ contents: z.array(z.strictObject({ kind, id })).max(10_000) }),
    output: z.strictObject({
      contents: z.array(plannedPackableSchema).readonly(),
      missing: z.array(z.strictObject({ kind, id })).readonly(),
      /** Whom the package would name as its maker; empty where the unit has no name yet. */
      unit: z.string(),
      fileName: z.string(),
    }),
  },
  /** The library's own text and that of the package, in one. Of drafts and templates. */
  'packages.compare': {
    input: z.strictObject({ jobId: id, name: z.string().min(1).max(300), contentBase64: z.string(), passphrase: z.string().min(1).max(1000).nullable(), kind: z.enum(['draft', 'template']), id }),
    output: comparisonSchema,
  },
  /** The newest first. */
  'packages.openings': {
    input: z.strictObject(page),
    output: z.strictObject({ openings: z.array(openingSummarySchema).readonly(), total: z.int() }),
  },
  'packages.opening': {
    input: z.strictObject({ openingId: id }),
    output: z.strictObject({
      opening: openingSummarySchema,
      contents: z.array(openingContentSchema).readonly(),
      /** The title of what was changed since, so that the opening cannot be undone as one. */
      changed: z.string().nullable(),
    }),
  },
  /** `own` is null until something is signed or `packages.makeKey` was called. */
  'packages.keys': {
    input: z.strictObject({}),
    output: z.strictObject({ own: z.string().nullable(), unit: z.string(), keys: z.array(knownKeySchema).readonly() }),
  },
  /** The unit's own key, made where there is none yet. */
  'packages.makeKey': { input: z.strictObject({}), output: z.strictObject({ fingerprint: z.string(), unit: z.string() }) },
  /** The next package of the unit asks again. */
  'packages.forgetKey': { input: z.strictObject(keyName), output: z.strictObject({ confirmedAt: z.string() }) },
  /** Takes back a forgetting. */
  'packages.putBackKey': { input: z.strictObject({ ...keyName, confirmedAt: z.iso.datetime() }), output: z.strictObject({}) },
  /** The unit has another name now: its packages are known under that. */
  'packages.renameKey': { input: z.strictObject({ ...keyName, name: z.string().min(1).max(200) }), output: z.strictObject({}) },
  /** The next file that was handed over to the program; each is given out once. It is read only now, and only read. */
  'packages.pending': {
    input: z.strictObject({}),
    output: z.strictObject({ file: z.strictObject({ name: z.string(), contentBase64: z.string() }).nullable() }),
  },
} as const
