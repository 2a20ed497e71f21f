/** Text the writer selects in the marked paper, and the button that marks it as well. */
import { useEffect, useState, type RefObject } from 'react'
import { Button } from 'antd'
import type { Finding } from '../../../shared/deidentify/finding.ts'
import { placeName, placesOfText } from '../../../shared/deidentify/own-marks.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import { textsOf, type PlaceRange } from '../../../shared/placeholders/placeholder-places.ts'
import { deidentifyText as text } from '../../text/deidentify.ts'

interface Selected {
  readonly name: string
  readonly from: number
  readonly to: number
  /** Of the button, in the desk's own pixels. */
  readonly left: number
  readonly top: number
}

/** Offset in the text of the place; a placeholder shown in the place of a finding counts as its whole text. */
function offsetAt(node: Node, offset: number, side: 'from' | 'to'): { readonly place: HTMLElement; readonly at: number } | undefined {
  const element = node instanceof HTMLElement ? node : node.parentElement
  const piece = element?.closest<HTMLElement>('[data-from]')
  const place = element?.closest<HTMLElement>('[data-place]')
  if (!place) return undefined
  if (!piece) {
    const child = node.childNodes[Math.min(offset, node.childNodes.length - 1)]
    const next = child instanceof HTMLElement ? child.closest<HTMLElement>('[data-from]') : null
    return next ? { place, at: Number(next.dataset['from']) + (offset >= node.childNodes.length ? (next.textContent ?? '').length : 0) } : undefined
  }
  const from = Number(piece.dataset['from'])
  if (piece.dataset['state'] === 'replaced') return { place, at: side === 'from' ? from : Number(piece.dataset['to']) }
  return { place, at: from + offset }
}

function selectedIn(desk: HTMLElement): Selected | 'across' | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || selection.toString().trim() === '') return undefined
  const range = selection.getRangeAt(0)
  if (!desk.contains(range.commonAncestorContainer)) return undefined
  const start = offsetAt(range.startContainer, range.startOffset, 'from')
  const end = offsetAt(range.endContainer, range.endOffset, 'to')
  if (!start || !end) return start || end ? 'across' : undefined
  if (start.place !== end.place) return 'across'
  if (start.at >= end.at) return undefined
  const box = range.getBoundingClientRect()
  const frame = desk.getBoundingClientRect()
  // The desk may be zoomed: its own pixels are not the screen's.
  const scale = frame.width === 0 ? 1 : desk.offsetWidth / frame.width
  return { name: start.place.dataset['place'] ?? '', from: start.at, to: end.at, left: (box.left - frame.left) * scale + desk.scrollLeft, top: (box.bottom - frame.top) * scale + desk.scrollTop + 4 }
}

interface OwnSelectionProps {
  readonly desk: RefObject<HTMLElement | null>
  readonly draft: Draft
  readonly findings: readonly Finding[]
  readonly onMark: (text: string, ranges: readonly PlaceRange[]) => void
}

export function OwnSelection({ desk, draft, findings, onMark }: OwnSelectionProps) {
  const [selected, setSelected] = useState<Selected | 'across'>()
  useEffect(() => {
    const look = () => setSelected(desk.current ? selectedIn(desk.current) : undefined)
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [desk])
  if (selected === undefined) return null
  if (selected === 'across') return <p className="mark-across" role="status">{text.markAcross}</p>
  const there = textsOf(draft).find(({ place }) => placeName(place) === selected.name)
  if (!there || there.open.some(({ from, to }) => from < selected.to && selected.from < to)) return null
  // Blanks at the ends are taken along by mistake.
  const raw = there.text.slice(selected.from, selected.to)
  const from = selected.from + raw.length - raw.trimStart().length
  const words = raw.trim()
  if (words === '') return null
  const here: PlaceRange = { place: there.place, from, to: from + words.length }
  const others = placesOfText(draft, words, [...findings, here])
  return (
    <div className="mark-button" style={{ left: selected.left, top: selected.top }}>
      <Button
        size="small" type="primary" onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          getSelection()?.removeAllRanges()
          onMark(words, [here, ...others])
        }}
      >
        {others.length === 0 ? text.mark : text.markPlaces(others.length + 1)}
      </Button>
    </div>
  )
}
