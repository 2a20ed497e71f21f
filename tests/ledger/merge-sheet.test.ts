import { describe, expect, it } from 'vitest'
import type { ListedRow } from '../../shared/ledger/build-ledger-table.ts'
import { planMerge } from '../../shared/ledger/merge-sheet.ts'
import type { ReadLedgerRow } from '../../shared/ledger/read-ledger-sheet.ts'

const row = (key: string, more: Partial<ListedRow>): ListedRow => ({ key, draftId: 'd', number: 1, source: '方案', values: {}, due: null, state: 'under-way', missing: [], ...more })

const rows = [
  row('a', { values: { problem: '学习不够系统。', measure: '制定计划。\n按月检查。', progress: '已印发计划。' }, due: '2024-06-30' }),
  row('b', { values: { problem: '遇事请示多。' }, state: 'closed', closedOn: '2024-05-06' }),
]
const base = new Map([
  ['d/a', { problem: '学习不够系统。', measure: '1.制定计划。\n2.按月检查。', progress: '', state: '推进中', due: '2024年6月30日' }],
  ['d/b', { problem: '遇事请示多。', state: '已销号', closedOn: '2024年5月6日' }],
])
const sheet = (key: string | null, line: number, values: ReadLedgerRow['values']): ReadLedgerRow => ({ key, line, values })

describe('a sheet edited elsewhere', () => {
  it('G9 is compared with what was exported and with the draft as it is now', () => {
    const plan = planMerge(rows, [
      sheet('d/b', 5, { problem: { text: ' 遇事请示多。 ' }, state: { text: '已销号' }, closedOn: { text: '', date: '2024-05-07' } }),
      sheet('d/a', 6, { problem: { text: '学习不够系统。' }, measure: { text: '1.制定计划。\n2.按周检查。' }, progress: { text: '正在学习。' }, state: { text: '完成了一半' }, due: { text: '2024-07-31', date: '2024-07-31' } }),
      sheet(null, 7, { problem: { text: '新发现的问题' } }),
      sheet('d/gone', 8, { problem: { text: '别处的问题' } }),
    ], base)
    expect(plan.changes).toEqual([
      { name: 'd/b', field: 'closedOn', base: '2024年5月6日', current: '2024年5月6日', incoming: '', value: '2024-05-07', kind: 'change' },
      { name: 'd/a', field: 'measure', base: '1.制定计划。\n2.按月检查。', current: '1.制定计划。\n2.按月检查。', incoming: '1.制定计划。\n2.按周检查。', value: '制定计划。\n按周检查。', kind: 'change' },
      { name: 'd/a', field: 'progress', base: '', current: '已印发计划。', incoming: '正在学习。', value: '正在学习。', kind: 'conflict' },
      { name: 'd/a', field: 'state', base: '推进中', current: '推进中', incoming: '完成了一半', value: '', kind: 'unclear' },
      { name: 'd/a', field: 'due', base: '2024年6月30日', current: '2024年6月30日', incoming: '2024-07-31', value: '2024-07-31', kind: 'derived' },
    ])
    expect(plan.unchanged).toBe(3)
    expect(plan.unknown).toEqual([{ line: 7, text: '新发现的问题' }, { line: 8, text: '别处的问题' }])
    expect(plan.absent).toEqual([])
  })

  it('G9 what the draft took over meanwhile, and rows left out, change nothing', () => {
    const plan = planMerge(rows, [sheet('d/a', 4, { progress: { text: '已印发计划。' }, measure: { text: '制定计划。\n\n按月检查。' } })], base)
    expect(plan).toMatchObject({ changes: [], unchanged: 2, absent: ['d/b'] })
  })

  it('G9 a text taken out in the sheet is a change, told as one', () => {
    const plan = planMerge(rows, [sheet('d/b', 4, { closedOn: { text: '' }, problem: { text: '' } })], base)
    expect(plan.changes.map(({ field, value, kind }) => ({ field, value, kind }))).toEqual([{ field: 'closedOn', value: '', kind: 'change' }, { field: 'problem', value: '', kind: 'change' }])
  })
})
