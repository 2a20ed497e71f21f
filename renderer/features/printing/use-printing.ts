/** Sends pages to a printer: through the system's dialogue where the host has one, else through the window's own. */
import { useCallback, useState } from 'react'
import { App as AntdApp } from 'antd'
import type { FailedDraft } from '../../../shared/contract/print-procedures.ts'
import type { PrintSelection } from '../../../shared/print/print-selection.ts'
import { call, newJobId } from '../../client/client.ts'
import { readFlavour } from './flavour-setting.ts'
import { pageNonce, printInWindow } from './print-in-window.ts'

export interface PrintRequest {
  readonly draftIds: readonly string[]
  readonly layout: string | null
  readonly selection: PrintSelection
}

export interface Printing {
  readonly busy: boolean
  readonly jobId: string | undefined
  readonly cancel: () => void
  /** @returns undefined where nothing was printed; the writer has been told why. */
  readonly print: (request: PrintRequest) => Promise<{ readonly failed: readonly FailedDraft[] } | undefined>
}

export function usePrinting(): Printing {
  const { modal } = AntdApp.useApp()
  const [jobId, setJobId] = useState<string>()
  const print = useCallback(async ({ draftIds, layout, selection }: PrintRequest) => {
    const mine = newJobId()
    setJobId(mine)
    try {
      const abilities = await call('prints.abilities', {})
      const job = { jobId: mine, draftIds: [...draftIds], layout, flavour: readFlavour(), selection }
      if (abilities.ok && abilities.value.print) {
        const result = await call('prints.start', job)
        if (result.ok) return { failed: result.value.failed }
        if (result.error.code !== 'CANCELLED') modal.error({ title: result.error.message })
        return undefined
      }
      const result = await call('prints.html', { ...job, nonce: pageNonce() })
      if (!result.ok) {
        if (result.error.code !== 'CANCELLED') modal.error({ title: result.error.message })
        return undefined
      }
      await printInWindow(result.value.html)
      return { failed: result.value.failed }
    } finally {
      setJobId(undefined)
    }
  }, [modal])
  const cancel = useCallback(() => { if (jobId !== undefined) void call('jobs.cancel', { jobId }) }, [jobId])
  return { busy: jobId !== undefined, jobId, cancel, print }
}
