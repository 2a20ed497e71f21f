/** The ledger counted, and what of it needs a look into the papers. */
import { Popover } from 'antd'
import type { ListedRow } from '../../../shared/ledger/build-ledger-table.ts'
import { itemStateNames, type ItemState } from '../../../shared/ledger/ledger-fields.ts'
import { percent, summarise, type LedgerSummary } from '../../../shared/ledger/ledger-summary.ts'
import { ledgerText } from '../../text/ledger.ts'
import { goTo } from '../shell/route.ts'
import type { LedgerState } from './ledger-store.ts'

const text = ledgerText.foot
/** The best first, as such sums are told. */
const order: readonly ItemState[] = ['closed', 'done', 'under-way', 'not-started', 'long-term']

/** 12 = 已销号 3 + 已完成待核 2 + 推进中 6 + 长期坚持 1 */
function sum({ total, byState }: LedgerSummary): string {
  const parts = order.filter((state) => byState[state] > 0).map((state) => `${itemStateNames[state]} ${byState[state]}`)
  return total === 0 ? text.none : `${total} = ${parts.join(' + ')}`
}

interface NoticeProps {
  readonly what: string
  readonly action: string
  readonly view?: 'links'
  readonly drafts: readonly { readonly id: string; readonly title: string; readonly detail?: string }[]
}

/** Leads to the draft; where there are several, one is chosen. */
function Notice({ what, action, view, drafts }: NoticeProps) {
  const [only] = drafts
  if (drafts.length === 1 && only!.detail === undefined) return <span className="notice">{what}　<button type="button" className="text-link" onClick={() => goTo({ page: 'draft', draftId: only!.id, view })}>{action}</button></span>
  const list = (
    <div className="notice-list">
      {drafts.map(({ id, title, detail }) => (
        <button key={id} type="button" onClick={() => goTo({ page: 'draft', draftId: id, view })}>{title === '' ? ledgerText.untitled : title}{detail !== undefined && <small>{detail}</small>}</button>
      ))}
    </div>
  )
  return <span className="notice">{what}　<Popover trigger="click" placement="topLeft" title={text.inDrafts} content={list}><button type="button" className="text-link">{action}</button></Popover></span>
}

interface LedgerFootProps {
  readonly state: LedgerState
  readonly shown: readonly ListedRow[]
  readonly filtered: boolean
  readonly stale: boolean
  readonly onResort: () => void
}

export function LedgerFoot({ state, shown, filtered, stale, onResort }: LedgerFootProps) {
  const summary = summarise(shown, state.today)
  const loose = state.drafts.filter((draft) => draft.loose > 0)
  const orphans = state.drafts.filter((draft) => draft.orphans > 0)
  return (
    <footer className="ledger-foot">
      <span className="sum">{sum(summary)}{filtered && <span className="quiet">{text.of(state.rows.length)}</span>}</span>
      {summary.total > 0 && <span className="rate">{text.rate(percent(summary.done, summary.total), summary.done, summary.total)}</span>}
      {stale && <button type="button" className="text-link" title={ledgerText.resortHint} onClick={onResort}>{ledgerText.resort}</button>}
      <span className="space" />
      {loose.length + orphans.length + state.failed.length === 0 && <span className="keys">{text.keys}</span>}
      {loose.length > 0 && <Notice what={text.loose(loose.reduce((sum, draft) => sum + draft.loose, 0))} action={text.toLinks} view="links" drafts={loose} />}
      {orphans.length > 0 && <Notice what={text.orphans(orphans.reduce((sum, draft) => sum + draft.orphans, 0))} action={text.toDraft} drafts={orphans} />}
      {state.failed.length > 0 && <Notice what={text.failed(state.failed.length)} action={text.toDraft} drafts={state.failed.map(({ id, title, message }) => ({ id, title, detail: message }))} />}
    </footer>
  )
}
