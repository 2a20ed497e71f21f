/** Procedures of paper templates (模板) and aspect sets (方面): those that ship, and the unit's own. */
import { z } from 'zod'
import { draftKindSchema } from '../document/draft.ts'
import { aspectSetSchema, paperTemplateSchema } from '../paper-templates/paper-template.ts'

const empty = z.strictObject({})
const id = z.string().min(1).max(64)
const clientId = z.string().max(64)
const named = z.strictObject({ id, clientId })

export const templateSummarySchema = z.strictObject({
  id, name: z.string(), kind: draftKindSchema, description: z.string(), year: z.string(), batch: z.string(), source: z.string(),
  /** Part of the program: copied, never changed. */
  shipped: z.boolean(),
})
export type TemplateSummary = Readonly<z.infer<typeof templateSummarySchema>>

/** Stored ones that can no longer be read, by the name they were given: they stay where they are. */
const unreadable = z.array(z.strictObject({ id, name: z.string() })).readonly()

export const listedAspectSetSchema = z.strictObject({ set: aspectSetSchema, shipped: z.boolean() })
export type ListedAspectSet = Readonly<z.infer<typeof listedAspectSetSchema>>

/** A key of a placeholder, its value. */
const values = z.record(z.string().min(1).max(64), z.string().max(500))

export const paperTemplateProcedures = {
  /** Those that ship by kind, then the unit's own in the order they were made. */
  'paperTemplates.list': { input: empty, output: z.strictObject({ templates: z.array(templateSummarySchema).readonly(), unreadable }) },
  'paperTemplates.read': { input: z.strictObject({ id }), output: z.strictObject({ template: paperTemplateSchema, shipped: z.boolean() }) },
  /**
   * Over the stored one, which must still be `base`; without a base a new one, under an id of its own. PAPER_TEMPLATE_INVALID
   * where it refers to what is not there, PAPER_TEMPLATE_CHANGED with the present one.
   */
  'paperTemplates.save': { input: z.strictObject({ template: paperTemplateSchema, base: paperTemplateSchema.nullable(), clientId }), output: z.strictObject({ template: paperTemplateSchema }) },
  'paperTemplates.copy': { input: named, output: z.strictObject({ template: paperTemplateSchema }) },
  'paperTemplates.remove': { input: named, output: z.strictObject({ name: z.string() }) },
  'paperTemplates.putBack': { input: named, output: z.strictObject({ template: paperTemplateSchema }) },
  /** A new draft. Without `aspects` those the template proposes; without `values` what profile and calendar know. */
  'paperTemplates.begin': {
    input: z.strictObject({ id, aspects: z.array(z.string().min(1).max(60)).max(40).exactOptional(), values: values.exactOptional() }),
    output: z.strictObject({ draftId: id }),
  },
  'aspects.list': { input: empty, output: z.strictObject({ sets: z.array(listedAspectSetSchema).readonly(), unreadable }) },
  /** As templates are saved; ASPECTS_CHANGED with the present one. */
  'aspects.save': { input: z.strictObject({ set: aspectSetSchema, base: aspectSetSchema.nullable(), clientId }), output: z.strictObject({ set: aspectSetSchema }) },
  /** `templates`: how many of the unit's own propose it, and will propose another now. */
  'aspects.remove': { input: named, output: z.strictObject({ name: z.string(), templates: z.int() }) },
  'aspects.putBack': { input: named, output: z.strictObject({ set: aspectSetSchema }) },
} as const
