/** One draft in two windows, in a real browser: one edits, the other looks on, and they change places. */
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, openWindow, screenLines, waitForSaved, type AppWindow } from '../support/app-window.ts'
import { block, paperActions } from '../support/example-paper.ts'

const suite = useApp()
const held = useWindow(suite)
const { openPaper } = paperActions(held)

let other: AppWindow
beforeEach(async () => {
  await openPaper()
  other = await openWindow(suite.browser, suite.app)
  await other.page.goto(held.page.url())
  await other.page.locator('.paper-content .block').first().waitFor()
})
afterEach(async () => {
  expect(other.faults).toEqual([])
  await other.context.close()
})

const text = async (page: Page) => (await screenLines(page)).join('\n')
const note = (page: Page) => page.locator('.lease-note')
const isEditable = (page: Page) => page.locator('.paper-content').getAttribute('contenteditable')
const takeOver = (page: Page) => note(page).getByRole('button', { name: '改在这里编辑' }).click()
const becomesEditable = async (page: Page, timeout = 8000) => {
  await expect.poll(() => isEditable(page), { timeout }).toBe('true')
  await expect.poll(() => note(page).count()).toBe(0)
}
const write = async (page: Page, where: string, words: string) => {
  await caretAtEnd(page, block(where))
  await page.keyboard.type(words)
}

describe('S11 E23 the second window looks on', () => {
  it('E23 says why and since when, changes nothing by any way, and shows what the first writes', async () => {
    await expect.poll(() => note(other.page).textContent()).toMatch(/^这份文稿正在另一窗口编辑（始于 \d\d:\d\d），这里只能查看。/)
    expect(await isEditable(other.page)).toBe('false')
    await expect.poll(() => note(held.page).count()).toBe(0)
    const before = await screenLines(other.page)
    await other.page.locator(block('调研不深')).first().click()
    await other.page.keyboard.type('写不进去')
    await other.page.keyboard.press('Control+2')
    await other.page.keyboard.press('Alt+ArrowUp')
    await other.page.keyboard.press('Backspace')
    await other.page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '贴不进去')
      document.querySelector('.paper-content')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    const margin = (await other.page.locator(block('调研不深')).first().boundingBox())!
    await other.page.mouse.click(margin.x - 30, margin.y + 14)
    await expect.poll(() => other.page.locator('.block-menu').count()).toBe(0)
    await expect.poll(() => other.page.locator('.properties input:enabled:not([readonly])').count()).toBe(0)
    await expect.poll(() => other.page.getByRole('button', { name: '撤销' }).isDisabled()).toBe(true)
    await other.page.locator('.limit-chip').first().click()
    await expect.poll(() => other.page.locator('.limit-picker').count()).toBe(0)
    await expect.poll(() => screenLines(other.page)).toEqual(before)
    await other.page.locator('.desk').evaluate((desk) => { desk.scrollTop = 120 })
    await write(held.page, '调研不深', '这边写的')
    await expect.poll(() => text(other.page), { timeout: 6000 }).toContain('一是调研不深。这边写的')
    expect(await other.page.locator('.desk').evaluate((desk) => desk.scrollTop)).toBe(120)
    await expect.poll(() => other.page.locator('.ant-message-notice').count()).toBe(0)
  })
})

