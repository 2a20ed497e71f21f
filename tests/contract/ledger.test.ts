import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackendEvent } from '../../shared/contract/events.ts'
import { printText } from '../../shared/document/print-text.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { edit as editSheet } from '../sheet/edit-sheet.ts'
import { callAs, makeClock, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

const paper = `青禾县水务局党组班子整改方案
一、整改措施
（一）理论学习方面
一是学用结合不紧。学习停留在读文件。
整改措施：每月集中学习一次。
整改时限：2023年11月底前完成。
（二）工作作风方面
一是调研不深。
整改措施：每季度到基层不少于两次。
整改时限：立行立改，长期坚持。
青禾县水务局党组
2023年10月20日`

describe.each(hostNames)('H1 ledger over %s', (hostName) => {
  let host: OpenHost
  let temp: ReturnType<typeof makeTempFolder>
  beforeEach(async () => {
    temp = makeTempFolder()
    host = await openHost(hostName, () => openTestBackend({ dataFolder: temp.folder, clock: makeClock().clock }))
  })
  afterEach(async () => {
    await host.close()
    temp.remove()
  })
  const store = async (text = paper) => {
    const preview = await must(host, 'imports.paste', { jobId: 'j', text })
    return (await must(host, 'imports.store', { jobId: 'j', source: preview.source, corrections: { keep: [], roles: {}, kind: null } })).draftId
  }
  const edit = (draftId: string, key: string, field: 'progress' | 'measure' | 'state' | 'due' | 'problem' | 'closedOn', value: string) => ({ draftId, key, field, value })

  it('G1 reads rows of any selection, in order, and says what it cannot read', async () => {
    const [first, second] = [await store(), await store(paper.replaceAll('青禾县', '远山县'))]
    const all = await must(host, 'ledger.rows', { jobId: 'r', draftIds: null })
    expect(all.drafts.map(({ id, title }) => [id, title])).toEqual([[first, '青禾县水务局党组班子整改方案'], [second, '远山县水务局党组班子整改方案']])
    expect(all.rows).toHaveLength(4)
    expect(all).toMatchObject({ today: '2023-11-09', failed: [] })
    expect(all.rows[1]).toMatchObject({ draftId: first, due: null, state: 'long-term', stateInferred: true, missing: ['responsible'], values: { category: '工作作风方面' } })
    const one = await must(host, 'ledger.rows', { jobId: 'r', draftIds: [second, 'gone'] })
    expect(one.drafts.map((draft) => draft.id)).toEqual([second])
    await must(host, 'drafts.trash', { draftIds: [first] })
    expect((await must(host, 'ledger.rows', { jobId: 'r', draftIds: null })).rows).toHaveLength(2)
  })

  it('G1 S2 an edit is in the draft, is told to every window, and is undone exactly', async () => {
    const draftId = await store()
    const before = await must(host, 'drafts.open', { draftId })
    const [row] = (await must(host, 'ledger.rows', { jobId: 'r', draftIds: [draftId] })).rows
    const events: BackendEvent[] = []
    host.subscribe((event) => events.push(event))
    const done = await must(host, 'ledger.edit', { edits: [edit(draftId, row!.key, 'measure', '每月集中学习两次。\n每次有交流。'), edit(draftId, row!.key, 'state', 'closed')], clientId: 'a' })
    expect(done.faults).toEqual([])
    expect(done.changed).toMatchObject([{ before: 1, draft: { id: draftId, revision: 2 }, rows: [{ state: 'closed', closedOn: '2023-11-09', values: { measure: '每月集中学习两次。\n每次有交流。' } }, {}] }])
    const after = await must(host, 'drafts.open', { draftId })
    expect(printText(after.draft)).toContain('整改措施：每月集中学习两次。\n每次有交流。\n')
    await expect.poll(() => events.filter((event) => event.type === 'draft-saved')).toMatchObject([{ draftId, revision: 2, clientId: 'a' }])
    const undone = await must(host, 'ledger.revert', { steps: [{ draftId, from: 2, to: 1 }], clientId: 'a' })
    expect(undone.changed[0]).toMatchObject({ before: 2, draft: { revision: 3 } })
    expect((await must(host, 'drafts.open', { draftId })).draft).toEqual(before.draft)
    await must(host, 'ledger.revert', { steps: [{ draftId, from: 3, to: 2 }], clientId: 'a' })
    expect((await must(host, 'drafts.open', { draftId })).draft).toEqual(after.draft)
  })

  it('G1 what cannot be done is told of, edit by edit, and the rest is done', async () => {
    const draftId = await store()
    const [row] = (await must(host, 'ledger.rows', { jobId: 'r', draftIds: [draftId] })).rows
    const done = await must(host, 'ledger.edit', {
      edits: [edit(draftId, 'gone', 'progress', 'x'), edit(draftId, row!.key, 'due', '2023-12-01'), edit(draftId, row!.key, 'problem', ' '), edit(draftId, row!.key, 'closedOn', '2023-02-30'), edit(draftId, row!.key, 'progress', '已学习。'), edit('none', 'k', 'progress', 'x')],
      clientId: 'a',
    })
    expect(done.faults.map(({ index, code }) => [index, code])).toEqual([[0, 'LEDGER_ITEM_GONE'], [1, 'LEDGER_FIELD_DERIVED'], [2, 'LEDGER_VALUE_NEEDED'], [3, 'LEDGER_DATE_INVALID'], [5, 'DRAFT_NOT_FOUND']])
    expect(done.changed[0]!.rows[0]!.values.progress).toBe('已学习。')
  })

  it('G9 an Excel list comes back: changes are shown first, merged on choice, and what the draft changed meanwhile is a conflict', async () => {
    const draftId = await store()
    const { rows } = await must(host, 'ledger.rows', { jobId: 'r', draftIds: [draftId] })
    const list = { draftIds: [draftId], names: null, fields: ['number', 'problem', 'measure', 'progress', 'state', 'closedOn'] as const, titles: { measure: '措施' }, list: '整改台账', format: 'xlsx' as const }
    const file = await must(host, 'ledger.content', list)
    expect(file.fileName).toBe('青禾县水务局党组班子整改台账.xlsx')
    const bytes = await editSheet(Buffer.from(file.contentBase64, 'base64'), {
      rows: (grid) => grid.map((cells) => cells.map((cell, column) => (cells[0] === `${draftId}/${rows[0]!.key}` ? (column === 4 ? '已学三次。' : column === 5 ? '已销号' : cell) : column === 4 && cells[0] === `${draftId}/${rows[1]!.key}` ? '去过两次。' : cell))),
    })
    await must(host, 'ledger.edit', { edits: [edit(draftId, rows[1]!.key, 'progress', '去过一次。')], clientId: 'b' })
    const plan = await must(host, 'ledger.readSheet', { jobId: 's', name: file.fileName, contentBase64: Buffer.from(bytes).toString('base64') })
    expect(plan.changes.map(({ field, incoming, current, kind }) => ({ field, incoming, current, kind }))).toEqual([
      { field: 'progress', incoming: '已学三次。', current: '', kind: 'change' },
      { field: 'state', incoming: '已销号', current: '未启动', kind: 'change' },
      { field: 'progress', incoming: '去过两次。', current: '去过一次。', kind: 'conflict' },
    ])
    const edits = plan.changes.map(({ name, field, value }) => ({ draftId: name.split('/')[0]!, key: name.split('/')[1]!, field, value }))
    const merged = await must(host, 'ledger.edit', { edits, clientId: 'a' })
    expect(merged.faults).toEqual([])
    expect(merged.changed[0]!.rows).toMatchObject([{ state: 'closed', values: { progress: '已学三次。' } }, { values: { progress: '去过两次。' } }])
    expect(await callAs(host, 'ledger.readSheet', { jobId: 's', name: '别的.xlsx', contentBase64: Buffer.from('PK').toString('base64') })).toMatchObject({ ok: false })
  })

  it('X9 the same list goes to Word, on its side, in the folder for exports', async () => {
    const draftId = await store()
    const written = await must(host, 'ledger.export', {
      draftIds: [draftId], names: null, fields: ['number', 'problem', 'leader', 'timeLimit'], titles: {}, list: '责任清单', format: 'docx', target: { kind: 'default' }, ifExists: 'ask',
    })
    expect(written.path).toMatch(/青禾县水务局党组班子整改责任清单\.docx$/u)
    const read = await must(host, 'imports.read', { jobId: 'w', name: 'x.docx', contentBase64: readFileSync(written.path).toString('base64') })
    const table = read.draft.blocks.find((block) => block.role === 'table')
    expect(table?.role === 'table' && table.rows.map((row) => row.slice(0, 2))).toEqual([['序号', '问题'], ['1', '学用结合不紧。学习停留在读文件。'], ['2', '调研不深。']])
  })

  it('G9 rows of a paper’s table keep their names from the day their list leaves', async () => {
    const draftId = await store('青禾县水务局整改台账\n序号\t问题\t整改措施\t整改时限\n1\t学用结合不紧\t每月学习\t2023年11月底前\n2\t调研不深\t每季度调研\t2023年12月底前\n')
    const list = { draftIds: [draftId], names: null, fields: ['number', 'problem', 'measure'] as const, titles: {}, list: '问题清单', format: 'xlsx' as const }
    const file = await must(host, 'ledger.content', list)
    const { draft, revision } = await must(host, 'drafts.open', { draftId })
    const table = draft.blocks.find((block) => block.role === 'table')
    if (table?.role !== 'table') throw new Error('no table')
    expect(table.rowIds).toHaveLength(3)
    const shorter = { ...table, rows: table.rows.filter((_, row) => row !== 1), rowIds: table.rowIds!.filter((_, row) => row !== 1) }
    await must(host, 'drafts.save', { draftId, baseRevision: revision, draft: { ...draft, blocks: draft.blocks.map((block) => (block === table ? shorter : block)) }, clientId: 'b' })
    const bytes = await editSheet(Buffer.from(file.contentBase64, 'base64'), { rows: (grid) => grid.map((cells) => cells.map((cell) => (cell === '每季度调研' ? '每月调研' : cell))) })
    const plan = await must(host, 'ledger.readSheet', { jobId: 's', name: file.fileName, contentBase64: Buffer.from(bytes).toString('base64') })
    expect(plan.changes).toMatchObject([{ name: `${draftId}/${table.rowIds![2]!}`, incoming: '每月调研', kind: 'change' }])
    expect(plan.unknown).toMatchObject([{ text: expect.stringContaining('学用结合不紧') }])
  })

  it('G6 makes a progress report of the rows, as a draft of its own', async () => {
    const draftId = await store()
    const { rows } = await must(host, 'ledger.rows', { jobId: 'r', draftIds: [draftId] })
    await must(host, 'ledger.edit', { edits: [edit(draftId, rows[0]!.key, 'state', 'closed')], clientId: 'a' })
    const report = await must(host, 'ledger.report', { draftIds: [draftId], names: null })
    const { draft } = await must(host, 'drafts.open', { draftId: report.draftId })
    expect(draft).toMatchObject({ kind: 'progress-report', title: '青禾县水务局党组班子整改进展情况报告' })
    expect(printText(draft)).toContain('截至2023年11月9日，共有整改事项2项，其中已完成1项，长期坚持1项，完成率50%。')
    expect(await callAs(host, 'ledger.report', { draftIds: [report.draftId], names: null })).toMatchObject({ ok: false, error: { code: 'LEDGER_EMPTY' } })
  })

  it('G1 an undo that would take back what others wrote is refused, and nothing of it is done', async () => {
    const [draftId, other] = [await store(), await store()]
    const rows = (await must(host, 'ledger.rows', { jobId: 'r', draftIds: [draftId, other] })).rows
    await must(host, 'ledger.edit', { edits: [edit(draftId, rows[0]!.key, 'progress', '一'), edit(other, rows[2]!.key, 'progress', '一')], clientId: 'a' })
    await must(host, 'ledger.edit', { edits: [edit(other, rows[2]!.key, 'progress', '二')], clientId: 'b' })
    expect(await callAs(host, 'ledger.revert', { steps: [{ draftId, from: 2, to: 1 }, { draftId: other, from: 2, to: 1 }], clientId: 'a' })).toMatchObject({ ok: false, error: { code: 'LEDGER_CHANGED' } })
    expect((await must(host, 'drafts.open', { draftId })).revision).toBe(2)
  })
})
