/**
 * The draft: flat blocks with roles; outline, items and numbers are derived from them (architecture, “The document”).
 * This versioned JSON is the truth on disk; it is validated here on every read.
 */
import { z } from 'zod'
import { blockOriginSchema, draftGuideSchema } from './draft-guide.ts'
import { draftNotesSchema } from './draft-note.ts'
import { itemRecordSchema } from './item-record.ts'
import { draftLimitsSchema } from './length-limits.ts'
import { listStyles } from './list-style.ts'
import { officialSchema } from './official.ts'
import { roles, type Role } from './roles.ts'

/** 2: `records` and row ids of tables; 3: notes, parts of an official document, tables on their side; 4: what the template says, whose a block was. A draft of an earlier version is one that has none. */
export const draftSchemaVersion = 4

export const draftKinds = [
  'individual-plan', 'team-plan', 'ecology-report', 'speech-outline', 'self-examination',
  'inspection-plan', 'progress-report', 'ledger', 'other',
] as const
export const draftKindSchema = z.enum(draftKinds)
export type DraftKind = (typeof draftKinds)[number]

/** Printed text: no control characters, no line breaks, no broken surrogate pairs (they fit neither XML nor UTF-8). */
const printable = (text: string) => !/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/.test(text) && text.isWellFormed()
const lineSchema = z.string().refine(printable, 'control character, line break or broken character')

export const runSchema = z.strictObject({
  text: lineSchema.min(1),
  bold: z.literal(true).exactOptional(),
  underline: z.literal(true).exactOptional(),
  /** Key of the 待填项 this run stands for. */
  placeholder: z.string().min(1).exactOptional(),
})
export type Run = Readonly<z.infer<typeof runSchema>>

export const listStyleSchema = z.enum(listStyles)

const idSchema = z.string().min(1).max(64)

const blockBase = {
  id: idSchema,
  list: listStyleSchema.exactOptional(),
  /** The number the list starts at again here, as Word's “重新编号”. */
  start: z.int().min(1).max(999).exactOptional(),
  /** Stands in the same printed paragraph as the block before it. */
  runIn: z.literal(true).exactOptional(),
  /** Printed before the first of a run of blocks: 【整改措施】：, 责任人：, 问题 (with the list style 1：). */
  label: lineSchema.min(1).max(60).exactOptional(),
  /** The number comes before the label: “2.整改措施：…”. */
  labelAfterNumber: z.literal(true).exactOptional(),
  /** The label is a printed paragraph of its own. */
  labelLine: z.literal(true).exactOptional(),
}

const textBlock = <R extends Role>(role: R) =>
  z.strictObject({ role: z.literal(role), ...blockBase, runs: z.array(runSchema).readonly() })

const answeringBlock = <R extends Role>(role: R) =>
  z.strictObject({
    role: z.literal(role), ...blockBase, runs: z.array(runSchema).readonly(),
    /** Ids of the problems this cause or measure belongs to, where they stand in separate parts of the paper. */
    answers: z.array(idSchema).readonly().exactOptional(),
  })

export const tableColumnRoles = ['number', 'category', 'problem', 'cause', 'measure', 'responsible', 'timeLimit', 'other'] as const
export type TableColumnRole = (typeof tableColumnRoles)[number]

/** A cell may hold line breaks: its paragraphs. */
const cellSchema = z.string().refine((text) => printable(text.replaceAll('\n', '')), 'control character or broken character')

const tableSchema = z.strictObject({
  role: z.literal('table'),
  id: idSchema,
  /** What each column holds. */
  columns: z.array(z.enum(tableColumnRoles)).readonly(),
  headerRows: z.int().min(0),
  /** A row has a cell for every column, or one cell that spans them all (“（一）理论学习方面”). */
  rows: z.array(z.array(cellSchema).readonly()).min(1).readonly(),
  /** An id for each row, once something is told of one of them beside its cells. */
  rowIds: z.array(idSchema).readonly().exactOptional(),
  /** Stands on sheets of its own, on their side (GB/T 9704-2012 §8). */
  landscape: z.literal(true).exactOptional(),
}).refine(({ rows, rowIds }) => rowIds === undefined || (rowIds.length === rows.length && new Set(rowIds).size === rowIds.length), 'rows and their ids differ').refine(({ columns, rows }) => columns.length >= 1 && rows.some((row) => row.length === columns.length) && rows.every((row) => row.length === columns.length || row.length === 1), 'rows and columns differ')

