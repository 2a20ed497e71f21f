/**
 * When the list of names is open and what its keys do. It opens as something is typed, or at once in an empty place; the
 * first name is meant only once the writer has typed. Keys that are not the list's own go on to the paper.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  BLUR_COMMAND, COMMAND_PRIORITY_CRITICAL, KEY_ARROW_DOWN_COMMAND, KEY_ARROW_UP_COMMAND, KEY_ENTER_COMMAND, KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND, mergeRegister,
  type EditorState, type LexicalEditor,
} from 'lexical'
import { suggestResponsible, type ResponsibleCompletion, type Suggestion } from '../../../../shared/settings/responsible-suggestions.ts'
import type { UnitProfile } from '../../../../shared/settings/unit-profile.ts'
import { $completeAtCaret, $responsiblePlace, type ResponsiblePlace } from './responsible-place.ts'

export interface OpenList extends ResponsibleCompletion {
  readonly place: ResponsiblePlace
  /** Place in the list, the link to keep a name counted last; -1: none is meant. */
  readonly chosen: number
}

/** Tags of updates that are not the writer's typing. */
const notTyped = ['historic', 'load', 'reload', 'paste', 'history-push']
/** An arrow pressed so short a time before the caret came only passes through. */
const passing = 200

export function useCompletion(editor: LexicalEditor, profile: UnitProfile, onKeep: (list: OpenList) => void) {
  const [list, setList] = useState<OpenList>()
  const open = useRef<OpenList>(undefined)
  const latest = useRef({ profile, onKeep })
  latest.current = { profile, onKeep }

  const show = useCallback((next: OpenList | undefined) => {
    open.current = next
    setList(next)
  }, [])
  const accept = useCallback((suggestion: Suggestion) => {
    const current = open.current
    if (!current || !editor.isEditable()) return
    show(undefined)
    editor.update(() => $completeAtCaret(current.place, current.place.caret - suggestion.from, suggestion.text))
  }, [editor, show])
  const keep = useCallback(() => {
    const current = open.current
    show(undefined)
    if (current) latest.current.onKeep(current)
  }, [show])

  useEffect(() => {
    let lastArrow = -Infinity
    /** An input method has changed the text; the list waits until it has its characters. */
    let composed = false
    const size = ({ suggestions, unknown }: OpenList) => suggestions.length + (unknown ? 1 : 0)
    const refresh = (state: EditorState, typed: boolean) => {
      const root = editor.getRootElement()
      if (!editor.isEditable() || editor.isComposing() || !root || document.activeElement !== root) return show(undefined)
      const place = state.read($responsiblePlace)
      const passes = performance.now() - lastArrow < passing
      if (!place || (!typed && (place.text !== '' || passes))) return show(undefined)
      const completion = suggestResponsible({ profile: latest.current.profile, ...place })
      const next = { ...completion, place, chosen: completion.eager && completion.suggestions.length > 0 ? 0 : -1 }
      show(size(next) === 0 ? undefined : next)
    }
    const step = (by: 1 | -1) => (event: KeyboardEvent) => {
      const current = open.current
      if (!current) lastArrow = performance.now()
      if (!current || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
      // Upwards out of the list the caret moves again.
      if (by === -1 && current.chosen === -1) {
        lastArrow = performance.now()
        show(undefined)
        return false
      }
      event.preventDefault()
      show({ ...current, chosen: Math.min(current.chosen + by, size(current) - 1) })
      return true
    }
    const take = (event: KeyboardEvent | null) => {
      const current = open.current
      if (!current || !event || current.chosen === -1 || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
      event.preventDefault()
      const suggestion = current.suggestions[current.chosen]
      if (suggestion) accept(suggestion)
      else keep()
      return true
    }
    return mergeRegister(
      editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements, dirtyLeaves, tags }) => {
        const changed = dirtyElements.size > 0 || dirtyLeaves.size > 0
        const moved = editorState._selection !== prevEditorState._selection
        if (!changed && !moved) return
        const typed = changed && !notTyped.some((tag) => tags.has(tag)) && editorState.read($responsiblePlace)?.text !== prevEditorState.read($responsiblePlace)?.text
        const composing = editor.isComposing()
        refresh(editorState, typed || (composed && !composing))
        composed = composing && (composed || typed)
      }),
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, step(1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, step(-1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_TAB_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => {
        if (!open.current || event.isComposing) return false
        // The list alone is closed, not what else listens to Esc.
        event.preventDefault()
        event.stopPropagation()
        show(undefined)
        return true
      }, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(BLUR_COMMAND, () => { show(undefined); return false }, COMMAND_PRIORITY_CRITICAL),
      editor.registerEditableListener(() => show(undefined)),
    )
  }, [editor, accept, keep, show])

  return { list, accept, keep }
}
