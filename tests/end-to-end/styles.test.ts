/** The style of the whole draft, focus mode and limits of length: in a real browser with an input method. */
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, screenLines, waitForSaved } from '../support/app-window.ts'
import { block, examplePaper, paperActions } from '../support/example-paper.ts'

const held = useWindow(useApp())
const { openPaper, prefixOf, move } = paperActions(held)

const panel = () => held.page.locator('.style-panel')
const row = (name: string, section = 0) => panel().locator('.style-rows > div').nth(section).getByRole('group', { name })
const openPanel = () => held.page.getByRole('button', { name: '体例' }).click()
const undoButton = () => held.page.getByRole('button', { name: '撤销' })

const mixedPaper = examplePaper.replace('一是调研不深。', '1.调研不深。')

describe('体例', () => {
  it('E15 shows what a choice would do before it is done, does it to the whole paper, and undoes it as one', async () => {
    await openPaper()
    const before = await screenLines(held.page)
    await caretAtEnd(held.page, block('每月集中学习'))
    await openPanel()
    await expect.poll(() => row('措施').locator('[aria-pressed="true"]').textContent()).toBe('整改措施：')
    await row('措施').getByRole('button', { name: '【整改措施】：' }).hover()
    await expect.poll(() => panel().locator('.style-preview b').textContent()).toBe('将改 2 处')
    await expect.poll(() => panel().locator('.style-then p').first().textContent()).toBe('【整改措施】：1.每月集中学习1次。')
    await expect.poll(() => screenLines(held.page)).toEqual(before)
    await row('措施').getByRole('button', { name: '【整改措施】：' }).click()
    await expect.poll(() => screenLines(held.page)).toEqual(before.map((line) => line.replace(/^整改措施：/u, '【整改措施】：')))
    await expect.poll(() => row('措施').locator('[aria-pressed="true"]').textContent()).toBe('【整改措施】：')
    // A label where none was: the usual word, at the head of each run.
    await row('问题').getByRole('button', { name: '整改问题：', exact: true }).click()
    await expect.poll(() => prefixOf('调研不深')).toBe('整改问题：一是')
    // Ctrl+Z in the panel too: one step each.
    await held.page.keyboard.press('Control+z')
    await expect.poll(() => prefixOf('调研不深')).toBe('一是')
    await expect.poll(() => prefixOf('每月集中学习')).toBe('【整改措施】：1.')
    await held.page.keyboard.press('Control+z')
    await expect.poll(() => screenLines(held.page)).toEqual(before)
    // Back in the paper the caret is where it was.
    await held.page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
    await compose(held.window.session, 'jia', '加')
    expect((await screenLines(held.page)).join('\n')).toContain('1.每月集中学习1次。加')
  })

  it('E16 runs limits in behind the measures, and back, from the keyboard alone', async () => {
    await openPaper()
    const before = await screenLines(held.page)
    await openPanel()
    await row('时限', 1).getByRole('button', { name: '接排在措施后' }).focus()
    await expect.poll(() => panel().locator('.style-preview b').textContent()).toBe('将改 2 处')
    await held.page.keyboard.press('Enter')
    await expect.poll(() => screenLines(held.page)).toContain('整改措施：每季度到基层不少于2次。整改时限：立行立改，长期坚持。')
    await held.page.keyboard.press('ArrowRight')
    await held.page.keyboard.press('Enter')
    await expect.poll(() => screenLines(held.page)).toEqual(before)
  })

  it('E17 names a mixture with its counts and evens it out by one click; the change is saved', async () => {
    await openPaper(mixedPaper)
    await openPanel()
    await expect.poll(() => row('问题', 2).locator('.style-mixed').textContent()).toContain('混用（')
    await row('问题', 2).getByRole('button', { name: '一是', exact: true }).click()
    await expect.poll(() => prefixOf('调研不深')).toBe('一是')
    await expect.poll(() => row('问题', 2).locator('.style-mixed').count()).toBe(0)
    await waitForSaved(held.page)
    await held.page.reload()
    await held.page.locator('.paper-content .block').first().waitFor()
    await expect.poll(() => prefixOf('调研不深')).toBe('一是')
  })

  it('E15 keeps labels that say who is responsible and tells so', async () => {
    await openPaper(`${examplePaper.replace('整改时限：11月底前完成。', '整改时限：11月底前完成。\n责任领导：甲某。\n责任科室：办公室。')}`)
    await openPanel()
    await row('责任').getByRole('button', { name: '无标签' }).hover()
    await expect.poll(() => row('责任').locator('.style-kept').textContent()).toContain('“责任领导”“责任科室”要靠标签区分')
    await expect.poll(() => panel().locator('.style-preview b').textContent()).toContain('责任领导')
    await row('责任').getByRole('button', { name: '无标签' }).click()
    await expect.poll(() => prefixOf('甲某')).toBe('责任领导：')
  })
})

