/**
 * A sheet on its side among the upright ones (GB/T 9704-2012 §8, word-format.md §1.3): its top is bound where the left of the
 * others is, so it has their margins, turned, and its number where theirs is.
 */
import type { Layout } from './layout.ts'
import type { SideNumber } from './print-types.ts'

/** Header and footer hold nothing that takes room; their distance only must stay within the margins. */
const edge = 851

/** Room for the number, twips: “— 999 —” in 4号 takes 1,260. */
const numberLength = 1600

export function landscapeLayout(layout: Layout): Layout {
  const { width, height, top, bottom, left, right } = layout.page
  return { ...layout, page: { width: height, height: width, top: left, bottom: right, left: bottom, right: top, header: edge, footer: edge } }
}

/** @param layout upright, as the unit has it. */
export function sideNumber({ page, pageNumber, styles }: Layout): SideNumber {
  const first = page.left + pageNumber.indent
  const last = page.width - page.right - pageNumber.indent
  return {
    left: page.footer,
    width: styles.pageNumber.size * 10,
    length: numberLength,
    oddTop: last - numberLength,
    evenTop: first,
    centreTop: Math.round((page.left + page.width - page.right - numberLength) / 2),
  }
}
