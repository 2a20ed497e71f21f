/** 汇总 and 合成班子稿 as the writer does them, in Chromium over the built program. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSheets } from '../../electron/backend/sheet/sheet-package.ts'
import { readCells } from '../../electron/backend/sheet/sheet-cells.ts'
import { callFrom } from '../support/call-from.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { memberPlan } from '../support/member-drafts.ts'
import { choosePackage, otherUnit } from '../support/package-window.ts'
import { must } from '../support/test-backend.ts'
import { ledgerPart, unitLedger, unitPackage } from '../support/unit-packages.ts'

const suite = useApp()
const held = useWindow(suite)

const folder = mkdtempSync(join(tmpdir(), 'zhenggao-collect-'))
const packs = join(folder, '各单位')
beforeAll(async () => {
  mkdirSync(packs)
  const write = async (name: string, unit: string, rows: Parameters<typeof unitLedger>[1], more: { passphrase?: string; madeAt?: string } = {}) =>
    writeFileSync(join(packs, name), await unitPackage(unit, [ledgerPart(unitLedger(unit, rows, more.madeAt === undefined ? {} : { madeAt: more.madeAt }))], more))
  await write('水务.zgx', '青禾县水务局', [{ key: 'a', category: '理论学习方面', problem: '学得少。', state: 'done' }, { key: 'b', category: '工作作风方面', problem: '调研浅。', due: '2024-01-01', state: 'under-way' }])
  await write('水务-更新.zgx', '青禾县 水务局', [{ key: 'a', category: '理论学习方面', problem: '学得少。', state: 'closed' }, { key: 'b', category: '工作作风方面', problem: '调研浅。', due: '2024-01-01', state: 'done' }].map((row) => ({ ...row, draft: '青禾县水务局-d1' })), { madeAt: '2024-07-01T08:00:00.000Z' })
  await write('丰谷.zgx', '丰谷镇', [{ key: 'a', problem: '督办松。', state: 'not-started', due: '2024-02-01' }], { passphrase: '口令 1' })
  writeFileSync(join(packs, '坏.zgx'), readFileSync(join(packs, '水务.zgx')).subarray(0, 400))
  writeFileSync(join(packs, '说明.txt'), '不是交换包')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const goCollect = async (page: Page) => {
  await page.evaluate(() => { location.hash = '#/exchange/collect' })
  await page.getByRole('heading', { name: '汇总各单位台账' }).or(page.locator('.collect-result')).first().waitFor()
}
const cells = async (page: Page) => page.locator('.plain-row').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('[role=cell]')].map((cell) => cell.textContent)))
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click()

/** Where the program says it wrote the file. */
async function writtenPath(page: Page, extension: string): Promise<string> {
  const said = page.locator('.ant-notification-notice-description', { hasText: extension })
  await said.waitFor({ timeout: 30_000 })
  return (await said.innerText()).trim()
}

async function storeMember(page: Page, author: string, items: Parameters<typeof memberPlan>[2]): Promise<void> {
  const draft = memberPlan('x', author, items)
  await callFrom(page, 'drafts.copy', { draft, title: draft.title })
}

