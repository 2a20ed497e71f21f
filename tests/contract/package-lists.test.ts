/** What stands around making and opening packages, over every host. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOfferedFiles } from '../../electron/backend/files/offered-files.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'
import { storeContents, aspectSet, paperTemplate, snippet } from '../support/contents.ts'
import { fullDraft } from '../support/full-draft.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { fileOf, readNow, reviewsOf } from '../support/packages.ts'
import { callAs, makeClock, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

const profile = (fullName: string) => ({ setting: { name: 'unitProfile' as const, value: { fullName, shortName: '', kind: '', superiors: [], leaders: [], people: [], offices: [] } }, clientId: 'w' })
const draftWith = (text: string, title = fullDraft.title) => ({ ...fullDraft, title, blocks: [...fullDraft.blocks.map((block) => (block.role === 'title' ? { ...block, runs: [{ text: title }] } : block)), { role: 'paragraph' as const, id: 'own', runs: [{ text }] }] })

describe.each(hostNames)('packages over %s', (hostName) => {
  let host: OpenHost
  let other: OpenHost
  const folders: ReturnType<typeof makeTempFolder>[] = []
  const offered = createOfferedFiles()
  const time = makeClock()

  beforeEach(async () => {
    for (const index of [0, 1]) {
      folders[index] = makeTempFolder()
      await (await openTestBackend({ dataFolder: folders[index].folder })).close()
    }
    storeContents(folders[0]!.folder)
    host = await openHost(hostName, () => openTestBackend({ dataFolder: folders[0]!.folder, clock: time.clock, ports: { offered } }))
    other = await openHost(hostName, () => openTestBackend({ dataFolder: folders[1]!.folder, clock: time.clock }))
  })
  afterEach(async () => {
    await host.close()
    await other.close()
    for (const one of folders) one.remove()
  })

  const stored = async (text: string, title?: string) => (await must(host, 'drafts.copy', { draft: draftWith(text, title), title: title ?? fullDraft.title })).draftId
  const packed = async (contents: readonly { kind: 'draft' | 'template' | 'snippet' | 'layout' | 'aspects' | 'ledger'; id: string }[], options: { sign?: boolean; exactly?: true } = {}) => {
    const { contentBase64 } = await must(host, 'packages.content', { jobId: 'j', contents: [...contents], passphrase: null, sign: options.sign ?? false, ...(options.exactly ? { exactly: true } : {}), reviews: await reviewsOf(host, [...contents]) })
    return Uint8Array.from(Buffer.from(contentBase64, 'base64'))
  }
  const openIn = (target: OpenHost, bytes: Uint8Array, more: object = {}) => callAs(target, 'packages.open', { ...fileOf(bytes), conflict: 'keep', choices: [], confirmSigner: null, ...more })

  it('Z11 lists what may be packed, kind by kind, page by page, found by words of the title', async () => {
    for (const title of ['甲方案', '乙方案', '丙报告']) {
      time.advance(1000)
      await stored('字', title)
    }
    const draftPage = await must(host, 'packages.contents', { kind: 'draft', query: '', offset: 0, limit: 2 })
    expect(draftPage).toMatchObject({ total: 3, counts: { draft: 3, layout: 0, template: 1, aspects: 1, snippet: 1, ledger: 1 } })
    expect(draftPage.contents.map(({ title }) => title)).toEqual(['丙报告', '乙方案'])
    expect((await must(host, 'packages.contents', { kind: 'draft', query: '方案 甲', offset: 0, limit: 9 })).contents.map(({ title }) => title)).toEqual(['甲方案'])
    expect(await must(host, 'packages.contents', { kind: 'template', query: '模板', offset: 0, limit: 9 })).toMatchObject({ total: 1, contents: [{ id: paperTemplate.id, size: Buffer.byteLength(JSON.stringify(paperTemplate)) }] })
    expect((await must(host, 'packages.contents', { kind: 'snippet', query: '%', offset: 0, limit: 9 })).total).toBe(0)
  })

  it('Z10 the plan tells all that goes in and why; what is written is that list and nothing else', async () => {
    await must(host, 'settings.write', profile('青禾县水务局'))
    const { layout } = await must(host, 'layouts.copy', { id: 'gb33476', clientId: 'w' })
    const { draftId } = await must(host, 'drafts.copy', { draft: { ...draftWith('甲', '甲'), layout: layout.id }, title: '甲' })
    const wanted = [{ kind: 'draft' as const, id: draftId }, { kind: 'template' as const, id: paperTemplate.id }, { kind: 'snippet' as const, id: 'gone' }]
    const plan = await must(host, 'packages.plan', { contents: wanted })
    expect(plan).toMatchObject({ unit: '青禾县水务局', missing: [{ kind: 'snippet', id: 'gone' }], fileName: expect.stringMatching(/^青禾县水务局交换包 .*\.zgx$/) })
    expect(plan.contents.map(({ kind, id, neededBy }) => [kind, id, neededBy])).toEqual([
      ['draft', draftId, []], ['template', paperTemplate.id, []], ['layout', layout.id, ['甲']], ['aspects', aspectSet.id, [paperTemplate.name]],
    ])
    const listed = plan.contents.filter(({ kind }) => kind !== 'layout').map(({ kind, id }) => ({ kind, id }))
    const opened = await readNow(await packed(listed, { exactly: true }))
    expect(opened.contents.map(({ kind, id }) => [kind, id])).toEqual(listed.map(({ kind, id }) => [kind, id]))
    expect((await readNow(await packed([{ kind: 'draft', id: draftId }]))).contents).toHaveLength(2)
  })

  it('Z14 a new content can be left out of an opening', async () => {
    const bytes = await packed([{ kind: 'template', id: paperTemplate.id }, { kind: 'snippet', id: snippet.id }])
    const opened = await openIn(other, bytes, { skip: [{ kind: 'snippet', id: snippet.id }] })
    expect(opened).toMatchObject({ ok: true, value: { contents: [{ kind: 'template', act: 'add' }, { kind: 'snippet', act: 'leave' }, { kind: 'aspects', act: 'add' }] } })
    expect((await must(other, 'packages.contents', { kind: 'snippet', query: '', offset: 0, limit: 9 })).total).toBe(0)
  })

  it('Z15 a draft and a template of a package are laid beside the library’s own', async () => {
    const draftId = await stored('原来的一句话。')
    const contents = [{ kind: 'draft' as const, id: draftId }, { kind: 'template' as const, id: paperTemplate.id }]
    expect((await openIn(other, await packed(contents))).ok).toBe(true)
    const { draft, revision } = await must(host, 'drafts.open', { draftId })
    await must(host, 'drafts.save', { draftId, baseRevision: revision, draft: { ...draft, blocks: draft.blocks.map((block) => (block.id === 'own' ? { role: 'paragraph', id: 'own', runs: [{ text: '改过的一句话。' }] } : block)) }, clientId: 'w' })
    const bytes = await packed(contents)
    const compared = await must(other, 'packages.compare', { ...fileOf(bytes), kind: 'draft', id: draftId })
    expect(compared.counts.changes).toBe(1)
    expect(JSON.stringify(compared.blocks)).toContain('改过')
    expect((await must(other, 'packages.compare', { ...fileOf(bytes), kind: 'template', id: paperTemplate.id })).counts.changes).toBe(0)
    expect(await callAs(other, 'packages.compare', { ...fileOf(bytes), kind: 'draft', id: 'gone' })).toMatchObject({ ok: false, error: { code: 'PACKAGE_CONTENT_GONE' } })
  })

  it('Z19 past openings are listed with what they stored, where it is now, and what stands against undoing', async () => {
    const draftId = await stored('甲', '甲方案')
    const bytes = await packed([{ kind: 'draft', id: draftId }, { kind: 'snippet', id: snippet.id }])
    const first = await openIn(other, bytes)
    if (!first.ok) throw new Error(first.error.message)
    const openingId = first.value.openingId!
    expect(await must(other, 'packages.openings', { offset: 0, limit: 10 })).toMatchObject({ total: 1, openings: [{ id: openingId, name: '交换.zgx', undoneAt: null, counts: { draft: 1, snippet: 1 } }] })
    expect((await must(other, 'packages.opening', { openingId })).changed).toBeNull()
    const { draft, revision } = await must(other, 'drafts.open', { draftId })
    await must(other, 'drafts.save', { draftId, baseRevision: revision, draft: { ...draft, title: '甲方案' }, clientId: 'w' })
    expect(await must(other, 'packages.opening', { openingId })).toMatchObject({ changed: expect.any(String), contents: [{ kind: 'draft', place: 'library', act: 'add' }, { kind: 'snippet', place: 'library', title: snippet.title }] })
    expect(await callAs(other, 'packages.undo', { openingId })).toMatchObject({ ok: false, error: { code: 'PACKAGE_CHANGED_SINCE' } })
    time.advance(1000)
    const beside = await openIn(other, await packed([{ kind: 'ledger', id: 'ledger-1' }]))
    if (!beside.ok) throw new Error(beside.error.message)
    await must(other, 'packages.undo', { openingId: beside.value.openingId! })
    expect((await must(other, 'packages.openings', { offset: 0, limit: 10 })).openings.map(({ undoneAt }) => undoneAt === null)).toEqual([false, true])
    expect(await must(other, 'packages.opening', { openingId: beside.value.openingId! })).toMatchObject({ changed: null, contents: [{ place: 'trash' }] })
  })

  it('Z19 known signatures are listed by unit, renamed, forgotten and put back', async () => {
    await must(host, 'settings.write', profile('青禾县水务局'))
    expect(await must(host, 'packages.keys', {})).toEqual({ own: null, unit: '青禾县水务局', keys: [] })
    const { fingerprint } = await must(host, 'packages.makeKey', {})
    expect((await must(host, 'packages.makeKey', {})).fingerprint).toBe(fingerprint)
    const bytes = await packed([{ kind: 'snippet', id: snippet.id }], { sign: true })
    expect((await openIn(other, bytes, { confirmSigner: fingerprint })).ok).toBe(true)
    const state = async () => (await must(other, 'packages.look', fileOf(bytes))).signer.state
    const [known] = (await must(other, 'packages.keys', {})).keys
    expect(known).toMatchObject({ unit: '青禾县水务局', fingerprint })
    const name = { publicKey: known!.publicKey, unit: known!.unit }
    const { confirmedAt } = await must(other, 'packages.forgetKey', name)
    expect(await state()).toBe('unknown')
    expect(await callAs(other, 'packages.forgetKey', name)).toMatchObject({ ok: false, error: { code: 'PACKAGE_KEY_NOT_FOUND' } })
    await must(other, 'packages.putBackKey', { ...name, confirmedAt })
    expect((await must(other, 'packages.keys', {})).keys).toEqual([known])
    await must(other, 'packages.renameKey', { ...name, name: '青禾县水利局' })
    expect(await state()).toBe('changed')
    await must(host, 'settings.write', profile('青禾县水利局'))
    expect((await must(other, 'packages.look', fileOf(await packed([{ kind: 'snippet', id: snippet.id }], { sign: true })))).signer.state).toBe('known')
  })

  it('Z20 a file handed over is told of, given out once, and named by no page', async () => {
    const events: BackendEvent[] = []
    const unsubscribe = host.subscribe((event) => events.push(event))
    // The stream of a browser takes a moment to open.
    await expect.poll(() => { offered.offer([join(folders[0]!.folder, '没有.zgx')]); return events.some(({ type }) => type === 'package-offered') }, { timeout: 5000 }).toBe(true)
    expect(await callAs(host, 'packages.pending', {})).toMatchObject({ ok: false, error: { code: 'FILE_NOT_FOUND', data: { name: '没有.zgx' } } })
    const path = join(folders[0]!.folder, '来件.zgx')
    writeFileSync(path, '内容')
    offered.offer([path, path])
    expect(await must(host, 'packages.pending', {})).toEqual({ file: { name: '来件.zgx', contentBase64: Buffer.from('内容').toString('base64') } })
    expect(await must(host, 'packages.pending', {})).toEqual({ file: null })
    expect(await host.call('packages.pending', { path })).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
    expect(await must(other, 'packages.pending', {})).toEqual({ file: null })
    unsubscribe()
  })
})
