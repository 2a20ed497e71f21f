/** One note with its answers. */
import { memo, useState, type KeyboardEvent } from 'react'
import { Button } from 'antd'
import type { DraftNote } from '../../../../shared/document/draft-note.ts'
import type { NoteThread } from '../../../../shared/notes/place-notes.ts'
import { notesText } from '../../../text/notes.ts'
import { shownTime } from './note-author.ts'
import { NoteForm } from './note-form.tsx'

export interface NoteActions {
  readonly goTo: (thread: NoteThread) => void
  readonly answer: (noteId: string, text: string) => void
  readonly edit: (noteId: string, text: string) => void
  readonly setDone: (noteId: string, done: boolean) => void
  readonly remove: (noteId: string, answers: number) => void
  readonly moveHere: (noteId: string) => void
}

interface NoteCardProps {
  readonly thread: NoteThread
  readonly current: boolean
  readonly editable: boolean
  readonly actions: NoteActions
}

function Words({ note, onEdit, editing, actions }: { readonly note: DraftNote; readonly editing: boolean; readonly onEdit: (id: string | undefined) => void; readonly actions: NoteActions }) {
  return (
    <>
      <div className="note-head">
        <span className="note-kind" data-kind={note.kind}>{notesText.kinds[note.kind]}</span>
        <b>{note.author?.trim() || (note.kind === 'comment' ? notesText.unsigned : '')}</b>
        <time>{shownTime(note.date)}</time>
      </div>
      {editing
        ? <NoteForm start={note.text} hint={notesText.textHint} label={notesText.text} onCancel={() => onEdit(undefined)} onSave={(text) => { actions.edit(note.id, text); onEdit(undefined) }} />
        : <p className="note-text">{note.text}</p>}
    </>
  )
}

function About({ thread: { note, place } }: { readonly thread: NoteThread }) {
  if (note.quote === undefined) return <span className="note-about" data-whole="true">{note.at === undefined ? notesText.whole : notesText.atPoint}</span>
  return <span className="note-about">{notesText.place(note.quote)}{place?.kind === 'block' && <em>{notesText.changed}</em>}</span>
}

/** The card before or behind one in the list. */
function neighbour(card: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const cards = [...card.closest('.notes')?.querySelectorAll<HTMLElement>('.note') ?? []]
  return cards[cards.indexOf(card) + by]
}

export const NoteCard = memo(function NoteCard({ thread, current, editable, actions }: NoteCardProps) {
  const [editing, setEditing] = useState<string>()
  const [answering, setAnswering] = useState(false)
  const { note, answers, place } = thread
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return
    if (event.key === 'Enter') actions.goTo(thread)
    else if (event.key === 'Delete' && editable) {
      // The focus stays in the list: the next key may take it back.
      const place = event.currentTarget
      ;(neighbour(place, 1) ?? neighbour(place, -1) ?? place.closest<HTMLElement>('.notes'))?.focus()
      actions.remove(note.id, answers.length)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') neighbour(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)?.focus()
    else return
    event.preventDefault()
  }
  return (
    <article className="note" tabIndex={0} data-note={note.id} data-done={note.done === true} aria-current={current} onKeyDown={onKeyDown}>
      <button type="button" className="note-place" tabIndex={-1} title={notesText.goTo} disabled={place === undefined} onClick={() => actions.goTo(thread)}><About thread={thread} /></button>
      <Words note={note} editing={editing === note.id} onEdit={setEditing} actions={actions} />
      {answers.map((one) => (
        <div className="note-answer" key={one.id} data-note={one.id}>
          <Words note={one} editing={editing === one.id} onEdit={setEditing} actions={actions} />
          {editable && editing !== one.id && (
            <div className="note-buttons">
              <Button size="small" type="link" onClick={() => setEditing(one.id)}>{notesText.edit}</Button>
              <Button size="small" type="link" onClick={() => actions.remove(one.id, 0)}>{notesText.remove}</Button>
            </div>
          )}
        </div>
      ))}
      {note.done && <p className="note-done">{notesText.isDone}</p>}
      {answering && <NoteForm hint={notesText.answerHint} label={notesText.answer} onCancel={() => setAnswering(false)} onSave={(text) => { actions.answer(note.id, text); setAnswering(false) }} />}
      {editable && !answering && editing === undefined && (
        <div className="note-buttons">
          {place === undefined
            ? <Button size="small" type="link" onClick={() => actions.moveHere(note.id)}>{notesText.moveHere}</Button>
            : <Button size="small" type="link" onClick={() => setAnswering(true)}>{notesText.answer}</Button>}
          <Button size="small" type="link" onClick={() => actions.setDone(note.id, !note.done)}>{note.done ? notesText.reopen : notesText.done}</Button>
          <Button size="small" type="link" onClick={() => setEditing(note.id)}>{notesText.edit}</Button>
          <Button size="small" type="link" onClick={() => actions.remove(note.id, answers.length)}>{notesText.remove}</Button>
        </div>
      )}
    </article>
  )
})
