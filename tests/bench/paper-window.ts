/** A window with a long paper in it, and what of its events the screen has shown by when. */
import type { Browser, Page } from 'playwright-core'
import { printText } from '../../shared/document/print-text.ts'
import { openWindow, removeData, startApp } from '../support/app-window.ts'
import { planOf } from './papers.ts'

/** Opens a paper of about so many characters, as a writer would: pasted, recognised, stored. */
export async function withPaper<T>(browser: Browser, characters: number, example: string, use: (page: Page, blocks: number) => Promise<T>): Promise<T> {
  const app = await startApp()
  try {
    const { page, context } = await openWindow(browser, app)
    await page.getByRole('button', { name: '粘贴文本' }).first().click()
    await page.locator('.ant-modal textarea').fill(printText(planOf(characters, 'x', example)))
    await page.locator('.ant-modal').getByRole('button', { name: '识别' }).click()
    await page.getByRole('button', { name: '存入文稿库' }).click()
    await page.locator('.paper-content .block').first().waitFor({ timeout: 60_000 })
    await page.waitForTimeout(1500)
    const result = await use(page, await page.locator('.block').count())
    await context.close()
    return result
  } finally {
    await app.stop()
    removeData(app)
  }
}

/** In the page: from each event of the name to the first frame after it, as the browser's own clock has it. */
export async function watchFrames(page: Page, event: 'keydown' | 'pointerup'): Promise<{ readonly take: () => Promise<number[]> }> {
  await page.evaluate((name) => {
    const found: number[] = []
    ;(globalThis as unknown as Record<string, number[]>)[`${name}Times`] = found
    globalThis.addEventListener(name, (told) => {
      // A modifier alone changes nothing.
      if (told instanceof KeyboardEvent && ['Control', 'Alt', 'Shift'].includes(told.key)) return
      const begin = told.timeStamp
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => found.push(performance.now() - begin)
        channel.port2.postMessage(null)
      })
    }, true)
  }, event)
  return {
    take: () => page.evaluate((name) => {
      const all = (globalThis as unknown as Record<string, number[]>)[`${name}Times`]!
      return all.splice(0, all.length)
    }, event),
  }
}
