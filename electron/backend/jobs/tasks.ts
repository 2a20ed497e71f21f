/** What runs in a worker: reading foreign files, recognising, setting in Word. Pure input to output, no database. */
import { compareDrafts, type Comparison } from '../../../shared/comparison/compare-drafts.ts'
import type { Corrections, ImportPreview, ImportSource } from '../../../shared/contract/procedures.ts'
import type { Result } from '../../../shared/contract/errors.ts'
import { fail, ok } from '../../../shared/contract/errors.ts'
import { readDraft, type Draft } from '../../../shared/document/draft.ts'
import { deriveLedger, type DraftLedger } from '../../../shared/ledger/ledger-rows.ts'
import type { LedgerTable } from '../../../shared/ledger/ledger-table.ts'
import type { ReadLedgerSheet } from '../../../shared/ledger/read-ledger-sheet.ts'
import { ledgerPrintDocument } from '../../../shared/print/ledger-print.ts'
import { buildPrintDocument } from '../../../shared/print/print-document.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import { notesOfSource } from '../../../shared/recognition/notes-of-source.ts'
import { recognise } from '../../../shared/recognition/recognise.ts'
import { paragraphsFromText, squareTables } from '../../../shared/recognition/source.ts'
import { drawPages } from '../pages/draw-pages.ts'
import type { FlavourName } from '../../../shared/typeset/flavour.ts'
import type { DrawnPage } from '../../../shared/typeset/pages-html.ts'
import { importFile, type FileToImport, type ImportedFile } from './import-file.ts'
import { makeTemplate, reviewDraft, type DraftToReview, type TemplateMade, type TemplateToMake } from './deidentify.ts'
import type { Review } from '../../../shared/deidentify/review.ts'
import { makePackage, type PackageToMake } from '../exchange/make-package.ts'
import { readPackage, type OpenedPackage, type PackageToRead } from '../exchange/read-package.ts'
import { planContents, type ContentsToPlan } from '../exchange/plan-contents.ts'
import type { PlannedContent } from '../../../shared/exchange/plan.ts'
import { collectLedgers } from '../../../shared/collect/collect-ledgers.ts'
import type { Collected, CollectOptions, SourceFile } from '../../../shared/collect/collect-types.ts'
import { collectedPrintDocument } from '../../../shared/collect/collected-print.ts'
import { readSource, type ReadSource, type SourceToRead } from '../collect/read-source.ts'
import { writeCollectedSheet, type CollectedToWrite } from '../collect/write-collected-sheet.ts'
import { readDocument } from '../files/read-document.ts'
import { soleTask, type TaskHost } from './held.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { writeSheet, type SheetOptions } from '../sheet/write-sheet.ts'
import { checkTemplate, fillTemplate, type CheckedTemplate, type FilledTemplate } from '../template/fill-template.ts'
import type { RevisionView } from '../../../shared/recognition/revision-view.ts'
import { writeVariant, type VariantInput } from '../word/write-variant.ts'
import { writeWord } from '../word/write-word.ts'

export interface Tasks {
  readonly 'read-file': { readonly input: { name: string; bytes: Uint8Array; draftId: string; revisions?: RevisionView | undefined }; readonly output: ImportPreview }
  readonly 'import-file': { readonly input: FileToImport; readonly output: ImportedFile }
  readonly paste: { readonly input: { text: string; name: string; draftId: string }; readonly output: ImportPreview }
  readonly recognise: { readonly input: { source: ImportSource; corrections: Corrections; draftId: string }; readonly output: ImportPreview }
  readonly 'ledger-rows': { readonly input: { drafts: readonly { id: string; content: string }[] }; readonly output: LedgerOfDraft[] }
  readonly 'write-word': { readonly input: { draft: Draft; layout: Layout }; readonly output: Uint8Array }
  readonly 'draw-pages': { readonly input: { draft: Draft; layout: Layout; flavour?: FlavourName | undefined }; readonly output: DrawnPage[] }
  readonly 'write-variant': { readonly input: VariantInput; readonly output: Uint8Array }
  readonly 'compare-drafts': { readonly input: { old: Draft; now: Draft }; readonly output: Comparison }
  readonly 'write-ledger-word': { readonly input: { table: LedgerTable; layout: Layout; creator: string }; readonly output: Uint8Array }
  readonly 'write-sheet': { readonly input: { table: LedgerTable; options: SheetOptions }; readonly output: Uint8Array }
  readonly 'check-template': { readonly input: { name: string; bytes: Uint8Array }; readonly output: CheckedTemplate }
  readonly 'fill-template': { readonly input: { name: string; bytes: Uint8Array; draft: Draft; layout: Layout }; readonly output: FilledTemplate }
  readonly 'make-package': { readonly input: PackageToMake; readonly output: Uint8Array }
  readonly 'read-package': { readonly input: PackageToRead; readonly output: OpenedPackage }
  readonly 'plan-contents': { readonly input: ContentsToPlan; readonly output: readonly PlannedContent[] }
  readonly 'collect-read': { readonly input: SourceToRead; readonly output: ReadSource }
  readonly 'collect-sum': { readonly input: { files: readonly SourceFile[]; options: CollectOptions }; readonly output: Collected }
  readonly 'collect-sheet': { readonly input: CollectedToWrite; readonly output: Uint8Array }
  readonly 'collect-word': { readonly input: CollectedToWrite & { layout: Layout }; readonly output: Uint8Array }
  readonly 'review-draft': { readonly input: DraftToReview; readonly output: Review }
  readonly 'make-template': { readonly input: TemplateToMake; readonly output: TemplateMade }
  readonly 'read-sheet': { readonly input: { name: string; bytes: Uint8Array }; readonly output: ReadLedgerSheet }
}
export type TaskName = keyof Tasks

