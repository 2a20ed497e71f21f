import { useEffect, useState } from 'react'
import type { PaperTemplate } from '../../../shared/paper-templates/paper-template.ts'
import { call, type Failure } from '../../client/client.ts'

export interface ReadTemplate {
  readonly template: PaperTemplate | undefined
  readonly failure: Failure | undefined
}

/** One template in full; the one before stays until it is read. @param state of the store: read anew when it grew. */
export function useTemplate(id: string | undefined, state: number): ReadTemplate {
  const [read, setRead] = useState<ReadTemplate>({ template: undefined, failure: undefined })
  useEffect(() => {
    if (id === undefined) return setRead({ template: undefined, failure: undefined })
    let wanted = true
    void call('paperTemplates.read', { id }).then((result) => {
      if (wanted) setRead(result.ok ? { template: result.value.template, failure: undefined } : { template: undefined, failure: result.error })
    })
    return () => { wanted = false }
  }, [id, state])
  return read
}
