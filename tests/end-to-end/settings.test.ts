/** The settings screen in a real browser: lists edited in place, saving by itself, values that make no sense, two windows. */
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { ProcedureInput } from '../../shared/contract/procedures.ts'
import { callFrom } from '../support/call-from.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { compose, openWindow, waitForSaved } from '../support/app-window.ts'
import { emptyUnitProfile } from '../../shared/settings/unit-profile.ts'
import { defaultSettings } from '../../shared/settings/settings.ts'

const suite = useApp()
const held = useWindow(suite)

const openSettings = async (page: Page = held.page) => {
  await page.getByRole('button', { name: '设置' }).click()
  await page.getByLabel('单位全称').waitFor()
}
const list = (name: string, page: Page = held.page) => page.getByRole('group', { name, exact: true })
const names = (group: string, column = 'name', page: Page = held.page) => list(group, page).locator(`[data-column="${column}"]`).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
const pasteHere = (text: string) => held.page.evaluate((words) => {
  const data = new DataTransfer()
  data.setData('text/plain', words)
  document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}, text)
/** What is stored, asked of the program itself. */
const stored = async (page: Page = held.page): Promise<Record<string, unknown>> => ({ ...(await callFrom(page, 'settings.read', {})).settings })
const write = (setting: ProcedureInput<'settings.write'>['setting']) => callFrom(held.page, 'settings.write', { setting, clientId: 'test' })

afterEach(async () => {
  await write({ name: 'unitProfile', value: emptyUnitProfile })
  await write({ name: 'ledgerDays', value: defaultSettings.ledgerDays })
})

describe('单位情况', () => {
  it('U2 U3 is filled in by keyboard and input method, saves by itself and is there after a reload', async () => {
    await openSettings()
    await held.page.getByLabel('单位全称').focus()
    await compose(held.window.session, 'qinghe', '青禾县水务局')
    await list('领导班子').getByRole('button', { name: '添加领导' }).click()
    await compose(held.window.session, 'jiang', '江一帆')
    await held.page.keyboard.press('Tab')
    await compose(held.window.session, 'juzhang', '局长')
    await held.page.keyboard.press('Enter')
    await compose(held.window.session, 'he', '何二川')
    await held.page.keyboard.press('Enter')
    await waitForSaved(held.page)
    await held.page.reload()
    await held.page.getByLabel('单位全称').waitFor()
    await expect.poll(() => held.page.getByLabel('单位全称').inputValue()).toBe('青禾县水务局')
    // The blank row at the end was never stored.
    expect(await names('领导班子')).toEqual(['江一帆', '何二川'])
    expect(await names('领导班子', 'post')).toEqual(['局长', ''])
  })

  it('U3 Enter while an input method composes adds no row', async () => {
    await openSettings()
    await list('科室').getByRole('button', { name: '添加科室' }).click()
    await held.window.session.send('Input.imeSetComposition', { text: 'bangong', selectionStart: 7, selectionEnd: 7 })
    await list('科室').locator('[data-column="name"]').dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
    expect(await names('科室')).toHaveLength(1)
    await held.window.session.send('Input.insertText', { text: '办公室' })
    expect(await names('科室')).toEqual(['办公室'])
  })

  it('U3 several lines pasted become rows, cells of a sheet columns, and both can be taken back', async () => {
    await openSettings()
    await list('科室').getByRole('button', { name: '添加科室' }).click()
    await pasteHere('办公室\r\n\r\n 河湖科 \r\n规划财务科\n')
    expect(await names('科室')).toEqual(['办公室', '河湖科', '规划财务科'])
    await list('人员').getByRole('button', { name: '添加人员' }).click()
    await pasteHere('沈三秋\t科长\t办公室\n张　四\t科员\t河湖科\n')
    expect(await names('人员')).toEqual(['沈三秋', '张四'])
    expect(await names('人员', 'office')).toEqual(['办公室', '河湖科'])
    await list('人员').getByRole('button', { name: '撤销加入' }).click()
    expect(await names('人员')).toEqual([])
    // A single line is text where the caret is.
    await list('科室').getByLabel('科室名称 2').focus()
    await pasteHere('科')
    expect(await names('科室')).toHaveLength(3)
  })

  it('U3 rows are moved by key and by the mouse, and a removed one comes back where it was', async () => {
    await write({ name: 'unitProfile', value: { ...emptyUnitProfile, offices: ['甲科', '乙科', '丙科', '丁科'] } })
    await openSettings()
    await expect.poll(() => names('科室')).toEqual(['甲科', '乙科', '丙科', '丁科'])
    await list('科室').getByLabel('科室名称 3').focus()
    await held.page.keyboard.press('Alt+ArrowUp')
    expect(await names('科室')).toEqual(['甲科', '丙科', '乙科', '丁科'])
    // The caret went along.
    await held.page.keyboard.press('Alt+ArrowUp')
    await held.page.keyboard.press('Alt+ArrowUp')
    expect(await names('科室')).toEqual(['丙科', '甲科', '乙科', '丁科'])
    const handle = list('科室').locator('.row-handle').first()
    const from = (await handle.boundingBox())!
    const to = (await list('科室').locator('.row').nth(2).boundingBox())!
    const dragTo = async (y: number) => {
      await held.page.mouse.move(from.x + 6, from.y + 10)
      await held.page.mouse.down()
      await held.page.mouse.move(from.x + 6, y, { steps: 5 })
    }
    await dragTo(to.y + to.height - 4)
    await expect.poll(() => list('科室').locator('.row[data-drop="after"]').count()).toBe(1)
    await held.page.keyboard.press('Escape')
    await held.page.mouse.up()
    expect(await names('科室')).toEqual(['丙科', '甲科', '乙科', '丁科'])
    await dragTo(to.y + to.height - 4)
    await held.page.mouse.up()
    expect(await names('科室')).toEqual(['甲科', '乙科', '丙科', '丁科'])
    await list('科室').getByRole('button', { name: '删除 乙科' }).click()
    await list('科室').getByRole('button', { name: '删除 丁科' }).click()
    await list('科室').getByLabel('科室名称 1').fill('甲一科')
    await waitForSaved(held.page)
    expect(await stored()).toMatchObject({ unitProfile: { offices: ['甲一科', '丙科'] } })
    await list('科室').getByRole('button', { name: '撤销删除' }).click()
    await list('科室').getByRole('button', { name: '撤销删除' }).click()
    expect(await names('科室')).toEqual(['甲一科', '乙科', '丙科', '丁科'])
    await expect.poll(() => stored(), { timeout: 6000 }).toMatchObject({ unitProfile: { offices: ['甲一科', '乙科', '丙科', '丁科'] } })
  })

  it('U2 what makes no sense is told beside the field, is not stored and is not lost; the rest is stored', async () => {
    await openSettings()
    await held.page.getByLabel('简称').fill('长'.repeat(41))
    await held.page.getByLabel('单位全称').fill('青禾县水务局')
    await held.page.getByText('最多 40 字，现有 41 字').waitFor()
    await held.page.getByText('有 1 处填写有误').waitFor()
    await expect.poll(() => stored(), { timeout: 6000 }).toMatchObject({ unitProfile: { fullName: '青禾县水务局', shortName: '' } })
    // Gone and come back, it still stands there.
    await held.page.locator('.rail button').first().click()
    await openSettings()
    await expect.poll(() => held.page.getByLabel('简称').inputValue()).toBe('长'.repeat(41))
    await held.page.getByLabel('简称').fill('县水务局')
    await expect.poll(() => stored(), { timeout: 6000 }).toMatchObject({ unitProfile: { shortName: '县水务局' } })
    await expect.poll(() => held.page.locator('.field-problem').count()).toBe(0)
  })

  it('U2 another window follows, and what is being typed in it stays', async () => {
    await openSettings()
    const other = await openWindow(suite.browser, suite.app)
    await openSettings(other.page)
    await held.page.getByLabel('单位全称').fill('青禾县水务局')
    await list('科室').getByRole('button', { name: '添加科室' }).click()
    await held.page.keyboard.type('办公室')
    await expect.poll(() => other.page.getByLabel('单位全称').inputValue(), { timeout: 6000 }).toBe('青禾县水务局')
    await expect.poll(() => names('科室', 'name', other.page), { timeout: 6000 }).toEqual(['办公室'])
    // Both write different fields at once: neither takes the other's away.
    await Promise.all([held.page.getByLabel('简称').fill('县水务局'), other.page.getByLabel('单位类型').fill('党组')])
    await expect.poll(() => stored(), { timeout: 6000 }).toMatchObject({ unitProfile: { fullName: '青禾县水务局', shortName: '县水务局', kind: '党组', offices: ['办公室'] } })
    await expect.poll(() => other.page.getByLabel('简称').inputValue(), { timeout: 6000 }).toBe('县水务局')
    expect(other.faults).toEqual([])
    await other.context.close()
  })
})

