import { useEffect, useState } from 'react'
import { CAN_REDO_COMMAND, CAN_UNDO_COMMAND, COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical'

export function useHistoryState(editor: LexicalEditor | undefined): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const [canUndo, setCanUndo] = useState(false)
  const [canRedo, setCanRedo] = useState(false)
  useEffect(() => {
    if (!editor) return
    const removes = [
      editor.registerCommand(CAN_UNDO_COMMAND, (can) => { setCanUndo(can); return false }, COMMAND_PRIORITY_LOW),
      editor.registerCommand(CAN_REDO_COMMAND, (can) => { setCanRedo(can); return false }, COMMAND_PRIORITY_LOW),
    ]
    return () => { for (const remove of removes) remove() }
  }, [editor])
  return { canUndo, canRedo }
}
