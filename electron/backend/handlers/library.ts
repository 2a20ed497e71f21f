import { ok } from '../../../shared/contract/errors.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import { printText } from '../../../shared/document/print-text.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { countDrafts, listDrafts, readContent, toSummary } from '../storage/drafts-table.ts'
import { findHit, indexChanged, searchDrafts, searchTerms } from '../storage/search-index.ts'

/** So many changed drafts are indexed at once before a search; the rest are done in the background by then. */
const indexedBeforeSearch = 500

export function libraryHandlers(context: Context): { readonly 'library.list': Handler<'library.list'> } {
  return {
    'library.list': ({ folder, query, kind, final, offset, limit }) => {
      const database = context.database()
      const filter = { trash: folder === 'trash', kind, final }
      const counts = countDrafts(database)
      const terms = searchTerms(query)
      if (terms.length === 0) {
        const { rows, total } = listDrafts(database, filter, offset, limit)
        return ok({ drafts: rows.map((row) => toSummary(row)), total, counts })
      }
      indexChanged(database, indexedBeforeSearch)
      const { rows, total } = searchDrafts(database, terms, filter, offset, limit)
      const drafts = rows.map((row) => {
        const content = readContent(database, row.number)
        return toSummary(row, content === undefined ? null : findHit(printText(JSON.parse(content) as Draft), terms))
      })
      return ok({ drafts, total, counts })
    },
  }
}
