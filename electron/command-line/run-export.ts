/** `export`: drafts of the library and recognised files as Word, PDF or text; one into a file, several into a folder. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/errors.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import type { Layout } from '../../shared/print/layout.ts'
import { wholePaper } from '../../shared/print/print-selection.ts'
import { isOwnOfficeFile } from '../backend/files/is-own-office-file.ts'
import { makeFolder } from '../backend/files/make-folder.ts'
import { safeFileName } from '../backend/files/safe-path.ts'
import { sha256, writeExport } from '../backend/files/write-export.ts'
import { uniqueNames } from '../backend/files/unique-names.ts'
import { browserPdfPorts } from '../backend/pages/browser-pdf.ts'
import { choosePages, composePages } from '../backend/pages/compose-pages.ts'
import { drawPages } from '../backend/pages/draw-pages.ts'
import { findBrowser } from '../backend/pages/find-browser.ts'
import type { ExportCommand } from './export-arguments.ts'
import { wordOf } from './export-word.ts'
import { fillByTemplate, findTemplate, type TemplateFile } from './fill-by-template.ts'
import { findLayoutFor } from './find-layout.ts'
import { libraryOnce, mayLookInLibrary, type Installation, type LibraryOnce } from './library.ts'
import { json, report, type Streams } from './run.ts'

interface Surroundings {
  readonly installation: Installation
  readonly streams: Streams
  /** Of a file. */
  readonly recognise: (path: string) => Promise<Result<Draft>>
}

/** A file is recognised; anything else is the id of a draft in the library. */
async function findDraft(source: string, library: LibraryOnce, recognise: Surroundings['recognise']): Promise<Result<Draft>> {
  if (existsSync(source)) return recognise(source)
  if (/[/\\.]/u.test(source)) return fail('FILE_NOT_FOUND', { name: source })
  const opened = await library.open()
  if (!opened.ok) return opened
  const draft = await opened.value.call('drafts.open', { draftId: source })
  return draft.ok ? ok(draft.value.draft) : draft
}

type Pdf = ReturnType<typeof browserPdfPorts>

async function pdfOf(draft: Draft, layout: Layout, { pages: range, flavour }: ExportCommand, { makePdf, fontsAddress }: Pdf, streams: Streams): Promise<Result<Uint8Array>> {
  if (!makePdf) return fail('PDF_UNAVAILABLE')
  const pages = choosePages(drawPages(draft, layout, flavour), range)
  if (!pages.ok) return pages
  const composed = composePages([pages.value], wholePaper, { title: draft.title, fontsAddress })
  if (!composed.ok) return composed
  try {
    return ok(await makePdf(composed.value.html))
  } catch (error) {
    streams.err(`${error instanceof Error ? error.message : String(error)}\n`)
    return fail('PDF_FAILED')
  }
}

/** A Word file of our own that nobody has saved since, or the very same content, may be replaced; what others made or changed may not, unasked. */
function oursAt(path: string, bytes: Uint8Array): string | undefined {
  if (!existsSync(path)) return undefined
  const there = readFileSync(path)
  return isOwnOfficeFile(there) || sha256(there) === sha256(bytes) ? sha256(there) : undefined
}

interface Written {
  readonly path: string
  readonly layout: string
}

interface Means {
  readonly command: ExportCommand
  readonly surroundings: Surroundings
  /** Where names of layouts are looked up beside those that ship. */
  readonly library: LibraryOnce | undefined
  readonly template: TemplateFile | undefined
  readonly findSource: (source: string) => Promise<Result<Draft>>
  readonly pdf: Pdf
  /** Where a draft's file goes. */
  readonly placeFor: (draft: Draft) => string
}

async function wordBytes(draft: Draft, layout: Layout, { command: { more }, template, findSource, surroundings: { installation, streams } }: Means): Promise<Result<Uint8Array>> {
  if (!template) return wordOf(draft, layout, more?.kind === 'template' ? undefined : more, findSource, streams)
  const filled = await fillByTemplate(template, draft, layout, installation)
  if (!filled.ok) return filled
  for (const note of filled.value.notes) streams.err(`${note}\n`)
  return ok(filled.value.bytes)
}

async function exportOne(draft: Draft, means: Means): Promise<Result<Written>> {
  const { command, surroundings: { installation, streams }, pdf, placeFor } = means
  const layout = await findLayoutFor(command.layout ?? draft.layout, installation, means.library)
  if (!layout.ok) return layout
  const bytes = await (async (): Promise<Result<Uint8Array>> => {
    switch (command.format) {
      case 'docx': return wordBytes(draft, layout.value, means)
      case 'pdf': return pdfOf(draft, layout.value, command, pdf, streams)
      case 'txt': return ok(new TextEncoder().encode(`${printText(draft)}\n`))
    }
  })()
  if (!bytes.ok) return bytes
  const path = placeFor(draft)
  const written = await writeExport(path, bytes.value, command.replace ? 'replace' : 'ask', oursAt(path, bytes.value))
  return written.ok ? ok({ path: written.value.path, layout: layout.value.id }) : written
}

/** A folder takes any number of drafts, each under its title; a file takes one. */
export async function runExport(command: ExportCommand, surroundings: Surroundings): Promise<number> {
  const { installation, streams } = surroundings
  const pdf = command.format === 'pdf' ? browserPdfPorts(findBrowser(), installation.rendererFolder) : {}
  const library = libraryOnce(installation, command.data)
  const lookUp = mayLookInLibrary(command.sources, command.data) ? library : undefined
  const target = resolve(command.to)
  const unique = uniqueNames()
  const placeFor = command.intoFolder ? (draft: Draft) => join(target, unique(`${safeFileName(draft.title)}.${command.format}`)) : () => target
  const results: object[] = []
  let failed = 0
  try {
    const template = command.more?.kind === 'template' ? await findTemplate(command.more.template, lookUp) : ok(undefined)
    const findSource = (source: string) => findDraft(source, library, surroundings.recognise)
    if (!template.ok) return report(template.error, command.json, streams)
    if (command.intoFolder) makeFolder(target)
    const means: Means = { command, surroundings, library: lookUp, template: template.value, findSource, pdf, placeFor }
    for (const source of command.sources) {
      const draft = await findSource(source)
      const written = draft.ok ? await exportOne(draft.value, means) : draft
      if (written.ok) {
        results.push(command.intoFolder ? { source, ...written.value } : written.value)
        if (!command.json) streams.out(`${written.value.path}\n`)
        continue
      }
      if (!command.intoFolder) return report(written.error, command.json, streams)
      failed += 1
      results.push({ source, error: { code: written.error.code, message: written.error.message } })
      streams.err(`${source}：${written.error.message}（${written.error.code}）\n`)
    }
  } catch (error) {
    if (!command.intoFolder || existsSync(target)) throw error
    return report(fail('TARGET_NOT_WRITABLE', { name: target }).error, command.json, streams)
  } finally {
    await library.close()
    await pdf.close?.()
  }
  if (command.json) streams.out(json(command.intoFolder ? results : results[0]))
  return failed > 0 ? 1 : 0
}

