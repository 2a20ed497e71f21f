/** 素材 in a real browser, by keyboard and with an input method. */
import { describe, expect, it } from 'vitest'
import { callFrom } from '../support/call-from.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, openWindow, screenLines, waitForSaved } from '../support/app-window.ts'
import { block, examplePaper, paperActions } from '../support/example-paper.ts'

const suite = useApp()
const held = useWindow(suite)
const { openPaper } = paperActions(held)

const picker = () => held.page.locator('.snippet-picker')
const options = () => picker().getByRole('option')
const dialog = () => held.page.locator('.ant-modal:has(.snippet-dialog)')
const usesOf = async (title: string) => (await callFrom(held.page, 'snippets.search', { query: title, aspect: null, role: null, tag: null, near: '', draftId: null, offset: 0, limit: 5 })).snippets.find((snippet) => snippet.title === title)?.uses

/** Selects from words of one block to words of another. */
async function select(from: string, to: string): Promise<void> {
  await held.page.evaluate(([first, last]) => {
    const find = (words: string) => {
      const walker = document.createTreeWalker(document.querySelector('.paper-content')!, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue!.indexOf(words)
        if (at !== -1) return { node, at }
      }
      throw new Error(`no ${words}`)
    }
    const [start, end] = [find(first!), find(last!)]
    getSelection()!.setBaseAndExtent(start.node, start.at, end.node, end.at + last!.length)
    document.querySelector<HTMLElement>('.paper-content')!.focus()
  }, [from, to])
  await held.page.waitForTimeout(80)
}

/** Keeps what is selected, or the caret's block, by key alone. */
async function keep(title?: string): Promise<void> {
  await held.page.keyboard.press('Alt+KeyS')
  await dialog().waitFor()
  await expect.poll(() => held.page.evaluate(() => document.activeElement?.closest('.snippet-fields') !== null)).toBe(true)
  if (title !== undefined) await dialog().getByRole('textbox').first().fill(title)
  await held.page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'hidden' })
}

async function openPicker(): Promise<void> {
  await held.page.keyboard.press('Alt+KeyI')
  await picker().waitFor()
}

const paperOf = (name: string, words: string) => examplePaper.replace('青禾县水务局党组班子整改方案', name).replace('学习停留在读文件', words)

