/** Moving and re-levelling blocks, finding and replacing, the sheet of keys: in a real browser with an input method. */
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, screenLines } from '../support/app-window.ts'
import { block, paperActions } from '../support/example-paper.ts'

const held = useWindow(useApp())
const { openPaper, prefixOf, move } = paperActions(held)

describe('moving', () => {
  it('E8 E9 Alt+arrows and Tab move and re-level with the input method at hand, and undo goes back', async () => {
    await openPaper()
    const before = await screenLines(held.page)
    await caretAtEnd(held.page, block('工作作风方面'))
    await held.page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => prefixOf('工作作风方面')).toBe('（一）')
    await expect.poll(() => prefixOf('理论学习方面')).toBe('（二）')
    // The caret moved along: what is written lands in the heading.
    await compose(held.window.session, 'he', '和')
    expect((await screenLines(held.page)).slice(2, 6)).toEqual(['（一）工作作风方面和', '一是调研不深。', '整改措施：每季度到基层不少于2次。', '整改时限：立行立改，长期坚持。'])
    await held.page.keyboard.press('Shift+Tab')
    await expect.poll(() => prefixOf('工作作风方面')).toBe('二、')
    await held.page.keyboard.press('Tab')
    await expect.poll(() => prefixOf('工作作风方面')).toBe('（一）')
    for (let count = 0; count < 8 && (await screenLines(held.page)).join() !== before.join(); count += 1) await move('Control+z')
    await expect.poll(() => screenLines(held.page)).toEqual(before)
  })

  it('F1 shows every key', async () => {
    await openPaper()
    await held.page.keyboard.press('F1')
    const sheet = held.page.locator('.ant-modal').filter({ hasText: '快捷键' })
    await sheet.getByText('Alt+↑ / Alt+↓').waitFor()
    await expect.poll(() => sheet.locator('dl > div').count()).toBeGreaterThan(15)
  })
})

describe('E10 find and replace', () => {
  it('E10 shows each hit, goes to it, replaces the chosen ones, undone as one', async () => {
    await openPaper()
    const before = await screenLines(held.page)
    await caretAtEnd(held.page, block('理论学习方面'))
    await held.page.keyboard.press('Control+f')
    const panel = held.page.locator('.find-panel')
    await panel.getByLabel('查找', { exact: true }).fill('学习')
    await panel.getByLabel('替换为（留空即删除）').fill('研学')
    await expect.poll(() => panel.locator('.find-hits li').allTextContents()).toEqual(['理论学习方面', '学用结合不紧。学习停留在读文件。', '每月集中学习1次。'])
    await panel.locator('.find-hits li').nth(1).getByRole('checkbox').uncheck()
    await panel.locator('.find-hits button').nth(2).click()
    expect(await held.page.evaluate(() => getSelection()!.toString())).toBe('学习')
    await panel.getByRole('button', { name: '替换 2 处' }).click()
    const lines = await screenLines(held.page)
    expect(lines).toEqual(before.map((line, index) => (index === 3 ? line : line.replace('学习', '研学'))))
    await held.page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await caretAtEnd(held.page, block('调研不深'))
    await move('Control+z')
    await expect.poll(() => screenLines(held.page)).toEqual(before)
  })
})
