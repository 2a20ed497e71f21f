/** After damage: the writer chooses what comes in the database's place. Nothing is deleted. */
import { useState } from 'react'
import { Alert, App as AntdApp, Button, Card, Space } from 'antd'
import type { Result } from '../../../shared/contract/errors.ts'
import type { Recovery } from '../../../shared/contract/procedures.ts'
import { call } from '../../client/client.ts'
import { salvageText } from '../../text/salvage.ts'
import { zh } from '../../text/zh.ts'
import { nearTime } from '../shell/times.ts'

export function RecoveryScreen({ recovery, onDone }: { readonly recovery: Recovery; readonly onDone: () => void }) {
  const { message, modal } = AntdApp.useApp()
  const [busy, setBusy] = useState(false)
  const { salvageable, contents } = recovery
  const anything = salvageable > 0 || Object.values(contents).some((count) => count > 0)
  const run = async <T,>(work: Promise<Result<T>>, told?: (value: T) => string) => {
    setBusy(true)
    const result = await work
    setBusy(false)
    if (result.ok && told) void message.success(told(result.value), 8)
    if (result.ok) onDone()
    else modal.error({ title: result.error.message })
  }
  return (
    <div className="center">
      <Card style={{ width: 620 }} title={zh.recovery.title}>
        <Alert type="warning" showIcon title={recovery.damagedFile === '' ? zh.recovery.missing : zh.recovery.kept(recovery.damagedFile)} />
        <p>{zh.recovery.choose}</p>
        <Space orientation="vertical" style={{ width: '100%' }}>
          {recovery.backups.length === 0 && <span>{zh.recovery.noBackups}</span>}
          {recovery.backups.map((backup) => (
            <Button key={backup.name} block disabled={busy || backup.drafts === null} onClick={() => void run(call('recovery.restoreBackup', { name: backup.name }))}>
              {zh.recovery.backup}：{nearTime(backup.createdAt)}，{zh.recovery.drafts(backup.drafts)}
            </Button>
          ))}
          <Button block disabled={busy || !anything} onClick={() => void run(call('recovery.salvage', {}), (got) => salvageText.done(got.drafts, got.contents))}>
            {anything ? salvageText.offer(salvageable, contents) : zh.recovery.nothing}
          </Button>
          <Button block disabled={busy} onClick={() => void run(call('recovery.startEmpty', {}))}>{zh.recovery.empty}</Button>
        </Space>
      </Card>
    </div>
  )
}
