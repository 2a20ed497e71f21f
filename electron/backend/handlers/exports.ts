import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { ProcedureInput } from '../../../shared/contract/procedures.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import { findLayout, type Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { safeFileName } from '../files/safe-path.ts'
import { sha256, writeExport } from '../files/write-export.ts'
import { findDraft, readContent } from '../storage/drafts-table.ts'
import { noteWritten, writtenHash } from '../storage/exports-table.ts'
import { openContent } from './drafts.ts'

type ExportProcedures = 'exports.word' | 'exports.content' | 'exports.reveal'

/** The draft set in Word. */
export async function wordBytes(context: Context, draftId: string): Promise<Result<{ draft: Draft; bytes: Uint8Array }>> {
  const row = findDraft(context.database(), draftId)
  const draft = openContent(row && readContent(context.database(), row.number))
  if (!draft.ok) return draft
  const layout = findLayout(context, draft.value.layout)
  if (!layout) return fail('LAYOUT_UNKNOWN', { name: draft.value.layout, known: context.resources.layouts.map((one) => one.name).join('、') })
  const bytes = await context.jobs.run('write-word', { draft: draft.value, layout })
  return bytes.ok ? ok({ draft: draft.value, bytes: bytes.value }) : bytes
}

function fileName(draft: Draft): string {
  return `${safeFileName(draft.title === '' ? '未命名文稿' : draft.title)}.docx`
}

export function exportHandlers(context: Context): { readonly [N in ExportProcedures]: Handler<N> } {
  const { ports, ids } = context.options
  /** Paths the program chose or the writer picked: the renderer names them by token and can name no others. */
  const granted = new Map<string, string>()
  const grant = (path: string) => {
    const token = ids()
    granted.set(token, path)
    return token
  }

  const choosePath = async (target: ProcedureInput<'exports.word'>['target'], draft: Draft): Promise<Result<{ path: string; confirmed: boolean }>> => {
    if (target.kind === 'token') {
      const path = granted.get(target.token)
      return path === undefined ? fail('TARGET_NOT_GRANTED') : ok({ path, confirmed: false })
    }
    if (target.kind === 'default' || ports.chooseSavePath === undefined) return ok({ path: join(ports.exportFolder, fileName(draft)), confirmed: false })
    const path = await ports.chooseSavePath({ folder: ports.exportFolder, fileName: fileName(draft) })
    return path === undefined ? fail('CANCELLED') : ok({ path, confirmed: true })
  }

  return {
    'exports.word': async ({ draftId, target, ifExists }) => {
      const word = await wordBytes(context, draftId)
      if (!word.ok) return word
      const chosen = await choosePath(target, word.value.draft)
      if (!chosen.ok) return chosen
      // The system's dialogue has asked about replacing already.
      const written = await writeExport(chosen.value.path, word.value.bytes, chosen.value.confirmed ? 'replace' : ifExists, writtenHash(context.database(), chosen.value.path))
      if (!written.ok) return { ok: false, error: { ...written.error, data: { token: grant(chosen.value.path), name: basename(chosen.value.path) } } }
      noteWritten(context.database(), written.value.path, draftId, sha256(word.value.bytes), context.now())
      return ok({ path: written.value.path, folder: dirname(written.value.path), token: grant(written.value.path), pages: null })
    },
    'exports.content': async ({ draftId }) => {
      const word = await wordBytes(context, draftId)
      return word.ok ? ok({ fileName: fileName(word.value.draft), contentBase64: Buffer.from(word.value.bytes).toString('base64') }) : word
    },
    'exports.reveal': async ({ token }) => {
      const path = granted.get(token)
      if (path === undefined) return fail('TARGET_NOT_GRANTED')
      try {
        await ports.revealFile(path)
        return ok({})
      } catch (error) {
        context.options.log.error('reveal failed', { error: String(error) })
        return fail('REVEAL_FAILED', { name: path })
      }
    },
  }
}
