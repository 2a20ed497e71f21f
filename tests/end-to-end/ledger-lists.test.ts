/** What is done with a whole ledger in a real browser: lists to Excel and Word, an edited list merged back, a report. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { edit } from '../sheet/edit-sheet.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { screenLines, waitForSaved } from '../support/app-window.ts'
import { paperActions } from '../support/example-paper.ts'

const suite = useApp()
const held = useWindow(suite)
const { openPaper } = paperActions(held)

const plan = (name: string) => `${name}水务局党组班子整改方案
一、整改措施
（一）理论学习方面
1.学用结合不紧。学习停留在读文件。
整改措施：每月集中学习1次。
整改时限：2026年6月30日前完成。
责任领导：周志远
（二）工作作风方面
2.调研不深。
整改措施：每季度到基层不少于2次。
整改时限：长期坚持。
责任领导：王海生
${name}水务局党组
2026年1月20日`

const cell = (row: number, field: string) => held.page.locator(`.grid-row[data-row] >> nth=${row}`).locator(`.grid-cell[data-field="${field}"]`)

async function openLedger(name: string): Promise<void> {
  await openPaper(plan(name))
  await waitForSaved(held.page)
  await held.page.locator('.top-bar').getByRole('button', { name: '台账' }).click()
  await cell(0, 'problem').waitFor()
}

/** Exports by the menu of the button. @returns the path the message names. */
async function exportBy(button: string, list: string): Promise<string> {
  await held.page.locator('.ledger-bar').getByRole('button', { name: button }).click()
  await held.page.getByRole('menu', { name: button }).getByText(list, { exact: true }).click()
  const message = held.page.locator('.ant-notification-notice').filter({ hasText: `已${button}` }).last()
  await message.waitFor({ timeout: 20_000 })
  const path = /(\/\S+\.(?:xlsx|docx))/u.exec(await message.innerText())![1]!
  await message.locator('.ant-notification-notice-close').click()
  await message.waitFor({ state: 'detached' })
  return path
}

async function chooseSheet(path: string): Promise<void> {
  await held.page.locator('.ledger-bar').getByRole('button', { name: '更多' }).click()
  const chooser = held.page.waitForEvent('filechooser')
  await held.page.getByText('并入改过的 Excel…').click()
  await (await chooser).setFiles(path)
}

describe('the ledger handed out', () => {
  it('X4 X9 goes to Excel and Word as the list that was chosen, and never over a file of others unasked', async () => {
    await openLedger('甲')
    const sheet = await exportBy('导出 Excel', '问题清单')
    expect(sheet).toMatch(/甲水务局党组班子整改问题清单\.xlsx$/u)
    const word = await exportBy('导出 Word', '责任清单')
    expect(readdirSync(dirname(word))).toEqual(expect.arrayContaining(['甲水务局党组班子整改问题清单.xlsx', '甲水务局党组班子整改责任清单.docx']))
    expect(readFileSync(word).subarray(0, 2).toString()).toBe('PK')
    writeFileSync(word, '别人的文件')
    await held.page.locator('.ledger-bar').getByRole('button', { name: '导出 Word' }).click()
    await held.page.getByRole('menu', { name: '导出 Word' }).getByText('责任清单', { exact: true }).click()
    await held.page.getByText('导出后又被改过，没有覆盖').waitFor()
    await held.page.locator('.ant-modal').getByRole('button', { name: '换名保存' }).click()
    await expect.poll(() => readdirSync(dirname(word))).toContain('甲水务局党组班子整改责任清单（2）.docx')
    expect(readFileSync(word, 'utf8')).toBe('别人的文件')
  })

  it('G9 an edited list is shown change by change, merged on choice, and undone in one step', async () => {
    await openLedger('乙')
    const path = await exportBy('导出 Excel', '按现在显示的列')
    const bytes = await edit(readFileSync(path), {
      rows: (grid) => {
        const fields = grid[0]!.map((mark) => String(mark ?? '').replace('zhenggao:', ''))
        return grid.map((cells) => cells.map((value, column) => {
          const first = cells.includes('学用结合不紧。学习停留在读文件。')
          if (first && fields[column] === 'progress') return '已学习三次。'
          if (first && fields[column] === 'state') return '已销号'
          return !first && fields[column] === 'measure' && value === '每季度到基层不少于2次。' ? '每月到基层1次。' : value
        }))
      },
    })
    const edited = join(dirname(path), '改过.xlsx')
    writeFileSync(edited, bytes)
    await chooseSheet(edited)
    const dialog = held.page.locator('.ant-modal').filter({ hasText: '并入“改过.xlsx”' })
    await dialog.getByText('表中改了 3 处').waitFor()
    await expect.poll(() => dialog.getByRole('button', { name: /^并入/u }).last().innerText()).toBe('并入 3 处')
    await dialog.locator('tr', { hasText: '每月到基层1次。' }).locator('.ant-checkbox-input').click()
    await dialog.getByRole('button', { name: '并入 2 处' }).click()
    await held.page.getByText('已并入 2 处').waitFor()
    await expect.poll(() => cell(0, 'progress').locator('.cell-text').innerText()).toBe('已学习三次。')
    await expect.poll(() => cell(0, 'state').innerText()).toBe('已销号')
    await expect.poll(() => cell(1, 'measure').locator('.cell-text').innerText()).toBe('每季度到基层不少于2次。')
    await held.page.locator('.ledger-bar').getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => cell(0, 'progress').locator('.cell-text').innerText()).toBe('')
    await expect.poll(() => cell(0, 'state').innerText()).toBe('未启动')
  })

  it('G9 D5 a file that is none of ours is refused in plain words, and nothing changes', async () => {
    await openLedger('丙')
    const other = join(suite.app.dataFolder, '别的.xlsx')
    writeFileSync(other, 'PK别的内容')
    await chooseSheet(other)
    await held.page.locator('.ant-modal-confirm-title', { hasText: '已损坏或没有拷贝完整' }).waitFor()
    await held.page.getByRole('button', { name: '知道了' }).click()
    await expect.poll(() => cell(0, 'measure').locator('.cell-text').innerText()).toBe('每月集中学习1次。')
  })

  it('G6 a report is made of the rows shown, as a draft to write on', async () => {
    await openLedger('丁')
    await held.page.locator('.ledger-bar').getByRole('button', { name: '更多' }).click()
    await held.page.getByText('生成进展报告').click()
    await held.page.locator('.ant-notification-notice').getByRole('button', { name: '打开' }).click()
    await held.page.locator('.paper-content .block').first().waitFor()
    const lines = await screenLines(held.page)
    expect(lines[0]).toBe('丁水务局党组班子整改进展情况报告')
    expect(lines[2]).toMatch(/共有整改事项2项，其中已完成0项，正在整改1项，长期坚持1项，完成率0%/u)
    expect(lines).toContain('1.关于“学用结合不紧”问题的整改')
  })
})
