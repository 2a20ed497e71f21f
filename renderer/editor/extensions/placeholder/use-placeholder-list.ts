/**
 * When the list of placeholders is open and what its keys do. It opens as a bracket is typed and goes with the caret; keys
 * that are not its own go on to the paper. A key that is known becomes a placeholder by its closing bracket alone.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  $getNodeByKey, $getSelection, $isRangeSelection, $isTextNode, BLUR_COMMAND, COMMAND_PRIORITY_CRITICAL, COMMAND_PRIORITY_EDITOR, createCommand, KEY_ARROW_DOWN_COMMAND, KEY_ARROW_UP_COMMAND, KEY_ENTER_COMMAND, KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND, mergeRegister,
  type EditorState, type LexicalCommand, type LexicalEditor,
} from 'lexical'
import { placeholderKind } from '../../../../shared/placeholders/catalogue.ts'
import { offerKeys, type OfferedKey } from '../../../../shared/placeholders/offer-keys.ts'
import { $offerPlace, takeKey, type OfferPlace } from './offer-place.ts'

/** Begins a placeholder at the caret, as the bracket does. */
export const OFFER_PLACEHOLDERS_COMMAND: LexicalCommand<undefined> = createCommand('OFFER_PLACEHOLDERS')

export interface PlaceholderList {
  readonly place: OfferPlace
  readonly keys: readonly OfferedKey[]
  /** -1: none is meant. */
  readonly chosen: number
}

/** Tags of updates that are not the writer's typing. */
const notTyped = ['historic', 'load', 'reload', 'paste', 'history-push']

const samePlace = (a: OfferPlace | undefined, b: OfferPlace | undefined) => a !== undefined && a.nodeKey === b?.nodeKey && a.from === b.from

/** @param usedKeys keys of the paper as it is now, asked for as the list opens. */
export function usePlaceholderList(editor: LexicalEditor, usedKeys: () => readonly string[]) {
  const [list, setList] = useState<PlaceholderList>()
  const open = useRef<PlaceholderList>(undefined)
  const used = useRef(usedKeys)
  used.current = usedKeys
  const show = useCallback((next: PlaceholderList | undefined) => {
    if (open.current === undefined && next === undefined) return
    open.current = next
    setList(next)
  }, [])
  const accept = useCallback((key: string) => {
    const current = open.current
    show(undefined)
    if (current && editor.isEditable()) takeKey(editor, current.place, key)
  }, [editor, show])

  useEffect(() => {
    /** The place whose list was closed with Esc, and whether the menu put its bracket there. */
    let closed: OfferPlace | undefined
    let byMenu = false
    let knownAt: OfferPlace | undefined
    let known: readonly string[] = []
    const look = (state: EditorState, typed: boolean) => {
      const root = editor.getRootElement()
      const place = editor.isEditable() && !editor.isComposing() && root && document.activeElement === root ? state.read($offerPlace) : undefined
      if (!samePlace(place, closed) && !editor.isComposing()) closed = undefined
      if (!place || closed) return show(undefined)
      if (!typed && !samePlace(open.current?.place, place)) return show(undefined)
      // Asked for once for each list: while it is open the draft's other keys stay what they are.
      if (!samePlace(place, knownAt)) known = used.current()
      knownAt = place
      if (place.closed) {
        show(undefined)
        if (typed && (placeholderKind(place.typed) !== undefined || known.includes(place.typed))) takeKey(editor, place, place.typed)
        return
      }
      const keys = !place.sure && place.typed === '' ? [] : offerKeys(place.typed, known)
      show(keys.length === 0 ? undefined : { place, keys, chosen: place.sure ? 0 : -1 })
    }
    const plain = (event: KeyboardEvent) => !event.isComposing && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
    const step = (by: 1 | -1) => (event: KeyboardEvent) => {
      const current = open.current
      if (!current || !plain(event)) return false
      event.preventDefault()
      show({ ...current, chosen: (current.chosen + by + current.keys.length) % current.keys.length })
      return true
    }
    const take = (event: KeyboardEvent | null) => {
      const current = open.current
      const key = current?.keys[current.chosen]?.key
      if (key === undefined || !event || !plain(event)) return false
      event.preventDefault()
      accept(key)
      return true
    }
    /** An input method has changed the text; the list waits until it has its characters. */
    let composed = false
    return mergeRegister(
      editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements, dirtyLeaves, tags }) => {
        const changed = dirtyElements.size > 0 || dirtyLeaves.size > 0
        if (!changed && (open.current === undefined || editorState._selection === prevEditorState._selection)) return
        const typed = changed && !notTyped.some((tag) => tags.has(tag))
        const composing = editor.isComposing()
        look(editorState, typed || (composed && !composing))
        composed = composing && (composed || typed)
      }),
      editor.registerCommand(OFFER_PLACEHOLDERS_COMMAND, () => {
        editor.update(() => {
          const selection = $getSelection()
          if (!$isRangeSelection(selection) || !editor.isEditable()) return
          selection.insertText('[')
          byMenu = true
        })
        return true
      }, COMMAND_PRIORITY_EDITOR),
      editor.registerCommand(KEY_ARROW_DOWN_COMMAND, step(1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ARROW_UP_COMMAND, step(-1), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_TAB_COMMAND, take, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => {
        const current = open.current
        if (!current || event.isComposing) return false
        // The list alone is closed, not what else listens to Esc.
        event.preventDefault()
        event.stopPropagation()
        closed = current.place
        show(undefined)
        const { place } = current
        if (byMenu && place.typed === '') {
          editor.update(() => {
            const node = $getNodeByKey(place.nodeKey)
            if ($isTextNode(node)) node.spliceText(place.from, place.to - place.from, '', true)
          })
        }
        byMenu = false
        return true
      }, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(BLUR_COMMAND, () => { show(undefined); return false }, COMMAND_PRIORITY_CRITICAL),
      editor.registerEditableListener(() => show(undefined)),
    )
  }, [editor, accept, show])
  return { list, accept }
}
