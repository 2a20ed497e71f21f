/** Paper: the chosen pages to a printer or into a PDF. Pages are set in worker threads, one paper at a time. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { FailedDraft, PrintJob } from '../../../shared/contract/print-procedures.ts'
import type { PrintSelection } from '../../../shared/print/print-selection.ts'
import type { FlavourName } from '../../../shared/typeset/flavour.ts'
import type { DrawnPage, PagesHtmlOptions } from '../../../shared/typeset/pages-html.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { choosePages, composePages } from '../pages/compose-pages.ts'
import { findDraft } from '../storage/drafts-table.ts'
import { fileName, openForPaper } from './exports.ts'
import { writeTo } from './write-target.ts'

type PrintHandlers = 'prints.abilities' | 'prints.html' | 'prints.start' | 'exports.pdf' | 'exports.pdfContent'

/** For telling of a draft that could not be read. */
export function titleOf(context: Context, draftId: string): string {
  return findDraft(context.database(), draftId)?.title ?? ''
}

/** What pages are made of: which draft, in which layout (null: its own), as which program breaks them. */
export interface PaperOrder {
  readonly draftId: string
  readonly layout: string | null
  readonly flavour?: FlavourName | undefined
}

async function drawDraft(context: Context, { draftId, layout, flavour }: PaperOrder, jobId: string): Promise<Result<{ title: string; unit: string; pages: readonly DrawnPage[]; pdfName: string }>> {
  const opened = openForPaper(context, draftId, layout)
  if (!opened.ok) return opened
  const pages = await context.jobs.run('draw-pages', { ...opened.value, flavour }, { jobId, name: opened.value.draft.title })
  const { draft } = opened.value
  return pages.ok ? ok({ title: draft.title, unit: draft.meta.unit ?? '', pages: pages.value, pdfName: fileName(draft, '.pdf') }) : pages
}

/** A fault of the program in one paper of many is that paper's failure. */
export function faultOf({ options }: Context, error: unknown): Result<never> {
  const id = options.ids()
  options.log.error('a draft failed', { id, error: error instanceof Error ? error.stack : String(error) })
  return fail('INTERNAL', { id })
}

interface Composed {
  readonly html: string
  readonly faces: number
  readonly failed: readonly FailedDraft[]
}

/** All papers of a job as one document. A paper that fails is told of and the rest goes on; alone, its failure is the answer. */
async function composeJob(context: Context, { jobId, draftIds, layout, flavour, selection }: PrintJob, options: Omit<PagesHtmlOptions, 'title'>): Promise<Result<Composed>> {
  const { signal, end } = context.longJobs.begin(jobId)
  try {
    const papers: (readonly DrawnPage[])[] = []
    const failed: FailedDraft[] = []
    let title = ''
    for (const [index, draftId] of draftIds.entries()) {
      if (signal.aborted) return fail('CANCELLED')
      const drawn = await drawDraft(context, { draftId, layout, flavour }, jobId).catch((error: unknown) => faultOf(context, error))
      const chosen = drawn.ok ? choosePages(drawn.value.pages, selection.range) : drawn
      if (!chosen.ok && (chosen.error.code === 'CANCELLED' || draftIds.length === 1)) return chosen
      if (chosen.ok) papers.push(chosen.value)
      else failed.push({ draftId, title: titleOf(context, draftId), message: chosen.error.message })
      if (drawn.ok && title === '') ({ title } = drawn.value)
      context.emit({ type: 'job-progress', jobId, done: (index + 1) / draftIds.length })
    }
    const composed = composePages(papers, selection, { ...options, title: draftIds.length === 1 ? title : '' })
    return composed.ok ? ok({ ...composed.value, failed }) : composed
  } finally {
    end()
  }
}

/** The PDF of a document of pages; PDF_FAILED where the maker fails, CANCELLED where it was stopped. */
export async function pdfBytes({ options: { ports, log } }: Context, html: string, signal: AbortSignal): Promise<Result<Uint8Array>> {
  if (!ports.makePdf) return fail('PDF_UNAVAILABLE')
  try {
    return ok(await ports.makePdf(html, signal))
  } catch (error) {
    if (signal.aborted) return fail('CANCELLED')
    log.error('pdf failed', { error: error instanceof Error ? error.stack : String(error) })
    return fail('PDF_FAILED')
  }
}

/** One draft as PDF. */
export async function draftPdf(context: Context, order: PaperOrder, selection: PrintSelection, jobId: string, signal: AbortSignal): Promise<Result<{ bytes: Uint8Array; name: string; pages: number }>> {
  if (!context.options.ports.makePdf) return fail('PDF_UNAVAILABLE')
  const drawn = await drawDraft(context, order, jobId)
  if (!drawn.ok) return drawn
  const chosen = choosePages(drawn.value.pages, selection.range)
  if (!chosen.ok) return chosen
  const composed = composePages([chosen.value], selection, { title: drawn.value.title, fontsAddress: context.options.ports.fontsAddress })
  if (!composed.ok) return composed
  const bytes = await pdfBytes(context, composed.value.html, signal)
  return bytes.ok ? ok({ bytes: bytes.value, name: drawn.value.pdfName, pages: composed.value.faces }) : bytes
}

export function printHandlers(context: Context): { readonly [N in PrintHandlers]: Handler<N> } {
  const { ports, log } = context.options
  const watchedPdf = async (order: PaperOrder, selection: PrintSelection, jobId: string) => {
    const { signal, end } = context.longJobs.begin(jobId)
    try {
      return await draftPdf(context, order, selection, jobId, signal)
    } finally {
      end()
    }
  }
  return {
    'prints.abilities': () => ok({ pdf: ports.makePdf !== undefined, print: ports.print !== undefined }),
    'prints.html': async ({ nonce, ...job }) => composeJob(context, job, { fontsAddress: '/fonts/', nonce }),
    'prints.start': async (job) => {
      if (!ports.print) return fail('PRINT_UNAVAILABLE')
      const composed = await composeJob(context, job, { fontsAddress: ports.fontsAddress })
      if (!composed.ok) return composed
      const { html, faces, failed } = composed.value
      try {
        return ok({ printed: await ports.print(html), faces, failed })
      } catch (error) {
        log.error('print failed', { error: error instanceof Error ? error.stack : String(error) })
        return fail('PRINT_FAILED')
      }
    },
    'exports.pdf': async ({ jobId, draftId, layout, flavour, selection, target, ifExists }) => {
      const made = await watchedPdf({ draftId, layout, flavour }, selection, jobId)
      if (!made.ok) return made
      const written = await writeTo(context, { bytes: made.value.bytes, fileName: made.value.name, about: draftId }, target, ifExists)
      return written.ok ? ok({ ...written.value, pages: made.value.pages }) : written
    },
    'exports.pdfContent': async ({ jobId, draftId, layout, flavour, selection }) => {
      const made = await watchedPdf({ draftId, layout, flavour }, selection, jobId)
      return made.ok ? ok({ fileName: made.value.name, contentBase64: Buffer.from(made.value.bytes).toString('base64') }) : made
    },
  }
}
