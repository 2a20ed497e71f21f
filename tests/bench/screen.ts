/** What the writer feels: a key until the screen shows it, a start until the library is there. In Chromium. */
import type { Browser } from 'playwright-core'
import { caretAtEnd, openBrowser, openWindow, removeData, startApp } from '../support/app-window.ts'
import { figure, type Figure } from './measure.ts'
import { measureGestures } from './gestures.ts'
import { watchFrames, withPaper } from './paper-window.ts'

/** Letters typed into each of some blocks, the first of them to warm up. */
const keysPerBlock = 30
const typedBlocks = 6

async function measureTyping(browser: Browser, characters: number, example: string, name: string, target: Figure['target']): Promise<Figure[]> {
  return withPaper(browser, characters, example, async (page, blocks) => {
    const keys = await watchFrames(page, 'keydown')
    for (let block = 0; block < typedBlocks; block += 1) {
      await caretAtEnd(page, `.block >> nth=${Math.floor(blocks / 3) + block * 7}`)
      for (let key = 0; key < keysPerBlock; key += 1) {
        await page.keyboard.press('a')
        // Not in step with the frames.
        await page.waitForTimeout(60 + (key * 7) % 17)
      }
    }
    const all = await keys.take()
    return [figure(`key to paint, ${characters.toLocaleString('en-US')} characters in ${blocks} blocks, ${name}`, all.slice(keysPerBlock), target)]
  })
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

/**
 * A screen of 60 Hz shows nothing between its frames: of the time to it, up to 16.7 ms is waiting for the next one,
 * whatever the program does. With the clock of the frames let go, what is left is the work, and that is what the target is for.
 */
const freeFrames = ['--disable-gpu-vsync', '--disable-frame-rate-limit']

async function withBrowser(flags: readonly string[], measure: (browser: Browser) => Promise<Figure[]>): Promise<Figure[]> {
  const browser = await openBrowser(flags)
  try {
    return await measure(browser)
  } finally {
    await browser.close()
  }
}

const frame = { figure: 'p95', below: 16.7 } as const

export async function measureScreen(): Promise<Figure[]> {
  return [
    ...await withBrowser(freeFrames, (browser) => measureTyping(browser, 30_000, 'self-examination', 'frames as they come', frame)),
    ...await withBrowser(freeFrames, (browser) => measureTyping(browser, 30_000, 'team-plan', 'frames as they come', frame)),
    ...await withBrowser([], (browser) => measureTyping(browser, 30_000, 'self-examination', 'frames at 60 Hz', null)),
    ...await withBrowser([], measureStart),
  ]
}

/** Gestures in long papers. */
export async function measureEditing(): Promise<Figure[]> {
  return withBrowser(freeFrames, measureGestures)
}
