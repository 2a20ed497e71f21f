/** Procedures of 汇总: ledgers as content, one ledger over many units' packages, one draft of several members'. */
import { z } from 'zod'
import { tableIds } from '../collect/collected-tables.ts'
import { draftKindSchema } from '../document/draft.ts'
import { exportTarget } from './export-target.ts'
import { ledgerRowSchema } from './ledger-procedures.ts'

const jobId = z.string().min(1).max(64)
const runId = z.string().min(1).max(64)
const draftId = z.string().min(1).max(64)
const ledgerId = z.string().min(1).max(64)
const count = z.int().min(0)
const title = z.string().trim().min(1).max(200)
const moved = z.strictObject({ moved: count })
const ledgerIds = z.array(ledgerId).min(1).max(1_000).readonly()

const plainTableSchema = z.strictObject({
  id: z.enum(tableIds), title: z.string(), hasTotal: z.boolean(),
  columns: z.array(z.strictObject({ title: z.string(), width: z.number(), align: z.enum(['left', 'centre']) })).readonly(),
  rows: z.array(z.array(z.union([z.string(), z.number()])).readonly()).readonly(),
})

const choiceSchema = z.union([z.literal('newest'), z.literal('all'), count])

const unreadSchema = z.strictObject({ name: z.string(), code: z.string(), message: z.string() })

/** All of a run but its rows. */
export const collectedViewSchema = z.strictObject({
  runId, title: z.string(), today: z.string(), files: count, rows: count, units: count, overdue: count,
  /** Listed units that have not reported. */
  missing: count,
  /** The sentence under the list. */
  summary: z.string(),
  tables: z.array(plainTableSchema).readonly(),
  conflicts: z.array(z.strictObject({
    key: z.string(), unit: z.string(), choice: choiceSchema,
    files: z.array(z.strictObject({ id: count, name: z.string(), madeAt: z.string(), rows: count, taken: count })).readonly(),
  })).readonly(),
  unread: z.array(unreadSchema).readonly(),
})
export type CollectedView = Readonly<z.infer<typeof collectedViewSchema>>

const addedSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('read'), rows: count, units: z.array(z.string()).readonly() }),
  /** The same bytes were given before. */
  z.strictObject({ outcome: z.literal('same'), as: z.string() }),
  z.strictObject({ outcome: z.literal('unread'), code: z.string(), message: z.string() }),
])
export type AddedPackage = Readonly<z.infer<typeof addedSchema>>

/** Of a row the ledger's own form; names of foreign ledgers may be longer. */
const rowSchema = z.strictObject({ number: count, unit: z.string(), draft: z.string(), file: z.string(), row: z.strictObject({ ...ledgerRowSchema.shape, key: z.string(), draftId: z.string() }) })
export type CollectedListRow = Readonly<z.infer<typeof rowSchema>>

const file = z.strictObject({ runId, title, format: z.enum(['xlsx', 'docx']) })

export const collectProcedures = {
  /** Rows of the drafts, of all where null, stored as a ledger that can travel. */
  'ledgers.pack': { input: z.strictObject({ jobId, draftIds: z.array(draftId).max(20_000).readonly().nullable(), title }), output: z.strictObject({ ledgerId, title: z.string(), rows: count }) },
  'ledgers.list': {
    input: z.strictObject({}),
    output: z.strictObject({ ledgers: z.array(z.strictObject({ id: ledgerId, title: z.string(), unit: z.string(), rows: count, madeAt: z.string() })).readonly() }),
  },
  'ledgers.trash': { input: z.strictObject({ ledgerIds }), output: moved },
  'ledgers.restore': { input: z.strictObject({ ledgerIds }), output: moved },
  /** A run holds what was read until the program ends; the last few are kept. */
  'collect.begin': { input: z.strictObject({}), output: z.strictObject({ runId }) },
  /** One package at a time: only its rows stay in memory. What cannot be read is listed and stops nothing. */
  'collect.add': {
    input: z.strictObject({ runId, jobId, name: z.string().min(1).max(300), contentBase64: z.string(), passphrase: z.string().min(1).max(1000).nullable() }),
    output: addedSchema,
  },
  /** Ledgers of the library, received or stored here. */
  'collect.addLedgers': { input: z.strictObject({ runId, ledgerIds }), output: z.strictObject({ rows: count }) },
  /** Adds up what was read; again with other choices or another list of units. */
  'collect.run': {
    input: z.strictObject({ runId, jobId, expected: z.array(z.string().max(400)).max(5_000).readonly(), choices: z.record(z.string().max(300), choiceSchema) }),
    output: collectedViewSchema,
  },
  /** The last run that was added up, so that a window opened anew shows it again. */
  'collect.last': { input: z.strictObject({}), output: z.strictObject({ view: collectedViewSchema.nullable() }) },
  'collect.read': { input: z.strictObject({ runId, offset: count, limit: z.int().min(1).max(5_000) }), output: z.strictObject({ rows: z.array(rowSchema).readonly(), total: count }) },
  'collect.export': {
    input: z.strictObject({ ...file.shape, target: exportTarget, ifExists: z.enum(['ask', 'replace', 'rename']) }),
    output: z.strictObject({ path: z.string(), folder: z.string(), token: z.string() }),
  },
  'collect.content': { input: file, output: z.strictObject({ fileName: z.string(), contentBase64: z.string() }) },
  /** The collected rows as a ledger of the library, the unit with each row: opened again, packed, collected further. */
  'collect.keep': { input: z.strictObject({ runId, title }), output: z.strictObject({ ledgerId, title: z.string(), rows: count }) },
  /** Drafts of members of a 班子 as one draft of the 班子. */
  'collect.mergeMembers': {
    input: z.strictObject({ draftIds: z.array(draftId).min(2).max(60).readonly(), kind: z.enum(['team-plan', 'self-examination']).nullable() }),
    output: z.strictObject({
      draftId, kind: draftKindSchema, title: z.string(), members: z.array(z.string()).readonly(), problems: count,
      /** Problems several members have in the same words. */
      duplicates: z.array(z.strictObject({ text: z.string(), members: z.array(z.string()).readonly() })).readonly(),
      /** What stands in no part of the paper: it is kept as a comment. */
      told: z.array(z.strictObject({ member: z.string(), text: z.string() })).readonly(),
    }),
  },
} as const
