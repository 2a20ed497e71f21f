/**
 * One ledger over the packages of many units. Every row of every package is in it once, or is listed with the reason why
 * it is not; all numbers are counted from the rows that are.
 */
import { summarise } from '../ledger/ledger-summary.ts'
import type { LedgerRow } from '../ledger/ledger-rows.ts'
import { chooseRows, type LeftSent, type SentRow } from './choose-rows.ts'
import type { Collected, CollectedClass, CollectedRow, CollectedUnit, CollectOptions, Counts, LeftRow, PackageConflict, SourceFile, Suspicion } from './collect-types.ts'
import { reportingUnits, type SendingUnit } from './collect-units.ts'
import { classKey, className, plainProblem } from './names.ts'

export function countsOf(rows: readonly Pick<LedgerRow, 'state' | 'due'>[], today: string): Counts {
  const { total, byState, byColour, done } = summarise(rows, today)
  return { total, byState, overdue: byColour.red, done }
}

/** Files in their order, and within one the order it tells its rows in. */
const inOrder = (a: SentRow, b: SentRow) => a.file.id - b.file.id

interface OfUnit { readonly unit: SendingUnit; readonly taken: readonly SentRow[]; readonly left: readonly LeftSent[] }

function classesOf(rows: readonly CollectedRow[], today: string): CollectedClass[] {
  const groups = Map.groupBy(rows, ({ row }) => classKey(row.values.category ?? ''))
  return [...groups].map(([key, own]): CollectedClass => {
    const written = [...Map.groupBy(own, ({ row }) => className(row.values.category ?? '')).entries()]
    const name = key === '' ? '' : written.reduce((best, one) => (one[1].length > best[1].length ? one : best))[0]
    return { key, name, units: new Set(own.map(({ unit }) => unit)).size, ...countsOf(own.map(({ row }) => row), today) }
  }).toSorted((a, b) => (a.key === '' || b.key === '' ? Number(a.key === '') - Number(b.key === '') : b.total - a.total))
}

function conflictsOf(all: readonly OfUnit[], choices: CollectOptions['choices']): PackageConflict[] {
  return all.flatMap(({ unit, taken }): PackageConflict[] => {
    const sent = Map.groupBy(unit.sent, ({ file }) => file)
    if (sent.size < 2) return []
    const used = Map.groupBy(taken, ({ file }) => file)
    const files = [...sent].map(([file, rows]) => ({ id: file.id, name: file.name, madeAt: file.madeAt, rows: rows.length, taken: used.get(file)?.length ?? 0 }))
    return [{ key: unit.key, unit: unit.name, choice: choices[unit.key] ?? 'newest', files }]
  })
}

const short = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text).replaceAll('\n', ' ')

function suspicionsOf(rows: readonly CollectedRow[]): Suspicion[] {
  const list = (kind: Suspicion['kind'], own: readonly CollectedRow[]): Suspicion => ({
    kind, text: short(own[0]!.row.values.problem ?? own[0]!.draft), units: [...new Set(own.map(({ unit }) => unit))], numbers: own.map(({ number }) => number),
  })
  const told = rows.filter(({ row }) => plainProblem(row.values.problem ?? '') !== '')
  const same = [...Map.groupBy(told, ({ unit, row }) => `${unit} ${plainProblem(row.values.problem!)}`).values()].filter((own) => own.length > 1)
  const shared = [...Map.groupBy(rows, ({ row }) => `${row.draftId}/${row.key}`).values()].filter((own) => new Set(own.map(({ unit }) => unit)).size > 1)
  return [...same.map((own) => list('same-problem', own)), ...shared.map((own) => list('two-units', own))]
}

/** @param files each with an id of its own, in the order their rows are to stand. */
export function collectLedgers(files: readonly SourceFile[], { today, expected: lines, choices }: CollectOptions): Collected {
  const { units, expected, missing, unexpected } = reportingUnits(files, lines)
  const all = units.map((unit): OfUnit => {
    const chosen = chooseRows(unit.sent, choices[unit.key] ?? 'newest')
    return { unit, taken: chosen.taken.toSorted(inOrder), left: chosen.left.toSorted(inOrder) }
  })
  const numbers = new Map<SentRow, number>()
  const rows: CollectedRow[] = []
  all.forEach(({ taken }, unit) => {
    for (const one of taken) {
      rows.push({ number: rows.length + 1, unit, draft: one.row.draft, kind: one.row.kind, file: one.file.name, row: one.row.row })
      numbers.set(one, rows.length)
    }
  })
  const left = all.flatMap(({ left: own }, unit) => own.map((one): LeftRow => ({
    reason: one.reason, unit, file: one.file.name, draft: one.row.draft, row: one.row.row, insteadOf: one.insteadOf ? (numbers.get(one.insteadOf) ?? null) : null, fields: one.fields,
  })))
  return {
    today, rows, left, missing, unexpected, expected: expected.length,
    total: countsOf(rows.map(({ row }) => row), today),
    units: all.map(({ unit, taken }): CollectedUnit => ({
      key: unit.key, name: unit.name, isNamed: unit.isNamed, alsoWritten: [...unit.written.keys()].filter((name) => name !== unit.name), files: unit.files.map(({ name }) => name),
      ...countsOf(taken.map(({ row }) => row.row), today),
    })),
    classes: classesOf(rows, today), conflicts: conflictsOf(all, choices), suspicions: suspicionsOf(rows),
  }
}
