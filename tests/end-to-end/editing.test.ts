/** Gestures of the editing screen, in a real browser with an input method. */
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, openWindow, screenLines, waitForSaved } from '../support/app-window.ts'
import { block, paperActions } from '../support/example-paper.ts'

const suite = useApp()
const held = useWindow(suite)

const { openPaper, roleOf, prefixOf, move } = paperActions(held)
const undo = () => held.page.keyboard.press('Control+z')

describe('E6 an input method composes without loss', () => {
  it('E6 at the end, in the middle, at the start and in an empty block', async () => {
    await openPaper()
    await caretAtEnd(held.page, block('调研不深'))
    await compose(held.window.session, 'wei', '尾')
    await move('Home')
    await compose(held.window.session, 'tou', '头')
    await expect.poll(() => screenLines(held.page)).toContain('一是头调研不深。尾')
    for (let count = 0; count < 2; count += 1) await move('ArrowRight')
    await compose(held.window.session, 'zhong', '中')
    await expect.poll(() => screenLines(held.page)).toContain('一是头调研中不深。尾')
    await move('End')
    await held.page.keyboard.press('Enter')
    await compose(held.window.session, 'kongduan', '空段')
    expect((await screenLines(held.page)).join('\n')).toContain('二是空段')
    await expect.poll(() => roleOf('空段')).toBe('problem')
  })

  it('E6 a composition given up leaves the text as it was', async () => {
    await openPaper()
    const before = await screenLines(held.page)
    await caretAtEnd(held.page, block('调研不深'))
    await held.window.session.send('Input.imeSetComposition', { text: 'diao', selectionStart: 4, selectionEnd: 4 })
    await held.window.session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await held.page.waitForTimeout(100)
    await expect.poll(() => screenLines(held.page)).toEqual(before)
  })

  it('E6 over a selection across blocks keeps what is outside it', async () => {
    await openPaper()
    await caretAtEnd(held.page, block('每月集中学习'))
    for (let count = 0; count < 3; count += 1) await move('ArrowLeft')
    await move('Shift+ArrowDown')
    await compose(held.window.session, 'he', '合')
    const lines = (await screenLines(held.page)).join('\n')
    expect(lines).toContain('合')
    expect(lines).toContain('整改时限：11月底前完成。')
    expect(lines).toContain('一是学用结合不紧。学习停留在读文件。')
  })
})

