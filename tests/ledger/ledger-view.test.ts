import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowName, type ListedRow } from '../../shared/ledger/build-ledger-table.ts'
import { readCells, writeCells } from '../../shared/ledger/cell-block.ts'
import { calendarDays, countDue, listDue } from '../../shared/ledger/due-list.ts'
import { itemStates, type LedgerField } from '../../shared/ledger/ledger-fields.ts'
import { emptyQuery, filterFields, groupFields, holdPlaces, valuesOf, viewLedger, type LedgerQuery } from '../../shared/ledger/ledger-view.ts'
import { splitNames } from '../../shared/ledger/names-in-cell.ts'
import { planPaste } from '../../shared/ledger/paste-plan.ts'
import { readTypedDate } from '../../shared/ledger/typed-date.ts'
import { readTypedValue, storedValue } from '../../shared/ledger/typed-value.ts'

const today = '2024-05-27'
const fields: readonly LedgerField[] = ['number', 'category', 'problem', 'measure', 'leader', 'person', 'office', 'timeLimit', 'due', 'state']
const options = { today, fields }

let count = 0
const makeRow = (patch: Partial<ListedRow> = {}): ListedRow => {
  count += 1
  return { key: `k${count}`, draftId: 'd1', values: {}, due: null, state: 'not-started', missing: [], number: count, source: '甲方案', ...patch }
}
function rows(): readonly ListedRow[] {
  count = 0
  return [
    makeRow({ values: { problem: '学用结合不紧。', leader: '周志远', category: '理论学习' }, due: '2024-06-30', state: 'under-way' }),
    makeRow({ values: { problem: '调研不深。', leader: '李静、王海生', category: '工作作风' }, due: '2024-05-20', state: 'under-way', missing: ['measure'] }),
    makeRow({ values: { problem: '审核不严。', measure: '两级审核', leader: '王海生', category: '工作作风' }, due: '2024-06-02', state: 'done' }),
    makeRow({ values: { problem: '警示教育少。' }, state: 'long-term', draftId: 'd2', source: '乙方案', missing: ['responsible'] }),
    makeRow({ values: { problem: '台账不全。', leader: '李静' }, due: '2024-06-05', draftId: 'd2', source: '乙方案' }),
  ]
}
const query = (patch: Partial<LedgerQuery>): LedgerQuery => ({ ...emptyQuery, ...patch })
const numbers = (list: readonly ListedRow[]) => list.map((row) => row.number)

