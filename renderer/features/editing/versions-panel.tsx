import { useCallback, useEffect, useState } from 'react'
import { App as AntdApp, Button, Empty, Input, Modal } from 'antd'
import type { VersionSummary } from '../../../shared/contract/procedures.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import { printLines } from '../../../shared/document/print-text.ts'
import { call } from '../../client/client.ts'
import { comparisonText } from '../../text/comparison.ts'
import { zh } from '../../text/zh.ts'
import { ComparisonDialog } from '../comparison/comparison-dialog.tsx'
import { clockTime, grouped, nearTime } from '../shell/times.ts'
import type { InspectorProps } from './inspector.tsx'
import { useSaveState } from './save-state-store.ts'
import { useEditable } from '../../editor/use-editable.ts'

/** Saves of the same minute are one line: the last of them. Named and special ones always show. */
function shownVersions(versions: readonly VersionSummary[]): VersionSummary[] {
  return versions.filter((version, index) => {
    const before = versions[index - 1]
    return version.reason !== 'saved' || !before || before.reason !== 'saved' || before.savedAt.slice(0, 16) !== version.savedAt.slice(0, 16)
  })
}

export function VersionsPanel({ draftId, editor, saving, flush, replaceContent, info }: InspectorProps) {
  const { message, modal } = AntdApp.useApp()
  const saved = useSaveState(saving)
  const editable = useEditable(editor)
  // Changes with every save: the list follows it.
  const savedAt = saved.kind === 'saved' ? saved.at : ''
  const [versions, setVersions] = useState<readonly VersionSummary[]>([])
  const [name, setName] = useState('')
  const [compared, setCompared] = useState<number>()
  const [viewed, setViewed] = useState<{ version: VersionSummary; draft: Draft }>()

  const load = useCallback(async () => {
    const result = await call('versions.list', { draftId })
    if (result.ok) setVersions(result.value.versions)
  }, [draftId])
  useEffect(() => { void load() }, [load, savedAt])

  const keep = async () => {
    if (!(await flush())) return
    const result = await call('versions.name', { draftId, name: name.trim() })
    if (!result.ok) return void modal.error({ title: result.error.message })
    setName('')
    void message.success(zh.versions.kept)
    void load()
  }
  const view = async (version: VersionSummary) => {
    const result = await call('versions.read', { draftId, versionId: version.id })
    if (result.ok) setViewed({ version, draft: result.value.draft })
    else modal.error({ title: result.error.message })
  }
  /** What is unsaved is saved first, so that what is compared is what is on the screen. */
  const compare = async (versionId: number) => {
    await flush()
    setViewed(undefined)
    setCompared(versionId)
  }
  const restore = () => {
    if (!viewed) return
    replaceContent(viewed.draft)
    setViewed(undefined)
    void message.success(zh.versions.restored)
  }
  return (
    <div className="versions">
      <div className="versions-keep">
        <Input value={name} maxLength={100} placeholder={zh.versions.namePlaceholder} aria-label={zh.versions.name} onChange={(event) => setName(event.target.value)} onPressEnter={() => { if (name.trim() !== '') void keep() }} />
        <Button disabled={name.trim() === ''} onClick={() => void keep()}>{zh.versions.keep}</Button>
      </div>
      {versions.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={zh.versions.empty} />}
      {shownVersions(versions).map((version) => (
        <div className="version" key={version.id} data-named={version.name !== null}>
          <b>{version.name ?? zh.versions.reasons[version.reason]}</b>
          <small>{nearTime(version.savedAt, clockTime(version.savedAt))}　{zh.versions.characters(grouped(version.characters))}</small>
          <div className="version-buttons">
            <Button size="small" type="link" onClick={() => void view(version)}>{zh.versions.view}</Button>
            <Button size="small" type="link" onClick={() => void compare(version.id)}>{comparisonText.compare}</Button>
          </div>
        </div>
      ))}
      <Modal
        open={viewed !== undefined} width={760} title={zh.versions.preview} onCancel={() => setViewed(undefined)}
        footer={[<Button key="compare" onClick={() => viewed && void compare(viewed.version.id)}>{comparisonText.compare}</Button>, <Button key="close" onClick={() => setViewed(undefined)}>{zh.app.close}</Button>, <Button key="restore" type="primary" disabled={!editable} onClick={restore}>{zh.versions.restore}</Button>]}
      >
        <div className="version-text">{viewed && printLines(viewed.draft.blocks).map((line, index) => <p key={index}>{line}</p>)}</div>
      </Modal>
      {compared !== undefined && <ComparisonDialog draftId={draftId} info={info} versions={shownVersions(versions)} start={compared} onClose={() => setCompared(undefined)} />}
    </div>
  )
}
