import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackendEvent } from '../../shared/contract/events.ts'
import { printText } from '../../shared/document/print-text.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
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

  it('G1 an undo that would take back what others wrote is refused, and nothing of it is done', async () => {
    const [draftId, other] = [await store(), await store()]
    const rows = (await must(host, 'ledger.rows', { jobId: 'r', draftIds: [draftId, other] })).rows
    await must(host, 'ledger.edit', { edits: [edit(draftId, rows[0]!.key, 'progress', '一'), edit(other, rows[2]!.key, 'progress', '一')], clientId: 'a' })
    await must(host, 'ledger.edit', { edits: [edit(other, rows[2]!.key, 'progress', '二')], clientId: 'b' })
    expect(await callAs(host, 'ledger.revert', { steps: [{ draftId, from: 2, to: 1 }, { draftId: other, from: 2, to: 1 }], clientId: 'a' })).toMatchObject({ ok: false, error: { code: 'LEDGER_CHANGED' } })
    expect((await must(host, 'drafts.open', { draftId })).revision).toBe(2)
  })
})
