/** Procedures of the ledger: rows of drafts, edits, lists handed out and read back, reports made from them. */
import { z } from 'zod'
import { draftKindSchema } from '../document/draft.ts'
import { itemStates, ledgerFields } from '../ledger/ledger-fields.ts'
import { missingParts } from '../ledger/ledger-rows.ts'
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

export const ledgerProcedures = {
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