describe('roles and structure', () => {
  it('changes roles by key and by menu, with numbers and labels that follow', async () => {
    await openPaper()
    await caretAtEnd(held.page, block('每季度交流'))
    await held.page.keyboard.press('Control+2')
    await expect.poll(() => roleOf('每季度交流')).toBe('cause')
    await held.page.keyboard.press('Control+3')
    await expect.poll(() => roleOf('每季度交流')).toBe('measure')
    await expect.poll(() => prefixOf('每季度交流')).toBe('2.')
    await held.page.keyboard.press('Control+Alt+Digit2')
    await expect.poll(() => roleOf('每季度交流')).toBe('heading2')
    await expect.poll(() => prefixOf('每季度交流')).toBe('（二）')
    await expect.poll(() => prefixOf('工作作风方面')).toBe('（三）')
    // The role's name in the margin opens the menu.
    const box = (await held.page.locator(block('每季度交流')).first().boundingBox())!
    await held.page.mouse.click(box.x - 30, box.y + 14)
    await held.page.locator('.block-menu').getByRole('button', { name: /^措施/ }).click()
    await expect.poll(() => roleOf('每季度交流')).toBe('measure')
    await expect.poll(() => prefixOf('工作作风方面')).toBe('（二）')
    // And Ctrl+. the same from the keyboard.
    await held.page.keyboard.press('Control+.')
    await held.page.locator('.block-menu').waitFor()
    await held.page.keyboard.press('Escape')
    await expect.poll(() => held.page.locator('.block-menu').count()).toBe(0)
  })

  it('E2 E3 Enter and Backspace keep the structure', async () => {
    await openPaper()
    await caretAtEnd(held.page, block('每季度交流'))
    await held.page.keyboard.press('Enter')
    await held.page.keyboard.type('新措施')
    await expect.poll(() => prefixOf('新措施')).toBe('3.')
    await held.page.keyboard.press('Enter')
    await held.page.keyboard.press('Enter')
    await held.page.keyboard.type('正文一段')
    await expect.poll(() => roleOf('正文一段')).toBe('paragraph')
    await caretAtEnd(held.page, block('新措施'))
    await move('Home')
    await held.page.keyboard.press('Backspace')
    await expect.poll(() => prefixOf('新措施')).toBe('')
    await held.page.keyboard.press('Backspace')
    await expect.poll(() => screenLines(held.page)).toContain('2.每季度交流1次。新措施')
  })

  it('E4 undoes and redoes text, roles and properties', async () => {
    await openPaper()
    const start = await screenLines(held.page)
    await caretAtEnd(held.page, block('调研不深'))
    await held.page.keyboard.type('补一句')
    await held.page.keyboard.press('Control+1')
    await held.page.keyboard.press('Control+3')
    await expect.poll(() => roleOf('调研不深')).toBe('measure')
    const unit = held.page.locator('.properties label').filter({ hasText: '单位' }).locator('input')
    await unit.fill('改过的单位')
    await unit.blur()
    await held.page.waitForTimeout(300)
    await held.page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => unit.inputValue()).toBe('青禾县水务局党组')
    await held.page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => roleOf('调研不深')).toBe('problem')
    for (let count = 0; count < 6 && (await held.page.getByRole('button', { name: '撤销' }).isEnabled()); count += 1) await held.page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => screenLines(held.page)).toEqual(start)
    for (let count = 0; count < 9 && (await held.page.getByRole('button', { name: '重做' }).isEnabled()); count += 1) await held.page.getByRole('button', { name: '重做' }).click()
    await expect.poll(() => roleOf('调研不深')).toBe('measure')
    expect((await screenLines(held.page)).join('\n')).toContain('补一句')
    await expect.poll(() => unit.inputValue()).toBe('改过的单位')
  })

  it('goes to what is clicked in the outline and counts characters', async () => {
    await openPaper()
    await held.page.locator('.outline-entry').filter({ hasText: '工作作风方面' }).click()
    await expect.poll(() => held.page.locator('.block[data-current="true"]').textContent()).toBe('工作作风方面')
    const count = async () => Number((await held.page.locator('.status-bar span').first().textContent())!.replaceAll(/\D/g, ''))
    const before = await count()
    await held.page.keyboard.type('甲乙丙')
    await expect.poll(count).toBe(before + 3)
    await expect.poll(() => held.page.locator('.status-bar').textContent()).toContain('“整改措施”')
  })
})

describe('time limits', () => {
  it('T1 T3 the chip says what the words mean, and the picker writes them', async () => {
    await openPaper()
    const chips = held.page.locator('.limit-chip')
    await expect.poll(() => chips.count()).toBe(2)
    await expect.poll(() => chips.first().textContent()).toContain('2023-11-30 前')
    await expect.poll(() => chips.first().textContent()).toContain('年份按本文推定')
    await expect.poll(() => chips.last().textContent()).toContain('长期坚持')
    await chips.first().click()
    await held.page.locator('.limit-picker').getByText('长期坚持').click()
    await held.page.locator('.limit-picker .ant-picker input').fill('2024-06-30')
    await held.page.keyboard.press('Enter')
    await held.page.locator('.limit-picker').getByRole('button', { name: '写入' }).click()
    await expect.poll(() => screenLines(held.page)).toContain('整改时限：2024年6月30日前完成，长期坚持。')
    await expect.poll(() => chips.first().textContent()).toContain('2024-06-30 前 · 长期坚持')
    await held.page.locator('.paper-content').focus()
    await undo()
    await expect.poll(() => screenLines(held.page)).toContain('整改时限：11月底前完成。')
  })
})

