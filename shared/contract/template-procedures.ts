/** Procedures of the unit's own Word templates: kept, tried, and filled with drafts. */
import { z } from 'zod'
import { exportTarget } from './export-target.ts'

const id = z.string().min(1).max(64)
const layout = z.string().max(60).exactOptional()
const clientId = z.string().max(64)
const ifExists = z.enum(['ask', 'replace', 'rename'])
const file = z.strictObject({ fileName: z.string(), contentBase64: z.string() })
const noted = { notes: z.array(z.string()).readonly() }
const written = z.strictObject({ path: z.string(), folder: z.string(), token: z.string(), ...noted })

export const templateFindingsSchema = z.strictObject({
  fields: z.array(z.strictObject({ name: z.string(), kind: z.enum(['body', 'loop', 'field', 'unknown']), place: z.string() })).readonly(),
  /** What was dropped when it was added, and what the writer may want to look at. */
  notes: z.array(z.string()).readonly(),
})
export type TemplateFindings = Readonly<z.infer<typeof templateFindingsSchema>>

export const wordTemplateSchema = z.strictObject({ id, name: z.string(), size: z.int(), addedAt: z.string(), findings: templateFindingsSchema })
export type WordTemplate = Readonly<z.infer<typeof wordTemplateSchema>>

/** What TEMPLATE_BROKEN carries. */
export const templateFaultsSchema = z.array(z.strictObject({ message: z.string(), place: z.string() }))
export type TemplateFaults = z.infer<typeof templateFaultsSchema>

export const templateProcedures = {
  'templates.list': { input: z.strictObject({}), output: z.strictObject({ templates: z.array(wordTemplateSchema) }) },
  /** TEMPLATE_BROKEN, with every fault, where its fields cannot be read. */
  'templates.add': { input: z.strictObject({ jobId: id, name: z.string().max(300), contentBase64: z.string(), clientId }), output: z.strictObject({ template: wordTemplateSchema }) },
  'templates.rename': { input: z.strictObject({ id, name: z.string().max(200), clientId }), output: z.strictObject({ template: wordTemplateSchema }) },
  'templates.remove': { input: z.strictObject({ id, clientId }), output: z.strictObject({ name: z.string() }) },
  /** Takes a removal back. */
  'templates.putBack': { input: z.strictObject({ id, clientId }), output: z.strictObject({ template: wordTemplateSchema }) },
  /** The template itself, as it is kept. */
  'templates.export': { input: z.strictObject({ id, target: exportTarget, ifExists }), output: z.strictObject({ path: z.string(), folder: z.string(), token: z.string() }) },
  'templates.content': { input: z.strictObject({ id }), output: file },
  /** Filled with an example. */
  'templates.try': { input: z.strictObject({ id, target: exportTarget, ifExists }), output: written },
  'templates.tryContent': { input: z.strictObject({ id }), output: file },
  /** Filled with a draft; `notes` tell what stayed empty or stood in the template and was not understood. */
  'exports.template': { input: z.strictObject({ draftId: id, templateId: id, layout, target: exportTarget, ifExists }), output: written },
  'exports.templateContent': { input: z.strictObject({ draftId: id, templateId: id, layout }), output: z.strictObject({ ...file.shape, ...noted }) },
} as const
