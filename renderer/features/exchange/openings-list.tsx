/** Past openings: when, from whom, what was stored, and the way back. */
import { useCallback, useEffect, useState } from 'react'
import { Alert, App as AntdApp, Button } from 'antd'
import type { OpeningSummary } from '../../../shared/contract/package-procedures.ts'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { contentKinds, isKnownKind } from '../../../shared/exchange/content-kinds.ts'
import { call, type Failure } from '../../client/client.ts'
import { openingText, packagesText, recordsText as text } from '../../text/packages.ts'
import { nearTime } from '../shell/times.ts'
import { showContent } from './content-place.ts'
import { noteChanged, useFinishedCount } from './opening/opening-store.ts'

const pageSize = 20
const word = (kind: string) => (isKnownKind(kind) ? contentKinds[kind].word : kind)

function useOpenings() {
  const finished = useFinishedCount()
  const [shown, setShown] = useState(pageSize)
  const [state, setState] = useState<ProcedureOutput<'packages.openings'>>()
  const [failure, setFailure] = useState<Failure>()
  useEffect(() => {
    let current = true
    void call('packages.openings', { offset: 0, limit: Math.min(500, shown) }).then((result) => {
      if (!current) return
      setFailure(result.ok ? undefined : result.error)
      if (result.ok) setState(result.value)
    })
    return () => { current = false }
  }, [finished, shown])
  return { openings: state?.openings, total: state?.total ?? 0, failure, more: () => setShown(shown + 100) }
}

function Detail({ openingId }: { readonly openingId: string }) {
  const finished = useFinishedCount()
  const [detail, setDetail] = useState<ProcedureOutput<'packages.opening'>>()
  useEffect(() => {
    let current = true
    void call('packages.opening', { openingId }).then((result) => { if (current && result.ok) setDetail(result.value) })
    return () => { current = false }
  }, [openingId, finished])
  if (!detail) return null
  return (
    <>
      {detail.changed !== null && <Alert type="warning" showIcon title={text.changed(detail.changed)} />}
      <ul className="records-detail">
        {detail.contents.slice(0, 300).map(({ kind, storedId, title, act, place }) => (
          <li key={`${kind}/${storedId}`}>
            <span className="quiet">{word(kind)}</span><span>{title === '' ? packagesText.untitled : title}</span><span className="quiet">{place === 'library' ? openingText.acts[act] : text.places[place]}</span>
            {place === 'library' && <Button type="link" size="small" aria-label={`${openingText.openIt} ${title}`} onClick={() => showContent(kind, storedId)}>{openingText.openIt}</Button>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Row({ opening, open, onToggle, onUndo }: { readonly opening: OpeningSummary; readonly open: boolean; readonly onToggle: () => void; readonly onUndo: () => void }) {
  const { id, name, unit, openedAt, undoneAt, counts } = opening
  return (
    <>
      <tr data-opening={id} data-undone={undoneAt !== null}>
        <td>{nearTime(openedAt)}</td><td>{name}</td><td>{packagesText.unit(unit)}</td>
        <td>{Object.entries(counts).map(([kind, count]) => packagesText.count(word(kind), count)).join('，')}</td>
        <td>
          <Button type="link" size="small" aria-expanded={open} onClick={onToggle}>{open ? text.hide : text.show}</Button>
          {undoneAt === null ? <Button size="small" onClick={onUndo}>{text.undo}</Button> : <span>{text.undone(nearTime(undoneAt))}</span>}
        </td>
      </tr>
      {open && <tr><td colSpan={5} className="records-open"><Detail openingId={id} /></td></tr>}
    </>
  )
}

export function OpeningsList() {
  const { modal, message } = AntdApp.useApp()
  const { openings, total, failure, more } = useOpenings()
  const [openId, setOpenId] = useState<string>()
  const undo = useCallback(async ({ id }: OpeningSummary) => {
    const result = await call('packages.undo', { openingId: id })
    noteChanged()
    if (result.ok) return void message.success(openingText.undone(result.value.contents), 6)
    if (result.error.code === 'PACKAGE_CHANGED_SINCE') setOpenId(id)
    modal.warning({ title: text.cannotUndo, content: result.error.message })
  }, [message, modal])
  const ask = (opening: OpeningSummary) => void modal.confirm({ title: text.undoAsk(opening.name), content: text.undoHint, okText: text.undo, cancelText: packagesText.cancel, onOk: () => undo(opening) })
  return (
    <section aria-label={text.history}>
      <h3>{text.history}</h3>
      {failure && <Alert type="warning" showIcon title={failure.message} />}
      {openings?.length === 0 && <p>{text.none}</p>}
      {openings && openings.length > 0 && (
        <>
          <p>{text.historyLead}</p>
          <table className="records-table">
            <thead><tr><th scope="col">{text.columns.time}</th><th scope="col">{text.columns.file}</th><th scope="col">{text.columns.unit}</th><th scope="col">{text.columns.what}</th><th scope="col">{text.columns.state}</th></tr></thead>
            <tbody>{openings.map((opening) => <Row key={opening.id} opening={opening} open={opening.id === openId} onToggle={() => setOpenId(opening.id === openId ? undefined : opening.id)} onUndo={() => ask(opening)} />)}</tbody>
          </table>
          {total > openings.length && <Button type="link" onClick={more}>{text.more}</Button>}
        </>
      )}
    </section>
  )
}
