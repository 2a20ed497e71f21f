/** Notes beside the paper, in a real browser with an input method; the Word files that carry them; versions compared. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, openWindow, screenLines, waitForSaved } from '../support/app-window.ts'
import { block, paperActions } from '../support/example-paper.ts'
import { settledLines } from '../support/settle-changes.ts'
import { all, parse, structureFaults, unpack } from '../word/structure-checks.ts'

const suite = useApp()
const held = useWindow(suite)
const { openPaper, move } = paperActions(held)

const notes = () => held.page.locator('.notes .note:not(.note-new)')
const textArea = () => held.page.locator('.note-form textarea')

/** Selects words of a block as a mouse would. */
async function select(text: string, words: string): Promise<void> {
  await held.page.locator(block(text)).first().evaluate((element, chosen) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue!.indexOf(chosen)
      if (at === -1) continue
      getSelection()!.setBaseAndExtent(node, at, node, at + chosen.length)
      element.closest<HTMLElement>('.paper-content')!.focus()
    }
  }, words)
  await held.page.waitForTimeout(80)
}

/** The words under a highlight of the browser. */
const highlighted = (name: string) => held.page.evaluate((key) => [...(CSS.highlights.get(key)?.values() ?? [])].map((range) => (range as Range).toString()), name)

/** A note by key and input method on words of the paper. */
async function note(text: string, words: string, letters: string, says: string): Promise<void> {
  await select(text, words)
  await held.page.keyboard.press('Control+Alt+KeyM')
  await textArea().waitFor()
  await compose(held.window.session, letters, says)
  await held.page.keyboard.press('Control+Enter')
  await notes().filter({ hasText: says }).waitFor()
}

async function exported(name: string | undefined): Promise<{ readonly bytes: Uint8Array; readonly told: string }> {
  const { page } = held
  if (name === undefined) await page.getByRole('button', { name: '导出 Word' }).click()
  else {
    await page.getByRole('button', { name: '其他导出方式' }).click()
    await page.locator('.ant-dropdown:not(.ant-dropdown-hidden)').getByText(name).click()
  }
  const notice = page.locator('.ant-notification-notice').last()
  const path = (await notice.locator('.ant-notification-notice-description').textContent())!.trim()
  return { bytes: new Uint8Array(readFileSync(path)), told: (await notice.textContent())! }
}

