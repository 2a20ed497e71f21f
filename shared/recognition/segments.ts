/**
 * Parts of a paragraph: each begins with a number, a label or both, and becomes one block or, where it holds a lead
 * sentence, two. Inside a paragraph a number counts only in order, so that stray figures stay text.
 */
import { listRank } from '../document/list-style.ts'
import { labelAt, labelsInside, wholeLineLabel, type Label } from './labels.ts'
import { markerAtStart, markerInsideAt, markersInside, type Marker } from './markers.ts'
import { firstIndex } from './first-index.ts'

export interface Segment {
  readonly from: number
  /** Where its own text begins, behind number and label. */
  readonly textFrom: number
  readonly to: number
  readonly marker?: Marker
  readonly label?: Label
  readonly labelAfterNumber?: boolean
  /** The whole paragraph is a label; its text follows on the next lines. */
  readonly labelOnly?: boolean
}

interface Head {
  readonly marker?: Marker
  readonly label?: Label
  readonly labelAfterNumber?: boolean
  readonly textFrom: number
}

/** Number and label at one place, in either order. */
function readHead(text: string, at: number, first: boolean): Head {
  const label = labelAt(text, at)
  if (label) {
    if (label.marker) return { label, marker: label.marker, textFrom: label.marker.to }
    const marker = markerAtStart(text, label.to)
    return marker ? { label, marker, textFrom: marker.to } : { label, textFrom: label.to }
  }
  const marker = first ? markerAtStart(text, at) : markerInsideAt(text, at)
  if (!marker) return { textFrom: at }
  const behind = labelAt(text, marker.to)
  return behind && !behind.marker ? { marker, label: behind, labelAfterNumber: true, textFrom: behind.to } : { marker, textFrom: marker.to }
}

/**
 * The numbers inside the text that are items: from 1 upward in steps of one, at least two of a kind, or going on from
 * the number the paragraph, or its label, begins with. A slip of the writer (一是, 三是) is let through.
 */
function itemMarkers(candidates: readonly Marker[], starts: readonly Marker[], text: string): Marker[] {
  const accepted: Marker[] = []
  const styles = new Set(candidates.map((marker) => marker.style))
  for (const style of styles) {
    const ofStyle = candidates.filter((marker) => marker.style === style)
    const higher = [...candidates, ...starts].filter((marker) => listRank(marker.style) < listRank(style)).map((marker) => marker.from).sort((a, b) => a - b)
    for (const marker of runsOf(ofStyle, starts.filter((one) => one.style === style), higher, text)) accepted.push(marker)
  }
  return accepted.sort((a, b) => a.from - b.from)
}

/** Between two places a number of a higher rank stands: the lower list begins again. @param higher places of those, ascending. */
function isReset(higher: readonly number[], from: number, to: number): boolean {
  const next = higher[firstIndex(higher.length, (index) => higher[index]! > from)]
  return next !== undefined && next < to
}

/** A single 一是 is an item behind a colon or a short lead sentence: “（三）组织生活不严肃。一是…”. */
function opensAlone(marker: Marker, text: string): boolean {
  if (marker.style !== '一是' && marker.style !== '第一，') return false
  const sign = text[marker.from - 1] ?? ''
  const before = text.slice(0, Math.min(marker.from, 51))
  return /[：:]/u.test(sign) || (/[。.]/u.test(sign) && before.length <= 50 && /^(?:[（(]|\d|[一二三四五六七八九十]+、)/u.test(before))
}

function runsOf(markers: readonly Marker[], starts: readonly Marker[], higher: readonly number[], text: string): Marker[] {
  const accepted: Marker[] = []
  let run: Marker[] = []
  let continues = false
  const flush = () => {
    if (run.length >= 2 || (continues && run.length >= 1) || (run.length === 1 && opensAlone(run[0]!, text))) for (const one of run) accepted.push(one)
    run = []
    continues = false
  }
  for (const marker of markers) {
    const last = run.at(-1) ?? starts.findLast((start) => start.from < marker.from && !isReset(higher, start.from, marker.from))
    const reset = last !== undefined && isReset(higher, last.from, marker.from)
    const step = last === undefined || reset ? undefined : marker.value - last.value
    if (step !== undefined && (step === 1 || step === 0 || step === 2)) {
      if (run.length === 0) continues = true
      run.push(marker)
    } else if (marker.value === 1) {
      flush()
      run.push(marker)
    }
  }
  flush()
  return accepted
}

/** Splits a paragraph at its labels and item numbers. The first segment begins at 0 and they follow without a gap. */
export function splitSegments(text: string, literalMarkers: (offset: number) => boolean = () => false): Segment[] {
  const only = wholeLineLabel(text, 0)
  if (only) return [{ from: 0, textFrom: text.length, to: text.length, label: only, labelOnly: true }]
  const head = literalMarkers(0) ? { textFrom: 0 } : readHead(text, 0, true)
  if (head.marker && head.label === undefined) {
    const behind = wholeLineLabel(text, head.marker.to)
    // “1.整改措施：” on a line of its own is a heading; “1.整改措施” without the colon as well.
    if (behind) return [{ from: 0, textFrom: head.marker.to, to: text.length, marker: head.marker }]
  }
  if (head.labelAfterNumber && head.textFrom === text.length) {
    return [{ from: 0, textFrom: head.marker!.to, to: text.length, marker: head.marker! }]
  }
  const labels = labelsInside(text, head.textFrom)
  const labelMarkers = labels.flatMap((label) => {
    const marker = label.marker ?? markerAtStart(text, label.to)
    return marker ? [marker] : []
  })
  const starts = [...(head.marker ? [head.marker] : []), ...labelMarkers]
  const marked = new Set(labelMarkers.map((marker) => marker.from))
  const candidates = markersInside(text, head.textFrom).filter((marker) =>
    !marked.has(marker.from) && !labels.some((label) => marker.from >= label.from && marker.from < label.to))
  const items = itemMarkers(candidates, starts, text).filter((marker) => !literalMarkers(marker.from))
  // A number right before a label (“2.整改措施：”) opens the segment of that label.
  const candidateEnds = new Set(candidates.map((marker) => marker.to))
  const numberedLabels = new Set(labels.filter((label) => candidateEnds.has(label.from)).map((label) => label.from))
  const places = new Set([
    ...labels.filter((label) => !numberedLabels.has(label.from)).map((label) => label.from),
    ...candidates.filter((marker) => numberedLabels.has(marker.to)).map((marker) => marker.from),
    ...items.map((marker) => marker.from),
  ])
  const sorted = [...places].sort((a, b) => a - b)
  const bounds = [...sorted, text.length]
  const segments: Segment[] = [{ from: 0, to: bounds[0]!, ...head }]
  sorted.forEach((from, index) => {
    segments.push({ from, to: bounds[index + 1]!, ...readHead(text, from, false) })
  })
  return segments
}
