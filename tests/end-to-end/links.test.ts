/** 对应关系: linking by click, by drag and by keyboard, suggestions, undo, and the way back to the text. In a real browser. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, openWindow, screenLines, waitForSaved } from '../support/app-window.ts'
import { block, paperActions } from '../support/example-paper.ts'
import { projectFolder } from '../support/test-backend.ts'

const suite = useApp()
const held = useWindow(suite)
const { openPaper } = paperActions(held)

const paper = `青禾县水务局领导班子对照检查材料
一、存在的主要问题
（一）理论学习方面
1.中心组学习研讨不充分。发言多念稿子。
2.读原著不成系统。
（二）工作作风方面
1.青石桥水库巡查走过场。
2.水费征收窗口态度生硬。
二、原因剖析
（一）为民情怀不深。窗口设置只图自己方便。
三、整改措施
（一）抓好学习
1.中心组研讨先调研后发言。
2.每季度读完一本书。
（二）改进作风
1.青石桥水库每周巡查两次。
2.换一批便民座椅。`

const problems = () => held.page.locator('[data-side="problem"][data-entry]')
const answers = () => held.page.locator('[data-side="answer"][data-entry]')
const card = (text: string) => held.page.locator('[data-entry]').filter({ has: held.page.locator('.card-words', { hasText: text }) }).first()
/** On its words: the rest of a card has buttons of its own. */
const press = (text: string) => card(text).locator('.card-words').click()
const summary = () => held.page.locator('.links-summary').textContent()
const lines = () => held.page.locator('g.link-line').count()
const status = () => held.page.locator('.links-foot [role="status"]').textContent()

async function openView(text = paper): Promise<void> {
  await openPaper(text)
  await held.page.getByRole('button', { name: '对应关系', exact: true }).click()
  await held.page.locator('.links-view').waitFor()
}

const untouched = '4 个问题：都还没有对应的措施；4 条措施未对应；4 个问题没有原因；1 条原因未对应'

