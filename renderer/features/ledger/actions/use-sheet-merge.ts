/** Reading an edited sheet: chosen by the writer, compared by the back end, cancelled at any time. Nothing is changed by it. */
import { useRef, useState } from 'react'
import type { ProcedureOutput } from '../../../../shared/contract/procedures.ts'
import { call, newJobId, subscribe, type Failure } from '../../../client/client.ts'
import { readBase64 } from '../../../client/read-file.ts'

export type SheetPlan = ProcedureOutput<'ledger.readSheet'>

export type SheetReading =
  | { readonly kind: 'reading'; readonly name: string; readonly done: number }
  | { readonly kind: 'read'; readonly name: string; readonly plan: SheetPlan }

export interface SheetMerge {
  readonly reading: SheetReading | undefined
  readonly read: (file: File) => Promise<void>
  /** Ends the reading, or puts away what was read. */
  readonly stop: () => void
}

export function useSheetMerge(onFailed: (failure: Failure) => void): SheetMerge {
  const [reading, setReading] = useState<SheetReading>()
  const job = useRef<string>(undefined)
  return {
    reading,
    read: async (file) => {
      const jobId = newJobId()
      job.current = jobId
      const { name } = file
      setReading({ kind: 'reading', name, done: 0 })
      const unsubscribe = subscribe((event) => {
        if (event.type === 'job-progress' && event.jobId === jobId) setReading((now) => (now?.kind === 'reading' ? { ...now, done: event.done } : now))
      })
      const content = await readBase64(file)
      const result = content.ok && job.current === jobId ? await call('ledger.readSheet', { jobId, name, contentBase64: content.value }) : undefined
      unsubscribe()
      if (job.current !== jobId) return
      if (result?.ok) return setReading({ kind: 'read', name, plan: result.value })
      setReading(undefined)
      const failure = content.ok ? (result?.ok === false ? result.error : undefined) : content.error
      if (failure && failure.code !== 'CANCELLED') onFailed(failure)
    },
    stop: () => {
      if (reading?.kind === 'reading' && job.current !== undefined) void call('jobs.cancel', { jobId: job.current })
      job.current = undefined
      setReading(undefined)
    },
  }
}