describe('Q13 Q14 snippets on the editing screen', () => {
  it('Q14 what is selected is kept by key with what is proposed; the same words are not kept twice', async () => {
    await openPaper()
    await select('学用结合', '停留在读文件。')
    await held.page.keyboard.press('Alt+KeyS')
    await dialog().waitFor()
    const values = () => dialog().getByRole('textbox').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
    expect(await values()).toEqual(['学用结合不紧', '青禾县水务局党组班子整改方案'])
    await expect.poll(() => dialog().getByRole('combobox', { name: '方面' }).inputValue()).toBe('理论学习')
    await expect.poll(() => dialog().locator('.ant-radio-wrapper-checked').innerText()).toBe('问题')
    await expect.poll(() => dialog().locator('.snippet-whole').innerText()).toBe('一是学用结合不紧。学习停留在读文件。')
    // Enter that takes the words of an input method keeps nothing.
    await dialog().getByRole('combobox', { name: '标签' }).focus()
    await compose(held.window.session, 'xuefeng', '学风')
    await held.page.keyboard.press('Enter')
    await expect.poll(() => dialog().isVisible()).toBe(true)
    await held.page.keyboard.press('Control+Enter')
    await held.page.getByText('已存为素材“学用结合不紧”').waitFor()
    await dialog().waitFor({ state: 'hidden' })
    // The caret is back in the paper.
    await expect.poll(() => held.page.evaluate(() => document.activeElement?.className)).toContain('paper-content')

    await caretAtEnd(held.page, block('学用结合不紧'))
    await held.page.keyboard.press('Alt+KeyS')
    await dialog().getByRole('button', { name: '存为素材' }).click()
    await dialog().getByText('没有重复保存').waitFor()
    await dialog().getByRole('button', { name: '打开已有的' }).click()
    await dialog().getByRole('button', { name: '恢复到打开时' }).waitFor()
    await expect.poll(() => dialog().getByRole('textbox', { name: '第 1 段' }).inputValue()).toBe('学用结合不紧。学习停留在读文件。')
    await dialog().getByRole('button', { name: '关闭' }).last().click()

    // By the menu of a block, and by nothing that holds no words.
    await held.page.keyboard.press('Control+Period')
    await held.page.locator('.block-menu').getByRole('button', { name: '存为素材' }).click()
    await dialog().waitFor()
    await held.page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'hidden' })
  })

  it('Q13 Q5 Q6 Q10 found with an input method, put in by Enter where it fits, undone as one with its use', async () => {
    await openPaper(paperOf('第二份整改方案', '研讨停留在念稿子'))
    await select('每月集中', '每季度交流1次。')
    await keep('集中学习和交流')
    const before = await screenLines(held.page)
    await caretAtEnd(held.page, block('每季度到基层'))
    await openPicker()
    await expect.poll(() => picker().locator('.snippet-near').innerText()).toContain('工作作风')
    // Composing: neither letters nor Enter are the list's yet.
    for (const text of ['j', 'ji', 'jiao', 'jiaoliu']) await held.window.session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await held.page.keyboard.press('Enter')
    await expect.poll(() => picker().isVisible()).toBe(true)
    await expect.poll(() => screenLines(held.page)).toEqual(before)
    await held.window.session.send('Input.insertText', { text: '交流' })
    await expect.poll(() => options().count()).toBe(1)
    await held.page.keyboard.press('Enter')
    await picker().waitFor({ state: 'hidden' })
    const after = await screenLines(held.page)
    expect(after.slice(8, 12)).toEqual(['一是调研不深。', '整改措施：每季度到基层不少于2次。', '每月集中学习1次。', '每季度交流1次。'])
    await expect.poll(() => usesOf('集中学习和交流')).toBe(1)
    // The caret stands behind it, in the paper.
    await held.page.keyboard.type('（新）')
    expect((await screenLines(held.page))[11]).toBe('每季度交流1次。（新）')
    await held.page.keyboard.press('Control+z')
    await held.page.keyboard.press('Control+z')
    await expect.poll(() => screenLines(held.page)).toEqual(before)
    await expect.poll(() => usesOf('集中学习和交流')).toBe(0)
    await held.page.keyboard.press('Control+y')
    await expect.poll(() => screenLines(held.page)).toEqual(after)
    await expect.poll(() => usesOf('集中学习和交流')).toBe(1)
    await waitForSaved(held.page)
  })

  it('Q13 Q10 letters of the pinyin, arrows and filters; what another draft has used says so before and after', async () => {
    await openPaper(paperOf('第三份整改方案', '听课停留在签到'))
    await caretAtEnd(held.page, block('调研不深'))
    await openPicker()
    await held.page.keyboard.type('jzxx jl')
    await expect.poll(() => options().count()).toBe(1)
    await options().getByText('已在《第二份整改方案》').waitFor()
    await picker().locator('.snippet-preview').getByText('已在《第二份整改方案》').waitFor()
    // Ctrl+Enter puts in the words alone, into the sentence.
    await held.page.keyboard.press('Control+Enter')
    await picker().waitFor({ state: 'hidden' })
    await expect.poll(() => screenLines(held.page).then((lines) => lines[8])).toBe('一是调研不深。每月集中学习1次。每季度交流1次。')
    await held.page.getByText('请注意避免雷同').waitFor()
    await held.page.keyboard.press('Control+z')

    await openPicker()
    await expect.poll(() => options().count()).toBeGreaterThan(1)
    const first = await options().nth(0).locator('b').innerText()
    const second = await options().nth(1).locator('b').innerText()
    await held.page.keyboard.press('ArrowDown')
    await expect.poll(() => picker().locator('[aria-selected="true"] b').innerText()).toBe(second)
    await held.page.keyboard.press('ArrowUp')
    await expect.poll(() => picker().locator('[aria-selected="true"] b').innerText()).toBe(first)
    await picker().getByRole('button', { name: /^问题/ }).click()
    await expect.poll(() => options().count()).toBe(1)
    // Esc closes the list alone, and the paper goes on where it was.
    await held.page.keyboard.press('Escape')
    await picker().waitFor({ state: 'hidden' })
    await held.page.keyboard.type('。')
    expect((await screenLines(held.page))[8]).toBe('一是调研不深。。')
  })

  it('Q7 Q13 words of a sentence go in at the caret; typing and Enter at once mean what was typed', async () => {
    await openPaper(paperOf('第四份整改方案', '培训停留在讲课'))
    await select('到基层', '到基层')
    await keep('下基层')
    await caretAtEnd(held.page, block('每月集中'))
    await openPicker()
    await picker().getByRole('combobox', { name: '插入素材' }).fill('下基层')
    await held.page.keyboard.press('Enter')
    await picker().waitFor({ state: 'hidden' })
    await expect.poll(() => screenLines(held.page).then((lines) => lines[4])).toBe('整改措施：1.每月集中学习1次。到基层')
    await expect.poll(() => usesOf('下基层')).toBe(1)
  })

  it('Q13 the keys stand on the sheet of keys; a paper open elsewhere takes nothing in', async () => {
    await openPaper(paperOf('第五份整改方案', '交流停留在表态'))
    await held.page.keyboard.press('F1')
    for (const key of ['Alt+I', 'Alt+S']) await held.page.locator('.shortcut-sheet').getByText(key, { exact: true }).waitFor()
    await held.page.keyboard.press('Escape')
    await waitForSaved(held.page)
    const other = await openWindow(suite.browser, suite.app)
    await other.page.goto(held.page.url())
    await other.page.locator('.paper-content[contenteditable="false"]').waitFor()
    await other.page.keyboard.press('Alt+KeyI')
    await other.page.waitForTimeout(200)
    await expect.poll(() => other.page.locator('.snippet-picker').count()).toBe(0)
    await expect.poll(() => other.page.getByRole('button', { name: '素材', exact: true }).isDisabled()).toBe(true)
    expect(other.faults).toEqual([])
    await other.context.close()
  })
})

