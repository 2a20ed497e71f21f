/** What a new draft from a template asks: what the paper needs at its start and nobody knows yet, each once. */
import type { Block, Draft } from '../document/draft.ts'
import { baseKey, placeholderKind } from '../placeholders/catalogue.ts'
import { openPlaceholders } from '../placeholders/placeholder-places.ts'
import { knownValues } from '../placeholders/profile-values.ts'
import type { UnitProfile } from '../settings/unit-profile.ts'
import { aspectNameKey, type PaperTemplate } from './paper-template.ts'

export interface TemplateField {
  readonly key: string
  /** What is proposed; '' where nothing is known. */
  readonly value: string
  /** Values of the profile to choose from. */
  readonly choices: readonly string[]
}

export interface TemplateFields {
  /** Nobody knows them, and the paper's head needs them. */
  readonly asked: readonly TemplateField[]
  /** Given by the unit's profile or the calendar: filled in unless changed. */
  readonly known: readonly TemplateField[]
}

/** Known when the paper is finished, not when it is begun; or told item by item. */
const laterKeys: ReadonlySet<string> = new Set(['成文日期', '整改时限', '责任领导', '责任人', '责任科室', '日期', '月份', '待填内容', aspectNameKey])

const named: ReadonlySet<Block['role']> = new Set<Block['role']>(['title', 'subtitle', 'byline', 'addressee'])

const keysOf = (blocks: readonly Block[]) => openPlaceholders({ blocks } as Draft).map(({ key }) => key)

/** @param today ISO date: the years a paper names by its own date. */
export function templateFields(template: Pick<PaperTemplate, 'blocks'>, { profile, today }: { readonly profile: UnitProfile; readonly today: string }): TemplateFields {
  const { blocks } = template
  const headEnd = blocks.findIndex(({ role }) => role === 'heading1' || role === 'table')
  const head = new Set(keysOf(headEnd === -1 ? blocks : blocks.slice(0, headEnd)))
  const inName = new Set(keysOf(blocks.filter(({ role }) => named.has(role))))
  const known = knownValues(profile, { date: today })
  const later = (key: string) => laterKeys.has(key) || laterKeys.has(baseKey(key))
  const valueOf = (key: string) => (later(key) ? undefined : known.get(key) ?? (placeholderKind(key)?.oneValue === true ? known.get(baseKey(key)) : undefined))
  const keys = keysOf(blocks)
  const asked = keys.filter((key) => {
    if (later(key) || valueOf(key) !== undefined) return false
    const kind = placeholderKind(key)
    return inName.has(key) || (head.has(key) && kind !== undefined && kind.group !== 'figure')
  })
  return {
    asked: asked.map((key) => ({ key, value: '', choices: choicesOf(key, profile) })),
    known: keys.flatMap((key) => {
      const value = valueOf(key)
      return value === undefined ? [] : [{ key, value, choices: choicesOf(key, profile) }]
    }),
  }
}

function choicesOf(key: string, profile: UnitProfile): readonly string[] {
  const distinct = (values: readonly string[]) => [...new Set(values.filter((value) => value !== ''))]
  switch (baseKey(key)) {
    case '姓名': return distinct(profile.leaders.map(({ name }) => name))
    case '职务': return distinct(profile.leaders.map(({ post }) => post))
    case '上级机关': case '主送机关': return distinct(profile.superiors)
    default: return []
  }
}

/** The values of a draft begun without asking: what is known. */
export function knownTemplateValues(template: Pick<PaperTemplate, 'blocks'>, profile: UnitProfile, today: string): ReadonlyMap<string, string> {
  return new Map(templateFields(template, { profile, today }).known.map(({ key, value }) => [key, value]))
}
