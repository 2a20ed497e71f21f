/** What follows from the numbers of a layout: lines of a page, characters of a line, what is left over. Lengths in twips. */
import type { Layout } from './layout.ts'

export interface LayoutFacts {
  /** Type area (版心). */
  readonly width: number
  readonly height: number
  readonly lines: number
  readonly heightLeft: number
  readonly characters: number
  readonly widthLeft: number
  /** Lines on a page that begins with a title of one line. */
  readonly linesBelowTitle: number
  readonly titleCharacters: number
  /** From the foot of the type area to the middle of the page number, where its dash stands; undefined without page numbers. */
  readonly toPageNumber: number | undefined
}

/** One character with the room between it and the next. */
export function cellWidth({ styles, grid }: Pick<Layout, 'styles' | 'grid'>): number {
  return styles.body.size * 10 + grid.characterSpacing
}

/** Whole steps that fit, 0 where the step makes no sense. */
const fits = (length: number, step: number) => (step > 0 && length > 0 ? Math.floor(length / step) : 0)

/**
 * GB/T 33476.2 has half of the room between lines outside its 版心, GB/T 9704 none: of the two the one that is nearer to
 * the 7 mm both ask for.
 */
function distanceToNumber({ page, grid, styles, pageNumber }: Layout): number | undefined {
  if (pageNumber.place === 'none') return undefined
  const plain = page.bottom - page.footer - styles.pageNumber.size * 5
  const withLeading = plain + Math.round((grid.linePitch - styles.body.size * 10) / 2)
  return Math.abs(withLeading - sevenMillimetres) < Math.abs(plain - sevenMillimetres) ? withLeading : plain
}

/** GB/T 9704-2012 §7.5: 一字线上距版心下边缘 7 mm. */
export const sevenMillimetres = 397

export function layoutFacts(layout: Layout): LayoutFacts {
  const { page, grid, styles } = layout
  const width = page.width - page.left - page.right
  const height = page.height - page.top - page.bottom
  const cell = cellWidth(layout)
  const lines = fits(height, grid.linePitch)
  const characters = fits(width, cell)
  return {
    width, height, lines, characters,
    heightLeft: height - lines * grid.linePitch,
    widthLeft: width - characters * cell,
    linesBelowTitle: height > styles.title.linePitch ? 1 + fits(height - styles.title.linePitch, grid.linePitch) : 0,
    titleCharacters: fits(width, styles.title.size * 10 + grid.characterSpacing),
    toPageNumber: distanceToNumber(layout),
  }
}
