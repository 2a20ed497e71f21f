/** Procedures of 脱敏成模板 and of the review that is shown before templates and snippets leave. */
import { z } from 'zod'
import { findingKinds } from '../deidentify/finding.ts'
import { draftKindSchema, draftSchema } from '../document/draft.ts'
import { knownKinds } from '../exchange/content-kinds.ts'
import { reviewedKinds } from '../exchange/reviewed-text.ts'

const jobId = z.string().min(1).max(64)
const contentId = z.string().min(1).max(64)
const token = z.string().min(1).max(100)
const offset = z.int().min(0)

const placeSchema = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('block'), blockId: z.string() }),
  z.strictObject({ in: z.literal('cell'), blockId: z.string(), row: offset, column: offset }),
])
const range = { place: placeSchema, from: offset, to: offset } as const

const findingSchema = z.strictObject({ id: z.string(), kind: z.enum(findingKinds), ...range, text: z.string(), key: z.string(), reason: z.string(), sure: z.boolean() })
const clueSchema = z.strictObject({ text: z.string(), reason: z.string(), count: z.int(), inLabel: z.boolean(), places: z.array(z.strictObject(range)).readonly() })

/** About a finding or a mark, by its id. No decision: replaced by the proposed key. */
export const decisionSchema = z.strictObject({ id: z.string().min(1).max(200), do: z.enum(['replace', 'keep']), key: z.string().max(60).exactOptional() })
export type DecisionById = Readonly<z.infer<typeof decisionSchema>>

const decided = {
  decisions: z.array(decisionSchema).max(100_000).readonly(),
  /** Text the writer marked beside what was found. */
  marks: z.array(z.strictObject({ ...range, key: z.string().min(1).max(60) })).max(10_000).readonly(),
} as const

export const packageReviewSchema = z.strictObject({ kind: z.enum(reviewedKinds), id: contentId, token })
/** Says that the review of a content was given out, for exactly the text it has. */
export type PackageReview = Readonly<z.infer<typeof packageReviewSchema>>

export const deidentifyProcedures = {
  /**
   * What tells of the unit in a stored draft, or in a template, set of aspects or snippet as it would leave. The draft that
   * is given back is what offsets refer to; for other contents name, source and the like are paragraphs before the blocks.
   */
  'deidentify.review': {
    input: z.strictObject({ jobId, of: z.strictObject({ kind: z.enum(['draft', ...reviewedKinds]), id: contentId }), ...decided }),
    output: z.strictObject({
      title: z.string(),
      draft: draftSchema,
      fields: z.array(z.strictObject({ blockId: z.string(), field: z.enum(['name', 'description', 'year', 'batch', 'source', 'aspect', 'tags', 'aspects', 'hint']) })).readonly(),
      findings: z.array(findingSchema).readonly(),
      /** What still tells of the unit once all is done as decided; places are those of the draft as it is. */
      clues: z.array(clueSchema).readonly(),
      token,
    }),
  },
  /** DEIDENTIFY_CHANGED where the draft or 单位情况 is no longer what the review of `token` read; DEIDENTIFY_NAME, DEIDENTIFY_KEY. */
  'deidentify.make': {
    input: z.strictObject({
      jobId, draftId: contentId, token, ...decided, name: z.string().trim().min(1).max(200), description: z.string().trim().max(500), kind: draftKindSchema, clientId: z.string().max(64),
    }),
    output: z.strictObject({ templateId: contentId }),
  },
  /** Those of the contents, and of what goes along with them, that leave only after their review was shown. */
  'deidentify.needed': {
    input: z.strictObject({ contents: z.array(z.strictObject({ kind: z.enum(knownKinds), id: contentId })).max(10_000) }),
    output: z.strictObject({ contents: z.array(z.strictObject({ kind: z.enum(reviewedKinds), id: contentId, title: z.string() })).readonly() }),
  },
} as const
