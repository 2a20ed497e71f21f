/** Many files and whole folders imported at once, in the real window: dropped by the browser's own drag, chosen through its dialogue. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { projectFolder } from '../support/test-backend.ts'

const suite = useApp()
const held = useWindow(suite)

const plan = readFileSync(join(projectFolder, 'resources/examples/team-plan.txt'), 'utf8')
const speech = readFileSync(join(projectFolder, 'resources/examples/speech-outline.txt'), 'utf8')
const paper = (unit: string) => plan.replace('\n', `\n${unit}\n`)

let home = ''
let folder = ''
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'zhenggao-files-'))
  folder = join(home, '二季度材料')
  mkdirSync(join(folder, '党建科'), { recursive: true })
  writeFileSync(join(folder, '方案1.txt'), plan)
  writeFileSync(join(folder, '方案10.txt'), paper('柳河县水务局'))
  writeFileSync(join(folder, '~$方案1.docx'), 'lock')
  writeFileSync(join(folder, '党建科', '提纲.txt'), speech)
  writeFileSync(join(folder, '党建科', '副本.txt'), plan)
  writeFileSync(join(folder, '党建科', '扫描件.pdf'), '%PDF-1.7\n1 0 obj')
  writeFileSync(join(folder, '党建科', '照片.jpg'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** A drop as the browser makes it from the desktop: real files and folders behind it. */
async function drop(paths: readonly string[]): Promise<void> {
  await held.page.locator('.library-main').waitFor()
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await held.window.session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
}
const rows = (state: string) => held.page.locator(`.batch-row[data-state="${state}"]`)
const finished = () => held.page.getByRole('button', { name: '完成' }).and(held.page.locator(':enabled')).waitFor({ timeout: 60_000 })
const library = async () => {
  await held.page.locator('.rail button').first().click()
  await held.page.locator('.library-main').waitFor()
}
const titles = () => held.page.locator('.draft-title .link').allTextContents()

describe('W41 W44 a folder and many files', () => {
  it('W41 W44 a dropped folder: every file is listed with what became of it, the bad ones stop nothing', async () => {
    await drop([folder])
    await finished()
    await expect.poll(() => held.page.locator('.batch-file').allTextContents()).toEqual([
      '二季度材料/~$方案1.docx', '二季度材料/方案1.txt', '二季度材料/方案10.txt', '二季度材料/党建科/副本.txt', '二季度材料/党建科/扫描件.pdf', '二季度材料/党建科/提纲.txt', '二季度材料/党建科/照片.jpg',
    ])
    await expect.poll(() => rows('stored').count()).toBe(3)
    await expect.poll(() => rows('stored').first().textContent()).toMatch(/整改方案.*问题.*措施.*字/u)
    await expect.poll(() => rows('failed').textContent()).toContain('请在 Word 或 WPS 中打开它，另存为 .docx 后再导入')
    await expect.poll(() => rows('skipped').allTextContents()).toEqual([expect.stringContaining('临时文件'), expect.stringContaining('同一个文件已导入过'), expect.stringContaining('不是文字文件')])
    // Each can be looked at, with where it is from, and the list is still there afterwards.
    await rows('stored').last().getByRole('button', { name: /^打开/u }).click()
    await held.page.locator('.paper-content').waitFor()
    await held.page.getByText('来源', { exact: true }).first().click()
    await held.page.getByText('提纲.txt').first().waitFor()
    await library()
    await held.page.getByRole('button', { name: '批量导入的结果' }).click()
    await expect.poll(() => rows('stored').count()).toBe(3)
  }, 90_000)

  it('W43 W44 a known file is imported all the same where the writer wants it; all of it is taken back and restored', async () => {
    await drop([folder])
    await finished()
    await expect.poll(() => rows('stored').count()).toBe(0)
    await rows('skipped').filter({ hasText: '方案10.txt' }).getByRole('button', { name: /^仍然导入/u }).click()
    await finished()
    await expect.poll(() => rows('stored').count()).toBe(1)
    await library()
    expect(await titles()).toHaveLength(4)
    await held.page.getByRole('button', { name: '批量导入的结果' }).click()
    await held.page.getByRole('button', { name: '全部撤销' }).click()
    await held.page.locator('.ant-modal-confirm').getByRole('button', { name: '全部撤销' }).click()
    await rows('undone').waitFor()
    await library()
    await expect.poll(titles).toHaveLength(3)
    await held.page.getByRole('button', { name: '批量导入的结果' }).click()
    await held.page.getByRole('button', { name: '恢复' }).click()
    await rows('stored').waitFor()
    await held.page.getByRole('button', { name: '完成' }).click()
    await expect.poll(titles).toHaveLength(4)
  }, 90_000)

  it('W42 stopped in the middle, what is stored stays and is said so; going on takes the rest', async () => {
    const many = join(home, '很多')
    mkdirSync(many)
    for (let index = 1; index <= 30; index += 1) writeFileSync(join(many, `方案${index}.txt`), `${paper(`第${index}号单位`)}\n${plan}`.repeat(3))
    await library()
    const before = (await titles()).length
    const chooser = held.page.waitForEvent('filechooser')
    await held.page.getByRole('button', { name: '导入多份或整个文件夹' }).click()
    await held.page.getByText('导入文件夹…').click()
    await (await chooser).setFiles(many)
    await held.page.getByRole('button', { name: '停止' }).waitFor()
    await expect.poll(() => rows('stored').count(), { timeout: 30_000 }).toBeGreaterThan(1)
    await held.page.getByRole('button', { name: '停止' }).click()
    const told = held.page.locator('.ant-alert').filter({ hasText: '已停止' })
    await told.waitFor()
    const stored = await rows('stored').count()
    expect(stored).toBeLessThan(30)
    await expect.poll(() => told.textContent()).toContain(`已存入的 ${stored} 份都在文稿库里，还有 ${30 - stored} 个文件没有导入`)
    await library()
    await expect.poll(async () => (await held.page.locator('.pill').first().textContent())).toBe(`全部 ${before + stored}`)
    await held.page.getByRole('button', { name: '批量导入的结果' }).click()
    await held.page.getByRole('button', { name: '继续导入' }).click()
    await finished()
    await expect.poll(() => rows('stored').count()).toBe(30)
  }, 120_000)

  it('W44 a file that could not be read is tried again once it was mended, by keyboard', async () => {
    const mended = join(home, '待修')
    mkdirSync(mended)
    writeFileSync(join(mended, '甲.txt'), '')
    writeFileSync(join(mended, '乙.txt'), paper('乙单位'))
    await drop([mended])
    await finished()
    await expect.poll(() => rows('failed').textContent()).toContain('是空文件')
    writeFileSync(join(mended, '甲.txt'), paper('甲单位'))
    await rows('failed').getByRole('button').focus()
    await held.page.keyboard.press('Enter')
    await finished()
    expect([await rows('failed').count(), await rows('stored').count()]).toEqual([0, 2])
    await held.page.getByRole('button', { name: '完成' }).click()
  }, 60_000)

  it('W41 a single file still goes through the comparison', async () => {
    await drop([join(folder, '方案1.txt')])
    await held.page.getByText('导入核对').waitFor()
    await held.page.getByRole('button', { name: '取消' }).click()
  })
})
