/** Names completed as they are typed, in a real browser with an input method. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyUnitProfile, type UnitProfile } from '../../shared/settings/unit-profile.ts'
import { callFrom } from '../support/call-from.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, screenLines } from '../support/app-window.ts'
import { block, paperActions } from '../support/example-paper.ts'

const held = useWindow(useApp())
const { openPaper, move } = paperActions(held)

const profile: UnitProfile = {
  ...emptyUnitProfile,
  leaders: [{ name: '江一帆', post: '党组书记、局长' }, { name: '何二川', post: '副局长' }],
  people: [{ name: '沈三秋', post: '主任', office: '办公室' }], offices: ['办公室', '河湖科', '规划财务科'],
}
const paper = `青禾县水务局党组班子整改方案
一、整改措施
（一）理论学习方面
一是学用结合不紧。学习停留在读文件。
整改措施：1.每月集中学习1次。
整改时限：11月底前完成。
责任领导：江一帆
责任科室：办公室
配合科室：人事股
（二）工作作风方面
一是调研不深。
整改措施：每季度到基层不少于2次。
整改时限：立行立改，长期坚持。`

const storedProfile = async () => (await callFrom(held.page, 'settings.read', {})).settings.unitProfile
const setProfile = (value: UnitProfile) => callFrom(held.page, 'settings.write', { setting: { name: 'unitProfile', value }, clientId: 'test' })

beforeEach(() => setProfile(profile))
afterEach(() => setProfile(emptyUnitProfile))

const list = () => held.page.locator('.responsible-list')
const offered = () => held.page.locator('.responsible-names button span').allTextContents()
const chosen = () => held.page.locator('.responsible-list [aria-selected="true"]').allTextContents()
const line = async (start: string) => (await screenLines(held.page)).find((one) => one.startsWith(start))

describe('E20 names are completed', () => {
  it('E20 typed with an input method: the first is meant, Enter takes it, one undo gives the typed words back', async () => {
    await openPaper(paper)
    await caretAtEnd(held.page, block('江一帆'))
    await expect.poll(() => list().count()).toBe(0)
    await compose(held.window.session, 'dunhao', '、')
    await compose(held.window.session, 'he', '何')
    await expect.poll(offered).toEqual(['何二川', '副局长何二川'])
    expect((await chosen())[0]).toContain('何二川')
    await held.page.keyboard.press('Enter')
    await expect.poll(() => line('责任领导')).toBe('责任领导：江一帆、何二川')
    await expect.poll(() => list().count()).toBe(0)
    await held.page.keyboard.press('Control+z')
    await expect.poll(() => line('责任领导')).toBe('责任领导：江一帆、何')
  })

  it('E20 by post, with the post written; by first letters; by the mouse and by Tab', async () => {
    await openPaper(paper)
    await caretAtEnd(held.page, block('江一帆'))
    await held.page.keyboard.type('、副局')
    await expect.poll(offered).toEqual(['副局长何二川'])
    await held.page.keyboard.press('Tab')
    await expect.poll(() => line('责任领导')).toBe('责任领导：江一帆、副局长何二川')
    await caretAtEnd(held.page, '.block[data-role="responsible"]:has-text("办公室")')
    await held.page.keyboard.type('、hh')
    await held.page.locator('.responsible-names button').filter({ hasText: '河湖科' }).click()
    await expect.poll(() => line('责任科室')).toBe('责任科室：办公室、河湖科')
    await held.page.keyboard.type('。')
    expect(await line('责任科室')).toBe('责任科室：办公室、河湖科。')
    await expect.poll(() => list().count()).toBe(0)
  })

  it('E20 at once in an empty block, where Enter and Tab stay what they are until one is chosen', async () => {
    await openPaper(paper)
    await caretAtEnd(held.page, '.block[data-role="responsible"]:has-text("人事股")')
    for (let count = 0; count < 3; count += 1) await held.page.keyboard.press('Backspace')
    // 办公室 is responsible for this item, so it is not asked to help.
    await expect.poll(offered).toEqual(['河湖科', '规划财务科'])
    expect(await chosen()).toEqual([])
    await held.page.keyboard.press('ArrowDown')
    await held.page.keyboard.press('ArrowDown')
    expect(await chosen()).toEqual(['规划财务科'])
    await held.page.keyboard.press('ArrowUp')
    await held.page.keyboard.press('Enter')
    await expect.poll(() => line('配合科室')).toBe('配合科室：河湖科')
    for (let count = 0; count < 3; count += 1) await held.page.keyboard.press('Backspace')
    await expect.poll(offered).toEqual(['河湖科', '规划财务科'])
    await held.page.keyboard.press('Enter')
    // Enter on an empty item: a plain paragraph, as ever.
    await expect.poll(() => list().count()).toBe(0)
    await expect.poll(() => screenLines(held.page)).not.toContain('配合科室：河湖科')
  })

  it('E20 Esc closes it until the next change, and the caret only passing by opens nothing', async () => {
    await openPaper(paper)
    await caretAtEnd(held.page, block('江一帆'))
    await held.page.keyboard.type('、何')
    await list().waitFor()
    await held.page.keyboard.press('Escape')
    await expect.poll(() => list().count()).toBe(0)
    expect(await held.page.evaluate(() => document.activeElement?.className)).toContain('paper-content')
    await held.page.keyboard.press('Enter')
    await expect.poll(() => line('责任领导')).toBe('责任领导：江一帆、何')
    await held.page.keyboard.press('Control+z')
    await caretAtEnd(held.page, '.block[data-role="responsible"]:has-text("人事股")')
    for (let count = 0; count < 3; count += 1) await held.page.keyboard.press('Backspace')
    await list().waitFor()
    await move('ArrowUp')
    await expect.poll(() => list().count()).toBe(0)
    await move('ArrowDown')
    await expect.poll(() => list().count()).toBe(0)
    await move('ArrowDown')
    await held.page.keyboard.type('过')
    expect((await screenLines(held.page)).some((one) => one.includes('过工作作风') || one.includes('工作作风方面过') || /工作.*过/.test(one))).toBe(true)
  })

  it('E6 E20 while an input method composes there is no list and no key is taken', async () => {
    await openPaper(paper)
    await caretAtEnd(held.page, block('江一帆'))
    await held.page.keyboard.type('、何')
    await list().waitFor()
    await held.window.session.send('Input.imeSetComposition', { text: 'er', selectionStart: 2, selectionEnd: 2 })
    await expect.poll(() => list().count()).toBe(0)
    await held.window.session.send('Input.insertText', { text: '二' })
    await expect.poll(offered).toEqual(['何二川', '副局长何二川'])
    expect(await line('责任领导')).toBe('责任领导：江一帆、何二')
  })

  it('E20 in a cell of a column of those responsible, and in no other', async () => {
    await openPaper('青禾县水务局整改台账\n序号\t问题\t整改措施\t责任领导\t责任科室\n1\t调研不深\t每季度下基层\t江一帆\t办公室\n2\t学习不够\t每月学习\t何二川\t河湖科')
    const cell = held.page.locator('.paper-table td p')
    await held.page.locator('.paper-table td').filter({ hasText: '办公室' }).click()
    await held.page.keyboard.press('End')
    await held.page.keyboard.type('、规')
    await expect.poll(offered).toEqual(['规划财务科'])
    await held.page.keyboard.press('Enter')
    await expect.poll(() => cell.allTextContents()).toContain('办公室、规划财务科')
    await held.page.locator('.paper-table td').filter({ hasText: '调研不深' }).click()
    await held.page.keyboard.press('End')
    await held.page.keyboard.type('、规')
    await held.page.waitForTimeout(200)
    await expect.poll(() => list().count()).toBe(0)
  })
})

describe('E21 names the unit has not told', () => {
  it('E21 are never changed, and can be kept from the list, and taken out again', async () => {
    await openPaper(paper)
    await caretAtEnd(held.page, block('江一帆'))
    await held.page.keyboard.type('、')
    await compose(held.window.session, 'maliuyi', '马六一')
    await expect.poll(() => held.page.locator('.responsible-keep').textContent()).toContain('“马六一”不在单位情况里')
    await held.page.keyboard.press('End')
    await held.page.keyboard.type('、张某某')
    await expect.poll(() => list().count()).toBe(0)
    expect(await line('责任领导')).toBe('责任领导：江一帆、马六一、张某某')
    await caretAtEnd(held.page, '.block[data-role="responsible"]:has-text("人事股")')
    await held.page.keyboard.type('、')
    await compose(held.window.session, 'xinfangke', '信访科')
    await held.page.locator('.responsible-keep').waitFor()
    // Enter is the paper's own: the link is reached by ↓ or the mouse only.
    expect(await chosen()).toEqual([])
    await held.page.keyboard.press('ArrowDown')
    await held.page.keyboard.press('Enter')
    await held.page.getByText('已记入单位情况：信访科（科室）').waitFor()
    expect(await line('配合科室')).toBe('配合科室：人事股、信访科')
    await expect.poll(async () => (await storedProfile()).offices, { timeout: 6000 }).toEqual([...profile.offices, '信访科'])
    await held.page.locator('.ant-message').getByText('撤销').click()
    await expect.poll(async () => (await storedProfile()).offices, { timeout: 6000 }).toEqual(profile.offices)
    expect(await line('配合科室')).toBe('配合科室：人事股、信访科')
  })
})
