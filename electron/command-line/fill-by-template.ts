/** `export --template`: the template is a file, or the name or id of one in the library. */
import { existsSync } from 'node:fs'
import { fail, ok, type Result } from '../../shared/contract/errors.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { plainLayoutName } from '../../shared/print/layout-names.ts'
import type { Layout } from '../../shared/print/layout.ts'
import { readInputFile } from '../backend/files/read-input-file.ts'
import { createWorkerPool } from '../backend/jobs/worker-pool.ts'
import type { FilledTemplate } from '../backend/template/fill-template.ts'
import { openLibrary, type Installation, type Library } from './library.ts'

interface TemplateFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface TemplateWanted {
  readonly name: string
  readonly data: string | undefined
  /** The library, where it is open: it opens only once. */
  readonly library: Library | undefined
}

async function templateIn(library: Library, name: string): Promise<Result<TemplateFile>> {
  const listed = await library.call('templates.list', {})
  if (!listed.ok) return listed
  const { templates } = listed.value
  const found = templates.find((one) => one.id === name) ?? templates.find((one) => plainLayoutName(one.name) === plainLayoutName(name))
  if (!found) return fail('TEMPLATE_UNKNOWN', { name, ...(templates.length > 0 ? { known: templates.map((one) => one.name).join('、') } : {}) })
  const content = await library.call('templates.content', { id: found.id })
  return content.ok ? ok({ name: found.name, bytes: new Uint8Array(Buffer.from(content.value.contentBase64, 'base64')) }) : content
}

async function findTemplate({ name, data, library }: TemplateWanted, installation: Installation): Promise<Result<TemplateFile>> {
  if (existsSync(name)) return readInputFile(name)
  if (library) return templateIn(library, name)
  // A folder that is not there is not made just to look for a name in it.
  if (data === undefined || !existsSync(data)) return fail('TEMPLATE_UNKNOWN', { name })
  const opened = await openLibrary(installation, data)
  if (!opened.ok) return opened
  try {
    return await templateIn(opened.value, name)
  } finally {
    await opened.value.close()
  }
}

/** In a worker, as in the app: a hostile template meets the same limits here (law D5). */
export async function fillByTemplate(wanted: TemplateWanted, draft: Draft, layout: Layout, installation: Installation): Promise<Result<FilledTemplate>> {
  const template = await findTemplate(wanted, installation)
  if (!template.ok) return template
  const { name, bytes } = template.value
  const pool = createWorkerPool(installation.workerUrl)
  try {
    return await pool.run('fill-template', { name, bytes: new Uint8Array(bytes), draft, layout }, { name })
  } catch {
    return fail('TEMPLATE_FAILED', { name })
  } finally {
    await pool.close()
  }
}
