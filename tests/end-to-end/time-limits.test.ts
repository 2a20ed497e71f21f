/** Time limits are understood as they are typed, in a real browser with an input method. */
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, screenLines } from '../support/app-window.ts'
import { block, examplePaper, paperActions } from '../support/example-paper.ts'

const held = useWindow(useApp())
const { openPaper, move } = paperActions(held)

const chip = () => held.page.locator('.limit-chip').first().textContent()
const offer = () => held.page.locator('.limit-write')
const limitLine = async () => (await screenLines(held.page)).find((line) => line.startsWith('整改时限'))
/** Empties the first time limit, with the caret left in it. */
const clear = async () => {
  await caretAtEnd(held.page, block('11月底前完成'))
  await move('Shift+Home')
  await held.page.keyboard.press('Delete')
  await expect.poll(chip, { timeout: 4000 }).toContain('选择时限')
}

describe('E22 time limits as they are typed', () => {
  it('E22 the chip follows each key, while an input method composes and after it', async () => {
    await openPaper()
    await clear()
    await held.page.keyboard.type('6')
    await compose(held.window.session, 'yuedi', '月底')
    await expect.poll(chip, { timeout: 4000 }).toContain('2024-06-30 前')
    await held.page.keyboard.type('前')
    await expect.poll(chip, { timeout: 4000 }).toContain('2024-06-30 前')
    for (let count = 0; count < 4; count += 1) await held.page.keyboard.press('Backspace')
    await expect.poll(chip, { timeout: 4000 }).toContain('选择时限')
    // Still composing: what is shown is what stands there.
    await held.page.keyboard.type('12')
    await held.window.session.send('Input.imeSetComposition', { text: '月', selectionStart: 1, selectionEnd: 1 })
    await expect.poll(chip, { timeout: 4000 }).toContain('2023-12-31 前')
    await held.window.session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await expect.poll(limitLine, { timeout: 4000 }).toBe('整改时限：12')
    await expect.poll(chip, { timeout: 4000 }).toContain('选择时限')
  })

  it('E22 what is jotted down is understood, stays as typed, and is written out with one click and undone with one step', async () => {
    await openPaper()
    await clear()
    await held.page.keyboard.type('6-30')
    await expect.poll(chip, { timeout: 4000 }).toContain('2024-06-30 前')
    await held.page.waitForTimeout(900)
    expect(await limitLine()).toBe('整改时限：6-30')
    await expect.poll(() => offer().allTextContents()).toEqual(['写成 2024年6月30日前'])
    await offer().click()
    await expect.poll(limitLine, { timeout: 4000 }).toBe('整改时限：2024年6月30日前')
    await expect.poll(() => offer().count()).toBe(0)
    // The caret stands behind it: writing goes on.
    await held.page.keyboard.type('完成')
    expect(await limitLine()).toBe('整改时限：2024年6月30日前完成')
    await held.page.keyboard.press('Control+z')
    await held.page.keyboard.press('Control+z')
    await expect.poll(limitLine, { timeout: 4000 }).toBe('整改时限：6-30')
  })

  it('E22 下月底 is the month after the paper’s, 三个月内 has no date, and no year is said to be missing', async () => {
    await openPaper()
    await clear()
    await compose(held.window.session, 'xiayuedi', '下月底')
    await expect.poll(() => offer().allTextContents(), { timeout: 4000 }).toEqual(['写成 2023年11月底前'])
    for (let count = 0; count < 3; count += 1) await held.page.keyboard.press('Backspace')
    await compose(held.window.session, 'sangeyuenei', '三个月内')
    await expect.poll(chip, { timeout: 4000 }).toContain('3个月内')
    await expect.poll(() => offer().count()).toBe(0)
    await openPaper(examplePaper.replace('\n2023年10月20日', ''))
    await expect.poll(chip, { timeout: 4000 }).toContain('没有年份，推不出日期')
  })
})