/** What Word puts on the clipboard, cut to what matters: an automatic number, styling, a table. */
const wordHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-size:10.5pt}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='mso-list:l0 level1 lfo1;color:red'><![if !supportLists]><span style='mso-list:Ignore'>（一）<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><span style='font-family:黑体'>组织生活方面<o:p></o:p></span></p>
<p class=MsoNormal><b>【整改问题】：</b>一是会议记录不全。二是谈心谈话不经常。</p>
<p class=MsoNormal>【整改措施】：每月检查 1 次。<script>alert(1)</script></p>
<table><tr><td>序号</td><td>问题</td><td>整改措施</td></tr><tr><td>1</td><td>记录不全</td><td>补齐<br>记录</td></tr></table><!--EndFragment--></body></html>`

async function paste(html: string, text: string): Promise<void> {
  await held.page.evaluate(({ html, text }) => {
    const data = new DataTransfer()
    if (html !== '') data.setData('text/html', html)
    data.setData('text/plain', text)
    document.querySelector('.paper-content')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, { html, text })
  await held.page.waitForTimeout(150)
}

describe('E5 paste', () => {
  it('E5 from Word: text, numbers and table come in, styling does not', async () => {
    await openPaper()
    await caretAtEnd(held.page, block('长期坚持'))
    await held.page.keyboard.press('Enter')
    await paste(wordHtml, '（一）组织生活方面')
    const lines = await screenLines(held.page)
    expect(lines).toEqual(expect.arrayContaining(['（三）组织生活方面', '【整改问题】：一是会议记录不全。二是谈心谈话不经常。', '【整改措施】：每月检查1次。', '序号\t问题\t整改措施\n1\t记录不全\t补齐\n记录']))
    await expect.poll(() => roleOf('会议记录不全')).toBe('problem')
    await expect.poll(() => held.page.locator('.paper-content [style*="color"], .paper-content script, .paper-content font').count()).toBe(0)
    await undo()
    expect((await screenLines(held.page)).join('\n')).not.toContain('组织生活')
  })

  it('E5 a piece of a sentence goes in where the caret is', async () => {
    await openPaper()
    await caretAtEnd(held.page, block('调研不深'))
    await move('ArrowLeft')
    await paste('', '，走访 不够')
    expect((await screenLines(held.page)).join('\n')).toContain('一是调研不深，走访不够。')
  })

  it('E5 several lines in mid-sentence keep what stood before and behind', async () => {
    await openPaper()
    await caretAtEnd(held.page, block('调研不深'))
    await move('ArrowLeft')
    await paste('', '第一行。\n\n整改时限：2023年12月底前。')
    const text = (await screenLines(held.page)).join('\n')
    expect(text).toContain('一是调研不深')
    expect(text).toContain('第一行。')
    expect(text).toContain('整改时限：2023年12月底前。')
    expect(text.replaceAll(/[^。]/g, '').length).toBeGreaterThan(8)
  })

  it('E1 a block copied in the paper becomes a block of its own', async () => {
    await openPaper()
    await held.page.locator('.paper-content').focus()
    await move('Control+a')
    await held.page.keyboard.press('Control+c')
    await move('Control+End')
    await held.page.keyboard.press('Control+v')
    await held.page.waitForTimeout(300)
    const ids = await held.page.locator('.block').evaluateAll((blocks) => blocks.map((one) => (one as HTMLElement).dataset['blockId']))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('E7 saving', () => {
  it('E7 S1 what is written is there after reload, and the status tells how it stands', async () => {
    await openPaper()
    await caretAtEnd(held.page, block('调研不深'))
    await held.page.keyboard.type('写完就存')
    await expect.poll(() => held.page.locator('.save-status').getAttribute('data-state')).toMatch(/dirty|saving|saved/)
    await waitForSaved(held.page)
    await held.page.reload()
    await held.page.locator('.paper-content .block').first().waitFor()
    expect((await screenLines(held.page)).join('\n')).toContain('写完就存')
  })

  it('a window with nothing unsaved shows what another one saved', async () => {
    await openPaper()
    const other = await openWindow(suite.browser, suite.app)
    await other.page.goto(held.page.url())
    await other.page.locator('.paper-content .block').first().waitFor()
    await caretAtEnd(held.page, block('调研不深'))
    await held.page.keyboard.type('这边改了')
    await waitForSaved(held.page)
    await expect.poll(async () => (await screenLines(other.page)).join('\n'), { timeout: 6000 }).toContain('这边改了')
    await other.context.close()
  })

  it('S3 names a version and brings one back as a step of undo', async () => {
    await openPaper()
    const before = await screenLines(held.page)
    await held.page.getByRole('tab', { name: '版本' }).click()
    await held.page.locator('.versions-keep input').fill('送审稿')
    await held.page.getByRole('button', { name: '给现在的内容命名保存' }).click()
    await held.page.locator('.version').filter({ hasText: '送审稿' }).waitFor()
    await caretAtEnd(held.page, block('调研不深'))
    await held.page.keyboard.type('后来改的')
    await waitForSaved(held.page)
    await held.page.locator('.version').filter({ hasText: '送审稿' }).getByRole('button', { name: '查看' }).click()
    await held.page.getByRole('button', { name: '恢复到这一版' }).click()
    await expect.poll(() => screenLines(held.page)).toEqual(before)
    await held.page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(async () => (await screenLines(held.page)).join('\n')).toContain('后来改的')
  })
})
