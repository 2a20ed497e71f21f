import { useCallback, useEffect, useState } from 'react'
import { App as AntdApp, Button, Dropdown, Input, Space } from 'antd'
import { DownOutlined, SearchOutlined } from '@ant-design/icons'
import { draftKinds, type DraftKind } from '../../../shared/document/draft.ts'
import { call } from '../../client/client.ts'
import { batchText } from '../../text/import-batch.ts'
import { deidentifyText } from '../../text/deidentify.ts'
import { finalText } from '../../text/final.ts'
import { kindNames } from '../../text/roles.ts'
import { ledgerText } from '../../text/ledger.ts'
import { packagesText } from '../../text/packages.ts'
import { zh } from '../../text/zh.ts'
import { PackageButton } from '../exchange/making/package-button.tsx'
import { takePackages } from '../exchange/opening/take-packages.ts'
import { MergeMembersButton } from '../collect/merge-members-button.tsx'
import type { GatheredFiles } from '../importing/batch/batch-files.ts'
import { startBatch, useBatch } from '../importing/batch/batch-store.ts'
import type { PendingImport } from '../importing/import-screen.tsx'
import { BatchButtons } from '../printing/batch-buttons.tsx'
import { goTo } from '../shell/route.ts'
import type { AppInfo } from '../shell/use-file-export.tsx'
import { NewDraftDialog } from '../templates/new-draft-dialog.tsx'
import { DraftTable } from './draft-table.tsx'
import { FileDrop, useFilePicker } from './file-drop.tsx'
import { StateFilter } from './state-filter.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { useLibrary } from './use-library.ts'
import './library.css'

