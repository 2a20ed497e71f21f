import { useState } from 'react'
import { App as AntdApp, Button, Modal } from 'antd'
import type { Failure } from '../../client/client.ts'
import { zh } from '../../text/zh.ts'
import { nearTime } from '../shell/times.ts'
import { conflictData, type DraftSession } from './use-draft-session.ts'

/** Two windows, one draft: both texts are kept, the writer says which goes on. */
export function ConflictDialog({ failure, title, resolve }: { readonly failure: Failure; readonly title: string; readonly resolve: DraftSession['resolve'] }) {
  const { message, modal } = AntdApp.useApp()
  const [busy, setBusy] = useState(false)
  const choose = async (choice: 'mine' | 'theirs' | 'both') => {
    setBusy(true)
    const failed = await resolve(choice, zh.conflict.copyTitle(title))
    setBusy(false)
    if (failed) modal.error({ title: failed.message })
    else if (choice === 'both') void message.success(zh.conflict.copied)
  }
  return (
    <Modal
      open closable={false} mask={{ closable: false }} keyboard={false} title={zh.conflict.title}
      footer={[
        <Button key="both" disabled={busy} onClick={() => void choose('both')}>{zh.conflict.both}</Button>,
        <Button key="theirs" disabled={busy} onClick={() => void choose('theirs')}>{zh.conflict.theirs}</Button>,
        <Button key="mine" type="primary" disabled={busy} onClick={() => void choose('mine')}>{zh.conflict.mine}</Button>,
      ]}
    >
      <p>{zh.conflict.body}</p>
      <p>{zh.conflict.theirsTime(nearTime(conflictData(failure).savedAt))}</p>
    </Modal>
  )
}
