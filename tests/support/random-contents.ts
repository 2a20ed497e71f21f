/**
 * Random contents of every kind a package may hold, valid and of a form as the program writes them: names at the edge of
 * their length, astral characters, ids shared between kinds, templates and drafts that name layouts and aspect sets of the
 * same lot, of the program, and of nobody.
 */
import fc from 'fast-check'
import { ledgerContentSchema, type LedgerContent } from '../../shared/collect/ledger-content.ts'
import { draftKinds, draftSchema, type Draft } from '../../shared/document/draft.ts'
import type { KnownKind } from '../../shared/exchange/content-kinds.ts'
import type { TheirContent } from '../../shared/exchange/plan.ts'
import { ledgerFields } from '../../shared/ledger/ledger-fields.ts'
import { aspectSetSchema, paperTemplateSchema, type AspectSet, type PaperTemplate } from '../../shared/paper-templates/paper-template.ts'
import { checkLayout } from '../../shared/print/check-layout.ts'
import { layoutSchema, type Layout } from '../../shared/print/layout.ts'
import { snippetRoles, snippetSchema, type Snippet } from '../../shared/snippets/snippet.ts'
import { layouts } from './layouts.ts'
import { draftArbitrary } from './random-draft.ts'
import { notedDraftArbitrary } from './random-notes.ts'

const words = ['学习', '整改', '（2）', '𠮷', '😀', 'A1', '"', '\\', '<&>', '甲、乙', ' ', '\u3000', '某局', '_', '2023', '__proto__']
const line = (least: number, most: number) => fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 5 }) },
  // As long as it may be, and nothing but pairs of units: what is cut in the wrong place breaks.
  { weight: 1, arbitrary: fc.constantFrom(['𠮷'], ['字'], ['a', '𠮷']).map((signs) => Array.from({ length: most }, (_, at) => signs[Math.min(at, signs.length - 1)]!)) },
).map((parts) => {
  let text = ''
  for (const part of parts) if (text.length + part.length <= most) text += part
  return text.length < least ? '名' : text
})
const lines = fc.array(line(0, 60), { maxLength: 3 }).map((parts) => parts.join('\n'))
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 }).map((time) => new Date(time).toISOString())
const given = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined))
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

/** Names of what a content refers to; the lot puts ids in their place. */
export const reference = { first: 'ref-1', second: 'ref-2', shipped: 'gb33476', nobody: 'gone' } as const
const referenceArbitrary = fc.constantFrom(...Object.values(reference))

const blocksArbitrary = draftArbitrary.map(({ blocks }) => blocks)
const hintsOf = (blocks: Draft['blocks'], picks: readonly number[]) => picks.map((pick) => ({ block: blocks[pick % blocks.length]!.id, text: pick % 2 === 0 ? '写明问题\n不少于三条' : '𠮷' }))
const limitsArbitrary = fc.record({ whole: some(fc.constantFrom({ atLeast: 100 }, { atMost: 3000 }, { atLeast: 10, atMost: 20 })), parts: some(fc.dictionary(fc.constantFrom('b1', 'b2', 'b9'), fc.constant({ atMost: 500 }), { maxKeys: 2 })) })

export const packedDraftArbitrary: fc.Arbitrary<Draft> = fc.record({
  draft: fc.oneof(draftArbitrary, notedDraftArbitrary), layout: referenceArbitrary, title: line(0, 500), picks: fc.array(fc.nat(40), { maxLength: 3 }), limits: some(limitsArbitrary), guided: fc.boolean(),
  meta: fc.record({ unit: some(line(0, 100)), author: some(line(0, 30)), date: some(fc.constantFrom('2024-06-30', '2024年6月')) }),
}).map(({ draft, layout, title, picks, limits, guided, meta }) => draftSchema.parse({
  // A note whose quote is not to be found says no place.
  ...draft, ...(draft.notes ? { notes: draft.notes.map(({ at, ...note }) => (at === undefined || at < 0 ? note : { ...note, at })) } : {}), layout, title, meta: { ...draft.meta, ...given(meta) }, ...(limits ? { limits: given(limits) } : {}),
  ...(guided ? { guide: { template: 't', name: '模板', hints: hintsOf(draft.blocks, picks), required: picks.map((pick) => ({ block: draft.blocks[pick % draft.blocks.length]!.id, heading: '总体要求' })) } } : {}),
  ...(guided && picks.length > 0 ? { origins: picks.map((pick) => ({ block: draft.blocks[pick % draft.blocks.length]!.id, from: '甲某某' })) } : {}),
}))

export const layoutArbitrary: fc.Arbitrary<Layout> = fc.record({ base: fc.constantFrom(...layouts), name: line(1, 60), source: lines, header: fc.integer({ min: -40, max: 0 }), before: line(0, 4), compress: fc.boolean() })
  .map(({ base, name, source, header, before, compress }) => layoutSchema.parse({
    ...base, id: 'layout', name, source, page: { ...base.page, header: base.page.header + header },
    pageNumber: { ...base.pageNumber, before }, options: { ...base.options, compressPunctuation: compress },
  })).filter((layout) => checkLayout(layout).every(({ severity }) => severity !== 'error'))

