/** What every screen owes its reader: size of type by the rail, no spelling marks, tables and foreign text handled in the paper. */
import { expect, describe, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, screenLines } from '../support/app-window.ts'
import { block, paperActions } from '../support/example-paper.ts'

const held = useWindow(useApp())
const { openPaper, move, roleOf } = paperActions(held)

const zoomButton = () => held.page.locator('.rail-foot button').last()
const sizeOnScreen = () => held.page.locator('.rail button').first().evaluate((button) => button.getBoundingClientRect().width)

/** As the clipboard carries it: markup, and the same as plain text. */
async function paste(html: string, text: string): Promise<void> {
  await held.page.evaluate(({ html, text }) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    data.setData('text/plain', text)
    document.querySelector('.paper-content')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, { html, text })
}

/** WPS: no conditional comments, list numbers as spans with tabs, tables with widths. */
const wpsHtml = `<html xmlns:v="urn:schemas-microsoft-com:vml"><head><meta name=Generator content="WPS Office"><style>@font-face{font-family:"仿宋_GB2312";} p.MsoNormal{mso-style-name:正文;text-indent:32pt}</style></head>
<body style="tab-interval:21pt"><!--StartFragment--><p class=MsoNormal ><span style="mso-spacerun:'yes';font-family:黑体;font-size:16pt">（一）服务群众方面</span><span style="font-family:黑体"><o:p></o:p></span></p>
<p class=MsoNormal style="text-indent:32pt"><span style="font-family:仿宋_GB2312">一是</span><span style="font-family:仿宋_GB2312"><font face="仿宋_GB2312">窗口等候时间偏长。</font></span></p>
<p class=MsoNormal ><span>整改措施：增设</span><span>2</span><span>个窗口。</span></p><!--EndFragment--></body></html>`

const browserHtml = `<meta charset='utf-8'><div class="article"><h3 style="color:rgb(1,2,3)">（一）服务群众方面</h3><p>一是窗口等候时间偏长。</p><ul><li>整改措施：增设<strong>2</strong>个窗口。</li></ul><a href="https://example.invalid/">　</a></div>`

describe('E5 what other programs put on the clipboard', () => {
  it.each([['WPS', wpsHtml], ['a browser', browserHtml]])('E5 %s: text and structure come in, dress does not', async (_, html) => {
    await openPaper()
    await caretAtEnd(held.page, block('长期坚持'))
    await held.page.keyboard.press('Enter')
    await paste(html, '（一）服务群众方面\n一是窗口等候时间偏长。\n整改措施：增设2个窗口。')
    await expect.poll(() => screenLines(held.page)).toEqual(expect.arrayContaining(['（三）服务群众方面', '一是窗口等候时间偏长。', '整改措施：增设2个窗口。']))
    await expect.poll(() => roleOf('窗口等候')).toBe('problem')
    await expect.poll(() => roleOf('增设')).toBe('measure')
    await expect.poll(() => held.page.locator('.paper-content [style*="color"], .paper-content a, .paper-content font, .paper-content ul').count()).toBe(0)
  })
})

describe('E1 a table in the paper', () => {
  const tablePaper = '青禾县水务局整改台账\n序号\t问题\t整改措施\n1\t巡查不到位\t每周巡查\n2\t台账不全\t补齐台账\n'
  const cell = (text: string) => held.page.locator(`.paper-content td:has-text("${text}"), .paper-content th:has-text("${text}")`).first()

  it('E1 cells are written in with an input method, and undo takes it back', async () => {
    await openPaper(tablePaper)
    await cell('每周巡查').click()
    await move('End')
    await compose(held.window.session, 'liangci', '两次')
    await expect.poll(() => screenLines(held.page)).toContain('序号\t问题\t整改措施\n1\t巡查不到位\t每周巡查两次\n2\t台账不全\t补齐台账')
    await held.page.keyboard.press('Control+z')
    await expect.poll(() => screenLines(held.page)).toContain('序号\t问题\t整改措施\n1\t巡查不到位\t每周巡查\n2\t台账不全\t补齐台账')
  })
})

describe('size of type', () => {
  it('the rail makes everything larger, keeps it after a reload, and nothing falls off the screen', async () => {
    await openPaper()
    const before = await sizeOnScreen()
    await zoomButton().click()
    await held.page.locator('.ant-dropdown-menu-item:has-text("125%")').click()
    await expect.poll(async () => (await sizeOnScreen()) / before).toBeCloseTo(1.25, 1)
    await held.page.reload()
    await held.page.locator('.paper-content .block').first().waitFor()
    expect((await sizeOnScreen()) / before).toBeCloseTo(1.25, 1)
    expect(await held.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight)).toBe(true)
    await zoomButton().click()
    await held.page.locator('.ant-dropdown-menu-item:has-text("100%")').click()
    await expect.poll(async () => (await sizeOnScreen()) / before).toBeCloseTo(1, 2)
  })

  it('nothing on the screen is marked by a spelling checker', async () => {
    await openPaper()
    expect(await held.page.locator('.paper-content').evaluate((element) => (element as HTMLElement).spellcheck)).toBe(false)
    const checked = await held.page.locator('input[type="text"], textarea').evaluateAll((fields) => fields.filter((field) => (field as HTMLElement).spellcheck && !(field as HTMLInputElement).readOnly).map((field) => field.getAttribute('aria-label') ?? field.outerHTML))
    expect(checked).toEqual([])
  })
})