describe('G10 what of a ledger is shown', () => {
  it('G10 a row named under two persons stands under each, and is counted once', () => {
    const view = viewLedger(rows(), query({ group: 'leader' }), options)
    expect(view.groups.map(({ key, rows: own }) => [key, numbers(own)])).toEqual([['周志远', [1]], ['李静', [2, 5]], ['王海生', [2, 3]], ['', [4]]])
    expect(view.counts.total).toBe(5)
    expect(numbers(view.rows)).toEqual([1, 2, 5, 3, 4])
  })

  it('G10 each pill tells how many rows it would show beside the other choices', () => {
    const view = viewLedger(rows(), query({ state: 'under-way', colour: 'red' }), options)
    expect(numbers(view.rows)).toEqual([2])
    expect(view.counts.colours).toEqual({ none: 1, green: 0, yellow: 0, red: 1 })
    expect(view.counts.states).toEqual({ 'not-started': 0, 'under-way': 1, done: 0, closed: 0, 'long-term': 0 })
    expect(view.counts.anyState).toBe(1)
    expect(viewLedger(rows(), emptyQuery, options).counts).toMatchObject({ anyState: 5, missing: 2, colours: { none: 3, yellow: 1, red: 1 } })
  })

  it('G10 filters by distinct values, empty cells among them', () => {
    const all = viewLedger(rows(), emptyQuery, options)
    expect([...all.counts.values.leader!]).toEqual([['周志远', 1], ['李静', 2], ['王海生', 2], ['', 1]])
    expect(numbers(viewLedger(rows(), query({ filters: { leader: ['王海生', ''] } }), options).rows)).toEqual([2, 3, 4])
    expect(numbers(viewLedger(rows(), query({ filters: { leader: ['王海生'], category: ['工作作风'], source: ['d1'], due: ['2024-06'] } }), options).rows)).toEqual([3])
  })

  it('G10 searches what is shown, all words of it, dates as they are seen and as they are written', () => {
    const find = (search: string, some = fields) => numbers(viewLedger(rows(), query({ search }), { today, fields: some }).rows)
    expect(find('王海生 审核')).toEqual([3])
    expect(find('2024-06')).toEqual([1, 3, 5])
    expect(find('6月30日')).toEqual([1])
    expect(find('推进中')).toEqual([1, 2])
    expect(find('两级', ['problem'])).toEqual([])
    expect(find('  ')).toHaveLength(5)
  })

  it('G10 sorts by any column, empty cells last either way, equals in the order of the paper', () => {
    const order = (field: NonNullable<LedgerQuery['sort']>['field'], descending: boolean) => numbers(viewLedger(rows(), query({ sort: { field, descending } }), options).rows)
    expect(order('due', false)).toEqual([2, 3, 5, 1, 4])
    expect(order('due', true)).toEqual([1, 5, 3, 2, 4])
    expect(order('left', false)).toEqual([2, 5, 1, 3, 4])
    expect(order('state', false)).toEqual([5, 1, 2, 3, 4])
    expect(order('measure', true)[0]).toBe(3)
  })

  it('G10 an edited row keeps its place until the writer asks for another order', () => {
    const before = rows()
    const asked = query({ state: 'under-way', sort: { field: 'due', descending: false } })
    const earlier = viewLedger(before, asked, options)
    expect(numbers(earlier.rows)).toEqual([2, 1])
    const after = before.map((row) => (row.number === 2 ? { ...row, state: 'closed' as const } : row))
    const held = holdPlaces(earlier, viewLedger(after, asked, options), new Map(after.map((row) => [rowName(row), row])))!
    expect(held.stale).toBe(true)
    expect(held.view.rows.map(({ number, state }) => [number, state])).toEqual([[2, 'closed'], [1, 'under-way']])
    expect(holdPlaces(earlier, viewLedger(before, asked, options), new Map(before.map((row) => [rowName(row), row])))).toMatchObject({ stale: false })
    expect(holdPlaces(earlier, earlier, new Map())).toBeUndefined()
  })

  it('G10 whatever is chosen: groups hold exactly the rows shown, and the pill pressed counts them', () => {
    const names = ['周志远', '李静、王海生', '王海生', '办公室（牵头、汇总）', '']
    const rowArbitrary = fc.record({ leader: fc.constantFrom(...names), office: fc.constantFrom(...names), category: fc.constantFrom('甲', '乙', ''), state: fc.constantFrom(...itemStates), due: fc.constantFrom(null, '2024-05-20', '2024-06-02', '2024-12-31'), draftId: fc.constantFrom('d1', 'd2'), gap: fc.boolean() })
    const queryArbitrary = fc.record({ search: fc.constantFrom('', '王', '甲'), state: fc.constantFrom(null, ...itemStates), colour: fc.constantFrom(null, 'red' as const, 'green' as const), missing: fc.boolean(), group: fc.constantFrom(null, ...groupFields), filters: fc.constantFrom({}, { leader: ['李静'] }, { due: ['', '2024-06'] }) })
    fc.assert(fc.property(fc.array(rowArbitrary, { maxLength: 20 }), queryArbitrary, (made, asked) => {
      count = 0
      const list = made.map(({ leader, office, category, state, due, draftId, gap }) => makeRow({ draftId, state, due, missing: gap ? ['measure'] : [], values: { problem: '问题', ...(leader ? { leader } : {}), ...(office ? { office } : {}), ...(category ? { category } : {}) } }))
      const view = viewLedger(list, asked, options)
      expect(new Set(view.groups.flatMap((group) => group.rows))).toEqual(new Set(view.rows))
      expect(new Set(view.rows).size).toBe(view.rows.length)
      expect(view.counts.total).toBe(view.rows.length)
      expect(asked.state === null ? view.counts.anyState : view.counts.states[asked.state]).toBe(view.rows.length)
      if (asked.colour !== null) expect(view.counts.colours[asked.colour]).toBe(view.rows.length)
      if (asked.group !== null) for (const { key, rows: own } of view.groups) for (const row of own) expect(valuesOf(row, asked.group)).toContain(key)
      for (const field of filterFields) if (asked.group === field && !(field in asked.filters)) for (const { key, rows: own } of view.groups) expect(view.counts.values[field]!.get(key)).toBe(own.length)
    }), { seed: 20261121, numRuns: 300 })
  })

  it('G10 names are parted as people write them', () => {
    expect(splitNames('张文博、李静，王　海\n办公室（牵头、汇总）；人事科')).toEqual(['张文博', '李静', '王海', '办公室（牵头、汇总）', '人事科'])
    expect(splitNames('张文博 李静')).toEqual(['张文博', '李静'])
    expect(splitNames('李　静。')).toEqual(['李静'])
    expect(splitNames(' \n')).toEqual([])
  })
})

