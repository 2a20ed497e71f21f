/** A file read and recognised in one task: what is stored of it, without what only the dialogue of a single import needs. */
import type { Result } from '../../../shared/contract/errors.ts'
import { ok } from '../../../shared/contract/errors.ts'
import { draftSchema, type Draft } from '../../../shared/document/draft.ts'
import { deriveItems } from '../../../shared/document/items.ts'
import type { ReportEntry } from '../../../shared/recognition/report.ts'
import type { RevisionView } from '../../../shared/recognition/revision-view.ts'
import { sourceText } from '../../../shared/recognition/source.ts'
import { readDocument } from '../files/read-document.ts'
import { soleTask, type TaskHost } from './held.ts'
import { noCorrections, preview } from './tasks.ts'

export interface FileToImport {
  readonly name: string
  readonly bytes: Uint8Array
  readonly draftId: string
  /** Which side of tracked changes; insertions kept and deletions dropped where it is not said. */
  readonly revisions?: RevisionView | undefined
}

export interface ImportedFile {
  readonly draft: Draft
  readonly format: string
  readonly sourceText: string
  readonly report: readonly ReportEntry[]
  readonly notes: readonly string[]
  readonly understood: boolean
  readonly found: { readonly problems: number; readonly causes: number; readonly measures: number; readonly timeLimits: number }
}

/** @returns the failures of `readDocument`. */
export async function importFile({ name, bytes, draftId, revisions }: FileToImport, progress: (done: number) => void, host: TaskHost = soleTask): Promise<Result<ImportedFile>> {
  const read = await readDocument({ name, bytes, ...(revisions === undefined ? {} : { revisions }) }, { host })
  if (!read.ok) return read
  progress(0.4)
  const { source, draft, report, understood } = preview(read.value, noCorrections, draftId, (done) => progress(0.4 + done * 0.6))
  // Nobody looks at it before it is stored: what could not be opened again must not get that far.
  const valid = draftSchema.safeParse(draft)
  if (!valid.success) throw new Error(`import gave no valid draft: ${valid.error.issues[0]?.path.join('.')} ${valid.error.issues[0]?.message}`)
  const items = deriveItems(draft)
  const count = (field: keyof ImportedFile['found']) => items.reduce((sum, item) => sum + item[field].length, 0)
  return ok({
    draft, format: source.format, sourceText: sourceText(source.paragraphs), report, notes: source.notes, understood,
    found: { problems: count('problems'), causes: count('causes'), measures: count('measures'), timeLimits: count('timeLimits') },
  })
}
