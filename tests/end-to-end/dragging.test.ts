/** Dragging blocks, sections and entries of the outline with a real pointer, in a real browser with an input method. */
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, screenLines } from '../support/app-window.ts'
import { block, paperActions } from '../support/example-paper.ts'

const held = useWindow(useApp())
const { openPaper, prefixOf, move } = paperActions(held)

const paper = `青禾县水务局党组班子整改方案
一、总体要求
坚持问题导向。
二、整改措施
（一）理论学习方面
一是学用结合不紧。
整改措施：1.每月集中学习1次。
2.每季度交流1次。
整改时限：11月底前完成。
（二）工作作风方面
一是调研不深。
整改措施：每季度到基层不少于2次。
整改时限：立行立改，长期坚持。
三、组织保障
加强领导。
青禾县水务局党组
2023年10月20日`

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
const boxOf = async (selector: string): Promise<Box> => (await held.page.locator(selector).first().boundingBox())!
const entry = (text: string) => `.outline-entry:has-text("${text}")`

/** Presses on the role name of the block, or at its handle, and goes to the upper edge of another block; the button stays down. */
async function dragTo(from: string, to: string, edge: 'top' | 'bottom' = 'top', grip: 'role' | 'handle' = 'role'): Promise<void> {
  const { page } = held
  const start = await boxOf(block(from))
  if (grip === 'handle') {
    await page.mouse.move(start.x + 60, start.y + 12)
    const handle = await boxOf('.block-handle[data-kind="hover"]:not([hidden])')
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  } else await page.mouse.move(start.x - 32, start.y + 14)
  await page.mouse.down()
  await page.mouse.move(start.x + 10, start.y + 20, { steps: 3 })
  const end = await boxOf(block(to))
  await page.mouse.move(end.x + 80, edge === 'top' ? end.y + 2 : end.y + end.height - 2, { steps: 6 })
}

async function dragEntry(from: string, to: string, part: number, aside = 0): Promise<void> {
  const { page } = held
  const start = await boxOf(entry(from))
  await page.mouse.move(start.x + 70, start.y + start.height / 2)
  await page.mouse.down()
  const end = await boxOf(entry(to))
  await page.mouse.move(end.x + 70 + aside, end.y + end.height * part, { steps: 6 })
}

const drop = async () => {
  await held.page.mouse.up()
  await held.page.waitForTimeout(60)
}
const lines = () => screenLines(held.page)
const lineShown = () => held.page.locator('.paper .drop-line').isVisible()

