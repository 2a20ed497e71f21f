/** Which of the rows a unit has sent in several packages stand in the ledger, and why the others do not. */
import type { LedgerRow } from '../ledger/ledger-rows.ts'
import type { LeftReason, SourceContent, SourceFile, SourceRow, UnitChoice } from './collect-types.ts'
import { plainProblem } from './names.ts'

/** The rows of one draft as one content of one file tells them. */
interface Version {
  readonly file: SourceFile
  readonly content: SourceContent
  readonly draftId: string
  readonly rows: readonly SourceRow[]
  readonly problems: ReadonlySet<string>
}

export interface SentRow {
  readonly file: SourceFile
  readonly content: SourceContent
  readonly row: SourceRow
}

export interface LeftSent extends SentRow {
  readonly reason: LeftReason
  readonly insteadOf: SentRow | undefined
  readonly fields: readonly string[]
}

export interface ChosenRows {
  readonly taken: readonly SentRow[]
  readonly left: readonly LeftSent[]
}

const facts = (row: LedgerRow): Readonly<Record<string, string>> => ({ ...row.values, due: row.due ?? '', state: row.state, stateSince: row.stateSince ?? '', closedOn: row.closedOn ?? '' })

/** Fields in which two rows of one item differ. */
export function differingFields(a: LedgerRow, b: LedgerRow): string[] {
  const [mine, theirs] = [facts(a), facts(b)]
  return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((field) => (mine[field] ?? '') !== (theirs[field] ?? ''))
}

function versionsOf(sent: readonly SentRow[]): Version[] {
  const groups = Map.groupBy(sent, ({ content, row }) => `${contentNumber(content)} ${row.row.draftId}`)
  return [...groups.values()].map((own) => ({
    file: own[0]!.file, content: own[0]!.content, draftId: own[0]!.row.row.draftId, rows: own.map(({ row }) => row),
    problems: new Set(own.map(({ row }) => plainProblem(row.row.values.problem ?? '')).filter((text) => text !== '')),
  }))
}

const numbers = new WeakMap<SourceContent, number>()
let lastNumber = 0
function contentNumber(content: SourceContent): number {
  const known = numbers.get(content)
  if (known !== undefined) return known
  numbers.set(content, (lastNumber += 1))
  return lastNumber
}

/**
 * Versions of one document: of one draft, or of drafts of different files that share half their problems (a paper that
 * was read into the program anew has a new name).
 */
function documentsOf(versions: readonly Version[]): Version[][] {
  const parent = versions.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root]!
    return (parent[index] = root)
  }
  const join = (a: number, b: number) => { parent[rootOf(a)] = rootOf(b) }
  const byDraft = new Map<string, number>()
  const shared = new Map<string, number>()
  const byProblem = new Map<string, number[]>()
  versions.forEach((version, index) => {
    const same = byDraft.get(version.draftId)
    if (same === undefined) byDraft.set(version.draftId, index)
    else join(index, same)
    for (const problem of version.problems) {
      const others = byProblem.get(problem) ?? []
      for (const other of others) if (versions[other]!.file !== version.file) shared.set(`${other} ${index}`, (shared.get(`${other} ${index}`) ?? 0) + 1)
      byProblem.set(problem, [...others, index])
    }
  })
  for (const [pair, count] of shared) {
    const [a, b] = pair.split(' ').map(Number) as [number, number]
    if (count * 2 >= Math.min(versions[a]!.problems.size, versions[b]!.problems.size)) join(a, b)
  }
  return [...Map.groupBy(versions.map((version, index) => ({ version, root: rootOf(index) })), ({ root }) => root).values()].map((group) => group.map(({ version }) => version))
}

const newer = (a: Version, b: Version) => (a.content.madeAt === b.content.madeAt ? a.file.id - b.file.id : a.content.madeAt < b.content.madeAt ? -1 : 1)

/** Of a draft that one file tells twice, as a draft and in a ledger, the newest; the draft where both are of one time. */
function withinFile(versions: readonly Version[]): Set<Version> {
  const best = new Map<string, Version>()
  for (const version of versions) {
    const before = best.get(version.draftId)
    const wins = before === undefined || version.content.madeAt > before.content.madeAt || (version.content.madeAt === before.content.madeAt && version.content.kind === 'draft')
    if (wins) best.set(version.draftId, version)
  }
  return new Set(best.values())
}

function takenVersions(document: readonly Version[], choice: UnitChoice): Set<Version> {
  if (typeof choice === 'number') return withinFile(document.filter(({ file }) => file.id === choice))
  const newest = document.reduce((best, one) => (newer(one, best) > 0 ? one : best))
  return withinFile(document.filter(({ file }) => file === newest.file))
}

const sentOf = ({ file, content }: Version, row: SourceRow): SentRow => ({ file, content, row })

/** Every row given is either taken or left. @param sent all rows of one unit, files in their order. */
export function chooseRows(sent: readonly SentRow[], choice: UnitChoice): ChosenRows {
  const taken: SentRow[] = []
  const left: LeftSent[] = []
  for (const document of documentsOf(versionsOf(sent))) {
    const winners = takenVersions(document, choice)
    const byName = new Map<string, SentRow[]>()
    const byProblem = new Map<string, SentRow>()
    const take = (one: SentRow) => {
      taken.push(one)
      byName.set(one.row.name, [...(byName.get(one.row.name) ?? []), one])
      const problem = plainProblem(one.row.row.values.problem ?? '')
      if (problem !== '' && !byProblem.has(problem)) byProblem.set(problem, one)
    }
    const leave = (one: SentRow, reason: LeftReason, insteadOf?: SentRow, fields: readonly string[] = []) => left.push({ ...one, reason, insteadOf, fields })
    for (const version of winners) {
      for (const row of version.rows) {
        const same = byName.get(row.name)?.find((other) => differingFields(other.row.row, row.row).length === 0)
        if (same) leave(sentOf(version, row), 'identical', same)
        else take(sentOf(version, row))
      }
    }
    for (const version of document.filter((one) => !winners.has(one)).toSorted((a, b) => newer(b, a))) {
      for (const row of version.rows) {
        const one = sentOf(version, row)
        const named = byName.get(row.name)
        const counterpart = named?.find((other) => differingFields(other.row.row, row.row).length === 0) ?? named?.[0] ?? byProblem.get(plainProblem(row.row.values.problem ?? ''))
        const fields = counterpart ? differingFields(counterpart.row.row, row.row) : []
        if (counterpart && fields.length === 0) leave(one, 'identical', counterpart)
        else if (typeof choice === 'number') leave(one, 'not-chosen', counterpart, fields)
        else if (counterpart) leave(one, 'changed', counterpart, fields)
        else if (choice === 'all') take(one)
        else leave(one, 'gone')
      }
    }
  }
  return { taken, left }
}