describe('N5 notes in the window', () => {
  it('N5 N6 a note on the selection with an input method, answered, marked as done, undone step by step', async () => {
    await openPaper()
    const before = await screenLines(held.page)
    await note('学用结合不紧', '结合不紧', 'qingheshi', '请核实')
    expect(await highlighted('note-current')).toEqual(['结合不紧'])
    expect(await highlighted('note-words')).toEqual(['结合不紧'])
    // The paper itself is untouched, and has the focus again.
    await expect.poll(() => screenLines(held.page)).toEqual(before)
    expect(await held.page.evaluate(() => document.activeElement?.className)).toContain('paper-content')
    await expect.poll(() => held.page.getByRole('tab', { name: '批注 1' }).count()).toBe(1)
    await held.page.locator('.note-mark').waitFor()

    await notes().getByRole('button', { name: '回复' }).click()
    await compose(held.window.session, 'yigai', '已改')
    await held.page.keyboard.press('Control+Enter')
    await notes().locator('.note-answer').filter({ hasText: '已改' }).waitFor()
    await notes().getByRole('button', { name: '标为已处理' }).click()
    await held.page.getByText('没有未处理的批注').or(held.page.locator('.note[data-done="true"]')).first().waitFor()
    await expect.poll(() => held.page.getByRole('tab', { name: '批注', exact: true }).count()).toBe(1)
    await waitForSaved(held.page)

    const undo = held.page.getByRole('button', { name: '撤销' })
    await undo.click()
    await held.page.getByRole('tab', { name: '批注 1' }).waitFor()
    await undo.click()
    await expect.poll(() => held.page.locator('.note-answer').count()).toBe(0)
    await undo.click()
    await expect.poll(() => notes().count()).toBe(0)
    expect(await highlighted('note-words')).toEqual([])
    await held.page.getByRole('button', { name: '重做' }).click()
    await notes().filter({ hasText: '请核实' }).waitFor()

    // Closed and opened again it is still there.
    await waitForSaved(held.page)
    await held.page.reload()
    await held.page.getByRole('tab', { name: '批注 1' }).click()
    await expect.poll(() => notes().count()).toBe(1)
  })

  it('N3 N5 the words stay marked while the text before them is written; gone, it says so', async () => {
    await openPaper()
    await note('学用结合不紧', '结合不紧', 'kan', '再看')
    await held.page.locator(block('学用结合不紧')).first().click({ position: { x: 2, y: 14 } })
    await held.page.keyboard.press('Home')
    await compose(held.window.session, 'shijianzhong', '实践中')
    await expect.poll(() => highlighted('note-words')).toEqual(['结合不紧'])
    await select('学用结合不紧', '结合不紧')
    await held.page.keyboard.press('Delete')
    await notes().filter({ hasText: '所指文字已改' }).waitFor()
    expect(await highlighted('note-words')).toEqual([])
    await held.page.keyboard.press('Control+z')
    await expect.poll(() => notes().filter({ hasText: '所指文字已改' }).count()).toBe(0)
    await expect.poll(() => highlighted('note-words')).toEqual(['结合不紧'])
  })

  it('N5 by keyboard alone: Esc gives up, arrows go from note to note, Enter to the text and the text to the note', async () => {
    await openPaper()
    await note('学用结合不紧', '结合不紧', 'yi', '其一')
    await note('调研不深', '调研', 'er', '其二')
    await select('每月集中', '每月')
    await held.page.keyboard.press('Control+Alt+KeyM')
    await textArea().fill('不要了')
    await held.page.keyboard.press('Escape')
    await expect.poll(() => notes().count()).toBe(2)
    await notes().first().focus()
    await held.page.keyboard.press('ArrowDown')
    await held.page.keyboard.press('Enter')
    await expect.poll(() => held.page.locator('.block[data-current="true"]').textContent()).toBe('调研不深。')
    await expect.poll(() => held.page.locator('.note[aria-current="true"]').textContent()).toContain('其二')
    // The caret in the words of the other one shows that.
    await caretAtEnd(held.page, block('每月集中'))
    await held.page.locator('.note-mark').first().click()
    await expect.poll(() => held.page.locator('.note[aria-current="true"]').textContent()).toContain('其一')
    await notes().first().focus()
    await held.page.keyboard.press('Delete')
    await expect.poll(() => notes().count()).toBe(1)
    await held.page.keyboard.press('Control+z')
    await expect.poll(() => notes().count()).toBe(2)
  })

  it('N5 what was typed into a note is kept when the list is left; a deleted block leaves its notes apart', async () => {
    await openPaper()
    await select('调研不深', '调研')
    await held.page.keyboard.press('Control+Alt+KeyM')
    await textArea().fill('写到一半')
    await held.page.getByRole('tab', { name: '版本' }).click()
    await held.page.getByRole('tab', { name: '批注 1' }).click()
    await notes().filter({ hasText: '写到一半' }).waitFor()
    await held.page.locator(block('调研不深')).first().click()
    // The text, the number, the block.
    for (const key of ['Home', 'Shift+End', 'Backspace', 'Backspace', 'Backspace']) await move(key)
    await held.page.locator('.notes-lost .note').filter({ hasText: '写到一半' }).waitFor()
    await caretAtEnd(held.page, block('每季度到基层'))
    await held.page.locator('.notes-lost').getByRole('button', { name: '移到光标处' }).click()
    await expect.poll(() => held.page.locator('.notes-lost').count()).toBe(0)
    await expect.poll(() => notes().count()).toBe(1)
  })

  it('N7 a window that only looks on shows the notes and changes none', async () => {
    await openPaper()
    await note('学用结合不紧', '结合不紧', 'kan', '请看')
    await waitForSaved(held.page)
    const other = await openWindow(suite.browser, suite.app)
    await other.page.goto(held.page.url())
    await other.page.getByText('这里只能查看').first().waitFor()
    await other.page.getByRole('tab', { name: '批注 1' }).click()
    await other.page.locator('.note').filter({ hasText: '请看' }).waitFor()
    await expect.poll(() => other.page.locator('.notes').getByRole('button', { name: /回复|删除|修改|新建|标为/ }).count()).toBe(0)
    await other.page.keyboard.press('Control+Alt+KeyM')
    await expect.poll(() => other.page.locator('.note-form').count()).toBe(0)
    expect(other.faults).toEqual([])
    await other.context.close()
  })
})

