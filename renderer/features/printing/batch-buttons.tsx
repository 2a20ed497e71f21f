/** What can be done on paper with the drafts chosen in the library. */
import { useState } from 'react'
import { App as AntdApp, Button } from 'antd'
import { mostDraftsAtOnce } from '../../../shared/contract/print-procedures.ts'
import { printingText } from '../../text/printing.ts'
import { BatchExportDialog } from './batch-export-dialog.tsx'
import { BatchPrintDialog } from './batch-print-dialog.tsx'

export function BatchButtons({ draftIds }: { readonly draftIds: readonly string[] }) {
  const { message } = AntdApp.useApp()
  const [open, setOpen] = useState<'export' | 'print'>()
  const start = (what: 'export' | 'print') => {
    if (draftIds.length > mostDraftsAtOnce) void message.info(printingText.batch.tooMany(mostDraftsAtOnce), 5)
    else setOpen(what)
  }
  const close = () => setOpen(undefined)
  return (
    <>
      <Button size="small" onClick={() => start('export')}>{printingText.batch.exportOpen}</Button>
      <Button size="small" onClick={() => start('print')}>{printingText.batch.printOpen}</Button>
      {open === 'export' && <BatchExportDialog draftIds={draftIds} onClose={close} />}
      {open === 'print' && <BatchPrintDialog draftIds={draftIds} onClose={close} />}
    </>
  )
}
