import { useCallback, useEffect, useMemo, useState } from 'react'
import { App as AntdApp, Button, Result, Spin } from 'antd'
import { PartitionOutlined, RedoOutlined, UndoOutlined, MenuUnfoldOutlined, MenuFoldOutlined } from '@ant-design/icons'
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { call } from '../../client/client.ts'
import { showBlock } from '../../editor/show-block.ts'
import { linkText } from '../../text/links.ts'
import { finalText } from '../../text/final.ts'
import { placeholderTexts } from '../../text/placeholders.ts'
import { kindNames } from '../../text/roles.ts'
import { windowsText } from '../../text/windows.ts'
import { zh } from '../../text/zh.ts'
import { LinksView } from '../links/links-view.tsx'
import { useLinksMode } from '../links/use-links-mode.ts'
import { PreviewLink } from '../printing/preview-link.tsx'
import { SnippetTools } from '../snippets/snippet-tools.tsx'
import { goTo } from '../shell/route.ts'
import { useWindowWidth } from '../shell/zoom.ts'
import { BlockMenu } from './block-menu.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { ExportButton } from './export-button.tsx'
import { FinalNote } from './final/final-note.tsx'
import { useFinalise } from './final/use-finalise.tsx'
import { FindPanel, useFindPanel } from './find-panel.tsx'
import { useFocusMode } from './focus/use-focus-mode.ts'
import { Inspector } from './inspector.tsx'
import { LeaseNote } from './lease-note.tsx'
import { LedgerLink } from './ledger-link.tsx'
import { useNotesRequests } from './notes/use-notes-request.ts'
import { OutlinePanel } from './outline-panel.tsx'
import { Paper } from './paper.tsx'
import { usePlaceholdersRequest } from './placeholders/use-placeholders-request.ts'
import { SaveStatus } from './save-status.tsx'
import { ShortcutSheet, useShortcutSheet } from './shortcut-sheet.tsx'
import { StatusBar } from './status-bar.tsx'
import { useCaretBlock } from './use-caret-block.ts'
import { useDraftSession } from './use-draft-session.ts'
import { useEditable } from '../../editor/use-editable.ts'
import { useHistoryState } from './use-history-state.ts'
import { WritingTools } from './writing-tools.tsx'
import { useItemNotices } from './use-item-notices.ts'
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
  const [snippetBlock, setSnippetBlock] = useState<{ readonly blockId: string }>()
  const narrow = useWindowWidth() < leastWidth
  const [showsInspector, setShowsInspector] = useState(!narrow)
  const session = useDraftSession(draftId, {
    openMenu: () => openMenu('caret'),
    onFinalElsewhere: () => void message.warning(finalText.elsewhere, 8),
    onReloaded: () => void message.info(zh.editing.reloaded),
    onGained: (how) => void message.info(how === 'freed' ? windowsText.freed : windowsText.tookOver),
  })
  const { editor, draft, saving } = session
  const editable = useEditable(editor)
  const caret = useCaretBlock(editor)
  const history = useHistoryState(editor)
  useItemNotices(editor)
  const shortcuts = useShortcutSheet()
  const find = useFindPanel()
  const focus = useFocusMode(editor)
  const notes = useNotesRequests(editor)
  const placeholders = usePlaceholdersRequest(draftId, (masked) => void message.info(placeholderTexts.foundOnImport(masked), 8))
  const final = useFinalise(draftId, session, placeholders.ask)
  useEffect(() => { if (notes.request || placeholders.asked > 0) setShowsInspector(true) }, [notes.request, placeholders.asked])
  const showNote = useCallback((noteId: string) => notes.ask({ kind: 'show', noteId }), [notes.ask])
  const linksMode = useLinksMode(useCallback((blockId: string | undefined) => { if (blockId !== undefined && editor) showBlock(editor, blockId); else editor?.focus() }, [editor]))
  const title = useMemo(() => (draft ? (draft.blocks.filter((block) => block.role === 'title').map((block) => ('runs' in block ? block.runs.map((run) => run.text).join('') : '')).join('') || draft.title) : ''), [draft])
  const openMenu = useCallback((blockId: string) => { if (editor?.isEditable()) setMenuBlock(blockId) }, [editor])
  const closeMenu = useCallback(() => setMenuBlock(undefined), [])

  if (session.failure) return <Result status="warning" title={session.failure.message} extra={<Button type="primary" onClick={() => goTo({ page: 'library' })}>{zh.app.back}</Button>} />
  if (!editor || !draft) return <div className="center"><Spin description={zh.app.loading} /></div>
  const restore = async () => {
    const result = await call('drafts.restore', { draftIds: [draftId] })
    if (result.ok) session.reopen()
    else modal.error({ title: result.error.message })
  }
  return (
    <div className="screen editing" data-inspector={showsInspector} data-narrow={narrow} data-focus={focus.on} data-links={linksMode.open}>
      <header className="top-bar">
        <h1 title={title}>{title === '' ? zh.library.untitled : title}</h1>
        <span className="tag">{kindNames[draft.kind]}</span>
        {session.finalAt !== null && <span className="tag final-tag">{finalText.states.final}</span>}
        <SaveStatus store={saving} />
        <span className="space" />
        <Button type="text" icon={<UndoOutlined />} disabled={!editable || !history.canUndo} title={`${zh.editing.undo} Ctrl+Z`} aria-label={zh.editing.undo} onClick={() => editor.dispatchCommand(UNDO_COMMAND, undefined)} />
        <Button type="text" icon={<RedoOutlined />} disabled={!editable || !history.canRedo} title={`${zh.editing.redo} Ctrl+Y`} aria-label={zh.editing.redo} onClick={() => editor.dispatchCommand(REDO_COMMAND, undefined)} />
        <SnippetTools draftId={draftId} editor={editor} editable={editable} covered={linksMode.open} request={snippetBlock} />
        <WritingTools editor={editor} draft={draft} focus={focus} />
        <Button type="text" icon={<PartitionOutlined />} title={linkText.openHint} aria-label={linkText.open} aria-pressed={linksMode.open} onClick={() => (linksMode.open ? linksMode.hide() : linksMode.show(caret))}>{linkText.title}</Button>
        <LedgerLink draftId={draftId} editor={editor} draft={draft} flush={session.flush} />
        <PreviewLink draftId={draftId} editor={editor} caretBlockId={caret} flush={session.flush} />
        <ExportButton draftId={draftId} draft={draft} host={info.host} canChoosePath={info.canChoosePath} flush={session.flush} />
        {session.finalAt === null && <Button type="text" size="small" className="tool-button" disabled={!editable || final.busy} title={finalText.finaliseHint} onClick={final.finalise}>{finalText.finalise}</Button>}
        <Button type="text" icon={showsInspector ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />} title={zh.editing.inspector} aria-label={zh.editing.inspector} aria-pressed={showsInspector} onClick={() => setShowsInspector(!showsInspector)} />
      </header>
      <div className="editing-body" inert={linksMode.open}>
        <OutlinePanel editor={editor} draft={draft} caretBlockId={caret} onOpenLinks={linksMode.show} />
        <main className="desk">
          {session.trashed && <div className="trashed-note">{zh.editing.trashed}<Button size="small" onClick={() => void restore()}>{zh.editing.restoreIt}</Button></div>}
          {session.finalAt !== null && !session.trashed && <FinalNote finalAt={session.finalAt} busy={final.busy} onReopen={final.reopen} />}
          {session.finalAt === null && session.lease?.kind === 'elsewhere' && <LeaseNote lease={session.lease} onTake={session.takeLease} />}
          <Paper editor={editor} draft={draft} caretBlockId={caret} onRoleClick={openMenu} onShowNote={showNote} />
        </main>
        {find.open && <FindPanel editor={editor} draft={draft} onClose={find.hide} />}
        {showsInspector && <Inspector draftId={draftId} editor={editor} draft={draft} caretBlockId={caret} onOpenLinks={linksMode.show} imported={session.imported} saving={saving} flush={session.flush} replaceContent={session.replaceContent} notes={notes} placeholdersAsked={placeholders.asked} info={info} />}
      </div>
      {linksMode.open && <LinksView draftId={draftId} editor={editor} start={linksMode.start} onClose={linksMode.hide} />}
      <StatusBar draft={draft} caretBlockId={caret} onOpenPlaceholders={placeholders.ask} />
      {menuBlock !== undefined && editable && <BlockMenu editor={editor} blockId={menuBlock === 'caret' ? caret : menuBlock} onClose={closeMenu} onAddNote={notes.askNew} onSaveSnippet={(blockId) => setSnippetBlock({ blockId })} />}
      <ShortcutSheet open={shortcuts.open} onClose={shortcuts.hide} />
      {session.conflict && <ConflictDialog failure={session.conflict} title={title} resolve={session.resolve} />}
    </div>
  )
}