describe('N8 N9 Word files', () => {
  it('N8 with notes: the comments are in the file, on the words; the plain one has none', async () => {
    await openPaper()
    await note('学用结合不紧', '结合不紧', 'qing', '请核实')
    const plain = await exported(undefined)
    expect(Object.keys(unpack(plain.bytes))).not.toContain('word/comments.xml')
    await held.page.locator('.ant-notification-notice-close').first().click()
    await expect.poll(() => held.page.locator('.ant-notification-notice').count()).toBe(0)
    const { bytes, told } = await exported('导出 Word（带批注）')
    expect(told).toContain('已导出 Word（带批注）')
    expect(structureFaults(bytes)).toEqual([])
    const parts = unpack(bytes)
    expect(all(parse(parts['word/comments.xml']!), 'w:t').map((one) => one.text)).toEqual(['请核实'])
    expect(parts['word/document.xml']).toMatch(/<w:commentRangeStart w:id="0"\/>(?:(?!<\/w:p>).)*结合不紧(?:(?!<\/w:p>).)*<w:commentRangeEnd w:id="0"\/>/)
  })
})

describe('N13 versions compared', () => {
  it('N13 N12 what changed is shown place by place and goes out as tracked changes', async () => {
    await openPaper()
    await held.page.getByRole('tab', { name: '版本' }).click()
    await held.page.locator('.versions-keep input').fill('送审稿')
    await held.page.locator('.versions-keep').getByRole('button').click()
    await held.page.locator('.version').filter({ hasText: '送审稿' }).waitFor()
    const before = await screenLines(held.page)
    await caretAtEnd(held.page, block('学用结合不紧'))
    await held.page.keyboard.type('联系实际少。')
    await held.page.keyboard.press('Enter')
    await compose(held.window.session, 'jihua', '学习计划落实不到位。')
    await held.page.locator('.version').filter({ hasText: '送审稿' }).getByRole('button', { name: '与当前文稿比较' }).click()
    await held.page.locator('.comparison-text .compared').first().waitFor()
    await expect.poll(() => held.page.locator('.comparison ins').allTextContents()).toEqual(['联系实际少。', '二是学习计划落实不到位。'])
    await expect.poll(() => held.page.locator('.comparison del').count()).toBe(0)
    await expect.poll(() => held.page.locator('.comparison-counts').textContent()).toContain('改动 2 处，增 18 字，删 0 字')
    await held.page.keyboard.press('F8')
    await expect.poll(() => held.page.locator('.comparison [data-current]').textContent()).toBe('联系实际少。')
    await held.page.keyboard.press('F8')
    await expect.poll(() => held.page.locator('.comparison [data-current]').textContent()).toContain('二是学习计划落实不到位。')
    await held.page.keyboard.press('Shift+F8')
    await expect.poll(() => held.page.getByText('第 1 处 / 共 2 处').count()).toBe(1)
    await held.page.getByText('只看有改动的段落').click()
    await held.page.locator('.compared-gap').first().waitFor()
    await held.page.locator('.comparison').getByLabel('修订人').fill('李四')
    await held.page.getByRole('button', { name: '导出带修订的 Word' }).click()
    const notice = held.page.locator('.ant-notification-notice').last()
    await expect.poll(() => notice.textContent()).toContain('已导出带修订的 Word')
    const bytes = new Uint8Array(readFileSync((await notice.locator('.ant-notification-notice-description').textContent())!.trim()))
    expect(structureFaults(bytes)).toEqual([])
    const document = parse(unpack(bytes)['word/document.xml']!)
    expect(settledLines(document, 'reject')).toEqual(before)
    expect(settledLines(document, 'accept').join('\n')).toContain('二是学习计划落实不到位。')
    expect(new Set(all(document, 'w:ins').map((one) => one.attributes['w:author']))).toEqual(new Set(['李四']))
  })
})
