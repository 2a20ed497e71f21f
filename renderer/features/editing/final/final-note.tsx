import { Button } from 'antd'
import { finalText } from '../../../text/final.ts'
import { clockTime, nearTime } from '../../shell/times.ts'

/** Why the paper cannot be changed, and the way back. */
export function FinalNote({ finalAt, busy, onReopen }: { readonly finalAt: string; readonly busy: boolean; readonly onReopen: () => void }) {
  return (
    <div className="trashed-note final-note" role="status">
      {finalText.note(nearTime(finalAt, clockTime(finalAt).slice(0, 5)))}<Button size="small" loading={busy} onClick={onReopen}>{finalText.reopen}</Button>
    </div>
  )
}