export function LibraryScreen({ info, onImport }: { readonly info: AppInfo; readonly onImport: (pending: PendingImport) => void }) {
  const { message, modal } = AntdApp.useApp()
  const [folder, setFolder] = useState<'active' | 'trash'>('active')
  const [kind, setKind] = useState<DraftKind | null>(null)
  const [final, setFinal] = useState<boolean>()
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  const [pasting, setPasting] = useState(false)
  const [beginning, setBeginning] = useState<DraftKind>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const library = useLibrary({ folder, kind, query, final })

  // A Chinese input method types letters first: what is searched for follows after a pause.
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => setChosen([]), [folder, kind, query, final])

  const takeFiles = useCallback((all: GatheredFiles) => {
    const found = takePackages(all, (told) => void message.warning(told, 8))
    if (found === undefined) return
    if (found.files.length === 0) return void message.info(batchText.nothing, 5)
    if (found.files.length === 1 && found.folders === 0) return void found.files[0]!.open().then((file) => onImport({ kind: 'file', file }))
    startBatch(found)
    goTo({ page: 'batch' })
  }, [message, onImport])
  const pick = useFilePicker(takeFiles)
  const batch = useBatch()

  const makeExamples = async () => {
    const result = await call('drafts.createExamples', {})
    if (result.ok) void message.success(zh.library.examplesMade(result.value.draftIds.length))
    else modal.error({ title: result.error.message })
  }
  const move = async (draftIds: readonly string[], where: 'drafts.trash' | 'drafts.restore') => {
    const result = await call(where, { draftIds: [...draftIds] })
    if (!result.ok) return void modal.error({ title: result.error.message })
    setChosen([])
    const back = where === 'drafts.trash' ? 'drafts.restore' : 'drafts.trash'
    const key = `moved-${draftIds[0]!}`
    void message.open({
      key, type: 'success', duration: 6,
      content: <span>{(where === 'drafts.trash' ? zh.library.trashed : zh.library.restored)(draftIds.length)}　<a onClick={() => { message.destroy(key); void move(draftIds, back) }}>{zh.library.undo}</a></span>,
    })
  }

  const { counts } = library
  const isEmpty = library.loaded && counts.active === 0 && counts.trash === 0
  return (
    <FileDrop onFiles={takeFiles} hint={packagesText.libraryDrop}>
      <div className="screen">
        <header className="top-bar">
          <h1>{zh.library.title}</h1>
          <Input className="library-search" allowClear prefix={<SearchOutlined />} value={typed} placeholder={zh.library.search} aria-label={zh.library.search} onChange={(event) => setTyped(event.target.value)} />
          <span className="space" />
          {batch && <Button type="link" className="batch-link" onClick={() => goTo({ page: 'batch' })}>{batchText.inLibrary(batch.entries.filter(({ outcome }) => outcome.state !== 'waiting').length, batch.entries.length, batch.phase === 'running')}</Button>}
          <Space.Compact>
            <Button onClick={() => pick('one')}>{zh.library.importFile}</Button>
            <Dropdown trigger={['click']} menu={{ items: [{ key: 'many', label: batchText.many }, { key: 'folder', label: batchText.folder }], onClick: ({ key }) => pick(key as 'many' | 'folder') }}>
              <Button aria-label={batchText.menu} title={batchText.menu} icon={<DownOutlined />} />
            </Dropdown>
          </Space.Compact>
          <Button onClick={() => setPasting(true)}>{zh.library.paste}</Button>
          <Dropdown trigger={['click']} menu={{ items: draftKinds.map((one) => ({ key: one, label: kindNames[one] })), onClick: ({ key }) => setBeginning(key as DraftKind) }}>
            <Button type="primary">{zh.library.create} <DownOutlined /></Button>
          </Dropdown>
        </header>
        <main className="library-main">
          {isEmpty ? (
            <div className="library-empty">
              <h2>{zh.library.emptyTitle}</h2>
              <p>{zh.library.emptyHint}</p>
              <div>
                <Button type="primary" size="large" onClick={() => void makeExamples()}>{zh.library.openExamples}</Button>
                <Button size="large" onClick={() => pick('one')}>{zh.library.importFile}</Button>
                <Button size="large" onClick={() => pick('folder')}>{batchText.folder}</Button>
                <Button size="large" onClick={() => setPasting(true)}>{zh.library.paste}</Button>
              </div>
            </div>
          ) : (
            <>
              <div className="library-filters" role="toolbar">
                <button type="button" className="pill" aria-pressed={folder === 'active' && kind === null} onClick={() => { setFolder('active'); setKind(null) }}>{zh.library.all} {counts.active}</button>
                {draftKinds.filter((one) => counts.byKind[one]).map((one) => (
                  <button type="button" key={one} className="pill" aria-pressed={folder === 'active' && kind === one} onClick={() => { setFolder('active'); setKind(one) }}>{kindNames[one]} {counts.byKind[one]}</button>
                ))}
                <StateFilter counts={counts} final={final} onChange={setFinal} />
                <span className="space" />
                <button type="button" className="pill" aria-pressed={folder === 'trash'} onClick={() => { setFolder('trash'); setKind(null) }}>{zh.library.trash} {counts.trash}</button>
                {chosen.length > 0 && (
                  <div className="library-acts">
                    <span>{zh.library.chosen(chosen.length)}</span>
                    {folder === 'active' && <Button size="small" onClick={() => goTo({ page: 'ledger', draftIds: chosen })}>{ledgerText.toLedger}</Button>}
                    {folder === 'active' && chosen.length === 1 && <Button size="small" onClick={() => goTo({ page: 'deidentify', draftId: chosen[0]! })}>{deidentifyText.library}</Button>}
                    {folder === 'active' && <BatchButtons draftIds={chosen} />}
                    {folder === 'active' && <PackageButton draftIds={chosen} info={info} />}
                    {folder === 'active' && chosen.length > 1 && <MergeMembersButton draftIds={chosen} />}
                    <Button size="small" onClick={() => void move(chosen, folder === 'active' ? 'drafts.trash' : 'drafts.restore')}>{folder === 'active' ? zh.library.toTrash : zh.library.restore}</Button>
                  </div>
                )}
              </div>
              <DraftTable
                library={library} folder={folder} chosen={chosen} onChoose={setChosen}
                emptyText={query !== '' ? zh.library.nothingFound(query) : folder === 'trash' ? zh.library.trashEmpty : final !== undefined ? finalText.noneOf(final) : kind === null ? zh.library.emptyTitle : zh.library.nothingOfKind}
                onOpen={(draftId) => goTo({ page: 'draft', draftId })}
                onMove={(draftId) => void move([draftId], folder === 'active' ? 'drafts.trash' : 'drafts.restore')}
              />
            </>
          )}
        </main>
      </div>
      {beginning && <NewDraftDialog kind={beginning} onClose={() => setBeginning(undefined)} onMade={(draftId) => { setBeginning(undefined); goTo({ page: 'draft', draftId }) }} />}
      {pasting && <PasteDialog onCancel={() => setPasting(false)} onText={(text) => { setPasting(false); onImport({ kind: 'paste', text }) }} />}
    </FileDrop>
  )
}
