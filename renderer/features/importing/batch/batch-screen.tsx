/** What became of each file of a batch, while it runs and afterwards. */
import { useEffect, useState } from 'react'
import { Alert, App as AntdApp, Button, Progress } from 'antd'
import { mostFiles } from '../../../../shared/importing/batch-files.ts'
import { batchText } from '../../../text/import-batch.ts'
import { zh } from '../../../text/zh.ts'
import { FileDrop } from '../../library/file-drop.tsx'
import { goTo } from '../../shell/route.ts'
import { BatchRow } from './batch-row.tsx'
import { closeBatch, resumeBatch, retry, startBatch, stopBatch, storedIds, undoBatch, useBatch, type Batch, type BatchEntry } from './batch-store.ts'
import './batch.css'

const filters = ['all', 'stored', 'failed', 'skipped', 'waiting'] as const
type Filter = (typeof filters)[number]

const shows = (filter: Filter, { outcome }: BatchEntry) => filter === 'all' || outcome.state === filter || (filter === 'waiting' && outcome.state === 'running')

function Told({ batch, waiting }: { readonly batch: Batch; readonly waiting: number }) {
  const stored = storedIds(batch).length
  const { found, cut, unreadable } = batch.gathered
  return (
    <>
      {found > batch.entries.length && <Alert type="warning" showIcon title={batchText.tooMany(found, mostFiles)} />}
      {cut && <Alert type="warning" showIcon title={batchText.tooDeep} />}
      {unreadable.length > 0 && <Alert type="warning" showIcon title={batchText.unreadableFolders(unreadable.join('、'))} />}
      {batch.phase === 'stopped' && (
        <Alert
          type={batch.broken ? 'error' : 'info'} showIcon title={batch.broken ? batchText.brokenOff(waiting, stored, batch.broken.message) : batchText.stopped(waiting, stored)}
          action={<Button size="small" type="primary" onClick={resumeBatch}>{batchText.resume}</Button>}
        />
      )}
    </>
  )
}

function Running({ batch }: { readonly batch: Batch }) {
  const finished = batch.entries.filter(({ outcome }) => outcome.state !== 'waiting' && outcome.state !== 'running').length
  const running = batch.entries.find(({ outcome }) => outcome.state === 'running')
  const within = running?.outcome.state === 'running' ? running.outcome.done : 0
  const all = batch.entries.length
  return (
    <div className="batch-progress" role="status">
      <span>{batch.phase === 'stopping' ? batchText.stopping : batchText.running(Math.min(all, finished + 1), all)}{running && <small>　{running.path}</small>}</span>
      <Progress percent={Math.floor(((finished + within) / all) * 1000) / 10} showInfo={false} status="active" />
    </div>
  )
}

export function BatchScreen() {
  const { modal, message } = AntdApp.useApp()
  const batch = useBatch()
  const [filter, setFilter] = useState<Filter>('all')
  // After a reload the files are gone from the window; what was stored is in the library.
  useEffect(() => { if (!batch) goTo({ page: 'library' }) }, [batch])
  if (!batch) return <div className="screen" />
  const count = (one: Filter) => batch.entries.filter((entry) => shows(one, entry)).length
  const failed = batch.entries.flatMap(({ id, outcome }) => (outcome.state === 'failed' ? [id] : []))
  const stored = storedIds(batch)
  const undone = storedIds(batch, true)
  const isBusy = batch.phase === 'running' || batch.phase === 'stopping'

  const move = async (back: boolean) => {
    const moved = await undoBatch(!back)
    if (moved.ok) void message.success((back ? batchText.restored : batchText.undone)(moved.value))
    else modal.error({ title: moved.error.message, okText: zh.app.confirm })
  }
  const undo = () => modal.confirm({ title: batchText.undoAsk(stored.length), content: batchText.undoHint, okText: batchText.undo, cancelText: zh.app.cancel, onOk: () => move(false) })
  const close = () => {
    closeBatch()
    goTo({ page: 'library' })
  }
  return (
    <FileDrop onFiles={startBatch}>
      <div className="screen">
        <header className="top-bar">
          <h1>{batchText.title}</h1>
          <span className="tag">{batchText.source(batch.folders, batch.entries.length)}</span>
          <span className="space" />
          {isBusy && <Button danger disabled={batch.phase === 'stopping'} onClick={stopBatch}>{batchText.cancel}</Button>}
          {!isBusy && failed.length > 0 && <Button onClick={() => retry(failed)}>{batchText.retry(failed.length)}</Button>}
          {!isBusy && undone.length > 0 && <Button onClick={() => void move(true)}>{batchText.restore}</Button>}
          {!isBusy && stored.length > 0 && <Button onClick={undo}>{batchText.undo}</Button>}
          {!isBusy && stored.length > 0 && <Button onClick={() => goTo({ page: 'ledger', draftIds: stored })}>{batchText.toLedger}</Button>}
          <Button type="primary" disabled={isBusy} onClick={close}>{batchText.close}</Button>
        </header>
        <main className="batch-main">
          {isBusy ? <Running batch={batch} /> : batch.phase === 'done' && <p className="batch-done" role="status">{batchText.done(batch.entries.length, count('stored'), count('skipped'), failed.length)}</p>}
          <Told batch={batch} waiting={count('waiting')} />
          <div className="library-filters" role="toolbar">
            {filters.filter((one) => one === 'all' || count(one) > 0).map((one) => (
              <button type="button" key={one} className="pill" aria-pressed={filter === one} onClick={() => setFilter(one)}>{batchText.filters[one]} {count(one)}</button>
            ))}
          </div>
          <div className="batch-list" role="table" aria-label={batchText.title} tabIndex={0}>
            {batch.entries.filter((entry) => shows(filter, entry)).map((entry) => <BatchRow key={entry.id} entry={entry} />)}
          </div>
        </main>
      </div>
    </FileDrop>
  )
}
