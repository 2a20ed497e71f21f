/** The number of a page: outside the type area, or at the left edge of a sheet on its side (footer-part.ts writes the same). */
import type { PrintDocument, SideNumber } from '../print/print-types.ts'
import { naturalWidth, type Segment, type TextSetting } from './glyphs.ts'
import { baselineShare, type OpenPage } from './open-page.ts'
import type { PlacedText } from './typeset-types.ts'

const round = (value: number) => Math.round(value * 100) / 100

/** Where text of this width begins between two ends: at the far one, the near one, or in the middle. */
function startOf(place: 'far' | 'near' | 'centre', from: number, to: number, width: number): number {
  return place === 'far' ? to - width : place === 'near' ? from : (from + to - width) / 2
}

function onItsSide(side: SideNumber, place: 'far' | 'near' | 'centre', width: number, pitch: number): { readonly x: number; readonly y: number } {
  const top = place === 'far' ? side.oddTop : place === 'near' ? side.evenTop : side.centreTop
  // Turned clockwise, the head of the line is at its right.
  return { x: side.left + side.width - pitch * baselineShare, y: startOf(place, top, top + side.length, width) }
}

/** @param number from 1; even ones stand left. Nothing where the layout has none. */
export function pageNumberItem({ pageNumber }: PrintDocument, { page, sideNumber }: OpenPage, number: number, setting: TextSetting): PlacedText | undefined {
  const { place: wanted, before, after, type, indent } = pageNumber
  if (wanted === 'none') return undefined
  const text = `${before}${number}${after}`
  const font = { chinese: type.font.chinese, latin: type.font.chinese }
  const segment: Segment = { text, font, size: type.size, bold: type.bold, underline: false, colour: 'black' }
  const width = naturalWidth([segment], setting)
  const place = wanted === 'centre' ? 'centre' : number % 2 === 1 ? 'far' : 'near'
  const pitch = type.size * 10
  const at = sideNumber === undefined
    ? {
      x: startOf(place, page.left + (place === 'near' ? indent : 0), page.width - page.right - (place === 'far' ? indent : 0), width),
      y: page.height - page.footer - pitch + pitch * baselineShare,
    }
    : onItsSide(sideNumber, place, width, pitch)
  return {
    kind: 'text', text, x: round(at.x), y: round(at.y), width: round(width), family: font.chinese, size: type.size, bold: type.bold, underline: false, colour: 'black',
    ...(sideNumber === undefined ? {} : { turned: true as const }),
  }
}
