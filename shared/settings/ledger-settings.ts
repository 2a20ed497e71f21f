/** What a unit decides about its ledger: when an item turns green, yellow and red, and which columns it has. */
import { z } from 'zod'
import { ledgerFieldFacts, ledgerFields, type LedgerField } from '../ledger/ledger-fields.ts'
import type { LedgerTableColumn } from '../ledger/ledger-table.ts'
import { plainLine } from './plain-line.ts'

export const mostLedgerDays = 365

/** Green from `green` days before the limit, yellow from `yellow` days before it to the day itself, red after it. */
export const ledgerDaysSchema = z.strictObject({
  green: z.int().min(1).max(mostLedgerDays).default(20),
  yellow: z.int().min(0).max(mostLedgerDays).default(10),
}).refine(({ green, yellow }) => green > yellow, { message: 'green must begin before yellow', path: ['green'] })
export type LedgerDays = Readonly<z.infer<typeof ledgerDaysSchema>>

export const defaultLedgerDays: LedgerDays = ledgerDaysSchema.parse({})

export const columnTitleLimit = 20

const columnSchema = z.strictObject({
  field: z.enum(ledgerFields),
  /** As printed: the unit may call 整改措施 措施. */
  title: plainLine(columnTitleLimit).min(1),
})

/** The unit's columns in their order; a field stands there once. */
export const ledgerColumnsSchema = z.strictObject({
  columns: z.array(columnSchema).min(1).max(ledgerFields.length).readonly(),
}).refine(({ columns }) => new Set(columns.map((column) => column.field)).size === columns.length, { message: 'a field stands there twice', path: ['columns'] })
export type LedgerColumns = { readonly columns: readonly LedgerTableColumn[] }

const usualFields: readonly LedgerField[] = ['number', 'category', 'problem', 'measure', 'leader', 'office', 'timeLimit', 'state', 'closedOn', 'progress', 'person']

export const defaultLedgerColumns: LedgerColumns = { columns: usualFields.map((field) => ({ field, title: ledgerFieldFacts[field].title })) }
