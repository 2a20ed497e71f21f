import fc from 'fast-check'
import { expect, it } from 'vitest'
import { collectLedgers } from '../../shared/collect/collect-ledgers.ts'
import type { Collected, CollectOptions, Counts, UnitChoice } from '../../shared/collect/collect-types.ts'
import { collectedTables, listedRows } from '../../shared/collect/collected-tables.ts'
import { itemStates } from '../../shared/document/item-record.ts'
import { filesArbitrary } from '../support/sent-packages.ts'

const seed = Number(process.env['SEED'] ?? 20261125)
const runs = Number(process.env['RUNS'] ?? 600)

const options = (choices: CollectOptions['choices'] = {}, expected: readonly string[] = []): CollectOptions => ({ today: '2024-06-15', expected, choices })
const lists = fc.constantFrom<readonly string[]>([], ['青禾县水务局（水务局）', '青禾县财政局', '白石乡'], ['丰谷镇、白石乡；青禾县财政局'])
const choice = fc.constantFrom<UnitChoice>('newest', 'all', 1, 2)

const sum = (list: readonly Counts[], of: (one: Counts) => number) => list.reduce((total, one) => total + of(one), 0)

function expectSums({ rows, total, units, classes }: Collected): void {
  expect(total.total).toBe(rows.length)
  for (const list of [units, classes]) {
    expect(sum(list, (one) => one.total)).toBe(total.total)
    expect(sum(list, (one) => one.overdue)).toBe(total.overdue)
    expect(sum(list, (one) => one.done)).toBe(total.done)
    for (const state of itemStates) expect(sum(list, (one) => one.byState[state])).toBe(total.byState[state])
  }
  for (const one of [total, ...units, ...classes]) expect(itemStates.reduce((all, state) => all + one.byState[state], 0)).toBe(one.total)
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
}

it('J2 every row of every package is in the ledger once or listed with why not, whatever was chosen', () => {
  fc.assert(fc.property(filesArbitrary, lists, fc.array(choice, { minLength: 8, maxLength: 8 }), (files, expected, picks) => {
    const first = collectLedgers(files, options({}, expected))
    const choices = Object.fromEntries(first.units.map(({ key }, index) => [key, picks[index % picks.length]!]))
    for (const collected of [first, collectLedgers(files, options(choices, expected))]) {
      const given = files.flatMap((file) => file.contents.flatMap(({ rows }) => rows.map(({ row }) => `${file.name} ${JSON.stringify(row)}`)))
      const found = [...collected.rows, ...collected.left].map((one) => `${one.file} ${JSON.stringify(one.row)}`)
      expect(found.toSorted()).toEqual(given.toSorted())
    }
  }), { seed, numRuns: runs })
})

it('J3 numbers add up: by unit, by class, by state, and in the tables that are written', () => {
  fc.assert(fc.property(filesArbitrary, lists, (files, expected) => {
    const collected = collectLedgers(files, options({}, expected))
    expectSums(collected)
    const tables = collectedTables(collected, [], [])
    for (const table of tables.filter(({ hasTotal }) => hasTotal)) {
      const last = table.rows.at(-1)!
      table.columns.forEach((column, index) => {
        if (['序号', '涉及单位', '完成率'].includes(column.title) || typeof last[index] !== 'number') return
        expect(table.rows.slice(0, -1).reduce((all, row) => all + Number(row[index]), 0)).toBe(last[index])
      })
    }
    expect(listedRows(collected)).toHaveLength(collected.total.total)
    expect(tables.find(({ id }) => id === 'units')!.rows).toHaveLength(collected.units.length + 1)
  }), { seed, numRuns: runs })
})

it('J4 rows of different units are never put together, and rows without a unit belong to their file alone', () => {
  fc.assert(fc.property(filesArbitrary, (files) => {
    const { rows, left, units } = collectLedgers(files, options())
    const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '')
    const byRow = new Map(files.flatMap((file) => file.contents.flatMap((content) => content.rows.map((one) => [one.row, one.unit] as const))))
    for (const one of [...rows, ...left]) {
      const written = byRow.get(one.row)!
      if (written === '') expect(units[one.unit]!.files).toEqual([one.file])
      else expect(plain(units[one.unit]!.name)).toBe(plain(written))
    }
    for (const one of left) if (one.insteadOf !== null) expect(rows[one.insteadOf - 1]!.unit).toBe(one.unit)
  }), { seed, numRuns: runs })
})
