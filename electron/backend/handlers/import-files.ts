/** Batch import: a file is read, recognised and stored in one call, whole or not at all. */
import { ok } from '../../../shared/contract/errors.ts'
import { isTrifle } from '../../../shared/recognition/report.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { sha256 } from '../files/write-export.ts'
import { draftCharacters } from '../storage/drafts-table.ts'
import { findImported, insertImport } from '../storage/imports-table.ts'
import { storeNew, withTitle } from '../store-new.ts'

export function importFileHandlers(context: Context): { readonly 'imports.storeFile': Handler<'imports.storeFile'> } {
  const { options, jobs } = context
  return {
    'imports.storeFile': async ({ jobId, name, contentBase64, again, revisions }) => {
      const bytes = new Uint8Array(Buffer.from(contentBase64, 'base64'))
      const hash = sha256(bytes)
      const known = again ? undefined : findImported(context.database(), hash)
      if (known) return ok({ outcome: 'known', ...known, importedAt: new Date(known.importedAt).toISOString() })
      const onProgress = (done: number) => context.emit({ type: 'job-progress', jobId, done })
      const read = await jobs.run('import-file', { name, bytes, draftId: options.ids(), revisions }, { jobId, name, onProgress })
      if (!read.ok) return read
      const { draft, format, sourceText, report, notes, understood, found } = read.value
      // One transaction: the draft, its first version and what it was made from are there together or not at all.
      const draftId = storeNew(context, draft, 'imported', (number) =>
        insertImport(context.database(), number, { name, format, importedAt: context.now(), sourceText, report, notes, sha256: hash }))
      context.emit({ type: 'library-changed' })
      return ok({
        outcome: 'stored', draftId, title: withTitle(draft).title, kind: draft.kind, format, characters: draftCharacters(draft), ...found, understood,
        changes: report.filter((entry) => !isTrifle(entry)).length, notes: [...notes],
      })
    },
  }
}