describe('G11 what is typed and pasted', () => {
  it('G11 dates as they are typed', () => {
    for (const text of ['2024-6-30', '2024.6.30', '20240630', '２０２４年６月３０日', '2024/06/30']) expect(readTypedDate(text, today), text).toBe('2024-06-30')
    expect(readTypedDate('5.6', today)).toBe('2024-05-06')
    expect(readTypedDate('6月20日', today)).toBe('2024-06-20')
    // Told in May, a day in December has been.
    expect(readTypedDate('12月31日', today)).toBe('2023-12-31')
    expect(readTypedDate('2.29', '2025-03-01')).toBe('2024-02-29')
    expect(readTypedDate('昨天', '2024-03-01')).toBe('2024-02-29')
    for (const text of ['6月底', '2024-6-31', '2.30', '尽快', '2024年']) expect(readTypedDate(text, today), text).toBeUndefined()
  })

  it('G11 states by number and by word; what is neither is no value', () => {
    expect(readTypedValue('state', '4', today)).toMatchObject({ ok: true, value: 'closed' })
    expect(readTypedValue('state', '正在推进', today)).toMatchObject({ ok: true, value: 'under-way' })
    expect(readTypedValue('state', '差不多', today)).toEqual({ ok: false, fault: 'state' })
    expect(readTypedValue('closedOn', '尽快', today)).toEqual({ ok: false, fault: 'date' })
    expect(readTypedValue('due', '2024-6-30', today)).toEqual({ ok: false, fault: 'derived' })
    expect(readTypedValue('category', '工作\n作风', today)).toMatchObject({ value: '工作 作风' })
  })

  it('G11 a block of cells survives the clipboard, lines and quotes within cells too', () => {
    expect(readCells('甲\t乙\r\n"一\n二"\t"说“好”""了"""\r\n')).toEqual([['甲', '乙'], ['一\n二', '说“好”"了"']])
    expect(readCells('"没有收尾\t丙')).toEqual([['"没有收尾', '丙']])
    expect(readCells('甲\t')).toEqual([['甲', '']])
    const cell = fc.array(fc.constantFrom('甲', '"', '\t', '\n', ' ', 'a'), { maxLength: 6 }).map((parts) => parts.join(''))
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })), (block) => {
      expect(readCells(`${writeCells(block)}\r\n`)).toEqual(block)
    }), { seed: 20261121, numRuns: 500 })
  })

  it('G11 a paste is counted before it is made; computed and unreadable cells are passed over and told of', () => {
    const list = rows()
    const plan = planPaste([['周志远', '2024-6-1', '2024-06-09'], ['新人', '尽快', ''], ['', '', '', '多']], { rows: list.slice(0, 2), fields: ['leader', 'closedOn', 'due'], height: 1, width: 1 }, today)
    expect(plan.edits.map(({ key, field, value }) => [key, field, value])).toEqual([['k1', 'closedOn', '2024-06-01'], ['k2', 'leader', '新人']])
    expect(plan).toMatchObject({ rows: 2, columns: 2, replaced: 1, derived: 2, wrong: ['尽快'], beyond: 1 })
    // One value into a selection, and a row that stands in two groups once.
    const filled = planPaste([['综合科']], { rows: [list[0]!, list[1]!, list[0]!], fields: ['office'], height: 3, width: 1 }, today)
    expect(filled.edits.map(({ key }) => key)).toEqual(['k1', 'k2'])
    expect(storedValue(list[1]!, 'due')).toBe('2024-05-20')
  })
})

describe('G12 what is due when', () => {
  it('G12 overdue first, then by month or week, what has no date last; what is done is not due', () => {
    const { sections, settled } = listDue(rows(), today, 'month')
    expect(sections.map(({ kind, from, rows: own }) => [kind, from, numbers(own)])).toEqual([['overdue', '', [2]], ['period', '2024-06-01', [5, 1]]])
    expect(settled).toBe(2)
    expect(listDue(rows(), today, 'week').sections.map(({ from, to }) => [from, to])).toEqual([['', ''], ['2024-06-03', '2024-06-09'], ['2024-06-24', '2024-06-30']])
    expect(listDue([makeRow()], today, 'week').sections).toMatchObject([{ kind: 'undated' }])
    expect([...countDue(rows(), today)]).toEqual([['2024-06-30', 1], ['2024-05-20', 1], ['2024-06-05', 1]])
  })
  it('G12 the calendar has whole weeks from Monday', () => {
    const days = calendarDays('2024-06')
    expect([days[0], days.at(-1), days.length]).toEqual(['2024-05-27', '2024-06-30', 35])
    expect(calendarDays('2021-02')).toHaveLength(28)
  })
})
