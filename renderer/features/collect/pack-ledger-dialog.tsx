/** The ledger in view, stored so that it can go into a package. */
import { useEffect, useState } from 'react'
import { App as AntdApp, Button, Input, Modal } from 'antd'
import { call, newJobId } from '../../client/client.ts'
import { collectText } from '../../text/collect.ts'
import { zh } from '../../text/zh.ts'
import { useSettings } from '../settings/use-settings.ts'
import { goTo } from '../shell/route.ts'

const text = collectText.pack

export function PackLedgerDialog({ draftIds, onClose }: { readonly draftIds: readonly string[] | null; readonly onClose: () => void }) {
  const { modal, notification } = AntdApp.useApp()
  const { settings, loaded } = useSettings()
  const [title, setTitle] = useState<string>()
  const [busy, setBusy] = useState(false)
  useEffect(() => { if (loaded) setTitle((now) => now ?? text.usual(settings.unitProfile.shortName || settings.unitProfile.fullName, new Date().toLocaleDateString('sv'))) }, [loaded, settings.unitProfile])
  const name = title ?? ''
  const pack = async () => {
    setBusy(true)
    const packed = await call('ledgers.pack', { jobId: newJobId(), draftIds, title: name.trim() })
    setBusy(false)
    if (!packed.ok) return void modal.error({ title: packed.error.message })
    onClose()
    notification.success({
      key: 'ledger-packed', title: text.done(packed.value.title, packed.value.rows), duration: 12,
      actions: <Button size="small" type="primary" onClick={() => { notification.destroy('ledger-packed'); goTo({ page: 'exchange', section: 'packages' }) }}>{text.open}</Button>,
    })
  }
  return (
    <Modal open title={text.title} okText={text.ok} cancelText={zh.app.cancel} confirmLoading={busy} okButtonProps={{ disabled: name.trim() === '' }} onCancel={onClose} onOk={() => void pack()}>
      <Input value={name} maxLength={200} aria-label={text.name} onChange={(event) => setTitle(event.target.value)} onPressEnter={(event) => { if (!event.nativeEvent.isComposing && name.trim() !== '' && !busy) void pack() }} />
    </Modal>
  )
}