const lit = () => held.page.locator('.paper-content > [data-lit]').allTextContents()
const isFocus = () => held.page.locator('.editing').getAttribute('data-focus')

/** Where the caret's line is in the desk, from 0 to 1. */
const caretShare = () => held.page.evaluate(() => {
  const range = getSelection()!.getRangeAt(0).cloneRange()
  const own = range.getBoundingClientRect()
  const at = own.height > 0 ? own : (range.startContainer as HTMLElement).getBoundingClientRect()
  const desk = document.querySelector('.desk')!.getBoundingClientRect()
  return ((at.top + at.bottom) / 2 - desk.top) / desk.height
})

describe('专注', () => {
  it('E18 F9 hides what is beside the paper, lights the item of the caret, follows it, and Esc leaves', async () => {
    await openPaper()
    await caretAtEnd(held.page, block('每月集中学习'))
    await held.page.keyboard.press('F9')
    await expect.poll(isFocus).toBe('true')
    for (const hidden of ['.rail', '.outline-panel', '.inspector']) expect(await held.page.locator(hidden).isVisible()).toBe(false)
    expect(await lit()).toEqual(['理论学习方面', '学用结合不紧。学习停留在读文件。', '每月集中学习1次。', '每季度交流1次。', '11月底前完成。'])
    expect(await held.page.locator(block('调研不深')).evaluate((element) => element.hasAttribute('data-lit'))).toBe(false)
    await expect.poll(() => held.page.locator(block('调研不深')).evaluate((element) => Number(getComputedStyle(element).opacity))).toBeLessThan(0.5)
    await caretAtEnd(held.page, block('调研不深'))
    await expect.poll(lit).toEqual(['工作作风方面', '调研不深。', '每季度到基层不少于2次。', '立行立改，长期坚持。'])
    await expect.poll(() => held.page.locator('.limit-chips[data-lit]').allTextContents()).toEqual([expect.stringContaining('长期坚持')])
    // A new block belongs to the item at once.
    await held.page.keyboard.press('Enter')
    await compose(held.window.session, 'xin', '新')
    await expect.poll(lit).toContain('新')
    // Esc closes what is open first, and only then leaves.
    await held.page.keyboard.press('Control+f')
    await held.page.locator('.find-panel').waitFor()
    await held.page.keyboard.press('Escape')
    await held.page.locator('.find-panel').waitFor({ state: 'detached' })
    expect(await isFocus()).toBe('true')
    await held.page.keyboard.press('Control+.')
    await held.page.locator('.block-menu').waitFor()
    await held.page.keyboard.press('Escape')
    await held.page.locator('.block-menu').waitFor({ state: 'detached' })
    expect(await isFocus()).toBe('true')
    await held.page.keyboard.press('Escape')
    await expect.poll(isFocus).toBe('false')
    await expect.poll(() => held.page.locator('[data-lit], [data-dim]').count()).toBe(0)
    for (const shown of ['.rail', '.outline-panel', '.inspector']) expect(await held.page.locator(shown).isVisible()).toBe(true)
    // One goes on writing where one was.
    await held.page.keyboard.type('写')
    expect((await screenLines(held.page)).join('\n')).toContain('新写')
  })

  it('E18 E6 Esc and F9 while an input method composes belong to it, and nothing is lost', async () => {
    await openPaper()
    await caretAtEnd(held.page, block('调研不深'))
    await held.page.getByRole('button', { name: '专注' }).click()
    await expect.poll(isFocus).toBe('true')
    await compose(held.window.session, 'shen', '深')
    const before = await held.page.locator('.desk').evaluate((desk) => desk.scrollTop)
    await held.window.session.send('Input.imeSetComposition', { text: 'ru', selectionStart: 2, selectionEnd: 2 })
    for (const key of ['Escape', 'F9']) {
      await held.page.evaluate((name) => document.querySelector('.paper-content')!.dispatchEvent(new KeyboardEvent('keydown', { key: name, isComposing: true, bubbles: true, cancelable: true })), key)
      expect(await isFocus()).toBe('true')
    }
    // Nothing moves under the candidates.
    expect(await held.page.locator('.desk').evaluate((desk) => desk.scrollTop)).toBe(before)
    await held.window.session.send('Input.insertText', { text: '入' })
    await expect.poll(async () => (await screenLines(held.page)).join('\n')).toContain('一是调研不深。深入')
    await held.page.keyboard.press('F9')
    await expect.poll(isFocus).toBe('false')
  })

  it('E18 the line of the caret stays in the middle third, at 100 % and at 125 %', async () => {
    const long = `${examplePaper.split('\n').slice(0, 3).join('\n')}\n${Array.from({ length: 24 }, (_, index) => `${index + 1}.第${index + 1}个问题。说明文字写得长一些，好让这一段不止一行，也便于检查光标所在的行。`).join('\n')}`
    for (const zoom of ['100', '125']) {
      await held.page.evaluate((value) => localStorage.setItem('zhenggao-zoom', value), zoom)
      await held.page.reload()
      await held.page.locator('.rail').waitFor()
      await openPaper(long)
      await caretAtEnd(held.page, block('第1个问题'))
      await held.page.keyboard.press('F9')
      await expect.poll(caretShare).toBeGreaterThan(0.3)
      // The paper stays between the bars.
      const [desk, foot] = [await held.page.locator('.desk').boundingBox(), await held.page.locator('.status-bar').boundingBox()]
      expect(desk!.y + desk!.height).toBeLessThanOrEqual(foot!.y + 1)
      for (let count = 0; count < 40; count += 1) await move('ArrowDown')
      await expect.poll(caretShare).toBeLessThan(0.68)
      await expect.poll(caretShare).toBeGreaterThan(0.32)
      await move('Control+End')
      await held.page.keyboard.press('Enter')
      for (let count = 0; count < 6; count += 1) await compose(held.window.session, 'ceshi', '测试文字写得很长很长很长很长很长很长')
      await expect.poll(caretShare).toBeLessThan(0.68)
      await move('Control+Home')
      await expect.poll(caretShare).toBeGreaterThan(0.32)
      // A click leaves the paper where it is.
      const top = await held.page.locator('.desk').evaluate((desk) => desk.scrollTop)
      await held.page.mouse.click(desk!.x + desk!.width / 2, desk!.y + desk!.height - 30)
      await held.page.waitForTimeout(150)
      expect(await held.page.locator('.desk').evaluate((element) => element.scrollTop)).toBe(top)
      await held.page.keyboard.press('F9')
      await expect.poll(isFocus).toBe('false')
    }
    await held.page.evaluate(() => localStorage.setItem('zhenggao-zoom', '100'))
  })

  it('F1 tells of the key', async () => {
    await openPaper()
    await held.page.keyboard.press('F1')
    await held.page.locator('.ant-modal').getByText('专注：只留正文（Esc 退出）').waitFor()
  })
})

