/** The list of placeholders under the caret. It lies over the paper, so that typing and input methods never meet it. */
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LexicalEditor } from 'lexical'
import { placeholderText } from '../../../../shared/placeholders/catalogue.ts'
import { openPlaceholders } from '../../../../shared/placeholders/placeholder-places.ts'
import { $editorToDraft } from '../../editor-to-draft.ts'
import { placeholderTexts } from '../../../text/placeholders.ts'
import { placeList, type ListPlace } from '../responsible/responsible-layer.tsx'
import { usePlaceholderList } from './use-placeholder-list.ts'
import '../responsible/responsible.css'
import './placeholder.css'

export const PlaceholderListLayer = memo(function PlaceholderListLayer({ editor }: { readonly editor: LexicalEditor }) {
  const { list, accept } = usePlaceholderList(editor, () => editor.getEditorState().read(() => openPlaceholders($editorToDraft())).map(({ key }) => key))
  const element = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<ListPlace>()
  useLayoutEffect(() => {
    if (list && element.current) setPlace(placeList(editor, list.place.nodeKey, element.current))
  }, [editor, list])
  const chosen = list && list.chosen >= 0 ? `placeholder-${list.chosen}` : undefined
  useEffect(() => {
    const root = editor.getRootElement()
    if (chosen === undefined) return
    root?.setAttribute('aria-activedescendant', chosen)
    document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' })
    return () => root?.removeAttribute('aria-activedescendant')
  }, [editor, chosen])
  return (
    <div className="responsible-layer">
      {list && (
        // Keeps the caret in the paper while the mouse chooses.
        <div className="responsible-list" ref={element} role="listbox" aria-label={placeholderTexts.list} style={place ?? { visibility: 'hidden' }} onMouseDown={(event) => event.preventDefault()}>
          <div className="responsible-names">
            {list.keys.map(({ key, note }, index) => (
              <button type="button" key={key} id={`placeholder-${index}`} role="option" tabIndex={-1} aria-selected={index === list.chosen} onClick={() => accept(key)}>
                <span>{note === 'new' ? placeholderTexts.own(key) : placeholderText(key)}</span><small>{note === 'used' ? placeholderTexts.used : ''}</small>
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  )
})
