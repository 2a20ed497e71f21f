/** Many drafts into a folder: what kind of file, how far it is, what came of each. */
import { useEffect, useState } from 'react'
import { App as AntdApp, Alert, Button, Modal, Progress, Radio } from 'antd'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { call, newJobId } from '../../client/client.ts'
import { flavourText } from '../../text/page-flavour.ts'
import { printingText } from '../../text/printing.ts'
import { readFlavour } from './flavour-setting.ts'
import { FailedList } from './failed-list.tsx'
import { useJobProgress } from './use-job-progress.ts'
import './printing.css'

type Written = ProcedureOutput<'exports.batch'>
const text = printingText.batch

export function BatchExportDialog({ draftIds, onClose }: { readonly draftIds: readonly string[]; readonly onClose: () => void }) {
  const { modal } = AntdApp.useApp()
  const [format, setFormat] = useState<'docx' | 'pdf'>('docx')
  const [hasPdf, setHasPdf] = useState(true)
  const [jobId, setJobId] = useState<string>()
  const [cancelling, setCancelling] = useState(false)
  const [written, setWritten] = useState<Written>()
  const done = useJobProgress(jobId)
  useEffect(() => { void call('prints.abilities', {}).then((result) => setHasPdf(!result.ok || result.value.pdf)) }, [])

  const start = async () => {
    const mine = newJobId()
    setCancelling(false)
    setJobId(mine)
    const result = await call('exports.batch', { jobId: mine, draftIds: [...draftIds], layout: null, flavour: readFlavour(), format })
    setJobId(undefined)
    if (result.ok) setWritten(result.value)
    else modal.error({ title: result.error.message })
  }
  const cancel = () => {
    setCancelling(true)
    if (jobId !== undefined) void call('jobs.cancel', { jobId })
  }
  const reveal = async (token: string) => {
    const result = await call('exports.reveal', { token })
    if (!result.ok) modal.info({ title: result.error.message })
  }
  const footer = written
    ? <><Button onClick={() => void reveal(written.token)}>{text.reveal}</Button><Button type="primary" onClick={onClose}>{text.close}</Button></>
    : jobId !== undefined
      ? <Button disabled={cancelling} onClick={cancel}>{cancelling ? text.cancelling : text.cancel}</Button>
      : <><Button onClick={onClose}>{printingText.dialog.cancel}</Button><Button type="primary" onClick={() => void start()}>{text.start}</Button></>
  return (
    <Modal open title={text.exportTitle(draftIds.length)} width={640} onCancel={onClose} closable={jobId === undefined} mask={{ closable: false }} keyboard={jobId === undefined} footer={<div className="dialog-footer">{footer}</div>}>
      <div className="batch-fields">
        {written ? (
          <>
            <Alert type={written.cancelled || written.files.length === 0 ? 'info' : 'success'} showIcon title={(written.cancelled ? text.cancelled : text.done)(written.files.length)} description={written.folder} />
            <FailedList title={text.failed(written.failed.length)} failed={written.failed} />
            {written.files.length > 0 && <ol className="printed-list">{written.files.map((file) => <li key={file.draftId}>{file.name}</li>)}</ol>}
          </>
        ) : jobId !== undefined ? (
          <>
            <Progress percent={Math.round(done * 100)} status="active" />
            <p role="status">{text.running(Math.round(done * draftIds.length), draftIds.length)}</p>
          </>
        ) : (
          <>
            <Radio.Group value={format} onChange={(event) => setFormat(event.target.value as 'docx' | 'pdf')} options={[{ value: 'docx', label: text.word }, { value: 'pdf', label: text.pdf, disabled: !hasPdf }]} />
            {!hasPdf && <p className="quiet">{text.noPdf}</p>}
            {format === 'pdf' && readFlavour() === 'libreoffice' && <p className="quiet">{flavourText.chosen}</p>}
            <p>{text.where}</p>
          </>
        )}
      </div>
    </Modal>
  )
}