export const templateArbitrary: fc.Arbitrary<PaperTemplate> = fc.record({
  blocks: blocksArbitrary, name: line(1, 200), kind: fc.constantFrom(...draftKinds), description: line(0, 500), year: line(0, 20), batch: line(0, 60), source: line(0, 500), layout: referenceArbitrary,
  picks: fc.array(fc.nat(40), { maxLength: 3 }), limits: some(limitsArbitrary), set: some(referenceArbitrary),
}).map(({ picks, limits, set, ...rest }) => {
  const at = (pick: number) => rest.blocks[pick % rest.blocks.length]!.id
  return paperTemplateSchema.parse({
    schemaVersion: 1, id: 'template', ...rest, hints: hintsOf(rest.blocks, picks), required: picks.map(at), ...(limits ? { limits: given(limits) } : {}),
    ...(set === undefined ? {} : { aspects: { set, runs: [{ first: at(picks[0] ?? 0), last: at(picks.at(-1) ?? 0) }] } }),
  })
})

export const aspectSetArbitrary: fc.Arbitrary<AspectSet> = fc.record({ name: line(1, 200), year: line(0, 20), batch: line(0, 60), source: line(0, 500), aspects: fc.uniqueArray(line(1, 60), { minLength: 1, maxLength: 40 }) })
  .map((rest) => aspectSetSchema.parse({ schemaVersion: 1, id: 'aspects', ...rest }))

export const snippetArbitrary: fc.Arbitrary<Snippet> = fc.record({ title: line(1, 200), aspect: line(0, 60), role: fc.constantFrom(...snippetRoles), tags: fc.array(line(1, 40), { maxLength: 20 }), source: line(0, 500), blocks: blocksArbitrary })
  .map((rest) => snippetSchema.parse({ schemaVersion: 1, id: 'snippet', ...rest }))

export const ledgerArbitrary: fc.Arbitrary<LedgerContent> = fc.record({
  title: line(0, 500), unit: line(0, 200), madeAt: instant,
  rows: fc.array(fc.record({ name: line(1, 140), draft: line(0, 500), kind: fc.constantFrom(...draftKinds), values: fc.dictionary(fc.constantFrom(...ledgerFields), lines, { maxKeys: 6 }) }), { maxLength: 8 }),
}).map((rest) => ledgerContentSchema.parse({ schemaVersion: 1, id: 'ledger', ...rest }))

export const contentArbitraries = {
  draft: packedDraftArbitrary, layout: layoutArbitrary, template: templateArbitrary, aspects: aspectSetArbitrary, snippet: snippetArbitrary, ledger: ledgerArbitrary,
} as const satisfies Readonly<Record<KnownKind, fc.Arbitrary<{ readonly id: string }>>>

type AnyContent = Readonly<Record<string, unknown>>

/** A content under its id, with the references of the lot in place. */
export function contentOf(kind: KnownKind, value: AnyContent, id: string, refer: (kind: 'layout' | 'aspects', name: string) => string): TheirContent {
  const aspects = value['aspects'] as { readonly set: string } | undefined
  const placed: AnyContent = {
    ...value, id,
    ...(kind === 'draft' || kind === 'template' ? { layout: refer('layout', String(value['layout'])) } : {}),
    ...(kind === 'template' && aspects ? { aspects: { ...aspects, set: refer('aspects', aspects.set) } } : {}),
  }
  return { kind, id, title: String(value[kind === 'draft' || kind === 'snippet' || kind === 'ledger' ? 'title' : 'name']), text: JSON.stringify(placed) }
}

/** The same content under the same name, changed elsewhere. */
export function changedContent({ kind, id, title, text }: TheirContent): TheirContent {
  const value = JSON.parse(text) as AnyContent
  const change = kind === 'draft' ? { meta: { ...(value['meta'] as object), unit: '改过的单位' } } : kind === 'ledger' ? { unit: '改过的单位' } : { source: '改过的来源' }
  return { kind, id, title, text: JSON.stringify({ ...value, ...change }) }
}

const counts = { layout: 2, aspects: 2, template: 3, snippet: 3, ledger: 2, draft: 3 } as const satisfies Readonly<Record<KnownKind, number>>

const idOf = (kind: KnownKind, index: number) => (index === 0 ? '同一个' : `${kind}/${index}`)

/** A lot of contents of all kinds that could stand in one library: at least one of each, ids shared between kinds. */
export const libraryArbitrary: fc.Arbitrary<readonly TheirContent[]> = fc.record(
  Object.fromEntries(Object.entries(contentArbitraries).map(([kind, arbitrary]) => [kind, fc.array(arbitrary as fc.Arbitrary<AnyContent>, { minLength: 1, maxLength: counts[kind as KnownKind] })])) as Record<KnownKind, fc.Arbitrary<AnyContent[]>>,
).map((lot) => {
  const refer = (kind: 'layout' | 'aspects', name: string) => (name === reference.first ? idOf(kind, 0) : name === reference.second ? idOf(kind, lot[kind].length - 1) : name)
  return (Object.keys(lot) as KnownKind[]).flatMap((kind) => lot[kind].map((value, index) => {
    // Names of layouts are told apart in a library.
    const named = kind === 'layout' ? { ...value, name: `${index}${String(value['name']).slice(0, 59).toWellFormed()}` } : value
    return contentOf(kind, named, idOf(kind, index), refer)
  }))
})
