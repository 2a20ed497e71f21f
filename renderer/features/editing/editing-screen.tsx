import { useCallback, useMemo, useState } from 'react'
import { App as AntdApp, Button, Result, Spin } from 'antd'
import { RedoOutlined, UndoOutlined, MenuUnfoldOutlined, MenuFoldOutlined } from '@ant-design/icons'
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { call } from '../../client/client.ts'
import { kindNames } from '../../text/roles.ts'
import { zh } from '../../text/zh.ts'
import { goTo } from '../shell/route.ts'
import { useWindowWidth } from '../shell/zoom.ts'
import { BlockMenu } from './block-menu.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { ExportButton } from './export-button.tsx'
import { FindPanel, useFindPanel } from './find-panel.tsx'
import { Inspector } from './inspector.tsx'
import { LedgerLink } from './ledger-link.tsx'
import { OutlinePanel } from './outline-panel.tsx'
import { Paper } from './paper.tsx'
import { SaveStatus } from './save-status.tsx'
import { ShortcutSheet, useShortcutSheet } from './shortcut-sheet.tsx'
import { StatusBar } from './status-bar.tsx'
import { useCaretBlock } from './use-caret-block.ts'
import { useDraftSession } from './use-draft-session.ts'
import { useHistoryState } from './use-history-state.ts'
import './editing.css'

/** Outline, paper and side bar stand beside each other from this width on, in CSS pixels. */
const leastWidth = 1270

interface EditingScreenProps {
  readonly draftId: string
  readonly info: ProcedureOutput<'app.info'>
}

export function EditingScreen({ draftId, info }: EditingScreenProps) {
  const { message, modal } = AntdApp.useApp()
  const [menuBlock, setMenuBlock] = useState<string>()
  const narrow = useWindowWidth() < leastWidth
  const [showsInspector, setShowsInspector] = useState(!narrow)
  const session = useDraftSession(draftId, {
    openMenu: () => setMenuBlock('caret'),
    onReloaded: () => void message.info(zh.editing.reloaded),
  })
  const { editor, draft, saving } = session
  const caret = useCaretBlock(editor)
  const history = useHistoryState(editor)
  const shortcuts = useShortcutSheet()
  const find = useFindPanel()
  const title = useMemo(() => (draft ? (draft.blocks.filter((block) => block.role === 'title').map((block) => ('runs' in block ? block.runs.map((run) => run.text).join('') : '')).join('') || draft.title) : ''), [draft])
  const closeMenu = useCallback(() => setMenuBlock(undefined), [])

  if (session.failure) return <Result status="warning" title={session.failure.message} extra={<Button type="primary" onClick={() => goTo({ page: 'library' })}>{zh.app.back}</Button>} />
  if (!editor || !draft) return <div className="center"><Spin description={zh.app.loading} /></div>
  const restore = async () => {
    const result = await call('drafts.restore', { draftIds: [draftId] })
    if (result.ok) session.reopen()
    else modal.error({ title: result.error.message })
  }
  return (
    <div className="screen editing" data-inspector={showsInspector} data-narrow={narrow}>
      <header className="top-bar">
        <h1 title={title}>{title === '' ? zh.library.untitled : title}</h1>
        <span className="tag">{kindNames[draft.kind]}</span>
        <SaveStatus store={saving} />
        <span className="space" />
        <Button type="text" icon={<UndoOutlined />} disabled={!history.canUndo} title={`${zh.editing.undo} Ctrl+Z`} aria-label={zh.editing.undo} onClick={() => editor.dispatchCommand(UNDO_COMMAND, undefined)} />
        <Button type="text" icon={<RedoOutlined />} disabled={!history.canRedo} title={`${zh.editing.redo} Ctrl+Y`} aria-label={zh.editing.redo} onClick={() => editor.dispatchCommand(REDO_COMMAND, undefined)} />
        <LedgerLink draftId={draftId} editor={editor} draft={draft} flush={session.flush} />
        <ExportButton draftId={draftId} host={info.host} canChoosePath={info.canChoosePath} flush={session.flush} />
        <Button type="text" icon={showsInspector ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />} title={zh.editing.inspector} aria-label={zh.editing.inspector} aria-pressed={showsInspector} onClick={() => setShowsInspector(!showsInspector)} />
      </header>
      <div className="editing-body">
        <OutlinePanel editor={editor} draft={draft} caretBlockId={caret} />
        <main className="desk">
          {session.trashed && <div className="trashed-note">{zh.editing.trashed}<Button size="small" onClick={() => void restore()}>{zh.editing.restoreIt}</Button></div>}
          <Paper editor={editor} draft={draft} onRoleClick={setMenuBlock} />
        </main>
        {find.open && <FindPanel editor={editor} draft={draft} onClose={find.hide} />}
        {showsInspector && <Inspector draftId={draftId} editor={editor} draft={draft} imported={session.imported} saving={saving} flush={session.flush} replaceContent={session.replaceContent} />}
      </div>
      <StatusBar draft={draft} caretBlockId={caret} />
      {menuBlock !== undefined && <BlockMenu editor={editor} blockId={menuBlock === 'caret' ? caret : menuBlock} onClose={closeMenu} />}
      <ShortcutSheet open={shortcuts.open} onClose={shortcuts.hide} />
      {session.conflict && <ConflictDialog failure={session.conflict} title={title} resolve={session.resolve} />}
    </div>
  )
}
