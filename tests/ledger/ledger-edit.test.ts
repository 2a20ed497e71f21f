import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, type Draft } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { itemStates, ledgerFieldFacts, ledgerFields, type LedgerField } from '../../shared/ledger/ledger-fields.ts'
import { deriveLedger, type LedgerRow } from '../../shared/ledger/ledger-rows.ts'
import { setLedgerValue, type EditResult } from '../../shared/ledger/set-ledger-value.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { linkedFields, sharedBlocks } from '../support/ledger-law.ts'
import { readCorpora } from '../support/paper-corpus.ts'
import { draftArbitrary } from '../support/random-draft.ts'

const today = '2024-05-27'
let ids = 0
const options = { today, newId: () => `new${(ids += 1)}` }

const editable = ledgerFields.filter((field) => !ledgerFieldFacts[field].derived)
const pieces = ['建立台账', '每月调度一次', '张文博', '李静', '办公室', '2024年6月底前完成', '立即整改', '长期坚持', '；', '。', '，', '（', '）', '1.', '一是', '①', '\n', '\n', ' ', '\u3000', '𠮷', '“两个维护”', '【', '】']
const textArbitrary = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''))
const dateArbitrary = fc.constantFrom('', '2024-06-30', '2023-11-09')
const editArbitrary = fc.tuple(fc.nat(), fc.constantFrom(...editable)).chain(([at, field]) => {
  const { kind } = ledgerFieldFacts[field]
  const value = kind === 'date' ? dateArbitrary : kind === 'state' ? fc.constantFrom('', ...itemStates) : textArbitrary
  return value.map((text) => ({ at, field, value: text }))
})

const shown = (row: LedgerRow | undefined, field: LedgerField): string =>
  row === undefined ? '' : field === 'stateSince' ? row.stateSince ?? '' : field === 'closedOn' ? row.closedOn ?? '' : field === 'state' ? row.state : row.values[field as keyof typeof row.values] ?? ''

/** The characters of a value apart from what a line never begins or ends with and typed numbers. */
const essence = (text: string) => text.replaceAll(/[\s\u3000；;，,、。（）()【】]/gu, '').replaceAll(/(?:[一二三四五六七八九十]是|\d\.|①)/gu, '')

function edit(draft: Draft, at: number, field: LedgerField, value: string): { result: EditResult; row: LedgerRow } | undefined {
  const { rows } = deriveLedger(draft)
  const row = rows[at % Math.max(1, rows.length)]
  return row && { result: setLedgerValue(draft, { key: row.key, field, value }, options), row }
}

/** Everything the ledger promises of one edit. */
function check(draft: Draft, at: number, field: LedgerField, value: string): Draft {
  const done = edit(draft, at, field, value)
  if (!done) return draft
  const { result, row } = done
  if (!result.ok) {
    expect(['value-needed']).toContain(result.fault)
    return draft
  }
  expect(draftSchema.safeParse(result.draft).success).toBe(true)
  const after = deriveLedger(result.draft)
  const now = after.rows.find((one) => one.key === result.key)
  expect(now, 'the row is still there').toBeDefined()
  const text = shown(now, field)
  if (ledgerFieldFacts[field].kind === 'date' || (field === 'state' && value !== '')) expect(text).toBe(value)
  // A row without a category of its own has that of its heading.
  else if (field !== 'state' && !(field === 'category' && essence(value) === '')) expect(essence(text)).toBe(essence(value))
  // What is shown can be written back and changes nothing.
  const again = setLedgerValue(result.draft, { key: result.key, field, value: text }, options)
  if (field !== 'state' && again.ok) expect(essence(shown(deriveLedger(again.draft).rows.find((one) => one.key === again.key), field))).toBe(essence(text))
  // A limit told below a linked measure is the item's through that measure: it goes with it.
  const through = field === 'cause' || field === 'measure' ? linkedFields(draft, row.key) : []
  for (const other of editable) {
    if (other === field || through.includes(other) || (field === 'state' && (other === 'stateSince' || other === 'closedOn')) || (other === 'state' && now!.stateInferred)) continue
    expect(shown(now, other), `${other} of the same row`).toBe(shown(row, other))
  }
  const before = deriveLedger(draft)
  // What answers several problems shows in the row of each: an edit of it there changes all of them.
  const sharing = new Set([draft, result.draft].flatMap((one) => [...sharedBlocks(one).values()]).flatMap((keys) => (keys.has(row.key) || keys.has(result.key) ? [...keys] : [])))
  if (after.rows.length === before.rows.length) {
    before.rows.forEach((one, index) => {
      if (one.key === row.key || sharing.has(one.key)) return
      for (const other of editable) if (!(field === 'category' && other === 'category')) expect(shown(after.rows[index], other), `${other} of another row`).toBe(shown(one, other))
    })
  }
  return result.draft
}

