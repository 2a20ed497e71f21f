import { useEffect, useRef, useState } from 'react'
import type { LexicalEditor } from 'lexical'
import type { NoteThread } from '../../../../shared/notes/place-notes.ts'
import { $caretPlace } from '../../../editor/extensions/notes/note-commands.ts'

/** Id of the note whose words the caret stands in; undefined where it stands in none. */
export function useNoteAtCaret(editor: LexicalEditor, threads: readonly NoteThread[]): string | undefined {
  const [id, setId] = useState<string>()
  const latest = useRef(threads)
  latest.current = threads
  useEffect(() => {
    const noted = new Set(threads.map(({ note }) => note.blockId))
    const follow = () => {
      const at = noted.size === 0 ? undefined : editor.getEditorState().read(() => $caretPlace((blockId) => noted.has(blockId)))
      setId(at && latest.current.find(({ note, place }) => note.blockId === at.blockId && place?.kind === 'quote' && place.from <= at.at && at.at <= place.to)?.note.id)
    }
    follow()
    return editor.registerUpdateListener(follow)
  }, [editor, threads])
  return id
}
