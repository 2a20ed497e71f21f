/** Writing a package: progress, what stands in the way at the place it goes to, and what can be done with it afterwards. */
import { useState } from 'react'
import { App as AntdApp, Button } from 'antd'
import type { ProcedureInput, ProcedureOutput } from '../../../../shared/contract/procedures.ts'
import { call, newJobId } from '../../../client/client.ts'
import { makingText as text } from '../../../text/packages.ts'
import { zh } from '../../../text/zh.ts'
import { blockedTarget, saveInBrowser, type AppInfo, type IfExists, type Target } from '../../shell/use-file-export.tsx'

export type WantedPackage = Omit<ProcedureInput<'packages.content'>, 'jobId'>
export type WrittenPackage = ProcedureOutput<'packages.make'>

export interface Writing {
  /** While it is made. */
  readonly jobId: string | undefined
  readonly stopping: boolean
  readonly written: WrittenPackage | undefined
  readonly problem: string | undefined
  readonly start: (wanted: WantedPackage) => Promise<void>
  readonly stop: () => void
  readonly reveal: () => Promise<void>
  readonly download: (wanted: WantedPackage) => Promise<void>
  readonly again: () => void
}

export function useWriting(info: Pick<AppInfo, 'canChoosePath'>): Writing {
  const { modal } = AntdApp.useApp()
  const [jobId, setJobId] = useState<string>()
  const [stopping, setStopping] = useState(false)
  const [written, setWritten] = useState<WrittenPackage>()
  const [problem, setProblem] = useState<string>()

  const run = async <T,>(work: (jobId: string) => Promise<T>): Promise<T> => {
    const mine = newJobId()
    setStopping(false)
    setProblem(undefined)
    setJobId(mine)
    const result = await work(mine)
    setJobId(undefined)
    return result
  }
  const write = async (wanted: WantedPackage, target: Target, ifExists: IfExists): Promise<void> => {
    const result = await run((mine) => call('packages.make', { ...wanted, jobId: mine, target, ifExists }))
    if (result.ok) return setWritten(result.value)
    const blocked = blockedTarget(result.error)
    if (!blocked) {
      if (result.error.code !== 'CANCELLED') setProblem(result.error.message)
      return
    }
    const again = (how: IfExists) => {
      dialog.destroy()
      void write(wanted, { kind: 'token', token: blocked.token }, how)
    }
    const dialog = modal.confirm({
      title: zh.exporting.exists, content: result.error.message,
      footer: () => (
        <div className="dialog-footer">
          <Button onClick={() => dialog.destroy()}>{zh.app.cancel}</Button>
          {result.error.code !== 'FILE_OPEN' && <Button danger onClick={() => again('replace')}>{zh.exporting.replace}</Button>}
          <Button type="primary" onClick={() => again('rename')}>{zh.exporting.rename}</Button>
        </div>
      ),
    })
  }
  return {
    jobId, stopping, written, problem,
    start: (wanted) => write(wanted, { kind: info.canChoosePath ? 'choose' : 'default' }, 'ask'),
    stop: () => {
      if (jobId === undefined) return
      setStopping(true)
      void call('jobs.cancel', { jobId })
    },
    reveal: async () => {
      if (!written) return
      const result = await call('exports.reveal', { token: written.token })
      if (!result.ok) modal.info({ title: result.error.message })
    },
    download: async (wanted) => {
      const result = await run((mine) => call('packages.content', { ...wanted, jobId: mine }))
      if (result.ok) saveInBrowser(result.value.fileName, result.value.contentBase64)
      else if (result.error.code !== 'CANCELLED') modal.error({ title: text.failed, content: result.error.message })
    },
    again: () => setWritten(undefined),
  }
}
