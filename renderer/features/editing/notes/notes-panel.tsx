/** The tab 批注: the notes of the paper in reading order, and what can be done with them. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { App as AntdApp, Button, Empty, Segmented } from 'antd'
import { REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import type { DraftNote } from '../../../../shared/document/draft-note.ts'
import { addNote, answerNote, editNote, moveNote, removeNote, setNoteDone } from '../../../../shared/notes/edit-notes.ts'
import type { NoteThread } from '../../../../shared/notes/place-notes.ts'
import { newBlockId } from '../../../editor/block-ids.ts'
import { $selectedAnchor, changeNotes, type NoteAnchor } from '../../../editor/extensions/notes/note-commands.ts'
import { markCurrent } from '../../../editor/extensions/notes/note-marks.ts'
import { useEditable } from '../../../editor/use-editable.ts'
import { notesText } from '../../../text/notes.ts'
import { useSettings } from '../../settings/use-settings.ts'
import { authorNames, clockNow, keepAuthor, lastAuthor } from './note-author.ts'
import { NoteCard, type NoteActions } from './note-card.tsx'
import { NoteForm } from './note-form.tsx'
import { showNote } from './show-note.ts'
import { useThreads } from './use-threads.ts'
import { useNoteAtCaret } from './use-note-at-caret.ts'
import type { NotesRequests } from './use-notes-request.ts'
import './notes.css'

interface NotesPanelProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
  readonly requests: NotesRequests
}

type Filter = 'open' | 'all'

/** Kept for the window: who looks only at what is open goes on so after a look at another tab. */
let lastFilter: Filter = 'open'

const rangeOf = ({ note, place }: NoteThread) => (place?.kind === 'quote' ? { blockId: note.blockId, from: place.from, to: place.to } : undefined)

export function NotesPanel({ editor, draft, requests: { request, answered, askNew } }: NotesPanelProps) {
  const { message } = AntdApp.useApp()
  const { settings } = useSettings()
  const editable = useEditable(editor)
  const list = useRef<HTMLDivElement>(null)
  const [filter, setFilter] = useState<Filter>(lastFilter)
  const [anchor, setAnchor] = useState<NoteAnchor>()
  const [chosen, setChosen] = useState<string>()
  const [author, setAuthor] = useState(lastAuthor)
  const { threads, lost } = useThreads(draft)
  const atCaret = useNoteAtCaret(editor, threads)
  const current = atCaret ?? chosen
  const names = useMemo(() => authorNames(settings.unitProfile), [settings.unitProfile])
  const shown = filter === 'all' ? threads : threads.filter(({ note }) => !note.done || note.id === chosen)
  const open = threads.filter(({ note }) => !note.done).length
  const choose = (next: Filter) => {
    lastFilter = next
    setFilter(next)
  }

  useEffect(() => {
    if (request === undefined) return
    if (request.kind === 'new') setAnchor(request.anchor)
    else if (request.kind === 'show') {
      if (threads.some(({ note }) => note.id === request.noteId && note.done)) choose('all')
      setChosen(request.noteId)
    }
    answered()
  }, [request, answered, threads])
  useEffect(() => {
    const place = anchor?.quote === undefined || anchor.at === undefined ? undefined : { blockId: anchor.blockId, from: anchor.at, to: anchor.at + anchor.quote.length }
    const thread = threads.find(({ note }) => note.id === current)
    markCurrent(editor, place ?? (thread && rangeOf(thread)))
    return () => markCurrent(editor, undefined)
  }, [editor, anchor, current, threads])
  useEffect(() => {
    if (current !== undefined) list.current?.querySelector(`[data-note="${CSS.escape(current)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current, filter])

  const signed = (): Pick<DraftNote, 'author' | 'date'> => {
    const name = author.trim()
    keepAuthor(name)
    return { ...(name === '' ? {} : { author: name }), date: clockNow() }
  }
  const add = (text: string) => {
    if (!anchor) return
    const id = newBlockId()
    setAnchor(undefined)
    if (!changeNotes(editor, (notes) => addNote(notes, { id, kind: 'comment', ...anchor, text, ...signed() }))) return
    setChosen(id)
    editor.focus()
  }
  const latest = useRef({ signed })
  latest.current = { signed }
  const actions = useMemo((): NoteActions => ({
    goTo: (thread) => {
      setChosen(thread.note.id)
      showNote(editor, thread)
    },
    answer: (to, text) => void changeNotes(editor, (notes) => answerNote(notes, { to, id: newBlockId(), text, ...latest.current.signed() })),
    edit: (id, text) => void changeNotes(editor, (notes) => editNote(notes, id, text)),
    setDone: (id, done) => void changeNotes(editor, (notes) => setNoteDone(notes, id, done)),
    remove: (id, answers) => { if (changeNotes(editor, (notes) => removeNote(notes, id))) void message.info(notesText.removed(answers)) },
    moveHere: (id) => {
      const to = editor.getEditorState().read($selectedAnchor)
      if (to) changeNotes(editor, (notes) => moveNote(notes, id, to.blockId))
      else void message.info(notesText.noCaret)
    },
  }), [editor, message])

  // Undo from the list: the paper is what was changed.
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    const command = key === 'z' && !event.shiftKey ? UNDO_COMMAND : key === 'y' || (key === 'z' && event.shiftKey) ? REDO_COMMAND : undefined
    const inField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
    if (event.nativeEvent.isComposing || inField || command === undefined || !(event.ctrlKey || event.metaKey) || event.altKey) return
    event.preventDefault()
    editor.dispatchCommand(command, undefined)
  }
  const card = (thread: NoteThread) => <NoteCard key={thread.note.id} thread={thread} current={thread.note.id === current} editable={editable} actions={actions} />
  return (
    <div className="notes" ref={list} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="notes-bar">
        <Segmented size="small" value={filter} aria-label={notesText.filter} options={[{ value: 'open', label: notesText.open }, { value: 'all', label: notesText.all }]} onChange={choose} />
        {editable && <Button size="small" title={`${notesText.add} ${notesText.key}`} onMouseDown={(event) => event.preventDefault()} onClick={() => (editor.getEditorState().read($selectedAnchor) ? askNew() : void message.info(notesText.noTarget))}>{notesText.add}</Button>}
      </div>
      {threads.length > 0 && <p className="notes-count">{notesText.count(open, threads.length)}</p>}
      {anchor && editable && (
        <section className="note note-new" aria-label={notesText.add}>
          <span className="note-about" data-whole={anchor.quote === undefined}>{anchor.quote === undefined ? notesText.whole : notesText.place(anchor.quote)}</span>
          <NoteForm key={`${anchor.blockId} ${anchor.at ?? ''} ${anchor.quote ?? ''}`} hint={notesText.textHint} label={notesText.text} author={{ name: author, names, onChange: setAuthor }} onSave={add} onCancel={() => { setAnchor(undefined); editor.focus() }} />
        </section>
      )}
      {threads.length === 0 && !anchor && lost.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={editable ? notesText.empty : notesText.emptyReading} />}
      {threads.length > 0 && shown.length === 0 && <p className="quiet">{notesText.nothingOpen}</p>}
      {shown.map(card)}
      {lost.length > 0 && <section className="notes-lost"><h3>{notesText.lost(lost.length)}</h3><p className="quiet">{notesText.lostHint}</p>{lost.map(card)}</section>}
    </div>
  )
}
