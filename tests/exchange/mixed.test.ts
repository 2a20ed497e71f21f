/** Z1 Z3 Z4: packages of every kind at once, between libraries that know each other's contents or not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conflictChoices, type ConflictChoice, type TheirContent } from '../../shared/exchange/plan.ts'
import { contentKey, readManifest } from '../../shared/exchange/manifest.ts'
import { contentKinds, knownKinds } from '../../shared/exchange/content-kinds.ts'
import { dumpTables, fillLibrary, heldContents, onDatabase, type Held } from '../support/library-tables.ts'
import { faultsOfOpening, faultsOfUndoing } from '../support/opening-law.ts'
import { manners, openAll, pack, type Manner } from '../support/packages.ts'
import { changedContent, contentArbitraries, libraryArbitrary } from '../support/random-contents.ts'
import { callAs, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

async function packed(contents: readonly TheirContent[], manner: Manner): Promise<Uint8Array> {
  const temp = makeTempFolder()
  try {
    fillLibrary(temp.folder, contents)
    const backend = await openTestBackend({ dataFolder: temp.folder })
    const bytes = await pack(backend, contents.map(({ kind, id }) => ({ kind, id })), manner)
    await backend.close()
    return bytes
  } finally {
    temp.remove()
  }
}

/** Some of mine lie in the trash; layouts know none. */
function trash(folder: string, contents: readonly TheirContent[], picks: readonly boolean[]): void {
  onDatabase(folder, (database) => {
    contents.forEach(({ kind, id }, index) => {
      if (!picks[index % picks.length] || kind === 'layout') return
      if (kind === 'draft') database.prepare('UPDATE drafts SET trashed_at = 5 WHERE id = ?').run(id)
      else database.prepare('UPDATE contents SET trashed_at = 5 WHERE kind = ? AND id = ?').run(kind, id)
    })
  })
}

interface Told { readonly acts: readonly string[] }

/** Opens theirs in a library of mine, holds both against the law, takes it back, and holds that against it too. */
async function openAndUndo(mine: readonly TheirContent[], trashed: readonly boolean[], theirs: readonly TheirContent[], choice: ConflictChoice, manner: Manner): Promise<Told> {
  const bytes = await packed(theirs, manner)
  const temp = makeTempFolder()
  try {
    fillLibrary(temp.folder, mine)
    trash(temp.folder, mine, trashed)
    // The tables a first start fills are filled before they are looked at.
    await (await openTestBackend({ dataFolder: temp.folder })).close()
    const [before, held]: [ReturnType<typeof dumpTables>, Held] = [dumpTables(temp.folder), heldContents(temp.folder)]
    const backend = await openTestBackend({ dataFolder: temp.folder })
    const opened = await openAll(backend, bytes, { passphrase: manner.passphrase, conflict: choice })
    await backend.close()
    expect(faultsOfOpening(held, heldContents(temp.folder), theirs, opened.contents, choice)).toEqual([])
    const again = await openTestBackend({ dataFolder: temp.folder })
    if (opened.openingId !== null) await must(again, 'packages.undo', { openingId: opened.openingId })
    await again.close()
    expect(faultsOfUndoing(before, dumpTables(temp.folder))).toEqual([])
    return { acts: opened.contents.map(({ kind, act }) => `${kind} ${act}`) }
  } finally {
    temp.remove()
  }
}

describe('packages of all kinds', () => {
  it('Z1 Z4 what is packed is what is opened in another library, byte for byte, and undone nothing of it is left but in the trash', async () => {
    await fc.assert(fc.asyncProperty(libraryArbitrary, fc.constantFrom(...manners), async (lot, [, manner]) => {
      const { acts } = await openAndUndo([], [false], lot, 'keep', manner)
      expect(new Set(acts)).toEqual(new Set(knownKinds.map((kind) => `${kind} add`)))
    }), { numRuns: 5, seed: 20240104, endOnFailure: true })
  }, 240_000)

  it.each(conflictChoices)('Z3 Z4 against a library that has other, the same and trashed contents of those ids: %s', async (choice) => {
    const acts = new Set<string>()
    await fc.assert(fc.asyncProperty(libraryArbitrary, libraryArbitrary, fc.array(fc.constantFrom('same', 'changed', 'other'), { minLength: 3, maxLength: 7 }), fc.array(fc.boolean(), { minLength: 3, maxLength: 7 }), fc.constantFrom(...manners), async (mine, lot, likeness, trashed, [, manner]) => {
      const own = new Map(mine.map((content) => [contentKey(content), content]))
      const theirs = lot.map((content, index) => {
        const same = own.get(contentKey(content))
        const like = likeness[index % likeness.length]
        return like === 'other' || same === undefined ? content : like === 'same' ? same : changedContent(same)
      })
      for (const act of (await openAndUndo(mine, trashed, theirs, choice, manner)).acts) acts.add(act)
    }), { numRuns: 4, seed: 20240105, endOnFailure: true })
    // Every kind went through the choice.
    const changed = { keep: 'leave', take: 'replace', both: 'addBeside' }[choice]
    for (const kind of knownKinds) expect([...acts]).toContain(`${kind} ${changed}`)
  }, 240_000)

  it('Z3 a template kept beside mine follows its layout and its aspects, and a draft its layout, to the ids they got', async () => {
    const lots = fc.sample(libraryArbitrary, { numRuns: 40, seed: 9, endOnFailure: true })
    const named = (lot: readonly TheirContent[]) => lot.some(({ kind, text }) => kind === 'template' && /"layout":"(?:同一个|layout\/1)"/.test(text) && /"set":"(?:同一个|aspects\/1)"/.test(text))
      && lot.some(({ kind, text }) => kind === 'draft' && /"layout":"(?:同一个|layout\/1)"/.test(text))
    const theirs = lots.find(named)!
    const mine = lots.findLast((lot) => lot !== theirs && lot.filter(({ kind }) => kind === 'layout' || kind === 'aspects').length === 4)!
    const { acts } = await openAndUndo(mine, [false], theirs, 'both', manners[0][1])
    expect(acts).toContain('aspects addBeside')
  })
})

