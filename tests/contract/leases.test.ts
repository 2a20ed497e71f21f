/** One window edits a draft at a time: over every host, and what the local host sees of windows that go. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackendEvent } from '../../shared/contract/events.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { startLocalHost } from '../../electron/local-host/start-local-host.ts'
import { hostNames, openHost, silentLog, writeRendererFolder, type OpenHost } from '../support/hosts.ts'
import { callAs, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe.each(hostNames)('S11 leases over %s', (hostName) => {
  let host: OpenHost
  let events: BackendEvent[]
  let draftId: string
  beforeEach(async () => {
    host = await openHost(hostName, () => openTestBackend({ dataFolder: temp.folder }))
    events = []
    host.subscribe((event) => events.push(event))
    await later(100)
    draftId = (await must(host, 'drafts.create', { kind: 'team-plan' })).draftId
  })
  afterEach(() => host.close())
  const open = (clientId?: string) => must(host, 'drafts.open', { draftId, ...(clientId === undefined ? {} : { clientId }) })

  it('S11 the first to open edits, the second looks on until the first is done', async () => {
    const first = await open('a')
    expect(first.editing).toMatchObject({ mine: true })
    expect((await open('b')).editing).toEqual({ mine: false, since: first.editing.since })
    // Opening it again, or only to read it, changes nothing.
    expect((await open('a')).editing).toEqual(first.editing)
    expect((await open()).editing).toEqual({ mine: false, since: first.editing.since })
    await must(host, 'leases.release', { draftId, clientId: 'b' })
    expect((await must(host, 'leases.look', { draftId, clientId: 'b' })).mine).toBe(false)
    await must(host, 'leases.release', { draftId, clientId: 'a' })
    await expect.poll(() => events).toContainEqual({ type: 'draft-lease', draftId, holder: null, since: null })
    expect((await must(host, 'leases.renew', { draftId, clientId: 'b' })).mine).toBe(true)
    await expect.poll(() => events.some((event) => event.type === 'draft-lease' && event.holder === 'b')).toBe(true)
  })

  it('S11 a take-over asks the holder, and answers when it has handed over', async () => {
    await open('a')
    await open('b')
    const taking = must(host, 'leases.take', { draftId, clientId: 'b' })
    await expect.poll(() => events).toContainEqual({ type: 'draft-lease-wanted', draftId, holder: 'a', by: 'b' })
    expect((await must(host, 'leases.handOver', { draftId, clientId: 'a', to: 'b' })).mine).toBe(false)
    expect((await taking).mine).toBe(true)
  })

  it('S2 S11 a save without the lease is judged by its revision alone', async () => {
    const { draft, revision } = await open('a')
    await open('b')
    const edited = (text: string): Draft => ({ ...draft, blocks: [...draft.blocks, { role: 'paragraph', id: `new-${text}`, runs: [{ text }] }] })
    const saved = await must(host, 'drafts.save', { draftId, baseRevision: revision, draft: edited('乙'), clientId: 'b' })
    expect(await callAs(host, 'drafts.save', { draftId, baseRevision: revision, draft: edited('甲'), clientId: 'a' })).toMatchObject({ ok: false, error: { code: 'REVISION_CONFLICT', data: { revision: saved.revision } } })
    expect((await must(host, 'leases.look', { draftId, clientId: 'a' })).mine).toBe(true)
  })

  it('S11 a draft in the trash is nobody’s', async () => {
    await must(host, 'drafts.trash', { draftIds: [draftId] })
    expect((await open('a')).editing).toEqual({ mine: false, since: null })
  })

  it('S11 windows are asked for signs of life', async () => {
    await expect.poll(() => events.some((event) => event.type === 'lease-check'), { timeout: 7000 }).toBe(true)
  })
})

describe('S11 a window of the local host', () => {
  it('S11 frees what it edits when its connection ends, but not when it comes back at once', async () => {
    const backend = await openTestBackend({ dataFolder: temp.folder })
    const renderer = await writeRendererFolder()
    const host = await startLocalHost({ backend, rendererFolder: renderer.folder, log: silentLog })
    const cookie = ((await fetch(host.address, { redirect: 'manual' })).headers.get('set-cookie') ?? '').split(';', 1)[0]!
    const listen = async () => {
      const stream = new AbortController()
      await fetch(`http://127.0.0.1:${host.port}/events?client=window-a`, { headers: { Cookie: cookie }, signal: stream.signal })
      return stream
    }
    const { draftId } = await must(backend, 'drafts.create', { kind: 'team-plan' })
    const isMine = async () => (await must(backend, 'leases.look', { draftId, clientId: 'window-a' })).mine
    const first = await listen()
    await must(backend, 'drafts.open', { draftId, clientId: 'window-a' })
    // A reload: gone and back.
    first.abort()
    await later(300)
    const second = await listen()
    await later(3000)
    expect(await isMine()).toBe(true)
    second.abort()
    await expect.poll(isMine, { timeout: 4000 }).toBe(false)
    await host.close()
    await backend.close()
    await renderer.remove()
  })
})