describe('字数', () => {
  const status = () => held.page.locator('.status-bar').textContent()
  const field = (name: string) => held.page.locator('.limits-table').getByLabel(name, { exact: true })

  it('E19 a new draft carries the template’s limits; the counts tell how they stand, and nothing stops the typing', async () => {
    await held.page.locator('.rail button').first().click()
    await held.page.getByRole('button', { name: '新建文稿' }).first().click()
    await held.page.locator('.ant-dropdown').getByText('班子整改方案', { exact: true }).click()
    await held.page.locator('.begin-dialog .ant-btn-primary:not([disabled])').click()
    await held.page.locator('.paper-content .block').first().waitFor()
    expect(await status()).toMatch(/全文 \d+ \/ 5,000 字，不足 2,000 字/u)
    await expect.poll(() => field('全文 上限').inputValue()).toBe('5000')
    await expect.poll(() => field('全文 上限').getAttribute('data-suggested')).toBe('true')
    await caretAtEnd(held.page, '.block[data-role="heading1"] + .block')
    const part = held.page.locator('.status-bar .length-count').nth(1)
    await expect.poll(() => part.textContent()).toBe('本部分 6 / 500 字')
    const states = async () => [await part.getAttribute('data-state'), await held.page.locator('.outline-entry').first().locator('.length-bar').getAttribute('data-state')]
    await held.page.keyboard.insertText('改'.repeat(443))
    await expect.poll(states).toEqual(['within', 'within'])
    await held.page.keyboard.insertText('改')
    await expect.poll(states).toEqual(['near', 'near'])
    await held.page.keyboard.insertText('改'.repeat(60))
    await expect.poll(states).toEqual(['over', 'over'])
    await expect.poll(() => part.textContent()).toBe('本部分 510 / 500 字，超 10 字')
    await expect.poll(() => held.page.locator('.outline-entry').first().getAttribute('title')).toContain('总体要求：510 字，不超过 500 字（模板建议）')
  })

  it('E19 a limit is set, changed, refused where it makes no sense, taken away, each as one step of undo, and saved', async () => {
    await openPaper()
    const before = await screenLines(held.page)
    expect(await status()).not.toContain('/')
    await caretAtEnd(held.page, block('调研不深'))
    await field('一、整改措施 上限').fill('６0')
    await field('一、整改措施 上限').press('Enter')
    await held.page.locator('.properties label').filter({ hasText: '会议' }).locator('input').fill('专题会')
    await held.page.keyboard.press('Enter')
    await held.page.waitForTimeout(250)
    await expect.poll(status).toMatch(/本部分 \d+ \/ 60 字，超 \d+ 字/u)
    // Enter in a field is no Enter in the paper, where the caret was.
    await expect.poll(() => screenLines(held.page)).toEqual(before)
    await field('一、整改措施 下限').fill('300')
    await field('一、整改措施 下限').blur()
    await expect.poll(() => held.page.locator('.limit-fault').textContent()).toContain('下限大于上限')
    await expect.poll(() => field('一、整改措施 下限').inputValue()).toBe('')
    await field('一、整改措施 上限').fill('')
    await field('一、整改措施 上限').press('Enter')
    await expect.poll(status).not.toContain('/ 60')
    await field('一、整改措施 下限').fill('300')
    await field('一、整改措施 下限').press('Enter')
    await expect.poll(status).toContain('，不足 300 字')
    await undoButton().click()
    await expect.poll(status).not.toContain('不足')
    await undoButton().click()
    await expect.poll(status).toContain('/ 60')
    await waitForSaved(held.page)
    await held.page.reload()
    await held.page.locator('.paper-content .block').first().waitFor()
    await expect.poll(() => field('一、整改措施 上限').inputValue()).toBe('60')
  })

  it('E19 a part taken out takes its limit with it, and undo brings both back', async () => {
    await openPaper(examplePaper.replace('青禾县水务局党组\n2023', '二、工作保障\n加强领导。\n青禾县水务局党组\n2023'))
    await field('二、工作保障 上限').fill('100')
    await field('二、工作保障 上限').press('Enter')
    await expect.poll(() => held.page.locator('.length-bar').count()).toBe(1)
    await caretAtEnd(held.page, block('工作保障'))
    await held.page.keyboard.press('Control+0')
    await expect.poll(() => field('二、工作保障 上限').count()).toBe(0)
    await held.page.locator('.paper-content').focus()
    await move('Control+z')
    await expect.poll(() => field('二、工作保障 上限').inputValue()).toBe('100')
  })
})
