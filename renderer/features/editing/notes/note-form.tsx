/** A text field of the list of notes: a new note, an answer, a change. What was typed is never lost by leaving it. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { AutoComplete, Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { noteText } from '../../../../shared/notes/edit-notes.ts'
import { notesText } from '../../../text/notes.ts'

interface NoteFormProps {
  readonly start?: string
  readonly hint: string
  readonly label: string
  /** Absent where who writes is known. */
  readonly author?: { readonly name: string; readonly names: readonly string[]; readonly onChange: (name: string) => void }
  readonly onSave: (text: string) => void
  readonly onCancel: () => void
}

export function NoteForm({ start = '', hint, label, author, onSave, onCancel }: NoteFormProps) {
  const [typed, setTyped] = useState(start)
  const field = useRef<TextAreaRef>(null)
  const state = useRef({ typed, done: false, onSave })
  state.current.typed = typed
  state.current.onSave = onSave
  useEffect(() => { field.current?.focus({ cursor: 'end' }) }, [])
  // Leaving the list, the draft or the window saves what was written: a note can be deleted, words that are gone cannot be found.
  useEffect(() => {
    const held = state.current
    held.done = false
    const leave = () => {
      const text = noteText(held.typed)
      if (held.done || text === '' || text === start) return
      held.done = true
      held.onSave(text)
    }
    window.addEventListener('beforeunload', leave, true)
    return () => {
      window.removeEventListener('beforeunload', leave, true)
      leave()
    }
  }, [start])
  const text = noteText(typed)
  const save = () => {
    if (text === '') return
    state.current.done = true
    onSave(text)
  }
  const cancel = () => {
    state.current.done = true
    onCancel()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      cancel()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      save()
    }
  }
  return (
    <div className="note-form" onKeyDown={onKeyDown}>
      <Input.TextArea ref={field} value={typed} rows={3} maxLength={20_000} placeholder={hint} aria-label={label} spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
      {author && (
        <label className="note-author">{notesText.author}
          <AutoComplete size="small" value={author.name} placeholder={notesText.authorHint} aria-label={notesText.author} maxLength={30} options={author.names.filter((name) => name.includes(author.name.trim())).slice(0, 12).map((value) => ({ value }))} onChange={author.onChange} />
        </label>
      )}
      <div className="note-buttons">
        <Button size="small" type="primary" disabled={text === ''} onClick={save}>{notesText.save}</Button>
        <Button size="small" onClick={cancel}>{notesText.cancel}</Button>
      </div>
    </div>
  )
}
