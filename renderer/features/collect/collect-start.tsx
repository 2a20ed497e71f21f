import { useCallback, useEffect, useState } from 'react'
import { App as AntdApp, Button, Input } from 'antd'
import type { CollectedView } from '../../../shared/contract/collect-procedures.ts'
import { collectText as text } from '../../text/collect.ts'
import { fromList, type GatheredFiles } from '../importing/batch/batch-files.ts'
import { FileDrop } from '../library/file-drop.tsx'
import { lastView, mostPackages, openView, packagesOf, startCollecting } from './collect-store.ts'
import { ExpectedUnits } from './expected-units.tsx'
import { StoredLedgers } from './stored-ledgers.tsx'

function pick(what: 'files' | 'folder', onFiles: (found: GatheredFiles) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  if (what === 'folder') input.webkitdirectory = true
  else input.accept = '.zgx'
  input.addEventListener('change', () => onFiles(fromList([...(input.files ?? [])], mostPackages)))
  input.click()
}

export function CollectStart() {
  const { message } = AntdApp.useApp()
  const [word, setWord] = useState('')
  const [last, setLast] = useState<CollectedView | null>(null)
  useEffect(() => { void lastView().then(setLast) }, [])
  const take = useCallback((found: GatheredFiles) => {
    if (packagesOf(found).packages.length === 0) void message.info(text.nothing, 5)
    else void startCollecting(found, word)
  }, [message, word])
  return (
    <FileDrop onFiles={take} most={mostPackages} hint={text.dropHint}>
      <div className="settings-sheet collect-start">
        <h2>{text.title}</h2>
        <p className="settings-lead">{text.lead}</p>
        <div className="collect-choose">
          <Button type="primary" size="large" onClick={() => pick('folder', take)}>{text.folder}</Button>
          <Button size="large" onClick={() => pick('files', take)}>{text.files}</Button>
          <label>{text.passphrase}<Input.Password value={word} autoComplete="off" maxLength={1000} aria-label={text.passphrase} onChange={(event) => setWord(event.target.value)} /></label>
        </div>
        <p className="settings-keys">{text.passphraseHint}</p>
        {last && <p className="collect-last"><b>{text.last.title}</b>{text.last.told(last.units, last.rows)}<Button size="small" onClick={() => void openView(last)}>{text.last.open}</Button></p>}
        <div className="collect-lists">
          <ExpectedUnits />
          <StoredLedgers />
        </div>
      </div>
    </FileDrop>
  )
}
