/** Exporting a file: where it goes, what stands in the way there, and what can be done with it afterwards. */
import { useState } from 'react'
import { App as AntdApp, Button, Space } from 'antd'
import type { Result } from '../../../shared/contract/errors.ts'
import type { ProcedureInput, ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { call, type Failure } from '../../client/client.ts'
import { layoutsText } from '../../text/layouts.ts'
import { zh } from '../../text/zh.ts'

export type AppInfo = ProcedureOutput<'app.info'>
export type Target = ProcedureInput<'exports.word'>['target']
export type IfExists = ProcedureInput<'exports.word'>['ifExists']

/** To be spread into the input of an export. */
export type ChosenLayout = { readonly layout?: string }

export interface FileExport {
  /** What the message of success says. */
  readonly done: string
  /** @param layout in the place of the draft's own, where that is gone and the writer chose another. */
  readonly write: (target: Target, ifExists: IfExists, layout?: ChosenLayout) => Promise<Result<{ readonly path: string; readonly token: string; readonly notes?: readonly string[] }>>
  /** The same file for the browser's own download. */
  readonly content: (layout?: ChosenLayout) => Promise<Result<{ readonly fileName: string; readonly contentBase64: string }>>
}

/** Where an earlier answer says something stands in the way. */
export function blockedTarget(failure: Failure): { readonly token: string } | undefined {
  const inTheWay = failure.code === 'FILE_EXISTS' || failure.code === 'FILE_CHANGED' || failure.code === 'FILE_OPEN'
  return inTheWay && typeof failure.data === 'object' && failure.data !== null && 'token' in failure.data ? { token: String(failure.data.token) } : undefined
}

/** Where the draft's layout is gone: the one that is offered in its place. */
function offeredLayout(failure: Failure): { readonly id: string; readonly name: string } | undefined {
  const data = failure.code === 'LAYOUT_GONE' ? (failure.data as { readonly fallback?: { readonly id: string; readonly name: string } } | undefined) : undefined
  return data?.fallback
}

/** Hands a file to the browser's own downloads. */
export function saveInBrowser(fileName: string, contentBase64: string): void {
  const bytes = Uint8Array.from(atob(contentBase64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 30_000)
}

export function useFileExport(info: Pick<AppInfo, 'host' | 'canChoosePath'>): { readonly busy: boolean; readonly run: (file: FileExport) => Promise<void> } {
  const { modal, notification } = AntdApp.useApp()
  const [busy, setBusy] = useState(false)

  const download = async ({ content }: FileExport, layout: ChosenLayout) => {
    const result = await content(layout)
    if (result.ok) saveInBrowser(result.value.fileName, result.value.contentBase64)
    else modal.error({ title: result.error.message })
  }
  const reveal = async (token: string) => {
    const result = await call('exports.reveal', { token })
    if (!result.ok) modal.info({ title: result.error.message })
  }
  const write = async (file: FileExport, target: Target, ifExists: IfExists, layout: ChosenLayout = {}): Promise<void> => {
    setBusy(true)
    const result = await file.write(target, ifExists, layout)
    setBusy(false)
    if (result.ok) {
      const { token, path, notes = [] } = result.value
      notification.success({
        title: file.done, description: <>{path}{notes.map((note) => <p key={note} className="export-note">{note}</p>)}</>, duration: notes.length > 0 ? 0 : 12, key: 'exported',
        actions: (
          <Space>
            <Button size="small" type="primary" onClick={() => void reveal(token)}>{zh.exporting.reveal}</Button>
            {info.host === 'local-host' && <Button size="small" onClick={() => void download(file, layout)}>{zh.exporting.download}</Button>}
          </Space>
        ),
      })
      return
    }
    const blocked = blockedTarget(result.error)
    const offered = offeredLayout(result.error)
    if (blocked) ask(file, result.error, blocked.token, layout)
    else if (offered) {
      modal.confirm({ title: layoutsText.gone.title, content: result.error.message, okText: layoutsText.gone.exportWith(offered.name), cancelText: zh.app.cancel, onOk: () => { void write(file, target, ifExists, { layout: offered.id }) } })
    }
    else if (result.error.code !== 'CANCELLED') modal.error({ title: result.error.message })
  }
  const ask = (file: FileExport, failure: Failure, token: string, layout: ChosenLayout) => {
    const again = (ifExists: IfExists) => {
      dialog.destroy()
      void write(file, { kind: 'token', token }, ifExists, layout)
    }
    const dialog = modal.confirm({
      title: zh.exporting.exists, content: failure.message,
      footer: () => (
        <div className="dialog-footer">
          <Button onClick={() => dialog.destroy()}>{zh.app.cancel}</Button>
          {failure.code !== 'FILE_OPEN' && <Button danger onClick={() => again('replace')}>{zh.exporting.replace}</Button>}
          <Button type="primary" onClick={() => again('rename')}>{zh.exporting.rename}</Button>
        </div>
      ),
    })
  }
  return { busy, run: (file) => write(file, { kind: info.canChoosePath ? 'choose' : 'default' }, 'ask') }
}