describe('Q15 Q16 the screen of the snippets', () => {
  const openLibrary = async () => {
    await held.page.evaluate(() => { location.hash = '#/templates/snippets' })
    await held.page.locator('.snippet-library').waitFor()
  }
  const items = () => held.page.locator('.snippet-item')
  const textField = (index: number) => held.page.getByRole('textbox', { name: `第 ${index} 段` })
  const saved = () => held.page.locator('.snippet-state [data-state="saved"]').waitFor()

  it('Q15 found by words and filters, written new, changed with an input method, put back, removed and restored', async () => {
    await openLibrary()
    await held.page.getByRole('button', { name: '新建素材' }).click()
    await textField(1).click()
    await compose(held.window.session, 'zhutiao', '逐条建账')
    await held.page.keyboard.type('，由[责任人]销号。')
    await saved()
    await items().filter({ hasText: '逐条建账' }).waitFor()
    // Enter begins a block, Backspace at its start joins it again.
    await held.page.keyboard.press('Enter')
    await held.page.keyboard.type('按月通报。')
    await saved()
    await expect.poll(() => held.page.locator('.snippet-block').count()).toBe(2)
    await held.page.keyboard.press('Home')
    await held.page.keyboard.press('Backspace')
    await expect.poll(() => textField(1).inputValue()).toBe('逐条建账，由[责任人]销号。按月通报。')
    await saved()

    await held.page.locator('.snippet-side input').first().fill('zttj')
    await expect.poll(() => items().count()).toBe(0)
    await held.page.locator('.snippet-side input').first().fill('ztjz 通报')
    await expect.poll(() => items().count()).toBe(1)
    await held.page.getByRole('button', { name: '清除筛选' }).click()
    await expect.poll(() => items().count()).toBeGreaterThan(1)

    // Left and opened again: that is what it goes back to.
    await items().filter({ hasText: '学用结合' }).locator('button').first().click()
    await expect.poll(() => textField(1).inputValue()).toContain('学用结合')
    await items().filter({ hasText: '逐条建账' }).locator('button').first().click()
    await expect.poll(() => textField(1).inputValue()).toContain('逐条建账')
    await textField(1).fill('完全改写。')
    await saved()
    await held.page.getByRole('button', { name: '恢复到打开时' }).click()
    await expect.poll(() => textField(1).inputValue()).toBe('逐条建账，由[责任人]销号。按月通报。')
    await saved()

    // What is typed a moment before it is removed is there when it is put back.
    await textField(1).fill('逐条建账，及时销号。')
    await items().filter({ hasText: '逐条建账' }).hover()
    await items().filter({ hasText: '逐条建账' }).getByRole('button', { name: /^删除/ }).click()
    await expect.poll(() => items().filter({ hasText: '逐条建账' }).count()).toBe(0)
    await held.page.locator('.ant-notification-notice').getByRole('button', { name: '撤销' }).click()
    await items().filter({ hasText: '及时销号' }).waitFor()
  })

  it('Q15 where it was used leads to the draft; the same words elsewhere, and another window, are told of', async () => {
    await openLibrary()
    await items().filter({ hasText: '集中学习和交流' }).locator('button').first().click()
    await held.page.locator('.snippet-uses').getByText('《第二份整改方案》').click()
    await expect.poll(() => screenLines(held.page).then((lines) => lines[0])).toBe('第二份整改方案')

    await openLibrary()
    const other = await openWindow(suite.browser, suite.app)
    await other.page.goto(held.page.url())
    for (const page of [held.page, other.page]) {
      await page.locator('.snippet-item').filter({ hasText: '下基层' }).locator('button').first().click()
      await page.getByRole('textbox', { name: '第 1 段' }).waitFor()
    }
    await held.page.getByRole('textbox', { name: '第 1 段' }).fill('到基层去')
    await saved()
    // The other window follows, as nothing is unsaved there.
    await expect.poll(() => other.page.getByRole('textbox', { name: '第 1 段' }).inputValue()).toBe('到基层去')
    await expect.poll(() => held.page.getByRole('checkbox', { name: /放在光标处/ }).isChecked()).toBe(true)
    expect(other.faults).toEqual([])
    await other.context.close()
  })

  it('Q16 Q9 what another window stored meanwhile is not written over unasked', async () => {
    await openLibrary()
    const other = await openWindow(suite.browser, suite.app)
    await other.page.goto(held.page.url())
    for (const page of [held.page, other.page]) {
      await page.locator('.snippet-item').filter({ hasText: '学用结合' }).locator('button').first().click()
      await page.getByRole('textbox', { name: '第 1 段' }).waitFor()
    }
    // Its save is slow on the way, and the one of this window comes first.
    await other.page.route('**/rpc', async (route) => {
      if (route.request().postData()?.includes('snippets.save')) await new Promise((resolve) => setTimeout(resolve, 2_500))
      await route.continue()
    })
    await other.page.getByRole('textbox', { name: '第 1 段' }).fill('另一窗口写的。')
    await held.page.getByRole('textbox', { name: '第 1 段' }).fill('这一窗口写的。')
    await saved()
    await other.page.getByText('没有覆盖它').waitFor()
    await expect.poll(() => other.page.getByRole('textbox', { name: '第 1 段' }).inputValue()).toBe('另一窗口写的。')
    await other.page.getByRole('button', { name: '用我的' }).click()
    await expect.poll(() => textField(1).inputValue(), { timeout: 10_000 }).toBe('另一窗口写的。')
    expect(other.faults).toEqual([])
    await other.context.close()
  })

  it('Q15 fits the small screen at 125 %', async () => {
    await openLibrary()
    await held.page.locator('.rail-foot button').last().click()
    await held.page.getByText('125%').click()
    await items().first().locator('button').first().click()
    await held.page.locator('.snippet-form').waitFor()
    const overflow = await held.page.evaluate(() => ['.snippet-library', '.snippet-side', '.snippet-pane', 'body'].map((name) => { const element = document.querySelector(name)!; return element.scrollWidth - element.clientWidth }))
    expect(overflow).toEqual([0, 0, 0, 0])
    expect(await held.page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight + 1)).toBe(true)
    await held.page.locator('.rail-foot button').last().click()
    await held.page.getByText('100%', { exact: true }).click()
  })
})
