/** After damage: the window says what can be brought along, and what was. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import { openBrowser, removeData, startApp } from '../support/app-window.ts'
import { storeContents } from '../support/contents.ts'
import { callFrom } from '../support/call-from.ts'
import { must, openTestBackend } from '../support/test-backend.ts'

it('Z22 the window says how many of each kind can be salvaged, and has them afterwards', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-e2e-'))
  const backend = await openTestBackend({ dataFolder: folder })
  await must(backend, 'drafts.create', { kind: 'team-plan' })
  await must(backend, 'layouts.copy', { id: 'common', clientId: 'w' })
  await backend.close()
  storeContents(folder)
  const path = join(folder, databaseName)
  const database = new (loadSqlite())(path)
  database.exec('CREATE TABLE filler (text TEXT); INSERT INTO filler SELECT hex(zeroblob(4000)) FROM (SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4)')
  database.close()
  const content = readFileSync(path)
  content.fill(0xa5, content.length - 4096)
  writeFileSync(path, content)
  const app = await startApp(folder)
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(app.address)
    const what = '1 份文稿、1 个版式、1 个模板、1 套方面、1 条素材、1 份台账'
    await page.getByRole('button', { name: `抢救损坏文件中的 ${what}` }).click()
    await page.getByText(`已抢救 ${what}。`).waitFor()
    await page.locator('.rail').waitFor()
    expect((await callFrom(page, 'packages.contents', { kind: 'draft', query: '', offset: 0, limit: 9 })).counts).toEqual({ draft: 1, layout: 1, template: 1, aspects: 1, snippet: 1, ledger: 1 })
  } finally {
    await browser.close()
    await app.stop()
    removeData(app)
  }
})
