/** Z22: what a damaged library brings along beside drafts and settings. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { confirmKey } from '../../electron/backend/storage/known-keys-table.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import { contentsIn, snippet, storeContents } from '../support/contents.ts'
import { makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

const path = () => join(temp.folder, databaseName)
function inDatabase(use: (database: InstanceType<ReturnType<typeof loadSqlite>>) => void): void {
  const database = new (loadSqlite())(path())
  try {
    use(database)
  } finally {
    database.close()
  }
}

async function library(): Promise<void> {
  const backend = await openTestBackend({ dataFolder: temp.folder })
  await must(backend, 'drafts.create', { kind: 'team-plan' })
  await must(backend, 'layouts.copy', { id: 'common', clientId: 'w' })
  await backend.close()
  storeContents(temp.folder)
  inDatabase((database) => {
    confirmKey(database, Buffer.alloc(32, 7).toString('base64'), '青禾县水务局', 1000)
    database.prepare('INSERT INTO snippet_uses (snippet_id, draft_id, used_at) VALUES (?, ?, ?)').run(snippet.id, 'd', 5)
    database.prepare("UPDATE contents SET trashed_at = 9 WHERE kind = 'ledger'").run()
  })
}

/** Pages behind all others, so that the check at start finds damage and the rest can be read. */
function damageEnd(): void {
  inDatabase((database) => database.exec('CREATE TABLE filler (text TEXT); INSERT INTO filler SELECT hex(zeroblob(4000)) FROM (SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4)'))
  const content = readFileSync(path())
  content.fill(0xa5, content.length - 4096)
  writeFileSync(path(), content)
}

describe('salvage', () => {
  it('Z22 brings templates, aspects, snippets, ledgers, layouts and known signatures along, and says how many', async () => {
    await library()
    const before = contentsIn(temp.folder)
    damageEnd()
    const backend = await openTestBackend({ dataFolder: temp.folder })
    const counts = { template: 1, aspects: 1, snippet: 1, ledger: 1, layout: 1 }
    expect((await must(backend, 'app.info', {})).recovery).toMatchObject({ salvageable: 1, contents: counts })
    expect(await must(backend, 'recovery.salvage', {})).toEqual({ drafts: 1, contents: counts })
    expect((await must(backend, 'packages.keys', {})).keys).toMatchObject([{ unit: '青禾县水务局' }])
    await backend.close()
    expect(contentsIn(temp.folder)).toEqual(before)
    inDatabase((database) => expect(database.prepare('SELECT count(*) AS count FROM snippet_uses').get()).toEqual({ count: 1 }))
  })

  it('Z22 one that damage made unreadable stays behind, in the file that is kept; one of a newer form comes along', async () => {
    const backend = await openTestBackend({ dataFolder: temp.folder })
    await must(backend, 'drafts.create', { kind: 'team-plan' })
    await backend.close()
    storeContents(temp.folder, (kind, text) => (kind === 'snippet' ? text.replace('"blocks":[', '"blocks":?[') : kind === 'template' ? text.replace('"schemaVersion":1', '"schemaVersion":99') : text))
    damageEnd()
    const again = await openTestBackend({ dataFolder: temp.folder })
    expect((await must(again, 'recovery.salvage', {})).contents).toEqual({ template: 1, aspects: 1, ledger: 1 })
    await again.close()
    expect(Object.keys(contentsIn(temp.folder))).toEqual(['aspects/aspects-1', 'ledger/ledger-1', 'template/template-1'])
  })

  it('Z22 finds the rows where the index that names them is broken', async () => {
    await library()
    let page = 0
    inDatabase((database) => {
      const { rootpage } = database.prepare<[], { rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_contents_1'").get()!
      page = rootpage
    })
    const size = 4096
    expect(statSync(path()).size % size).toBe(0)
    const content = readFileSync(path())
    content.fill(0xa5, (page - 1) * size, page * size)
    writeFileSync(path(), content)
    const backend = await openTestBackend({ dataFolder: temp.folder })
    expect((await must(backend, 'recovery.salvage', {})).contents).toMatchObject({ template: 1, aspects: 1, snippet: 1, ledger: 1 })
    await backend.close()
  })

  it('Z22 a backup holds them as it holds all else', async () => {
    await library()
    const before = contentsIn(temp.folder)
    // The first start made the day's backup before they were there: a day later there is another.
    const later = () => new Date(Date.now() + 25 * 3_600_000)
    const backend = await openTestBackend({ dataFolder: temp.folder, clock: later })
    await backend.close()
    writeFileSync(path(), 'no database')
    const again = await openTestBackend({ dataFolder: temp.folder, clock: later })
    const { recovery } = await must(again, 'app.info', {})
    await must(again, 'recovery.restoreBackup', { name: recovery!.backups[0]!.name })
    await again.close()
    expect(contentsIn(temp.folder)).toEqual(before)
  })
})
