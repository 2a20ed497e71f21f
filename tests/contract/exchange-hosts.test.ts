/** H1: packages over every host: plain, encrypted, signed and both, with contents of every kind. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { BackendEvent } from '../../shared/contract/events.ts'
import type { TheirContent } from '../../shared/exchange/plan.ts'
import { knownKinds } from '../../shared/exchange/content-kinds.ts'
import { hostNames, openHost, type HostName, type OpenHost } from '../support/hosts.ts'
import { dumpTables, fillLibrary, heldContents } from '../support/library-tables.ts'
import { faultsOfOpening, faultsOfUndoing } from '../support/opening-law.ts'
import { fileOf, manners, reviewsOf } from '../support/packages.ts'
import { libraryArbitrary } from '../support/random-contents.ts'
import { callAs, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

const lot: readonly TheirContent[] = fc.sample(libraryArbitrary, { numRuns: 1, seed: 20240107 })[0]!
const wanted = lot.map(({ kind, id }) => ({ kind, id }))

interface Library { readonly host: OpenHost; readonly folder: string }
const opened: { close: () => Promise<void> }[] = []
async function library(name: HostName, contents: readonly TheirContent[] = []): Promise<Library> {
  const temp = makeTempFolder()
  fillLibrary(temp.folder, contents)
  const host = await openHost(name, () => openTestBackend({ dataFolder: temp.folder }))
  opened.push({ close: async () => { await host.close(); temp.remove() } })
  return { host, folder: temp.folder }
}
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close().catch(() => {})
})

describe.each(hostNames)('H1 packages over %s', (hostName) => {
  it.each(manners)('Z1 Z4 %s: made, looked into, opened and undone', async (_name, manner) => {
    const from = await library(hostName, lot)
    const made = await must(from.host, 'packages.content', { jobId: 'make', contents: wanted, ...manner, reviews: await reviewsOf(from.host, wanted) })
    expect(made.contents).toBe(lot.length)
    expect(made.fingerprint === null).toBe(!manner.sign)
    const bytes = Uint8Array.from(Buffer.from(made.contentBase64, 'base64'))

    const to = await library(hostName)
    await to.host.close()
    const [dump, held] = [dumpTables(to.folder), heldContents(to.folder)]
    const again = await reopened(hostName, to)
    const events: BackendEvent[] = []
    const stop = again.host.subscribe((event) => events.push(event))
    const file = fileOf(bytes, manner.passphrase)
    const view = await must(again.host, 'packages.look', file)
    expect(view).toMatchObject({ kind: 'mixed', encrypted: manner.passphrase !== null, signer: { state: manner.sign ? 'unknown' : 'none', fingerprint: made.fingerprint }, unknown: [] })
    expect(view.contents.map(({ kind, id, state }) => [kind, id, state])).toEqual(lot.map(({ kind, id }) => [kind, id, 'new']))
    const input = { ...file, conflict: 'keep' as const, choices: [] }
    if (manner.sign) expect(await callAs(again.host, 'packages.open', { ...input, confirmSigner: null })).toMatchObject({ ok: false, error: { code: 'PACKAGE_SIGNER_UNKNOWN' } })
    if (manner.passphrase !== null) expect(await callAs(again.host, 'packages.open', { ...input, passphrase: '别的', confirmSigner: null })).toMatchObject({ ok: false, error: { code: 'PACKAGE_PASSPHRASE' } })
    const done = await must(again.host, 'packages.open', { ...input, confirmSigner: made.fingerprint })
    expect(new Set(done.contents.map(({ kind }) => kind))).toEqual(new Set(knownKinds))
    // Every screen that shows any of it is told.
    await expect.poll(() => [...new Set(events.map((event) => (event.type === 'contents-changed' ? event.kind : event.type)))]).toEqual(expect.arrayContaining(['library-changed', 'layouts-changed', 'template', 'aspects', 'snippet', 'ledger']))
    stop()
    await again.host.close()
    expect(faultsOfOpening(held, heldContents(to.folder), lot, done.contents, 'keep')).toEqual([])

    const third = await reopened(hostName, to)
    expect(await must(third.host, 'packages.undo', { openingId: done.openingId! })).toEqual({ contents: lot.length })
    await third.host.close()
    expect(faultsOfUndoing(dump, dumpTables(to.folder))).toEqual([])
  }, 60_000)

  it('Z5 what is no package is one typed failure over the wire as well, and nothing is stored', async () => {
    const to = await library(hostName)
    const from = await library(hostName, lot)
    const { contentBase64 } = await must(from.host, 'packages.content', { jobId: 'make', contents: wanted, passphrase: null, sign: true, reviews: await reviewsOf(from.host, wanted) })
    const whole = Uint8Array.from(Buffer.from(contentBase64, 'base64'))
    const flipped = whole.slice()
    flipped[whole.length >> 1]! ^= 4
    for (const [bytes, code] of [[whole.slice(0, -30), 'PACKAGE_DAMAGED'], [flipped, 'PACKAGE_DAMAGED'], [new Uint8Array([1, 2, 3]), 'PACKAGE_NOT_OURS'], [new Uint8Array(0), 'FILE_EMPTY']] as const) {
      expect(await callAs(to.host, 'packages.open', { ...fileOf(bytes), conflict: 'both', confirmSigner: null, choices: [] })).toMatchObject({ ok: false, error: { code } })
    }
    await to.host.close()
    expect(heldContents(to.folder)).toEqual({})
  }, 60_000)
})

async function reopened(name: HostName, { folder }: Library): Promise<Library> {
  const host = await openHost(name, () => openTestBackend({ dataFolder: folder }))
  opened.push({ close: () => host.close() })
  return { host, folder }
}
