/** Z4 Z8: killed with packages of every kind in hand. An opening, and its undoing, is done altogether or not at all; a package has its name only when it is whole. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentKinds, isKnownKind, knownKinds } from '../../shared/exchange/content-kinds.ts'
import { contentKey } from '../../shared/exchange/manifest.ts'
import type { TheirContent } from '../../shared/exchange/plan.ts'
import { randomOf } from '../fuzz/random.ts'
import { fillLibrary, heldIn, onDatabase } from '../support/library-tables.ts'
import { pack, readNow } from '../support/packages.ts'
import { changedContent, libraryArbitrary } from '../support/random-contents.ts'
import { makeTempFolder, openTestBackend } from '../support/test-backend.ts'
import { killed } from './killed-packager.ts'

const kills = 14

const lot: readonly TheirContent[] = fc.sample(libraryArbitrary, { numRuns: 1, seed: 20240108 })[0]!

/** What stands in a library that was killed, against what it had said. */
function inspect(folder: string, mine: readonly TheirContent[], said: readonly string[]): { openings: number; undone: number } {
  return onDatabase(folder, (database) => {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const held = heldIn(database)
    for (const [key, { text }] of Object.entries(held)) {
      const kind = key.slice(0, key.indexOf('/'))
      expect(isKnownKind(kind) && contentKinds[kind].read(text).ok, key).toBe(true)
    }
    for (const content of mine) expect(held[contentKey(content)]).toEqual({ text: content.text, trashed: false })
    const openings = database.prepare<[], { id: string; undone_at: number | null }>('SELECT id, undone_at FROM openings').all()
    const known = new Set(mine.map(contentKey))
    for (const { id, undone_at } of openings) {
      const stored = database.prepare<[string], { kind: string; id: string }>('SELECT kind, stored_id AS id FROM opening_contents WHERE opening_id = ?').all(id)
      expect(stored).toHaveLength(lot.length)
      for (const one of stored) {
        known.add(contentKey(one))
        // Undone: a layout is taken away, everything else lies in the trash.
        const state = held[contentKey(one)] === undefined ? 'gone' : held[contentKey(one)]!.trashed ? 'trashed' : 'there'
        expect(state, `${one.kind} of an opening ${undone_at === null ? 'that stands' : 'undone'}`).toBe(undone_at === null ? 'there' : one.kind === 'layout' ? 'gone' : 'trashed')
      }
    }
    for (const key of Object.keys(held)) expect(known, `${key} of no opening`).toContain(key)
    const idsOf = (word: string) => said.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))
    for (const id of idsOf('opening')) expect(openings.map((one) => one.id)).toContain(id)
    for (const id of idsOf('undone')) expect(openings.find((one) => one.id === id)?.undone_at).not.toBeNull()
    return { openings: openings.length, undone: openings.filter((one) => one.undone_at !== null).length }
  })
}

describe('kill -9 with every kind', () => {
  it(`Z4 openings and undoings are whole after ${kills} kills at random moments`, async () => {
    const folders = [makeTempFolder('zhenggao-kill-'), makeTempFolder('zhenggao-kill-')] as const
    try {
      fillLibrary(folders[0].folder, lot)
      const from = await openTestBackend({ dataFolder: folders[0].folder })
      const file = join(folders[0].folder, 'a.zgx')
      writeFileSync(file, await pack(from, lot.map(({ kind, id }) => ({ kind, id }))))
      await from.close()
      // Mine all differ from theirs, so that each opening stores every one of them beside.
      const mine = lot.map(changedContent)
      fillLibrary(folders[1].folder, mine)
      const random = randomOf(13)
      let told = { openings: 0, undone: 0 }
      for (let round = 0; round < kills; round += 1) {
        // Right before storing, anywhere in a turn, and around the start.
        const sign = (['near', 'opening', 'near', 'ready'] as const)[round % 4]!
        const said = await killed(['turns', folders[1].folder, file], sign, random.below(sign === 'ready' ? 400 : 100))
        told = inspect(folders[1].folder, mine, said)
      }
      expect(told.undone).toBeGreaterThan(0)
      expect(told.openings).toBeGreaterThan(kills / 4)
      // The program starts in it as if nothing had been.
      await (await openTestBackend({ dataFolder: folders[1].folder })).close()
    } finally {
      for (const folder of folders) folder.remove()
    }
  }, 400_000)

  it(`Z8 a package that was being made has its name only when it is whole, after ${kills} kills at random moments`, async () => {
    const temp = makeTempFolder('zhenggao-kill-')
    const lists = makeTempFolder('zhenggao-kill-')
    try {
      fillLibrary(temp.folder, lot)
      // Both hold more than one content, so that both get the one name.
      const wanted = [lot.map(({ kind, id }) => ({ kind, id })), lot.filter(({ kind }) => kind !== 'ledger' && kind !== 'snippet').map(({ kind, id }) => ({ kind, id }))]
      const files = wanted.map((list, index) => {
        const file = join(lists.folder, `${index}.json`)
        writeFileSync(file, JSON.stringify(list))
        return file
      })
      const folder = join(temp.folder, 'exports')
      const random = randomOf(14)
      let written = 0
      for (let round = 0; round < kills; round += 1) {
        const said = await killed(['make', temp.folder, ...files], round % 3 === 2 ? 'written' : 'ready', random.below(round % 3 === 2 ? 150 : 600))
        written += said.filter((line) => line === 'written').length
        const names = existsSync(folder) ? readdirSync(folder) : []
        for (const name of names.filter((one) => !one.startsWith('.'))) {
          const { contents } = await readNow(Uint8Array.from(readFileSync(join(folder, name))))
          expect(wanted.map((list) => list.length)).toContain(contents.length)
          for (const content of contents) expect(content.text === lot.find((one) => contentKey(one) === contentKey(content))?.text).toBe(true)
        }
        onDatabase(temp.folder, (database) => expect(Object.keys(heldIn(database))).toHaveLength(lot.length))
      }
      expect(written).toBeGreaterThan(0)
      expect(new Set(lot.map(({ kind }) => kind)).size).toBe(knownKinds.length)
      // Pieces a kill left stay hidden and never have a package's name.
      expect(readdirSync(folder).filter((name) => name.startsWith('.') && name.endsWith('.zgx'))).toEqual([])
    } finally {
      temp.remove()
      lists.remove()
    }
  }, 400_000)
})
