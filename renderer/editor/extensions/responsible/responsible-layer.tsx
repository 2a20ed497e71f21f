/** The list of names under the caret. It lies over the paper, so that typing and input methods never meet it. */
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LexicalEditor } from 'lexical'
import type { UnknownName } from '../../../../shared/settings/responsible-suggestions.ts'
import type { UnitProfile } from '../../../../shared/settings/unit-profile.ts'
import { responsibleText } from '../../../text/responsible.ts'
import { useCompletion } from './use-completion.ts'
import './responsible.css'

interface ResponsibleLayerProps {
  readonly editor: LexicalEditor
  readonly profile: UnitProfile
  /** Puts a name that was typed into the profile. */
  readonly onKeep: (name: UnknownName) => void
}

export interface ListPlace {
  readonly left: number
  readonly top: number
}

/** Of the caret, on screen; of the block where the browser gives no rectangle for an empty line. */
function caretBox(editor: LexicalEditor, key: string): DOMRect | undefined {
  const range = getSelection()?.rangeCount ? getSelection()!.getRangeAt(0) : undefined
  const box = range?.getClientRects()[0]
  if (box && box.height > 0) return box
  const element = editor.getElementByKey(key)
  const inner = element?.querySelector('br') ?? element
  return inner?.getBoundingClientRect()
}

/** Below the line of the caret, or above it where there is no room; in the layer's own pixels, whatever the zoom. */
export function placeList(editor: LexicalEditor, key: string, list: HTMLElement): ListPlace | undefined {
  const layer = list.parentElement!
  const caret = caretBox(editor, key)
  const desk = layer.closest('.desk')?.getBoundingClientRect()
  if (!caret) return undefined
  const frame = layer.getBoundingClientRect()
  const scale = frame.width / layer.offsetWidth || 1
  const size = list.getBoundingClientRect()
  // The last block of an item has its offers below it: they stay in reach.
  const own = editor.getElementByKey(key)
  const bottom = own?.hasAttribute('data-item-end') ? Math.max(caret.bottom, own.getBoundingClientRect().bottom) : caret.bottom
  const below = bottom + size.height + 6 * scale <= (desk?.bottom ?? window.innerHeight)
  const top = below || caret.top - size.height < (desk?.top ?? 0) ? bottom + 3 * scale : caret.top - size.height - 3 * scale
  const left = Math.min(caret.left, frame.right - size.width - 8 * scale)
  return { left: (left - frame.left) / scale, top: (top - frame.top) / scale }
}

export const ResponsibleLayer = memo(function ResponsibleLayer({ editor, profile, onKeep }: ResponsibleLayerProps) {
  const { list, accept, keep } = useCompletion(editor, profile, ({ unknown }) => { if (unknown) onKeep(unknown) })
  const element = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<ListPlace>()
  useLayoutEffect(() => {
    if (list && element.current) setPlace(placeList(editor, list.place.key, element.current))
  }, [editor, list])
  const chosen = list && list.chosen >= 0 ? `responsible-${list.chosen}` : undefined
  useEffect(() => {
    const root = editor.getRootElement()
    if (chosen === undefined) root?.removeAttribute('aria-activedescendant')
    else {
      root?.setAttribute('aria-activedescendant', chosen)
      document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' })
    }
  }, [editor, chosen])

  return (
    <div className="responsible-layer">
      {list && (
        // Keeps the caret in the paper while the mouse chooses.
        <div className="responsible-list" ref={element} role="listbox" aria-label={responsibleText.list} style={place ?? { visibility: 'hidden' }} onMouseDown={(event) => event.preventDefault()}>
          <div className="responsible-names">
            {list.suggestions.map((suggestion, index) => (
              <button type="button" key={suggestion.text} id={`responsible-${index}`} role="option" tabIndex={-1} aria-selected={index === list.chosen} onClick={() => accept(suggestion)}>
                <span>{suggestion.text}</span><small>{suggestion.text.startsWith(suggestion.note) && suggestion.note !== '' ? '' : suggestion.note}</small>
              </button>
            ))}
          </div>
          {list.unknown && (
            <button type="button" className="responsible-keep" id={`responsible-${list.suggestions.length}`} role="option" tabIndex={-1} aria-selected={list.chosen === list.suggestions.length} onClick={keep}>
              {responsibleText.keep(list.unknown.name)}
            </button>
          )}
        </div>
      )}
    </div>
  )
})
