/** Every procedure: name, input, output. A new feature adds its lines here, a handler, a renderer folder and tests. */
import { z } from 'zod'
import { noteKinds } from '../document/draft-note.ts'
import { draftKindSchema, draftSchema, tableColumnRoles } from '../document/draft.ts'
import { listStyles } from '../document/list-style.ts'
import { officialSchema } from '../document/official.ts'
import { roles } from '../document/roles.ts'
import { knownKinds } from '../exchange/content-kinds.ts'
import { reportKinds } from '../recognition/report.ts'
import { revisionViews } from '../recognition/revision-view.ts'
import { collectProcedures } from './collect-procedures.ts'
import { comparisonProcedures } from './comparison-procedures.ts'
import { deidentifyProcedures } from './deidentify-procedures.ts'
import { exchangeProcedures } from './exchange-procedures.ts'
import { finalProcedures } from './final-procedures.ts'
import { exportTarget } from './export-target.ts'
import { importBatchProcedures } from './import-batch-procedures.ts'
import { packageProcedures } from './package-procedures.ts'
import { layoutProcedures } from './layout-procedures.ts'
import { ledgerProcedures } from './ledger-procedures.ts'
import { paperTemplateProcedures } from './paper-template-procedures.ts'
import { printProcedures } from './print-procedures.ts'
import { snippetProcedures } from './snippet-procedures.ts'
import { templateProcedures } from './template-procedures.ts'
import { namedSettingSchema, settingChangeSchema, settingNameSchema, settingsSchema } from '../settings/settings.ts'

const empty = z.strictObject({})
const draftId = z.string().min(1).max(64)
const revision = z.int().min(0)
/** ISO date and time with zone Z. */
const instant = z.string()
const range = z.strictObject({ from: z.int().min(0), to: z.int().min(0) })

export const draftSummarySchema = z.strictObject({
  id: draftId,
  title: z.string(),
  kind: draftKindSchema,
  unit: z.string(),
  characters: z.int(),
  createdAt: instant,
  updatedAt: instant,
  trashedAt: instant.nullable(),
  /** When it became 定稿; null: 草稿. */
  finalAt: instant.nullable(),
  /** Where the search found its words: text before, the words, text after. */
  hit: z.strictObject({ before: z.string(), match: z.string(), after: z.string() }).nullable(),
})
export type DraftSummary = Readonly<z.infer<typeof draftSummarySchema>>

export const versionSummarySchema = z.strictObject({
  id: z.int(),
  revision,
  savedAt: instant,
  /** A named version stays for ever. */
  name: z.string().nullable(),
  reason: z.enum(['created', 'saved', 'imported', 'conflict', 'restored', 'named']),
  characters: z.int(),
})
export type VersionSummary = Readonly<z.infer<typeof versionSummarySchema>>

const exactBlockSchema = z.strictObject({
  role: z.enum(roles),
  list: z.enum(listStyles).exactOptional(),
  start: z.int().exactOptional(),
  labelLine: z.literal(true).exactOptional(),
  label: range.exactOptional(),
  marker: range.exactOptional(),
  text: range,
})

const sourceNoteSchema = z.strictObject({ kind: z.enum(noteKinds), from: z.int().min(0), to: z.int().min(0), author: z.string().exactOptional(), date: z.string().exactOptional(), text: z.string(), id: z.string().exactOptional(), answers: z.string().exactOptional(), done: z.literal(true).exactOptional() })

const sourceParagraphSchema = z.strictObject({
  text: z.string(),
  hint: z.strictObject({
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).exactOptional(),
    title: z.literal(true).exactOptional(),
    centred: z.literal(true).exactOptional(),
    formats: z.array(z.strictObject({ from: z.int(), to: z.int(), bold: z.literal(true).exactOptional(), underline: z.literal(true).exactOptional() })).readonly().exactOptional(),
    table: z.strictObject({ rows: z.array(z.array(z.string()).readonly()).readonly(), headerRows: z.int().exactOptional(), columns: z.array(z.enum(tableColumnRoles)).readonly().exactOptional(), landscape: z.literal(true).exactOptional() }).exactOptional(),
    exact: z.array(exactBlockSchema).readonly().exactOptional(),
    notes: z.array(sourceNoteSchema).readonly().exactOptional(),
  }).exactOptional(),
})

/** What was read; the last is what was pasted. */
export const sourceFormats = ['txt', 'docx', 'doc', 'wps', 'rtf', 'html', 'wordml', 'odt', 'paste'] as const

