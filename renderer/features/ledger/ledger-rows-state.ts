/** The rows of the screen: what is stored, with edits on their way laid over it. A row that did not change stays the same object. */
import { rowName, type ListedRow } from '../../../shared/ledger/build-ledger-table.ts'
import type { LedgerDraft } from '../../../shared/contract/ledger-procedures.ts'
import type { ProcedureInput } from '../../../shared/contract/procedures.ts'
import type { ItemState } from '../../../shared/ledger/ledger-fields.ts'
import { sourceOf, type LedgerRow } from '../../../shared/ledger/ledger-rows.ts'

export type LedgerEdit = ProcedureInput<'ledger.edit'>['edits'][number]

export interface DraftRows {
  readonly draft: LedgerDraft
  readonly rows: readonly LedgerRow[]
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The new rows, the old objects where nothing changed: what is drawn of them is not drawn again. */
export function keepObjects(before: readonly LedgerRow[], now: readonly LedgerRow[]): readonly LedgerRow[] {
  const byKey = new Map(before.map((row) => [row.key, row]))
  return now.map((row) => {
    const old = byKey.get(row.key)
    return old !== undefined && same(old, row) ? old : row
  })
}

function withEdit(row: ListedRow, { field, value }: LedgerEdit): ListedRow {
  switch (field) {
    case 'number': case 'source': case 'due': return row
    case 'state': return value === '' ? row : { ...row, state: value as ItemState }
    case 'stateSince': case 'closedOn': {
      const { [field]: _before, ...rest } = row
      return value === '' ? rest : { ...rest, [field]: value }
    }
    default: {
      const { [field]: _before, ...values } = row.values
      return { ...row, values: value.trim() === '' ? values : { ...values, [field]: value } }
    }
  }
}

/** Lists rows with their numbers; remembers each so that it stays one object from list to list. */
export function createLister() {
  const listed = new WeakMap<LedgerRow, ListedRow>()
  const list = (row: LedgerRow, number: number, source: string): ListedRow => {
    const known = listed.get(row)
    if (known && known.number === number && known.source === source) return known
    const made: ListedRow = { ...row, number, source }
    listed.set(row, made)
    return made
  }
  return (drafts: Iterable<DraftRows>, pending: readonly LedgerEdit[]): readonly ListedRow[] => {
    const edits = Map.groupBy(pending, (edit) => rowName(edit))
    const rows: ListedRow[] = []
    for (const { draft, rows: own } of drafts) {
      for (const row of own) {
        const one = list(row, rows.length + 1, sourceOf(draft.title, row))
        rows.push(edits.get(rowName(row))?.reduce(withEdit, one) ?? one)
      }
    }
    return rows
  }
}
