/** 素材 over every host: kept, found, changed, used, removed and put back; packed and opened elsewhere; many of them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { draftSchemaVersion, type Draft } from '../../shared/document/draft.ts'
import { snippetVersion, type Snippet } from '../../shared/snippets/snippet.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'
import type { ProcedureInput } from '../../shared/contract/procedures.ts'
import type { Backend } from '../../shared/contract/backend.ts'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import { join } from 'node:path'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { openAll, pack } from '../support/packages.ts'
import { callAs, makeClock, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

const clientId = 'window'
type Caller = Pick<OpenHost, 'call'>

const snippet = (id: string, text: string, more: Partial<Snippet> = {}): Snippet => ({
  schemaVersion: snippetVersion, id, title: text.slice(0, 8), aspect: '理论学习', role: 'measure', tags: [], source: '', blocks: [{ role: 'measure', id: 'b1', list: '1.', runs: [{ text }] }], ...more,
})
const draft = (title: string): Draft => ({ schemaVersion: draftSchemaVersion, id: 'd', kind: 'team-plan', title, meta: {}, layout: 'gb33476', blocks: [{ role: 'title', id: 't', runs: [{ text: title }] }] })

const save = (host: Caller, one: Snippet, base: string | null = null) => callAs(host, 'snippets.save', { snippet: one, base, clientId })
const kept = async (host: Caller, one: Snippet) => (await must(host, 'snippets.save', { snippet: one, base: null, clientId })).updatedAt
const search = (host: Caller, query: Partial<ProcedureInput<'snippets.search'>> = {}) => must(host, 'snippets.search', { query: '', aspect: null, role: null, tag: null, near: '', draftId: null, offset: 0, limit: 50, ...query })
const found = async (host: Caller, query: Partial<ProcedureInput<'snippets.search'>>) => (await search(host, query)).snippets.map(({ id }) => id)
const newDraft = async (host: Caller, title: string) => (await must(host, 'drafts.copy', { draft: draft(title), title })).draftId

describe.each(hostNames)('snippets over %s', (hostName) => {
  let host: OpenHost
  const clock = makeClock()
  const open = () => openHost(hostName, () => openTestBackend({ dataFolder: temp.folder, clock: clock.clock }))
  beforeEach(async () => { host = await open() })
  afterEach(() => host.close())

  it('Q9 is kept as it is, found at once and after a restart; others are told', async () => {
    const events: BackendEvent[] = []
    const stop = host.subscribe((event) => events.push(event))
    await must(host, 'app.info', {})
    const one = snippet('s1', '每月集中学习一次，由[书记姓名]领学。', { tags: ['学习', '常用'], source: '《甲方案》', blocks: [{ role: 'measure', id: 'b1', list: '1.', label: '整改措施：', runs: [{ text: '每月集中学习一次，由' }, { text: '[书记姓名]', placeholder: '书记姓名' }, { text: '领学。', bold: true }] }] })
    await kept(host, one)
    expect((await search(host)).snippets).toMatchObject([{ id: 's1', text: '整改措施：1.每月集中学习一次，由[书记姓名]领学。', uses: 0, usedIn: [] }])
    await expect.poll(() => events.filter((event) => event.type === 'contents-changed')).toEqual([{ type: 'contents-changed', kind: 'snippet', clientId }])
    stop()
    await host.close()
    host = await open()
    expect((await must(host, 'snippets.read', { id: 's1' })).snippet).toEqual(one)
    expect(await found(host, { query: '书记姓名' })).toEqual(['s1'])
  })

  it('Q3 by two characters, several words in any order, letters of the pinyin, 方面, role and tag', async () => {
    await kept(host, snippet('s1', '每月集中学习一次。', { tags: ['学习'] }))
    await kept(host, snippet('s2', '每季度到基层调研。', { aspect: '工作作风', role: 'problem', tags: ['作风', '学习'] }))
    await kept(host, snippet('s3', '建立台账，逐项销号。', { aspect: '' }))
    expect(await found(host, { query: '调研' })).toEqual(['s2'])
    expect(await found(host, { query: '基层　每季' })).toEqual(['s2'])
    expect(await found(host, { query: '基层 台账' })).toEqual([])
    expect(await found(host, { query: 'jztz' })).toEqual([])
    expect(await found(host, { query: 'jcxx' })).toEqual([])
    expect(await found(host, { query: 'jltz' })).toEqual(['s3'])
    expect(await found(host, { query: 'gzzf 调研' })).toEqual(['s2'])
    expect((await found(host, { tag: '学习' })).toSorted()).toEqual(['s1', 's2'])
    expect(await found(host, { tag: '学习', role: 'problem' })).toEqual(['s2'])
    expect(await found(host, { aspect: '' })).toEqual(['s3'])
    const all = await search(host, { aspect: '工作作风' })
    expect(all).toMatchObject({ total: 1, all: 3 })
    expect(all.facets.aspects.map(({ name }) => name).toSorted()).toEqual(['', '工作作风', '理论学习'])
    expect(all.facets.roles).toEqual([{ name: 'problem', count: 1 }])
    expect(all.facets.tags).toEqual([{ name: '作风', count: 1 }, { name: '学习', count: 1 }])
    expect((await search(host, { offset: 1, limit: 1 })).snippets).toHaveLength(1)
  })

  it('Q9 the same words are kept once, and which one has them is said', async () => {
    await kept(host, snippet('s1', '每月集中学习一次。', { title: '集中学习' }))
    expect(await save(host, snippet('s2', '每月集中学习一次。', { aspect: '别的', title: '另一条' }))).toMatchObject({ ok: false, error: { code: 'SNIPPET_SAME_TEXT', data: { id: 's1', title: '集中学习' }, message: expect.stringContaining('集中学习') } })
    expect((await search(host)).all).toBe(1)
    // One that is in the trash does not stand in the way.
    await must(host, 'snippets.remove', { id: 's1', clientId })
    expect((await save(host, snippet('s2', '每月集中学习一次。'))).ok).toBe(true)
  })

  it('Q9 a change is stored over what was read, never over what another window stored; nothing without words is kept', async () => {
    const base = await kept(host, snippet('s1', '甲乙丙丁。'))
    const changed = await must(host, 'snippets.save', { snippet: snippet('s1', '甲乙丙戊。'), base, clientId })
    expect(await found(host, { query: '丙戊' })).toEqual(['s1'])
    expect(await found(host, { query: '丙丁' })).toEqual([])
    expect(await save(host, snippet('s1', '甲乙丙己。'), base)).toMatchObject({ ok: false, error: { code: 'SNIPPET_CHANGED' } })
    expect(await save(host, snippet('s1', '甲乙丙己。'))).toMatchObject({ ok: false, error: { code: 'SNIPPET_CHANGED' } })
    // The answer to a save that was lost on its way is asked for again.
    expect(await must(host, 'snippets.save', { snippet: snippet('s1', '甲乙丙戊。'), base, clientId })).toEqual(changed)
    for (const empty of [snippet('s2', '　 '), { ...snippet('s2', '字'), title: '  ' }]) expect(await save(host, empty)).toMatchObject({ ok: false, error: { code: 'SNIPPET_INVALID' } })
    expect(await callAs(host, 'snippets.save', { snippet: { ...snippet('s2', '字'), blocks: [] }, base: null, clientId })).toMatchObject({ ok: false, error: { code: 'SNIPPET_INVALID' } })
    expect(await save(host, snippet('gone', '字'), base)).toMatchObject({ ok: false, error: { code: 'SNIPPET_NOT_FOUND' } })
    expect((await search(host)).all).toBe(1)
  })

  it('Q9 is removed and put back, with its uses', async () => {
    await kept(host, snippet('s1', '甲乙丙丁。', { title: '四字' }))
    const draftId = await newDraft(host, '方案')
    await must(host, 'snippets.used', { id: 's1', draftId, clientId })
    expect(await must(host, 'snippets.remove', { id: 's1', clientId })).toEqual({ title: '四字' })
    expect(await callAs(host, 'snippets.remove', { id: 's1', clientId })).toMatchObject({ ok: false, error: { code: 'SNIPPET_NOT_FOUND' } })
    expect(await callAs(host, 'snippets.read', { id: 's1' })).toMatchObject({ ok: false, error: { code: 'SNIPPET_NOT_FOUND' } })
    expect((await search(host)).all).toBe(0)
    expect(await must(host, 'snippets.putBack', { id: 's1', clientId })).toEqual({ title: '四字' })
    expect(await must(host, 'snippets.read', { id: 's1' })).toMatchObject({ uses: 1, usedIn: [{ draftId, title: '方案' }] })
  })

  it('Q10 uses are counted and taken back; other drafts are named, those in the trash and the own one are not', async () => {
    await kept(host, snippet('s1', '甲乙丙丁。'))
    const [own, other, third] = [await newDraft(host, '本稿'), await newDraft(host, '另一份'), await newDraft(host, '第三份')]
    const used = await must(host, 'snippets.used', { id: 's1', draftId: other, clientId })
    clock.advance(60_000)
    const again = await must(host, 'snippets.used', { id: 's1', draftId: own, clientId })
    const twice = await must(host, 'snippets.used', { id: 's1', draftId: own, clientId })
    expect(twice.usedAt).not.toBe(again.usedAt)
    await must(host, 'snippets.used', { id: 's1', draftId: third, clientId })
    await must(host, 'drafts.trash', { draftIds: [third] })
    expect((await search(host, { draftId: own })).snippets[0]).toMatchObject({ uses: 4, usedIn: [{ draftId: other, title: '另一份', usedAt: used.usedAt }] })
    expect((await search(host)).snippets[0]!.usedIn.map(({ draftId }) => draftId)).toEqual([own, other])
    await must(host, 'snippets.unused', { id: 's1', draftId: own, usedAt: twice.usedAt, clientId })
    await must(host, 'snippets.unused', { id: 's1', draftId: other, usedAt: used.usedAt, clientId })
    expect((await search(host, { draftId: own })).snippets[0]).toMatchObject({ uses: 2, usedIn: [] })
    expect(await callAs(host, 'snippets.used', { id: 'none', draftId: own, clientId })).toMatchObject({ ok: false, error: { code: 'SNIPPET_NOT_FOUND' } })
    expect(await callAs(host, 'snippets.used', { id: 's1', draftId: 'none', clientId })).toMatchObject({ ok: false, error: { code: 'DRAFT_NOT_FOUND' } })
  })

  it('Q4 of equal matches those of the 方面 of the caret come first, then those used most, then the newest', async () => {
    for (const [id, aspect] of [['s1', '理论学习'], ['s2', '工作作风'], ['s3', '理论学习'], ['s4', '']] as const) {
      clock.advance(1_000)
      await kept(host, snippet(id, `逐项整改${id}。`, { aspect, title: `逐项${id}` }))
    }
    const draftId = await newDraft(host, '方案')
    await must(host, 'snippets.used', { id: 's1', draftId, clientId })
    expect(await found(host, { query: '逐项' })).toEqual(['s1', 's4', 's3', 's2'])
    expect(await found(host, { query: '逐项', near: '工作作风方面' })).toEqual(['s2', 's1', 's4', 's3'])
    expect(await found(host, { query: '逐项 s3', near: '工作作风' })).toEqual(['s3'])
    await kept(host, snippet('s5', '台账管理。', { title: '甲', blocks: [{ role: 'measure', id: 'b', runs: [{ text: '先把逐项整改写清。' }] }] }))
    // The better match comes before the nearer 方面.
    expect((await found(host, { query: '逐项', near: '理论学习' })).at(-1)).toBe('s5')
  })
})

describe('Q12 snippets in packages', () => {
  it('Q12 come to another library as they are, are found there, and go again as one; conflicts keep both', async () => {
    const elsewhere = makeTempFolder()
    const [here, there]: [Backend, Backend] = [await openTestBackend({ dataFolder: temp.folder }), await openTestBackend({ dataFolder: elsewhere.folder })]
    try {
      const one = snippet('s1', '每月集中学习一次，由[书记姓名]领学。', { tags: ['学习'], source: '《甲方案》', blocks: [{ role: 'measure', id: 'b1', list: '1.', label: '整改措施：', runs: [{ text: '每月集中学习一次，由' }, { text: '[书记姓名]', placeholder: '书记姓名' }, { text: '领学。', bold: true }] }, { role: 'table', id: 'b2', columns: ['problem'], headerRows: 0, rows: [['甲']] }] })
      const piece = snippet('s2', '逐项销号', { blocks: [{ role: 'paragraph', id: 'b', runIn: true, runs: [{ text: '逐项销号' }] }] })
      await kept(here, one)
      await kept(here, piece)
      const bytes = await pack(here, [{ kind: 'snippet', id: 's1' }, { kind: 'snippet', id: 's2' }])
      const opened = await openAll(there, bytes)
      expect((await must(there, 'snippets.read', { id: 's1' })).snippet).toEqual(one)
      expect((await must(there, 'snippets.read', { id: 's2' })).snippet).toEqual(piece)
      expect(await found(there, { query: 'jzxx' })).toEqual(['s1'])
      await must(there, 'packages.undo', { openingId: opened.openingId! })
      expect(await found(there, {})).toEqual([])
      await kept(there, snippet('s9', '每月集中学习一次，由他人领学。', { title: '每月集中学习' }))
      await openAll(there, bytes)
      const base = (await must(there, 'snippets.read', { id: 's1' })).updatedAt
      await must(there, 'snippets.save', { snippet: { ...one, title: '改过的' }, base, clientId })
      await openAll(there, bytes, { conflict: 'both' })
      expect((await search(there)).snippets.map(({ title }) => title).toSorted()).toEqual([one.title, '改过的', piece.title, '每月集中学习'].toSorted())
      // What replaces one in the library is found by its new words at once.
      await openAll(there, bytes, { conflict: 'take' })
      expect((await must(there, 'snippets.read', { id: 's1' })).snippet.title).toBe(one.title)
      expect(await found(there, { query: '改过' })).toEqual([])
    } finally {
      await here.close()
      await there.close()
      elsewhere.remove()
    }
  })
})

describe('Q11 ten thousand snippets', () => {
  it('Q11 are made ready once, letting other work through, and searched from then on', async () => {
    const backend = await openTestBackend({ dataFolder: temp.folder })
    await backend.close()
    const database = new (loadSqlite())(join(temp.folder, databaseName))
    const words = ['学习', '调研', '台账', '整改', '销号', '落实', '党员', '制度', '督查', '责任', '基层', '作风', '问题', '措施', '集中', '季度']
    const insert = database.prepare("INSERT INTO contents (kind, id, title, content, created_at, updated_at) VALUES ('snippet', ?, ?, ?, ?, ?)")
    database.transaction(() => {
      for (let index = 0; index < 10_000; index += 1) {
        const text = Array.from({ length: 60 }, (_, at) => words[(index * 7 + at * at + (at % 3) * index) % words.length]).join('的') + `第${index}条。`
        insert.run(`s${index}`, `名称${index}`, JSON.stringify(snippet(`s${index}`, text, { title: `名称${index}`, aspect: `方面${index % 6}`, tags: [`标签${index % 40}`] })), index, index)
      }
    })()
    database.close()
    const again = await openTestBackend({ dataFolder: temp.folder })
    try {
      let turns = 0
      const started = performance.now()
      const beat = setInterval(() => { turns += 1 }, 1)
      expect((await search(again)).all).toBe(10_000)
      const first = performance.now() - started
      clearInterval(beat)
      // Work done, not time passed: the machine of the tests does other things as well.
      const times: number[] = []
      for (const query of ['学习', '督查 基层 标签3', 'zgxh', '第777条', 'xx', '', '学习', 'jcdc', '台账']) {
        const before = process.cpuUsage()
        await search(again, { query, near: '方面3', limit: 50 })
        const { user, system } = process.cpuUsage(before)
        times.push((user + system) / 1000)
      }
      console.info(`10,000 snippets: made ready in ${Math.round(first)} ms with ${turns} turns for others; searches ${times.map((time) => Math.round(time)).join(', ')} ms`)
      expect(turns).toBeGreaterThan(15)
      expect((await search(again, { query: '第777条' })).snippets[0]!.id).toBe('s777')
    } finally {
      await again.close()
    }
  }, 60_000)
})
