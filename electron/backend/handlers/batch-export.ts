/** Many drafts into one folder: nothing half written, one bad draft never stops the rest, and a list says what became of each. */
import { join } from 'node:path'
import { existsSync } from 'node:fs'
import { fail, ok, type Failure, type Result } from '../../../shared/contract/errors.ts'
import type { FailedDraft } from '../../../shared/contract/print-procedures.ts'
import { wholePaper } from '../../../shared/print/print-selection.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { makeFolder } from '../files/make-folder.ts'
import { uniqueNames } from '../files/unique-names.ts'
import { sha256, writeExport } from '../files/write-export.ts'
import { noteWritten } from '../storage/exports-table.ts'
import { fileName, wordBytes } from './exports.ts'
import { localDay } from './ledger.ts'
import { draftPdf, faultOf, titleOf, type PaperOrder } from './prints.ts'

/** Drafts worked on at a time: one is set while another is written. */
const atOnce = 2

/** “导出 2024-06-30”, the first that is free: files of two exports are never mixed. */
function freeFolder(parent: string, day: string): string {
  for (let count = 1; ; count += 1) {
    const folder = join(parent, count === 1 ? `导出 ${day}` : `导出 ${day}（${count}）`)
    if (!existsSync(folder)) return folder
  }
}

interface WrittenDraft {
  readonly draftId: string
  readonly title: string
  readonly name: string
}

function listText(files: readonly WrittenDraft[], failed: readonly FailedDraft[], cancelled: boolean): string {
  const lines = [
    `写出 ${files.length} 份${failed.length > 0 ? `，未写出 ${failed.length} 份` : ''}${cancelled ? '（中途取消，其余没有处理）' : ''}。`,
    ...(files.length > 0 ? ['', '已写出：', ...files.map((file, index) => `${index + 1}. ${file.name}`)] : []),
    ...(failed.length > 0 ? ['', '未写出：', ...failed.map((one, index) => `${index + 1}. ${one.title === '' ? '（未命名）' : one.title}：${one.message}`)] : []),
  ]
  return `\ufeff${lines.join('\r\n')}\r\n`
}

export function batchExportHandlers(context: Context): { readonly 'exports.batch': Handler<'exports.batch'> } {
  const { options } = context

  const bytesOf = async (order: PaperOrder, format: 'docx' | 'pdf', jobId: string, signal: AbortSignal): Promise<Result<{ name: string; bytes: Uint8Array }>> => {
    if (format === 'pdf') return draftPdf(context, order, wholePaper, jobId, signal)
    const word = await wordBytes(context, order.draftId, order.layout ?? undefined)
    return word.ok ? ok({ name: fileName(word.value.draft), bytes: word.value.bytes }) : word
  }
  /** A stick pulled out or a full disk ends in a message, whatever the system calls it. */
  const write = async (folder: string, name: string, bytes: Uint8Array, draftId: string): Promise<Failure | undefined> => {
    const path = join(folder, name)
    const written = await writeExport(path, bytes, 'ask', undefined)
    if (!written.ok) return written.error
    noteWritten(context.database(), path, draftId, sha256(bytes), context.now())
    return undefined
  }

  return {
    'exports.batch': async ({ jobId, draftIds, layout, flavour, format }) => {
      if (format === 'pdf' && !options.ports.makePdf) return fail('PDF_UNAVAILABLE')
      const folder = freeFolder(options.ports.exportFolder, localDay(options.clock()))
      try {
        makeFolder(folder)
      } catch {
        return fail('TARGET_NOT_WRITABLE', { name: options.ports.exportFolder })
      }
      const { signal, end } = context.longJobs.begin(jobId)
      const unique = uniqueNames()
      const done = new Map<string, WrittenDraft | FailedDraft>()
      const queue = [...new Set(draftIds)]
      const total = queue.length

      const exportOne = async (draftId: string): Promise<void> => {
        const title = titleOf(context, draftId)
        const file = await bytesOf({ draftId, layout, flavour }, format, jobId, signal).catch((error: unknown) => faultOf(context, error))
        if (signal.aborted) return
        const name = file.ok ? unique(file.value.name) : ''
        const fault = file.ok ? await write(folder, name, file.value.bytes, draftId) : file.error
        done.set(draftId, fault ? { draftId, title, message: fault.message } : { draftId, title, name })
        context.emit({ type: 'job-progress', jobId, done: done.size / total })
      }
      const work = async () => {
        for (let next = queue.shift(); next !== undefined && !signal.aborted; next = queue.shift()) await exportOne(next)
      }
      try {
        await Promise.all(Array.from({ length: atOnce }, work))
      } finally {
        end()
      }
      const inOrder = [...new Set(draftIds)].flatMap((draftId) => done.get(draftId) ?? [])
      const files = inOrder.filter((one) => 'name' in one)
      const failed = inOrder.filter((one) => 'message' in one)
      const list = await writeExport(join(folder, '导出清单.txt'), new TextEncoder().encode(listText(files, failed, signal.aborted)), 'replace', undefined)
      const shown = list.ok ? list.value.path : folder
      return ok({ folder, token: context.grants.grant(shown), files, failed, cancelled: signal.aborted })
    },
  }
}