describe('ledger and draft', () => {
  it('G1 show the same after any edit of a random draft on the ledger side', () => {
    fc.assert(fc.property(draftArbitrary, fc.array(editArbitrary, { minLength: 1, maxLength: 6 }), (draft, edits) => {
      let current = draft
      for (const { at, field, value } of edits) current = check(current, at, field, value)
    }), { seed: Number(process.env['SEED'] ?? 20261121), numRuns: Number(process.env['RUNS'] ?? 400) })
  })

  it('G1 holds for every invented paper, text outside the item untouched', () => {
    const papers = readCorpora()
    expect(papers.length).toBeGreaterThan(100)
    for (const [number, { text }] of papers.entries()) {
      const { draft } = recognise(paragraphsFromText(text), { draftId: 'd' })
      for (const [order, field] of editable.entries()) {
        const { kind } = ledgerFieldFacts[field]
        check(draft, number + order, field, kind === 'date' ? '2024-06-30' : kind === 'state' ? 'closed' : '第一句话\n第二句话')
      }
      const done = edit(draft, number, 'progress', '已召开专题会议。')
      if (done?.result.ok) expect(printText(done.result.draft).length - printText(draft).length).toBeGreaterThanOrEqual(0)
    }
  })

  it('G2 an edit of the text shows in the row, and what is told of the item stays with it', () => {
    const paper = '某局整改方案\n一、整改措施\n（一）理论学习方面\n问题：学习不够系统。\n整改措施：1.制定计划。\n2.按月检查。\n整改时限：2024年6月底前完成。\n责任领导：张文博\n'
    const { draft } = recognise(paragraphsFromText(paper), { draftId: 'd', kind: 'team-plan' })
    const [row] = deriveLedger(draft).rows
    const told = setLedgerValue(draft, { key: row!.key, field: 'progress', value: '已印发计划。' }, options)
    if (!told.ok) throw new Error(told.fault)
    const changed: Draft = {
      ...told.draft,
      blocks: told.draft.blocks.map((block) => (block.id === row!.key && 'runs' in block ? { ...block, runs: [{ text: '学习缺少计划。' }] } : block)),
    }
    expect(deriveLedger(changed).rows[0]?.values).toMatchObject({ problem: '学习缺少计划。', progress: '已印发计划。', measure: '制定计划。\n按月检查。', leader: '张文博' })
  })

  it('G3 what the paper lacks is written in its own manner, behind what belongs before it', () => {
    const paper = '某局整改方案\n一、整改措施\n（一）理论学习方面\n【整改问题】：学习不够系统。\n【整改措施】：制定计划。\n【整改时限】：立即整改。\n（二）担当作为方面\n【整改问题】：遇事请示多。\n【整改措施】：建立清单。\n'
    const { draft } = recognise(paragraphsFromText(paper), { draftId: 'd', kind: 'team-plan' })
    const rows = deriveLedger(draft).rows
    let current = draft
    for (const [field, value] of [['timeLimit', '2024年6月30日前完成'], ['office', '办公室'], ['leader', '李静'], ['cause', '担当不够。']] as const) {
      const result = setLedgerValue(current, { key: rows[1]!.key, field, value }, options)
      if (!result.ok) throw new Error(result.fault)
      current = result.draft
    }
    expect(printText(current).split('\n').slice(-6)).toEqual(['【整改问题】：遇事请示多。', '【原因剖析】：担当不够。', '【整改措施】：建立清单。', '【整改时限】：2024年6月30日前完成', '【责任领导】：李静', '【责任科室】：办公室'])
    expect(deriveLedger(current).rows[1]!.due).toBe('2024-06-30')
  })

  it('G4 links make the items of a paper whose parts are separate; what is told of one never enters the speech', () => {
    const paper = '发言提纲\n一、存在的问题\n1.学习不够系统。\n2.遇事请示多。\n二、原因分析\n1.对学习重视不够。\n三、整改措施\n1.制定学习计划。\n2.建立权责清单。\n'
    const { draft } = recognise(paragraphsFromText(paper), { draftId: 'd', kind: 'speech-outline' })
    const problems = draft.blocks.filter((block) => block.role === 'problem')
    const measures = draft.blocks.filter((block) => block.role === 'measure')
    expect(problems.map(blockText)).toHaveLength(2)
    expect(deriveLedger(draft)).toMatchObject({ loose: 3, rows: [{ values: { problem: '学习不够系统。' }, missing: ['measure', 'timeLimit', 'responsible'] }, {}] })
    const linked: Draft = { ...draft, blocks: draft.blocks.map((block) => (block === measures[1] && block.role === 'measure' ? { ...block, answers: [problems[1]!.id] } : block)) }
    const { rows, loose } = deriveLedger(linked)
    expect(loose).toBe(2)
    expect(rows[1]).toMatchObject({ apart: true, values: { problem: '遇事请示多。', measure: '建立权责清单。' } })
    const limited = setLedgerValue(linked, { key: rows[1]!.key, field: 'timeLimit', value: '2024年6月30日前' }, options)
    if (!limited.ok) throw new Error(limited.fault)
    expect(printText(limited.draft)).toBe(printText(linked))
    expect(deriveLedger(limited.draft).rows[1]).toMatchObject({ due: '2024-06-30', missing: ['responsible'] })
  })

  it('G5 a row of a table keeps what is told of it while rows come and go, and its own columns of progress are used', () => {
    const draft = draftSchema.parse({
      schemaVersion: 4, id: 'd', kind: 'ledger', title: '台账', meta: {}, layout: 'gb33476',
      blocks: [{
        role: 'table', id: 't', headerRows: 1, columns: ['number', 'problem', 'measure', 'responsible', 'responsible', 'timeLimit', 'other', 'other'],
        rows: [
          ['序号', '问题', '整改措施', '责任领导', '责任科室', '整改时限', '完成情况', '销号时间'],
          ['1', '学习不够系统', '1.制定计划；2.按月检查', '张文博', '办公室', '2024年6月底前', '', ''],
          ['2', '遇事请示多', '建立清单', '李静', '综合科', '2024年5月底前', '已完成', '2024年5月20日'],
        ],
      }],
    })
    const { rows } = deriveLedger(draft)
    expect(rows[0]!.values).toMatchObject({ problem: '学习不够系统', measure: '制定计划；\n按月检查', leader: '张文博', office: '办公室' })
    expect(rows[1]).toMatchObject({ state: 'closed', stateInferred: true, closedOn: '2024-05-20', values: { result: '已完成' } })
    const told = setLedgerValue(draft, { key: rows[1]!.key, field: 'evidence', value: '权责清单' }, options)
    if (!told.ok) throw new Error(told.fault)
    const table = told.draft.blocks[0]!
    if (table.role !== 'table') throw new Error('no table')
    const shorter: Draft = { ...told.draft, blocks: [{ ...table, rows: table.rows.filter((_, row) => row !== 1), rowIds: table.rowIds!.filter((_, row) => row !== 1) }] }
    expect(deriveLedger(shorter).rows).toMatchObject([{ key: rows[1]!.key, values: { evidence: '权责清单' } }])
    const written = setLedgerValue(draft, { key: rows[0]!.key, field: 'result', value: '计划已印发' }, options)
    if (!written.ok) throw new Error(written.fault)
    expect(blockText(written.draft.blocks[0]!)).toContain('2024年6月底前\t计划已印发\t')
    expect(written.draft.records).toBeUndefined()
  })
})
