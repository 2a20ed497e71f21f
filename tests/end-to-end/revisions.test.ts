/** Importing a Word file with tracked changes and comments: the choice between both sides, and the notes that come along. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { chooseImport } from '../support/app-window.ts'
import { buildDocx, paragraph, plain, run } from '../word/build-docx.ts'

const suite = useApp()
const held = useWindow(suite)
const pictures = process.env['PICTURES']

const start = '<w:commentRangeStart w:id="0"/>'
const end = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
const file = {
  name: '带修订的方案.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from(buildDocx({
    body: plain('某县水务局整改方案', '<w:jc w:val="center"/>') + plain('一、总体要求')
      + paragraph(`${run('坚持')}<w:ins w:id="1" w:author="甲">${run('问题')}</w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>目标</w:delText></w:r></w:del>${start}${run('导向')}${end}${run('，压实整改责任，确保见到成效。')}`)
      + paragraph(`<w:del w:id="3" w:author="甲"><w:r><w:delText>二、原有部分</w:delText></w:r></w:del>`, '<w:rPr><w:del w:id="4" w:author="甲"/></w:rPr>') + plain('二、主要任务') + plain('抓好学习教育。'),
    comments: `<w:comment w:id="0" w:author="张三" w:date="2023-11-01T09:00:00Z"><w:p>${run('措辞再核')}</w:p></w:comment>`,
  })),
}

const recognised = () => held.page.locator('.recognised-text').allTextContents()
const side = (name: string) => held.page.locator('.revision-choice .ant-segmented-item').filter({ hasText: name })

describe('W14 the choice between both sides of tracked changes', () => {
  it('shows how many there are, reads the other side, keeps what was corrected on each, and stores the chosen one with its notes', async () => {
    const { page } = held
    await chooseImport(page, file)
    await page.getByText('文件带修订：插入 1 处、删除 2 处').waitFor()
    expect(await recognised()).toContain('坚持问题导向，压实整改责任，确保见到成效。')
    await expect.poll(() => page.getByText('批注、脚注 1 条随文保留').count()).toBe(1)
    if (pictures) {
      mkdirSync(pictures, { recursive: true })
      for (const [width, height] of [[1366, 768], [1920, 1080]] as const) {
        await page.setViewportSize({ width, height })
        await page.screenshot({ path: join(pictures, `revisions-${width}.png`) })
      }
    }
    // A correction on this side.
    const role = page.locator('.recognised-block').filter({ hasText: '抓好学习教育' }).locator('.role')
    await role.click()
    await page.locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item').filter({ hasText: /^措施$/ }).click()
    await page.getByText('已改 1 处').waitFor()

    await side('按修订前（原文）').click()
    await expect.poll(recognised).toContain('坚持目标导向，压实整改责任，确保见到成效。')
    expect((await recognised()).join('\n')).toContain('二、原有部分')
    await expect.poll(() => page.getByText('已改 1 处').count()).toBe(0)

    await side('按修订后（接受）').click()
    await expect.poll(recognised).toContain('坚持问题导向，压实整改责任，确保见到成效。')
    await page.getByText('已改 1 处').waitFor()

    await side('按修订前（原文）').click()
    await expect.poll(recognised).toContain('坚持目标导向，压实整改责任，确保见到成效。')
    await page.getByRole('button', { name: '存入文稿库' }).click()
    await page.locator('.paper-content .block').first().waitFor()
    await expect.poll(() => page.locator('.paper-content').textContent()).toContain('坚持目标导向')
  }, 60_000)

  it('shows no choice for a file without changes', async () => {
    await chooseImport(held.page, { ...file, buffer: Buffer.from(buildDocx({ body: plain('某县水务局整改方案', '<w:jc w:val="center"/>') + plain('坚持问题导向，务求实效。') })) })
    await held.page.getByRole('button', { name: '存入文稿库' }).waitFor()
    await expect.poll(() => held.page.locator('.revision-choice').count()).toBe(0)
  })
})
