/** Z1: what is packed is what is opened, in another data folder, byte for byte. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planContent } from '../../shared/exchange/plan.ts'
import { readManifest } from '../../shared/exchange/manifest.ts'
import { contentKinds } from '../../shared/exchange/content-kinds.ts'
import { stableText } from '../../shared/exchange/stable-text.ts'
import { draftArbitrary } from '../support/random-draft.ts'
import { fullDraft } from '../support/full-draft.ts'
import { openAll, pack, storedContents, storeDraft, manners } from '../support/packages.ts'
import { makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

describe('round trip', () => {
  it('Z1 random drafts arrive as they were, byte for byte, whatever the manner', async () => {
    await fc.assert(fc.asyncProperty(fc.array(draftArbitrary, { minLength: 1, maxLength: 5 }), fc.constantFrom(...manners), async (drafts, [, manner]) => {
      const folders = [makeTempFolder(), makeTempFolder()] as const
      try {
        const from = await openTestBackend({ dataFolder: folders[0].folder })
        const ids: string[] = []
        for (const draft of drafts) ids.push(await storeDraft(from, draft))
        const bytes = await pack(from, ids.map((id) => ({ kind: 'draft' as const, id })), manner)
        await from.close()
        const to = await openTestBackend({ dataFolder: folders[1].folder })
        const { openingId } = await openAll(to, bytes, { passphrase: manner.passphrase })
        await to.close()
        expect(storedContents(folders[1].folder)).toEqual(storedContents(folders[0].folder))
        const again = await openTestBackend({ dataFolder: folders[1].folder })
        await must(again, 'packages.undo', { openingId: openingId! })
        await again.close()
        expect(storedContents(folders[1].folder).trashed).toEqual([...ids].sort())
      } finally {
        for (const folder of folders) folder.remove()
      }
    }), { numRuns: 8, seed: 20231109 })
  }, 240_000)
  it('Z3 a draft compared with itself is the same, with its keys in another order as well; with any block changed it is not', () => {
    fc.assert(fc.property(draftArbitrary, fc.nat(), (draft, at) => {
      const theirs = { kind: 'draft' as const, id: draft.id, title: draft.title, text: JSON.stringify(draft) }
      const own = (text: string) => ({ text, trashed: false, fixed: false })
      expect(planContent(theirs, own(theirs.text)).state).toBe('same')
      expect(planContent(theirs, own(stableText(draft))).state).toBe('same')
      const index = at % draft.blocks.length
      const other = { ...draft, blocks: draft.blocks.map((block, place) => (place === index ? { role: 'paragraph' as const, id: block.id, runs: [{ text: '别的话，从来没有写过' }] } : block)) }
      const planned = planContent(theirs, own(JSON.stringify(other)))
      expect(planned).toMatchObject({ state: 'changed', differences: ['正文与本机的相比：改了 1 段。'] })
    }), { numRuns: 150, seed: 7 })
  })
})

describe('formats', () => {
  it('Z2 a draft of an earlier version is opened as one of today', () => {
    const { schemaVersion: _, ...rest } = fullDraft
    const read = contentKinds.draft.read(JSON.stringify({ schemaVersion: 2, ...rest }))
    expect(read.ok && JSON.parse(read.text)).toEqual(fullDraft)
  })
  it('Z2 a manifest of an earlier version goes through every step up to today’s', () => {
    const sha256 = 'a'.repeat(64)
    const old = { format: 'zgx', version: 0, kind: 'draft', by: '青禾县水务局', madeAt: '2024-01-02T03:04:05Z', contents: [{ id: 'a', kind: 'draft', title: '', path: 'contents/draft/1.json', size: 1, sha256 }] }
    const steps = { 0: ({ by, ...kept }: Readonly<Record<string, unknown>>) => ({ ...kept, maker: { unit: by, program: '' } }) }
    expect(readManifest(JSON.stringify(old), steps)).toMatchObject({ kind: 'manifest', manifest: { version: 1, maker: { unit: '青禾县水务局' } } })
    expect(readManifest(JSON.stringify(old))).toEqual({ kind: 'broken', place: 'version' })
    expect(readManifest(JSON.stringify({ ...old, version: 2 }))).toEqual({ kind: 'newer' })
  })
})
