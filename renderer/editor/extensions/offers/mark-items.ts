/**
 * Keeps room under the last block of every item the writer may be offered something for, whether the caret is there or
 * not: so nothing moves when the caret comes or goes, and offers never push the text away in mid-sentence.
 */
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { offerSpots, type OfferSpot } from '../../../../shared/ledger/offers.ts'
import { $getHead } from '../../draft-to-editor.ts'
import { $structureBlocks } from '../../editor-to-draft.ts'
import { structureChanged } from '../numbering/show-numbers.ts'

export interface ItemMarks {
  /** A later state of the draft: headings may say something else now. */
  readonly refresh: (draft: Draft) => void
  readonly stop: () => void
}

/** @param onSpots hears of the places for offers, at once when blocks come, go or change what they are. */
export function markItems(editor: LexicalEditor, onSpots: (spots: readonly OfferSpot[]) => void): ItemMarks {
  let marked: HTMLElement[] = []
  const draw = (spots: readonly OfferSpot[]) => {
    const root = editor.getRootElement()
    const ends = new Set(spots.map((spot) => spot.afterId))
    const elements = root === null ? [] : [...root.querySelectorAll<HTMLElement>('.block')].filter((element) => ends.has(element.dataset['blockId'] ?? ''))
    for (const element of marked) if (!elements.includes(element)) element.removeAttribute('data-item-end')
    for (const element of elements) if (!element.hasAttribute('data-item-end')) element.setAttribute('data-item-end', '')
    marked = elements
    onSpots(spots)
  }
  const fromEditor = () => draw(editor.isEditable() ? editor.getEditorState().read(() => offerSpots({ blocks: $structureBlocks(), kind: $getHead().kind })) : [])
  const removes = [
    editor.registerUpdateListener((update) => { if (structureChanged(update)) fromEditor() }),
    editor.registerRootListener((root) => { if (root) fromEditor() }),
    editor.registerEditableListener(fromEditor),
  ]
  return {
    refresh: (draft) => draw(editor.isEditable() ? offerSpots(draft) : []),
    stop: () => {
      for (const remove of removes) remove()
      for (const element of marked) element.removeAttribute('data-item-end')
    },
  }
}
