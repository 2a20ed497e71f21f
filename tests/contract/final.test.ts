/** 定稿 through the contract: refused while something is open, closed to changes, opened again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackendEvent } from '../../shared/contract/events.ts'
import type { Block, Draft } from '../../shared/document/draft.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { callAs, makeClock, makeTempFolder, must, openTestBackend, type TestClock } from '../support/test-backend.ts'
import { fileOf, openAll, pack } from '../support/packages.ts'

const blocks: readonly Block[] = [
  { role: 'title', id: 'b1', runs: [{ text: '[单位全称]', placeholder: '单位全称' }, { text: '整改方案' }] },
  { role: 'heading1', id: 'b2', list: '一、', runs: [{ text: '问题' }] },
  { role: 'problem', id: 'b3', list: '1.', runs: [{ text: '学习不够系统。' }] },
  { role: 'measure', id: 'b4', label: '整改措施：', runs: [{ text: '每月集中学习。' }] },
  { role: 'table', id: 'b5', columns: ['problem', 'measure', 'responsible'], headerRows: 1, rows: [['问题', '措施', '责任人'], ['调研不深', '每季度下基层', '[责任人]']] },
]
const filled: readonly Block[] = [
  { role: 'title', id: 'b1', runs: [{ text: '青禾县水务局整改方案' }] }, ...blocks.slice(1, 4),
  { ...(blocks[4] as Extract<Block, { role: 'table' }>), rows: [['问题', '措施', '责任人'], ['调研不深', '每季度下基层', '甲某']] },
]

describe.each(hostNames)('H1 定稿 over %s', (hostName) => {
  let host: OpenHost
  let temp: ReturnType<typeof makeTempFolder>
  let time: TestClock
  beforeEach(async () => {
    temp = makeTempFolder()
    time = makeClock()
    host = await openHost(hostName, () => openTestBackend({ dataFolder: temp.folder, clock: time.clock }))
  })
  afterEach(async () => {
    await host.close()
    temp.remove()
  })
  const make = async (own: readonly Block[]): Promise<{ draft: Draft; revision: number }> => {
    const { draftId } = await must(host, 'drafts.create', { kind: 'team-plan' })
    const { draft } = await must(host, 'drafts.open', { draftId })
    const next: Draft = { ...draft, blocks: own }
    const { revision } = await must(host, 'drafts.save', { draftId, baseRevision: 1, draft: next, clientId: 'a' })
    return { draft: (await must(host, 'drafts.open', { draftId })).draft, revision }
  }
  const list = async (final?: boolean, query = '') => (await must(host, 'library.list', { folder: 'active', query, kind: null, ...(final === undefined ? {} : { final }), offset: 0, limit: 50 }))
  const changed = (draft: Draft): Draft => ({ ...draft, blocks: [...draft.blocks, { role: 'paragraph', id: 'new', runs: [{ text: '又想起一句。' }] }] })

  it('Y24 a draft with open placeholders, in text or in a cell, is refused with keys and count, and stays as it is', async () => {
    const { draft, revision } = await make(blocks)
    const refused = await callAs(host, 'drafts.finalise', { draftId: draft.id, baseRevision: revision, clientId: 'a' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'DRAFT_HAS_PLACEHOLDERS', data: { count: 2, keys: [{ key: '单位全称', count: 1 }, { key: '责任人', count: 1 }] } } })
    expect(!refused.ok && refused.error.message).toContain('还有 2 处待填（[单位全称]、[责任人]）')
    expect((await must(host, 'drafts.open', { draftId: draft.id })).finalAt).toBeNull()
    const cell = await make([...filled.slice(0, 4), blocks[4]!])
    expect(await callAs(host, 'drafts.finalise', { draftId: cell.draft.id, baseRevision: cell.revision, clientId: 'a' })).toMatchObject({ error: { code: 'DRAFT_HAS_PLACEHOLDERS' } })
  })

  it('Y26 becomes 定稿 with a version of that name that stays, is told to every window, and can be opened again', async () => {
    const { draft, revision } = await make(filled)
    const events: BackendEvent[] = []
    host.subscribe((event) => events.push(event))
    expect(await callAs(host, 'drafts.finalise', { draftId: draft.id, baseRevision: revision - 1, clientId: 'a' })).toMatchObject({ error: { code: 'DRAFT_CHANGED' } })
    const { finalAt, versionId } = await must(host, 'drafts.finalise', { draftId: draft.id, baseRevision: revision, clientId: 'a' })
    expect(finalAt).toBe('2023-11-09T02:30:00.000Z')
    expect(await must(host, 'drafts.open', { draftId: draft.id })).toMatchObject({ finalAt, revision })
    expect(await callAs(host, 'drafts.finalise', { draftId: draft.id, baseRevision: revision, clientId: 'a' })).toMatchObject({ error: { code: 'DRAFT_FINAL' } })
    await expect.poll(() => events).toContainEqual({ type: 'draft-final', draftId: draft.id, finalAt, clientId: 'a' })

    await must(host, 'drafts.reopen', { draftId: draft.id, clientId: 'b' })
    await expect.poll(() => events).toContainEqual({ type: 'draft-final', draftId: draft.id, finalAt: null, clientId: 'b' })
    // A year of further saves: the version that was 定稿 is still there.
    let base = revision
    for (let month = 0; month < 12; month += 1) {
      time.advance(31 * 86_400_000)
      base = (await must(host, 'drafts.save', { draftId: draft.id, baseRevision: base, draft: month % 2 === 0 ? changed(draft) : draft, clientId: 'a' })).revision
    }
    const { versions } = await must(host, 'versions.list', { draftId: draft.id })
    expect(versions.find(({ id }) => id === versionId)).toMatchObject({ name: '定稿', reason: 'named' })
    expect((await must(host, 'versions.read', { draftId: draft.id, versionId })).draft).toEqual(draft)
    expect((await must(host, 'drafts.open', { draftId: draft.id })).finalAt).toBeNull()
  })

  it('Y25 a save for a 定稿 is refused, what was sent is kept once as a version, and the paper stays', async () => {
    const { draft, revision } = await make(filled)
    await must(host, 'drafts.finalise', { draftId: draft.id, baseRevision: revision, clientId: 'a' })
    const before = (await must(host, 'versions.list', { draftId: draft.id })).versions.length
    const save = (next: Draft) => callAs(host, 'drafts.save', { draftId: draft.id, baseRevision: revision, draft: next, clientId: 'b' })
    expect(await save(draft)).toMatchObject({ ok: true, value: { revision } })
    for (let tries = 0; tries < 3; tries += 1) expect(await save(changed(draft))).toMatchObject({ ok: false, error: { code: 'DRAFT_FINAL' } })
    const { versions } = await must(host, 'versions.list', { draftId: draft.id })
    expect(versions).toHaveLength(before + 1)
    expect((await must(host, 'versions.read', { draftId: draft.id, versionId: versions.find(({ reason }) => reason === 'conflict')!.id })).draft).toEqual(changed(draft))
    expect((await must(host, 'drafts.open', { draftId: draft.id })).draft).toEqual(draft)
  })

  it('Y25 in a 定稿 the ledger still writes how items stand, and nothing the paper says', async () => {
    const { draft, revision } = await make(filled)
    await must(host, 'drafts.finalise', { draftId: draft.id, baseRevision: revision, clientId: 'a' })
    const { rows } = await must(host, 'ledger.rows', { jobId: 'r', draftIds: [draft.id] })
    const edit = (key: string, field: 'state' | 'progress' | 'measure' | 'person', value: string) => ({ draftId: draft.id, key, field, value })
    const done = await must(host, 'ledger.edit', { edits: [edit(rows[0]!.key, 'progress', '已学三次。'), edit(rows[0]!.key, 'measure', '改写'), edit(rows[1]!.key, 'state', 'closed'), edit(rows[1]!.key, 'person', '乙某')], clientId: 'b' })
    expect(done.faults.map(({ index, code }) => [index, code])).toEqual([[1, 'DRAFT_FINAL'], [3, 'DRAFT_FINAL']])
    const now = await must(host, 'drafts.open', { draftId: draft.id })
    expect(now.finalAt).not.toBeNull()
    expect(now.draft.records).toHaveLength(2)
    expect(now.draft.blocks.slice(0, 4)).toEqual(draft.blocks.slice(0, 4))
    const back = await must(host, 'ledger.revert', { steps: [{ draftId: draft.id, from: now.revision, to: done.changed[0]!.before }], clientId: 'b' })
    expect(back.changed).toHaveLength(1)
    expect((await must(host, 'drafts.open', { draftId: draft.id })).draft).toEqual(draft)
    // A step back to another text is refused as well.
    await must(host, 'drafts.reopen', { draftId: draft.id, clientId: 'a' })
    const open = await must(host, 'drafts.open', { draftId: draft.id })
    const saved = await must(host, 'drafts.save', { draftId: draft.id, baseRevision: open.revision, draft: changed(open.draft), clientId: 'a' })
    await must(host, 'drafts.finalise', { draftId: draft.id, baseRevision: saved.revision, clientId: 'a' })
    expect(await callAs(host, 'ledger.revert', { steps: [{ draftId: draft.id, from: saved.revision, to: open.revision }], clientId: 'b' })).toMatchObject({ error: { code: 'DRAFT_FINAL' } })
  })

  it('Y27 the library tells and filters what is 定稿, with words searched and without', async () => {
    const first = await make(filled)
    const second = await make(blocks)
    await must(host, 'drafts.finalise', { draftId: first.draft.id, baseRevision: first.revision, clientId: 'a' })
    expect((await list()).drafts.map(({ id, finalAt }) => [id, finalAt !== null]).sort()).toEqual([[first.draft.id, true], [second.draft.id, false]].sort())
    expect((await list()).counts).toMatchObject({ active: 2, final: 1 })
    expect((await list(true)).drafts.map(({ id }) => id)).toEqual([first.draft.id])
    expect((await list(false)).drafts.map(({ id }) => id)).toEqual([second.draft.id])
    expect((await list(true, '整改')).drafts.map(({ id }) => id)).toEqual([first.draft.id])
    expect((await list(false, '整改')).total).toBe(1)
    await must(host, 'drafts.trash', { draftIds: [first.draft.id] })
    expect(await callAs(host, 'drafts.reopen', { draftId: first.draft.id, clientId: 'a' })).toMatchObject({ error: { code: 'DRAFT_TRASHED' } })
    await must(host, 'drafts.restore', { draftIds: [first.draft.id] })
    expect((await list(true)).total).toBe(1)
  })

  it('Y28 a copy of a 定稿 is 草稿', async () => {
    const { draft, revision } = await make(filled)
    await must(host, 'drafts.finalise', { draftId: draft.id, baseRevision: revision, clientId: 'a' })
    const { draftId } = await must(host, 'drafts.copy', { draft, title: '副本' })
    expect((await must(host, 'drafts.open', { draftId })).finalAt).toBeNull()
  })
})

describe('a package over a 定稿', () => {
  it('Y28 what it replaces is 草稿 and comes back as 定稿 when that is undone; what became 定稿 since is not taken back', async () => {
    const temps = [makeTempFolder(), makeTempFolder()] as const
    const from = await openTestBackend({ dataFolder: temps[0].folder })
    const to = await openTestBackend({ dataFolder: temps[1].folder })
    try {
      const { draftId } = await must(from, 'drafts.create', { kind: 'other' })
      const begun = await must(from, 'drafts.open', { draftId })
      await must(from, 'drafts.save', { draftId, baseRevision: begun.revision, draft: { ...begun.draft, blocks: filled.slice(0, 3) }, clientId: 'b' })
      const original = await pack(from, [{ kind: 'draft', id: draftId }])
      await openAll(to, original)
      const mine = await must(to, 'drafts.open', { draftId })
      const { finalAt } = await must(to, 'drafts.finalise', { draftId, baseRevision: mine.revision, clientId: 'a' })
      const theirs = await must(from, 'drafts.open', { draftId })
      await must(from, 'drafts.save', { draftId, baseRevision: theirs.revision, draft: { ...theirs.draft, blocks: filled }, clientId: 'b' })
      const changed = await pack(from, [{ kind: 'draft', id: draftId }])
      expect((await must(to, 'packages.look', fileOf(changed))).contents[0]).toMatchObject({ state: 'changed' })
      const opened = await openAll(to, changed, { conflict: 'take' })
      const now = await must(to, 'drafts.open', { draftId })
      expect(now).toMatchObject({ finalAt: null, draft: { blocks: filled } })
      await must(to, 'packages.undo', { openingId: opened.openingId! })
      expect(await must(to, 'drafts.open', { draftId })).toMatchObject({ finalAt, draft: mine.draft })

      const again = await openAll(to, changed, { conflict: 'take' })
      const taken = await must(to, 'drafts.open', { draftId })
      await must(to, 'drafts.finalise', { draftId, baseRevision: taken.revision, clientId: 'a' })
      expect(await callAs(to, 'packages.undo', { openingId: again.openingId! })).toMatchObject({ error: { code: 'PACKAGE_CHANGED_SINCE' } })
    } finally {
      await from.close()
      await to.close()
      for (const temp of temps) temp.remove()
    }
  })
})