describe('S11 E23 taking over', () => {
  it('E23 the first saves what it was just writing, and they change places, there and back', async () => {
    await write(held.page, '调研不深', '刚写的')
    await takeOver(other.page)
    await becomesEditable(other.page)
    expect(await text(other.page)).toContain('一是调研不深。刚写的')
    await expect.poll(() => note(held.page).textContent()).toMatch(/^这份文稿已改到另一窗口编辑（始于 \d\d:\d\d），这里只能查看。/)
    expect(await isEditable(held.page)).toBe('false')
    await write(other.page, '每季度交流', '接着写')
    await expect.poll(() => text(held.page), { timeout: 6000 }).toContain('每季度交流1次。接着写')
    await held.page.keyboard.type('写不进去')
    expect(await text(held.page)).not.toContain('写不进去')
    await takeOver(held.page)
    await becomesEditable(held.page)
    // Undo takes back one's own work here, and nothing of the other window's.
    await expect.poll(() => held.page.getByRole('button', { name: '撤销' }).isDisabled()).toBe(true)
    await write(held.page, '长期坚持', '又写')
    await held.page.keyboard.press('Control+z')
    await expect.poll(() => text(held.page)).not.toContain('又写')
    expect(await text(held.page)).toContain('接着写')
    expect(await text(held.page)).toContain('刚写的')
    await waitForSaved(held.page)
    await expect.poll(() => note(other.page).count()).toBe(1)
  })

  it('E6 E23 what an input method has in hand is not lost', async () => {
    await caretAtEnd(held.page, block('调研不深'))
    await held.page.keyboard.type('先写')
    await held.window.session.send('Input.imeSetComposition', { text: '正在输入', selectionStart: 4, selectionEnd: 4 })
    await takeOver(other.page)
    await becomesEditable(other.page)
    expect(await text(other.page)).toContain('一是调研不深。先写正在输入')
    expect(await isEditable(held.page)).toBe('false')
  })

  it('S2 S11 a first window that cannot save does not hold the second up, and both texts are kept', async () => {
    await held.window.context.setOffline(true)
    await write(held.page, '调研不深', '甲窗口写的')
    await takeOver(other.page)
    await becomesEditable(other.page)
    expect(await text(other.page)).not.toContain('甲窗口写的')
    await write(other.page, '每季度交流', '乙窗口写的')
    await waitForSaved(other.page)
    await held.window.context.setOffline(false)
    const dialog = held.page.locator('.ant-modal').filter({ hasText: '另一窗口已先保存' })
    await dialog.waitFor({ timeout: 12_000 })
    await dialog.getByRole('button', { name: '用对方的' }).click()
    await expect.poll(() => text(held.page)).toContain('乙窗口写的')
    // The text given up is a version, to be seen and, once the window edits again, brought back.
    await takeOver(held.page)
    await becomesEditable(held.page)
    await held.page.getByRole('tab', { name: '版本' }).click()
    await held.page.locator('.version').filter({ hasText: '两窗口冲突时保留' }).getByRole('button', { name: '查看' }).click()
    await expect.poll(() => held.page.locator('.version-text').textContent()).toContain('甲窗口写的')
    await held.page.getByRole('button', { name: '恢复到这一版' }).click()
    await expect.poll(() => text(held.page)).toContain('甲窗口写的')
  }, 40_000)
})

describe('S11 windows that go', () => {
  it('S11 when the first leaves the draft, the second edits by itself and says so', async () => {
    await write(held.page, '调研不深', '走前写的')
    await held.page.locator('.rail button').first().click()
    await becomesEditable(other.page)
    await other.page.getByText('另一窗口已不再编辑这份文稿').waitFor()
    expect(await text(other.page)).toContain('走前写的')
    await write(other.page, '每季度交流', '接着写')
    await waitForSaved(other.page)
    // Coming back, the first looks on.
    await held.page.goBack()
    await note(held.page).waitFor()
    expect(await text(held.page)).toContain('接着写')
  })

  it('S11 when the first is closed, the second edits soon', async () => {
    const third = await openWindow(suite.browser, suite.app)
    await takeOver(other.page)
    await becomesEditable(other.page)
    await third.page.goto(held.page.url())
    await note(third.page).waitFor()
    await other.page.close()
    await Promise.race([becomesEditable(held.page), becomesEditable(third.page)])
    await third.page.close()
    await becomesEditable(held.page)
    await third.context.close()
    await other.context.close()
    other = await openWindow(suite.browser, suite.app)
  })

  it('S11 when the second is closed, nothing changes for the first', async () => {
    await other.page.close()
    await held.page.waitForTimeout(3500)
    expect(await isEditable(held.page)).toBe('true')
    await write(held.page, '调研不深', '照写')
    await waitForSaved(held.page)
    await other.context.close()
    other = await openWindow(suite.browser, suite.app)
  })

  it('S11 a first window that crashes frees the draft soon', async () => {
    await write(held.page, '调研不深', '崩溃前写的')
    await waitForSaved(held.page)
    const crashed = held.page.waitForEvent('crash')
    void held.window.session.send('Page.crash').catch(() => {})
    await crashed
    await becomesEditable(other.page)
    expect(await text(other.page)).toContain('崩溃前写的')
  })

  it('S11 a reload of the first keeps it the first', async () => {
    await held.page.reload()
    await held.page.locator('.paper-content .block').first().waitFor()
    await held.page.waitForTimeout(3500)
    expect(await isEditable(held.page)).toBe('true')
    await expect.poll(() => note(other.page).count()).toBe(1)
    await write(held.page, '调研不深', '重新载入后写的')
    await expect.poll(() => text(other.page), { timeout: 6000 }).toContain('重新载入后写的')
  })
})
