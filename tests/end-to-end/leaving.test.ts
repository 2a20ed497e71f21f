/** The review of what leaves in a real window, over the real back end; what it hands over opens the gate. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startLocalHost, type LocalHost } from '../../electron/local-host/start-local-host.ts'
import type { PackageReview } from '../../shared/contract/deidentify-procedures.ts'
import type { Backend } from '../../shared/contract/backend.ts'
import { openBrowser } from '../support/app-window.ts'
import { fullDraft } from '../support/full-draft.ts'
import { silentLog } from '../support/hosts.ts'
import { ownAspects, ownSnippet, ownTemplate, putContent } from '../support/own-contents.ts'
import { storeDraft } from '../support/packages.ts'
import { callAs, makeTempFolder, openTestBackend, projectFolder } from '../support/test-backend.ts'

let browser: Browser
let backend: Backend
let host: LocalHost
let data: ReturnType<typeof makeTempFolder>
let rendererFolder = ''
let draftId = ''
beforeAll(async () => {
  rendererFolder = mkdtempSync(join(tmpdir(), 'zhenggao-leaving-'))
  const root = join(projectFolder, 'tests/support/leaving-page')
  await build({ configFile: false, logLevel: 'error', root, base: './', plugins: [react()], build: { outDir: rendererFolder, emptyOutDir: true, target: 'chrome120', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 9000, minify: false } })
  data = makeTempFolder()
  backend = await openTestBackend({ dataFolder: data.folder })
  await putContent(backend, 'template', ownTemplate)
  await putContent(backend, 'snippet', ownSnippet)
  await putContent(backend, 'aspects', ownAspects)
  draftId = await storeDraft(backend, fullDraft)
  host = await startLocalHost({ backend, rendererFolder, log: silentLog })
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
  await backend?.close()
  data?.remove()
  rmSync(rendererFolder, { recursive: true, force: true })
})

const draft = () => ({ kind: 'draft', id: draftId, title: '文稿' })
const template = { kind: 'template', id: ownTemplate.id, title: ownTemplate.name }
const snippet = { kind: 'snippet', id: ownSnippet.id, title: ownSnippet.title }
const aspects = { kind: 'aspects', id: ownAspects.id, title: ownAspects.name }

async function show(contents: readonly object[], use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const faults: string[] = []
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(host.address)
    await page.goto(`http://127.0.0.1:${host.port}/#${encodeURIComponent(JSON.stringify(contents))}`)
    await page.reload()
    await use(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

it('Y41 each of the unit’s own contents is shown with what is found, confirmed one by one, and the gate opens by it', async () => {
  await show([draft(), template, snippet, aspects], async (page) => {
    const cards = page.locator('.leaving-content')
    await expect.poll(() => cards.count()).toBe(3)
    await expect.poll(() => page.locator('.leaving-lead').innerText()).toContain('另有 1 项')
    const first = cards.nth(0)
    await expect.poll(() => first.locator('tbody td:first-child').allInnerTexts()).toEqual(['青禾县水务局', '局', '罗启元', '泵站'])
    await expect.poll(() => first.innerText()).toContain('职务后面的人名')
    await expect.poll(() => cards.nth(1).innerText()).toContain('来源')
    await expect.poll(() => cards.nth(2).innerText()).toContain('没有发现可能认出本单位的内容。')
    const confirm = page.getByRole('button', { name: '确认，继续打包' })
    for (const title of [ownTemplate.name, ownSnippet.title]) {
      await page.getByLabel(`已看过“${title}”，可以对外`).check()
      await expect.poll(() => confirm.isDisabled()).toBe(true)
    }
    await page.getByLabel('已看过“两方面”，可以对外').check()
    await confirm.click()
    await expect.poll(() => page.title()).toMatch(/^done /)
    const reviews = JSON.parse((await page.title()).slice(5)) as PackageReview[]
    expect(reviews.map(({ kind }) => kind)).toEqual(['template', 'snippet', 'aspects'])
    const wanted = reviews.map(({ kind, id }) => ({ kind, id }))
    const input = { jobId: 'j', contents: wanted, passphrase: null, sign: false }
    expect(await callAs(backend, 'packages.content', input)).toMatchObject({ ok: false, error: { code: 'PACKAGE_REVIEW_NEEDED' } })
    expect((await callAs(backend, 'packages.content', { ...input, reviews })).ok).toBe(true)
  })
})

it('Y41 what changes while it is shown is to be seen again; 改 and 取消 are handed on', async () => {
  await show([snippet], async (page) => {
    const box = page.getByLabel(`已看过“${ownSnippet.title}”，可以对外`)
    await box.check()
    await putContent(backend, 'snippet', { ...ownSnippet, source: '岚桥县财政局报告' })
    await expect.poll(() => page.locator('.leaving-content').innerText()).toContain('岚桥县财政局')
    await expect.poll(() => box.isChecked()).toBe(false)
    await page.getByRole('button', { name: '改', exact: true }).click()
    await expect.poll(() => page.title()).toBe(`edit snippet ${ownSnippet.id}`)
    await page.getByRole('button', { name: '取消' }).click()
    await expect.poll(() => page.title()).toBe('cancelled')
  })
})

it('Y41 where nothing needs a review it is done at once', async () => {
  await show([draft()], async (page) => {
    await expect.poll(() => page.title()).toBe('done []')
  })
})
