import { fail, ok } from '../../../shared/contract/errors.ts'
import { sourceText } from '../../../shared/recognition/source.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { sha256 } from '../files/write-export.ts'
import { findDraft } from '../storage/drafts-table.ts'
import { insertImport, readImport } from '../storage/imports-table.ts'
import { storeNew } from '../store-new.ts'

type ImportProcedures = 'imports.read' | 'imports.paste' | 'imports.recognise' | 'imports.store' | 'imports.report'

const pastedName = '粘贴的文字'

export function importHandlers(context: Context): { readonly [N in ImportProcedures]: Handler<N> } {
  const { options, jobs } = context
  const watched = (jobId: string, name: string) => ({
    jobId, name, onProgress: (done: number) => context.emit({ type: 'job-progress', jobId, done }),
  })
  return {
    'imports.read': async ({ jobId, name, contentBase64, revisions }) => {
      const bytes = new Uint8Array(Buffer.from(contentBase64, 'base64'))
      const hash = sha256(bytes)
      const read = await jobs.run('read-file', { name, bytes, draftId: options.ids(), revisions }, watched(jobId, name))
      return read.ok ? ok({ ...read.value, source: { ...read.value.source, sha256: hash } }) : read
    },
    'imports.paste': ({ jobId, text }) => jobs.run('paste', { text, name: pastedName, draftId: options.ids() }, watched(jobId, pastedName)),
    'imports.recognise': ({ jobId, source, corrections }) =>
      jobs.run('recognise', { source, corrections, draftId: options.ids() }, watched(jobId, source.name)),
    'imports.store': async ({ jobId, source, corrections }) => {
      const result = await jobs.run('recognise', { source, corrections, draftId: options.ids() }, watched(jobId, source.name))
      if (!result.ok) return result
      const { draft, report } = result.value
      const draftId = storeNew(context, draft, 'imported', (number) =>
        insertImport(context.database(), number, {
          name: source.name, format: source.format, importedAt: context.now(), sourceText: sourceText(source.paragraphs), report, notes: source.notes, ...(source.sha256 === undefined ? {} : { sha256: source.sha256 }),
        }))
      context.emit({ type: 'library-changed' })
      return ok({ draftId })
    },
    'imports.report': ({ draftId }) => {
      const row = findDraft(context.database(), draftId)
      const record = row && readImport(context.database(), row.number)
      if (!record) return fail('DRAFT_NOT_FOUND')
      return ok({ name: record.name, importedAt: new Date(record.importedAt).toISOString(), sourceText: record.sourceText, report: [...record.report], notes: [...record.notes] })
    },
  }
}
