/** What the writer does besides typing, in papers of 30,000 and 100,000 characters: role, undo, moving a group. */
import type { Browser, Page } from 'playwright-core'
import { caretAtEnd } from '../support/app-window.ts'
import { figure, type Figure } from './measure.ts'
import { watchFrames, withPaper } from './paper-window.ts'

const named = (count: number) => count.toLocaleString('en-US')

async function pressMany(page: Page, times: number, keys: (time: number) => string, pause: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.press(keys(time))
    // Not in step with the frames.
    await page.waitForTimeout(pause + (time * 7) % 17)
  }
}

async function typeInto(page: Page, blocks: number): Promise<void> {
  for (let block = 0; block < 4; block += 1) {
    await caretAtEnd(page, `.block >> nth=${Math.floor(blocks / 3) + block * 7}`)
    await pressMany(page, 25, () => 'a', 60)
  }
}

/** Drags a group over the one before it. */
async function dragGroup(page: Page, time: number): Promise<void> {
  const headings = page.locator('.block[data-role="heading2"]')
  await headings.nth(1 + time).evaluate((element) => element.scrollIntoView({ block: 'start' }))
  const from = (await headings.nth(2 + time).boundingBox())!
  await page.mouse.move(from.x - 30, from.y + 14)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y + 40, { steps: 2 })
  const to = (await headings.nth(1 + time).boundingBox())!
  await page.mouse.move(to.x + 60, Math.max(60, to.y + 2), { steps: 2 })
  await page.waitForTimeout(100)
  await page.mouse.up()
  await page.waitForTimeout(800)
}

async function measureAt(browser: Browser, characters: number): Promise<Figure[]> {
  return withPaper(browser, characters, 'self-examination', async (page, blocks) => {
    const paper = `${named(characters)} characters in ${blocks} blocks`
    const keys = await watchFrames(page, 'keydown')
    await typeInto(page, blocks)
    const typed = (await keys.take()).slice(25)
    await caretAtEnd(page, `.block[data-role="measure"] >> nth=${Math.floor(blocks / 20)}`)
    await pressMany(page, 22, (time) => (time % 2 === 0 ? 'Alt+Shift+2' : 'Alt+Shift+3'), 400)
    const roles = (await keys.take()).slice(2)
    await pressMany(page, 20, () => 'Control+z', 400)
    const undone = (await keys.take()).slice(2)
    const drops = await watchFrames(page, 'pointerup')
    for (let time = 0; time < 6; time += 1) await dragGroup(page, time)
    return [
      figure(`key to paint, ${paper}`, typed),
      figure(`role of a block to paint, ${paper}`, roles),
      figure(`undo to paint, ${paper}`, undone),
      figure(`drop of a group to paint, ${paper}`, (await drops.take()).slice(1)),
    ]
  })
}

export async function measureGestures(browser: Browser): Promise<Figure[]> {
  return [...await measureAt(browser, 30_000), ...await measureAt(browser, 100_000)]
}