describe('collecting', () => {
  it('J8 J9 J11 a folder is read, a passphrase told afterwards, a package chosen, and Excel says what the screen says', async () => {
    const { page } = held
    await goCollect(page)
    await page.getByRole('textbox', { name: '应报单位' }).fill('青禾县水务局（水务局）\n丰谷镇\n白石乡')
    await page.getByRole('heading', { name: '汇总各单位台账' }).click()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '选择文件夹…' }).click()
    await (await chooser).setFiles(packs)
    await page.locator('.collect-result').waitFor({ timeout: 30_000 })
    await expect.poll(() => page.locator('.collect-facts').innerText()).toMatch(/^1 个单位\s+2 项$/)
    await expect.poll(() => page.locator('.collect-others').innerText()).toContain('1 个不是交换包')
    await expect.poll(() => page.locator('.grid-row [data-field=state]').allInnerTexts()).toEqual(['已销号', '已完成待核'])

    await tab(page, /^未读出 2/)
    await page.getByRole('textbox', { name: '这些包的口令' }).fill('口令 1')
    await page.getByRole('button', { name: '重新读取' }).click()
    await page.getByText(/2 个单位\s+3 项\s+逾期 1 项/).waitFor()
    expect((await cells(page)).map((row) => row[1])).toEqual(['坏.zgx'])

    await tab(page, /^未报 1/)
    expect((await cells(page)).map((row) => row.slice(1, 3))).toEqual([['白石乡', '未报'], ['', '合计']])
    await tab(page, /^冲突与重复/)
    await page.getByRole('combobox', { name: '“青禾县水务局”取用哪个包' }).click()
    await page.locator('.ant-select-item-option', { hasText: '只取 水务.zgx' }).click()
    await page.getByText(/2 个单位\s+3 项\s+逾期 2 项/).waitFor()

    await tab(page, /^按单位/)
    const units = await cells(page)
    expect(units.map((row) => row.slice(1, 3))).toEqual([['青禾县水务局（又写作：青禾县 水务局）', '2'], ['丰谷镇', '1'], ['合计 2 个单位', '3']])
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const file = (await openSheets(new Uint8Array(readFileSync(await writtenPath(page, '.xlsx')))))!
    const told = (await readCells(file, file.sheets[1]!.part)).rows.slice(2).map((row) => units[0]!.map((_, column) => row.cells.get(column)?.text ?? ''))
    file.close()
    expect(told).toEqual(units)
    await page.getByRole('button', { name: '导出 Word' }).click()
    expect(await writtenPath(page, '.docx')).toMatch(/\.docx$/)

    // A window opened anew shows the run again; kept as a ledger it can be collected again.
    await page.reload()
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByText(/2 个单位\s+3 项/).waitFor()
    await page.getByRole('button', { name: '存成台账' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill('上半年汇总')
    await page.locator('.ant-modal').getByRole('button', { name: '存成台账' }).click()
    await page.getByRole('button', { name: '重新汇总' }).click()
    await page.getByRole('checkbox', { name: /上半年汇总/ }).check()
    await page.getByRole('button', { name: '汇总所选 1 份' }).click()
    await page.getByText(/2 个单位\s+3 项/).waitFor()
    await page.getByRole('button', { name: '重新汇总' }).click()
    await page.getByRole('checkbox', { name: /上半年汇总/ }).check()
    await page.getByRole('button', { name: '移走' }).click()
    await page.getByRole('checkbox', { name: /上半年汇总/ }).waitFor({ state: 'detached' })
    await page.locator('.ant-message').getByText('撤销').click()
    await page.getByRole('checkbox', { name: /上半年汇总/ }).waitFor()
  }, 120_000)

  it('J11 rows are found, sorted and filtered by unit; nothing is cut off at 125 %', async () => {
    const { page } = held
    await goCollect(page)
    await page.getByRole('button', { name: '查看' }).click().catch(() => undefined)
    await page.locator('.collect-result').waitFor()
    await page.getByRole('textbox', { name: '查找' }).fill('督办')
    await page.getByText('显示 1 项，共 3 项').waitFor()
    await page.getByRole('textbox', { name: '查找' }).fill('')
    await page.locator('.head-cell[data-field=source] button').click()
    await page.locator('.head-list').getByText('丰谷镇').click()
    await page.getByText('显示 1 项，共 3 项').waitFor()
    await page.setViewportSize({ width: 1093, height: 614 })
    const inside = await page.locator('.collect-result').evaluate((element) => {
      const pane = element.closest('.settings-pane')!.getBoundingClientRect()
      return [...element.querySelectorAll('button, .ledger-grid, footer')].every((one) => { const box = one.getBoundingClientRect(); return box.width === 0 || one.closest('.grid-scroller') !== null || (box.right <= pane.right + 1 && box.bottom <= pane.bottom + 1) })
    })
    expect(inside).toBe(true)
  }, 60_000)

  it('J1 the ledger in view is stored from its menu and stands in 汇总', async () => {
    const { page } = held
    await storeMember(page, '丁某', [{ aspect: '理论学习方面', problem: '学得少。', measure: '每周学。' }])
    await page.evaluate(() => { location.hash = '#/ledger' })
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '存成可交换的台账…' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill('本局台账')
    await page.locator('.ant-modal').getByRole('button', { name: '存成台账' }).click()
    await page.getByText('已把 1 项存成“本局台账”').waitFor()
    await goCollect(page)
    if (await page.locator('.collect-result').count() > 0) await page.getByRole('button', { name: '重新汇总' }).click()
    await page.getByRole('checkbox', { name: /本局台账/ }).waitFor()
  }, 60_000)
})

