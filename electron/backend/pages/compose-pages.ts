/** The chosen pages of one paper or many as one document. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import { parsePageRange } from '../../../shared/print/page-ranges.ts'
import { facesToPrint, type PrintSelection } from '../../../shared/print/print-selection.ts'
import { pagesHtml, type DrawnPage, type PagesHtmlOptions } from '../../../shared/typeset/pages-html.ts'

/** @returns pages in the order of the range; PAGES_INVALID where it makes no sense for this paper. */
export function choosePages(pages: readonly DrawnPage[], range: string): Result<readonly DrawnPage[]> {
  const parsed = parsePageRange(range, pages.length)
  return parsed.ok ? ok(parsed.pages.map((number) => pages[number - 1]!)) : fail('PAGES_INVALID', { part: parsed.part, count: pages.length })
}

/** @returns the document and how many sides it prints; PAGES_EMPTY where none is left. */
export function composePages(papers: readonly (readonly DrawnPage[])[], selection: PrintSelection, options: PagesHtmlOptions): Result<{ readonly html: string; readonly faces: number }> {
  const faces = facesToPrint(papers, selection)
  if (!faces.some((face) => face !== undefined)) return fail('PAGES_EMPTY')
  return ok({ html: pagesHtml(faces, options), faces: faces.length })
}
