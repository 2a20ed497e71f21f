/** Names offered while a responsible person or office is typed: those of the unit, and those these rows already use. */
import type { UnitProfile } from '../settings/unit-profile.ts'
import type { LedgerRow } from './ledger-rows.ts'
import { splitNames } from './names-in-cell.ts'
import type { ResponsibleField } from './responsible-field.ts'

const people = ['leader', 'person'] as const satisfies readonly ResponsibleField[]
const offices = ['office', 'support'] as const satisfies readonly ResponsibleField[]

/** A sentence in such a cell is nobody's name. */
const longestName = 30

function unitNames(field: ResponsibleField, profile: UnitProfile): string[] {
  switch (field) {
    case 'leader': return profile.leaders.map(({ name }) => name)
    case 'person': return [...profile.people, ...profile.leaders].map(({ name }) => name)
    case 'office': case 'support': return [...profile.offices]
  }
}

/** Each name once: those of the unit where a profile is given, then the most used ones; those of the other kind of person (or office) last. */
export function knownResponsible(rows: readonly Pick<LedgerRow, 'values'>[], field: ResponsibleField, profile?: UnitProfile): string[] {
  const used = (one: ResponsibleField) => {
    const counts = new Map<string, number>()
    for (const row of rows) for (const name of splitNames(row.values[one] ?? '')) if (name.length <= longestName) counts.set(name, (counts.get(name) ?? 0) + 1)
    return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)
  }
  const alike: readonly ResponsibleField[] = (people as readonly ResponsibleField[]).includes(field) ? people : offices
  const own = profile ? unitNames(field, profile).filter((name) => name !== '') : []
  return [...new Set([...own, ...used(field), ...alike.filter((one) => one !== field).flatMap(used)])]
}

/** What the text becomes when each of the names is taken for the one being typed at its end. */
export function completions(text: string, names: readonly string[], most = 8): { readonly name: string; readonly text: string }[] {
  const start = Math.max(...['、', '，', ',', '；', ';', '\n'].map((mark) => text.lastIndexOf(mark))) + 1
  const typed = text.slice(start).trim()
  const before = text.slice(0, start)
  const there = new Set(splitNames(before))
  return names.filter((name) => name !== typed && !there.has(name) && name.includes(typed)).slice(0, most).map((name) => ({ name, text: before + name }))
}