/** A stored draft's rows, or why it cannot be read. */
export type LedgerOfDraft = { readonly id: string; readonly ledger: DraftLedger } | { readonly id: string; readonly fault: 'DRAFT_NEWER' | 'DRAFT_INVALID' }

function ledgerOf({ id, content }: { id: string; content: string }): LedgerOfDraft {
  const read = readDraft(JSON.parse(content))
  return read.ok ? { id, ledger: deriveLedger(read.draft) } : { id, fault: read.error.code }
}

type Progress = (done: number) => void

export const noCorrections: Corrections = { keep: [], roles: {}, kind: null }

/** The draft's name where the text gives it none. */
function nameOf(source: ImportSource): string {
  return source.name.replace(/\.[A-Za-z0-9]{1,5}$/u, '')
}

/** Parts of an official document that the reader took out of a file of ours. */
function withOfficial(draft: Draft, { official, classification }: ImportSource): Draft {
  return { ...draft, ...(official === undefined ? {} : { official }), ...(classification === undefined ? {} : { meta: { ...draft.meta, classification } }) }
}

/** Recognises a source with the writer's corrections. */
export function preview(given: ImportSource, corrections: Corrections, draftId: string, progress: Progress = () => {}): ImportPreview {
  const source: ImportSource = { ...given, paragraphs: squareTables(given.paragraphs) as ImportSource['paragraphs'] }
  const recognised = recognise(source.paragraphs, {
    draftId, keep: corrections.keep, roles: corrections.roles, onProgress: progress,
    ...(corrections.kind === null ? {} : { kind: corrections.kind }),
  })
  const notes = notesOfSource(source.paragraphs, recognised.draft, recognised.report)
  const noted = notes.length === 0 ? recognised.draft : { ...recognised.draft, notes }
  const named = noted.title === '' ? { ...noted, title: nameOf(source) } : noted
  const draft = withOfficial(named, source)
  return { source, draft, report: [...recognised.report], places: [...recognised.places], understood: recognised.understood }
}

function previewText(text: string, name: string, draftId: string, progress: Progress): Result<ImportPreview> {
  if (text.trim() === '') return fail('TEXT_EMPTY')
  const source: ImportSource = { name, format: 'paste', paragraphs: paragraphsFromText(text), notes: [] }
  return ok(preview(source, noCorrections, draftId, progress))
}

export const tasks: { readonly [N in TaskName]: (input: Tasks[N]['input'], progress: Progress, host?: TaskHost) => Promise<Result<Tasks[N]['output']>> } = {
  'read-file': async ({ name, bytes, draftId, revisions }, progress, host = soleTask) => {
    const read = await readDocument({ name, bytes, ...(revisions === undefined ? {} : { revisions }) }, { host })
    if (!read.ok) return read
    progress(0.4)
    return ok(preview(read.value, noCorrections, draftId, (done) => progress(0.4 + done * 0.6)))
  },
  'import-file': importFile,
  paste: async ({ text, name, draftId }, progress) => previewText(text, name, draftId, progress),
  recognise: async ({ source, corrections, draftId }, progress) => ok(preview(source, corrections, draftId, progress)),
  'ledger-rows': async ({ drafts }, progress) => ok(drafts.map((draft, index) => {
    if (index % 20 === 0) progress(index / drafts.length)
    return ledgerOf(draft)
  })),
  'write-word': async ({ draft, layout }) =>
    ok(writeWord(buildPrintDocument(draft, layout), { title: draft.title, creator: draft.meta.unit ?? '' })),
  'draw-pages': async ({ draft, layout, flavour }) => ok(drawPages(draft, layout, flavour)),
  'write-variant': async (input) => ok(writeVariant(input)),
  'compare-drafts': async ({ old, now }) => ok(compareDrafts(old, now)),
  'write-ledger-word': async ({ table, layout, creator }) => ok(writeWord(ledgerPrintDocument(table, layout), { title: table.title, creator })),
  'write-sheet': async ({ table, options }) => ok(await writeSheet(table, options)),
  'check-template': ({ name, bytes }) => checkTemplate(name, bytes),
  'fill-template': ({ name, bytes, draft, layout }) => fillTemplate(name, bytes, draft, layout),
  'make-package': makePackage,
  'read-package': readPackage,
  'plan-contents': async (input, progress) => ok(planContents(input, progress)),
  'collect-read': readSource,
  'collect-sum': async ({ files, options }) => ok(collectLedgers(files, options)),
  'collect-sheet': async (input) => ok(await writeCollectedSheet(input)),
  'collect-word': async ({ layout, ...input }) => ok(writeWord(collectedPrintDocument(input, layout), { title: input.title, creator: input.creator })),
  'review-draft': async (input, progress) => ok(reviewDraft(input, progress)),
  'make-template': async (input, progress) => makeTemplate(input, progress),
  'read-sheet': async ({ name, bytes }) => readSheet(bytes, name),
}
