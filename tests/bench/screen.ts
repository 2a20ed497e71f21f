/** What the writer feels: a key until the screen shows it, a start until the library is there. In Chromium. */
import type { Browser } from 'playwright-core'
import { caretAtEnd, openBrowser, openWindow, removeData, startApp } from '../support/app-window.ts'
import { figure, type Figure } from './measure.ts'
import { planOf } from './papers.ts'
import { printText } from '../../shared/document/print-text.ts'

/** In the page: from the key event to the first frame after it, as the browser's own clock has it. */
function watchKeys(): void {
  const found: number[] = []
  ;(globalThis as unknown as { keyTimes: number[] }).keyTimes = found
  globalThis.addEventListener('keydown', (event) => {
    const begin = event.timeStamp
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => found.push(performance.now() - begin)
      channel.port2.postMessage(null)
    })
  }, true)
}

async function measureTyping(browser: Browser, characters: number): Promise<Figure[]> {
  const app = await startApp()
  try {
    const window = await openWindow(browser, app)
    const { page } = window
    await page.getByRole('button', { name: '粘贴文本' }).first().click()
    await page.locator('.ant-modal textarea').fill(printText(planOf(characters, 'x')))
    await page.locator('.ant-modal').getByRole('button', { name: '识别' }).click()
    await page.getByRole('button', { name: '存入文稿库' }).click()
    await page.locator('.paper-content .block').first().waitFor()
    await page.waitForTimeout(1500)
    await page.evaluate(watchKeys)
    const blocks = await page.locator('.block').count()
    await caretAtEnd(page, `.block >> nth=${Math.floor(blocks / 2)}`)
    for (let key = 0; key < 150; key += 1) {
      await page.keyboard.press('a')
      await page.waitForTimeout(70)
    }
    const all = await page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes)
    await window.context.close()
    const measured = all.slice(20)
    return [figure(`key to paint at ${characters.toLocaleString('en-US')} characters (${blocks} blocks)`, measured, { figure: 'p95', below: 16.7 })]
  } finally {
    await app.stop()
    removeData(app)
  }
}

async function measureStart(browser: Browser): Promise<Figure[]> {
  const toAddress: number[] = []
  const toScreen: number[] = []
  for (let run = 0; run < 6; run += 1) {
    const begin = performance.now()
    const app = await startApp()
    toAddress.push(performance.now() - begin)
    const window = await openWindow(browser, app)
    await window.page.getByRole('button', { name: '打开示例' }).waitFor()
    toScreen.push(performance.now() - begin)
    await window.context.close()
    await app.stop()
    removeData(app)
  }
  return [
    figure('cold start of the program to first screen (browser running)', toScreen.slice(1)),
    figure('cold start of the program to its address', toAddress.slice(1)),
  ]
}

export async function measureScreen(): Promise<Figure[]> {
  const browser = await openBrowser()
  try {
    return [...await measureTyping(browser, 30_000), ...await measureStart(browser)]
  } finally {
    await browser.close()
  }
}
