/** The unit's own signature, and those of others the writer has compared. */
import { useEffect, useState } from 'react'
import { App as AntdApp, Button, Input, Modal } from 'antd'
import type { KnownKey } from '../../../shared/contract/package-procedures.ts'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import type { Result } from '../../../shared/contract/errors.ts'
import { call } from '../../client/client.ts'
import { packagesText, recordsText as text } from '../../text/packages.ts'
import { nearTime } from '../shell/times.ts'
import { Fingerprint } from './fingerprint.tsx'
import { noteChanged, useFinishedCount } from './opening/opening-store.ts'

function RenameDialog({ known, onName, onClose }: { readonly known: KnownKey; readonly onName: (name: string) => void; readonly onClose: () => void }) {
  const [name, setName] = useState(known.unit)
  const plain = name.trim()
  return (
    <Modal open title={text.renameTitle} okText={text.save} cancelText={packagesText.cancel} okButtonProps={{ disabled: plain === '' || plain === known.unit }} onOk={() => onName(plain)} onCancel={onClose}>
      <p>{text.renameLead}</p>
      <Input autoFocus value={name} maxLength={200} spellCheck={false} aria-label={text.renameLabel} onChange={(event) => setName(event.target.value)} />
    </Modal>
  )
}

export function KnownKeys() {
  const { modal, notification } = AntdApp.useApp()
  const finished = useFinishedCount()
  const [state, setState] = useState<ProcedureOutput<'packages.keys'>>()
  const [renaming, setRenaming] = useState<KnownKey>()
  useEffect(() => {
    let current = true
    void call('packages.keys', {}).then((result) => { if (current && result.ok) setState(result.value) })
    return () => { current = false }
  }, [finished])
  const act = async <T,>(work: Promise<Result<T>>): Promise<T | undefined> => {
    const result = await work
    noteChanged()
    if (result.ok) return result.value
    modal.error({ title: result.error.message })
    return undefined
  }
  const forget = async ({ publicKey, unit }: KnownKey) => {
    const done = await act(call('packages.forgetKey', { publicKey, unit }))
    if (!done) return
    const key = `forgot-${publicKey}`
    const putBack = () => {
      notification.destroy(key)
      void act(call('packages.putBackKey', { publicKey, unit, confirmedAt: done.confirmedAt }))
    }
    notification.success({ key, title: text.forgot(unit), duration: 12, actions: <Button size="small" onClick={putBack}>{text.putBack}</Button> })
  }
  const rename = (known: KnownKey, name: string) => {
    setRenaming(undefined)
    void act(call('packages.renameKey', { publicKey: known.publicKey, unit: known.unit, name }))
  }
  if (!state) return null
  return (
    <section aria-label={text.keys}>
      <h3>{text.own}</h3>
      {state.own === null
        ? <p>{text.ownNone} <Button size="small" onClick={() => void act(call('packages.makeKey', {}))}>{text.ownMake}</Button></p>
        : <p><Fingerprint value={state.own} /></p>}
      <p className="quiet">{text.ownLead}</p>
      <h3>{text.known}</h3>
      {state.keys.length === 0 ? <p>{text.knownNone}</p> : (
        <table className="records-table">
          <thead><tr><th scope="col">{text.knownColumns.unit}</th><th scope="col">{text.knownColumns.fingerprint}</th><th scope="col">{text.knownColumns.time}</th><th /></tr></thead>
          <tbody>
            {state.keys.map((known) => (
              <tr key={`${known.publicKey} ${known.unit}`} data-unit={known.unit}>
                <td>{packagesText.unit(known.unit)}</td><td><Fingerprint value={known.fingerprint} /></td><td>{nearTime(known.confirmedAt)}</td>
                <td><Button type="link" size="small" onClick={() => setRenaming(known)}>{text.rename}</Button><Button type="link" size="small" onClick={() => void forget(known)}>{text.forget}</Button></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {renaming && <RenameDialog known={renaming} onName={(name) => rename(renaming, name)} onClose={() => setRenaming(undefined)} />}
    </section>
  )
}