describe('E11 dragging in the paper', () => {
  it('E11 a block by its role name; the label stays; undone as one', async () => {
    await openPaper(paper)
    const before = await lines()
    await dragTo('每季度交流', '每月集中学习')
    expect(await lineShown()).toBe(true)
    await expect.poll(() => held.page.locator('.drag-note').textContent()).toContain('每季度交流1次')
    await drop()
    expect((await lines()).slice(6, 8)).toEqual(['整改措施：1.每季度交流1次。', '2.每月集中学习1次。'])
    // The caret went along.
    await held.page.keyboard.type('甲')
    expect((await lines())[6]).toBe('整改措施：1.甲每季度交流1次。')
    await move('Control+z')
    await move('Control+z')
    expect(await lines()).toEqual(before)
    await move('Control+y')
    expect((await lines())[6]).toBe('整改措施：1.每季度交流1次。')
  })

  it('E11 a heading by its handle, with all it holds', async () => {
    await openPaper(paper)
    await dragTo('工作作风方面', '理论学习方面', 'top', 'handle')
    await drop()
    expect((await lines()).slice(3, 9)).toEqual(['二、整改措施', '（一）工作作风方面', '一是调研不深。', '整改措施：每季度到基层不少于2次。', '整改时限：立行立改，长期坚持。', '（二）理论学习方面'])
    await move('Control+z')
    await expect.poll(() => prefixOf('理论学习方面')).toBe('（一）')
  })

  it('E11 Esc puts nothing anywhere; a click still opens the menu', async () => {
    await openPaper(paper)
    const before = await lines()
    await dragTo('每季度交流', '调研不深')
    await held.page.keyboard.press('Escape')
    expect(await lineShown()).toBe(false)
    await expect.poll(() => held.page.locator('.drag-note').count()).toBe(0)
    await drop()
    expect(await lines()).toEqual(before)
    await expect.poll(() => held.page.getByRole('button', { name: '撤销' }).isEnabled()).toBe(false)
    await expect.poll(() => held.page.locator('.block-menu').count()).toBe(0)
    const box = await boxOf(block('每季度交流'))
    await held.page.mouse.click(box.x - 32, box.y + 14)
    await held.page.locator('.block-menu').waitFor()
  })

  it('E11 title and signature stay; no line above or below them, none inside what is dragged', async () => {
    await openPaper(paper)
    const before = await lines()
    const title = await boxOf(block('班子整改方案'))
    await held.page.mouse.move(title.x - 32, title.y + 20)
    await held.page.mouse.down()
    await held.page.mouse.move(title.x, title.y + 200, { steps: 4 })
    expect(await lineShown()).toBe(false)
    await drop()
    await held.page.keyboard.press('Escape')
    await dragTo('坚持问题导向', '班子整改方案')
    expect(await lineShown()).toBe(true)
    expect((await boxOf('.paper .drop-line')).y).toBeGreaterThan(title.y + title.height - 2)
    await held.page.mouse.up()
    expect((await lines()).slice(0, 3)).toEqual(['青禾县水务局党组班子整改方案', '坚持问题导向。', '一、总体要求'])
    await move('Control+z')
    expect(await lines()).toEqual(before)
    // The part with its groups: over its own lines nothing is offered.
    await dragTo('理论学习方面', '每季度交流')
    expect(await lineShown()).toBe(false)
    await drop()
    expect(await lines()).toEqual(before)
  })

  it('E11 several selected blocks move together', async () => {
    await openPaper(paper)
    await caretAtEnd(held.page, block('每季度交流'))
    await move('Home')
    await move('Shift+ArrowDown')
    await move('Shift+End')
    await dragTo('每季度交流', '每季度到基层', 'bottom')
    await expect.poll(() => held.page.locator('.drag-note').textContent()).toContain('共 2 段')
    await drop()
    expect((await lines()).slice(8, 14)).toEqual(['一是调研不深。', '整改措施：每季度到基层不少于2次。', '每季度交流1次。', '整改时限：11月底前完成。', '立行立改，长期坚持。', '三、组织保障'])
  })

  it('E11 the desk scrolls near its edge, at 125 % too', async () => {
    await held.page.evaluate(() => localStorage.setItem('zhenggao-zoom', '125'))
    await held.page.reload()
    await openPaper(paper)
    await dragTo('坚持问题导向', '班子整改方案')
    const desk = await boxOf('.desk')
    await held.page.mouse.move(desk.x + desk.width / 2, desk.y + desk.height - 4, { steps: 4 })
    await expect.poll(() => held.page.evaluate(() => { const area = document.querySelector('.desk')!; return area.scrollTop + area.clientHeight > area.scrollHeight - 2 })).toBe(true)
    const last = await boxOf(block('加强领导'))
    await held.page.mouse.move(last.x + 90, last.y + last.height - 3, { steps: 3 })
    const line = await boxOf('.paper .drop-line')
    expect(Math.abs(line.y - (last.y + last.height))).toBeLessThan(12)
    await drop()
    expect((await lines()).slice(-4)).toEqual(['加强领导。', '坚持问题导向。', '青禾县水务局党组', '2023年10月20日'])
  })

  it('E11 E6 what an input method has in hand stays, dragged elsewhere and dragged itself', async () => {
    await openPaper(paper)
    for (const dragged of ['每月集中学习', '调研不深']) {
      await caretAtEnd(held.page, block('调研不深'))
      const { session } = held.window
      for (const text of ['di', 'diao', 'diaoyan']) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await dragTo(dragged, '加强领导')
      await drop()
      expect((await lines()).join('\n')).toContain('调研不深。diaoyan')
      expect((await lines()).join('\n').split('diaoyan')).toHaveLength(2)
      await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
      expect((await lines()).at(-4)).toContain(dragged)
      for (let count = 0; count < 12 && (await lines()).join().includes('diaoyan'); count += 1) await move('Control+z')
    }
  })
})

describe('E11 a table', () => {
  it('E11 is dragged by the handle beside it, and keeps what is in it', async () => {
    await openPaper('某局整改台账\n一、总的情况\n已全部建账。\n二、问题清单\n序号\t问题\t整改措施\t整改时限\n1\t学得少\t每月学\t11月底\n2\t调研浅\t每季查\t12月底')
    const before = await lines()
    const { page } = held
    const table = await boxOf('.paper-content table')
    await page.mouse.move(table.x + 60, table.y + 12)
    const handle = await boxOf('.block-handle[data-kind="hover"]:not([hidden])')
    await page.mouse.move(handle.x + 6, handle.y + 10)
    await page.mouse.down()
    const to = await boxOf(block('已全部建账'))
    await page.mouse.move(to.x + 60, to.y + 3, { steps: 6 })
    await expect.poll(() => page.locator('.drag-note').textContent()).toContain('表格')
    await drop()
    expect(await lines()).toEqual([before[0], before[1], before.at(-1), before[2], before[3]])
    await caretAtEnd(page, block('已全部建账'))
    await move('Control+z')
    expect(await lines()).toEqual(before)
  })
})

