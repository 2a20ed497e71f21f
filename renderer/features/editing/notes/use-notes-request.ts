/** What is asked of the list of notes from elsewhere: a new note at the selection, or to show one. */
import { useCallback, useEffect, useState } from 'react'
import type { LexicalEditor } from 'lexical'
import { $selectedAnchor, type NoteAnchor } from '../../../editor/extensions/notes/note-commands.ts'
import { isDialogOpen } from '../open-layers.ts'

export type NotesRequest =
  | { readonly kind: 'new'; readonly anchor: NoteAnchor }
  | { readonly kind: 'show'; readonly noteId: string }
  /** Only opens the list. */
  | { readonly kind: 'list' }

export interface NotesRequests {
  readonly request: NotesRequest | undefined
  readonly ask: (request: NotesRequest) => void
  /** At the selection of the paper, or a block. */
  readonly askNew: (blockId?: string) => void
  readonly answered: () => void
}

const isKey = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && event.altKey && !event.shiftKey && event.code === 'KeyM'

export function useNotesRequests(editor: LexicalEditor | undefined): NotesRequests {
  const [request, setRequest] = useState<NotesRequest>()
  const ask = useCallback((next: NotesRequest) => setRequest(next), [])
  const answered = useCallback(() => setRequest(undefined), [])
  const askNew = useCallback((blockId?: string) => {
    if (!editor) return
    const anchor = blockId === undefined ? editor.getEditorState().read($selectedAnchor) : { blockId }
    setRequest(editor.isEditable() && anchor ? { kind: 'new', anchor } : { kind: 'list' })
  }, [editor])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isKey(event) || event.isComposing || event.repeat || editor?.isComposing()) return
      event.preventDefault()
      if (!isDialogOpen()) askNew()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [editor, askNew])
  return { request, ask, askNew, answered }
}