describe('each kind', () => {
  it.each(knownKinds)('Z1 Z3 %s: is read as it was written, and differs from any other of its kind', (kind) => {
    fc.assert(fc.property(contentArbitraries[kind] as fc.Arbitrary<{ readonly id: string }>, contentArbitraries[kind] as fc.Arbitrary<{ readonly id: string }>, (one, other) => {
      const [text, unlike] = [JSON.stringify(one), JSON.stringify(other)]
      expect(contentKinds[kind].read(text)).toMatchObject({ ok: true, text })
      expect(contentKinds[kind].differences(text, text)).toEqual([])
      if (text !== unlike) expect(contentKinds[kind].differences(text, unlike).length).toBeGreaterThan(0)
    }), { numRuns: 60, seed: 3, endOnFailure: true })
  })
  it.each(knownKinds.filter((kind) => kind !== 'draft'))('Z4 %s: changed since, nothing of the opening is undone', async (kind) => {
    const [theirs] = fc.sample(libraryArbitrary, { numRuns: 1, seed: 77, endOnFailure: true })
    const bytes = await packed(theirs!, manners[0][1])
    const temp = makeTempFolder()
    try {
      const backend = await openTestBackend({ dataFolder: temp.folder })
      const { openingId } = await openAll(backend, bytes)
      await backend.close()
      onDatabase(temp.folder, (database) => {
        if (kind === 'layout') database.prepare("UPDATE layouts SET content = replace(content, '\"schemaVersion\":1', '\"schemaVersion\": 1')").run()
        else database.prepare("UPDATE contents SET content = content || ' ' WHERE kind = ?").run(kind)
      })
      const before = dumpTables(temp.folder)
      const again = await openTestBackend({ dataFolder: temp.folder })
      expect(await callAs(again, 'packages.undo', { openingId: openingId! })).toMatchObject({ ok: false, error: { code: 'PACKAGE_CHANGED_SINCE' } })
      await again.close()
      expect(dumpTables(temp.folder)).toEqual(before)
    } finally {
      temp.remove()
    }
  })
  it('Z4 a layout that a template was set in since is not taken away, nor anything else of the opening', async () => {
    const lots = fc.sample(libraryArbitrary, { numRuns: 1, seed: 78 })[0]!
    const [layout, template] = (['layout', 'template'] as const).map((kind) => lots.find((one) => one.kind === kind)!)
    const temp = makeTempFolder()
    try {
      const backend = await openTestBackend({ dataFolder: temp.folder })
      const { openingId } = await openAll(backend, await packed([layout!], manners[0][1]))
      await backend.close()
      const text = JSON.stringify({ ...(JSON.parse(template!.text) as object), layout: layout!.id })
      onDatabase(temp.folder, (database) => database.prepare("INSERT INTO contents (kind, id, title, content, created_at, updated_at) VALUES ('template', ?, ?, ?, 1, 1)").run(template!.id, template!.title, text))
      const again = await openTestBackend({ dataFolder: temp.folder })
      expect(await callAs(again, 'packages.undo', { openingId: openingId! })).toMatchObject({ ok: false, error: { code: 'PACKAGE_CHANGED_SINCE' } })
      await again.close()
      expect(Object.keys(heldContents(temp.folder))).toContain(contentKey(layout!))
    } finally {
      temp.remove()
    }
  })
  it('Z5 an id that a database would take for another, or that cannot be printed, is refused', async () => {
    const manifest = (id: string) => JSON.stringify({ format: 'zgx', version: 1, kind: 'draft', maker: { unit: '', program: '' }, madeAt: '2024-01-02T03:04:05Z', contents: [{ id, kind: 'draft', title: '', path: 'contents/draft/1.json', size: 1, sha256: 'a'.repeat(64) }] })
    for (const id of ['\ud800', 'a\u0000b', '\n', '']) expect(readManifest(manifest(id))).toMatchObject({ kind: 'broken' })
    expect(readManifest(manifest('甲-1'))).toMatchObject({ kind: 'manifest' })
  })
})