describe('E8 Alt+↑ while composing', () => {
  it('E8 E6 belongs to the input method: nothing moves, nothing is lost', async () => {
    await openPaper(paper)
    await caretAtEnd(held.page, block('每季度交流'))
    const { session } = held.window
    for (const text of ['x', 'xu', 'xuexi']) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await held.page.keyboard.press('Alt+ArrowUp')
    await session.send('Input.insertText', { text: '学习' })
    await expect.poll(async () => (await lines()).join('\n')).toContain('每季度交流1次。学习')
    expect((await lines()).join('\n')).not.toContain('xuexi')
  })
})

describe('E12 the outline', () => {
  it('E12 an entry between its like; undone as one', async () => {
    await openPaper(paper)
    const before = await lines()
    await dragEntry('工作作风方面', '理论学习方面', 0.1)
    await expect.poll(() => held.page.locator('.drag-note').textContent()).toContain('放到“（一）理论学习方面”之前')
    await drop()
    expect((await lines()).slice(4, 6)).toEqual(['（一）工作作风方面', '一是调研不深。'])
    await expect.poll(() => held.page.locator('.outline-entry').allTextContents()).toEqual(['一、总体要求13', expect.stringContaining('二、'), expect.stringContaining('（一）工作作风方面'), expect.stringContaining('（二）理论学习方面'), expect.stringContaining('三、')])
    await caretAtEnd(held.page, block('加强领导'))
    await move('Control+z')
    expect(await lines()).toEqual(before)
  })

  it('E12 into another part as its last, and beside a part with its level changed', async () => {
    await openPaper(paper)
    await dragEntry('理论学习方面', '总体要求', 0.5)
    await expect.poll(() => held.page.locator(entry('总体要求')).first().getAttribute('data-drop-into')).toBe('')
    await drop()
    expect((await lines()).slice(1, 5)).toEqual(['一、总体要求', '坚持问题导向。', '（一）理论学习方面', '一是学用结合不紧。'])
    await expect.poll(() => held.page.locator('.outline-entry').allTextContents()).toHaveLength(5)
    await held.page.waitForTimeout(250)
    await dragEntry('工作作风方面', '组织保障', 0.9, -30)
    await expect.poll(() => held.page.locator('.drag-note').textContent()).toContain('改为一级标题')
    await drop()
    expect((await lines()).slice(-6)).toEqual(['四、工作作风方面', '一是调研不深。', '整改措施：每季度到基层不少于2次。', '整改时限：立行立改，长期坚持。', '青禾县水务局党组', '2023年10月20日'])
  })

  it('E12 Esc leaves all as it was', async () => {
    await openPaper(paper)
    const before = await lines()
    await dragEntry('组织保障', '总体要求', 0.1)
    await expect.poll(() => held.page.locator('.outline-entries .drop-line').isVisible()).toBe(true)
    await held.page.keyboard.press('Escape')
    await expect.poll(() => held.page.locator('.outline-entries .drop-line').isVisible()).toBe(false)
    await drop()
    expect(await lines()).toEqual(before)
  })

  it('E12 a long outline scrolls near its edge', async () => {
    await openPaper(`某局整改方案\n${Array.from({ length: 40 }, (_, index) => `${['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][index % 10]}、第${index + 1}件事情\n要抓好落实。`).join('\n')}`)
    await dragEntry('第1件事情', '第3件事情', 0.1)
    const list = await boxOf('.outline-entries')
    await held.page.mouse.move(list.x + 80, list.y + list.height - 3, { steps: 4 })
    await expect.poll(() => held.page.evaluate(() => { const area = document.querySelector('.outline-entries')!; return area.scrollTop + area.clientHeight > area.scrollHeight - 2 }), { timeout: 8000 }).toBe(true)
    const last = await boxOf(entry('第40件事情'))
    await held.page.mouse.move(last.x + 80, last.y + last.height * 0.9, { steps: 3 })
    await drop()
    expect((await lines()).slice(-2)).toEqual([expect.stringContaining('第1件事情'), '要抓好落实。'])
  })

  it('E12 Alt+↑ and Alt+↓ move and keep the focus, also into another part; Enter goes to the block', async () => {
    await openPaper(paper)
    await held.page.locator(entry('工作作风方面')).first().focus()
    const focused = () => held.page.evaluate(() => document.activeElement?.textContent ?? '')
    await held.page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => prefixOf('工作作风方面')).toBe('（一）')
    await held.page.waitForTimeout(250)
    expect(await focused()).toContain('（一）工作作风方面')
    await held.page.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await lines()).indexOf('（一）工作作风方面')).toBe(3)
    await held.page.waitForTimeout(250)
    expect(await focused()).toContain('工作作风方面')
    await held.page.keyboard.press('ArrowUp')
    expect(await focused()).toContain('总体要求')
    await held.page.keyboard.press('ArrowDown')
    await held.page.keyboard.press('Enter')
    await held.page.keyboard.type('尾')
    expect((await lines())[3]).toBe('（一）工作作风方面尾')
  })
})