describe('a draft of the 班子', () => {
  it('J14 J15 is put together from the library’s choice; each problem shows whose it is, on screen and in the ledger, never on paper', async () => {
    const { page } = held
    await storeMember(page, '王某某', [{ aspect: '理论学习方面', problem: '学得少。', measure: '每周学。' }])
    await storeMember(page, '李某', [{ aspect: '理论学习方面', problem: '学得少。', measure: '每月讲。' }, { aspect: '数字赋能方面', problem: '系统旧。', measure: '年内换。' }])
    await page.evaluate(() => { location.hash = '#/' })
    for (const author of ['王某某', '李某']) await page.locator('.ant-table-row', { hasText: `${author}个人整改方案` }).getByRole('checkbox').check()
    await page.getByRole('button', { name: '合成班子稿' }).click()
    await page.locator('.ant-modal').getByRole('button', { name: /^合\s*成$/ }).click()
    await page.locator('.ant-modal-confirm-title', { hasText: '已合成：2 人，3 个问题。' }).waitFor()
    await page.getByText('1 处问题文字相同').first().waitFor()
    await page.getByRole('button', { name: '打开班子稿' }).click()
    await page.locator('.paper-content').waitFor()
    await page.locator('.block[data-role=problem][data-origin]').first().waitFor()
    const shown = await page.locator('.block[data-role=problem]').evaluateAll((blocks) => blocks.map((block) => [block.textContent, block.getAttribute('data-origin'), block.getAttribute('title')]))
    expect(shown.map(([text, from]) => `${from}：${text}`).toSorted()).toEqual(['李某：学得少。', '李某：系统旧。', '王某某：学得少。'])
    expect(shown.every(([, from, title]) => title === `来自：${from}`)).toBe(true)
    await expect.poll(() => page.locator('.block[data-role=title]').innerText()).toBe('[单位全称]领导班子整改方案')
    const draftId = /#\/draft\/([^/?]+)/.exec(page.url())![1]!
    await page.evaluate((id) => { location.hash = `#/ledger/${id}` }, draftId)
    await page.locator('.grid-row').first().waitFor()
    const { contentBase64 } = await callFrom(page, 'exports.content', { draftId })
    const { unzipSync } = await import('fflate')
    const parts = unzipSync(new Uint8Array(Buffer.from(contentBase64, 'base64')))
    const printed = new TextDecoder().decode(parts['word/document.xml']).replaceAll(/<[^>]+>/g, '')
    expect(printed).toContain('系统旧。')
    expect(printed).not.toContain('李某')
  }, 90_000)

  it('J14 is put together where a package of members’ drafts was opened', async () => {
    const { page } = held
    const unit = await otherUnit('青禾县水务局')
    try {
      const ids: string[] = []
      for (const [author, problem] of [['赵某某', '调研浅。'], ['孙某', '督办松。']] as const) {
        const draft = memberPlan('x', author, [{ aspect: '工作作风方面', problem, measure: '每季度一次。' }])
        ids.push((await must(unit.backend, 'drafts.copy', { draft, title: draft.title })).draftId)
      }
      await choosePackage(page, await unit.send('成员.zgx', ids.map((id) => ({ kind: 'draft', id }))))
      const dialog = page.locator('.opening-dialog').first()
      await dialog.getByRole('button', { name: '存入 2 项' }).click()
      await dialog.getByRole('button', { name: '合成班子稿' }).click()
      await page.locator('.ant-modal').getByRole('button', { name: /^合\s*成$/ }).click()
      await page.locator('.ant-modal-confirm-title', { hasText: '已合成：2 人，2 个问题。' }).waitFor()
      await page.getByRole('button', { name: '打开班子稿' }).click()
      await expect.poll(() => page.locator('.block[data-role=problem]').evaluateAll((blocks) => blocks.map((block) => `${block.getAttribute('data-origin')}：${block.textContent}`).toSorted())).toEqual(['孙某：督办松。', '赵某某：调研浅。'])
      await expect.poll(() => dialog.isVisible()).toBe(false)
    } finally {
      await unit.close()
    }
  }, 90_000)
})
