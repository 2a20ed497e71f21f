import { memo, useEffect, useRef, type MouseEvent } from 'react'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../shared/document/draft.ts'
import { registerBlockDrag } from '../../editor/extensions/drag/block-drag.ts'
import { OfferLayer } from '../../editor/extensions/offers/offer-layer.tsx'
import { ChipCard } from './placeholders/chip-card.tsx'
import { GuidanceLayer } from './guidance/guidance-layer.tsx'
import { NoteLayer } from './notes/note-layer.tsx'
import { useLeadMarks } from './lead-marks-setting.ts'
import { PlaceholderListLayer } from '../../editor/extensions/placeholder/placeholder-list.tsx'
import { ResponsibleLayer } from '../../editor/extensions/responsible/responsible-layer.tsx'
import { TableLayer } from '../../editor/extensions/table/table-layer.tsx'
import { LimitLayer } from '../../editor/extensions/time-limit/limit-layer.tsx'
import { useSettings } from '../settings/use-settings.ts'
import { useEditable } from '../../editor/use-editable.ts'
import { useKeepName } from './use-keep-name.tsx'
import '../../editor/paper.css'

interface PaperProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly caretBlockId: string | undefined
  readonly onRoleClick: (blockId: string) => void
  readonly onShowNote: (noteId: string) => void
}

/** The sheet with the text. Role names stand in the margin: a click there opens the menu of the block, a drag moves it. */
export const Paper = memo(function Paper({ editor, draft, caretBlockId, onRoleClick, onShowNote }: PaperProps) {
  const content = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const editable = useEditable(editor)
  const { settings } = useSettings()
  const keepName = useKeepName()
  useEffect(() => {
    editor.setRootElement(content.current)
    return () => editor.setRootElement(null)
  }, [editor])
  useEffect(() => (sheet.current ? registerBlockDrag(editor, sheet.current, onRoleClick) : undefined), [editor, onRoleClick])

  useLeadMarks(editor)

  const onMouseDown = (event: MouseEvent) => {
    const { target } = event
    if (!(target instanceof HTMLElement)) return
    const block = target.closest<HTMLElement>('.block')
    const inMargin = block !== null && event.clientX < block.getBoundingClientRect().left
    // A press on a role name or handle leaves caret, selection and focus where they are (block-drag).
    if ((inMargin && event.button === 0) || target.matches('.block-handle')) event.preventDefault()
    else if (target === sheet.current) {
      // A click beside or below the text goes on writing at its end.
      event.preventDefault()
      editor.focus(undefined, { defaultSelection: 'rootEnd' })
    }
  }
  return (
    <div className="paper" ref={sheet} onMouseDown={onMouseDown}>
      <div
        ref={content} className="paper-content" contentEditable={editable} aria-readonly={!editable} suppressContentEditableWarning spellCheck={false} role="textbox" aria-multiline="true" aria-label={draft.title}
        data-gramm="false" lang="zh-CN"
      />
      <TableLayer editor={editor} draft={draft} />
      <LimitLayer editor={editor} draft={draft} />
      <NoteLayer editor={editor} draft={draft} onShow={onShowNote} />
      <GuidanceLayer editor={editor} draft={draft} caretBlockId={caretBlockId} />
      <OfferLayer editor={editor} draft={draft} />
      <ResponsibleLayer editor={editor} profile={settings.unitProfile} onKeep={keepName} />
      <PlaceholderListLayer editor={editor} />
      <ChipCard editor={editor} draft={draft} profile={settings.unitProfile} />
    </div>
  )
})
