/** 素材 on the editing screen: the button, the keys, the dialogues, and the count of uses. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { App as AntdApp, Button } from 'antd'
import { $getNodeByKey, $getSelection, $isRangeSelection, $setSelection, type BaseSelection, type LexicalEditor } from 'lexical'
import type { SnippetSummary } from '../../../shared/contract/snippet-procedures.ts'
import { headingLevel } from '../../../shared/document/roles.ts'
import { aspectAt } from '../../../shared/snippets/aspect-at.ts'
import { proposeSnippet } from '../../../shared/snippets/propose.ts'
import { selectionBlocks } from '../../../shared/snippets/selection-blocks.ts'
import { call } from '../../client/client.ts'
import { newBlockId } from '../../editor/block-ids.ts'
import { $editorToDraft } from '../../editor/editor-to-draft.ts'
import { INSERT_SNIPPET_COMMAND } from '../../editor/extensions/snippets/insert-snippet.ts'
import { $blockSelection, $caretIndex, $snippetSelection } from '../../editor/extensions/snippets/selected-snippet.ts'
import { watchUses } from '../../editor/extensions/snippets/snippet-uses.ts'
import { snippetText as text } from '../../text/snippets.ts'
import { isDialogOpen } from '../editing/open-layers.ts'
import { SaveSnippetDialog, type SnippetToSave } from './save-snippet-dialog.tsx'
import { SnippetFormDialog } from './snippet-form-dialog.tsx'
import { SnippetPicker, usePlaces, type InsertAs } from './snippet-picker.tsx'
import { countUse, takeUseBack } from './snippet-uses.ts'

/** What the schema of a snippet holds. */
const mostBlocks = 500

/** Told below, where it covers neither the text nor the button that undoes it. */
const noticeKey = 'snippet-used'

type Toast = ReturnType<typeof AntdApp.useApp>['message']

/** @param blockId the block that is meant unless a selection goes through it; without one the selection, or the caret's block. */
function takeSnippet(editor: LexicalEditor, blockId: string | undefined, message: Toast): SnippetToSave | undefined {
  const taken = editor.getEditorState().read(() => {
    const draft = $editorToDraft()
    const selected = $snippetSelection()
    const at = blockId === undefined ? -1 : draft.blocks.findIndex((block) => block.id === blockId)
    const meant = selected?.kind === 'text' && (blockId === undefined || (at >= selected.first && at <= selected.last)) ? selected : blockId === undefined ? selected : undefined
    const selection = meant ?? $blockSelection(blockId)
    const blocks = selection ? selectionBlocks(draft.blocks, selection, newBlockId) : []
    if (!selection || blocks.length === 0) return { blocks: [] }
    const aspects = [...new Set(draft.blocks.flatMap((block, index) => (headingLevel(block.role) === undefined ? [] : [aspectAt(draft.blocks, index)])))].filter((name) => name !== '')
    return { blocks, proposed: proposeSnippet(draft, selection, blocks), aspects }
  })
  if (taken.blocks.length > mostBlocks) void message.warning(text.save.tooMany)
  else if (taken.proposed === undefined) void message.info(text.save.nothing)
  else return taken
  return undefined
}

/** The selection from before the list had the keyboard, if the paper still has those places. */
function $restore(saved: BaseSelection | null): void {
  if (saved === null) return
  const points = $isRangeSelection(saved) ? [saved.anchor.key, saved.focus.key] : []
  if (points.every((key) => $getNodeByKey(key)?.isAttached())) $setSelection(saved.clone())
}

interface Picking {
  readonly near: string
  readonly saved: BaseSelection | null
}

interface SnippetToolsProps {
  readonly draftId: string
  readonly editor: LexicalEditor
  readonly editable: boolean
  /** Something else lies over the paper. */
  readonly covered: boolean
  /** Set by the menu of a block: that block is to be kept. */
  readonly request: { readonly blockId: string } | undefined
}

const isKey = (event: KeyboardEvent, code: string) => event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.code === code

export function SnippetTools({ draftId, editor, editable, covered, request }: SnippetToolsProps) {
  const { message, notification } = AntdApp.useApp()
  const [picking, setPicking] = useState<Picking>()
  const [saving, setSaving] = useState<SnippetToSave>()
  const [openId, setOpenId] = useState<string>()
  useEffect(() => watchUses(editor, (use) => countUse(draftId, use), (use) => takeUseBack(draftId, use)), [editor, draftId])

  useEffect(() => () => notification.destroy(noticeKey), [notification])

  const pick = useCallback(() => {
    message.destroy('snippet')
    setPicking(editor.getEditorState().read(() => ({ near: aspectAt($editorToDraft().blocks, $caretIndex()), saved: $getSelection()?.clone() ?? null })))
  }, [editor, message])
  const save = useCallback((blockId?: string) => setSaving(takeSnippet(editor, blockId, message)), [editor, message])
  useEffect(() => { if (request) save(request.blockId) }, [request, save])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = isKey(event, 'KeyI') ? pick : isKey(event, 'KeyS') ? save : undefined
      if (!key || covered || event.isComposing || event.repeat || editor.isComposing()) return
      event.preventDefault()
      if (!isDialogOpen() && document.querySelector('.snippet-picker') === null && (key === save || editor.isEditable())) key()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [editor, covered, pick, save])

  // The paper has the keyboard again once a dialogue is gone: it gives it back to nobody.
  const inDialog = saving !== undefined || openId !== undefined
  const wasInDialog = useRef(false)
  useEffect(() => {
    if (wasInDialog.current && !inDialog) editor.focus()
    wasInDialog.current = inDialog
  }, [editor, inDialog])

  const close = useCallback(() => {
    setPicking(undefined)
    editor.focus()
  }, [editor])
  const inserting = useRef(false)
  const insert = async (summary: SnippetSummary, as: InsertAs) => {
    if (inserting.current) return
    inserting.current = true
    const result = await call('snippets.read', { id: summary.id })
    inserting.current = false
    if (!result.ok) return void message.warning(result.error.message, 6)
    const saved = picking?.saved ?? null
    close()
    if (!editor.isEditable()) return
    editor.update(() => {
      $restore(saved)
      editor.dispatchCommand(INSERT_SNIPPET_COMMAND, { snippet: result.value.snippet, as })
    }, { discrete: true })
    editor.focus()
    const elsewhere = result.value.usedIn.filter((use) => use.draftId !== draftId)
    if (elsewhere.length > 0) notification.info({ key: noticeKey, title: text.picker.inserted(usePlaces({ usedIn: elsewhere })), placement: 'bottomRight', duration: 8 })
  }
  return (
    <>
      <Button type="text" size="small" className="tool-button" title={text.toolHint} disabled={!editable || covered} onClick={pick}>{text.tool}</Button>
      {picking && <SnippetPicker draftId={draftId} near={picking.near} editable={editable} onInsert={(snippet, as) => void insert(snippet, as)} onClose={close} />}
      {saving && <SaveSnippetDialog {...saving} onClose={() => setSaving(undefined)} onOpen={(id) => { setSaving(undefined); setOpenId(id) }} />}
      {openId !== undefined && <SnippetFormDialog id={openId} onClose={() => setOpenId(undefined)} />}
    </>
  )
}
