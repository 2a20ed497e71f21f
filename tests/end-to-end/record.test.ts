/** The record in the editor: offers, the form of an item, 表现 and steps, in a real browser with an input method. */
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, screenLines, waitForSaved } from '../support/app-window.ts'
import { block, paperActions } from '../support/example-paper.ts'

const suite = useApp()
const held = useWindow(suite)
const { openPaper, roleOf, prefixOf, move } = paperActions(held)

const plan = `青禾县水务局党组班子整改方案
一、总体要求
坚持问题导向，从严从实抓好整改。
二、整改措施
（一）理论学习方面
一是学用结合不够紧。主要表现在学习停留在传达文件。
整改措施：1.每月集中学习1次。
2.每季度交流1次。
整改时限：2026年11月底前完成。
责任领导：张文博
二是学习的系统性不强。
整改措施：制定年度学习计划。
整改时限：长期坚持。
责任领导：李静
（二）工作作风方面
一是调研不深。
青禾县水务局党组
2026年3月20日`

const apart = `青禾县水务局局长发言提纲
一、存在的问题
1.学习不够系统。
2.遇事请示多。
二、整改措施
1.制定学习计划。
2.建立权责清单。`

const lines = () => screenLines(held.page)
const offers = () => held.page.locator('.offers button')
const offer = (name: string) => held.page.locator('.offers').getByRole('button', { name })
const openForm = async () => {
  await held.page.getByRole('tab', { name: '台账' }).click()
  await held.page.locator('.record').waitFor()
}
const field = (name: string) => held.page.locator('.item-form').getByLabel(name, { exact: true }).first()
const activeTag = () => held.page.evaluate(() => document.activeElement?.tagName)

describe('E24 offers', () => {
  it('E24 by mouse and by key put the next part in where it belongs, and what is composed goes into it', async () => {
    await openPaper(plan)
    await caretAtEnd(held.page, block('调研不深'))
    await expect.poll(() => offers().allTextContents()).toEqual(['补原因', '补措施Ctrl+Enter', '补时限', '补责任 ▾', '＋ 问题'])
    await held.page.keyboard.press('Control+Enter')
    await compose(held.window.session, 'xiajiceng', '每季度下基层两次')
    await expect.poll(() => prefixOf('每季度下基层两次')).toBe('整改措施：1.')
    await offer('补责任').click()
    await held.page.getByRole('menuitem', { name: '责任科室' }).click()
    await compose(held.window.session, 'bangongshi', '办公室')
    await expect.poll(lines).toContain('责任科室：办公室')
    expect(await lines()).toEqual(expect.arrayContaining(['一是调研不深。', '整改措施：1.每季度下基层两次']))
    await offer('＋ 问题').click()
    await held.page.keyboard.type('走访少')
    await expect.poll(() => prefixOf('走访少')).toBe('二是')
    await expect.poll(() => roleOf('走访少')).toBe('problem')
  })

  it('E24 one step of undo takes an offered block away', async () => {
    await openPaper(plan)
    const before = await lines()
    await caretAtEnd(held.page, block('调研不深'))
    await held.page.keyboard.press('Control+Enter')
    expect(await lines()).toHaveLength(before.length + 1)
    await held.page.keyboard.press('Control+z')
    await expect.poll(lines).toEqual(before)
  })

  it('E24 a limit shows its picker at once, and typing goes on in the text', async () => {
    await openPaper(plan)
    await caretAtEnd(held.page, block('调研不深'))
    await offer('补时限').click()
    await held.page.locator('.limit-picker').waitFor()
    await compose(held.window.session, 'liji', '立即整改')
    await expect.poll(lines).toContain('整改时限：立即整改')
    await expect.poll(() => held.page.locator('.limit-picker').count()).toBe(0)
  })

  it('E24 never moves the text: not as the caret comes and goes, and not in narrative; gone while composing', async () => {
    await openPaper(plan)
    const tops = () => held.page.locator('.block').evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top + document.querySelector('.desk')!.scrollTop)))
    await caretAtEnd(held.page, block('坚持问题导向'))
    await held.page.waitForTimeout(250)
    const before = await tops()
    await expect.poll(() => offers().count()).toBe(0)
    await caretAtEnd(held.page, block('每季度交流'))
    await expect.poll(() => offers().count()).toBeGreaterThan(0)
    expect(await tops()).toEqual(before)
    await held.window.session.send('Input.imeSetComposition', { text: 'xin', selectionStart: 3, selectionEnd: 3 })
    await expect.poll(() => held.page.locator('.offers').evaluate((element) => getComputedStyle(element).visibility)).toBe('hidden')
    await held.window.session.send('Input.insertText', { text: '新' })
    await expect.poll(() => held.page.locator('.offers').evaluate((element) => getComputedStyle(element).visibility)).toBe('visible')
    expect(await tops()).toEqual(before)
  })

  it('E24 none where problems and measures are apart; Ctrl+Enter does nothing there', async () => {
    await openPaper(apart)
    const before = await lines()
    await caretAtEnd(held.page, block('遇事请示多'))
    await held.page.keyboard.press('Control+Enter')
    await held.page.waitForTimeout(250)
    await expect.poll(() => offers().count()).toBe(0)
    expect(await lines()).toEqual(before)
  })
})

