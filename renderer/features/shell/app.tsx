import { useCallback, useEffect, useState } from 'react'
import { Button, Result, Spin } from 'antd'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { call, type Failure } from '../../client/client.ts'
import { zh } from '../../text/zh.ts'
import { DeidentifyScreen } from '../deidentify/deidentify-screen.tsx'
import { EditingScreen } from '../editing/editing-screen.tsx'
import { ExchangeScreen } from '../exchange/exchange-screen.tsx'
import { PackageOpening } from '../exchange/opening/package-opening.tsx'
import { BatchScreen } from '../importing/batch/batch-screen.tsx'
import { ImportScreen, type PendingImport } from '../importing/import-screen.tsx'
import { LedgerScreen } from '../ledger/ledger-screen.tsx'
import { LibraryScreen } from '../library/library-screen.tsx'
import { PrintingScreen } from '../printing/printing-screen.tsx'
import { RecoveryScreen } from '../recovery/recovery-screen.tsx'
import { SettingsScreen } from '../settings/settings-screen.tsx'
import { TemplatesScreen } from '../templates/templates-screen.tsx'
import { Rail } from './rail.tsx'
import { goTo, useRoute } from './route.ts'

type AppInfo = ProcedureOutput<'app.info'>

export function App() {
  const route = useRoute()
  const [info, setInfo] = useState<AppInfo>()
  const [failure, setFailure] = useState<Failure>()
  const [pending, setPending] = useState<PendingImport>()
  const [lastDraftId, setLastDraftId] = useState<string>()

  const load = useCallback(async () => {
    const result = await call('app.info', {})
    setFailure(result.ok ? undefined : result.error)
    if (result.ok) setInfo(result.value)
  }, [])
  useEffect(() => { void load() }, [load])
  useEffect(() => { if (route.page === 'draft' || route.page === 'preview') setLastDraftId(route.draftId) }, [route])

  if (failure) return <Result status="warning" title={failure.message} extra={<Button type="primary" onClick={() => void load()}>{zh.app.retry}</Button>} />
  if (!info) return <div className="center"><Spin description={zh.app.loading} /></div>
  if (info.recovery) return <RecoveryScreen recovery={info.recovery} onDone={() => void load()} />
  const stored = (draftId: string, then?: 'deidentify') => {
    setPending(undefined)
    goTo({ page: then ?? 'draft', draftId })
  }
  return (
    <div className="frame">
      <Rail route={pending || route.page === 'batch' ? { page: 'library' } : route} lastDraftId={pending ? undefined : lastDraftId} importing={pending !== undefined} />
      {pending
        ? <ImportScreen pending={pending} onCancel={() => setPending(undefined)} onStored={stored} />
        : route.page === 'draft'
          ? <EditingScreen key={route.draftId} draftId={route.draftId} info={info} />
          : route.page === 'preview' ? <PrintingScreen key={route.draftId} draftId={route.draftId} blockId={route.blockId} info={info} />
          : route.page === 'ledger' ? <LedgerScreen info={info} draftIds={route.draftIds} />
          : route.page === 'batch' ? <BatchScreen />
          : route.page === 'templates' ? <TemplatesScreen info={info} section={route.section} />
          : route.page === 'exchange' ? <ExchangeScreen info={info} section={route.section} />
          : route.page === 'deidentify' ? <DeidentifyScreen key={route.draftId} info={info} draftId={route.draftId} />
          : route.page === 'settings' ? <SettingsScreen info={info} section={route.section} />
          : <LibraryScreen info={info} onImport={setPending} />}
      <PackageOpening info={info} />
    </div>
  )
}
