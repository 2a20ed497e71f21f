import { useState } from 'react'
import { App as AntdApp, Button, Space } from 'antd'
import type { ProcedureInput, ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { call, type Failure } from '../../client/client.ts'
import { zh } from '../../text/zh.ts'

interface ExportButtonProps {
  readonly draftId: string
  readonly host: ProcedureOutput<'app.info'>['host']
  readonly canChoosePath: boolean
  readonly flush: () => Promise<boolean>
}

type WordInput = ProcedureInput<'exports.word'>

/** Where an earlier answer says something stands in the way. */
function blockedTarget(failure: Failure): { readonly token: string } | undefined {
  const inTheWay = failure.code === 'FILE_EXISTS' || failure.code === 'FILE_CHANGED' || failure.code === 'FILE_OPEN'
  return inTheWay && typeof failure.data === 'object' && failure.data !== null && 'token' in failure.data ? { token: String(failure.data.token) } : undefined
}

function saveInBrowser(fileName: string, contentBase64: string): void {
  const bytes = Uint8Array.from(atob(contentBase64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 30_000)
}

export function ExportButton({ draftId, host, canChoosePath, flush }: ExportButtonProps) {
  const { modal, notification } = AntdApp.useApp()
  const [busy, setBusy] = useState(false)

  const download = async () => {
    const result = await call('exports.content', { draftId })
    if (result.ok) saveInBrowser(result.value.fileName, result.value.contentBase64)
    else modal.error({ title: result.error.message })
  }
  const reveal = async (token: string) => {
    const result = await call('exports.reveal', { token })
    if (!result.ok) modal.info({ title: result.error.message })
  }
  const run = async (target: WordInput['target'], ifExists: WordInput['ifExists']) => {
    setBusy(true)
    await flush()
    const result = await call('exports.word', { draftId, target, ifExists })
    setBusy(false)
    if (result.ok) {
      const { token, path } = result.value
      notification.success({
        title: zh.exporting.done, description: path, duration: 12, key: 'exported',
        actions: (
          <Space>
            <Button size="small" type="primary" onClick={() => void reveal(token)}>{zh.exporting.reveal}</Button>
            {host === 'local-host' && <Button size="small" onClick={() => void download()}>{zh.exporting.download}</Button>}
          </Space>
        ),
      })
      return
    }
    const blocked = blockedTarget(result.error)
    if (blocked) ask(result.error, blocked.token)
    else if (result.error.code !== 'CANCELLED') modal.error({ title: result.error.message })
  }
  const ask = (failure: Failure, token: string) => {
    const dialog = modal.confirm({
      title: zh.exporting.exists, content: failure.message,
      footer: () => (
        <div className="dialog-footer">
          <Button onClick={() => dialog.destroy()}>{zh.app.cancel}</Button>
          {failure.code !== 'FILE_OPEN' && <Button danger onClick={() => { dialog.destroy(); void run({ kind: 'token', token }, 'replace') }}>{zh.exporting.replace}</Button>}
          <Button type="primary" onClick={() => { dialog.destroy(); void run({ kind: 'token', token }, 'rename') }}>{zh.exporting.rename}</Button>
        </div>
      ),
    })
  }
  return <Button type="primary" loading={busy} onClick={() => void run({ kind: canChoosePath ? 'choose' : 'default' }, 'ask')}>{busy ? zh.exporting.working : zh.editing.exportWord}</Button>
}
