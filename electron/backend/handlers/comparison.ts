import type { WordVariant } from '../../../shared/contract/comparison-procedures.ts'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { safeFileName } from '../files/safe-path.ts'
import { layoutOfDraft } from '../layouts.ts'
import { findDraft, readContent } from '../storage/drafts-table.ts'
import { readVersion } from '../storage/versions-table.ts'
import { openContent } from './drafts.ts'
import { writeTo } from './write-target.ts'

type ComparisonProcedures = 'comparison.read' | 'exports.variant' | 'exports.variantContent'

/** @param versionId null for the draft as it is stored now. */
function stateOf(context: Context, draftId: string, versionId: number | null): Result<Draft> {
  const row = findDraft(context.database(), draftId)
  if (!row) return fail('DRAFT_NOT_FOUND')
  if (versionId === null) return openContent(readContent(context.database(), row.number))
  const content = readVersion(context.database(), row.number, versionId)
  return content === undefined ? fail('VERSION_NOT_FOUND') : openContent(content)
}

const suffixes = { notes: '（带批注）', changes: '（修订）' } as const

async function variantBytes(context: Context, variant: WordVariant, layoutId: string | undefined): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  const draft = stateOf(context, variant.draftId, variant.kind === 'changes' ? variant.to : null)
  if (!draft.ok) return draft
  const found = layoutOfDraft(context, draft.value, layoutId)
  if (!found.ok) return found
  const layout = found.value
  const fileName = `${safeFileName(draft.value.title)}${suffixes[variant.kind]}.docx`
  if (variant.kind === 'notes') {
    const bytes = await context.jobs.run('write-variant', { kind: 'notes', draft: draft.value, layout })
    return bytes.ok ? ok({ fileName, bytes: bytes.value }) : bytes
  }
  const old = stateOf(context, variant.draftId, variant.from)
  if (!old.ok) return old
  const bytes = await context.jobs.run('write-variant', { kind: 'changes', old: old.value, draft: draft.value, layout, by: { author: variant.author, date: variant.date } })
  return bytes.ok ? ok({ fileName, bytes: bytes.value }) : bytes
}

export function comparisonHandlers(context: Context): { readonly [N in ComparisonProcedures]: Handler<N> } {
  return {
    'comparison.read': async ({ draftId, from, to, jobId }) => {
      const old = stateOf(context, draftId, from)
      if (!old.ok) return old
      const now = stateOf(context, draftId, to)
      return now.ok ? context.jobs.run('compare-drafts', { old: old.value, now: now.value }, { jobId }) : now
    },
    'exports.variant': async ({ variant, layout, target, ifExists }) => {
      const word = await variantBytes(context, variant, layout)
      if (!word.ok) return word
      const written = await writeTo(context, { ...word.value, about: variant.draftId }, target, ifExists)
      return written.ok ? ok({ ...written.value, pages: null }) : written
    },
    'exports.variantContent': async ({ variant, layout }) => {
      const word = await variantBytes(context, variant, layout)
      return word.ok ? ok({ fileName: word.value.fileName, contentBase64: Buffer.from(word.value.bytes).toString('base64') }) : word
    },
  }
}
