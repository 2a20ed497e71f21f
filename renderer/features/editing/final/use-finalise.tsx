/** 定稿 and back: asked first, refused in plain words while something is open. */
import { useState } from 'react'
import { App as AntdApp } from 'antd'
import { maskedNames, maskedPlaces } from '../../../../shared/placeholders/convert-masked.ts'
import { openPlaceholderCount } from '../../../../shared/placeholders/placeholder-places.ts'
import { call, clientId } from '../../../client/client.ts'
import { finalText } from '../../../text/final.ts'
import { zh } from '../../../text/zh.ts'
import { $editorToDraft } from '../../../editor/editor-to-draft.ts'
import { declinedForms, isDeclined } from '../placeholders/declined-forms.ts'
import type { DraftSession } from '../use-draft-session.ts'

export interface Finalise {
  readonly busy: boolean
  readonly finalise: () => void
  readonly reopen: () => void
}

/** @param onOpenPlaceholders shows what is still to be filled in. */
export function useFinalise(draftId: string, session: DraftSession, onOpenPlaceholders: () => void): Finalise {
  const { message, modal } = AntdApp.useApp()
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    await work()
    setBusy(false)
  }
  const send = () => run(async () => {
    if (!(await session.flush())) return void modal.error({ title: finalText.unsaved, okText: zh.app.confirm })
    const result = await call('drafts.finalise', { draftId, baseRevision: session.revision(), clientId })
    if (result.ok) return void message.success(finalText.done)
    if (result.error.code !== 'DRAFT_HAS_PLACEHOLDERS') return void modal.error({ title: result.error.message, okText: zh.app.confirm })
    modal.confirm({ title: result.error.message, okText: finalText.toFill, cancelText: zh.app.close, onOk: onOpenPlaceholders })
  })
  return {
    busy,
    finalise: () => {
      const draft = session.editor?.getEditorState().read($editorToDraft)
      if (!draft) return
      // What is open is the back end's to say; nothing needs to be asked then.
      if (openPlaceholderCount(draft) > 0) return void send()
      const declined = declinedForms(draftId)
      const masked = maskedPlaces(draft).filter((place) => !isDeclined(declined, maskedNames(place))).length
      modal.confirm({
        title: finalText.confirmTitle,
        content: <><p>{finalText.confirm}</p>{masked > 0 && <p className="final-warning">{finalText.confirmMasked(masked)}</p>}</>,
        okText: finalText.ok, cancelText: masked > 0 ? finalText.look : zh.app.cancel, onOk: () => void send(), onCancel: () => { if (masked > 0) onOpenPlaceholders() },
      })
    },
    reopen: () => void run(async () => {
      const result = await call('drafts.reopen', { draftId, clientId })
      if (result.ok) void message.success(finalText.reopened)
      else modal.error({ title: result.error.message, okText: zh.app.confirm })
    }),
  }
}
