/** The library: first start, new, import by file and drop, bad files, search, trash. */
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { chooseImport, screenLines } from '../support/app-window.ts'

const suite = useApp()
const held = useWindow(suite)

const titles = () => held.page.locator('.draft-title .link').allTextContents()

describe('the library', () => {
  it('offers examples of each kind at the first start', async () => {
    await held.page.getByRole('button', { name: '打开示例' }).click()
    await expect.poll(async () => (await titles()).length).toBe(8)
    await held.page.locator('.draft-title .link').first().click()
    await held.page.locator('.paper-content .block').first().waitFor()
    expect((await screenLines(held.page)).length).toBeGreaterThan(10)
  })

  it('makes a new draft of a kind, ready to write in', async () => {
    await held.page.getByRole('button', { name: '新建文稿' }).click()
    await held.page.locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item').filter({ hasText: '个人整改方案' }).click()
    await held.page.locator('.begin-fields').waitFor()
    await held.page.keyboard.press('Enter')
    await held.page.locator('.paper-content .block').first().waitFor()
    await expect.poll(() => screenLines(held.page)).toEqual(expect.arrayContaining(['一、指导思想', '（一）理论学习方面', '【整改问题】：一是', '【整改时限】：']))
    await held.page.locator('.block[data-role="problem"]').first().click()
    await held.page.keyboard.type('学得不深。')
    await expect.poll(() => screenLines(held.page)).toContain('【整改问题】：一是学得不深。')
  })

  it('moves to the trash, undoes it, restores from the trash', async () => {
    // The list comes a moment after the screen.
    await expect.poll(async () => (await titles()).length).toBeGreaterThan(0)
    const count = (await titles()).length
    const row = held.page.locator('.ant-table-row').filter({ hasText: '整改台账' }).first()
    await row.hover()
    await row.getByRole('button', { name: '移入回收站' }).click()
    await expect.poll(async () => (await titles()).length).toBe(count - 1)
    await held.page.locator('.ant-message').getByText('撤销').first().click()
    await expect.poll(async () => (await titles()).length).toBe(count)
    await row.hover()
    await row.getByRole('button', { name: '移入回收站' }).click()
    await expect.poll(async () => (await titles()).length).toBe(count - 1)
    await held.page.getByRole('button', { name: /回收站 1/ }).click()
    await expect.poll(async () => (await titles()).length).toBe(1)
    await held.page.locator('.draft-title .link').first().click()
    await held.page.getByText('只能查看').waitFor()
    await held.page.getByRole('button', { name: '恢复后编辑' }).click()
    await expect.poll(() => held.page.getByText('只能查看').count()).toBe(0)
    await held.page.locator('.rail button').first().click()
    await expect.poll(async () => (await titles()).length).toBe(count)
  })

  it('S7 finds a word of two characters and shows where it stands', async () => {
    await held.page.getByPlaceholder('在全部文稿中查找').fill('普查')
    await expect.poll(() => held.page.locator('.draft-title mark').first().textContent()).toBe('普查')
    await held.page.getByPlaceholder('在全部文稿中查找').fill('绝无此词')
    await held.page.getByText('没有找到含“绝无此词”的文稿').waitFor()
  })

  it('imports a file dropped on the window', async () => {
    await held.page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(new File(['青禾县农业局整改方案\n一、整改措施\n（一）作风方面\n一是调研少。\n整改措施：多调研。'], '拖入.txt', { type: 'text/plain' }))
      for (const type of ['dragenter', 'dragover', 'drop']) globalThis.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
    })
    await held.page.getByText('导入核对').waitFor()
    await expect.poll(() => held.page.locator('.top-bar .tag').first().textContent()).toBe('拖入.txt')
    await held.page.getByRole('button', { name: '取消' }).click()
    expect(await titles()).not.toContain('青禾县农业局整改方案')
  })

  it('R9 puts a removal back, and takes it out again', async () => {
    await chooseImport(held.page, { name: '带广告.txt', mimeType: 'text/plain', buffer: Buffer.from('仅供学习 禁止外传\n青禾县农业局整改方案\n一、总体要求\n抓好整改。') })
    const line = held.page.locator('.source-line[data-removed="true"]')
    await line.getByRole('button', { name: '放回' }).click()
    await held.page.locator('.recognised-block').filter({ hasText: '仅供学习 禁止外传' }).waitFor()
    await held.page.locator('.summary-link').first().click()
    await held.page.getByRole('button', { name: '重新清理' }).click()
    await expect.poll(() => held.page.locator('.recognised-block').filter({ hasText: '仅供学习' }).count()).toBe(0)
    await held.page.getByRole('button', { name: '取消' }).click()
  })

  it.each([
    ['空文件', '空.txt', Buffer.alloc(0), '是空文件'],
    ['只有空白', '白.txt', Buffer.from(' \n\n \n'), '空文件'],
    ['图片', '图.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), '不是文字文件'],
    ['乱码', '乱.txt', Buffer.from([0x81, 0xff, 0xfe, 0x00, 0x80, 0xff, 0x81, 0x20, 0xff, 0xff, 0x00, 0x01]), '“乱.txt”'],
    ['旧 Word', '旧.doc', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2048)]), '另存为 .docx'],
    ['太大', '大.txt', Buffer.from('整改措施落实情况。'.repeat(800_000)), '超过一次能导入的'],
  ])('D5 %s: one clear message, nothing stored, the app goes on', async (_what, name, buffer, message) => {
    const before = await titles()
    await chooseImport(held.page, { name, mimeType: 'application/octet-stream', buffer })
    const dialog = held.page.locator('.ant-modal-confirm')
    await dialog.waitFor({ timeout: 20_000 })
    await expect.poll(() => dialog.count()).toBe(1)
    await expect.poll(() => dialog.textContent()).toContain(message)
    await expect.poll(() => dialog.textContent()).toContain('没有存入任何内容')
    await dialog.getByRole('button').click()
    expect(await titles()).toEqual(before)
  }, 40_000)
})
