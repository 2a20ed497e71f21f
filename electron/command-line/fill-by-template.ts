/** `export --template`: the template is a file, or the name or id of one in the library. */
import { existsSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/contract/errors.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { plainLayoutName } from '../../shared/print/layout-names.ts'
import type { Layout } from '../../shared/print/layout.ts'
import { readInputFile } from '../backend/files/read-input-file.ts'
import { createWorkerPool } from '../backend/jobs/worker-pool.ts'
import type { FilledTemplate } from '../backend/template/fill-template.ts'
import type { Installation, LibraryOnce } from './library.ts'

export interface TemplateFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** @param library undefined where there is none to ask. @returns TEMPLATE_UNKNOWN with the names there are. */
export async function findTemplate(name: string, library: LibraryOnce | undefined): Promise<Result<TemplateFile>> {
  if (existsSync(name)) return readInputFile(name)
  if (!library) return fail('TEMPLATE_UNKNOWN', { name })
  const opened = await library.open()
  if (!opened.ok) return opened
  const listed = await opened.value.call('templates.list', {})
  if (!listed.ok) return listed
  const { templates } = listed.value
  const found = templates.find((one) => one.id === name) ?? templates.find((one) => plainLayoutName(one.name) === plainLayoutName(name))
  if (!found) return fail('TEMPLATE_UNKNOWN', { name, ...(templates.length > 0 ? { known: templates.map((one) => one.name).join('、') } : {}) })
  const content = await opened.value.call('templates.content', { id: found.id })
  return content.ok ? ok({ name: found.name, bytes: new Uint8Array(Buffer.from(content.value.contentBase64, 'base64')) }) : content
}

/** In a worker, as in the app: a hostile template meets the same limits here (law D5). */
export async function fillByTemplate({ name, bytes }: TemplateFile, draft: Draft, layout: Layout, installation: Installation): Promise<Result<FilledTemplate>> {
  const pool = createWorkerPool(installation.workerUrl)
  try {
    return await pool.run('fill-template', { name, bytes: new Uint8Array(bytes), draft, layout }, { name })
  } catch {
    return fail('TEMPLATE_FAILED', { name })
  } finally {
    await pool.close()
  }
}
