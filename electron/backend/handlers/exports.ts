import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { safeFileName } from '../files/safe-path.ts'
import { layoutOfDraft } from '../layouts.ts'
import { findDraft, readContent } from '../storage/drafts-table.ts'
import { openContent } from './drafts.ts'
import { writeTo } from './write-target.ts'

type ExportProcedures = 'exports.word' | 'exports.content' | 'exports.reveal'

/** The draft set in Word. */
export async function wordBytes(context: Context, draftId: string, layoutId?: string): Promise<Result<{ draft: Draft; bytes: Uint8Array }>> {
  const opened = openForPaper(context, draftId, layoutId ?? null)
  if (!opened.ok) return opened
  const { draft, layout } = opened.value
  const bytes = await context.jobs.run('write-word', { draft, layout })
  return bytes.ok ? ok({ draft, bytes: bytes.value }) : bytes
}

/** A stored draft and the layout to set it in: its own, or the one named. */
export function openForPaper(context: Context, draftId: string, layoutId: string | null): Result<{ draft: Draft; layout: Layout }> {
  const row = findDraft(context.database(), draftId)
  const draft = openContent(row && readContent(context.database(), row.number))
  if (!draft.ok) return draft
  const layout = layoutOfDraft(context, draft.value, layoutId ?? undefined)
  return layout.ok ? ok({ draft: draft.value, layout: layout.value }) : layout
}

/** @param extension with its dot. */
export function fileName(draft: Draft, extension = '.docx'): string {
  return `${safeFileName(draft.title === '' ? '未命名文稿' : draft.title)}${extension}`
}

export function exportHandlers(context: Context): { readonly [N in ExportProcedures]: Handler<N> } {
  return {
    'exports.word': async ({ draftId, layout, target, ifExists }) => {
      const word = await wordBytes(context, draftId, layout)
      if (!word.ok) return word
      const written = await writeTo(context, { bytes: word.value.bytes, fileName: fileName(word.value.draft), about: draftId }, target, ifExists)
      return written.ok ? ok({ ...written.value, pages: null }) : written
    },
    'exports.content': async ({ draftId, layout }) => {
      const word = await wordBytes(context, draftId, layout)
      return word.ok ? ok({ fileName: fileName(word.value.draft), contentBase64: Buffer.from(word.value.bytes).toString('base64') }) : word
    },
    'exports.reveal': async ({ token }) => {
      const path = context.grants.pathOf(token)
      if (path === undefined) return fail('TARGET_NOT_GRANTED')
      try {
        await context.options.ports.revealFile(path)
        return ok({})
      } catch (error) {
        context.options.log.error('reveal failed', { error: String(error) })
        return fail('REVEAL_FAILED', { name: path })
      }
    },
  }
}
