import { chmodSync, existsSync, openSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync, closeSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guardRuntime } from '../../electron/backend/runtime-guard.ts'
import { createBackend, StartError } from '../../electron/backend/create-backend.ts'
import { backupFolder, databaseName } from '../../electron/backend/storage/open-database.ts'
import { indexText } from '../../electron/backend/storage/search-index.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { callAs, makeClock, makeTempFolder, must, openTestBackend, testBackendOptions } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

const listAll = { folder: 'active' as const, query: '', kind: null, offset: 0, limit: 100 }
const add = (draft: Draft, text: string): Draft => ({ ...draft, blocks: [...draft.blocks, { role: 'paragraph', id: `p${text}`, runs: [{ text }] }] })

/** A closed library with some drafts in it. */
async function filledLibrary(count = 3): Promise<string[]> {
  const backend = await openTestBackend({ dataFolder: temp.folder })
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { draftId } = await must(backend, 'drafts.create', { kind: 'team-plan' })
    const { draft, revision } = await must(backend, 'drafts.open', { draftId })
    await must(backend, 'drafts.save', { draftId, baseRevision: revision, draft: add(draft, `第${index}份的内容`), clientId: 'a' })
    ids.push(draftId)
  }
  await backend.close()
  return ids
}

describe('the runtime', () => {
  it('is looked at before the driver is loaded, with a plain error', () => {
    expect(() => guardRuntime('20.20.2')).toThrow('整稿需要 Node.js 22')
    expect(() => guardRuntime('24.21.0')).not.toThrow()
  })
})

describe('S6 one program at a time', () => {
  it('S6 refuses a second one in plain words, and the first goes on', async () => {
    const first = await openTestBackend({ dataFolder: temp.folder })
    await expect(createBackend(testBackendOptions({ dataFolder: temp.folder }))).rejects.toMatchObject({ failure: { code: 'DATABASE_LOCKED' } })
    await expect(createBackend(testBackendOptions({ dataFolder: temp.folder }))).rejects.toThrow(StartError)
    await must(first, 'drafts.create', { kind: 'other' })
    await first.close()
    const second = await openTestBackend({ dataFolder: temp.folder })
    expect((await must(second, 'library.list', listAll)).total).toBe(1)
    await second.close()
  }, 30_000)
})

/** Overwrites pages of the file with noise, the first page excepted. */
function damage(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(length, 0xa5), 0, length, from)
  closeSync(file)
}

describe('S5 a damaged database', () => {
  it.each([
    ['a smashed head', (path: string) => writeFileSync(path, Buffer.alloc(9000, 0x41))],
    ['a cut file', (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096)],
    ['noise in the middle', (path: string) => damage(path, 4096, statSync(path).size - 4096)],
  ])('S5 %s: renamed and kept, offered to salvage, never quietly replaced', async (_what, spoil) => {
    await filledLibrary()
    const path = join(temp.folder, databaseName)
    spoil(path)
    const spoilt = readFileSync(path)
    const backend = await openTestBackend({ dataFolder: temp.folder })
    const { recovery } = await must(backend, 'app.info', {})
    expect(recovery).not.toBeNull()
    expect(readFileSync(recovery!.damagedFile).equals(spoilt)).toBe(true)
    expect(existsSync(path)).toBe(false)
    expect(await callAs(backend, 'library.list', listAll)).toMatchObject({ ok: false, error: { code: 'DATABASE_DAMAGED' } })
    await must(backend, 'recovery.startEmpty', {})
    expect((await must(backend, 'library.list', listAll)).total).toBe(0)
    expect(readFileSync(recovery!.damagedFile).equals(spoilt)).toBe(true)
    await backend.close()
  })

  it('S5 asks again at the next start until the writer has decided', async () => {
    await filledLibrary()
    writeFileSync(join(temp.folder, databaseName), 'no database')
    await (await openTestBackend({ dataFolder: temp.folder })).close()
    const backend = await openTestBackend({ dataFolder: temp.folder })
    expect((await must(backend, 'app.info', {})).recovery).not.toBeNull()
    await backend.close()
  })

  it('S5 salvages what can still be read, drafts and their text', async () => {
    const ids = await filledLibrary(12)
    const path = join(temp.folder, databaseName)
    // The last pages: some drafts are lost with them, the rest is there.
    damage(path, Math.floor((statSync(path).size * 0.85) / 4096) * 4096, 8192)
    const backend = await openTestBackend({ dataFolder: temp.folder })
    const { recovery } = await must(backend, 'app.info', {})
    if (recovery === null) {
      // The pages held nothing in use: then nothing is lost either.
      expect((await must(backend, 'library.list', listAll)).total).toBe(12)
    } else {
      expect(recovery.salvageable).toBeGreaterThan(0)
      expect(await must(backend, 'recovery.salvage', {})).toEqual({ drafts: recovery.salvageable, contents: {} })
      const { drafts } = await must(backend, 'library.list', listAll)
      expect(drafts.length).toBe(recovery.salvageable)
      let newest = 0
      for (const { id } of drafts) {
        expect(ids).toContain(id)
        const text = printText((await must(backend, 'drafts.open', { draftId: id })).draft)
        // One whose text stood on the lost pages comes back as its newest version that can be read.
        expect(text).toContain('领导班子[会议名称]整改方案')
        if (text.includes(`第${ids.indexOf(id)}份的内容`)) newest += 1
      }
      expect(newest).toBeGreaterThanOrEqual(drafts.length - 4)
    }
    await backend.close()
  })

  it('S5 S9 goes back to a backup', async () => {
    const time = makeClock()
    await filledLibrary(2)
    const first = await openTestBackend({ dataFolder: temp.folder, clock: time.clock })
    await first.close()
    expect(readdirSync(backupFolder(temp.folder)).filter((file) => file.endsWith('.db')).length).toBe(1)
    writeFileSync(join(temp.folder, databaseName), 'no database')
    const backend = await openTestBackend({ dataFolder: temp.folder, clock: time.clock })
    const { recovery } = await must(backend, 'app.info', {})
    expect(recovery!.backups).toMatchObject([{ drafts: 2 }])
    expect(await callAs(backend, 'recovery.restoreBackup', { name: '../../etc/passwd' })).toMatchObject({ ok: false, error: { code: 'BACKUP_NOT_FOUND' } })
    await must(backend, 'recovery.restoreBackup', { name: recovery!.backups[0]!.name })
    expect((await must(backend, 'library.list', listAll)).total).toBe(2)
    await backend.close()
  })

  it('S5 a missing database is no reason to begin anew while backups are there', async () => {
    await filledLibrary(1)
    await (await openTestBackend({ dataFolder: temp.folder })).close()
    rmSync(join(temp.folder, databaseName))
    const backend = await openTestBackend({ dataFolder: temp.folder })
    expect((await must(backend, 'app.info', {})).recovery).toMatchObject({ damagedFile: '' })
    await backend.close()
  })
})

