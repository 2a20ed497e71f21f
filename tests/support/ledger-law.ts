/** “Ledger and draft agree”, seen from the draft: whatever it says of problems and their answers the ledger shows or counts. */
import { expect } from 'vitest'
import type { Draft } from '../../shared/document/draft.ts'
import { deriveLinks } from '../../shared/document/links.ts'
import { blockText, isTextBlock } from '../../shared/document/runs.ts'
import { placeItems, type PlacedItem } from '../../shared/ledger/item-places.ts'
import type { LedgerField } from '../../shared/ledger/ledger-fields.ts'
import { deriveLedger } from '../../shared/ledger/ledger-rows.ts'
import { responsibleField } from '../../shared/ledger/responsible-field.ts'

const answersOf = ({ item }: Pick<PlacedItem, 'item'>) => [...item.causes, ...item.measures]

/** Rows by each block in them that may answer several problems: an edit of it shows in all of them. */
export function sharedBlocks(draft: Pick<Draft, 'blocks' | 'records'>): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = new Map<string, Set<string>>()
  for (const { key, item } of placeItems(draft).items) {
    for (const { blockId, cell } of [...answersOf({ item }), ...item.timeLimits, ...item.responsible]) if (!cell) rows.set(blockId, new Set(rows.get(blockId)).add(key))
  }
  return rows
}

/** Fields of limits and people the row has through a cause or measure linked to it. */
export function linkedFields(draft: Pick<Draft, 'blocks' | 'records'>, key: string): readonly LedgerField[] {
  const item = placeItems(draft).items.find((one) => one.key === key)?.item
  if (!item) return []
  return [...(item.timeLimits.some(({ linked }) => linked) ? ['timeLimit' as const] : []), ...item.responsible.flatMap(({ linked, label }) => (linked ? [responsibleField(label)] : []))]
}

/** Throws where the ledger of the draft leaves something out, or tells it twice. */
export function expectLedgerWhole(draft: Draft): void {
  const placed = placeItems(draft)
  const ledger = deriveLedger(draft, placed)
  const { items, loose, orphans } = placed
  const written = draft.blocks.filter((block) => isTextBlock(block) && blockText(block).trim() !== '')
  const times = (texts: readonly { readonly blockId: string; readonly cell?: object }[]) => {
    const counts = new Map<string, number>()
    for (const { blockId, cell } of texts) if (!cell) counts.set(blockId, (counts.get(blockId) ?? 0) + 1)
    return counts
  }
  const problems = times(items.flatMap(({ item }) => item.problems))
  for (const { id } of written.filter(({ role }) => role === 'problem')) expect(problems.get(id), `rows of problem ${id}`).toBe(1)
  const perRow = items.map((one) => times(answersOf(one)))
  const looseTimes = times(loose.flatMap((item) => answersOf({ item })))
  for (const { id } of written.filter(({ role }) => role === 'cause' || role === 'measure')) {
    const [listed, counted] = [perRow.filter((row) => row.has(id)), looseTimes.get(id) ?? 0]
    expect(listed.every((row) => row.get(id) === 1), `${id} told twice in a row`).toBe(true)
    expect((listed.length > 0 ? 1 : 0) + counted, `${id} is in rows (${listed.length}) or loose (${counted})`).toBe(1)
  }
  // A link the writer made is a row: what 对应 shows, the ledger lists.
  const rowOf = new Map(items.flatMap((one, index) => one.item.problems.map(({ blockId }) => [blockId, index] as const)))
  const { links, answers, problems: entries } = deriveLinks(draft)
  for (const { answerId, problemId, origin } of links.filter((link) => link.origin === 'explicit')) {
    const answer = answers.find(({ id }) => id === answerId)!
    const problem = entries.find(({ id }) => id === problemId)!
    const row = rowOf.get(problem.blockIds.find((id) => rowOf.has(id)) ?? '')
    expect(row, `${origin} link to ${problemId}`).toBeDefined()
    for (const id of answer.blockIds.filter((one) => written.some((block) => block.id === one))) expect(perRow[row!]!.has(id), `${id} of ${answerId} in the row of ${problemId}`).toBe(true)
  }
  // Every record is the row's, one more of it, or counted.
  expect(ledger.orphans).toBe(orphans.length + items.reduce((sum, { otherRecords }) => sum + otherRecords.length, 0))
  expect(items.filter(({ record }) => record !== undefined).length + ledger.orphans).toBe((draft.records ?? []).length)
  expect(ledger.loose).toBe(loose.reduce((sum, item) => sum + item.causes.length + item.measures.length, 0))
  expect(new Set(ledger.rows.map(({ key }) => key)).size, 'keys are told apart').toBe(ledger.rows.length)
}
