/** The review of what is to leave, line by line beside the result: nothing leaves without it shown. */
import type { PackageReview } from '../../shared/contract/deidentify-procedures.ts'
import { ok, type Result } from '../../shared/contract/errors.ts'
import type { ProcedureInput } from '../../shared/contract/procedures.ts'
import { contentKinds } from '../../shared/exchange/content-kinds.ts'
import type { Library } from './library.ts'
import type { Streams } from './run.ts'

/** Prints what is still found in each of the unit's own templates, aspect sets and snippets. @returns that it was. */
export async function printReviews(library: Library, contents: ProcedureInput<'deidentify.needed'>['contents'], streams: Streams): Promise<Result<PackageReview[]>> {
  const needed = await library.call('deidentify.needed', { contents })
  if (!needed.ok) return needed
  const reviews: PackageReview[] = []
  for (const { kind, id } of needed.value.contents) {
    const review = await library.call('deidentify.review', { jobId: 'package', of: { kind, id }, decisions: [], marks: [] })
    if (!review.ok) return review
    const { title, findings, clues, token } = review.value
    const lines = new Set([...findings.map(({ text, reason }) => `${text}\t${reason}`), ...clues.map(({ text, reason }) => `${text}\t${reason}`)])
    streams.err(`${contentKinds[kind].word}“${title}”：${lines.size === 0 ? '没有发现可能认出本单位的内容。' : `还有 ${lines.size} 项可能认出本单位。`}\n`)
    for (const line of lines) streams.err(`  ${line}\n`)
    reviews.push({ kind, id, token })
  }
  return ok(reviews)
}
