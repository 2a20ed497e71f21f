/** The ledger screen in a real browser: cells written with an input method, undo, views, several windows. */
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { callFrom } from '../support/call-from.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, openWindow, screenLines, waitForSaved } from '../support/app-window.ts'
import { block, paperActions } from '../support/example-paper.ts'

const suite = useApp()
const held = useWindow(suite)
const { openPaper } = paperActions(held)

const twoDigits = (value: number) => String(value).padStart(2, '0')
function dayFromNow(days: number): { readonly iso: string; readonly words: string } {
  const date = new Date(Date.now() + days * 86_400_000)
  return { iso: `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`, words: `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日` }
}

const plan = (name: string) => `${name}水务局党组班子整改方案
一、整改措施
（一）理论学习方面
1.学用结合不紧。学习停留在读文件。
整改措施：1.每月集中学习1次。
2.每季度交流1次。
整改时限：${dayFromNow(40).words}前完成。
责任领导：周志远
责任科室：办公室
2.学习笔记不全。
整改措施：制定学习计划。
整改时限：${dayFromNow(-5).words}前完成。
责任领导：李静、周志远
（二）工作作风方面
3.调研不深。
整改措施：每季度到基层不少于2次。
整改时限：长期坚持。
责任领导：王海生
${name}水务局党组
2026年1月20日`

/** A draft of its own for each test, open as a ledger. */
let round = 0
const cell = (row: number, field: string, page: Page = held.page) => page.locator(`.grid-row[data-row] >> nth=${row}`).locator(`.grid-cell[data-field="${field}"]`)
const textOf = (row: number, field: string, page: Page = held.page) => cell(row, field, page).locator('.cell-text').innerText()
const box = () => held.page.locator('.cell-editor textarea')
const isOpen = () => held.page.locator('.cell-editor[data-open]').count().then((count) => count === 1)
const saved = (page: Page = held.page) => page.locator('.ledger-bar .save-status[data-state="saved"]').waitFor({ timeout: 8000 })
const column = async (field: string): Promise<string[]> => held.page.locator(`.grid-row[data-row] .grid-cell[data-field="${field}"] .cell-text`).allInnerTexts()
const press = (...keys: string[]) => keys.reduce<Promise<void>>((before, key) => before.then(() => held.page.keyboard.press(key)), Promise.resolve())

