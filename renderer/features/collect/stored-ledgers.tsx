/** Ledgers of the library: made here to be packed, or received in packages. */
import { useCallback, useEffect, useState } from 'react'
import { App as AntdApp, Button, Checkbox } from 'antd'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { call, subscribe } from '../../client/client.ts'
import { collectText } from '../../text/collect.ts'
import { collectStored } from './collect-store.ts'

type StoredLedger = ProcedureOutput<'ledgers.list'>['ledgers'][number]

const text = collectText.ledgers

export function StoredLedgers() {
  const { message, modal } = AntdApp.useApp()
  const [ledgers, setLedgers] = useState<readonly StoredLedger[]>([])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const load = useCallback(async () => {
    const listed = await call('ledgers.list', {})
    if (listed.ok) setLedgers(listed.value.ledgers)
  }, [])
  useEffect(() => {
    void load()
    return subscribe((event) => { if (event.type === 'contents-changed' && event.kind === 'ledger') void load() })
  }, [load])
  const picked = chosen.filter((id) => ledgers.some((ledger) => ledger.id === id))
  const move = async (ids: readonly string[], where: 'ledgers.trash' | 'ledgers.restore') => {
    const moved = await call(where, { ledgerIds: [...ids] })
    if (!moved.ok) return void modal.error({ title: moved.error.message })
    setChosen([])
    if (where === 'ledgers.restore') return
    const key = `ledgers-${ids[0]!}`
    void message.open({ key, type: 'success', duration: 8, content: <span>{text.removed(moved.value.moved)}　<a onClick={() => { message.destroy(key); void move(ids, 'ledgers.restore') }}>{text.undo}</a></span> })
  }
  return (
    <section className="collect-ledgers" aria-label={text.title}>
      <h3>{text.title}<small>{text.hint}</small></h3>
      {ledgers.length === 0 ? <p className="settings-keys">{text.none}</p> : (
        <>
          <ul>
            {ledgers.map((ledger) => (
              <li key={ledger.id}>
                <Checkbox checked={picked.includes(ledger.id)} onChange={(event) => setChosen(event.target.checked ? [...picked, ledger.id] : picked.filter((id) => id !== ledger.id))}>
                  <span className="ledger-name" title={ledger.title}>{ledger.title}</span>
                  <small>{text.told(ledger.unit === '' ? text.noUnit : ledger.unit, ledger.rows, ledger.madeAt.slice(0, 10))}</small>
                </Checkbox>
              </li>
            ))}
          </ul>
          <div className="collect-foot">
            <Button size="small" type="primary" disabled={picked.length === 0} onClick={() => void collectStored(picked)}>{text.collect(picked.length)}</Button>
            <Button size="small" disabled={picked.length === 0} onClick={() => void move(picked, 'ledgers.trash')}>{text.remove}</Button>
          </div>
        </>
      )}
    </section>
  )
}
