/** 汇总 through the contract: packages read one by one, added up, read, written, kept; members' drafts merged. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unzipSync } from 'fflate'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'
import type { Result } from '../../shared/contract/errors.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { memberPlan } from '../support/member-drafts.ts'
import { makeClock, makeTempFolder, openTestBackend } from '../support/test-backend.ts'
import { draftPart, ledgerPart, unitLedger, unitPackage } from '../support/unit-packages.ts'
import { openSheets } from '../../electron/backend/sheet/sheet-package.ts'
import { readCells } from '../../electron/backend/sheet/sheet-cells.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

describe.each(hostNames)('collecting over %s', (hostName) => {
  let host: OpenHost
  let temp: ReturnType<typeof makeTempFolder>
  beforeEach(async () => {
    temp = makeTempFolder()
    host = await openHost(hostName, () => openTestBackend({ dataFolder: temp.folder, clock: makeClock(Date.UTC(2024, 5, 15, 2)).clock }))
  })
  afterEach(async () => {
    await host.close()
    temp.remove()
  })
  const call = async <N extends ProcedureName>(name: N, input: ProcedureInput<N>) => (await host.call(name, input)) as Result<ProcedureOutput<N>>
  const must = async <N extends ProcedureName>(name: N, input: ProcedureInput<N>) => {
    const result = await call(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`)
    return result.value
  }
  const add = (runId: string, name: string, bytes: Uint8Array, passphrase: string | null = null) => must('collect.add', { runId, jobId: `add ${name}`, name, contentBase64: base64(bytes), passphrase })
  const sumUp = (runId: string, expected: readonly string[] = [], choices: ProcedureInput<'collect.run'>['choices'] = {}) => must('collect.run', { runId, jobId: 'sum', expected, choices })

  const water = () => unitPackage('青禾县水务局', [ledgerPart(unitLedger('青禾县水务局', [{ key: 'a', category: '理论学习方面', problem: '学得少。', state: 'done' }, { key: 'b', category: '工作作风方面', problem: '调研浅。', due: '2024-06-01', state: 'under-way' }]))])
  const town = () => unitPackage('丰谷镇', [draftPart({ ...memberPlan('town', '丁某', [{ aspect: '理论学习方面', problem: '督办松。', measure: '每月督办。', limit: '2024年6月1日前完成' }]), meta: { unit: '丰谷镇' } })], { passphrase: '口令 1' })

  it('J8 J9 one bad package stops nothing; a passphrase mends it; the same bytes are read once; numbers of screen and Excel are one', async () => {
    const { runId } = await must('collect.begin', {})
    expect(await add(runId, '水务.zgx', await water())).toEqual({ outcome: 'read', rows: 2, units: ['青禾县水务局'] })
    const locked = await town()
    expect(await add(runId, '丰谷.zgx', locked)).toMatchObject({ outcome: 'unread', code: 'PACKAGE_ENCRYPTED' })
    expect(await add(runId, '坏.zgx', (await water()).subarray(0, 300))).toMatchObject({ outcome: 'unread', code: 'PACKAGE_DAMAGED' })
    expect(await add(runId, '空.zgx', new Uint8Array())).toMatchObject({ outcome: 'unread', code: 'FILE_EMPTY' })
    expect(await add(runId, '水务副本.zgx', await water())).toEqual({ outcome: 'same', as: '水务.zgx' })
    expect((await sumUp(runId)).unread.map(({ name }) => name)).toEqual(['丰谷.zgx', '坏.zgx', '空.zgx'])
    expect(await add(runId, '丰谷.zgx', locked, '不对')).toMatchObject({ outcome: 'unread', code: 'PACKAGE_PASSPHRASE' })
    expect(await add(runId, '丰谷.zgx', locked, '口令 1')).toEqual({ outcome: 'read', rows: 1, units: ['丰谷镇'] })

    const view = await sumUp(runId, ['青禾县水务局（水务局）', '丰谷镇', '白石乡'])
    expect(view).toMatchObject({ files: 2, rows: 3, units: 2, overdue: 2, summary: '共3项，其中已完成1项（待核），正在整改2项（推进中1项、未启动1项）；完成率33.33%。' })
    expect(view.unread.map(({ name }) => name)).toEqual(['坏.zgx', '空.zgx'])
    const page = await must('collect.read', { runId, offset: 1, limit: 5 })
    expect(page.total).toBe(3)
    expect(page.rows.map(({ number, unit, file, row }) => [number, unit, file, row.values.problem])).toEqual([[2, '青禾县水务局', '水务.zgx', '调研浅。'], [3, '丰谷镇', '丰谷.zgx', '督办松。']])
    expect((await must('collect.last', {})).view).toEqual(view)

    const excel = await must('collect.content', { runId, title: '青禾县整改台账汇总', format: 'xlsx' })
    expect(excel.fileName).toBe('青禾县整改台账汇总.xlsx')
    const file = (await openSheets(new Uint8Array(Buffer.from(excel.contentBase64, 'base64'))))!
    expect(file.sheets.map(({ name }) => name)).toEqual(['汇总台账', '按单位', '按问题类别', '未报单位', '冲突与重复', '未读出的文件'])
    for (const [index, table] of view.tables.entries()) {
      const cells = await readCells(file, file.sheets[index + 1]!.part)
      const texts = cells.rows.slice(2).map((row) => table.columns.map((_, column) => row.cells.get(column)?.text ?? ''))
      expect(texts.filter((row) => row.some((text) => text !== ''))).toEqual(table.rows.map((row) => row.map(String)))
    }
    const rows = (await readCells(file, file.sheets[0]!.part)).rows
    expect(rows.filter((row) => /^[123]$/.test(row.cells.get(0)?.text ?? '')).map((row) => row.cells.get(1)?.text)).toEqual(['青禾县水务局', '青禾县水务局', '丰谷镇'])
    file.close()
    const word = unzipSync(new Uint8Array(Buffer.from((await must('collect.content', { runId, title: '汇总', format: 'docx' })).contentBase64, 'base64')))
    const text = new TextDecoder().decode(word['word/document.xml']).replaceAll(/<[^>]+>/g, '')
    for (const words of ['调研浅。', '按单位', '合计 2 个单位', '应报 3 个，已报 2 个，未报 1 个', '坏.zgx']) expect(text).toContain(words)
    const written = await must('collect.export', { runId, title: '汇总', format: 'xlsx', target: { kind: 'default' }, ifExists: 'ask' })
    expect(written.path).toContain('汇总.xlsx')
  }, 60_000)

  it('J6 a choice between packages of one unit is made again without reading them again', async () => {
    const { runId } = await must('collect.begin', {})
    const rows = (state: string) => [{ key: 'a', problem: '学得少。', state }]
    await add(runId, '六月.zgx', await unitPackage('丰谷镇', [ledgerPart(unitLedger('丰谷镇', rows('under-way')))]))
    await add(runId, '七月.zgx', await unitPackage('丰谷镇', [ledgerPart(unitLedger('丰谷镇', rows('done'), { madeAt: '2024-07-01T08:00:00.000Z' }))], { madeAt: '2024-07-01T08:00:00.000Z' }))
    const view = await sumUp(runId)
    expect(view.conflicts).toMatchObject([{ unit: '丰谷镇', choice: 'newest', files: [{ taken: 0 }, { taken: 1 }] }])
    const chosen = await sumUp(runId, [], { [view.conflicts[0]!.key]: view.conflicts[0]!.files[0]!.id })
    expect(chosen.conflicts[0]!.files.map(({ taken }) => taken)).toEqual([1, 0])
    expect((await must('collect.read', { runId, offset: 0, limit: 5 })).rows[0]!.row.state).toBe('under-way')
  })

  it('J1 J10 a ledger is made of drafts, packed, opened elsewhere, collected; a run is kept as a ledger and collected again', async () => {
    const { draftId } = await must('drafts.copy', { draft: memberPlan('x', '甲某', [{ aspect: '理论学习方面', problem: '学得少。', measure: '每周学。' }, { aspect: '担当作为方面', problem: '督办松。' }]), title: '方案' })
    const { ledgerId, rows } = await must('ledgers.pack', { jobId: 'pack', draftIds: [draftId], title: '水务局整改台账' })
    expect(rows).toBe(2)
    expect((await must('ledgers.list', {})).ledgers).toMatchObject([{ id: ledgerId, title: '水务局整改台账', unit: '青禾县水务局', rows: 2 }])
    const packed = await must('packages.content', { jobId: 'p', contents: [{ kind: 'ledger', id: ledgerId }], passphrase: null, sign: false })
    const { runId } = await must('collect.begin', {})
    expect(await must('collect.add', { runId, jobId: 'a', name: '自己.zgx', contentBase64: packed.contentBase64, passphrase: null })).toMatchObject({ outcome: 'read', rows: 2 })
    await add(runId, '水务.zgx', await water())
    const view = await sumUp(runId)
    const kept = await must('collect.keep', { runId, title: '一季度汇总' })
    expect(kept.rows).toBe(view.rows)
    const again = await must('collect.begin', {})
    expect(await must('collect.addLedgers', { runId: again.runId, ledgerIds: [kept.ledgerId] })).toEqual({ rows: view.rows })
    const reopened = await sumUp(again.runId)
    expect(reopened).toMatchObject({ rows: view.rows, units: view.units, overdue: view.overdue, summary: view.summary })
    expect(await must('ledgers.trash', { ledgerIds: [ledgerId, kept.ledgerId] })).toEqual({ moved: 2 })
    expect((await must('ledgers.list', {})).ledgers).toEqual([])
    expect(await call('collect.addLedgers', { runId, ledgerIds: [ledgerId] })).toMatchObject({ ok: false, error: { code: 'LEDGER_CONTENT_NOT_FOUND' } })
    await must('ledgers.restore', { ledgerIds: [ledgerId] })
    expect((await must('ledgers.list', {})).ledgers).toHaveLength(1)
  }, 30_000)

  it('J8 a package with neither ledger nor draft is listed; a run that is gone is told of', async () => {
    const { runId } = await must('collect.begin', {})
    const snippet = { kind: 'layout' as const, id: 'l1', title: '版式', text: JSON.stringify({ ...(await must('layouts.list', {})).layouts[0]!, id: 'l1', name: '本单位' }) }
    expect(await add(runId, '版式.zgx', await unitPackage('丰谷镇', [snippet]))).toMatchObject({ outcome: 'unread', code: 'COLLECT_NOTHING' })
    expect(await call('collect.content', { runId, title: '汇总', format: 'xlsx' })).toMatchObject({ ok: false, error: { code: 'COLLECT_EMPTY' } })
    expect(await call('collect.run', { runId: 'gone', jobId: 'j', expected: [], choices: {} })).toMatchObject({ ok: false, error: { code: 'COLLECT_RUN_GONE' } })
    for (let count = 0; count < 3; count += 1) await must('collect.begin', {})
    expect(await call('collect.run', { runId, jobId: 'j', expected: [], choices: {} })).toMatchObject({ ok: false, error: { code: 'COLLECT_RUN_GONE' } })
  })

  it('J12 J14 members’ drafts become one of the 班子; theirs stay; equal problems are told', async () => {
    const ids = []
    for (const [author, problem] of [['甲某', '学得少。'], ['乙某某', '学得少。'], ['丙某', '调研浅。']] as const) {
      ids.push((await must('drafts.copy', { draft: memberPlan('x', author, [{ aspect: author === '丙某' ? '数字赋能方面' : '理论学习方面', problem, measure: `${author}每周学。` }]), title: `${author}方案` })).draftId)
    }
    const merged = await must('collect.mergeMembers', { draftIds: ids, kind: null })
    expect(merged).toMatchObject({ kind: 'team-plan', members: ['甲某', '乙某某', '丙某'], problems: 3, duplicates: [{ text: '学得少。', members: ['甲某', '乙某某'] }] })
    expect(merged.told.map(({ text }) => text)).toContain('甲某个人整改方案')
    const { draft } = await must('drafts.open', { draftId: merged.draftId })
    expect(draft.blocks.filter(({ role }) => role === 'heading2').map((block) => ('runs' in block ? block.runs[0]!.text : ''))).toEqual(['理论学习方面', '数字赋能方面'])
    expect(draft.title).toBe('[单位全称]领导班子整改方案')
    expect((await must('library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 10 })).total).toBe(4)
    const rows = (await must('ledger.rows', { jobId: 'r', draftIds: [merged.draftId] })).rows
    expect(rows.map(({ origin, values }) => [origin, values.problem, values.measure])).toEqual([['甲某', '学得少。', '甲某每周学。'], ['乙某某', '学得少。', '乙某某每周学。'], ['丙某', '调研浅。', '丙某每周学。']])
    expect(await call('collect.mergeMembers', { draftIds: [ids[0]!, ids[0]!], kind: null })).toMatchObject({ ok: false, error: { code: 'MERGE_NOTHING' } })
    expect(await call('collect.mergeMembers', { draftIds: [ids[0]!, 'gone'], kind: null })).toMatchObject({ ok: false, error: { code: 'DRAFT_NOT_FOUND' } })
  })
})
