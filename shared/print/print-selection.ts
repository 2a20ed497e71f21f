/** Which pages go through the printer, and on which side of which sheet. */
import { z } from 'zod'

/**
 * `odd` and `even` are pages by number. `fronts` and `backs` are the two runs of printing on both sides by hand: every
 * sheet of one run has its fellow in the other, empty where a side has no page.
 */
export const printSides = ['all', 'odd', 'even', 'fronts', 'backs'] as const

export const printSelectionSchema = z.strictObject({
  /** As written: “1-3,5”; all pages where empty. */
  range: z.string().max(200),
  sides: z.enum(printSides),
  /** Last sheet first. */
  reverse: z.boolean(),
})
export type PrintSelection = Readonly<z.infer<typeof printSelectionSchema>>

export const wholePaper: PrintSelection = { range: '', sides: 'all', reverse: false }

interface NumberedPage {
  /** From 1 in its own paper. */
  readonly number: number
}

/** Empty sides put in so that odd pages stand on fronts and even ones on backs, and the next paper begins a sheet. */
export function onSheets<P extends NumberedPage>(pages: readonly P[]): (P | undefined)[] {
  const faces: (P | undefined)[] = []
  for (const page of pages) {
    if ((faces.length + 1) % 2 !== page.number % 2) faces.push(undefined)
    faces.push(page)
  }
  if (faces.length % 2 === 1) faces.push(undefined)
  return faces
}

/**
 * The faces to print, in order; undefined is an empty side.
 * @param papers the chosen pages of each paper. Several papers begin on a sheet each.
 */
export function facesToPrint<P extends NumberedPage>(papers: readonly (readonly P[])[], { sides, reverse }: Pick<PrintSelection, 'sides' | 'reverse'>): (P | undefined)[] {
  const chosen = ((): (P | undefined)[] => {
    switch (sides) {
      case 'odd': return papers.flatMap((pages) => pages.filter((page) => page.number % 2 === 1))
      case 'even': return papers.flatMap((pages) => pages.filter((page) => page.number % 2 === 0))
      case 'fronts': return papers.flatMap((pages) => onSheets(pages)).filter((_, index) => index % 2 === 0)
      case 'backs': return papers.flatMap((pages) => onSheets(pages)).filter((_, index) => index % 2 === 1)
      case 'all': return papers.flatMap((pages, index) => {
        const faces = papers.length > 1 ? onSheets(pages) : [...pages]
        // Nothing follows the last paper.
        while (index === papers.length - 1 && faces.length > 0 && faces.at(-1) === undefined) faces.pop()
        return faces
      })
    }
  })()
  return reverse ? chosen.reverse() : chosen
}
