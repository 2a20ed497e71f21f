/**
 * A ledger edited elsewhere against the draft as it is now: three-way, by what was exported. Nothing is changed here; the
 * writer sees each change and chooses.
 */
import { printedCell, rowName, type ListedRow } from './build-ledger-table.ts'
import { entryLines } from './edit-lines.ts'
import { readState } from './item-states.ts'
import { ledgerFieldFacts, type LedgerField } from './ledger-fields.ts'
import type { ReadLedgerRow } from './read-ledger-sheet.ts'
import { readWrittenDate } from './written-dates.ts'

export interface MergeChange {
  /** `draftId/key` of the row. */
  readonly name: string
  readonly field: LedgerField
  /** What was exported, what the draft says now, what the sheet says; as read on paper. */
  readonly base: string
  readonly current: string
  readonly incoming: string
  /** For `ledger.edit`: ISO date, state or lines. */
  readonly value: string
  /** `conflict`: the draft has changed as well; `unclear`: neither a date nor a state; `derived`: reckoned by the program. */
  readonly kind: 'change' | 'conflict' | 'unclear' | 'derived'
}

export interface MergePlan {
  readonly changes: readonly MergeChange[]
  readonly unchanged: number
  /** Lines of rows that are no items of these drafts any more, or never were. */
  readonly unknown: readonly { readonly line: number; readonly text: string }[]
  /** Rows exported and not in the sheet: they stay. */
  readonly absent: readonly string[]
}

/** Entries as the record has them: on lines of their own, without the numbers of paper. */
const folded = (text: string) => entryLines(text).join('\n')

/** What the field is set to by the words of a cell; undefined where they say neither a date nor a state. */
function valueOf(field: LedgerField, text: string, date: string | undefined): string | undefined {
  const words = folded(text)
  if (words === '' && date === undefined) return ''
  switch (ledgerFieldFacts[field].kind) {
    case 'date': return date ?? readWrittenDate(words)
    case 'state': return readState(words)
    default: return words
  }
}

/** @param base the cells as they were exported, by row name and field. */
export function planMerge(rows: readonly ListedRow[], sheet: readonly ReadLedgerRow[], base: ReadonlyMap<string, Readonly<Partial<Record<LedgerField, string>>>>): MergePlan {
  const byName = new Map(rows.map((row) => [rowName(row), row]))
  const seen = new Set<string>()
  const changes: MergeChange[] = []
  const unknown: { line: number; text: string }[] = []
  let unchanged = 0
  for (const { key, values, line } of sheet) {
    const row = key === null || seen.has(key) ? undefined : byName.get(key)
    if (row === undefined || key === null) {
      const text = Object.values(values).map((value) => value.text).filter((one) => one.trim() !== '').join('　')
      if (text !== '') unknown.push({ line, text })
      continue
    }
    seen.add(key)
    for (const field of Object.keys(values) as LedgerField[]) {
      const incoming = values[field]!
      const current = printedCell(row, field)
      const exported = base.get(key)?.[field]
      const value = valueOf(field, incoming.text, incoming.date)
      const told = exported === undefined ? undefined : valueOf(field, exported, undefined)
      const now = ledgerFieldFacts[field].kind === 'date' ? current.date ?? '' : current.state ?? folded(current.text)
      if ((value !== undefined && (value === told || value === now)) || folded(incoming.text) === folded(exported ?? current.text)) {
        unchanged += 1
        continue
      }
      const kind = ledgerFieldFacts[field].derived ? 'derived' : value === undefined ? 'unclear' : told !== undefined && told !== now ? 'conflict' : 'change'
      changes.push({ name: key, field, base: exported ?? current.text, current: current.text, incoming: incoming.text, value: value ?? '', kind })
    }
  }
  return { changes, unchanged, unknown, absent: [...base.keys()].filter((name) => byName.has(name) && !seen.has(name)) }
}