describe('E25 the form of an item', () => {
  it('E25 follows the caret; what is composed in a field is in the paper, one step of undo, caret of the paper kept', async () => {
    await openPaper(plan)
    await openForm()
    await caretAtEnd(held.page, block('制定年度学习计划'))
    await expect.poll(() => held.page.locator('.record-position').textContent()).toBe('第 2 项，共 3 项')
    const before = await lines()
    await field('整改措施').click()
    await held.page.keyboard.press('End')
    await compose(held.window.session, 'anyue', '按月检查。')
    expect(await lines()).toEqual(before)
    await expect.poll(lines).toContain('整改措施：制定年度学习计划。按月检查。')
    // The field still has the focus, and goes on.
    expect(await activeTag()).toBe('TEXTAREA')
    await held.page.keyboard.type('按季通报。')
    await expect.poll(lines).toContain('整改措施：制定年度学习计划。按月检查。按季通报。')
    await held.page.waitForTimeout(400)
    await held.page.keyboard.press('Control+z')
    await expect.poll(lines).toEqual(before)
    await expect.poll(() => field('整改措施').inputValue()).toBe('制定年度学习计划。')
    await expect.poll(activeTag).toBe('TEXTAREA')
    await held.page.keyboard.press('Control+y')
    await expect.poll(() => field('整改措施').inputValue()).toBe('制定年度学习计划。按月检查。按季通报。')
    await expect.poll(() => held.page.locator('.block[data-current="true"]').textContent()).toContain('制定年度学习计划')
  })

  it('E25 never writes while composing, and leaving the field writes at once', async () => {
    await openPaper(plan)
    await openForm()
    await caretAtEnd(held.page, block('调研不深'))
    await field('整改时限').click()
    await held.window.session.send('Input.imeSetComposition', { text: 'nian', selectionStart: 4, selectionEnd: 4 })
    await held.page.waitForTimeout(900)
    expect((await lines()).join('\n')).not.toContain('nian')
    await held.window.session.send('Input.insertText', { text: '2026年6月底前' })
    await expect.poll(() => held.page.locator('.item-form').textContent()).toContain('理解为：2026-06-30 前')
    await held.page.keyboard.press('Tab')
    await expect.poll(lines).toContain('整改时限：2026年6月底前')
  })

  it('E25 text and form agree both ways, progress is told of the item and never printed', async () => {
    await openPaper(plan)
    await openForm()
    await caretAtEnd(held.page, block('李静'))
    await held.page.keyboard.type('、王敏')
    await expect.poll(() => field('责任领导').inputValue()).toBe('李静、王敏')
    const before = await lines()
    await field('进展').fill('计划已印发。')
    await field('进展').blur()
    await held.page.locator('.item-form .ant-select').filter({ has: held.page.getByLabel('状态', { exact: true }) }).click()
    await held.page.locator('.ant-select-item-option').filter({ hasText: '已销号' }).click()
    await expect.poll(() => field('销号日期').inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(await lines()).toEqual(before)
    await waitForSaved(held.page)
    await held.page.reload()
    await held.page.locator('.paper-content .block').first().waitFor()
    await openForm()
    await caretAtEnd(held.page, block('李静'))
    await expect.poll(() => field('进展').inputValue()).toBe('计划已印发。')
  })

  it('E25 goes from item to item and says what is missing; a click puts it in', async () => {
    await openPaper(plan)
    await openForm()
    await held.page.getByRole('button', { name: '从第 1 项看起' }).click()
    await expect.poll(() => held.page.locator('.record-position').textContent()).toBe('第 1 项，共 3 项')
    await held.page.getByRole('button', { name: '下一项' }).click()
    await held.page.getByRole('button', { name: '下一项' }).click()
    await expect.poll(() => field('问题').inputValue()).toBe('调研不深。')
    await held.page.locator('.record-missing').getByRole('button', { name: '补措施' }).click()
    await held.page.keyboard.type('多下去')
    await expect.poll(lines).toContain('整改措施：1.多下去')
    await expect.poll(() => held.page.locator('.record-missing').textContent()).toBe('还缺补时限补责任')
  })

  it('E25 a pause in mid-entry moves nothing; Enter begins the next, emptied it is taken away', async () => {
    await openPaper(plan)
    await openForm()
    await caretAtEnd(held.page, block('调研不深'))
    // A first measure, and a problem that gets a second sentence: fields neither jump nor lose the focus.
    await field('整改措施').click()
    await held.page.keyboard.type('每季度')
    await expect.poll(lines).toContain('整改措施：1.每季度')
    await held.page.waitForTimeout(300)
    await held.page.keyboard.type('下基层。')
    await expect.poll(lines).toContain('整改措施：1.每季度下基层。')
    await held.page.waitForTimeout(300)
    await held.page.keyboard.press('Enter')
    await compose(held.window.session, 'anyue', '按月通报。')
    await held.page.keyboard.press('Enter')
    await expect.poll(lines).toContain('2.按月通报。')
    await field('问题').click()
    await held.page.keyboard.press('End')
    await held.page.keyboard.type('走马观花。')
    await expect.poll(lines).toContain('一是调研不深。走马观花。')
    await held.page.waitForTimeout(300)
    await held.page.keyboard.type('浮于表面。')
    await expect.poll(lines).toContain('一是调研不深。走马观花。浮于表面。')
    await field('原因').click()
    // Left, the line is told in its parts.
    await expect.poll(() => field('问题').inputValue()).toBe('调研不深。')
    await expect.poll(() => field('表现').inputValue()).toBe('走马观花。浮于表面。')
    await held.page.locator('.item-form').getByRole('button', { name: '＋ 表现' }).click()
    await held.page.keyboard.type('次数少。')
    await held.page.keyboard.press('Enter')
    await expect.poll(() => held.page.locator(block('次数少')).first().getAttribute('data-role-name')).toBe('表现')
    await field('整改措施 2').fill('')
    await held.page.waitForTimeout(800)
    expect(await lines()).toContain('2.按月通报。')
    await field('整改措施 2').blur()
    await expect.poll(async () => (await lines()).join()).not.toContain('按月通报')
    await field('问题').fill('')
    await field('问题').blur()
    await held.page.waitForTimeout(300)
    expect((await lines()).join()).toContain('走马观花。浮于表面。')
  })

  it('E25 names used in the paper complete the one being typed', async () => {
    await openPaper(plan)
    await openForm()
    await caretAtEnd(held.page, block('调研不深'))
    await field('责任领导').click()
    await held.page.keyboard.type('张')
    await held.page.locator('.ant-select-item-option').filter({ hasText: '张文博' }).click()
    await expect.poll(lines).toContain('责任领导：张文博')
  })

  it('E25 works where parts are apart: what has no place in the text is kept and said so', async () => {
    await openPaper(apart)
    await openForm()
    await caretAtEnd(held.page, block('遇事请示多'))
    const before = await lines()
    await expect.poll(() => held.page.locator('.record-position').textContent()).toBe('第 2 项，共 2 项')
    await field('整改时限').fill('2026年6月底前')
    await field('整改时限').blur()
    await expect.poll(() => held.page.locator('.record-field').filter({ hasText: '整改时限' }).last().textContent()).toContain('记在台账里，不进正文')
    expect(await lines()).toEqual(before)
    await field('问题').fill('遇事请示过多。')
    await field('问题').blur()
    await expect.poll(lines).toContain('2.遇事请示过多。')
  })

  it('E25 what is typed is not lost when the item is left at once', async () => {
    await openPaper(plan)
    await openForm()
    await caretAtEnd(held.page, block('调研不深'))
    await field('完成情况').fill('已到基层3次。')
    await held.page.getByRole('button', { name: '上一项' }).click()
    await held.page.getByRole('button', { name: '下一项' }).click()
    await expect.poll(() => field('完成情况').inputValue()).toBe('已到基层3次。')
  })
})

describe('E26 E27 表现 and steps', () => {
  it('E26 Tab names a 表现 in the margin and Shift+Tab takes it back', async () => {
    await openPaper(plan)
    await caretAtEnd(held.page, block('每季度交流'))
    const nameOf = (text: string) => held.page.locator(block(text)).first().getAttribute('data-role-name')
    await move('Tab')
    await expect.poll(() => nameOf('每季度交流')).toBe('步骤')
    await expect.poll(() => prefixOf('每季度交流')).toBe('（1）')
    await move('Shift+Tab')
    await expect.poll(() => nameOf('每季度交流')).toBe('措施')
    await expect.poll(() => prefixOf('每季度交流')).toBe('2.')
  })

  it('E27 splits a paragraph into lead and 表现 and joins it again, from the menu, one undo each', async () => {
    await openPaper(plan)
    const before = await lines()
    await caretAtEnd(held.page, block('学用结合不够紧'))
    await held.page.keyboard.press('Control+.')
    await held.page.locator('.block-menu').getByRole('button', { name: '把表现分开' }).click()
    await expect.poll(() => held.page.locator(block('主要表现在')).first().getAttribute('data-role-name')).toBe('表现')
    expect(await lines()).toEqual(before)
    await held.page.keyboard.press('Control+z')
    await expect.poll(() => held.page.locator(block('主要表现在')).first().getAttribute('data-role-name')).toBe('问题')
    await held.page.keyboard.press('Control+y')
    await caretAtEnd(held.page, block('主要表现在'))
    await held.page.keyboard.press('Control+.')
    await held.page.locator('.block-menu').getByRole('button', { name: '并成一段' }).click()
    await expect.poll(() => held.page.locator(block('主要表现在')).first().textContent()).toBe('学用结合不够紧。主要表现在学习停留在传达文件。')
    expect(await lines()).toEqual(before)
  })

  it('E28 marks the lead sentence without touching the text, while composing too, and can be switched off', async () => {
    await openPaper(plan)
    const marked = () => held.page.evaluate(() => [...(CSS.highlights.get('problem-lead') ?? [])].map((range) => (range as Range).toString()))
    await expect.poll(marked).toEqual(['学用结合不够紧。'])
    await caretAtEnd(held.page, block('学用结合不够紧'))
    await move('Home')
    await compose(held.window.session, 'lilun', '理论')
    await expect.poll(marked).toEqual(['理论学用结合不够紧。'])
    expect(await lines()).toContain('一是理论学用结合不够紧。主要表现在学习停留在传达文件。')
    await openForm()
    await held.page.getByText('标出问题的要点句').click()
    await expect.poll(marked).toEqual([])
    await held.page.getByText('标出问题的要点句').click()
    await expect.poll(marked).toEqual(['理论学用结合不够紧。'])
  })
})

describe('E29 what is missing', () => {
  it('E29 counts go to the first place where something is missing, then to the next', async () => {
    await openPaper(plan.replace('整改时限：长期坚持。\n', ''))
    const current = () => held.page.locator('.block[data-current="true"]').textContent()
    await expect.poll(() => held.page.locator('.lacking button').allTextContents()).toEqual(['缺措施 1', '缺时限 2', '缺责任 1'])
    const limits = held.page.locator('.lacking').getByRole('button', { name: '缺时限' })
    await limits.click()
    await expect.poll(current).toContain('学习的系统性不强')
    await limits.click()
    await expect.poll(current).toContain('调研不深')
    await limits.click()
    await expect.poll(current).toContain('学习的系统性不强')
  })
})
