/** What tests of pages do in a window: drafts over the page's own connection, pages as drawn, what is handed to the printer. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach } from 'vitest'
import { loadResources } from '../../electron/backend/resources.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { setDraft } from '../../shared/typeset/set-draft.ts'
import type { TypesetPage } from '../../shared/typeset/typeset-types.ts'
import { callFrom } from './call-from.ts'
import { withoutBlanks } from './read-pdf.ts'
import { projectFolder } from './test-backend.ts'

const { layouts } = loadResources(join(projectFolder, 'resources'))

export function typesetPages(draft: Draft, layoutId = draft.layout): readonly TypesetPage[] {
  return setDraft(draft, layouts.find((layout) => layout.id === layoutId)!).pages
}

export const linesOf = (page: TypesetPage): string[] => page.lines.map((line) => withoutBlanks(line.text)).filter((line) => line !== '')

/** All text drawn on a page, in the order it is drawn, blanks left out. */
export function drawnText(page: TypesetPage): string {
  return withoutBlanks(page.items.map((item) => (item.kind === 'text' ? item.text : '')).join(''))
}

export const sheet = (page: Page, number: number) => page.locator(`.page-desk .page-sheet[data-page="${number}"]`)

export async function shownText(page: Page, number: number): Promise<string> {
  return withoutBlanks((await sheet(page, number).locator('text').allTextContents()).join(''))
}

/** From now on the window's print dialogue is not opened; what it would print is kept. */
export async function catchPrints(page: Page): Promise<{ readonly next: () => Promise<string> }> {
  await page.evaluate(() => {
    const caught: string[] = []
    Object.assign(window, { caughtPrints: caught })
    new MutationObserver((changes) => {
      for (const node of changes.flatMap((change) => [...change.addedNodes])) {
        if (!(node instanceof HTMLIFrameElement)) continue
        node.addEventListener('load', () => { node.contentWindow!.print = () => { caught.push(node.srcdoc) } }, { capture: true })
      }
    }).observe(document.body, { childList: true })
  })
  return {
    next: async () => (await (await page.waitForFunction(() => (window as unknown as { caughtPrints: string[] }).caughtPrints.shift())).jsonValue())!,
  }
}

/** What a browser makes of the document handed to its printer. */
export async function printedPdf(page: Page, html: string): Promise<Uint8Array> {
  const paper = await page.context().newPage()
  try {
    await paper.setContent(html.replace(/<link[^>]*>/, ''))
    return await paper.pdf({ preferCSSPageSize: true, printBackground: true })
  } finally {
    await paper.close()
  }
}

/** A plan made anew for each test, so that no test sees another's changes, and the ways to it. Call at the top of a file of tests. */
export function usePlan(held: { readonly page: Page }) {
  let draftId = ''
  beforeEach(async () => {
    const { draftIds } = await callFrom(held.page, 'drafts.createExamples', {})
    for (const id of draftIds) if ((await callFrom(held.page, 'drafts.open', { draftId: id })).draft.kind === 'team-plan') draftId = id
  })
  const go = (hash: string) => held.page.evaluate((to) => { window.location.hash = to }, hash)
  return {
    id: () => draftId,
    draft: async () => (await callFrom(held.page, 'drafts.open', { draftId })).draft,
    go,
    openPreview: async () => {
      await go(`#/preview/${draftId}`)
      await sheet(held.page, 1).locator('text').first().waitFor()
    },
    openEditor: async () => {
      await go(`#/draft/${draftId}`)
      await held.page.locator('.paper-content .block').first().waitFor()
    },
    showPage: async (number: number) => {
      await held.page.getByLabel('页码', { exact: true }).fill(String(number))
      await held.page.keyboard.press('Enter')
      await sheet(held.page, number).locator('text').first().waitFor()
    },
  }
}

export const withoutNumber = (lines: readonly string[]) => lines.filter((line) => !/^—\d+—$/u.test(line))
