import { memo, useEffect, useRef, type MouseEvent } from 'react'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../shared/document/draft.ts'
import { OfferLayer } from '../../editor/extensions/offers/offer-layer.tsx'
import { useLeadMarks } from './lead-marks-setting.ts'
import { ResponsibleLayer } from '../../editor/extensions/responsible/responsible-layer.tsx'
import { LimitLayer } from '../../editor/extensions/time-limit/limit-layer.tsx'
import { useSettings } from '../settings/use-settings.ts'
import { useEditable } from '../../editor/use-editable.ts'
import { useKeepName } from './use-keep-name.tsx'
import '../../editor/paper.css'

interface PaperProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly onRoleClick: (blockId: string) => void
}

/** The sheet with the text. Role names stand in the margin; a click there opens the menu of the block. */
export const Paper = memo(function Paper({ editor, draft, onRoleClick }: PaperProps) {
  const content = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const editable = useEditable(editor)
  const { settings } = useSettings()
  const keepName = useKeepName()
  useEffect(() => {
    editor.setRootElement(content.current)
    return () => editor.setRootElement(null)
  }, [editor])

  useLeadMarks(editor)

  const onMouseDown = (event: MouseEvent) => {
    const { target } = event
    if (!(target instanceof HTMLElement)) return
    const block = target.closest<HTMLElement>('.block')
    if (block && event.button === 0 && event.clientX < block.getBoundingClientRect().left) {
      event.preventDefault()
      const id = block.dataset['blockId']
      if (id !== undefined) onRoleClick(id)
    } else if (target === sheet.current) {
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
      <LimitLayer editor={editor} draft={draft} />
      <OfferLayer editor={editor} draft={draft} />
      <ResponsibleLayer editor={editor} profile={settings.unitProfile} onKeep={keepName} />
    </div>
  )
})
