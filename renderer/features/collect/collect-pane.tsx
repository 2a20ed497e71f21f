/** 汇总: packages are chosen, read with progress, and shown as one ledger. */
import { useEffect, useState } from 'react'
import { App as AntdApp, Button, Progress } from 'antd'
import { collectText as text } from '../../text/collect.ts'
import { zh } from '../../text/zh.ts'
import type { AppInfo } from '../shell/use-file-export.tsx'
import { CollectResult, type ResultTab } from './collect-result.tsx'
import { CollectStart } from './collect-start.tsx'
import { stopCollecting, useCollect } from './collect-store.ts'
import './collect.css'

function Working() {
  const { phase, done, all, at } = useCollect()
  const reading = phase === 'reading' || phase === 'stopping'
  return (
    <div className="collect-working" role="status">
      <p>{phase === 'stopping' ? text.stopping : reading ? text.reading(Math.min(all, done + 1), all) : phase === 'summing' ? text.summing : text.loading}</p>
      {reading && <Progress percent={all === 0 ? 0 : Math.floor((done / all) * 1000) / 10} showInfo={false} status="active" />}
      {reading && <p className="collect-at" title={at}>{at}</p>}
      {reading && <Button danger disabled={phase === 'stopping'} onClick={stopCollecting}>{text.cancel}</Button>}
    </div>
  )
}

export function CollectPane({ info }: { readonly info: AppInfo }) {
  const { modal } = AntdApp.useApp()
  const state = useCollect()
  // Kept while the same packages are added up again: the writer goes on where the choice was made.
  const [tab, setTab] = useState<ResultTab>('ledger')
  useEffect(() => { if (state.phase === 'idle') setTab('ledger') }, [state.phase])
  useEffect(() => { if (state.failure) modal.error({ title: state.failure.message, okText: zh.app.confirm }) }, [state.failure, modal])
  if (state.phase === 'ready' && state.view) return <CollectResult info={info} state={state} view={state.view} tab={tab} onTab={setTab} />
  return state.phase === 'idle' ? <CollectStart /> : <Working />
}
