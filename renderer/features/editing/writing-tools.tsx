/** Buttons of the top bar for how the whole paper is written: its style, and writing undisturbed. */
import { memo, useCallback, useState } from 'react'
import { Button } from 'antd'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../shared/document/draft.ts'
import { focusText } from '../../text/focus.ts'
import { styleText } from '../../text/style.ts'
import { GuidanceToggle } from './guidance/guidance-toggle.tsx'
import type { FocusMode } from './focus/use-focus-mode.ts'
import { StylePanel } from './style/style-panel.tsx'

interface WritingToolsProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly focus: FocusMode
}

export const WritingTools = memo(function WritingTools({ editor, draft, focus }: WritingToolsProps) {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      <Button type="text" size="small" className="tool-button" aria-expanded={open} title={styleText.title} onClick={() => setOpen(!open)}>{styleText.open}</Button>
      <Button type="text" size="small" className="tool-button" title={focus.on ? focusText.leaveHint : focusText.enterHint} onClick={focus.toggle}>{focus.on ? focusText.leave : focusText.enter}</Button>
      <GuidanceToggle draft={draft} />
      {open && <StylePanel editor={editor} draft={draft} onClose={close} />}
    </>
  )
})
