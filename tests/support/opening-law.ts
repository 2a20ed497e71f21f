/** What must be true of a library after a package was opened in it, and after that was taken back. */
import { contentKey } from '../../shared/exchange/manifest.ts'
import type { KnownKind } from '../../shared/exchange/content-kinds.ts'
import type { ConflictChoice, ContentAct, TheirContent } from '../../shared/exchange/plan.ts'
import type { Held } from './library-tables.ts'

export interface Answered {
  readonly kind: KnownKind
  readonly id: string
  readonly storedId: string
  readonly act: ContentAct
}

type AnyContent = Readonly<Record<string, unknown>>

export function expectedAct(theirs: TheirContent, mine: Held[string] | undefined, choice: ConflictChoice): ContentAct {
  if (mine === undefined) return 'add'
  if (mine.text === theirs.text) return mine.trashed ? 'restore' : 'leave'
  return choice === 'keep' ? 'leave' : choice === 'take' ? 'replace' : 'addBeside'
}

const titleField = (kind: KnownKind) => (kind === 'draft' || kind === 'snippet' || kind === 'ledger' ? 'title' : 'name')

/** Theirs as it must stand: ids of what came with it followed, its own id where it stands beside mine. */
function expectedContent({ kind, text }: TheirContent, { act, storedId }: Answered, newIds: ReadonlyMap<string, string>): AnyContent {
  const value = JSON.parse(text) as AnyContent
  const follow = (of: 'layout' | 'aspects', id: string) => newIds.get(contentKey({ kind: of, id })) ?? id
  const aspects = value['aspects'] as { readonly set: string } | undefined
  return {
    ...value,
    ...(kind === 'draft' || kind === 'template' ? { layout: follow('layout', String(value['layout'])) } : {}),
    ...(kind === 'template' && aspects ? { aspects: { ...aspects, set: follow('aspects', aspects.set) } } : {}),
    ...(act === 'addBeside' ? { id: storedId } : {}),
  }
}

/** Faults of the library after an opening that answered so; none where every content is where it should be and nothing else moved. */
export function faultsOfOpening(before: Held, after: Held, theirs: readonly TheirContent[], answered: readonly Answered[], choice: ConflictChoice): string[] {
  const faults: string[] = []
  const rest = new Map(Object.entries(before))
  const newIds = new Map(answered.filter(({ id, storedId }) => id !== storedId).map((one) => [contentKey(one), one.storedId]))
  const seen = new Set<string>()
  for (const [index, one] of answered.entries()) {
    const content = theirs[index]!
    const key = contentKey(content)
    const mine = before[key]
    if (contentKey(one) !== key) faults.push(`${key}: answered as ${contentKey(one)}`)
    if (one.act !== expectedAct(content, mine, choice)) faults.push(`${key}: ${one.act} for ${choice}`)
    if ((one.act === 'addBeside') === (one.storedId === one.id)) faults.push(`${key}: ${one.act} under ${one.storedId}`)
    if (one.act === 'leave') continue
    const stored = after[contentKey({ kind: one.kind, id: one.storedId })]
    seen.add(contentKey({ kind: one.kind, id: one.storedId }))
    if (one.act !== 'addBeside') rest.delete(key)
    if (stored === undefined || stored.trashed) {
      faults.push(`${key}: not there after ${one.act}`)
      continue
    }
    const expected = expectedContent(content, one, newIds)
    const found = JSON.parse(stored.text) as AnyContent
    // A name is made free where another has it: a layout's always, the others' where they stand beside mine.
    const named = content.kind === 'layout' || (one.act === 'addBeside' && content.kind !== 'draft') ? { [titleField(content.kind)]: found[titleField(content.kind)] } : {}
    const text = JSON.stringify({ ...expected, ...named })
    if (stored.text !== (one.act === 'restore' ? mine!.text : text)) faults.push(`${key}: ${stored.text.slice(0, 300)} for ${text.slice(0, 300)}`)
  }
  for (const [key, mine] of rest) if (after[key]?.text !== mine.text || after[key].trashed !== mine.trashed) faults.push(`${key}: mine was changed`)
  for (const key of Object.keys(after)) if (before[key] === undefined && !seen.has(key)) faults.push(`${key}: nobody asked for it`)
  return faults
}

type Dump = Readonly<Record<string, readonly string[]>>

/** Counters and times that tell that something was done and undone, and how far the search index is. Everything else is as it was. */
const moving: Readonly<Record<string, readonly string[]>> = { drafts: ['revision', 'updated_at', 'indexed_revision'], contents: ['updated_at'], layouts: ['updated_at'] }
/** Records of what was done, which are added to. */
const records = ['openings', 'opening_contents', 'versions', 'settings', 'known_keys']

/** Faults of a library where an opening was undone: rows gone or changed, and rows too many that are not in the trash. */
export function faultsOfUndoing(before: Dump, after: Dump): string[] {
  const faults: string[] = []
  const trashedDrafts = new Set<number>()
  for (const [table, rows] of Object.entries(after)) {
    // Derived from the drafts, in the background.
    if (table.startsWith('draft_search')) continue
    const plain = (row: string) => JSON.stringify(JSON.parse(row), (key, value: unknown) => ((moving[table] ?? []).includes(key) ? undefined : value))
    const old = new Set((before[table] ?? []).map(plain))
    const now = new Set(rows.map(plain))
    for (const row of old) if (!now.has(row)) faults.push(`${table} lost ${row.slice(0, 300)}`)
    for (const row of now) {
      if (old.has(row) || records.includes(table)) continue
      const read = JSON.parse(row) as { readonly number?: number; readonly trashed_at?: number | null }
      if ((table === 'drafts' || table === 'contents') && typeof read.trashed_at === 'number') {
        if (table === 'drafts') trashedDrafts.add(read.number!)
      } else if (!(table === 'draft_contents')) faults.push(`${table} has ${row.slice(0, 300)}`)
    }
  }
  const numbers = (dump: Dump) => (dump['draft_contents'] ?? []).map((row) => (JSON.parse(row) as { number: number }).number)
  const known = new Set(numbers(before))
  for (const number of numbers(after)) if (!known.has(number) && !trashedDrafts.has(number)) faults.push(`draft_contents has ${number}`)
  return faults
}
