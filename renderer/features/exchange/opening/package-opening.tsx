/** The dialogue in which packages are looked into and stored, on whatever screen they arrive. */
import { useCallback, useEffect, useState } from 'react'
import { Alert, Button, Modal, Progress } from 'antd'
import type { PlannedContent } from '../../../../shared/exchange/plan.ts'
import { subscribe } from '../../../client/client.ts'
import { openingText as text, packagesText, type SignerState } from '../../../text/packages.ts'
import { useJobProgress } from '../../printing/use-job-progress.ts'
import type { AppInfo } from '../../shell/use-file-export.tsx'
import { useWindowHeight } from '../../shell/zoom.ts'
import { choiceOf, isStored, noChoices } from './contents-table.tsx'
import { CompareContent } from './compare-content.tsx'
import { OpenedView } from './opened-view.tsx'
import { finishPackage, takeOffered, useWaitingPackages, type WaitingPackage } from './opening-store.ts'
import { PassphraseForm } from './passphrase-form.tsx'
import { Review } from './review.tsx'
import { isConfirmed, noWord } from './signer-panel.tsx'
import { useOpening } from './use-opening.ts'
import '../exchange.css'

/** A window behind another leaves a file to the one in front for so long, in milliseconds. */
const courtesy = 2500
/** Pixels the dialogue takes beside its list. */
const roomAround = 376
/** What has to be said of the signature, and of contents not known here, takes further ones. */
const roomForWord: Partial<Record<SignerState, number>> = { unknown: 74, changed: 108 }
const roomForUnknown = 80

function OpeningDialog({ waiting, others, onDone }: { readonly waiting: WaitingPackage; readonly others: number; readonly onDone: () => void }) {
  const opening = useOpening(waiting, onDone)
  const { state, jobId } = opening
  const [choices, setChoices] = useState(noChoices)
  const [word, setWord] = useState(noWord)
  const [stopping, setStopping] = useState(false)
  const [compared, setCompared] = useState<PlannedContent>()
  const done = useJobProgress(jobId)
  const windowHeight = useWindowHeight()
  useEffect(() => setStopping(false), [state.kind])
  const busy = state.kind === 'reading' || state.kind === 'storing'
  const stop = () => {
    if (busy) {
      setStopping(true)
      opening.stop()
    } else onDone()
  }
  const view = state.kind === 'review' ? state.view : undefined
  const asks = view?.signer.state === 'unknown' || view?.signer.state === 'changed'
  const count = view?.contents.filter((content) => isStored(choices, content)).length ?? 0
  const confirmed = view !== undefined && isConfirmed(view, word)
  const store = () => {
    if (!view) return
    const changed = view.contents.filter((content) => content.state === 'changed')
    const skipped = view.contents.filter((content) => content.state === 'new' && !isStored(choices, content))
    void opening.store({
      choices: changed.map((content) => ({ kind: content.kind, id: content.id, choice: choiceOf(choices, content) })),
      skip: skipped.map(({ kind, id }) => ({ kind, id })),
      confirmSigner: asks ? view.signer.fingerprint : null,
    })
  }
  const footer = (
    <div className="dialog-footer">
      {others > 0 && <span className="quiet footer-left">{text.queue(others)}</span>}
      {state.kind === 'stored' && state.undone === undefined && state.stored.openingId !== null && <Button onClick={() => void opening.undo()}>{text.undo}</Button>}
      {busy && <Button disabled={stopping} onClick={stop}>{stopping ? packagesText.stopping : packagesText.stop}</Button>}
      {state.kind === 'failed' && <Button onClick={opening.readAgain}>{packagesText.retry}</Button>}
      {view && <><span className="quiet footer-left">{count === 0 ? (view.contents.every(({ state: of }) => of === 'same') ? text.nothing : text.nothingChosen) : confirmed ? text.notYet : text.confirmFirst}</span><Button onClick={onDone}>{packagesText.cancel}</Button><Button type="primary" disabled={count === 0 || !confirmed} onClick={store}>{text.store(count)}</Button></>}
      {(state.kind === 'failed' || state.kind === 'passphrase') && <Button type={state.kind === 'failed' ? 'primary' : 'default'} onClick={onDone}>{state.kind === 'failed' ? packagesText.close : packagesText.cancel}</Button>}
      {state.kind === 'stored' && <Button type="primary" onClick={onDone}>{others > 0 ? text.next : packagesText.done}</Button>}
    </div>
  )
  const height = Math.max(130, windowHeight - roomAround - (view ? (roomForWord[view.signer.state] ?? 0) + (view.unknown.length > 0 ? roomForUnknown : 0) : 0))
  return (
    <Modal
      open width={state.kind === 'review' ? 'min(1040px, calc(100vw - 48px))' : 640} style={{ top: 24 }} title={text.title(waiting.name)} className="opening-dialog"
      mask={{ closable: false }} keyboard={!busy} closable={!busy} onCancel={stop} footer={footer}
    >
      {busy && <div className="package-wait"><Progress percent={Math.round(done * 100)} status="active" /><p role="status">{state.kind === 'reading' ? text.reading : text.storing}</p></div>}
      {state.kind === 'passphrase' && <PassphraseForm wrong={state.wrong} onPassphrase={opening.tryPassphrase} />}
      {state.kind === 'failed' && <Alert type="error" showIcon title={text.failed.title} description={<><p>{state.message}</p><p className="quiet">{text.failed.kept}</p></>} />}
      {view && <Review view={view} problem={state.kind === 'review' ? state.problem : undefined} word={word} onWord={setWord} choices={choices} onChoices={setChoices} onCompare={setCompared} height={height} />}
      {state.kind === 'stored' && <OpenedView state={state} height={Math.max(150, windowHeight - 280)} onLeave={onDone} />}
      {compared && <CompareContent content={compared} opening={opening} onClose={() => setCompared(undefined)} />}
    </Modal>
  )
}

/** Stands once in the window; shows the first of the packages that wait. */
export function PackageOpening({ info }: { readonly info: AppInfo }) {
  const packages = useWaitingPackages()
  useEffect(() => {
    void takeOffered()
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = subscribe((event) => {
      if (event.type !== 'package-offered') return
      clearTimeout(timer)
      timer = setTimeout(() => void takeOffered(), info.host === 'desktop' || document.hasFocus() ? 0 : courtesy)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [info.host])
  const [shown, setShown] = useState(0)
  const next = useCallback(() => {
    setShown((count) => count + 1)
    finishPackage()
  }, [])
  const first = packages[0]
  return first === undefined ? null : <OpeningDialog key={shown} waiting={first} others={packages.length - 1} onDone={next} />
}
