/** A draft begun from a template: aspects written out, what is known filled in, guidance and limits beside the text. */
import { draftSchemaVersion, type Draft, type DraftMeta } from '../document/draft.ts'
import type { DraftLimits } from '../document/length-limits.ts'
import { blockText } from '../document/runs.ts'
import { fillPlaceholders, titleOfBlocks } from '../placeholders/fill-placeholders.ts'
import { standardLayoutId } from '../print/layout-names.ts'
import { expandTemplate } from './expand-aspects.ts'
import type { PaperTemplate } from './paper-template.ts'

export interface BeginOptions {
  readonly draftId: string
  readonly newId: () => string
  /** Names, in their order. */
  readonly aspects: readonly string[]
  /** By key: what the writer answered and what is known. */
  readonly values: ReadonlyMap<string, string>
  /** Whether there is a layout of the id; the standard's own is taken where there is none. */
  readonly hasLayout?: (id: string) => boolean
}

/** Marked as the template's, so that the writer's own are told from them (E19). */
function suggested({ whole, parts }: DraftLimits): DraftLimits {
  return {
    ...(whole === undefined ? {} : { whole: { ...whole, suggested: true as const } }),
    ...(parts === undefined ? {} : { parts: Object.fromEntries(Object.entries(parts).map(([id, limit]) => [id, { ...limit, suggested: true as const }])) }),
  }
}

const metaKeys = { unit: '单位全称', author: '姓名', post: '职务', meeting: '会议名称' } as const satisfies Partial<Record<keyof DraftMeta, string>>

/** The properties the answers are; a paper about a year has it as its period. */
function metaOf(values: ReadonlyMap<string, string>): DraftMeta {
  const said = Object.entries(metaKeys).flatMap(([field, key]) => {
    const value = values.get(key)?.slice(0, 200).toWellFormed()
    return value === undefined || value === '' ? [] : [[field, value] as const]
  })
  const year = /^(?:19|20)\d{2}$/u.exec(values.get('年度') ?? '')?.[0]
  return { ...Object.fromEntries(said), ...(year === undefined ? {} : { period: `${year}年度` }) }
}

/** Valid for any template that checks without errors. What has no value stays open; nothing of the guidance is text. */
export function draftFromTemplate(template: PaperTemplate, { draftId, newId, aspects, values, hasLayout }: BeginOptions): Draft {
  const { blocks, hints, required, limits } = expandTemplate(template, aspects, newId)
  const open: Draft = {
    schemaVersion: draftSchemaVersion, id: draftId, kind: template.kind, title: template.name,
    meta: metaOf(values), layout: hasLayout?.(template.layout) === false ? standardLayoutId : template.layout, blocks,
    ...(limits === undefined ? {} : { limits: suggested(limits) }),
  }
  const draft = fillPlaceholders(open, values)
  const headings = new Map(draft.blocks.map((block) => [block.id, blockText(block).slice(0, 200).toWellFormed()]))
  return {
    ...draft, title: titleOfBlocks(draft),
    guide: { template: template.id, name: template.name, hints, required: required.map((block) => ({ block, heading: headings.get(block) || template.name })) },
  }
}
