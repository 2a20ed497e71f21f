/** `export` to Word: plain, with notes, or with what changed since another file or draft. */
import { ok, type Result } from '../../shared/contract/errors.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { clockOf, countNotes } from '../../shared/notes/annotations.ts'
import type { Layout } from '../../shared/print/layout.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { writeVariant } from '../backend/word/write-variant.ts'
import { writeWord } from '../backend/word/write-word.ts'
import type { WordMore } from './export-arguments.ts'
import type { Streams } from './run.ts'

/** The day and hour here, as Word keeps times of changes. */
function clockNow(): string {
  const now = new Date()
  return clockOf(new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString())!
}

/** What the file does not show is told on stderr. */
export async function wordOf(draft: Draft, layout: Layout, more: Exclude<WordMore, { kind: 'template' }> | undefined, find: (source: string) => Promise<Result<Draft>>, { err }: Streams): Promise<Result<Uint8Array>> {
  const { comments, footnotes, lost } = countNotes(draft)
  if (more?.kind === 'notes') {
    if (comments + footnotes === 0) err('这份文稿没有批注和脚注。\n')
    if (lost > 0) err(`有 ${lost} 条批注所在的段落已不在文稿中，没有导出。\n`)
    return ok(writeVariant({ kind: 'notes', draft, layout }))
  }
  if (footnotes > 0) err(`有 ${footnotes} 条脚注、尾注没有打印；要连同它们导出，请加 --notes。\n`)
  if (more === undefined) return ok(writeWord(buildPrintDocument(draft, layout), { title: draft.title, creator: draft.meta.unit ?? '' }))
  const old = await find(more.from)
  if (!old.ok) return old
  return ok(writeVariant({ kind: 'changes', old: old.value, draft, layout, by: { author: more.author ?? draft.meta.unit ?? '整稿', date: clockNow() } }))
}
