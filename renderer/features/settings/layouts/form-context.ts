import type { LayoutFinding } from '../../../../shared/print/check-layout.ts'
import type { Layout } from '../../../../shared/print/layout.ts'
import type { LayoutEdit } from './layout-store.ts'

/** What every part of the form works with. */
export interface FormContext {
  readonly edit: LayoutEdit
  readonly findings: readonly LayoutFinding[]
  /** The layout this one was copied from, if it is still there. */
  readonly origin: Layout | undefined
  readonly readOnly: boolean
}

export function statusAt({ findings }: FormContext, path: string): 'error' | 'warning' | undefined {
  const found = findings.filter((one) => one.path === path)
  return found.some((one) => one.severity === 'error') ? 'error' : found.length > 0 ? 'warning' : undefined
}
