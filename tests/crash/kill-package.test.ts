/** Z4 Z8: killed while a package is opened or written. It is opened altogether or not at all; no half file has its name. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { killed } from './killed-packager.ts'
import { randomOf } from '../fuzz/random.ts'
import { fullDraft } from '../support/full-draft.ts'
import { openAll, pack, readNow, storeDraft } from '../support/packages.ts'
import { makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

const draftsInPackage = 40

async function packageOf(folder: string, count: number, words: string): Promise<Uint8Array> {
  const backend = await openTestBackend({ dataFolder: folder })
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const draft: Draft = { ...fullDraft, blocks: [...fullDraft.blocks, { role: 'paragraph', id: 'own', runs: [{ text: `${words} ${index}` }] }] }
    ids.push(await storeDraft(backend, draft))
  }
  const bytes = await pack(backend, ids.map((id) => ({ kind: 'draft' as const, id })))
  await backend.close()
  return bytes
}

describe('kill -9', () => {
  it('Z4 an opening is there altogether or not at all, and one that was answered is there', async () => {
    const folders = [makeTempFolder('zhenggao-kill-'), makeTempFolder('zhenggao-kill-')] as const
    try {
      const bytes = await packageOf(folders[0].folder, draftsInPackage, '甲')
      const file = join(folders[0].folder, 'a.zgx')
      writeFileSync(file, bytes)
      const library = folders[1].folder
      const backend = await openTestBackend({ dataFolder: library })
      const { contents } = await openAll(backend, bytes)
      // From here on every one differs, so that each opening stores them all beside.
      for (const { storedId } of contents) {
        const { draft, revision } = await must(backend, 'drafts.open', { draftId: storedId })
        await must(backend, 'drafts.save', { draftId: storedId, baseRevision: revision, draft: { ...draft, blocks: draft.blocks.slice(0, 3) }, clientId: 'w' })
      }
      await backend.close()
      const random = randomOf(11)
      let answered = 0
      for (let round = 0; round < 8; round += 1) {
        // Around the moment of storing, and after one has been answered.
        const lines = await killed(['open', library, file], round % 4 === 3 ? 'opening' : 'near', random.below(round % 4 === 3 ? 300 : 120))
        const openings = lines.flatMap((line) => (line.startsWith('opening ') ? [line.slice('opening '.length)] : []))
        answered += openings.length
        const database = new (loadSqlite())(join(library, databaseName))
        try {
          expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
          const counts = database.prepare<[], { id: string; stored: number }>('SELECT o.id, (SELECT count(*) FROM opening_contents c JOIN drafts d ON d.id = c.stored_id JOIN draft_contents t USING (number) WHERE c.opening_id = o.id) AS stored FROM openings o').all()
          for (const one of counts) expect(one.stored).toBe(draftsInPackage)
          expect(database.prepare<[], { count: number }>('SELECT count(*) AS count FROM drafts').get()!.count).toBe(counts.length * draftsInPackage)
          for (const id of openings) expect(counts.map((one) => one.id)).toContain(id)
        } finally {
          database.close()
        }
      }
      expect(answered).toBeGreaterThan(0)
    } finally {
      for (const folder of folders) folder.remove()
    }
  }, 240_000)

  it('Z8 a package that was being written is the old one or the new one, whole', async () => {
    const folders = [makeTempFolder('zhenggao-kill-'), makeTempFolder('zhenggao-kill-')] as const
    try {
      const files = await Promise.all(folders.map(async ({ folder }, index) => {
        const file = join(folder, 'x.zgx')
        writeFileSync(file, await packageOf(folder, 12, index === 0 ? '甲' : '乙'))
        return file
      }))
      const both = files.map((file) => readFileSync(file))
      const target = join(folders[0].folder, 'out.zgx')
      const random = randomOf(12)
      let written = 0
      for (let round = 0; round < 8; round += 1) {
        written += (await killed(['write', target, ...files], 'ready', random.below(120))).length
        if (!existsSync(target)) continue
        const found = readFileSync(target)
        expect(both.some((one) => one.equals(found))).toBe(true)
      }
      expect(written).toBeGreaterThan(0)
      expect((await readNow(Uint8Array.from(readFileSync(target)))).contents).toHaveLength(12)
    } finally {
      for (const folder of folders) folder.remove()
    }
  }, 240_000)
})
