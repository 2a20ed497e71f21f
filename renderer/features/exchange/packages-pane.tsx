/** 交换包: made, opened, what was opened before, and whose signatures are known. */
import { useCallback, useState } from 'react'
import { App as AntdApp, Button } from 'antd'
import { packagesText as text } from '../../text/packages.ts'
import { screensText } from '../../text/screens.ts'
import type { GatheredFiles } from '../importing/batch/batch-files.ts'
import { FileDrop } from '../library/file-drop.tsx'
import type { AppInfo } from '../shell/use-file-export.tsx'
import { KnownKeys } from './known-keys.tsx'
import { MakeDialog } from './making/make-dialog.tsx'
import { fromFile, openPackages } from './opening/opening-store.ts'
import { takePackages } from './opening/take-packages.ts'
import { OpeningsList } from './openings-list.tsx'
import './exchange.css'

/** The system's file dialogue; several are opened one after the other. */
function choosePackages(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.zgx'
  input.multiple = true
  input.addEventListener('change', () => openPackages([...(input.files ?? [])].map(fromFile)))
  input.click()
}

export function PackagesPane({ info }: { readonly info: AppInfo }) {
  const { message } = AntdApp.useApp()
  const [making, setMaking] = useState(false)
  const take = useCallback((all: GatheredFiles) => {
    const rest = takePackages(all, (told) => void message.warning(told, 8))
    if (rest !== undefined) void message.info(text.onlyPackages, 5)
  }, [message])
  return (
    <FileDrop onFiles={take} hint={text.dropCover}>
      <div className="settings-sheet packages-pane">
        <h2>{screensText.exchangeTabs.packages}</h2>
        <p>{text.lead}</p>
        <div className="packages-actions">
          <Button type="primary" onClick={() => setMaking(true)}>{text.make}</Button>
          <Button onClick={choosePackages}>{text.open}</Button>
          <span className="quiet">{text.dropHint}</span>
        </div>
        <OpeningsList />
        <KnownKeys />
        {making && <MakeDialog info={info} start={[]} onClose={() => setMaking(false)} />}
      </div>
    </FileDrop>
  )
}
