/** Many drafts through the printer in one go, each beginning on a sheet of its own. */
import { useState } from 'react'
import { Button, Checkbox, Modal, Progress, Radio } from 'antd'
import type { FailedDraft } from '../../../shared/contract/print-procedures.ts'
import type { PrintSelection } from '../../../shared/print/print-selection.ts'
import { flavourText } from '../../text/page-flavour.ts'
import { printingText } from '../../text/printing.ts'
import { readFlavour } from './flavour-setting.ts'
import { FailedList } from './failed-list.tsx'
import { useJobProgress } from './use-job-progress.ts'
import { usePrinting } from './use-printing.ts'
import './printing.css'

const text = printingText.batch
const words = printingText.dialog

export function BatchPrintDialog({ draftIds, onClose }: { readonly draftIds: readonly string[]; readonly onClose: () => void }) {
  const printing = usePrinting()
  const done = useJobProgress(printing.jobId)
  const [manual, setManual] = useState(false)
  const [backsReverse, setBacksReverse] = useState(true)
  const [failed, setFailed] = useState<readonly FailedDraft[]>([])

  const print = async (sides: PrintSelection['sides'], reverse: boolean) => {
    const result = await printing.print({ draftIds, layout: null, selection: { range: '', sides, reverse } })
    if (!result) return
    setFailed(result.failed)
    if (!manual && result.failed.length === 0) onClose()
  }
  const footer = printing.busy ? <Button onClick={printing.cancel}>{text.cancel}</Button>
    : <><Button onClick={onClose}>{words.close}</Button>{!manual && <Button type="primary" onClick={() => void print('all', false)}>{text.startPrint}</Button>}</>
  return (
    <Modal open title={text.printTitle(draftIds.length)} width={640} onCancel={onClose} closable={!printing.busy} mask={{ closable: false }} keyboard={!printing.busy} footer={<div className="dialog-footer">{footer}</div>}>
      <div className="batch-fields">
        <p>{text.printHint}</p>
        {readFlavour() === 'libreoffice' && <p className="quiet">{flavourText.chosen}</p>}
        <Radio.Group value={manual} disabled={printing.busy} onChange={(event) => setManual(event.target.value as boolean)} options={[{ value: false, label: words.sidesAll }, { value: true, label: words.manual }]} />
        {manual && (
          <div className="manual-duplex">
            <p>{words.manualHint}</p>
            <Button type="primary" disabled={printing.busy} onClick={() => void print('fronts', false)}>{text.fronts}</Button>
            <Button disabled={printing.busy} onClick={() => void print('backs', backsReverse)}>{text.backs}</Button>
            <Checkbox checked={backsReverse} onChange={(event) => setBacksReverse(event.target.checked)}>{words.backsReverse}</Checkbox>
          </div>
        )}
        {printing.busy && <><Progress percent={Math.round(done * 100)} status="active" /><p role="status">{text.preparing}</p></>}
        <FailedList title={text.unprinted(failed.length)} failed={failed} />
        <p className="quiet">{words.copies}{manual ? '' : words.duplexPrinter}</p>
      </div>
    </Modal>
  )
}
