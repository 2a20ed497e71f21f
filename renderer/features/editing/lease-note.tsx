import { useState } from 'react'
import { Button } from 'antd'
import { windowsText } from '../../text/windows.ts'
import type { LeaseState } from './draft-lease.ts'

function minute(iso: string): string {
  const date = new Date(iso)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

/** Why the paper can only be read, and the way to edit it here. */
export function LeaseNote({ lease, onTake }: { readonly lease: Extract<LeaseState, { kind: 'elsewhere' }>; readonly onTake: () => Promise<void> }) {
  const [taking, setTaking] = useState(false)
  const take = async () => {
    setTaking(true)
    await onTake()
    setTaking(false)
  }
  const { since } = lease
  const words = lease.taken ? (since === null ? windowsText.takenNow : windowsText.taken(minute(since))) : since === null ? windowsText.elsewhereNow : windowsText.elsewhere(minute(since))
  return (
    <div className="trashed-note lease-note" role="status">
      {words}<Button size="small" loading={taking} onClick={() => void take()}>{taking ? windowsText.taking : windowsText.takeOver}</Button>
    </div>
  )
}
