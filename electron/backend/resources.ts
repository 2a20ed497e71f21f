/** Data shipped with the program, validated when the back end starts: a broken file is found at once, not in use. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { blockSchema, draftKindSchema, type DraftKind } from '../../shared/document/draft.ts'
import { lengthLimitSchema, type DraftLimits } from '../../shared/document/length-limits.ts'
import { standardLayoutId } from '../../shared/print/layout-names.ts'
import { layoutSchema, type Layout } from '../../shared/print/layout.ts'

/** The bare structure of a kind of paper, to begin a new draft from. */
export const skeletonSchema = z.strictObject({
  kind: draftKindSchema,
  title: z.string().min(1),
  blocks: z.array(blockSchema).min(1),
  /** How long the whole paper should be, in characters. */
  characters: lengthLimitSchema.exactOptional(),
  /** How long the parts should be, by their first-level headings. */
  parts: z.array(z.strictObject({ heading: z.string(), characters: lengthLimitSchema })).exactOptional(),
}).refine(({ blocks, parts = [] }) => parts.every(({ heading }, index) => blocks.some(({ id, role }) => id === heading && role === 'heading1') && parts.findIndex((one) => one.heading === heading) === index), 'a part of the limits is no first-level heading, or named twice')
export type Skeleton = Readonly<z.infer<typeof skeletonSchema>>

/** The limits a draft begun from the skeleton carries, marked as the template's suggestion; none where it has none. */
export function suggestedLimits({ characters, parts = [] }: Skeleton): { readonly limits?: DraftLimits } {
  if (characters === undefined && parts.length === 0) return {}
  return {
    limits: {
      ...(characters ? { whole: { ...characters, suggested: true as const } } : {}),
      ...(parts.length === 0 ? {} : { parts: Object.fromEntries(parts.map((part) => [part.heading, { ...part.characters, suggested: true as const }])) }),
    },
  }
}

export interface Example {
  readonly kind: DraftKind
  readonly text: string
}

export interface Resources {
  readonly layouts: readonly Layout[]
  readonly skeletons: ReadonlyMap<DraftKind, Skeleton>
  readonly examples: readonly Example[]
}

function jsonFiles(folder: string): { file: string; value: unknown }[] {
  return readdirSync(folder).filter((file) => file.endsWith('.json')).sort()
    .map((file) => ({ file, value: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown }))
}

function parseAll<T>(folder: string, schema: z.ZodType<T>): T[] {
  return jsonFiles(folder).map(({ file, value }) => {
    const parsed = schema.safeParse(value)
    if (!parsed.success) throw new Error(`resource ${file}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`)
    return parsed.data
  })
}

/** The standard's own layout first; the others as they are usual. */
const layoutOrder = [standardLayoutId, 'common', 'common-28']
const place = ({ id }: Layout) => (layoutOrder.indexOf(id) + layoutOrder.length) % layoutOrder.length

/** @param folder resources/ of the project or of the installed program. */
export function loadResources(folder: string): Resources {
  const examples = join(folder, 'examples')
  return {
    layouts: parseAll(join(folder, 'layouts'), layoutSchema).sort((a, b) => place(a) - place(b)),
    skeletons: new Map(parseAll(join(folder, 'skeletons'), skeletonSchema).map((skeleton) => [skeleton.kind, skeleton])),
    examples: readdirSync(examples).filter((file) => file.endsWith('.txt')).sort()
      .map((file) => ({ kind: draftKindSchema.parse(file.replace('.txt', '')), text: readFileSync(join(examples, file), 'utf8') })),
  }
}
