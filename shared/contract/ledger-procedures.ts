/** Procedures of the ledger: rows of drafts, edits, lists handed out and read back, reports made from them. */
import { z } from 'zod'
import { draftKindSchema } from '../document/draft.ts'
import { itemStates, ledgerFields } from '../ledger/ledger-fields.ts'
import { missingParts } from '../ledger/ledger-rows.ts'
import { exportTarget } from './export-target.ts'
import { errorCodes, type ErrorCode } from './errors.ts'

const draftId = z.string().min(1).max(64)
const key = z.string().min(1).max(64)
const revision = z.int().min(0)
const fieldSchema = z.enum(ledgerFields)
const lines = z.string().exactOptional()
const most = 20_000

export const ledgerRowSchema = z.strictObject({
  key, draftId,
  values: z.strictObject({
    category: lines, problem: lines, cause: lines, measure: lines, leader: lines, person: lines, office: lines, support: lines, timeLimit: lines,
    progress: lines, result: lines, evidence: lines, files: lines,
  }),
  due: z.string().nullable(),
  yearInferred: z.literal(true).exactOptional(),
  state: z.enum(itemStates),
  stateInferred: z.literal(true).exactOptional(),
  stateSince: lines,
  closedOn: lines,
  missing: z.array(z.enum(missingParts)).readonly(),
  apart: z.literal(true).exactOptional(),
  origin: lines,
})

const ledgerDraftSchema = z.strictObject({
  id: draftId, title: z.string(), kind: draftKindSchema, unit: z.string(), revision,
  /** Causes and measures that answer no problem yet. */
  loose: z.int(),
  /** Records whose item is no longer in the text. */
  orphans: z.int(),
})
export type LedgerDraft = Readonly<z.infer<typeof ledgerDraftSchema>>

export const ledgerEditSchema = z.strictObject({
  draftId, key, field: fieldSchema,
  /** Lines of text, an ISO date or a state; '' takes the value away. */
  value: z.string().max(20_000),
})

const changedDraft = z.strictObject({
  draft: ledgerDraftSchema,
  rows: z.array(ledgerRowSchema).readonly(),
  /** The revision before, for `ledger.revert`. */
  before: revision,
})

/** Which rows, in which order and which columns are handed out. */
const listSchema = z.strictObject({
  draftIds: z.array(draftId).max(most).readonly().nullable(),
  /** Rows as `draftId/key` in the order shown; all rows where null. */
  names: z.array(z.string().max(130)).max(200_000).readonly().nullable(),
  fields: z.array(fieldSchema).min(1).max(ledgerFields.length).readonly(),
  /** Titles of the unit's own for columns. */
  titles: z.partialRecord(fieldSchema, z.string().min(1).max(30)),
  /** What the list is called, as 问题清单; the drafts' own title goes before it. */
  list: z.string().min(1).max(40),
  format: z.enum(['xlsx', 'docx']),
  /** Of the Word list, in the place of the first draft's own. */
  layout: z.string().max(60).exactOptional(),
})
export type LedgerList = Readonly<z.infer<typeof listSchema>>

const mergeChangeSchema = z.strictObject({
  name: z.string(), field: fieldSchema, base: z.string(), current: z.string(), incoming: z.string(), value: z.string(),
  kind: z.enum(['change', 'conflict', 'unclear', 'derived']),
})

export const ledgerProcedures = {
  'ledger.export': {
    input: z.strictObject({ ...listSchema.shape, target: exportTarget, ifExists: z.enum(['ask', 'replace', 'rename']) }),
    output: z.strictObject({ path: z.string(), folder: z.string(), token: z.string() }),
  },
  'ledger.content': { input: listSchema, output: z.strictObject({ fileName: z.string(), contentBase64: z.string() }) },
  /** An Excel ledger exported here and edited elsewhere, compared with the drafts as they are. Stores nothing. */
  'ledger.readSheet': {
    input: z.strictObject({ jobId: z.string().min(1).max(64), name: z.string().max(300), contentBase64: z.string() }),
    output: z.strictObject({
      changes: z.array(mergeChangeSchema).readonly(),
      unchanged: z.int(),
      unknown: z.array(z.strictObject({ line: z.int(), text: z.string() })).readonly(),
      absent: z.array(z.string()).readonly(),
      notes: z.array(z.string()).readonly(),
      /** The rows the changes are of, for showing them. */
      rows: z.array(ledgerRowSchema).readonly(),
      drafts: z.array(ledgerDraftSchema).readonly(),
    }),
  },
  /** 整改进展报告 from the rows, as a new draft. */
  'ledger.report': {
    input: z.strictObject({ draftIds: z.array(draftId).max(most).readonly().nullable(), names: z.array(z.string().max(130)).max(200_000).readonly().nullable() }),
    output: z.strictObject({ draftId }),
  },
  /** Rows of the drafts, in their order; of all that are not in the trash where none are named. */
  'ledger.rows': {
    input: z.strictObject({ jobId: z.string().min(1).max(64), draftIds: z.array(draftId).max(most).readonly().nullable() }),
    output: z.strictObject({
      drafts: z.array(ledgerDraftSchema).readonly(),
      rows: z.array(ledgerRowSchema).readonly(),
      /** Drafts that could not be read, by title. */
      failed: z.array(z.strictObject({ id: draftId, title: z.string(), message: z.string() })).readonly(),
      /** ISO date of the machine. */
      today: z.string(),
    }),
  },
  /** Edits of one gesture: each draft saved once. An edit that cannot be made is told of and changes nothing. */
  'ledger.edit': {
    input: z.strictObject({ edits: z.array(ledgerEditSchema).min(1).max(most).readonly(), clientId: z.string().max(64) }),
    output: z.strictObject({
      changed: z.array(changedDraft).readonly(),
      faults: z.array(z.strictObject({ index: z.int(), code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]), message: z.string() })).readonly(),
    }),
  },
  /** Undo or redo of an edit: each draft goes back to the revision, unless somebody has changed it since. All or none. */
  'ledger.revert': {
    input: z.strictObject({ steps: z.array(z.strictObject({ draftId, from: revision, to: revision })).min(1).max(most).readonly(), clientId: z.string().max(64) }),
    output: z.strictObject({ changed: z.array(changedDraft).readonly() }),
  },
} as const
