/** Procedures of paper: PDF files, printing, and many drafts in one go. */
import { z } from 'zod'
import { printSelectionSchema } from '../print/print-selection.ts'
import { flavourNames } from '../typeset/flavour.ts'
import { exportTarget } from './export-target.ts'

const draftId = z.string().min(1).max(64)
const jobId = z.string().min(1).max(64)
/** Another layout than the draft's own, by id. */
const layout = z.string().min(1).max(60).nullable()
/** Whose lines and page breaks: Word's and WPS's, unless said. */
const flavour = z.enum(flavourNames).optional()
/** One job of printing or exporting (product: 1 to 200; a year's papers of a county are some hundreds). */
export const mostDraftsAtOnce = 500
const draftIds = z.array(draftId).min(1).max(mostDraftsAtOnce).readonly()

const failedSchema = z.strictObject({ draftId, title: z.string(), message: z.string() })
export type FailedDraft = Readonly<z.infer<typeof failedSchema>>

const job = z.strictObject({ jobId, draftIds, layout, flavour, selection: printSelectionSchema })
export type PrintJob = Readonly<z.infer<typeof job>>

const pdf = z.strictObject({ jobId, draftId, layout, flavour, selection: printSelectionSchema })

export const printProcedures = {
  /** What this machine can do: `pdf` makes files, `print` opens the system's own dialogue; without it the window prints `prints.html`. */
  'prints.abilities': { input: z.strictObject({}), output: z.strictObject({ pdf: z.boolean(), print: z.boolean() }) },
  /** The chosen pages as one document for the window's own printing. `nonce`: of the page that will hold it. */
  'prints.html': {
    input: z.strictObject({ ...job.shape, nonce: z.string().max(100) }),
    output: z.strictObject({ html: z.string(), faces: z.int(), failed: z.array(failedSchema).readonly() }),
  },
  /** The chosen pages through the system's dialogue; `printed` false where the writer cancelled there. */
  'prints.start': {
    input: job,
    output: z.strictObject({ printed: z.boolean(), faces: z.int(), failed: z.array(failedSchema).readonly() }),
  },
  'exports.pdf': {
    input: z.strictObject({ ...pdf.shape, target: exportTarget, ifExists: z.enum(['ask', 'replace', 'rename']) }),
    output: z.strictObject({ path: z.string(), folder: z.string(), token: z.string(), pages: z.int() }),
  },
  'exports.pdfContent': { input: pdf, output: z.strictObject({ fileName: z.string(), contentBase64: z.string() }) },
  /** Drafts into a folder of their own among the exports. What fails is told of and the rest goes on; cancelled, what is written stays. */
  'exports.batch': {
    input: z.strictObject({ jobId, draftIds, layout, flavour, format: z.enum(['docx', 'pdf']) }),
    output: z.strictObject({
      folder: z.string(),
      /** Of the list of what was written; shows the folder. */
      token: z.string(),
      files: z.array(z.strictObject({ draftId, title: z.string(), name: z.string() })).readonly(),
      failed: z.array(failedSchema).readonly(),
      cancelled: z.boolean(),
    }),
  },
} as const
