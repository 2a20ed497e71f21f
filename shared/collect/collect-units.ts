/** Whose rows are whose: units by their names, compared and by the list of those that were to report. */
import type { MissingUnit, SourceFile } from './collect-types.ts'
import type { SentRow } from './choose-rows.ts'
import { expectedUnits, plainName, type ExpectedUnit } from './names.ts'

export interface SendingUnit {
  readonly key: string
  readonly name: string
  readonly isNamed: boolean
  /** Every way it was written, how often. */
  readonly written: ReadonlyMap<string, number>
  readonly sent: readonly SentRow[]
  readonly files: readonly SourceFile[]
}

export interface ReportingUnits {
  readonly units: readonly SendingUnit[]
  readonly expected: readonly ExpectedUnit[]
  readonly missing: readonly MissingUnit[]
  readonly unexpected: readonly string[]
}

interface Open { readonly key: string; readonly isNamed: boolean; readonly written: Map<string, number>; readonly sent: SentRow[]; readonly files: Set<SourceFile> }

const tidy = (name: string) => name.trim().replaceAll(/\s+/gu, ' ')

/** Compared names → the listed unit they mean; a name two listed units share means neither. */
function aliasesOf(expected: readonly ExpectedUnit[]): ReadonlyMap<string, ExpectedUnit> {
  const owners = new Map<string, Set<ExpectedUnit>>()
  for (const unit of expected) for (const key of unit.keys) owners.set(key, (owners.get(key) ?? new Set()).add(unit))
  return new Map([...owners].flatMap(([key, own]) => {
    const first = [...own].find((unit) => unit.keys[0] === key) ?? (own.size === 1 ? [...own][0]! : undefined)
    return first ? [[key, first] as const] : []
  }))
}

function nameOf({ isNamed, written, files }: Open, listed: ExpectedUnit | undefined): string {
  if (listed) return listed.name
  if (!isNamed) return `（未写明单位：${[...files][0]!.name}）`
  return [...written].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

const alike = (a: string, b: string) => a.includes(b) || b.includes(a)

/** Rows that name no unit belong to nobody else: each file's stay by themselves. Listed units come first, in the list's order. */
export function reportingUnits(files: readonly SourceFile[], lines: readonly string[]): ReportingUnits {
  const expected = expectedUnits(lines)
  const aliases = aliasesOf(expected)
  const open = new Map<string, Open>()
  const unitFor = (name: string, file: SourceFile): Open => {
    const plain = plainName(name)
    const key = plain === '' ? `?${file.id}` : (aliases.get(plain)?.keys[0] ?? plain)
    const unit = open.get(key) ?? { key, isNamed: plain !== '', written: new Map(), sent: [], files: new Set() }
    open.set(key, unit)
    unit.files.add(file)
    if (plain !== '') unit.written.set(tidy(name), (unit.written.get(tidy(name)) ?? 0) + 1)
    return unit
  }
  for (const file of files) {
    for (const content of file.contents) {
      // What has nothing to list has been sent all the same.
      if (content.rows.length === 0) unitFor(content.unit, file)
      for (const row of content.rows) unitFor(row.unit, file).sent.push({ file, content, row })
    }
  }
  const places = new Map(expected.map((unit, index) => [unit.keys[0]!, index]))
  const listedOf = (key: string) => expected[places.get(key) ?? -1]
  const ordered = [...open.values()].map((unit, index) => ({ unit, at: places.get(unit.key) ?? expected.length + index })).toSorted((a, b) => a.at - b.at).map(({ unit }) => unit)
  const units = ordered.map((unit): SendingUnit => ({ key: unit.key, name: nameOf(unit, listedOf(unit.key)), isNamed: unit.isNamed, written: unit.written, sent: unit.sent, files: [...unit.files] }))
  const strangers = expected.length === 0 ? [] : units.filter(({ key }) => !places.has(key))
  return {
    units, expected,
    missing: expected.filter(({ keys }) => !open.has(keys[0]!)).map(({ name, keys }) => ({
      name, maybe: strangers.find((unit) => unit.isNamed && keys.some((key) => alike(key, unit.key)))?.name ?? null,
    })),
    unexpected: strangers.map(({ name }) => name),
  }
}
