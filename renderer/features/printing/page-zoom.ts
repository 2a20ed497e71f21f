/** How large pages are shown, kept for the machine. */
import type { TypesetPage } from '../../../shared/typeset/typeset-types.ts'

/** Whole page, page width, or per cent of the printed size. */
export type PageZoom = 'page' | 'width' | number

export const zoomSteps: readonly number[] = [50, 67, 75, 90, 100, 110, 125, 150, 175, 200]
const key = 'zhenggao-page-zoom'
/** CSS pixels of a twip at 100 %. */
const pixelsPerTwip = 96 / 1440
/** Room around pages on the desk, CSS pixels. */
export const deskMargin = 20
export const pageGap = 16

export function readZoom(): PageZoom {
  const kept = localStorage.getItem(key)
  if (kept === 'page' || kept === 'width') return kept
  const value = Number(kept)
  return zoomSteps.includes(value) ? value : 100
}

export function keepZoom(zoom: PageZoom): void {
  localStorage.setItem(key, String(zoom))
}

export interface DeskSize {
  readonly width: number
  readonly height: number
}

/** CSS pixels per twip. @param across pages beside each other. */
export function scaleOf(zoom: PageZoom, desk: DeskSize, pages: readonly TypesetPage[], across: 1 | 2): number {
  if (typeof zoom === 'number') return (zoom / 100) * pixelsPerTwip
  const width = Math.max(1, ...pages.map((page) => page.width)) * across
  const upright = Math.max(1, ...pages.slice(0, 1).map((page) => page.height), ...pages.map((page) => page.height))
  const byWidth = Math.max(80, desk.width - deskMargin * 2 - (across - 1) * pageGap) / width
  // A sheet wider than the window may still be shown larger than it is printed, up to twice.
  const most = 2 * pixelsPerTwip
  if (zoom === 'width') return Math.min(byWidth, most)
  return Math.min(byWidth, Math.max(80, desk.height - deskMargin * 2) / upright, most)
}

/** The next step in or out from where it is now. */
export function stepZoom(scale: number, direction: 1 | -1): number {
  const percent = Math.round((scale / pixelsPerTwip) * 100)
  const further = direction === 1 ? zoomSteps.find((step) => step > percent) : zoomSteps.findLast((step) => step < percent)
  return further ?? (direction === 1 ? zoomSteps.at(-1)! : zoomSteps[0]!)
}

export const percentOf = (scale: number): number => Math.round((scale / pixelsPerTwip) * 100)
