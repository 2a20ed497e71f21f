/** Layouts in a real browser: copied, changed with the checks beside the fields, shown live, saved, used, passed on, removed. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProcedureInput, ProcedureName } from '../../shared/contract/procedures.ts'
import { layoutFileText } from '../../shared/print/layout-file.ts'
import { callFrom } from '../support/call-from.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { openWindow } from '../support/app-window.ts'
import { layoutOf } from '../support/layouts.ts'

const suite = useApp()
const held = useWindow(suite)

const openLayouts = async (page: Page = held.page) => {
  await page.getByRole('button', { name: '设置' }).click()
  await page.getByRole('button', { name: '版式', exact: true }).click()
  await page.locator('.layout-list, .layout-editor').first().waitFor()
}
const row = (name: string) => held.page.locator('.layout-list tbody tr').filter({ has: held.page.getByRole('button', { name, exact: true }) })
const copyAndOpen = async (name = '常用 28.95 磅') => {
  await row(name).getByRole('button', { name: '复制一份再改' }).click()
  await held.page.locator('.layout-editor').waitFor()
}
const field = (label: string, page: Page = held.page): Locator => page.getByLabel(label, { exact: true })
const save = () => held.page.getByRole('button', { name: /^保\s?存$/ })
/** Asked of the program itself. */
const ask = <N extends ProcedureName>(name: N, input: ProcedureInput<N>, page: Page = held.page) => callFrom(page, name, input)
const drawnText = () => held.page.locator('.layout-page').first().evaluate((element) => element.innerHTML)

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'zhenggao-layouts-')) })
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  for (const { id } of (await ask('layouts.list', {})).own) await ask('layouts.remove', { id, switchTo: 'gb33476', clientId: 'test' })
})

