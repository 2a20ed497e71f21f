/** A small mark beside each block with notes, at the right edge of the paper. It lies over the paper, not in the text. */
import { memo, useCallback, useEffect, useMemo, useState } from 'react'
import { $getRoot, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { placeNotes } from '../../../../shared/notes/place-notes.ts'
import { $idOfBlock } from '../../../editor/extensions/notes/keep-notes.ts'
import { elementOf } from '../../../editor/extensions/notes/note-ranges.ts'
import { registerNoteMarks } from '../../../editor/extensions/notes/note-marks.ts'
import { usePaperSize } from '../../../editor/use-paper-size.ts'
import { notesText } from '../../../text/notes.ts'
import './notes.css'

interface Mark {
  readonly blockId: string
  readonly first: string
  readonly count: number
  readonly open: boolean
}

interface PlacedMark extends Mark {
  readonly top: number
}

function marksOf(draft: Draft): Mark[] {
  if (draft.notes === undefined) return []
  const marks = new Map<string, Mark>()
  for (const { note } of placeNotes(draft).threads) {
    const mark = marks.get(note.blockId)
    marks.set(note.blockId, { blockId: note.blockId, first: mark?.first ?? note.id, count: (mark?.count ?? 0) + 1, open: (mark?.open ?? false) || !note.done })
  }
  return [...marks.values()]
}

function placeMarks(editor: LexicalEditor, marks: readonly Mark[]): PlacedMark[] {
  const sheet = editor.getRootElement()?.parentElement
  if (!sheet || marks.length === 0) return []
  const elements = editor.getEditorState().read(() => {
    const wanted = new Set(marks.map((mark) => mark.blockId))
    return new Map($getRoot().getChildren().flatMap((node) => {
      const id = $idOfBlock(node)
      const element = id !== undefined && wanted.has(id) ? elementOf(editor, node) : undefined
      return id !== undefined && element ? [[id, element] as const] : []
    }))
  })
  return marks.flatMap((mark) => {
    const element = elements.get(mark.blockId)
    return element ? [{ ...mark, top: element.offsetTop }] : []
  })
}

export const NoteLayer = memo(function NoteLayer({ editor, draft, onShow }: { readonly editor: LexicalEditor; readonly draft: Draft; readonly onShow: (noteId: string) => void }) {
  const [placed, setPlaced] = useState<readonly PlacedMark[]>([])
  const marks = useMemo(() => marksOf(draft), [draft])
  const measure = useCallback(() => setPlaced((shown) => (marks.length > 0 ? placeMarks(editor, marks) : shown.length === 0 ? shown : [])), [editor, marks])
  useEffect(() => registerNoteMarks(editor), [editor])
  usePaperSize(editor, measure)
  return (
    <div className="note-layer">
      {placed.map(({ blockId, first, count, open, top }) => (
        <button key={blockId} type="button" className="note-mark" data-open={open} data-marks={blockId} style={{ top: top + 5 }} title={notesText.mark(count)} aria-label={notesText.mark(count)} onMouseDown={(event) => event.preventDefault()} onClick={() => onShow(first)}>{count}</button>
      ))}
    </div>
  )
})