describe('台账', () => {
  it('U4 days are set with a sample in view, checked for sense, and the defaults come back and go', async () => {
    await openSettings()
    await held.page.locator('.settings-nav').getByRole('button', { name: '台账' }).click()
    const colours = () => held.page.locator('.ledger-days').evaluateAll((chips) => chips.map((chip) => `${(chip as HTMLElement).dataset['colour']} ${chip.textContent}`))
    expect(await colours()).toEqual(['none 还有 60 天', 'none 还有 21 天', 'green 还有 20 天', 'green 还有 11 天', 'yellow 还有 10 天', 'yellow 今天到期', 'red 已超 1 天', 'red 已超 15 天'])
    await held.page.getByLabel('黄色').fill('5')
    await expect.poll(colours).toContain('green 还有 6 天')
    await expect.poll(() => stored(), { timeout: 6000 }).toMatchObject({ ledgerDays: { green: 20, yellow: 5 } })
    for (const [field, value, why] of [['黄色', '20', '绿色的天数要大于黄色的天数'], ['黄色', '-1', '请填 0 到 365 之间的整数'], ['绿色', '400', '请填 1 到 365 之间的整数'], ['绿色', '', '请填 1 到 365 之间的整数'], ['绿色', '7.5', '请填 1 到 365 之间的整数']] as const) {
      await held.page.getByLabel(field).fill(value)
      await held.page.getByText(why).waitFor()
      await held.page.waitForTimeout(700)
      expect(await stored(), `${field} ${value}`).toMatchObject({ ledgerDays: { green: 20, yellow: 5 } })
      await held.page.getByLabel(field).fill(field === '黄色' ? '5' : '20')
      await expect.poll(() => held.page.locator('.field-problem').count()).toBe(0)
    }
    await held.page.getByRole('button', { name: '恢复默认' }).click()
    await expect.poll(() => stored(), { timeout: 6000 }).toMatchObject({ ledgerDays: { green: 20, yellow: 10 } })
    await held.page.getByRole('button', { name: '撤销', exact: true }).click()
    await expect.poll(() => stored(), { timeout: 6000 }).toMatchObject({ ledgerDays: { green: 20, yellow: 5 } })
  })
})
