/** Real packages of invented units: a ledger, a draft, or both; plain or under a passphrase. */
import { ledgerContentVersion, type LedgerContent } from '../../shared/collect/ledger-content.ts'
import type { Draft } from '../../shared/document/draft.ts'
import type { TheirContent } from '../../shared/exchange/plan.ts'
import { makePackage } from '../../electron/backend/exchange/make-package.ts'

export interface UnitRow { readonly key: string; readonly draft?: string; readonly category?: string; readonly problem: string; readonly measure?: string; readonly state?: string; readonly due?: string; readonly leader?: string; readonly timeLimit?: string }

export function unitLedger(unit: string, rows: readonly UnitRow[], { id = `ledger-${unit}`, madeAt = '2024-06-01T08:00:00.000Z' } = {}): LedgerContent {
  return {
    schemaVersion: ledgerContentVersion, id: id.slice(0, 64), title: `${unit}整改台账`, unit, madeAt,
    rows: rows.map(({ key, draft = `${unit}-d1`, ...values }) => ({ name: `${draft}/${key}`, draft: '整改方案', kind: 'team-plan' as const, values })),
  }
}

export const ledgerPart = (ledger: LedgerContent): TheirContent => ({ kind: 'ledger', id: ledger.id, title: ledger.title, text: JSON.stringify(ledger) })
export const draftPart = (draft: Draft): TheirContent => ({ kind: 'draft', id: draft.id, title: draft.title, text: JSON.stringify(draft) })

export async function unitPackage(unit: string, contents: readonly TheirContent[], { passphrase = null as string | null, madeAt = '2024-06-01T08:00:00.000Z' } = {}): Promise<Uint8Array> {
  const made = await makePackage({ contents, maker: { unit, program: '整稿 0.0.0' }, madeAt, passphrase, signWith: null }, () => {})
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}
