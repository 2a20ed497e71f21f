/**
 * What is told of a 整改事项 beside the words of the paper: how far it has come, evidence, closure. Kept in the draft, so
 * that versions, undo and exchange cover it. The paper's own words (problem, measure, limit) are never kept twice.
 */
import { z } from 'zod'
import { parseIsoDate } from '../time-limit/calendar.ts'

export const itemStates = ['not-started', 'under-way', 'done', 'closed', 'long-term'] as const
export type ItemState = (typeof itemStates)[number]

const idSchema = z.string().min(1).max(64)
/** May hold line breaks: an entry of the record on each line. */
const linesSchema = z.string().min(1).max(20_000).refine((text) => !/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029\ufffe\uffff]/.test(text) && text.isWellFormed(), 'control character or broken character')
const dateSchema = z.string().refine((text) => parseIsoDate(text) !== undefined, 'no date')

export const itemRecordSchema = z.strictObject({
  /** A block of the item, or a row of a table: tells which item this is about. */
  item: idSchema,
  state: z.enum(itemStates).exactOptional(),
  /** ISO dates. */
  stateSince: dateSchema.exactOptional(),
  closedOn: dateSchema.exactOptional(),
  progress: linesSchema.exactOptional(),
  result: linesSchema.exactOptional(),
  evidence: linesSchema.exactOptional(),
  /** Names of files, one on each line. */
  files: linesSchema.exactOptional(),
  // Where the paper itself has no place for them: a speech has no time limits, a table may lack a column.
  category: linesSchema.exactOptional(),
  problem: linesSchema.exactOptional(),
  cause: linesSchema.exactOptional(),
  measure: linesSchema.exactOptional(),
  leader: linesSchema.exactOptional(),
  person: linesSchema.exactOptional(),
  office: linesSchema.exactOptional(),
  support: linesSchema.exactOptional(),
  timeLimit: linesSchema.exactOptional(),
})
export type ItemRecord = Readonly<z.infer<typeof itemRecordSchema>>
