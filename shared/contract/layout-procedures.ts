/** Procedures of layouts (版式): those that ship, the unit's own, and files that carry them between machines. */
import { z } from 'zod'
import { layoutSchema } from '../print/layout.ts'
import { exportTarget } from './export-target.ts'

const empty = z.strictObject({})
const layoutId = z.string().min(1).max(60)
const clientId = z.string().max(64)
const instant = z.string()
const ifExists = z.enum(['ask', 'replace', 'rename'])

export const ownLayoutSchema = z.strictObject({
  id: layoutId,
  /** The layout it was copied from, whether or not that is still there. */
  copiedFrom: layoutId.nullable(),
  updatedAt: instant,
})
export type OwnLayout = Readonly<z.infer<typeof ownLayoutSchema>>

/** Drafts set in another layout when theirs was removed. */
const switchedSchema = z.strictObject({ draftIds: z.array(z.string().min(1).max(64)).readonly(), to: layoutId })

export const layoutProcedures = {
  /** All layouts, those that ship first; which of them are the unit's own. Without a database only what ships. */
  'layouts.list': {
    input: empty,
    output: z.strictObject({
      layouts: z.array(layoutSchema), own: z.array(ownLayoutSchema),
      /** Stored ones that can no longer be read, by the name they were given: they stay where they are. */
      unreadable: z.array(z.strictObject({ id: layoutId, name: z.string() })),
    }),
  },
  'layouts.copy': { input: z.strictObject({ id: layoutId, clientId }), output: z.strictObject({ layout: layoutSchema }) },
  /** LAYOUT_INVALID where its numbers make no sense; LAYOUT_CHANGED, with the present one, where it is no longer `base`. */
  'layouts.save': { input: z.strictObject({ layout: layoutSchema, base: layoutSchema, clientId }), output: z.strictObject({ layout: layoutSchema, savedAt: instant }) },
  'layouts.rename': { input: z.strictObject({ id: layoutId, name: z.string().max(200), clientId }), output: z.strictObject({ layout: layoutSchema }) },
  /** LAYOUT_IN_USE, with the number of drafts, while drafts name it, unless `switchTo` says which layout they get. */
  'layouts.remove': {
    input: z.strictObject({ id: layoutId, switchTo: layoutId.nullable(), clientId }),
    output: z.strictObject({ layout: layoutSchema, copiedFrom: layoutId.nullable(), switched: switchedSchema.nullable() }),
  },
  /** Takes a removal or a replacement back: the layout as it was, and the drafts that were set in another one since. */
  'layouts.putBack': {
    input: z.strictObject({ layout: layoutSchema, copiedFrom: layoutId.nullable(), switched: switchedSchema.nullable(), clientId }),
    output: z.strictObject({ layout: layoutSchema, drafts: z.int() }),
  },
  'layouts.export': { input: z.strictObject({ id: layoutId, target: exportTarget, ifExists }), output: z.strictObject({ path: z.string(), folder: z.string(), token: z.string() }) },
  'layouts.content': { input: z.strictObject({ id: layoutId }), output: z.strictObject({ fileName: z.string(), contentBase64: z.string() }) },
  /** LAYOUT_EXISTS, with what is there, where one of the same name or id is there and `ifTaken` does not say what to do. */
  'layouts.import': {
    input: z.strictObject({ name: z.string().max(300), contentBase64: z.string(), ifTaken: z.enum(['ask', 'keepBoth', 'replace']), clientId }),
    output: z.strictObject({
      layout: layoutSchema,
      how: z.enum(['added', 'replaced', 'same']),
      /** What was replaced, for taking it back. */
      before: layoutSchema.nullable(),
      /** What a check of its numbers tells. */
      warnings: z.array(z.string()).readonly(),
    }),
  },
} as const
