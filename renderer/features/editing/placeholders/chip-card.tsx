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

/** The placeholder that is selected alone, as long as the writer has not closed its card. */
function useChosen(editor: LexicalEditor) {
  const [chosen, setChosen] = useState<Chosen>()
  useEffect(() => {
    let shown: Chosen | undefined
    return mergeRegister(
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read(() => {
          const node = $chosenPlaceholder()
          return node && { nodeKey: node.getKey(), key: node.getPlaceholderKey() }
        })
        const open = editor.isEditable() ? next : undefined
        if (open?.nodeKey === shown?.nodeKey && open?.key === shown?.key) return
        shown = open
        setChosen(open)
      }),
      editor.registerEditableListener(() => {
        shown = undefined
        setChosen(undefined)
      }),
    )
  }, [editor])
  const close = useCallback(() => setChosen(undefined), [])
  return { chosen, close }
}

export const ChipCard = memo(function ChipCard({ editor, draft, profile }: { readonly editor: LexicalEditor; readonly draft: Draft; readonly profile: UnitProfile }) {
  const { chosen, close } = useChosen(editor)
  const fill = useFill(editor)
  const card = useRef<HTMLDivElement>(null)
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
    if (!chosen) return
    return mergeRegister(
      editor.registerCommand(KEY_ENTER_COMMAND, (event) => {
        if (!event || event.isComposing || event.ctrlKey || event.altKey || event.shiftKey) return false
        event.preventDefault()
        card.current?.querySelector('input')?.focus({ preventScroll: true })
        return true
      }, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_ESCAPE_COMMAND, (event) => {
        if (event.isComposing) return false
        event.preventDefault()
        event.stopPropagation()
        close()
        return true
      }, COMMAND_PRIORITY_CRITICAL),
    )
  }, [editor, chosen, close])
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