export const importSourceSchema = z.strictObject({
  /** File name, or what stands for it (“粘贴的文字”). */
  name: z.string().max(300),
  format: z.enum(sourceFormats),
  paragraphs: z.array(sourceParagraphSchema).readonly(),
  /** What the reader left out or changed, each one plain sentence. */
  notes: z.array(z.string()).readonly(),
  /** Parts of an official document and 密级, of a file this program wrote. */
  official: officialSchema.exactOptional(),
  classification: z.string().max(200).exactOptional(),
  /** Of the file's bytes, so that the same file is known again. */
  sha256: z.string().length(64).exactOptional(),
  /** Tracked changes of the file, and which side of them this is. */
  revisions: z.strictObject({ view: z.enum(revisionViews), inserted: z.int().min(0), deleted: z.int().min(0), formatted: z.int().min(0) }).exactOptional(),
})
export type ImportSource = Readonly<z.infer<typeof importSourceSchema>>

export const reportEntrySchema = z.strictObject({
  kind: z.enum(reportKinds),
  line: z.int(),
  column: z.int(),
  before: z.string(),
  after: z.string(),
  wholeLine: z.literal(true).exactOptional(),
})

const placeSchema = z.strictObject({ blockId: z.string(), firstLine: z.int(), lastLine: z.int(), line: z.int(), column: z.int() })

/** What the writer changed in the import dialogue. */
const correctionsSchema = z.strictObject({
  keep: z.array(z.string()).readonly(),
  roles: z.record(z.string(), z.enum(roles)),
  kind: draftKindSchema.nullable(),
})
export type Corrections = Readonly<z.infer<typeof correctionsSchema>>

export const importPreviewSchema = z.strictObject({
  source: importSourceSchema,
  draft: draftSchema,
  report: z.array(reportEntrySchema),
  places: z.array(placeSchema),
  understood: z.boolean(),
})
export type ImportPreview = Readonly<z.infer<typeof importPreviewSchema>>

/** Names a long work so that it can be watched and cancelled. */
const jobId = z.string().min(1).max(64)

export const backupSchema = z.strictObject({ name: z.string(), createdAt: instant, size: z.int(), drafts: z.int().nullable() })
export type BackupSummary = Readonly<z.infer<typeof backupSchema>>

/** How many of each kind of content. */
const salvagedContents = z.partialRecord(z.enum(knownKinds), z.int())
export type SalvagedContents = Readonly<z.infer<typeof salvagedContents>>

export const recoverySchema = z.strictObject({
  /** The damaged file under its new name. */
  damagedFile: z.string(),
  backups: z.array(backupSchema),
  /** Drafts that can still be read from it. */
  salvageable: z.int(),
  /** Templates, aspect sets, snippets, ledgers and layouts that can. */
  contents: salvagedContents,
})
export type Recovery = Readonly<z.infer<typeof recoverySchema>>

/** Names a window; it is the same after a reload. */
const clientId = z.string().min(1).max(64)
/** Who edits a draft: `since` null where nobody does. */
const editingSchema = z.strictObject({ mine: z.boolean(), since: instant.nullable() })
export type EditingState = Readonly<z.infer<typeof editingSchema>>

