/** What any bytes given to the reader must end in (laws D5, D1): one typed failure, or a valid draft with a true report. */
import { failureSchema } from '../../shared/contract/errors.ts'
import { importSourceSchema } from '../../shared/contract/procedures.ts'
import { draftSchema } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { applyReport } from '../../shared/recognition/report.ts'
import { sourceText } from '../../shared/recognition/source.ts'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { noCorrections, preview } from '../../electron/backend/jobs/tasks.ts'

export interface Judged {
  /** `read`, or the code of the failure. */
  readonly outcome: string
  readonly milliseconds: number
  /** What is wrong with it; undefined where the laws hold. */
  readonly problem?: string
}

async function judge(name: string, bytes: Uint8Array): Promise<Omit<Judged, 'milliseconds'>> {
  const read = await readDocument({ name, bytes })
  if (!read.ok) {
    const { error } = read
    if (!failureSchema.safeParse(error).success) return { outcome: 'failure', problem: `no typed failure: ${JSON.stringify(error).slice(0, 200)}` }
    return { outcome: error.code, ...(error.message.includes(name) ? {} : { problem: 'the message does not name the file' }) }
  }
  const source = importSourceSchema.safeParse(read.value)
  if (!source.success) return { outcome: 'read', problem: `source: ${source.error.issues[0]?.path.join('.')} ${source.error.issues[0]?.message}` }
  for (const { text, hint } of read.value.paragraphs) {
    const ranges = [...(hint?.notes ?? []), ...(hint?.formats ?? [])]
    if (ranges.some(({ from, to }) => from < 0 || to < from || to > text.length)) return { outcome: 'read', problem: 'a note or format outside its paragraph' }
  }
  const { draft, report, source: used, understood } = preview(read.value, noCorrections, 'draft')
  const valid = draftSchema.safeParse(draft)
  if (!valid.success) return { outcome: 'read', problem: `draft: ${valid.error.issues[0]?.path.join('.')} ${valid.error.issues[0]?.message}` }
  if (new Set(draft.blocks.map(({ id }) => id)).size !== draft.blocks.length) return { outcome: 'read', problem: 'an id twice' }
  const applied = applyReport(sourceText(used.paragraphs), report)
  const printed = applied === '' ? '' : `${printText(draft)}\n`
  if (applied !== printed) return { outcome: 'read', problem: 'D1: the report applied to the source is not what is printed' }
  return { outcome: understood ? 'read' : 'read line by line' }
}

export async function judgeFile(name: string, bytes: Uint8Array): Promise<Judged> {
  const start = performance.now()
  const judged = await judge(name, bytes).catch((error: unknown) => ({ outcome: 'thrown', problem: error instanceof Error ? error.stack ?? error.message : String(error) }))
  return { ...judged, milliseconds: performance.now() - start }
}
