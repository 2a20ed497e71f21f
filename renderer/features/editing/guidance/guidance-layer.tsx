/**
 * What the template says of a block: grey lines under it while it is empty, and a mark beside the block of the caret that
 * opens all of it. It lies over the paper, in room kept by an attribute of the element; it is never text, counted or printed.
 */
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { $emptyBlocks, elementsOf, watchStructure } from '../../../editor/extensions/guidance/empty-blocks.ts'
import { usePaperSize } from '../../../editor/use-paper-size.ts'
import { paperTemplatesText } from '../../../text/paper-templates.ts'
import { isDialogOpen } from '../open-layers.ts'
import { useGuidanceShown } from './guidance-setting.ts'
import { hintRooms } from './hint-rooms.ts'
import './guidance.css'

const text = paperTemplatesText.guidance

interface Place {
  readonly top: number
  readonly left: number
  /** Right under the element, where the card opens. */
  readonly under: number
}

const isKey = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && event.altKey && !event.shiftKey && event.code === 'KeyH'

function placesOf(editor: LexicalEditor, ids: ReadonlySet<string>): ReadonlyMap<string, Place> {
  return new Map([...elementsOf(editor, ids)].map(([id, element]) => {
    const room = parseFloat(getComputedStyle(element).paddingBottom) || 0
    const inTable = !element.classList.contains('block')
    const content = element.offsetTop + element.offsetHeight - (inTable ? 0 : room)
    return [id, { top: content, left: element.offsetLeft, under: content }] as const
  }))
}

export const GuidanceLayer = memo(function GuidanceLayer({ editor, draft, caretBlockId }: { readonly editor: LexicalEditor; readonly draft: Draft; readonly caretBlockId: string | undefined }) {
  const shown = useGuidanceShown()
  const { guide } = draft
  const hints = useMemo(() => new Map((guide?.hints ?? []).map((hint) => [hint.block, hint])), [guide])
  const [empty, setEmpty] = useState<readonly string[]>([])
  const [places, setPlaces] = useState<ReadonlyMap<string, Place>>(new Map())
  const [opened, setOpened] = useState<string>()
  const rooms = useMemo(() => hintRooms(empty.flatMap((id) => hints.get(id) ?? [])), [empty, hints])
  const caretHint = caretBlockId === undefined ? undefined : hints.get(caretBlockId)

  useEffect(() => {
    if (hints.size === 0 || !shown) return setEmpty((old) => (old.length === 0 ? old : []))
    return watchStructure(editor, () => {
      const next = editor.getEditorState().read(() => $emptyBlocks((id) => hints.has(id)))
      setEmpty((old) => (old.join('\n') === next.join('\n') ? old : next))
    })
  }, [editor, hints, shown])

  const wanted = useMemo(() => new Set([...rooms.map(({ block }) => block), ...(caretHint ? [caretHint.block] : []), ...(opened === undefined ? [] : [opened])]), [rooms, caretHint, opened])
  const measure = useCallback(() => setPlaces((old) => (wanted.size === 0 && old.size === 0 ? old : placesOf(editor, wanted))), [editor, wanted])
  // Room first, then places: elements that gained or lost theirs are where they will be.
  const marked = useRef<HTMLElement[]>([])
  useLayoutEffect(() => {
    const elements = elementsOf(editor, new Set(rooms.map(({ block }) => block)))
    const now: HTMLElement[] = []
    for (const { block, lines } of rooms) {
      const element = elements.get(block)
      if (!element) continue
      if (element.dataset['hint'] !== String(lines)) element.dataset['hint'] = String(lines)
      now.push(element)
    }
    for (const element of marked.current) if (!now.includes(element)) delete element.dataset['hint']
    marked.current = now
    measure()
  }, [editor, rooms, measure])
  useEffect(() => () => { for (const element of marked.current) delete element.dataset['hint'] }, [])
  usePaperSize(editor, measure)

  useEffect(() => setOpened((id) => (id === caretBlockId ? id : undefined)), [caretBlockId])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || editor.isComposing() || event.repeat) return
      if (event.key === 'Escape') return setOpened(undefined)
      if (!isKey(event) || isDialogOpen() || !caretHint) return
      event.preventDefault()
      setOpened((id) => (id === caretHint.block ? undefined : caretHint.block))
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [editor, caretHint])

  if (hints.size === 0) return null
  const caretPlace = caretHint && places.get(caretHint.block)
  const allShown = caretHint && rooms.find(({ block }) => block === caretHint.block)?.whole
  const card = opened === undefined ? undefined : hints.get(opened)
  const cardPlace = card && places.get(card.block)
  return (
    <div className="guidance-layer">
      {rooms.map(({ block, text: words, lines }) => {
        const place = places.get(block)
        return place && <p key={block} className="guidance" data-hint-of={block} data-lines={lines} style={{ top: place.top, left: place.left }}>{words}</p>
      })}
      {shown && caretHint && caretPlace && allShown !== true && (
        <button
          type="button" className="guidance-mark" aria-expanded={opened === caretHint.block} title={text.open} style={{ top: caretPlace.top - 27 }}
          onMouseDown={(event) => event.preventDefault()} onClick={() => setOpened((id) => (id === caretHint.block ? undefined : caretHint.block))}
        >{text.mark}</button>
      )}
      {card && cardPlace && (
        <div className="guidance-card" role="note" style={{ top: cardPlace.under + 2, left: cardPlace.left }} onMouseDown={(event) => event.preventDefault()}>
          <p>{card.text}</p>
          <button type="button" className="text-link" onClick={() => setOpened(undefined)}>{text.close}</button>
        </div>
      )}
    </div>
  )
})