async function pasteCells(text: string): Promise<void> {
  await box().evaluate((element, value) => {
    const data = new DataTransfer()
    data.setData('text/plain', value)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

describe('ledger screen', () => {
  beforeEach(async () => {
    round += 1
    await openPaper(plan(`第${round}`))
    await waitForSaved(held.page)
    await held.page.locator('.top-bar').getByRole('button', { name: '台账' }).click()
    await cell(0, 'problem').waitFor()
  }, 40_000)

  it('G14 typing with an input method replaces the cell, from the first letter on, and stands in the paper', async () => {
    await cell(0, 'measure').click()
    await compose(held.window.session, 'jianlitaizhang', '建立台账')
    await expect.poll(() => box().inputValue()).toBe('建立台账')
    await press('Shift+Enter')
    await compose(held.window.session, 'anyue', '按月通报')
    expect(await isOpen()).toBe(true)
    await press('Enter')
    await saved()
    await expect.poll(() => textOf(0, 'measure')).toBe('建立台账\n按月通报')
    // Enter has gone one row down.
    await held.page.locator('.grid-row[data-row] >> nth=1').locator('.grid-cell[data-field="measure"][data-focus]').waitFor()
    await press('F4')
    await held.page.locator('.paper-content .block').first().waitFor()
    await expect.poll(() => held.page.locator('.block[data-current="true"]').textContent()).toContain('学习笔记不全')
    const lines = (await screenLines(held.page)).join('\n')
    expect(lines).toContain('整改措施：1.建立台账\n2.按月通报')
    expect(lines).not.toContain('每月集中学习')
    // And the reverse: what the paper says is in the ledger.
    await caretAtEnd(held.page, block('学习笔记不全'))
    await held.page.keyboard.type('补记很少。')
    await held.page.locator('.top-bar').getByRole('button', { name: '台账' }).click()
    await expect.poll(() => textOf(1, 'problem')).toBe('学习笔记不全。补记很少。')
  }, 40_000)

  it('G14 opens with F2 and double click, keeps with Tab, gives up with Esc; computed columns say why they are not written', async () => {
    await cell(0, 'leader').click()
    await press('F2')
    await expect.poll(() => box().inputValue()).toBe('周志远')
    await held.page.keyboard.type('、李静')
    await press('Escape')
    await expect.poll(() => textOf(0, 'leader')).toBe('周志远')
    await cell(2, 'office').dblclick()
    await held.page.keyboard.type('综合')
    await press('Tab')
    await expect.poll(() => textOf(2, 'office')).toBe('综合')
    await saved()
    await cell(0, 'left').dblclick()
    await held.page.getByText('余期按到期日与今天推算').waitFor()
    expect(await isOpen()).toBe(false)
    await held.page.keyboard.type('9')
    await expect.poll(() => box().inputValue()).toBe('')
  })

  it('G14 names are completed, limits are told as they are understood, a wrong date is stored nowhere', async () => {
    await cell(2, 'person').click()
    await held.page.keyboard.type('周')
    await held.page.locator('.name-choices button', { hasText: '周志远' }).waitFor()
    await press('ArrowDown', 'Enter')
    await expect.poll(() => box().inputValue()).toBe('周志远')
    await press('Enter')
    await expect.poll(() => textOf(2, 'person')).toBe('周志远')
    await cell(2, 'timeLimit').click()
    await held.page.keyboard.type('2027年3月底前')
    await held.page.getByText('读作：2027-03-31 前').waitFor()
    await press('Escape')
    await cell(0, 'closedOn').click()
    await held.page.keyboard.type('尽快')
    await press('Enter')
    await held.page.getByText('看不懂这个日期').waitFor()
    expect(await isOpen()).toBe(true)
    await box().fill('2026.6.30')
    await press('Enter')
    await expect.poll(() => textOf(0, 'closedOn')).toBe('2026-06-30')
  })

  it('G15 state by key, with days left and colour; undo and redo take steps exactly back and forth', async () => {
    expect(await column('left')).toEqual(['余 40 天', '超 5 天', '长期'])
    await expect.poll(() => cell(1, 'left').locator('.days').getAttribute('data-colour')).toBe('red')
    await cell(1, 'state').click()
    await press('Enter')
    await held.page.locator('.state-choices').waitFor()
    await press('4')
    await expect.poll(() => textOf(1, 'state')).toBe('已销号')
    await saved()
    await expect.poll(() => textOf(1, 'closedOn')).toBe(dayFromNow(0).iso)
    await expect.poll(() => textOf(1, 'left')).toContain('销号')
    await cell(0, 'progress').click()
    await held.page.keyboard.type('已印发计划')
    await press('Enter')
    await saved()
    await held.page.locator('.ledger-foot').getByText('3 = 已销号 1 + 未启动 1 + 长期坚持 1').waitFor()
    await press('Control+z')
    await expect.poll(() => textOf(0, 'progress')).toBe('')
    await press('Control+z')
    await expect.poll(() => textOf(1, 'state')).toBe('未启动')
    await expect.poll(() => textOf(1, 'closedOn')).toBe('')
    await press('Control+y')
    await expect.poll(() => textOf(1, 'state')).toBe('已销号')
    await press('Control+y')
    await expect.poll(() => textOf(0, 'progress')).toBe('已印发计划')
    await expect.poll(() => held.page.getByRole('button', { name: '重做' }).isEnabled()).toBe(false)
  })

  it('G15 an edit that cannot be made is told of beside the cell, and what was typed is kept', async () => {
    await cell(2, 'problem').click()
    await press('Delete')
    await held.page.locator('.aside-problem', { hasText: '这一栏不能清空' }).waitFor()
    await press('Escape')
    await expect.poll(() => textOf(2, 'problem')).toBe('调研不深。')
    // Somebody moves the draft to the trash.
    const draftId = /#\/ledger\/([^?]+)/.exec(held.page.url())![1]!
    const tell = (name: 'drafts.trash' | 'drafts.restore') => callFrom(held.page, name, { draftIds: [draftId] })
    await tell('drafts.trash')
    await cell(2, 'progress').click()
    await held.page.keyboard.type('走访三个村')
    await press('Enter')
    await held.page.locator('.aside-problem', { hasText: '回收站' }).waitFor()
    await expect.poll(() => box().inputValue()).toBe('走访三个村')
    await held.page.locator('.save-status[data-state="failed"]').waitFor()
    await tell('drafts.restore')
    await press('Enter')
    await expect.poll(() => textOf(2, 'progress')).toBe('走访三个村')
    await saved()
    await expect.poll(() => held.page.locator('.aside-problem').count()).toBe(0)
  })

  it('G16 filters, searches and groups; a person of two stands in both groups, counts stay those of the items', async () => {
    const pills = held.page.locator('.ledger-filters')
    await pills.getByRole('button', { name: '超期 1' }).click()
    await expect.poll(() => column('problem')).toEqual(['学习笔记不全。'])
    await held.page.locator('.ledger-foot').getByText('（全部 3 项）').waitFor()
    await pills.getByRole('button', { name: '清除筛选' }).click()
    await press('Control+f')
    await compose(held.window.session, 'diaoyan', '调研')
    await expect.poll(() => column('number')).toEqual(['3'])
    await expect.poll(() => cell(0, 'problem').locator('mark').innerText()).toBe('调研')
    await press('Escape')
    await expect.poll(() => column('number')).toHaveLength(3)
    await pills.locator('.ant-select').click()
    await held.page.getByTitle('按责任领导分组').click()
    await expect.poll(() => held.page.locator('.group-row').allInnerTexts()).toHaveLength(3)
    expect((await held.page.locator('.group-row').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(['▾ 周志远 2 项 已完成 0/2 超期 1', '▾ 李静 1 项 已完成 0/1 超期 1', '▾ 王海生 1 项 已完成 0/1'])
    expect(await column('number')).toEqual(['1', '2', '2', '3'])
    await held.page.locator('.ledger-foot').getByText('3 = 未启动 2 + 长期坚持 1').waitFor()
    await held.page.locator('.group-row button').first().click()
    await expect.poll(() => column('number')).toEqual(['2', '3'])
    // The head of a column filters by its values.
    await held.page.locator('.head-cell[data-field="leader"] button').click()
    await held.page.locator('.head-list').getByText('王海生').click()
    await press('Escape')
    await expect.poll(() => held.page.locator('.group-row').count()).toBe(1)
  }, 30_000)

  it('G17 several rows are closed at once with date and evidence, as one step', async () => {
    await cell(0, 'number').click()
    await cell(1, 'number').click({ modifiers: ['Control'] })
    await held.page.getByText('已选 2 项').waitFor()
    await held.page.getByRole('button', { name: '批量销号…' }).click()
    await held.page.locator('.batch-form .ant-picker input').fill('2026-06-30')
    await press('Enter')
    await held.page.locator('.batch-form textarea').fill('验收记录')
    await held.page.locator('.ant-modal').getByRole('button', { name: '确定' }).click()
    await expect.poll(() => column('state')).toEqual(['已销号', '已销号', '长期坚持'])
    await saved()
    await expect.poll(() => column('closedOn')).toEqual(['2026-06-30', '2026-06-30', ''])
    await held.page.getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => column('state')).toEqual(['未启动', '未启动', '长期坚持'])
    await expect.poll(() => column('closedOn')).toEqual(['', '', ''])
  })

  it('G17 a block from a spreadsheet is counted first, filled in as one step, and copied out again', async () => {
    await cell(0, 'state').click()
    await pasteCells('2\t2026-5-1\t已开会\r\n已销号\t尽快\t"一\n二"\r\n')
    await held.page.getByText('将填入 2 行 × 3 列，共 5 格。').waitFor()
    await held.page.getByText('1 格不是可用的日期或状态，跳过，如“尽快”').waitFor()
    await held.page.locator('.ant-modal').getByRole('button', { name: '填入' }).click()
    await expect.poll(() => column('progress')).toEqual(['已开会', '一\n二', ''])
    await saved()
    await expect.poll(() => column('state')).toEqual(['推进中', '已销号', '长期坚持'])
    await cell(0, 'state').click()
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight')
    await press('Control+c')
    await cell(2, 'state').click()
    await press('Control+v')
    await held.page.locator('.ant-modal').getByRole('button', { name: '填入' }).click()
    await expect.poll(() => column('progress')).toEqual(['已开会', '一\n二', '已开会'])
    await expect.poll(() => column('state')).toEqual(['推进中', '已销号', '推进中'])
    await saved()
    // The dialogue gives the keyboard back to the table.
    await expect.poll(() => held.page.evaluate(() => document.activeElement?.closest('.cell-editor') !== null)).toBe(true)
    await press('Control+z')
    await expect.poll(() => column('progress')).toEqual(['已开会', '一\n二', ''])
    await cell(0, 'state').click()
    await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight')
    const copied = await box().evaluate((element) => {
      const data = new DataTransfer()
      element.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
      return data.getData('text/plain')
    })
    expect(copied).toMatch(/^推进中\t2026-05-01\t已开会\r\n已销号\t[\d-]+\t"一\n二"$/u)
    await press('Control+z')
    await expect.poll(() => column('progress')).toEqual(['', '', ''])
    await expect.poll(() => column('state')).toEqual(['未启动', '未启动', '长期坚持'])
  })

  it('G18 what another window saves is shown, while the cell being written is left alone', async () => {
    const other = await openWindow(suite.browser, suite.app)
    await other.page.goto(held.page.url())
    await cell(0, 'problem', other.page).waitFor()
    await cell(1, 'progress').click()
    await held.page.keyboard.type('写到一半')
    const write = async (row: number, field: string, text: string) => {
      await cell(row, field, other.page).click()
      await other.page.keyboard.type(text)
      await other.page.keyboard.press('Enter')
      await saved(other.page)
    }
    await write(0, 'progress', '别处写的')
    await expect.poll(() => textOf(0, 'progress')).toBe('别处写的')
    await write(1, 'progress', '也在这里写')
    await held.page.getByText('另一窗口刚把这一格改为“也在这里写”').waitFor()
    await expect.poll(() => box().inputValue()).toBe('写到一半')
    await press('Enter')
    await expect.poll(() => textOf(1, 'progress', other.page)).toBe('写到一半')
    // What came in between is not undone over the other's head.
    await write(0, 'progress', '又改一次')
    await expect.poll(() => textOf(0, 'progress')).toBe('又改一次')
    await press('Control+z')
    await held.page.getByText('不能再退回那一步').waitFor()
    await expect.poll(() => textOf(0, 'progress')).toBe('又改一次')
    expect(other.faults).toEqual([])
    await other.context.close()
  }, 30_000)

  it('G18 what is being written when the screen is left is stored', async () => {
    await cell(0, 'progress').click()
    await compose(held.window.session, 'weiwan', '没按回车')
    await held.page.evaluate(() => { location.hash = '#/library' })
    await held.page.locator('.library-main').waitFor()
    await held.page.goBack()
    await expect.poll(() => textOf(0, 'progress')).toBe('没按回车')
  })

  it('G19 columns are chosen, renamed and set in order, and are there after a reload; sets bring theirs', async () => {
    await held.page.getByRole('button', { name: '列…' }).click()
    const chooser = held.page.locator('.column-chooser')
    await chooser.getByRole('button', { name: '任务清单' }).click()
    const heads = () => held.page.locator('.head-cell button > span').allInnerTexts()
    await expect.poll(heads).toEqual(['序号', '问题', '任务（整改措施）', '责任人', '完成时限', '到期日', '余期', '进展', '状态'])
    await chooser.getByLabel('“进展”的列名').fill('推进情况')
    await chooser.getByLabel('“进展”的列名').press('Enter')
    await expect.poll(heads).toContain('推进情况')
    await chooser.locator('.column-item[data-field="person"] input[type="checkbox"]').focus()
    await press('Alt+ArrowUp')
    await expect.poll(heads).toEqual(['序号', '问题', '责任人', '任务（整改措施）', '完成时限', '到期日', '余期', '推进情况', '状态'])
    await held.page.reload()
    await cell(0, 'problem').waitFor()
    await expect.poll(heads).toEqual(['序号', '问题', '责任人', '任务（整改措施）', '完成时限', '到期日', '余期', '推进情况', '状态'])
    await held.page.getByRole('button', { name: '列…' }).click()
    await chooser.getByRole('button', { name: '整改台账' }).click()
    await expect.poll(heads).toContain('责任领导')
  })

  it('G19 the due list goes to the row; several drafts stand together with their names', async () => {
    await held.page.getByText('到期日历').click()
    await held.page.locator('.due-head', { hasText: '已超期' }).waitFor()
    await held.page.locator('.due-row', { hasText: '学习笔记不全' }).click()
    await held.page.locator('.grid-row[data-row] >> nth=1').locator('.grid-cell[data-focus]').waitFor()
    await held.page.locator('.picker-button').click()
    await held.page.locator('.draft-picker input[type="text"]').fill(`第${round - 1}水务局`)
    await held.page.locator('.picker-list').getByText(`第${round - 1}水务局党组班子整改方案`).click()
    await expect.poll(() => column('source')).toHaveLength(6)
    expect(new Set(await column('source'))).toEqual(new Set([`第${round}水务局党组班子整改方案`, `第${round - 1}水务局党组班子整改方案`]))
    expect(held.page.url()).toMatch(/#\/ledger\/[^,]+,[^,]+$/)
  })
})
