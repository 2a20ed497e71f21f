/** What moving a group costs in a long paper: from the command to the next frame, and what of the page it touches. */
import type { Browser } from 'playwright-core'
import { openWindow, removeData, startApp } from '../support/app-window.ts'
import { figure, type Figure } from './measure.ts'
import { planOf } from './papers.ts'
import { printText } from '../../shared/document/print-text.ts'

export interface DragCost {
  readonly blocks: number
  readonly moved: number
  /** From the release of the button to the first frame after it, in milliseconds. */
  readonly dropTimes: readonly number[]
  /** From the press to the first frame that shows the line. */
  readonly beginTimes: readonly number[]
  /** Elements of blocks that stayed the same ones, of all blocks. */
  readonly kept: number
}

/** In the page: from the event of the name to the first frame after it. */
function watchFrames(name: string): void {
  const found: number[] = []
  ;(globalThis as unknown as Record<string, number[]>)[`${name}Times`] = found
  globalThis.addEventListener(name, (event) => {
    const begin = event.timeStamp
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => found.push(performance.now() - begin)
      channel.port2.postMessage(null)
    })
  }, true)
}

/** Drags a group of a plan of so many characters one group down, a few times. */
export async function dragCost(browser: Browser, characters: number, times: number): Promise<DragCost> {
  const app = await startApp()
  try {
    const { page, context } = await openWindow(browser, app)
    await page.getByRole('button', { name: '粘贴文本' }).first().click()
    await page.locator('.ant-modal textarea').fill(printText(planOf(characters, 'x')))
    await page.locator('.ant-modal').getByRole('button', { name: '识别' }).click()
    await page.getByRole('button', { name: '存入文稿库' }).click()
    await page.locator('.paper-content .block').first().waitFor({ timeout: 60_000 })
    await page.waitForTimeout(1500)
    await page.evaluate(watchFrames, 'pointerup')
    await page.evaluate(watchFrames, 'pointerdown')
    const blocks = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('.paper-content > *')]
      ;(globalThis as unknown as { allBlocks: HTMLElement[] }).allBlocks = all
      return all.length
    })
    let moved = 0
    const beginTimes: number[] = []
    for (let time = 0; time < times; time += 1) {
      const heading = page.locator('.block[data-role="heading2"]').nth(2 + time)
      await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }))
      const from = (await heading.boundingBox())!
      await page.mouse.move(from.x - 30, from.y + 14)
      await page.mouse.down()
      const begin = performance.now()
      await page.mouse.move(from.x, from.y + 40, { steps: 2 })
      beginTimes.push(performance.now() - begin)
      moved = Number(/共 (\d+) 段/u.exec((await page.locator('.drag-note').textContent()) ?? '')?.[1] ?? 0)
      const to = (await page.locator('.block[data-role="heading2"]').nth(1 + time).boundingBox())!
      await page.mouse.move(to.x + 60, Math.max(60, to.y + 2), { steps: 2 })
      await page.waitForTimeout(100)
      await page.mouse.up()
      await page.waitForTimeout(800)
    }
    const kept = await page.evaluate(() => (globalThis as unknown as { allBlocks: HTMLElement[] }).allBlocks.filter((element) => element.isConnected).length)
    const dropTimes = await page.evaluate(() => (globalThis as unknown as Record<string, number[]>)['pointerupTimes']!)
    await context.close()
    return { blocks, moved, dropTimes, beginTimes, kept }
  } finally {
    await app.stop()
    removeData(app)
  }
}

/** For the table of the benchmark. */
export async function measureDragging(browser: Browser): Promise<Figure[]> {
  const cost = await dragCost(browser, 100_000, 6)
  return [figure(`drop of a group of ${cost.moved} among ${cost.blocks} blocks to the next frame`, [...cost.dropTimes].slice(1))]
}
