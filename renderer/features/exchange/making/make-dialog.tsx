/** Making a package: everything that goes in is seen first, then it is written, read again and shown. */
import { useState } from 'react'
import { Alert, Button, Modal, Progress } from 'antd'
import { makingText as text, packagesText } from '../../../text/packages.ts'
import { zh } from '../../../text/zh.ts'
import { useJobProgress } from '../../printing/use-job-progress.ts'
import type { AppInfo } from '../../shell/use-file-export.tsx'
import { useWindowHeight } from '../../shell/zoom.ts'
import { ContentChooser } from './content-chooser.tsx'
import { ReviewStep } from './review-step.tsx'
import { needsReview, type LeavingInput } from './leaving-step.ts'
import { isComplete, PackageOptionsFields, plainPackage } from './package-options.tsx'
import { PackingList } from './packing-list.tsx'
import { usePacking, type ContentName } from './use-packing.ts'
import { useWriting, type WantedPackage } from './use-writing.tsx'
import '../exchange.css'

interface MakeDialogProps {
  readonly info: Pick<AppInfo, 'host' | 'canChoosePath'>
  /** What it begins with; nothing opens the chooser. */
  readonly start: readonly ContentName[]
  readonly onClose: () => void
}

/** Pixels the dialogue takes beside its lists. */
const roomAround = 400

export function MakeDialog({ info, start, onClose }: MakeDialogProps) {
  const packing = usePacking(start)
  const [choosing, setChoosing] = useState(start.length === 0)
  const [options, setOptions] = useState(plainPackage)
  const [reviewing, setReviewing] = useState(false)
  /** What was last asked for, for a download of the same. */
  const [made, setMade] = useState<WantedPackage>()
  const writing = useWriting(info)
  const done = useJobProgress(writing.jobId)
  const height = Math.max(140, useWindowHeight() - roomAround - (options.encrypt ? 70 : 0) - (options.sign ? 30 : 0))
  const { list, plan } = packing
  const { written } = writing
  const leavesUnseen = list.some(needsReview)

  const write = (further: LeavingInput) => {
    const wanted: WantedPackage = { ...further, contents: list.map(({ kind, id }) => ({ kind, id })), passphrase: options.encrypt ? options.passphrase : null, sign: options.sign, exactly: true }
    setReviewing(false)
    setMade(wanted)
    void writing.start(wanted)
  }
  const next = () => {
    if (leavesUnseen) setReviewing(true)
    else write({})
  }
  const busy = writing.jobId !== undefined
  const footer = busy
    ? <Button disabled={writing.stopping} onClick={writing.stop}>{writing.stopping ? packagesText.stopping : packagesText.stop}</Button>
    : written
      ? (
        <>
          {info.host === 'local-host' && made && <Button onClick={() => void writing.download(made)}>{zh.exporting.download}</Button>}
          <Button onClick={() => void writing.reveal()}>{zh.exporting.reveal}</Button>
          <Button type="primary" onClick={onClose}>{packagesText.done}</Button>
        </>
      ) : (
        <>
          <Button onClick={onClose}>{packagesText.cancel}</Button>
          <Button type="primary" disabled={list.length === 0 || !isComplete(options)} onClick={next}>{text.write}</Button>
        </>
      )
  const wide = choosing && !written && !busy
  return (
    <Modal
      open width={`min(${wide ? 1080 : 720}px, calc(100vw - 48px))`} style={{ top: 24 }} title={text.title} className="make-dialog" mask={{ closable: false }} keyboard={!busy} closable={!busy} onCancel={onClose}
      footer={reviewing ? null : <div className="dialog-footer">{footer}</div>}
    >
      {busy ? (
        <div className="package-wait"><Progress percent={Math.round(done * 100)} status="active" /><p role="status">{text.working}</p><p>{text.workingHint}</p></div>
      ) : written ? (
        <div className="packing">
          <Alert type="success" showIcon title={text.done(written.contents)} description={written.path} />
          {options.encrypt && <p>{text.donePassphrase}{text.passphrase.warning}</p>}
          {written.fingerprint !== null && <p>{text.doneSigned(written.fingerprint)}</p>}
        </div>
      ) : reviewing ? <ReviewStep contents={list} onReviewed={write} onBack={() => setReviewing(false)} /> : (
        <div className="packing">
          {writing.problem !== undefined && <Alert type="error" showIcon title={text.failed} description={writing.problem} />}
          {packing.failure && <Alert type="warning" showIcon title={packing.failure.message} />}
          <p className="quiet">{text.lead}{plan && text.maker(plan.unit)}</p>
          <div className="packing-columns" data-chooser={choosing}>
            {choosing && <ContentChooser packing={packing} height={height} />}
            <section style={{ height }}>
              <div className="packing-head">
                <b role="status">{text.listed(list.length, packagesText.size(list.reduce((sum, { size }) => sum + size, 0)))}</b><span className="space" />
                <Button size="small" onClick={() => setChoosing(!choosing)}>{choosing ? text.hideChooser : text.addMore}</Button>
              </div>
              <PackingList packing={packing} />
            </section>
          </div>
          <PackageOptionsFields options={options} onOptions={setOptions} />
        </div>
      )}
    </Modal>
  )
}
