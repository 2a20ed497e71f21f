/** The rows a package tells: of its ledgers as they are, of its drafts as their text says. */
import { readDraft } from '../document/draft.ts'
import type { TheirContent } from '../exchange/plan.ts'
import type { TextField } from '../ledger/item-places.ts'
import { inferState, readState } from '../ledger/item-states.ts'
import { itemStates } from '../ledger/ledger-fields.ts'
import { deriveLedger, type LedgerRow, type MissingPart } from '../ledger/ledger-rows.ts'
import { parseIsoDate } from '../time-limit/calendar.ts'
import type { SourceContent } from './collect-types.ts'
import { ledgerContentSchema, type LedgerContent } from './ledger-content.ts'

const textFields = ['category', 'problem', 'cause', 'measure', 'leader', 'person', 'office', 'support', 'timeLimit', 'progress', 'result', 'evidence', 'files'] as const satisfies readonly TextField[]

const isoDay = (text: string | undefined) => (parseIsoDate(text) === undefined ? undefined : text)

/** What superiors look for in a row and do not find. */
function missingOf(values: LedgerRow['values']): MissingPart[] {
  const responsible = values.leader ?? values.person ?? values.office ?? values.support
  return [
    ...(values.problem === undefined ? ['problem' as const] : []), ...(values.measure === undefined ? ['measure' as const] : []),
    ...(values.timeLimit === undefined ? ['timeLimit' as const] : []), ...(responsible === undefined ? ['responsible' as const] : []),
  ]
}

/** A row of a ledger that travelled; a state in words of its own is read as one. */
export function rowOfContent({ name, values }: LedgerContent['rows'][number]): LedgerRow {
  const at = name.indexOf('/')
  const texts: Partial<Record<TextField, string>> = {}
  for (const field of textFields) if (values[field] !== undefined && values[field] !== '') texts[field] = values[field]
  const told = itemStates.find((state) => state === values.state) ?? readState(values.state ?? '')
  const stateSince = isoDay(values.stateSince)
  const closedOn = isoDay(values.closedOn)
  return {
    key: at < 0 ? name : name.slice(at + 1), draftId: at < 0 ? name : name.slice(0, at), values: texts, due: isoDay(values.due) ?? null,
    state: told ?? (closedOn === undefined ? inferState([], texts.result ?? '') : 'closed'),
    ...(told === undefined ? { stateInferred: true } : {}), ...(stateSince === undefined ? {} : { stateSince }), ...(closedOn === undefined ? {} : { closedOn }),
    missing: missingOf(texts),
  }
}

/** Of the unit a row, else its ledger, else the package names. */
export function contentOfLedger(ledger: LedgerContent, makerUnit: string): SourceContent {
  const own = ledger.unit.trim() === '' ? makerUnit : ledger.unit
  return {
    kind: 'ledger', title: ledger.title, unit: own, madeAt: ledger.madeAt,
    rows: ledger.rows.map((one) => ({ name: one.name, unit: one.values.source?.trim() || own, draft: one.draft, kind: one.kind, row: rowOfContent(one) })),
  }
}

/** Contents without rows (templates, snippets, layouts) are left out; a draft without items is kept: its unit has reported. */
export function contentsOfPackage({ unit, madeAt, contents }: { readonly unit: string; readonly madeAt: string; readonly contents: readonly TheirContent[] }): SourceContent[] {
  return contents.flatMap(({ kind, text }): SourceContent[] => {
    if (kind === 'ledger') return [contentOfLedger(ledgerContentSchema.parse(JSON.parse(text)), unit)]
    if (kind !== 'draft') return []
    const read = readDraft(JSON.parse(text))
    if (!read.ok) return []
    const { draft } = read
    const own = draft.meta.unit?.trim() || unit
    return [{
      kind: 'draft', title: draft.title, unit: own, madeAt,
      rows: deriveLedger(draft).rows.map((row) => ({ name: `${row.draftId}/${row.key}`, unit: own, draft: draft.title, kind: draft.kind, row })),
    }]
  })
}
