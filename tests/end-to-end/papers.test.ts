/** The main job on real input: import, correct, write with an input method, close and reopen, export, compare. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import type { DraftKind } from '../../shared/document/draft.ts'
import { kindNames } from '../../renderer/text/roles.ts'
import { useApp } from '../support/app-suite.ts'
import { caretAtEnd, chooseImport, compose, openWindow, screenLines, waitForSaved, type AppWindow } from '../support/app-window.ts'
import { readPapers } from '../support/paper-corpus.ts'
import { projectFolder } from '../support/test-backend.ts'

const suite = useApp()

/** What the exported file says, paragraph by paragraph. */
async function wordLines(window: AppWindow): Promise<string[]> {
  await window.page.getByRole('button', { name: '导出 Word' }).click()
  const notice = window.page.locator('.ant-notification-notice').filter({ hasText: '已导出 Word' })
  const path = (await notice.locator('.ant-notification-notice-description').textContent())!.trim()
  const read = await readWord(new Uint8Array(readFileSync(path)), path)
  if (!read.ok) throw new Error(read.error.code)
  return read.value.paragraphs.map((paragraph) => paragraph.text).filter((line) => line !== '')
}

/** One paper through the whole of the main job. */
async function throughTheApp(path: string, kind: DraftKind): Promise<void> {
  const window = await openWindow(suite.browser, suite.app)
  const { page, session, faults } = window
  await chooseImport(page, path)
  await page.getByText('导入核对').waitFor()
  await expect.poll(() => page.locator('.import-summary').textContent()).toContain('一字未失')
  await expect.poll(() => page.locator('.top-bar .ant-btn').first().textContent()).toContain(kindNames[kind])

  // A role corrected before anything is stored.
  const paragraph = page.locator('.recognised-block[data-role="paragraph"], .recognised-block[data-role="heading1"]').last()
  const corrected = (await paragraph.locator('.recognised-text').textContent())!
  await paragraph.locator('.role').click()
  await page.locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item').filter({ hasText: /^措施$/ }).click()
  await page.locator('.recognised-block[data-role="measure"]').filter({ hasText: corrected.slice(0, 20) }).first().waitFor()
  await page.getByRole('button', { name: '存入文稿库' }).click()
  await page.locator('.paper-content').waitFor()

  // Writing with an input method, at the end of a block and in a new, empty one.
  const before = await screenLines(page)
  await caretAtEnd(page, '.block[data-role="paragraph"], .block[data-role="measure"]')
  await compose(session, 'zhenggai', '整改')
  await page.keyboard.press('Enter')
  await compose(session, 'xinduanluo', '新段落')
  await waitForSaved(page)
  const written = await screenLines(page)
  expect(written.join('\n')).toContain('整改\n')
  expect(written.join('\n')).toContain('新段落')
  expect(written.join('').length).toBeGreaterThanOrEqual(before.join('').length + 5)

  // Closed and opened again, it is what it was.
  await page.reload()
  await page.locator('.paper-content .block').first().waitFor()
  await expect.poll(() => screenLines(page)).toEqual(written)

  const word = await wordLines(window)
  expect(word).toEqual(written.filter((line) => line !== ''))
  expect(faults).toEqual([])
  await window.context.close()
}

const papers = readPapers(join(projectFolder, 'tests/fixtures/papers'))
const kinds = [...new Set(papers.flatMap((paper) => (paper.expected.kind === undefined ? [] : [paper.expected.kind as DraftKind])))]

describe('a paper of each kind, from file to Word', () => {
  it('has a fixture of each kind', () => expect(kinds.length).toBe(8))

  it.each(kinds)('E6 E7 X1 %s', async (kind) => {
    const paper = papers.find((one) => one.expected.kind === kind)!
    await throughTheApp(join(projectFolder, 'tests/fixtures/papers', `${paper.name}.txt`), kind)
  }, 60_000)
})

// The real papers the product exists for, where they are at hand. Their text never enters the project.
const samples = join(projectFolder, '../shared/samples')
const sampleKinds: Record<string, DraftKind> = { '000': 'individual-plan', '001': 'team-plan', '002': 'ecology-report', '003': 'speech-outline', '004': 'self-examination' }

describe.skipIf(!existsSync(samples))('the sample papers, from file to Word', () => {
  const files = existsSync(samples) ? readdirSync(samples).filter((file) => file.endsWith('.txt')).sort() : []
  it.each(files)('sample %s', async (file) => {
    await throughTheApp(join(samples, file), sampleKinds[file.slice(0, 3)]!)
  }, 60_000)
})
