/** Data shipped with the program, validated when the back end starts: a broken file is found at once, not in use. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { draftKinds, draftKindSchema, type DraftKind } from '../../shared/document/draft.ts'
import { checkTemplate } from '../../shared/paper-templates/check-template.ts'
import { aspectSetSchema, paperTemplateSchema, type AspectSet, type PaperTemplate } from '../../shared/paper-templates/paper-template.ts'
import { standardLayoutId } from '../../shared/print/layout-names.ts'
import { layoutSchema, type Layout } from '../../shared/print/layout.ts'

export interface Example {
  readonly kind: DraftKind
  readonly text: string
}

export interface Resources {
  readonly layouts: readonly Layout[]
  /** By kind in the order of the kinds; the first of a kind is its usual one. Each of a sound make. */
  readonly templates: readonly PaperTemplate[]
  readonly aspectSets: readonly AspectSet[]
  readonly examples: readonly Example[]
}

interface ResourceFile<T> {
  readonly file: string
  readonly value: T
}

function parseFiles<T>(folder: string, schema: z.ZodType<T>): ResourceFile<T>[] {
  return readdirSync(folder).filter((file) => file.endsWith('.json')).sort().map((file) => {
    let value: unknown
    try {
      value = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    } catch (error) {
      throw new Error(`resource ${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
    const parsed = schema.safeParse(value)
    if (!parsed.success) throw new Error(`resource ${file}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`)
    return { file, value: parsed.data }
  })
}

const parseAll = <T>(folder: string, schema: z.ZodType<T>): T[] => parseFiles(folder, schema).map(({ value }) => value)

/** What ships has no finding at all: a template that refers to what is not there is as broken as one that is no JSON. */
function loadTemplates(folder: string, layouts: readonly Layout[], sets: readonly AspectSet[]): PaperTemplate[] {
  const files = parseFiles(folder, paperTemplateSchema)
  const surroundings = { layouts: layouts.map(({ id }) => id), sets: sets.map(({ id }) => id) }
  for (const { file, value } of files) {
    const [finding] = checkTemplate(value, surroundings)
    if (finding) throw new Error(`resource ${file}: ${finding.message}`)
    if (file !== `${value.id}.json`) throw new Error(`resource ${file}: its id is ${value.id}`)
  }
  const missing = draftKinds.find((kind) => !files.some(({ value }) => value.kind === kind))
  if (missing) throw new Error(`resources/templates: no template of the kind ${missing}`)
  return files.map(({ value }) => value).sort((a, b) => draftKinds.indexOf(a.kind) - draftKinds.indexOf(b.kind) || (a.id < b.id ? -1 : 1))
}

/** The standard's own layout first; the others as they are usual. */
const layoutOrder = [standardLayoutId, 'common', 'common-28']
const place = ({ id }: Layout) => (layoutOrder.indexOf(id) + layoutOrder.length) % layoutOrder.length

/** @param folder resources/ of the project or of the installed program. */
export function loadResources(folder: string): Resources {
  const examples = join(folder, 'examples')
  const layouts = parseAll(join(folder, 'layouts'), layoutSchema).sort((a, b) => place(a) - place(b))
  const aspectSets = parseAll(join(folder, 'aspects'), aspectSetSchema)
  return {
    layouts, aspectSets, templates: loadTemplates(join(folder, 'templates'), layouts, aspectSets),
    examples: readdirSync(examples).filter((file) => file.endsWith('.txt')).sort()
      .map((file) => ({ kind: draftKindSchema.parse(file.replace('.txt', '')), text: readFileSync(join(examples, file), 'utf8') })),
  }
}
