/** The card under a placeholder that is chosen: fills the key everywhere. The paper keeps the caret until the field is asked for. */
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { COMMAND_PRIORITY_CRITICAL, KEY_ENTER_COMMAND, KEY_ESCAPE_COMMAND, mergeRegister, type LexicalEditor, type NodeKey } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { placeholderText } from '../../../../shared/placeholders/catalogue.ts'
import { openPlaceholders } from '../../../../shared/placeholders/placeholder-places.ts'
import { fillableNow } from '../../../../shared/placeholders/profile-values.ts'
import type { UnitProfile } from '../../../../shared/settings/unit-profile.ts'
import { $chosenPlaceholder } from '../../../editor/extensions/placeholder/around-placeholders.ts'
import { placeholderTexts } from '../../../text/placeholders.ts'
import { FillField } from './fill-field.tsx'
import { useFill } from './fill-places.tsx'
import './placeholders.css'

interface Chosen {
  readonly nodeKey: NodeKey
  readonly key: string
}

/**
 * The placeholder that is selected alone, as long as the writer has not closed its card. Enter and Esc mean the card from
 * the moment of choosing on, whether it is drawn already or not.
 */
function useChosen(editor: LexicalEditor, focusField: () => void) {
  const [chosen, setChosen] = useState<Chosen>()
  const shown = useRef<Chosen>(undefined)
  const close = useCallback(() => {
    shown.current = undefined
    setChosen(undefined)
  }, [])
  useEffect(() => {
    /** Closed with Esc: stays so until something else is selected. */
    let passed: NodeKey | undefined
    const plain = (event: KeyboardEvent | null): event is KeyboardEvent => event !== null && !event.isComposing && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey
    return mergeRegister(
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read(() => {
          const node = $chosenPlaceholder()
          return node && { nodeKey: node.getKey(), key: node.getPlaceholderKey() }
        })
        if (next?.nodeKey !== passed) passed = undefined
        const open = editor.isEditable() && passed === undefined ? next : undefined
        if (open?.nodeKey === shown.current?.nodeKey && open?.key === shown.current?.key) return
        shown.current = open
        setChosen(open)
      }),
      editor.registerEditableListener(close),
      editor.registerCommand(KEY_ENTER_COMMAND, (event) => {
        if (!shown.current || !plain(event)) return false
        event.preventDefault()
        focusField()
        return true
      }, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => {
        if (!shown.current || !plain(event)) return false
        event.preventDefault()
        event.stopPropagation()
        passed = shown.current.nodeKey
        close()
        return true
      }, COMMAND_PRIORITY_CRITICAL),
    )
  }, [editor, close, focusField])
  return { chosen, close }
}

export const ChipCard = memo(function ChipCard({ editor, draft, profile }: { readonly editor: LexicalEditor; readonly draft: Draft; readonly profile: UnitProfile }) {
  const card = useRef<HTMLDivElement>(null)
  /** Enter came before the card was in its place. */
  const wanted = useRef(false)
  const focusField = useCallback(() => {
    wanted.current = true
    card.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [])
  const { chosen, close } = useChosen(editor, focusField)
  const fill = useFill(editor)
  const [place, setPlace] = useState<{ left: number; top: number }>()
  useLayoutEffect(() => {
    const chip = chosen && editor.getElementByKey(chosen.nodeKey)
    const layer = card.current?.parentElement
    if (!chip || !layer || !card.current) return setPlace(undefined)
    const [box, frame, desk] = [chip.getBoundingClientRect(), layer.getBoundingClientRect(), layer.closest('.desk')?.getBoundingClientRect()]
    const scale = frame.width / layer.offsetWidth || 1
    const height = card.current.offsetHeight * scale
    const below = box.bottom + height + 6 <= (desk?.bottom ?? window.innerHeight) || box.top - height < (desk?.top ?? 0)
    const left = Math.min(box.left, frame.right - card.current.offsetWidth * scale - 8)
    setPlace({ left: (left - frame.left) / scale, top: ((below ? box.bottom + 4 : box.top - height - 4) - frame.top) / scale })
  }, [editor, chosen])
  useEffect(() => {
    if (chosen && place && wanted.current) card.current?.querySelector('input')?.focus({ preventScroll: true })
    if (!chosen || place) wanted.current = false
  }, [chosen, place])
  if (!chosen) return null
  const count = openPlaceholders(draft).find(({ key }) => key === chosen.key)?.count ?? 1
  return (
    <div className="responsible-layer">
      <div className="placeholder-card" ref={card} role="group" aria-label={placeholderTexts.card(chosen.key)} style={place ?? { visibility: 'hidden' }} onMouseDown={(event) => { if (!(event.target instanceof HTMLInputElement)) event.preventDefault() }}>
        <header><b>{placeholderText(chosen.key)}</b><span>{placeholderTexts.cardCount(count)}</span></header>
        <FillField
          editor={editor} draft={draft} placeholderKey={chosen.key} known={fillableNow(draft, profile).get(chosen.key)} disabled={false}
          onFill={(value) => { fill(new Map([[chosen.key, value]])); close(); editor.focus() }} onEscape={() => { close(); editor.focus() }}
        />
        <footer>{placeholderTexts.cardHint}</footer>
      </div>
    </div>
  )
})
