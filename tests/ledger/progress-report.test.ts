import { describe, expect, it } from 'vitest'
import { draftSchema } from '../../shared/document/draft.ts'
import { deriveItems } from '../../shared/document/items.ts'
import { printText } from '../../shared/document/print-text.ts'
import type { ListedRow } from '../../shared/ledger/build-ledger-table.ts'
import type { ItemState } from '../../shared/ledger/ledger-fields.ts'
import { summarise, summaryText } from '../../shared/ledger/ledger-summary.ts'
import { progressReport } from '../../shared/ledger/progress-report.ts'
import { limitColour } from '../../shared/ledger/time-left.ts'

let count = 0
const row = (state: ItemState, values: ListedRow['values'], more: Partial<ListedRow> = {}): ListedRow =>
  ({ key: `k${(count += 1)}`, draftId: 'd', number: count, source: '青禾县水务局党组班子整改方案', values, due: null, state, missing: [], ...more })

const rows = [
  row('closed', { category: '理论学习方面', problem: '学用结合不紧。学习停留在读文件。', measure: '每月集中学习一次；\n每季度交流一次。', progress: '已集中学习五次', evidence: '学习记录\n签到表' }, { closedOn: '2024-05-06' }),
  row('done', { category: '理论学习方面', problem: '对“三会一课”抓得不严', result: '已补齐记录。' }),
  row('under-way', { category: '工作作风方面', problem: '到基层少。', progress: '走访三个乡镇。' }, { due: '2024-05-20' }),
  row('not-started', { category: '工作作风方面', problem: '办事拖沓。' }, { due: '2024-06-30' }),
  row('long-term', { category: '廉洁自律方面', problem: '警示教育不经常。', measure: '每半年一次。' }),
]
const options = { draftId: 'report', layout: 'gb33476', unit: '青禾县水务局党组', sources: ['青禾县水务局党组班子整改方案'], today: '2024-05-27' }

describe('progress report', () => {
  it('G6 gives counts that add up, each item with what the ledger says, and a place to fill in where it says nothing', () => {
    const draft = draftSchema.parse(progressReport(rows, options))
    expect(printText(draft).split('\n')).toEqual([
      '青禾县水务局党组班子整改进展情况报告',
      '一、总体情况',
      '截至2024年5月27日，共有整改事项5项，其中已完成2项（已销号1项、待核1项），正在整改2项（推进中1项、尚未启动1项），长期坚持1项，完成率40%。超过时限尚未完成1项。',
      '二、各项问题整改进展情况',
      '（一）在“理论学习”方面',
      '1.关于“学用结合不紧”问题的整改',
      '整改措施：每月集中学习一次。每季度交流一次。',
      '整改进展：已集中学习五次。',
      '已于2024年5月6日销号。佐证材料：学习记录、签到表。',
      '2.关于“对‘三会一课’抓得不严”问题的整改',
      '整改进展：已补齐记录。',
      '已完成整改，待核验销号。',
      '（二）在“工作作风”方面',
      '1.关于“到基层少”问题的整改',
      '整改进展：走访三个乡镇。',
      '正在推进整改，时限为2024年5月20日。',
      '2.关于“办事拖沓”问题的整改',
      '整改进展：[整改进展]',
      '尚未启动整改，时限为2024年6月30日。',
      '（三）在“廉洁自律”方面',
      '1.关于“警示教育不经常”问题的整改',
      '整改措施：每半年一次。',
      '整改进展：[整改进展]',
      '已作为长期任务持续推进。',
      '三、下一步工作',
      '对尚未完成的2项，逐项抓好整改：',
      '（1）关于“到基层少”问题，时限（2024年5月20日）已过，抓紧完成整改。',
      '（2）关于“办事拖沓”问题，2024年6月30日前完成。',
      '[下一步打算]',
      '青禾县水务局党组',
      '2024年5月27日',
    ])
    expect(deriveItems(draft)).toEqual([])
  })

  it('G7 the summary adds up and names no empty kind', () => {
    expect(summaryText(summarise(rows, '2024-05-27'))).toBe('共5项，其中已完成2项（已销号1项、待核1项），正在整改2项（推进中1项、未启动1项），长期坚持1项；完成率40%。')
    expect(summaryText(summarise(rows.slice(0, 1), '2024-05-27'))).toBe('共1项，其中已完成1项（已销号）；完成率100%。')
    expect(summaryText(summarise([], '2024-05-27'))).toBe('')
    const { total, done, underWay, longTerm, byColour } = summarise(rows, '2024-05-27')
    expect(done + underWay + longTerm).toBe(total)
    expect(byColour).toEqual({ none: 4, green: 0, yellow: 0, red: 1 })
  })

  it('G8 colours by days left: none above 20, green to 11, yellow to 0, red below', () => {
    expect([undefined, 21, 20, 11, 10, 0, -1].map((days) => limitColour(days))).toEqual(['none', 'none', 'green', 'green', 'yellow', 'yellow', 'red'])
    expect([8, 5, 3].map((days) => limitColour(days, { green: 7, yellow: 3 }))).toEqual(['none', 'green', 'yellow'])
  })
})
