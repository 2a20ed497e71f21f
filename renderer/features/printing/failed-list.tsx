import { Alert } from 'antd'
import type { FailedDraft } from '../../../shared/contract/print-procedures.ts'
import { printingText } from '../../text/printing.ts'

/** What did not come out, and why. */
export function FailedList({ title, failed }: { readonly title: string; readonly failed: readonly FailedDraft[] }) {
  if (failed.length === 0) return null
  return (
    <Alert
      type="warning" showIcon title={title}
      description={<ol className="printed-list">{failed.map((one) => <li key={one.draftId}><b>{one.title === '' ? printingText.batch.untitled : one.title}</b>{printingText.batch.colon}{one.message}</li>)}</ol>}
    />
  )
}