export const blockSchema = z.discriminatedUnion('role', [
  textBlock('title'), textBlock('subtitle'), textBlock('byline'), textBlock('addressee'),
  textBlock('heading1'), textBlock('heading2'), textBlock('heading3'), textBlock('heading4'),
  textBlock('paragraph'), textBlock('problem'), answeringBlock('cause'), answeringBlock('measure'),
  textBlock('timeLimit'), textBlock('responsible'),
  tableSchema,
  textBlock('attachment'), textBlock('signature'), textBlock('date'),
])

export type Block = Readonly<z.infer<typeof blockSchema>>
export type TableBlock = Extract<Block, { role: 'table' }>
export type TextBlock = Exclude<Block, { role: 'table' }>

const metaText = z.string().max(200).exactOptional()
export const metaSchema = z.strictObject({
  unit: metaText, author: metaText, post: metaText, meeting: metaText, period: metaText,
  /** The paper's own date, ISO (2023-11-09), where it is known. */
  date: metaText,
  classification: metaText,
})
export type DraftMeta = Readonly<z.infer<typeof metaSchema>>

export const draftSchema = z.strictObject({
  schemaVersion: z.literal(draftSchemaVersion),
  id: idSchema,
  kind: draftKindSchema,
  /** The name in the library. Follows the title blocks where there are any. */
  title: z.string().max(500),
  meta: metaSchema,
  /** Id of a layout in resources/layouts. */
  layout: z.string().min(1).max(60),
  /** Never empty: a paper without text is one empty paragraph. */
  blocks: z.array(blockSchema).min(1).readonly(),
  /** What is told of the items beside the text. Those of items no longer there stay until the writer drops them. */
  records: z.array(itemRecordSchema).min(1).readonly().exactOptional(),
  /** How long the paper and its parts should be. */
  limits: draftLimitsSchema.exactOptional(),
  /** Comments, footnotes and endnotes. */
  notes: draftNotesSchema.exactOptional(),
  /** 版头, seal, 版记. */
  official: officialSchema.exactOptional(),
  /** What the template it was begun from says beside the text. */
  guide: draftGuideSchema.exactOptional(),
  /** Whose a block was, in a draft put together from several. One whose block is gone says nothing. */
  origins: z.array(blockOriginSchema).min(1).readonly().exactOptional(),
})
export type Draft = Readonly<z.infer<typeof draftSchema>>

// One definition of the roles: the compiler objects when the schema and the list part ways.
type MissingRole = Exclude<Role, Block['role']>
const everyRoleHasSchema: MissingRole extends never ? true : MissingRole = true
void everyRoleHasSchema
void roles

export type DraftReadError =
  | { readonly code: 'DRAFT_NEWER'; readonly version: number }
  | { readonly code: 'DRAFT_INVALID'; readonly detail: string }

/** Validates stored JSON. A draft written by a newer program is told apart from a broken one. */
export function readDraft(value: unknown): { ok: true; draft: Draft } | { ok: false; error: DraftReadError } {
  let current = value
  if (typeof value === 'object' && value !== null && 'schemaVersion' in value) {
    const version = value.schemaVersion
    if (typeof version === 'number' && version > draftSchemaVersion) return { ok: false, error: { code: 'DRAFT_NEWER', version } }
    if (version === 1 || version === 2 || version === 3) current = { ...value, schemaVersion: draftSchemaVersion }
  }
  const parsed = draftSchema.safeParse(current)
  if (parsed.success) return { ok: true, draft: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, error: { code: 'DRAFT_INVALID', detail: issue ? `${issue.path.join('.')}: ${issue.message}` : 'unknown' } }
}