describe('K6 making and removing links', () => {
  it('K6 by click: a problem, then its measures; the line and the chip take links away; each is one step of undo', async () => {
    await openView()
    expect(await summary()).toBe(untouched)
    await press('水费征收窗口')
    await press('便民座椅')
    await press('每季度读完')
    await expect.poll(summary).toBe('4 个问题：1 个已有措施，3 个没有；2 条措施未对应；4 个问题没有原因；1 条原因未对应')
    expect(await lines()).toBe(2)
    expect(await status()).toContain('已对应')
    await held.page.keyboard.press('Control+z')
    await expect.poll(lines).toBe(1)
    await held.page.keyboard.press('Control+z')
    await expect.poll(summary).toBe(untouched)
    await held.page.keyboard.press('Control+y')
    await expect.poll(lines).toBe(1)
    // The same two again take it away, and the other way round puts it back.
    await press('便民座椅')
    await expect.poll(lines).toBe(0)
    await held.page.keyboard.press('Escape')
    await press('便民座椅')
    await press('水费征收窗口')
    await expect.poll(lines).toBe(1)
    await card('水费征收窗口').getByRole('button', { name: /取消与措施/ }).click()
    await expect.poll(lines).toBe(0)
    await held.page.keyboard.press('Control+z')
    await expect.poll(lines).toBe(1)
    await held.page.locator('g.link-line .hit').evaluate((path) => {
      const shape = path as SVGPathElement
      const middle = shape.getPointAtLength(shape.getTotalLength() / 2).matrixTransform(shape.getScreenCTM()!)
      ;(globalThis as unknown as { middle: { x: number; y: number } }).middle = { x: middle.x, y: middle.y }
    })
    const middle = await held.page.evaluate(() => (globalThis as unknown as { middle: { x: number; y: number } }).middle)
    await held.page.mouse.click(middle.x, middle.y)
    await expect.poll(lines).toBe(0)
    expect(await status()).toContain('已取消对应')
  })

  it('K6 by drag, either way; Esc and letting go elsewhere change nothing', async () => {
    await openView()
    const middleOf = async (text: string, inner = '') => {
      const box = (await card(text).locator(inner === '' ? '.card-words' : inner).boundingBox())!
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    const drag = async (from: string, to: { x: number; y: number }, release = true) => {
      const start = await middleOf(from, '.link-knob')
      await held.page.mouse.move(start.x, start.y)
      await held.page.mouse.down()
      await held.page.mouse.move((start.x + to.x) / 2, start.y + 9, { steps: 3 })
      await held.page.mouse.move(to.x, to.y, { steps: 4 })
      // The line ends where the pointer is.
      const end = await held.page.locator('.drag-line').evaluate((path) => {
        const shape = path as SVGPathElement
        const point = shape.getPointAtLength(shape.getTotalLength()).matrixTransform(shape.getScreenCTM()!)
        return { x: point.x, y: point.y }
      })
      expect(Math.hypot(end.x - to.x, end.y - to.y)).toBeLessThan(2)
      if (release) await held.page.mouse.up()
    }
    await drag('读原著不成系统', await middleOf('为民情怀不深'))
    await expect.poll(lines).toBe(1)
    await expect.poll(() => held.page.locator('.drag-line').count()).toBe(0)
    await drag('为民情怀不深', await middleOf('中心组学习研讨不充分'))
    await expect.poll(lines).toBe(2)
    const heading = (await held.page.locator('.column-content h3').last().boundingBox())!
    await drag('读原著不成系统', { x: heading.x + 40, y: heading.y + heading.height / 2 })
    await drag('读原著不成系统', await middleOf('便民座椅'), false)
    await held.page.keyboard.press('Escape')
    await expect.poll(() => held.page.locator('.drag-line').count()).toBe(0)
    await held.page.mouse.up()
    // Onto its own side nothing happens.
    await drag('读原著不成系统', await middleOf('水费征收窗口'))
    await expect.poll(() => held.page.locator('.links-view').count()).toBe(1)
    expect(await lines()).toBe(2)
    await held.page.keyboard.press('Control+z')
    await held.page.keyboard.press('Control+z')
    await expect.poll(summary).toBe(untouched)
  })

  it('K6 by keyboard alone, with an input method about, saved and there again after a reload', async () => {
    await openView()
    const focused = () => held.page.evaluate(() => document.activeElement?.querySelector('.card-words')?.textContent ?? '')
    expect(await focused()).toContain('中心组学习研讨')
    await held.page.keyboard.press('ArrowDown')
    await expect.poll(focused).toContain('读原著')
    await expect.poll(() => card('读原著').getAttribute('data-lit')).toBe('true')
    await held.page.keyboard.press('Enter')
    await expect.poll(() => card('读原著').getAttribute('data-held')).toBe('true')
    await held.page.keyboard.press('ArrowRight')
    await held.page.keyboard.press('End')
    await expect.poll(focused).toContain('便民座椅')
    await held.page.keyboard.press(' ')
    await expect.poll(lines).toBe(1)
    await held.page.keyboard.press('ArrowUp')
    await held.page.keyboard.press('ArrowUp')
    await expect.poll(focused).toContain('每季度读完')
    await held.page.keyboard.press('Enter')
    await expect.poll(lines).toBe(2)
    await held.page.keyboard.press('ArrowLeft')
    await expect.poll(focused).toContain('读原著')
    await held.page.keyboard.press('Escape')
    await expect.poll(() => card('读原著').getAttribute('data-held')).toBe('false')
    await waitForSaved(held.page)
    await held.page.keyboard.press('Escape')
    await held.page.locator('.links-view').waitFor({ state: 'detached' })
    // The paper has the keys again, and an input method writes into it.
    await caretAtEnd(held.page, block('读原著不成系统'))
    await compose(held.window.session, 'ling', '零')
    expect((await screenLines(held.page)).join()).toContain('读原著不成系统。零')
    await held.page.waitForTimeout(700)
    await waitForSaved(held.page)
    await held.page.reload()
    await held.page.getByRole('button', { name: '对应关系', exact: true }).click()
    await expect.poll(lines).toBe(2)
  })

  it('K6 in a plan position links; what cannot be parted says so, and links on top can be made', async () => {
    await openView(readFileSync(join(projectFolder, 'resources/examples/team-plan.txt'), 'utf8'))
    expect(await summary()).toBe('8 个问题：都已有措施')
    const count = await lines()
    expect(count).toBeGreaterThan(4)
    await expect.poll(() => held.page.locator('g.link-line[data-origin="explicit"]').count()).toBe(0)
    const [first, second, measure] = [problems().first(), problems().nth(1), answers().first()].map((one) => one.locator('.card-words')) as [Locator, Locator, Locator]
    await first.click()
    await measure.click()
    await held.page.getByText('要分开，请在正文里移动它').waitFor()
    expect(await lines()).toBe(count)
    await second.click()
    await measure.click()
    await expect.poll(lines).toBe(count + 1)
    await held.page.keyboard.press('Control+z')
    await expect.poll(lines).toBe(count)
  })
})

describe('K7 what has no counterpart', () => {
  it('K7 stands out, is counted and jumped to, and the outline tells the count and leads here', async () => {
    await openPaper(paper)
    const outline = held.page.locator('.outline-summary')
    await expect.poll(() => outline.textContent()).toContain(untouched)
    await outline.getByRole('button', { name: '查看对应关系' }).click()
    await held.page.locator('.links-view').waitFor()
    await expect.poll(() => problems().filter({ hasText: '未对应' }).count()).toBe(4)
    await expect.poll(() => answers().filter({ hasText: '未对应' }).count()).toBe(5)
    const focused = () => held.page.evaluate(() => document.activeElement?.querySelector('.card-words')?.textContent ?? '')
    const next = held.page.getByRole('button', { name: '下一处未对应' })
    const seen: string[] = []
    for (let step = 0; step < 9; step += 1) {
      await next.click()
      seen.push(await focused())
    }
    expect(new Set(seen).size).toBe(9)
    await held.page.getByRole('button', { name: '上一处未对应' }).click()
    expect(await focused()).toBe(seen[7])
    await held.page.getByText('措施', { exact: true }).first().click()
    await expect.poll(() => answers().count()).toBe(4)
    await press('读原著')
    await press('每季度读完')
    await held.page.getByLabel('只看未对应').check()
    await expect.poll(() => problems().count()).toBe(3)
    await expect.poll(() => answers().count()).toBe(3)
    await held.page.getByRole('button', { name: '返回正文' }).click()
    await expect.poll(() => outline.textContent()).toContain('4 个问题：1 个已有措施，3 个没有；3 条措施未对应')
  })

  it('K7 hovering one lights its counterparts and dims the rest; a double click goes to the text', async () => {
    await openView()
    await press('读原著')
    await press('每季度读完')
    await held.page.keyboard.press('Escape')
    await card('每季度读完').hover()
    await expect.poll(() => card('读原著').getAttribute('data-lit')).toBe('true')
    expect(Number(await card('水费征收').evaluate((element) => getComputedStyle(element).opacity))).toBeLessThan(1)
    await expect.poll(() => held.page.locator('g.link-line').getAttribute('data-state')).toBe('lit')
    await card('便民座椅').dblclick()
    await held.page.locator('.links-view').waitFor({ state: 'detached' })
    await expect.poll(() => held.page.evaluate(() => document.querySelector('.block[data-current="true"]')?.textContent)).toContain('便民座椅')
    await held.page.keyboard.type('！')
    expect((await screenLines(held.page)).at(-1)).toBe('2.换一批便民座椅。！')
    await held.page.getByRole('button', { name: '对应关系', exact: true }).click()
    await card('青石桥水库巡查').hover()
    await card('青石桥水库巡查').getByRole('button', { name: '转到原文' }).click()
    await expect.poll(() => held.page.evaluate(() => document.querySelector('.block[data-current="true"]')?.textContent)).toContain('青石桥水库巡查走过场')
  })
})

describe('K8 suggestions', () => {
  it('K8 are shown with their reason and linked only by a click; 不是 is remembered and can be taken back', async () => {
    await openView()
    expect(await lines()).toBe(0)
    await expect.poll(() => held.page.locator('g.suggestion-line').count()).toBeGreaterThan(0)
    const suggestion = card('青石桥水库每周').locator('.card-suggestion')
    await expect.poll(() => suggestion.textContent()).toContain('“青石桥水库”')
    await suggestion.getByRole('button', { name: '采纳' }).click()
    await expect.poll(lines).toBe(1)
    await expect.poll(() => card('青石桥水库巡查').locator('.link-chip').textContent()).toContain('措施（二）1')
    await card('中心组研讨').getByRole('button', { name: '不是' }).click()
    await expect.poll(() => card('中心组研讨').locator('.card-suggestion').count()).toBe(0)
    await held.page.reload()
    await held.page.getByRole('button', { name: '对应关系', exact: true }).click()
    await held.page.locator('.link-card').first().waitFor()
    await expect.poll(() => card('中心组研讨').locator('.card-suggestion').count()).toBe(0)
    await held.page.getByRole('button', { name: /找回已否定的建议/ }).click()
    await expect.poll(() => card('中心组研讨').locator('.card-suggestion').count()).toBe(1)
  })

  it('K8 全部采纳 lists them first, leaves out what is unticked, and is one step of undo', async () => {
    await openView(readFileSync(join(projectFolder, 'resources/examples/speech-outline.txt'), 'utf8'))
    const button = held.page.getByRole('button', { name: /全部采纳（\d+ 条）/ })
    const count = Number(/\d+/.exec((await button.textContent())!)![0])
    expect(count).toBeGreaterThanOrEqual(5)
    await button.click()
    const list = held.page.locator('.accept-list li')
    await expect.poll(() => list.count()).toBe(count)
    await expect.poll(() => list.first().textContent()).toMatch(/共有“.*对应|对应.*共有“/)
    await expect.poll(() => held.page.locator('.link-chip').count()).toBe(0)
    await list.nth(1).getByRole('checkbox').uncheck()
    await held.page.getByRole('button', { name: `采纳 ${count - 1} 条` }).click()
    await expect.poll(() => held.page.locator('[data-side="answer"] .link-chip').count()).toBe(count - 1)
    await expect.poll(() => held.page.locator('.ant-modal-wrap').isVisible().catch(() => false)).toBe(false)
    await held.page.keyboard.press('Control+z')
    await expect.poll(() => held.page.locator('.link-chip').count()).toBe(0)
  })

  it('K8 only lines with an end in sight are drawn', async () => {
    const many = ['青石', '白云', '红岩', '黑水', '金沙', '银滩', '龙潭', '凤鸣', '鹿角', '鹤岭'].flatMap((place) => ['泵站', '堤防', '渠首', '水窖', '闸门', '涵洞', '库房', '机井', '管网', '船闸'].map((what) => place + what))
    await openView(`青禾县水务局对照检查材料\n一、存在的问题\n${many.map((name, at) => `${at + 1}.${name}漏损。`).join('\n')}\n二、整改措施\n${many.map((name, at) => `${at + 1}.修好${name}。`).join('\n')}`)
    await held.page.getByRole('button', { name: /全部采纳/ }).click()
    await held.page.getByRole('button', { name: /^采纳 \d+ 条/ }).click()
    await expect.poll(() => held.page.locator('[data-side="answer"] .link-chip').count()).toBeGreaterThan(80)
    expect(await lines()).toBeLessThan(40)
    expect(await lines()).toBeGreaterThan(3)
    await held.page.locator('.link-column[data-side="problem"] .column-scroll').evaluate((element) => { element.scrollTop = element.scrollHeight })
    await held.page.locator('.link-column[data-side="answer"] .column-scroll').evaluate((element) => { element.scrollTop = element.scrollHeight })
    await expect.poll(() => held.page.locator('g.link-line').evaluateAll((list) => list.map((line) => line.getAttribute('data-answer'))).then((ids) => ids.length > 3 && ids.length < 40)).toBe(true)
  })
})

describe('K6 K4 beside the paper', () => {
  it('K6 the inspector shows the links of the caret’s block, its suggestions, and adds by a picker', async () => {
    await openPaper(paper)
    await held.page.locator('.inspector').getByRole('tab', { name: '对应' }).click()
    const panel = held.page.locator('.link-panel')
    await expect.poll(() => panel.textContent()).toContain('把光标放到')
    await caretAtEnd(held.page, block('青石桥水库每周'))
    await expect.poll(() => panel.textContent()).toContain('共有“青石桥水库”')
    await panel.getByRole('button', { name: '采纳' }).click()
    await expect.poll(() => panel.locator('li').count()).toBe(1)
    await expect.poll(() => panel.getByRole('button', { name: '采纳' }).count()).toBe(0)
    await panel.locator('.ant-select').click()
    await held.page.locator('.ant-select-item-option', { hasText: '水费征收窗口' }).click()
    await expect.poll(() => panel.locator('li').count()).toBe(2)
    await panel.getByRole('button', { name: /取消与问题（二）1/ }).click()
    await expect.poll(() => panel.locator('li').count()).toBe(1)
    await panel.locator('.link-name').click()
    await expect.poll(() => held.page.evaluate(() => document.querySelector('.block[data-current="true"]')?.textContent)).toContain('水费征收窗口')
    await panel.getByRole('button', { name: '打开对应关系' }).click()
    await expect.poll(() => held.page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('水费征收窗口')
  })

  it('K4 a problem cut and pasted elsewhere in its paper keeps its links', async () => {
    await openView()
    await press('读原著')
    await press('每季度读完')
    await expect.poll(lines).toBe(1)
    await held.page.keyboard.press('Escape')
    await held.page.keyboard.press('Escape')
    const cutFrom = held.page.locator(block('读原著不成系统')).first()
    const id = await cutFrom.getAttribute('data-block-id')
    await caretAtEnd(held.page, block('中心组学习研讨'))
    await held.page.waitForTimeout(100)
    await held.page.keyboard.press('Shift+ArrowDown')
    await held.page.keyboard.press('Shift+End')
    await held.page.keyboard.press('Control+x')
    await expect.poll(() => held.page.locator(block('读原著不成系统')).count()).toBe(0)
    await caretAtEnd(held.page, block('水费征收窗口'))
    await held.page.keyboard.press('Control+v')
    await expect.poll(() => held.page.locator(block('读原著不成系统')).getAttribute('data-block-id')).toBe(id)
    await held.page.getByRole('button', { name: '对应关系', exact: true }).click()
    await expect.poll(lines).toBe(1)
  })

  it('K6 a second window sees the links, and each further one', async () => {
    await openView()
    await press('读原著')
    await press('每季度读完')
    await held.page.keyboard.press('Escape')
    await waitForSaved(held.page)
    await held.page.waitForTimeout(800)
    const address = held.page.url()
    const other = await openWindow(suite.browser, suite.app)
    await other.page.goto(address)
    await other.page.getByRole('button', { name: '对应关系', exact: true }).click()
    await expect.poll(() => other.page.locator('g.link-line').count()).toBe(1)
    await press('水费征收窗口')
    await press('便民座椅')
    await expect.poll(() => other.page.locator('g.link-line').count(), { timeout: 8000 }).toBe(2)
    await other.context.close()
  })
})
