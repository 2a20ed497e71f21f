import { zh } from '../../text/zh.ts'
import { clockTime } from '../shell/times.ts'
import { useSaveState, type SaveStateStore } from './save-state-store.ts'

/** How saving stands, as it is. */
export function SaveStatus({ store }: { readonly store: SaveStateStore }) {
  const state = useSaveState(store)
  const text = (() => {
    switch (state.kind) {
      case 'saved': return `✓ ${zh.editing.saved(clockTime(state.at))}`
      case 'dirty': return zh.editing.dirty
      case 'saving': return zh.editing.saving
      case 'failed': return zh.editing.failed(state.failure.message)
      case 'conflict': return zh.editing.conflict
    }
  })()
  return <span className="save-status" data-state={state.kind} role="status" title={text}>{text}</span>
}
