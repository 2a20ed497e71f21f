/** Packages through the contract: plain, encrypted, signed; new, same and changed contents; undone as one. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Backend } from '../../shared/contract/backend.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { fullDraft } from '../support/full-draft.ts'
import { fileOf, manners, openAll, openWith, pack, readNow, storedContents, storeDraft } from '../support/packages.ts'
import { callAs, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

const folders: ReturnType<typeof makeTempFolder>[] = []
const backends: Backend[] = []
async function library(): Promise<{ backend: Backend; folder: string }> {
  const temp = makeTempFolder()
  const backend = await openTestBackend({ dataFolder: temp.folder })
  folders.push(temp)
  backends.push(backend)
  return { backend, folder: temp.folder }
}
let from: { backend: Backend; folder: string }
let to: { backend: Backend; folder: string }
beforeEach(async () => {
  from = await library()
  to = await library()
})
afterEach(async () => {
  for (const backend of backends.splice(0)) await backend.close()
  for (const folder of folders.splice(0)) folder.remove()
})

const draftWith = (text: string): Draft => ({ ...fullDraft, blocks: [...fullDraft.blocks, { role: 'paragraph', id: 'own', runs: [{ text }] }] })
const active = async (backend: Backend) => (await must(backend, 'library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 100 })).drafts
async function change(backend: Backend, draftId: string, text: string): Promise<void> {
  const { draft, revision } = await must(backend, 'drafts.open', { draftId })
  await must(backend, 'drafts.save', { draftId, baseRevision: revision, draft: { ...draft, blocks: draft.blocks.map((block) => (block.id === 'own' ? { role: 'paragraph', id: 'own', runs: [{ text }] } : block)) }, clientId: 'w' })
}
const wordsOf = async (backend: Backend, draftId: string) => JSON.stringify((await must(backend, 'drafts.open', { draftId })).draft.blocks.at(-1))

describe.each(manners)('a package, %s', (_name, manner) => {
  it('Z1 carries drafts with records and notes, and the layout they are set in, to another library', async () => {
    const { layout } = await must(from.backend, 'layouts.copy', { id: 'gb33476', clientId: 'w' })
    const first = await storeDraft(from.backend, { ...draftWith('甲'), layout: layout.id })
    const second = await storeDraft(from.backend, draftWith('乙'))
    const bytes = await pack(from.backend, [{ kind: 'draft', id: first }, { kind: 'draft', id: second }], manner)
    const view = await must(to.backend, 'packages.look', fileOf(bytes, manner.passphrase))
    expect(view).toMatchObject({ kind: 'mixed', encrypted: manner.passphrase !== null, signer: { state: manner.sign ? 'unknown' : 'none' } })
    expect(view.contents.map(({ kind, id, state }) => [kind, id, state])).toEqual([['draft', first, 'new'], ['draft', second, 'new'], ['layout', layout.id, 'new']])
    expect(await active(to.backend)).toEqual([])
    const opened = await openAll(to.backend, bytes, { passphrase: manner.passphrase })
    expect(opened.contents.map(({ act, id, storedId }) => [act, id === storedId])).toEqual([['add', true], ['add', true], ['add', true]])
    for (const one of [from, to]) await one.backend.close()
    expect(storedContents(to.folder)).toEqual(storedContents(from.folder))
  })
  it('Z5 any byte changed ends in one error and stores nothing', async () => {
    const bytes = await pack(from.backend, [{ kind: 'draft', id: await storeDraft(from.backend, draftWith('甲')) }], manner)
    const middle = Uint8Array.from(bytes)
    middle[Math.floor(bytes.length / 2)]! ^= 0x10
    for (const bad of [bytes.subarray(0, bytes.length - 1), bytes.subarray(0, 200), middle]) {
      const result = await openWith(to.backend, bad, { passphrase: manner.passphrase })
      expect(result.ok ? '' : result.error.code).toMatch(/^PACKAGE_(?:DAMAGED|PASSPHRASE)$/)
      expect(result.ok ? '' : result.error.message).toContain('没有存入任何内容')
    }
    expect(await active(to.backend)).toEqual([])
  })
})

describe('conflicts', () => {
  async function changedOnBothSides(): Promise<{ id: string; bytes: Uint8Array }> {
    const id = await storeDraft(from.backend, draftWith('甲'))
    await openAll(to.backend, await pack(from.backend, [{ kind: 'draft', id }]))
    await change(from.backend, id, '对方的')
    await change(to.backend, id, '我的')
    return { id, bytes: await pack(from.backend, [{ kind: 'draft', id }]) }
  }
  it('Z3 the same again is the same, and nothing is stored', async () => {
    const bytes = await pack(from.backend, [{ kind: 'draft', id: await storeDraft(from.backend, draftWith('甲')) }])
    await openAll(to.backend, bytes)
    expect((await must(to.backend, 'packages.look', fileOf(bytes))).contents).toMatchObject([{ state: 'same', differences: [] }])
    expect(await openAll(to.backend, bytes, { conflict: 'both' })).toMatchObject({ openingId: null, contents: [{ act: 'leave' }] })
    expect(await active(to.backend)).toHaveLength(1)
  })
  it('Z3 keep leaves mine, and the difference is told', async () => {
    const { id, bytes } = await changedOnBothSides()
    expect((await must(to.backend, 'packages.look', fileOf(bytes))).contents).toMatchObject([{ state: 'changed', differences: ['正文与本机的相比：改了 1 段。'], canTake: true }])
    expect(await openAll(to.backend, bytes, { conflict: 'keep' })).toMatchObject({ openingId: null })
    expect(await wordsOf(to.backend, id)).toContain('我的')
  })
  it('Z3 Z4 take replaces mine, which stays as a version, and undoing puts mine back', async () => {
    const { id, bytes } = await changedOnBothSides()
    const events: BackendEvent[] = []
    to.backend.subscribe((event) => events.push(event))
    const { openingId } = await openAll(to.backend, bytes, { conflict: 'take' })
    expect(await wordsOf(to.backend, id)).toContain('对方的')
    expect(events).toContainEqual(expect.objectContaining({ type: 'draft-saved', draftId: id }))
    await must(to.backend, 'packages.undo', { openingId: openingId! })
    expect(await wordsOf(to.backend, id)).toContain('我的')
    expect((await callAs(to.backend, 'packages.undo', { openingId: openingId! }))).toMatchObject({ ok: false, error: { code: 'PACKAGE_OPENING_NOT_FOUND' } })
  })
  it('Z3 Z4 both stores theirs under a new id, and a choice of one content goes before the common one', async () => {
    const { id, bytes } = await changedOnBothSides()
    const opened = await openWith(to.backend, bytes, { conflict: 'take', choices: [{ kind: 'draft', id, choice: 'both' }] })
    if (!opened.ok) throw new Error(opened.error.message)
    const beside = opened.value.contents[0]!
    expect(beside).toMatchObject({ act: 'addBeside' })
    expect(beside.storedId).not.toBe(id)
    expect([await wordsOf(to.backend, id), await wordsOf(to.backend, beside.storedId)]).toEqual([expect.stringContaining('我的'), expect.stringContaining('对方的')])
    await must(to.backend, 'packages.undo', { openingId: opened.value.openingId! })
    expect((await active(to.backend)).map((one) => one.id)).toEqual([id])
  })
  it('Z4 what was changed since is not undone, nor anything else of the opening', async () => {
    const ids = [await storeDraft(from.backend, draftWith('甲')), await storeDraft(from.backend, draftWith('乙'))]
    const { openingId } = await openAll(to.backend, await pack(from.backend, ids.map((id) => ({ kind: 'draft' as const, id }))))
    await change(to.backend, ids[1]!, '已改')
    expect(await callAs(to.backend, 'packages.undo', { openingId: openingId! })).toMatchObject({ ok: false, error: { code: 'PACKAGE_CHANGED_SINCE' } })
    expect(await active(to.backend)).toHaveLength(2)
  })
  it('Z3 a draft in the trash that says the same is brought back, and undoing puts it there again', async () => {
    const id = await storeDraft(from.backend, draftWith('甲'))
    const bytes = await pack(from.backend, [{ kind: 'draft', id }])
    await openAll(to.backend, bytes)
    await must(to.backend, 'drafts.trash', { draftIds: [id] })
    const { openingId, contents } = await openAll(to.backend, bytes)
    expect(contents).toMatchObject([{ act: 'restore' }])
    expect(await active(to.backend)).toHaveLength(1)
    await must(to.backend, 'packages.undo', { openingId: openingId! })
    expect(await active(to.backend)).toHaveLength(0)
  })
  it('Z3 a layout kept beside mine takes the drafts that came with it along, and its name is free', async () => {
    const { layout } = await must(from.backend, 'layouts.copy', { id: 'gb33476', clientId: 'w' })
    const id = await storeDraft(from.backend, { ...draftWith('甲'), layout: layout.id })
    await openAll(to.backend, await pack(from.backend, [{ kind: 'layout', id: layout.id }]))
    const other = { ...layout, grid: { ...layout.grid, linePitch: layout.grid.linePitch - 1 } }
    await must(from.backend, 'layouts.save', { layout: other, base: layout, clientId: 'w' })
    const opened = await openAll(to.backend, await pack(from.backend, [{ kind: 'draft', id }]), { conflict: 'both' })
    const stored = opened.contents.find(({ kind }) => kind === 'layout')!.storedId
    expect(stored).not.toBe(layout.id)
    expect((await must(to.backend, 'drafts.open', { draftId: id })).draft.layout).toBe(stored)
    const { layouts } = await must(to.backend, 'layouts.list', {})
    expect(new Set(layouts.map((one) => one.name)).size).toBe(layouts.length)
    await must(to.backend, 'packages.undo', { openingId: opened.openingId! })
    expect((await must(to.backend, 'layouts.list', {})).own.map((one) => one.id)).toEqual([layout.id])
  })
})

describe('passphrase and signature', () => {
  it('Z6 a wrong passphrase and a missing one are told apart, and nothing can be read without it', async () => {
    const id = await storeDraft(from.backend, draftWith('机密的话'))
    const bytes = await pack(from.backend, [{ kind: 'draft', id }], { passphrase: '对的', sign: false })
    expect(Buffer.from(bytes).includes(id) || Buffer.from(bytes).includes('manifest')).toBe(false)
    for (const [passphrase, code] of [[null, 'PACKAGE_ENCRYPTED'], ['错的', 'PACKAGE_PASSPHRASE'], ['对的 ', 'PACKAGE_PASSPHRASE']] as const) {
      expect(await callAs(to.backend, 'packages.look', fileOf(bytes, passphrase))).toMatchObject({ ok: false, error: { code } })
    }
    expect(await active(to.backend)).toEqual([])
  })
  it('Z7 a signature is confirmed once, known from then on, and missed when it is not there', async () => {
    await must(from.backend, 'settings.write', { setting: { name: 'unitProfile', value: { fullName: '青禾县水务局', shortName: '', kind: '', superiors: [], leaders: [], people: [], offices: [] } }, clientId: 'w' })
    const wanted = [{ kind: 'draft' as const, id: await storeDraft(from.backend, draftWith('甲')) }]
    const signed = await pack(from.backend, wanted, { passphrase: null, sign: true })
    const refused = await openWith(to.backend, signed)
    expect(refused).toMatchObject({ ok: false, error: { code: 'PACKAGE_SIGNER_UNKNOWN', message: expect.stringContaining('青禾县水务局') } })
    expect(await active(to.backend)).toEqual([])
    await openAll(to.backend, signed)
    expect((await must(to.backend, 'packages.look', fileOf(signed))).signer.state).toBe('known')
    expect((await must(from.backend, 'packages.look', fileOf(signed))).signer.state).toBe('own')
    expect((await must(to.backend, 'packages.look', fileOf(await pack(from.backend, wanted)))).signer.state).toBe('missing')
    // Another library under the same name has another key.
    const third = await library()
    await openAll(third.backend, signed)
    await must(third.backend, 'settings.write', { setting: { name: 'unitProfile', value: { fullName: '青禾县水务局', shortName: '', kind: '', superiors: [], leaders: [], people: [], offices: [] } }, clientId: 'w' })
    const forged = await pack(third.backend, wanted, { passphrase: null, sign: true })
    expect(await openWith(to.backend, forged, { confirmSigner: 'wrong' })).toMatchObject({ ok: false, error: { code: 'PACKAGE_SIGNER_CHANGED' } })
  })
})

describe('cancelling', () => {
  it('Z4 an opening that is cancelled stores nothing and can be done again', async () => {
    const bytes = await pack(from.backend, [{ kind: 'draft', id: await storeDraft(from.backend, draftWith('甲')) }], { passphrase: 'p', sign: false })
    const opening = openWith(to.backend, bytes, { passphrase: 'p' })
    await must(to.backend, 'jobs.cancel', { jobId: 'open' })
    expect(await opening).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect(await active(to.backend)).toEqual([])
    await openAll(to.backend, bytes, { passphrase: 'p' })
    expect(await active(to.backend)).toHaveLength(1)
  })
})

describe('making', () => {
  it('Z8 writes a whole file and nothing beside it, asks before it replaces what others made', async () => {
    const contents = [{ kind: 'draft' as const, id: await storeDraft(from.backend, draftWith('甲')) }]
    const input = { jobId: 'j', contents, passphrase: null, sign: false, target: { kind: 'default' as const } }
    const made = await must(from.backend, 'packages.make', { ...input, ifExists: 'ask' })
    expect(made.path).toMatch(/\.zgx$/)
    expect((await readNow(readFileSync(made.path))).contents).toHaveLength(1)
    expect(readdirSync(made.folder)).toHaveLength(1)
    mkdirSync(made.folder, { recursive: true })
    writeFileSync(made.path, 'somebody else’s')
    expect(await callAs(from.backend, 'packages.make', { ...input, ifExists: 'ask' })).toMatchObject({ ok: false, error: { code: 'FILE_CHANGED' } })
    expect(readFileSync(join(made.path), 'utf8')).toBe('somebody else’s')
  })
  it('Z8 names what is not in the library', async () => {
    expect(await callAs(from.backend, 'packages.content', { jobId: 'j', contents: [{ kind: 'draft', id: 'gone' }], passphrase: null, sign: false })).toMatchObject({ ok: false, error: { code: 'PACKAGE_CONTENT_UNKNOWN' } })
  })
})
