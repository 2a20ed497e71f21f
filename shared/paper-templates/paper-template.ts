/** 模板: structure and guidance for a kind of paper, and nobody's data. Shipped in resources/templates, or of the unit's own. */
import { z } from 'zod'
import { blockSchema, draftKindSchema } from '../document/draft.ts'
import { hintSchema } from '../document/draft-guide.ts'
import { draftLimitsSchema } from '../document/length-limits.ts'

export const paperTemplateVersion = 1

const idSchema = z.string().min(1).max(64)
const plain = (most: number) => z.string().max(most).refine((text) => text.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(text), 'control character')

/** In headings of the blocks that are repeated for each aspect: its name. */
export const aspectNameKey = '方面名称'

export const paperTemplateSchema = z.strictObject({
  schemaVersion: z.literal(paperTemplateVersion),
  id: idSchema,
  name: plain(200).min(1),
  kind: draftKindSchema,
  description: plain(500),
  /** For which year and batch, and by which document: “2023”, “第一批”. Empty where it holds for all. */
  year: plain(20),
  batch: plain(60),
  source: plain(500),
  layout: z.string().min(1).max(60),
  blocks: z.array(blockSchema).min(1).readonly(),
  hints: z.array(hintSchema).readonly(),
  /** Ids of heading blocks whose parts the paper must have. */
  required: z.array(idSchema).readonly(),
  limits: draftLimitsSchema.exactOptional(),
  /**
   * Runs of blocks, first to last, that stand once for each aspect of the set; [方面名称] in them is its name. A paper
   * with problems and measures in separate parts has one run in each. `set` is the one proposed.
   */
  aspects: z.strictObject({ set: idSchema, runs: z.array(z.strictObject({ first: idSchema, last: idSchema })).min(1).readonly() }).exactOptional(),
})
export type PaperTemplate = Readonly<z.infer<typeof paperTemplateSchema>>

/** 方面: the headings problems are grouped under, as a year's documents name them. */
export const aspectSetSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: idSchema,
  name: plain(200).min(1),
  year: plain(20),
  batch: plain(60),
  source: plain(500),
  aspects: z.array(plain(60).min(1)).min(1).max(40).readonly(),
}).refine(({ aspects }) => new Set(aspects).size === aspects.length, 'an aspect is listed twice')
export type AspectSet = Readonly<z.infer<typeof aspectSetSchema>>