export const procedures = {
  'app.info': {
    input: empty,
    output: z.strictObject({
      version: z.string(),
      host: z.enum(['desktop', 'local-host', 'command-line', 'test']),
      dataFolder: z.string(),
      /** Native dialogues exist. */
      canChoosePath: z.boolean(),
      recovery: recoverySchema.nullable(),
    }),
  },
  'library.list': {
    input: z.strictObject({
      folder: z.enum(['active', 'trash']),
      query: z.string().max(200),
      kind: draftKindSchema.nullable(),
      /** Only 定稿 (true) or only 草稿 (false). */
      final: z.boolean().exactOptional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      drafts: z.array(draftSummarySchema),
      total: z.int(),
      counts: z.strictObject({ active: z.int(), trash: z.int(), final: z.int(), byKind: z.partialRecord(draftKindSchema, z.int()) }),
    }),
  },
  'drafts.create': { input: z.strictObject({ kind: draftKindSchema }), output: z.strictObject({ draftId }) },
  'drafts.createExamples': { input: empty, output: z.strictObject({ draftIds: z.array(draftId) }) },
  'drafts.open': {
    /** With a `clientId` to edit it, if no other window does; without one to read it. */
    input: z.strictObject({ draftId, clientId: clientId.exactOptional() }),
    output: z.strictObject({ draft: draftSchema, revision, savedAt: instant, trashed: z.boolean(), finalAt: instant.nullable(), imported: z.boolean(), editing: editingSchema }),
  },
  'drafts.save': {
    /** `clientId` tells a window its own saves from those of others. */
    input: z.strictObject({ draftId, baseRevision: revision, draft: draftSchema, clientId: z.string().max(64) }),
    output: z.strictObject({ revision, savedAt: instant }),
  },
  'drafts.copy': { input: z.strictObject({ draft: draftSchema, title: z.string().max(500) }), output: z.strictObject({ draftId }) },
  'drafts.trash': { input: z.strictObject({ draftIds: z.array(draftId).min(1) }), output: empty },
  'drafts.restore': { input: z.strictObject({ draftIds: z.array(draftId).min(1) }), output: empty },
  'leases.renew': { input: z.strictObject({ draftId, clientId }), output: editingSchema },
  'leases.look': { input: z.strictObject({ draftId, clientId }), output: editingSchema },
  /** Answers once the holder has handed over, or has not answered for some seconds. */
  'leases.take': { input: z.strictObject({ draftId, clientId }), output: editingSchema },
  'leases.handOver': { input: z.strictObject({ draftId, clientId, to: clientId }), output: editingSchema },
  'leases.release': { input: z.strictObject({ draftId, clientId }), output: empty },
  'leases.leave': { input: z.strictObject({ clientId }), output: empty },
  'versions.list': { input: z.strictObject({ draftId }), output: z.strictObject({ versions: z.array(versionSummarySchema) }) },
  'versions.read': { input: z.strictObject({ draftId, versionId: z.int() }), output: z.strictObject({ draft: draftSchema }) },
  'versions.name': { input: z.strictObject({ draftId, name: z.string().min(1).max(100) }), output: z.strictObject({ versionId: z.int() }) },
  'imports.read': {
    input: z.strictObject({ jobId, name: z.string().max(300), contentBase64: z.string(), revisions: z.enum(revisionViews).exactOptional() }),
    output: importPreviewSchema,
  },
  'imports.paste': {
    input: z.strictObject({ jobId, text: z.string() }),
    output: importPreviewSchema,
  },
  'imports.recognise': {
    input: z.strictObject({ jobId, source: importSourceSchema, corrections: correctionsSchema }),
    output: importPreviewSchema,
  },
  'imports.store': {
    input: z.strictObject({ jobId, source: importSourceSchema, corrections: correctionsSchema }),
    output: z.strictObject({ draftId }),
  },
  'imports.report': {
    input: z.strictObject({ draftId }),
    output: z.strictObject({ name: z.string(), importedAt: instant, sourceText: z.string(), report: z.array(reportEntrySchema), notes: z.array(z.string()) }),
  },
  'exports.word': {
    /** `layout`: another than the draft's own. */
    input: z.strictObject({ draftId, layout: z.string().max(60).exactOptional(), target: exportTarget, ifExists: z.enum(['ask', 'replace', 'rename']) }),
    output: z.strictObject({ path: z.string(), folder: z.string(), token: z.string(), pages: z.null() }),
  },
  'exports.content': {
    input: z.strictObject({ draftId, layout: z.string().max(60).exactOptional() }),
    output: z.strictObject({ fileName: z.string(), contentBase64: z.string() }),
  },
  'exports.reveal': { input: z.strictObject({ token: z.string() }), output: empty },
  'settings.read': {
    input: empty,
    output: z.strictObject({
      settings: settingsSchema,
      /** Stored values that can no longer be read: they are kept, and the defaults are in their place. */
      unreadable: z.array(z.strictObject({ name: settingNameSchema, message: z.string() })),
      savedAt: instant.nullable(),
    }),
  },
  'settings.write': {
    input: z.strictObject({ setting: settingChangeSchema, clientId: z.string().max(64) }),
    output: z.strictObject({ setting: namedSettingSchema, savedAt: instant }),
  },
  'jobs.cancel': { input: z.strictObject({ jobId }), output: empty },
  'recovery.restoreBackup': { input: z.strictObject({ name: z.string() }), output: empty },
  'recovery.salvage': { input: empty, output: z.strictObject({ drafts: z.int(), contents: salvagedContents }) },
  'recovery.startEmpty': { input: empty, output: empty },
  ...ledgerProcedures,
  ...layoutProcedures,
  ...templateProcedures,
  ...printProcedures,
  ...importBatchProcedures,
  ...comparisonProcedures,
  ...exchangeProcedures,
  ...packageProcedures,
  ...snippetProcedures,
  ...collectProcedures,
  ...deidentifyProcedures,
  ...finalProcedures,
  ...paperTemplateProcedures,
} as const

export type ProcedureName = keyof typeof procedures
export type ProcedureInput<N extends ProcedureName> = z.infer<(typeof procedures)[N]['input']>
export type ProcedureOutput<N extends ProcedureName> = z.infer<(typeof procedures)[N]['output']>

export function isProcedureName(name: string): name is ProcedureName {
  return Object.hasOwn(procedures, name)
}
