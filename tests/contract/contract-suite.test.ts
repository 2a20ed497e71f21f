import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackendEvent } from '../../shared/contract/events.ts'
import { procedures } from '../../shared/contract/procedures.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { entryKey } from '../../shared/recognition/report.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { callAs, makeClock, makeTempFolder, must, openTestBackend, type TestClock } from '../support/test-backend.ts'

const paper = `仅供学习 禁止外传
青禾县水务局党组班子整改方案

一、总体要求
对照“三会一课”要求，抓好整改。
二、整改措施
（一）理论学习方面
一是学用结合不紧。学习停留在读文件。
整改措施：每月集中学习 1 次。
整改时限：11月底前完成。
（三）工作作风方面
一是调研不深。
整改措施：每季度到基层不少于2次。
整改时限：立行立改，长期坚持。
青禾县水务局党组
2023年10月20日`

const noCorrections = { keep: [], roles: {}, kind: null }

describe.each(hostNames)('H1 contract over %s', (hostName) => {
  let host: OpenHost
  let time: TestClock
  let temp: ReturnType<typeof makeTempFolder>

  beforeEach(async () => {
    temp = makeTempFolder()
    time = makeClock()
    host = await openHost(hostName, () => openTestBackend({ dataFolder: temp.folder, clock: time.clock }))
  })
  afterEach(async () => {
    await host.close()
    temp.remove()
  })

  const importPaper = async () => {
    const preview = await must(host, 'imports.paste', { jobId: 'j', text: paper })
    return must(host, 'imports.store', { jobId: 'j', source: preview.source, corrections: noCorrections })
  }
  const edited = (draft: Draft, text: string): Draft => ({ ...draft, blocks: [...draft.blocks, { role: 'paragraph', id: `new-${text}`, runs: [{ text }] }] })

  it('says who it is', async () => {
    expect(await must(host, 'app.info', {})).toMatchObject({ version: '0.0.0', host: 'test', dataFolder: temp.folder, recovery: null })
  })

  it('answers what it does not know, or cannot read, with one typed failure', async () => {
    expect(await host.call('no.such', {})).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
    expect(await host.call('drafts.open', { draftId: 7 })).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
    expect(await host.call('drafts.open', { draftId: 'gone' })).toMatchObject({ ok: false, error: { code: 'DRAFT_NOT_FOUND' } })
    expect(await host.call('toString', {})).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
  })

  it('makes a draft of every kind from its usual template', async () => {
    for (const kind of ['individual-plan', 'team-plan', 'ecology-report', 'speech-outline', 'self-examination', 'inspection-plan', 'progress-report', 'ledger', 'other'] as const) {
      const { draftId } = await must(host, 'drafts.create', { kind })
      const { draft, revision } = await must(host, 'drafts.open', { draftId })
      expect(draft).toMatchObject({ kind, id: draftId })
      expect(revision).toBe(1)
    }
    const { counts } = await must(host, 'library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 50 })
    expect(counts.active).toBe(9)
  })

  it('opens examples of each kind, understood and complete', async () => {
    const { draftIds } = await must(host, 'drafts.createExamples', {})
    expect(draftIds.length).toBe(8)
    const kinds = await Promise.all(draftIds.map(async (draftId) => (await must(host, 'drafts.open', { draftId })).draft.kind))
    expect(new Set(kinds).size).toBe(8)
  })

  it('imports, with the report and the source kept', async () => {
    const preview = await must(host, 'imports.paste', { jobId: 'j', text: paper })
    expect(preview.understood).toBe(true)
    expect(preview.draft).toMatchObject({ kind: 'team-plan', title: '青禾县水务局党组班子整改方案' })
    expect(preview.report.map((entry) => entry.kind)).toEqual(expect.arrayContaining(['advertisement', 'blank-line', 'stray-blank', 'renumbered']))
    const { draftId } = await must(host, 'imports.store', { jobId: 'j', source: preview.source, corrections: noCorrections })
    const { draft, imported } = await must(host, 'drafts.open', { draftId })
    expect(imported).toBe(true)
    expect(printText(draft)).toBe(printText(preview.draft))
    const record = await must(host, 'imports.report', { draftId })
    expect(record.sourceText).toBe(paper)
    expect(record.report).toEqual(preview.report)
  })

  it('R9 stores an import with roles corrected and changes put back', async () => {
    const { source, report, draft, places } = await must(host, 'imports.paste', { jobId: 'j', text: paper })
    const advertisement = report.find((entry) => entry.kind === 'advertisement')!
    const index = draft.blocks.findIndex((block) => block.role === 'heading1')
    const place = places.find((one) => one.blockId === draft.blocks[index]!.id)!
    const corrections = { keep: [entryKey(advertisement)], roles: { [`${place.line}:${place.column}`]: 'paragraph' as const }, kind: 'inspection-plan' as const }
    const again = await must(host, 'imports.recognise', { jobId: 'k', source, corrections })
    expect(printText(again.draft)).toContain('仅供学习 禁止外传')
    const { draftId } = await must(host, 'imports.store', { jobId: 'k', source, corrections })
    const stored = (await must(host, 'drafts.open', { draftId })).draft
    expect(stored.kind).toBe('inspection-plan')
    expect(stored.blocks.find((block) => 'runs' in block && block.runs[0]?.text === '总体要求')?.role).toBe('paragraph')
  })

  it('refuses bad files with one typed failure and stores nothing', async () => {
    const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes as never).toString('base64')
    const whole = await must(host, 'exports.content', { draftId: (await importPaper()).draftId })
    const truncated = base64(Buffer.from(whole.contentBase64, 'base64').subarray(0, 4000))
    const cases: [string, string, string][] = [
      ['空.txt', '', 'FILE_EMPTY'],
      ['图.png', base64(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])), 'FILE_BINARY'],
      ['断.docx', truncated, 'FILE_DAMAGED'],
      ['旧.doc', base64(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])), 'FILE_TYPE_UNSUPPORTED'],
    ]
    for (const [name, contentBase64, code] of cases) {
      const answer = await callAs(host, 'imports.read', { jobId: 'bad', name, contentBase64 })
      expect(answer.ok ? 'read' : answer.error.code, name).toBe(code)
      if (!answer.ok) expect(answer.error.message).toContain(name)
    }
    expect(await callAs(host, 'imports.paste', { jobId: 'bad', text: ' \n ' })).toMatchObject({ ok: false, error: { code: 'TEXT_EMPTY' } })
    expect((await must(host, 'library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 10 })).total).toBe(1)
  })

  it('S2 keeps both texts when two windows save, and overwrites neither', async () => {
    const { draftId } = await importPaper()
    const { draft, revision } = await must(host, 'drafts.open', { draftId })
    const first = await must(host, 'drafts.save', { draftId, baseRevision: revision, draft: edited(draft, '甲窗口'), clientId: 'a' })
    const second = await callAs(host, 'drafts.save', { draftId, baseRevision: revision, draft: edited(draft, '乙窗口'), clientId: 'b' })
    expect(second).toMatchObject({ ok: false, error: { code: 'REVISION_CONFLICT', data: { revision: first.revision } } })
    expect(printText((await must(host, 'drafts.open', { draftId })).draft)).toContain('甲窗口')
    const { versions } = await must(host, 'versions.list', { draftId })
    const kept = versions.find((version) => version.reason === 'conflict')!
    expect(printText((await must(host, 'versions.read', { draftId, versionId: kept.id })).draft)).toContain('乙窗口')
    // The writer of b decides for his own text: it goes on top of a's, which stays as a version.
    await must(host, 'drafts.save', { draftId, baseRevision: first.revision, draft: edited(draft, '乙窗口'), clientId: 'b' })
    expect(printText((await must(host, 'drafts.open', { draftId })).draft)).toContain('乙窗口')
  })

  it('S2 takes a save repeated after a lost answer for what it is', async () => {
    const { draftId } = await importPaper()
    const { draft, revision } = await must(host, 'drafts.open', { draftId })
    const input = { draftId, baseRevision: revision, draft: edited(draft, '一次'), clientId: 'a' }
    const first = await must(host, 'drafts.save', input)
    expect(await must(host, 'drafts.save', input)).toEqual(first)
  })

  it('S3 keeps a version of every save and named ones for ever', async () => {
    const { draftId } = await importPaper()
    let { draft, revision } = await must(host, 'drafts.open', { draftId })
    for (let count = 0; count < 5; count += 1) {
      time.advance(60_000)
      draft = edited(draft, `第${count}次`)
      revision = (await must(host, 'drafts.save', { draftId, baseRevision: revision, draft, clientId: 'a' })).revision
    }
    await must(host, 'versions.name', { draftId, name: '送审稿' })
    const { versions } = await must(host, 'versions.list', { draftId })
    expect(versions.map((version) => version.name ?? version.reason)).toEqual(['送审稿', 'saved', 'saved', 'saved', 'saved', 'saved', 'imported'])
    time.advance(40 * 86_400_000)
    await must(host, 'drafts.save', { draftId, baseRevision: revision, draft: edited(draft, '很久以后'), clientId: 'a' })
    const later = (await must(host, 'versions.list', { draftId })).versions
    expect(later.map((version) => version.name ?? version.reason)).toEqual(['saved', '送审稿', 'saved', 'imported'])
  })

  it('moves drafts to the trash and back, and saves none that is there', async () => {
    const { draftId } = await importPaper()
    await must(host, 'drafts.trash', { draftIds: [draftId] })
    const { draft, revision, trashed } = await must(host, 'drafts.open', { draftId })
    expect(trashed).toBe(true)
    expect(await callAs(host, 'drafts.save', { draftId, baseRevision: revision, draft, clientId: 'a' })).toMatchObject({ ok: false, error: { code: 'DRAFT_TRASHED' } })
    expect((await must(host, 'library.list', { folder: 'trash', query: '', kind: null, offset: 0, limit: 10 })).drafts[0]?.id).toBe(draftId)
    await must(host, 'drafts.restore', { draftIds: [draftId] })
    expect((await must(host, 'library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 10 })).total).toBe(1)
  })

  it('S7 finds words of two characters, in title and text, and shows the hit', async () => {
    const { draftId } = await importPaper()
    const find = (query: string) => must(host, 'library.list', { folder: 'active', query, kind: null, offset: 0, limit: 10 })
    for (const query of ['水务', '调研', '调研不深', '基层', '理', 'X', '水务 调研', '2023']) expect((await find(query)).total, query).toBe(query === 'X' ? 0 : 1)
    expect((await find('调研')).drafts[0]?.hit).toMatchObject({ match: '调研' })
    for (const query of ['水调', '不存在的词', '"', 'AND', '*', '水务 没有']) expect((await find(query)).total, query).toBe(0)
    const { draft, revision } = await must(host, 'drafts.open', { draftId })
    await must(host, 'drafts.save', { draftId, baseRevision: revision, draft: edited(draft, '新添独词'), clientId: 'a' })
    expect((await find('独词')).total).toBe(1)
  })

  it('X2 exports, again over its own file, and asks before it writes over anything else', async () => {
    const { draftId } = await importPaper()
    const first = await must(host, 'exports.word', { draftId, target: { kind: 'default' }, ifExists: 'ask' })
    expect(existsSync(first.path)).toBe(true)
    const bytes = readFileSync(first.path)
    expect(await must(host, 'exports.word', { draftId, target: { kind: 'default' }, ifExists: 'ask' })).toMatchObject({ path: first.path })
    expect(readFileSync(first.path).equals(bytes), 'X1').toBe(true)
    writeFileSync(first.path, '别人改过')
    const changed = await callAs(host, 'exports.word', { draftId, target: { kind: 'default' }, ifExists: 'ask' })
    expect(changed).toMatchObject({ ok: false, error: { code: 'FILE_CHANGED' } })
    expect(readFileSync(first.path, 'utf8')).toBe('别人改过')
    const token = (changed as { error: { data: { token: string } } }).error.data.token
    const renamed = await must(host, 'exports.word', { draftId, target: { kind: 'token', token }, ifExists: 'rename' })
    expect(renamed.path).not.toBe(first.path)
    expect(readFileSync(first.path, 'utf8')).toBe('别人改过')
    writeFileSync(join(renamed.folder, `~$${renamed.path.slice(renamed.folder.length + 1).slice(2)}`), '')
    expect(await callAs(host, 'exports.word', { draftId, target: { kind: 'token', token: renamed.token }, ifExists: 'replace' })).toMatchObject({ ok: false, error: { code: 'FILE_OPEN' } })
    await must(host, 'exports.word', { draftId, target: { kind: 'token', token }, ifExists: 'replace' })
    expect(readFileSync(first.path).equals(bytes)).toBe(true)
    const content = await must(host, 'exports.content', { draftId })
    expect(Buffer.from(content.contentBase64, 'base64').equals(bytes)).toBe(true)
  })

  it('X2 says when a place cannot be written to, and H3 takes no path from the renderer', async () => {
    const { draftId } = await importPaper()
    mkdirSync(join(temp.folder, 'x'))
    writeFileSync(join(temp.folder, 'exports'), '一个文件挡住了文件夹')
    expect(await callAs(host, 'exports.word', { draftId, target: { kind: 'default' }, ifExists: 'ask' })).toMatchObject({ ok: false, error: { code: 'TARGET_NOT_WRITABLE' } })
    expect(await callAs(host, 'exports.word', { draftId, target: { kind: 'token', token: '/etc/passwd' }, ifExists: 'replace' })).toMatchObject({ ok: false, error: { code: 'TARGET_NOT_GRANTED' } })
    expect(await host.call('exports.word', { draftId, target: { kind: 'path', path: '/tmp/x.docx' }, ifExists: 'replace' })).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
  })

  it('tells every window of a save, and of progress', async () => {
    const events: BackendEvent[] = []
    const stop = host.subscribe((event) => events.push(event))
    await new Promise((resolve) => setTimeout(resolve, 150))
    const { draftId } = await importPaper()
    const { draft, revision } = await must(host, 'drafts.open', { draftId })
    await must(host, 'drafts.save', { draftId, baseRevision: revision, draft: edited(draft, '事件'), clientId: 'window-a' })
    await expect.poll(() => events.some((event) => event.type === 'draft-saved' && event.draftId === draftId && event.clientId === 'window-a')).toBe(true)
    expect(events.some((event) => event.type === 'library-changed')).toBe(true)
    expect(events.some((event) => event.type === 'job-progress' && event.jobId === 'j')).toBe(true)
    stop()
  })

  it('cancels a long work, with nothing stored', async () => {
    const long = Array.from({ length: 40_000 }, (_, index) => `（${index}）学习不够深入，联系实际不紧；`).join('\n')
    const running = callAs(host, 'imports.paste', { jobId: 'long', text: long })
    await new Promise((resolve) => setTimeout(resolve, 60))
    await must(host, 'jobs.cancel', { jobId: 'long' })
    const answer = await running
    expect(answer.ok ? 'done' : answer.error.code).toBe('CANCELLED')
    expect((await must(host, 'library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 10 })).total).toBe(0)
    // The pool is not left without a worker.
    expect((await must(host, 'imports.paste', { jobId: 'next', text: '一、学习' })).understood).toBe(true)
  })
})

describe('the contract itself', () => {
  it('names every procedure feature.verb', () => {
    for (const name of Object.keys(procedures)) expect(name).toMatch(/^[a-z]+(?:[A-Z][a-z]+)*\.[a-zA-Z]+$/)
  })
})