describe('S9 backups', () => {
  it('S9 makes one a day', async () => {
    const time = makeClock()
    for (let day = 0; day < 3; day += 1) {
      for (let start = 0; start < 2; start += 1) {
        const backend = await openTestBackend({ dataFolder: temp.folder, clock: time.clock })
        await backend.close()
        time.advance(3_600_000)
      }
      time.advance(24 * 3_600_000)
    }
    expect(readdirSync(backupFolder(temp.folder)).length).toBe(3)
  })
})

describe('S8 when the disk is full', () => {
  it('S8 the save fails in plain words, and what was saved before is whole', async () => {
    const { holdDatabase } = await import('../../electron/backend/storage/database-holder.ts')
    const [draftId] = await filledLibrary(1)
    // SQLite's own limit of pages makes it answer as a full disk does.
    const holder = holdDatabase(temp.folder, () => new Date())
    const database = holder.database()!
    database.pragma(`max_page_count = ${database.pragma('page_count', { simple: true }) as number}`)
    const { saveDraft } = await import('../../electron/backend/handlers/drafts.ts')
    const { storageFailure } = await import('../../electron/backend/storage/open-database.ts')
    const { findDraft, readContent } = await import('../../electron/backend/storage/drafts-table.ts')
    const row = findDraft(database, draftId!)!
    const before = readContent(database, row.number)!
    const big = add(JSON.parse(before) as Draft, '很长的内容'.repeat(20_000))
    const context = { database: () => database, now: () => Date.now() } as never
    let failure
    try {
      saveDraft(context, row, big, row.revision, 'saved')
    } catch (error) {
      failure = storageFailure(error)
    }
    expect(failure).toMatchObject({ code: 'DISK_FULL' })
    expect(readContent(database, row.number)).toBe(before)
    expect(database.pragma('quick_check', { simple: true })).toBe('ok')
    holder.close()
  })
})

describe('a folder that cannot be used', () => {
  it('is told of in plain words', async () => {
    const file = join(temp.folder, 'file')
    writeFileSync(file, '')
    await expect(createBackend(testBackendOptions({ dataFolder: join(file, 'inside') }))).rejects.toMatchObject({ failure: { code: 'DATABASE_UNAVAILABLE' } })
  })
  it('also where there is no right to it', async () => {
    chmodSync(temp.folder, 0o555)
    const asNobody = process.getuid?.() === 0
    // Root has every right; for this one call the process has nobody's.
    if (asNobody) process.seteuid!(65_534)
    try {
      await expect(createBackend(testBackendOptions({ dataFolder: join(temp.folder, 'locked') }))).rejects.toMatchObject({ failure: { code: 'DATABASE_UNAVAILABLE' } })
    } finally {
      if (asNobody) process.seteuid!(0)
      chmodSync(temp.folder, 0o700)
    }
  })
})

describe('S7 the search index', () => {
  it('indexes pairs of characters and whole Latin words', () => {
    expect(indexText('整改方案')).toBe('整改 改方 方案 案')
    expect(indexText('2023年A局')).toBe('2023 年 a 局')
    expect(indexText('，。')).toBe('')
  })
})
