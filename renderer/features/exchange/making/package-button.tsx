/** From drafts chosen in the library to a package. */
import { useState } from 'react'
import { Button } from 'antd'
import { packagesText } from '../../../text/packages.ts'
import type { AppInfo } from '../../shell/use-file-export.tsx'
import { MakeDialog } from './make-dialog.tsx'

export function PackageButton({ draftIds, info }: { readonly draftIds: readonly string[]; readonly info: Pick<AppInfo, 'host' | 'canChoosePath'> }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{packagesText.libraryMake}</Button>
      {open && <MakeDialog info={info} start={draftIds.map((id) => ({ kind: 'draft' as const, id }))} onClose={() => setOpen(false)} />}
    </>
  )
}
