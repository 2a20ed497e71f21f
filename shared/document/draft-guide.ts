/** What the template a draft was begun from says beside its text: guidance that never prints, and parts it must have. */
import { z } from 'zod'

const idSchema = z.string().min(1).max(64)
/** May hold line breaks. */
const wordsSchema = z.string().min(1).max(2_000).refine((text) => !/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029\ufffe\uffff]/.test(text) && text.isWellFormed(), 'control character or broken character')

/** Guidance for one block; one whose block is gone says nothing. */
export const hintSchema = z.strictObject({ block: idSchema, text: wordsSchema })
export type Hint = Readonly<z.infer<typeof hintSchema>>

/** A part the paper must have: its heading's block, and the heading's words as the template has them. */
export const requiredPartSchema = z.strictObject({ block: idSchema, heading: z.string().min(1).max(200) })
export type RequiredPart = Readonly<z.infer<typeof requiredPartSchema>>

export const draftGuideSchema = z.strictObject({
  template: idSchema,
  /** The template's name when the draft was begun. */
  name: z.string().max(200),
  hints: z.array(hintSchema).readonly(),
  required: z.array(requiredPartSchema).readonly(),
})
export type DraftGuide = Readonly<z.infer<typeof draftGuideSchema>>

/** Of a draft put together from those of others: whose a block was. */
export const blockOriginSchema = z.strictObject({ block: idSchema, from: z.string().min(1).max(200) })
export type BlockOrigin = Readonly<z.infer<typeof blockOriginSchema>>
