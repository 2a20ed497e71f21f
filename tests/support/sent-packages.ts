/** Files of many units as a run of 汇总 gets them, without the bytes. */
import fc from 'fast-check'
import type { SourceContent, SourceFile, SourceRow } from '../../shared/collect/collect-types.ts'
import { itemStates } from '../../shared/document/item-record.ts'
import type { LedgerRow } from '../../shared/ledger/ledger-rows.ts'

export interface ToldRow { readonly draft?: string; readonly key: string; readonly problem?: string; readonly category?: string; readonly state?: LedgerRow['state']; readonly due?: string | null; readonly measure?: string; readonly unit?: string }

export function sourceRow(unit: string, { draft = 'd1', key, problem, category, state = 'under-way', due = null, measure, unit: own }: ToldRow): SourceRow {
  const values = Object.fromEntries(Object.entries({ problem, category, measure }).filter(([, value]) => value !== undefined))
  return { name: `${draft}/${key}`, unit: own ?? unit, draft: `方案${draft}`, kind: 'team-plan', row: { key, draftId: draft, values, due, state, missing: [] } }
}

export function sourceFile(id: number, unit: string, rows: readonly ToldRow[], { madeAt = `2024-06-${String(id).padStart(2, '0')}T08:00:00.000Z`, name = `${unit}-${id}.zgx`, kind = 'ledger' as SourceContent['kind'] } = {}): SourceFile {
  return { id, name, unit, madeAt, contents: [{ kind, title: `${unit}台账`, unit, madeAt, rows: rows.map((row) => sourceRow(unit, row)) }] }
}

const given = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const rowArbitrary: fc.Arbitrary<ToldRow> = fc.record({
  draft: fc.constantFrom('d1', 'd2', 'd3'), key: fc.constantFrom('k1', 'k2', 'k3', 'k4'),
  problem: maybe(fc.constantFrom('学得少。', '学得少', '调研浅。', '督办 松。', '督办松', '跟进慢。')),
  category: maybe(fc.constantFrom('（一）理论学习方面', '理论学习', '在理论学习方面存在的问题', '工作作风方面', '２．工作作风', '')),
  state: fc.constantFrom(...itemStates), due: fc.constantFrom(null, '2024-05-01', '2024-12-31'), measure: maybe(fc.constantFrom('每周学。', '建台账。')),
}).map(given)

const unitArbitrary = fc.constantFrom('青禾县水务局', '青禾县 水务局', '水务局', '青禾县财政局', '青禾县财政局（国资办）', '', '丰谷镇')

/** Few names, drafts and words, so that all that can meet does. */
export const filesArbitrary: fc.Arbitrary<SourceFile[]> = fc.array(fc.record({
  unit: unitArbitrary, day: fc.integer({ min: 1, max: 3 }),
  contents: fc.array(fc.record({ kind: fc.constantFrom('ledger' as const, 'draft' as const), unit: maybe(unitArbitrary), rows: fc.array(rowArbitrary, { maxLength: 6 }) }), { minLength: 1, maxLength: 3 }),
}), { maxLength: 6 }).map((files) => files.map(({ unit, day, contents }, index): SourceFile => {
  const madeAt = `2024-06-0${day}T08:00:00.000Z`
  return {
    id: index + 1, name: `第${index + 1}包.zgx`, unit, madeAt,
    contents: contents.map((content): SourceContent => ({ kind: content.kind, title: '台账', unit: content.unit ?? unit, madeAt, rows: content.rows.map((row) => sourceRow(content.unit ?? unit, row)) })),
  }
}))
