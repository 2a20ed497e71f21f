/** Names that may be meant in a responsible cell: those of the unit first, then those the ledger holds. */
import type { ListedRow } from '../../../shared/ledger/build-ledger-table.ts'
import type { LedgerField } from '../../../shared/ledger/ledger-fields.ts'
import { splitNames } from '../../../shared/ledger/names-in-cell.ts'
import type { UnitProfile } from '../../../shared/settings/unit-profile.ts'

export function collectNames(rows: readonly ListedRow[], field: LedgerField, profile: UnitProfile): readonly string[] {
  const people = field === 'leader' || field === 'person'
  const own = field === 'leader' ? profile.leaders.map(({ name }) => name) : field === 'person' ? [...profile.people, ...profile.leaders].map(({ name }) => name) : profile.offices
  const counts = new Map<string, number>()
  const fields = people ? (['leader', 'person'] as const) : (['office', 'support'] as const)
  for (const row of rows) for (const one of fields) for (const name of splitNames(row.values[one] ?? '')) counts.set(name, (counts.get(name) ?? 0) + (one === field ? 3 : 1))
  return [...new Set([...own.filter((name) => name !== ''), ...[...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)])]
}
