/** Fills placeholders from a field or a list, as one step of undo, and says so with the way back. */
import { useCallback } from 'react'
import { App as AntdApp } from 'antd'
import { SKIP_DOM_SELECTION_TAG, UNDO_COMMAND, type LexicalEditor } from 'lexical'
import { openPlaceholders } from '../../../../shared/placeholders/placeholder-places.ts'
import { $editorToDraft } from '../../../editor/editor-to-draft.ts'
import { FILL_PLACEHOLDERS_COMMAND } from '../../../editor/extensions/placeholder/placeholder-commands.ts'
import { placeholderTexts } from '../../../text/placeholders.ts'

const messageKey = 'placeholders-changed'

/** Says what was done, with a link that takes it back as long as nothing else was done since. */
export function useUndoNote(editor: LexicalEditor): (text: string) => void {
  const { message } = AntdApp.useApp()
  return useCallback((text: string) => {
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      // The next change of the paper is what Ctrl+Z means from then on.
      if (dirtyElements.size + dirtyLeaves.size > 0) close()
    })
    const close = () => {
      stop()
      message.destroy(messageKey)
    }
    const undo = () => {
      close()
      editor.dispatchCommand(UNDO_COMMAND, undefined)
    }
    void message.open({ key: messageKey, type: 'success', duration: 6, onClose: stop, content: <span>{text}　<a onClick={undo}>{placeholderTexts.undo}</a></span> })
  }, [editor, message])
}

/** @returns fills every place of the keys; the field that asked keeps the focus. */
export function useFill(editor: LexicalEditor): (values: ReadonlyMap<string, string>) => void {
  const note = useUndoNote(editor)
  return useCallback((values) => {
    if (!editor.isEditable() || values.size === 0) return
    const count = editor.getEditorState().read(() => openPlaceholders($editorToDraft())).filter(({ key }) => values.has(key)).reduce((sum, one) => sum + one.count, 0)
    editor.update(() => { editor.dispatchCommand(FILL_PLACEHOLDERS_COMMAND, values) }, { discrete: true, tag: SKIP_DOM_SELECTION_TAG })
    if (count > 0) note(placeholderTexts.filled(count))
  }, [editor, note])
}
