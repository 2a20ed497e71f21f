/** Pages in rows from top to bottom: one by one, or facing each other as in a bound paper, odd pages on the right. */
import type { TypesetPage } from '../../../shared/typeset/typeset-types.ts'
import { pageGap } from './page-zoom.ts'

export interface PageRow {
  /** Undefined leaves the place of a page empty. */
  readonly pages: readonly (TypesetPage | undefined)[]
}

export function rowsOf(pages: readonly TypesetPage[], facing: boolean): readonly PageRow[] {
  if (!facing) return pages.map((page) => ({ pages: [page] }))
  const rows: PageRow[] = []
  for (let at = 0; at < pages.length; at += at === 0 ? 1 : 2) rows.push({ pages: at === 0 ? [undefined, pages[0]] : [pages[at], pages[at + 1]] })
  return rows
}

/** Height of a row on the desk with the gap below it, CSS pixels. */
export function rowHeight(row: PageRow | undefined, scale: number): number {
  return Math.max(0, ...(row?.pages ?? []).map((page) => page?.height ?? 0)) * scale + pageGap
}

export function rowOfPage(page: number, facing: boolean): number {
  return facing ? Math.floor(page / 2) : page - 1
}
