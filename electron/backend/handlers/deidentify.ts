/** 脱敏成模板: what tells of the unit, the template made of a draft, and the review before contents leave. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { ProcedureInput, ProcedureOutput } from '../../../shared/contract/procedures.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import { reviewedText, type FieldText } from '../../../shared/exchange/reviewed-text.ts'
import { paperTemplateSchema } from '../../../shared/paper-templates/paper-template.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { kindStores } from '../exchange/kinds/all-kinds.ts'
import { contentsToPack } from '../exchange/library-contents.ts'
import { contentsToReview, isReviewToken, reviewToken, unitProfileOf } from '../exchange/review-gate.ts'
import { storeTemplate } from '../paper-templates.ts'
import { findDraft, readContent } from '../storage/drafts-table.ts'
import { openContent } from './drafts.ts'

type DeidentifyProcedures = 'deidentify.review' | 'deidentify.make' | 'deidentify.needed'
type ReviewInput = ProcedureInput<'deidentify.review'>

interface Reviewed {
  readonly title: string
  readonly draft: Draft
  readonly fields: readonly FieldText[]
  /** As stored: what the token stands for. */
  readonly text: string
}

function readReviewed(context: Context, { kind, id }: ReviewInput['of']): Result<Reviewed> {
  if (kind === 'draft') {
    const row = findDraft(context.database(), id)
    if (!row) return fail('DRAFT_NOT_FOUND')
    if (row.trashed_at !== null) return fail('DRAFT_TRASHED')
    const text = readContent(context.database(), row.number)
    const draft = openContent(text)
    return draft.ok ? ok({ title: row.title, draft: draft.value, fields: [], text: text! }) : draft
  }
  const found = kindStores[kind].find(context, id)
  if (!found || found.trashed) return fail('CONTENT_NOT_FOUND')
  const read = reviewedText(kind, found.text)
  return read ? ok({ ...read, text: found.text }) : fail('PACKAGE_CONTENT_INVALID', { title: found.title })
}

async function review(context: Context, { jobId, of, decisions, marks }: ReviewInput): Promise<Result<ProcedureOutput<'deidentify.review'>>> {
  const read = readReviewed(context, of)
  if (!read.ok) return read
  const { title, draft, fields, text } = read.value
  const profile = unitProfileOf(context)
  const done = await context.jobs.run('review-draft', { draft, profile, decisions, marks }, { jobId, name: title, onProgress: (part) => context.emit({ type: 'job-progress', jobId, done: part }) })
  if (!done.ok) return done
  return ok({ title, draft, fields, findings: done.value.findings, clues: done.value.clues, token: reviewToken(of.kind, of.id, text, profile) })
}

async function make(context: Context, { jobId, draftId, token, decisions, marks, name, description, kind, clientId }: ProcedureInput<'deidentify.make'>): Promise<Result<ProcedureOutput<'deidentify.make'>>> {
  const read = readReviewed(context, { kind: 'draft', id: draftId })
  if (!read.ok) return read
  const profile = unitProfileOf(context)
  if (!isReviewToken(token, 'draft', draftId, read.value.text, profile)) return fail('DEIDENTIFY_CHANGED')
  const id = context.options.ids()
  const onProgress = (done: number) => context.emit({ type: 'job-progress', jobId, done })
  const made = await context.jobs.run('make-template', { draft: read.value.draft, profile, decisions, marks, id, name, description, kind }, { jobId, name, onProgress })
  if (!made.ok) return made
  const stored = storeTemplate(context, paperTemplateSchema.parse(JSON.parse(made.value.content)), clientId)
  return stored.ok ? ok({ templateId: stored.value.id }) : stored
}

export function deidentifyHandlers(context: Context): { readonly [N in DeidentifyProcedures]: Handler<N> } {
  return {
    'deidentify.review': (input) => review(context, input),
    'deidentify.make': (input) => make(context, input),
    'deidentify.needed': ({ contents }) => ok({
      contents: contentsToReview(context, contentsToPack(context, contents).contents).map(({ kind, id, title }) => ({ kind, id, title })),
    }),
  }
}
