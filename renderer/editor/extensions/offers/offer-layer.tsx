/**
 * A quiet line under the item the caret is in: the kinds it lacks and the next problem. It lies over the paper in room
 * kept for it (mark-items), never in the text; it is gone while an input method composes.
 */
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Dropdown } from 'antd'
import { $onUpdate, COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { spotOf, type OfferSpot } from '../../../../shared/ledger/offers.ts'
import type { PartField } from '../../../../shared/ledger/part-place.ts'
import type { ResponsibleField } from '../../../../shared/ledger/responsible-field.ts'
import { recordText } from '../../../text/record.ts'
import { markItems, type ItemMarks } from './mark-items.ts'
import { $caretBlockId, INSERT_PART_COMMAND, nextPartKey, PART_INSERTED_COMMAND } from './offer-commands.ts'

/** What the line offers, in the order of the paper; the next problem last. */
export function offeredParts(spot: OfferSpot): readonly ('problem' | 'cause' | 'measure' | 'timeLimit')[] {
  const lacksProblem = spot.item.problems.length === 0 && spot.next === 'problem' && spot.missing.length > 0
  return [...(lacksProblem ? ['problem' as const] : []), ...spot.missing]
}

interface OfferLayerProps {
  readonly editor: LexicalEditor
  readonly draft: Draft
}

export const OfferLayer = memo(function OfferLayer({ editor, draft }: OfferLayerProps) {
  const [spots, setSpots] = useState<readonly OfferSpot[]>([])
  const [caret, setCaret] = useState<string>()
  const [composing, setComposing] = useState(false)
  const [place, setPlace] = useState<{ top: number; left: number }>()
  const marks = useRef<ItemMarks>(undefined)

  useEffect(() => {
    const own = markItems(editor, setSpots)
    marks.current = own
    return own.stop
  }, [editor])
  useEffect(() => marks.current?.refresh(draft), [draft])
  useEffect(() => editor.registerUpdateListener(({ editorState }) => setCaret(editorState.read($caretBlockId))), [editor])
  useEffect(() => {
    const begin = () => setComposing(true)
    const end = () => setComposing(false)
    return editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('compositionstart', begin)
      previous?.removeEventListener('compositionend', end)
      root?.addEventListener('compositionstart', begin)
      root?.addEventListener('compositionend', end)
    })
  }, [editor])

  useEffect(() => editor.registerCommand(PART_INSERTED_COMMAND, ({ field, blockId }) => {
    // Room for the picker below a limit; for any other the offers below it are enough.
    $onUpdate(() => editor.getRootElement()?.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`)?.scrollIntoView({ block: field === 'timeLimit' ? 'center' : 'nearest' }))
    return false
  }, COMMAND_PRIORITY_LOW), [editor])

  const spot = spotOf(spots, caret)
  const measure = useCallback(() => {
    const element = spot && editor.getRootElement()?.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(spot.afterId)}"]`)
    const next = element ? { top: element.offsetTop + element.offsetHeight - 29, left: element.offsetLeft + 34 } : undefined
    setPlace((old) => (old?.top === next?.top && old?.left === next?.left ? old : next))
  }, [editor, spot])
  useLayoutEffect(measure, [measure])
  // Lines wrap as the writer types: the end of the item moves with them.
  useEffect(() => {
    const observer = new ResizeObserver(measure)
    const root = editor.getRootElement()
    if (root) observer.observe(root)
    return () => observer.disconnect()
  }, [editor, measure])

  if (!spot || !place) return null
  const insert = (field: PartField) => {
    editor.dispatchCommand(INSERT_PART_COMMAND, { field, blockId: spot.afterId })
    editor.focus()
  }
  const hint = (field: PartField) => (spot.next === field ? { 'data-next': true } : {})
  const keyOf = (field: PartField) => (spot.next === field ? <kbd>{nextPartKey}</kbd> : null)
  const [usual] = spot.responsible
  return (
    <div className="offers" role="toolbar" aria-label={recordText.offers} data-composing={composing} style={place} onMouseDown={(event) => event.preventDefault()}>
      {offeredParts(spot).map((field) => <button type="button" key={field} {...hint(field)} onClick={() => insert(field)}>{recordText.add(field)}{keyOf(field)}</button>)}
      {usual !== undefined && (
        <Dropdown trigger={['click']} menu={{ items: spot.responsible.map((field) => ({ key: field, label: recordText.partNames[field] })), onClick: ({ key }) => insert(key as ResponsibleField) }}>
          <button type="button" title={recordText.otherResponsible} {...hint(usual)}>{recordText.addResponsible} ▾{keyOf(usual)}</button>
        </Dropdown>
      )}
      {offeredParts(spot)[0] !== 'problem' && <button type="button" {...hint('problem')} onClick={() => insert('problem')}>{recordText.addNext}{keyOf('problem')}</button>}
    </div>
  )
})