describe('版式', () => {
  it('U6 shipped layouts can be looked at, not changed', async () => {
    await openLayouts()
    await expect.poll(() => held.page.locator('.layout-list tbody th').allInnerTexts()).toEqual(['国标显现', '常用 28.95 磅', '常用 28 磅'])
    await held.page.getByRole('button', { name: '国标显现', exact: true }).click()
    await expect.poll(() => field('行距（固定值）').inputValue()).toBe('29.6')
    await expect.poll(() => field('上边距（天头）').inputValue()).toBe('34.58')
    await expect.poll(() => held.page.locator('.layout-form input:not([disabled])').count()).toBe(0)
    await held.page.getByRole('button', { name: '复制一份再改' }).click()
    await expect.poll(() => field('行距（固定值）').isEnabled()).toBe(true)
  })

  it('U7 U8 a pitch of 29 is told of with its 21 lines, put right by one click, and saved', async () => {
    await openLayouts()
    await copyAndOpen()
    await field('行距（固定值）').fill('29')
    const note = held.page.locator('[data-path="grid.linePitch"] .field-note')
    await expect.poll(() => note.innerText()).toContain('每页只排得下 21 行，不是 22 行')
    await expect.poll(() => held.page.locator('.layout-facts').innerText()).toContain('每页 21 行')
    await note.getByRole('button', { name: '改为 28.95 磅' }).click()
    await expect.poll(() => field('行距（固定值）').inputValue()).toBe('28.95')
    await expect.poll(() => note.count()).toBe(0)
    await expect.poll(() => save().isDisabled()).toBe(true)
    // A warning tells, it does not stop.
    await field('行距（固定值）').fill('29')
    await save().click()
    await expect.poll(async () => (await ask('layouts.list', {})).layouts.at(-1)!.grid.linePitch).toBe(580)
    await held.page.reload()
    await openLayouts()
    await row('常用 28.95 磅 副本').getByRole('button', { name: '修改' }).click()
    await expect.poll(() => field('行距（固定值）').inputValue()).toBe('29')
  })

  it('U8 what makes no sense is not saved, stays as typed, and each field goes back to what is stored', async () => {
    await openLayouts()
    await copyAndOpen()
    await field('上边距（天头）').fill('三十')
    await field('标题 行距（磅）').fill('20')
    await field('标题 字号').fill('2号')
    await expect.poll(() => held.page.locator('[data-path="page.top"] .field-problem').innerText()).toBe('请填数字')
    await expect.poll(() => held.page.locator('.type-notes .field-problem').innerText()).toContain('字会被切掉上半截')
    await expect.poll(() => save().isDisabled()).toBe(true)
    await expect.poll(() => held.page.locator('.layout-save > span').innerText()).toBe('有 2 处错误，改正后才能保存')
    await expect.poll(() => field('上边距（天头）').inputValue()).toBe('三十')
    // Away and back: nothing that was typed is lost.
    await held.page.getByRole('button', { name: '返回版式列表' }).click()
    await expect.poll(() => row('常用 28.95 磅 副本').innerText()).toContain('有未保存的改动')
    await row('常用 28.95 磅 副本').getByRole('button', { name: '修改' }).click()
    await expect.poll(() => field('上边距（天头）').inputValue()).toBe('三十')
    await held.page.locator('[data-path="page.top"] .way-back').click()
    await expect.poll(() => field('上边距（天头）').inputValue()).toBe('37')
    await held.page.locator('[data-path="styles.title.linePitch"] .way-back').click()
    await expect.poll(() => field('标题 行距（磅）').inputValue()).toBe('28.95')
    await field('左边距（订口）').fill('30')
    await field('正文 中文字体').fill('方正仿宋_GBK')
    await held.page.getByRole('button', { name: '放弃改动' }).click()
    expect([await field('左边距（订口）').inputValue(), await field('正文 中文字体').inputValue()]).toEqual(['28', '仿宋_GB2312'])
  })

  it('U8 numbers are typed in full width, with units and stepped by the arrows', async () => {
    await openLayouts()
    await copyAndOpen()
    await field('左边距（订口）').fill('２７毫米')
    await field('行距（固定值）').fill('28磅')
    await field('行距（固定值）').press('ArrowUp')
    await expect.poll(() => field('行距（固定值）').inputValue()).toBe('28.05')
    await field('正文 字号').fill('小三')
    await save().click()
    await expect.poll(async () => { const { page, grid, styles } = (await ask('layouts.list', {})).layouts.at(-1)!; return [page.left, grid.linePitch, styles.body.size] }).toEqual([1531, 561, 30])
  })

  it('U8 the sample paper follows each number typed', async () => {
    await openLayouts()
    await copyAndOpen()
    await held.page.locator('.layout-page svg').first().waitFor()
    const took = await held.page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('[data-path="page.left"] input')!
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
      const times: number[] = []
      for (const value of ['40', '28', '45', '31']) {
        const before = document.querySelector('.layout-page')!.innerHTML
        const from = performance.now()
        set.call(input, value)
        input.dispatchEvent(new Event('input', { bubbles: true }))
        while (document.querySelector('.layout-page')!.innerHTML === before && performance.now() - from < 3000) await new Promise((resolve) => { requestAnimationFrame(resolve) })
        times.push(performance.now() - from)
      }
      return times
    })
    expect(took.filter((time) => time >= 3000)).toEqual([])
    expect(await held.page.locator('.layout-page').count()).toBeGreaterThanOrEqual(2)
    const shown = await drawnText()
    // What cannot be set leaves the last pages that could.
    await field('左边距（订口）').fill('200')
    await expect.poll(() => held.page.locator('.layout-preview-note').innerText()).toContain('预览停在改正前的样子')
    expect(await drawnText()).toBe(shown)
  })

  it('U8 two windows on one layout join field by field', async () => {
    await openLayouts()
    await copyAndOpen()
    const other = await openWindow(suite.browser, suite.app)
    try {
      await openLayouts(other.page)
      await other.page.locator('.layout-list tbody tr').filter({ hasText: '副本' }).getByRole('button', { name: '修改' }).click()
      await field('左边距（订口）').fill('30')
      await field('右边距', other.page).fill('25')
      await other.page.getByRole('button', { name: /^保\s?存$/ }).click()
      await expect.poll(() => field('右边距').inputValue()).toBe('25')
      await expect.poll(() => field('左边距（订口）').inputValue()).toBe('30')
      await save().click()
      await expect.poll(async () => { const { page } = (await ask('layouts.list', {})).layouts.at(-1)!; return [page.left, page.right] }).toEqual([1701, 1417])
      expect(other.faults).toEqual([])
    } finally {
      await other.context.close()
    }
  })

  it('U10 a draft set in it is exported with its numbers; gone, another is offered and none taken unasked', async () => {
    await openLayouts()
    await copyAndOpen()
    await field('版式名称').fill('局用版式')
    await field('版式名称').press('Enter')
    await field('左边距（订口）').fill('30')
    await field('一级标题 中文字体').fill('方正黑体_GBK')
    await save().click()
    await expect.poll(async () => (await ask('layouts.list', {})).layouts.at(-1)).toMatchObject({ name: '局用版式', page: { left: 1701 } })
    const { draftId } = await ask('drafts.create', { kind: 'team-plan' })
    await held.page.goto(`${new URL(held.page.url()).origin}/#/draft/${draftId}`)
    await held.page.getByRole('tab', { name: '属性' }).click()
    await held.page.locator('.properties .ant-select').nth(1).click()
    await held.page.locator('.ant-select-item-option').filter({ hasText: '局用版式' }).click()
    await held.page.locator('.save-status[data-state="saved"]').waitFor()
    const id = (await ask('layouts.list', {})).own[0]!.id
    await expect.poll(async () => (await ask('drafts.open', { draftId })).draft.layout).toBe(id)
    const document = strFromU8(unzipSync(Buffer.from((await ask('exports.content', { draftId })).contentBase64, 'base64'))['word/document.xml']!)
    expect(document).toContain('w:left="1701"')
    // Removing it is refused with the drafts counted; they are switched, and the removal is taken back.
    await openLayouts()
    await row('局用版式').getByRole('button', { name: /删\s?除/ }).click()
    const dialog = held.page.getByRole('dialog')
    await expect.poll(() => dialog.innerText()).toContain('有 1 份文稿在用“局用版式”')
    await dialog.getByRole('button', { name: '改用并删除' }).click()
    await held.page.locator('.ant-notification-notice').filter({ hasText: '1 份文稿改用“国标显现”' }).waitFor()
    expect((await ask('drafts.open', { draftId })).draft.layout).toBe('gb33476')
    await held.page.locator('.ant-notification-notice').getByRole('button', { name: /撤\s?销/ }).click()
    await expect.poll(async () => (await ask('drafts.open', { draftId })).draft.layout).toBe(id)
    // Gone for good, as after a backup was put in its place.
    const opened = await ask('drafts.open', { draftId })
    await ask('drafts.save', { draftId, baseRevision: opened.revision, draft: { ...opened.draft, layout: 'gone' }, clientId: 'test' })
    await held.page.goto(`${new URL(held.page.url()).origin}/#/draft/${draftId}`)
    await held.page.getByRole('tab', { name: '属性' }).click()
    await expect.poll(() => held.page.locator('.layout-gone').innerText()).toContain('已不在本机')
    await held.page.getByRole('button', { name: '导出 Word' }).click()
    const offer = held.page.getByRole('dialog').filter({ hasText: '已不在本机' })
    await offer.getByRole('button', { name: '按“国标显现”导出' }).click()
    await held.page.locator('.ant-notification-notice').filter({ hasText: '已导出 Word' }).waitFor()
    expect((await ask('drafts.open', { draftId })).draft.layout).toBe('gone')
    await held.page.getByRole('button', { name: '预览' }).click()
    await expect.poll(() => held.page.locator('.preview-notices .layout-gone').innerText(), { timeout: 15_000 }).toContain('这里按“国标显现”显示')
    await held.page.goBack()
    await held.page.getByRole('tab', { name: '属性' }).click()
    await held.page.locator('.layout-gone').getByRole('button', { name: '改用“国标显现”' }).click()
    await expect.poll(async () => (await ask('drafts.open', { draftId })).draft.layout, { timeout: 8000 }).toBe('gb33476')
  })

  it('U11 goes out as a file, comes in beside what is there, and a file that is none is told of', async () => {
    await openLayouts()
    await copyAndOpen()
    await held.page.getByRole('button', { name: '返回版式列表' }).click()
    await row('常用 28.95 磅 副本').getByRole('button', { name: /导\s?出/ }).click()
    await held.page.locator('.ant-notification-notice').filter({ hasText: '已导出版式' }).waitFor()
    const exports = join(suite.app.homeFolder, '整稿导出')
    const name = readdirSync(exports).find((one) => one.endsWith('.版式.json'))!
    const content = readFileSync(join(exports, name), 'utf8')
    const choose = async (file: string) => {
      const chooser = held.page.waitForEvent('filechooser')
      await held.page.getByRole('button', { name: '导入版式' }).click()
      await (await chooser).setFiles(file)
    }
    const put = (file: string, text: string) => { writeFileSync(join(folder, file), text); return join(folder, file) }
    await choose(put('a.json', content))
    await held.page.locator('.ant-notification-notice').filter({ hasText: '内容相同，没有改动' }).waitFor()
    await choose(put('b.json', content.replace('"linePitch": 579', '"linePitch": 570')))
    await held.page.getByRole('dialog').getByRole('button', { name: '两个都留' }).click()
    await row('常用 28.95 磅 副本（2）').waitFor()
    await choose(put('c.json', content.replace('"linePitch": 579', '"linePitch": 560')))
    await held.page.getByRole('dialog').getByRole('button', { name: '替换原来的' }).click()
    await held.page.locator('.ant-notification-notice').filter({ hasText: '已替换版式' }).getByRole('button', { name: /撤\s?销/ }).click()
    await held.page.locator('.ant-notification-notice').filter({ hasText: '已恢复' }).waitFor()
    expect((await ask('layouts.list', {})).layouts.slice(3).map((one) => one.grid.linePitch)).toEqual([579, 570])
    await choose(put('d.json', '不是版式'))
    await held.page.getByRole('dialog').filter({ hasText: '不是整稿导出的版式文件' }).getByRole('button').first().click()
    await choose(put('e.json', layoutFileText({ ...layoutOf('common'), id: 'x', name: '外单位版式', grid: { ...layoutOf('common').grid, linePitch: 580 } })))
    await held.page.locator('.ant-notification-notice').filter({ hasText: '21 行' }).waitFor()
    await row('外单位版式').waitFor()
  })
})
