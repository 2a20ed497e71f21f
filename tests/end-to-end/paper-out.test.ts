/** What leaves the preview in a real browser: paper, PDF, many drafts at once, and the faces they are set in. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { openBrowser, openWindow } from '../support/app-window.ts'
import { callFrom } from '../support/call-from.ts'
import { catchPrints, linesOf, printedPdf, sheet, typesetPages, usePlan, withoutNumber } from '../support/printing-actions.ts'
import { readPdf } from '../support/read-pdf.ts'

const suite = useApp()
const held = useWindow(suite)
const plan = usePlan(held)
const { draft, go, openPreview, openEditor } = plan

describe('P16 printing in the window', () => {
  it('P16 P14 prints exactly the chosen pages, in their order', async () => {
    await openPreview()
    const pages = typesetPages(await draft())
    const prints = await catchPrints(held.page)
    await held.page.keyboard.press('Control+p')
    await held.page.getByPlaceholder('如 1-3,5').fill('2-3，５')
    await held.page.locator('.ant-modal').getByRole('button', { name: '打印', exact: true }).click()
    const html = await prints.next()
    const read = readPdf(await printedPdf(held.page, html))
    expect(read.pages.map((page) => withoutNumber(page.lines))).toEqual([2, 3, 5].map((number) => linesOf(pages[number - 1]!)))
    for (const page of read.pages) expect([Math.round(page.width), Math.round(page.height)]).toEqual([210, 297])
    await expect.poll(() => held.page.locator('.ant-modal').count()).toBe(0)
  })

  it('P15 both sides by hand: fronts, then backs from the last', async () => {
    await openPreview()
    const pages = typesetPages(await draft())
    const prints = await catchPrints(held.page)
    await held.page.getByRole('button', { name: '打印', exact: true }).click()
    await held.page.getByPlaceholder('如 1-3,5').fill('1-5')
    await held.page.getByRole('radio', { name: '手动双面' }).click()
    await held.page.getByRole('button', { name: '第一步：打印正面（3 张）' }).click()
    const fronts = readPdf(await printedPdf(held.page, await prints.next()))
    await held.page.getByRole('button', { name: '第二步：打印背面（3 张）' }).click()
    const backs = readPdf(await printedPdf(held.page, await prints.next()))
    expect(fronts.pages.map((page) => withoutNumber(page.lines))).toEqual([1, 3, 5].map((number) => linesOf(pages[number - 1]!)))
    expect(backs.pages.map((page) => withoutNumber(page.lines))).toEqual([[], linesOf(pages[3]!), linesOf(pages[1]!)])
  })

  it('P14 says beside the field what is wrong with a range', async () => {
    await openPreview()
    await held.page.keyboard.press('Control+p')
    await held.page.getByPlaceholder('如 1-3,5').fill('2-99')
    await held.page.getByText('不在 1 至').waitFor()
    await expect.poll(() => held.page.locator('.ant-modal').getByRole('button', { name: '打印', exact: true }).isDisabled()).toBe(true)
  })

  it('P16 the screen’s enlargement does not reach paper', async () => {
    await held.page.evaluate(() => localStorage.setItem('zhenggao-zoom', '125'))
    await held.page.reload()
    await openPreview()
    await catchPrints(held.page)
    await held.page.keyboard.press('Control+p')
    await held.page.locator('.ant-modal').getByRole('button', { name: '打印', exact: true }).click()
    const width = await held.page.waitForFunction(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe.print-frame')
      return frame?.contentDocument?.querySelector('section')?.getBoundingClientRect().width
    })
    expect(await width.jsonValue()).toBeCloseTo(210 / 25.4 * 96, 0)
    expect(await held.page.evaluate(() => document.querySelector<HTMLIFrameElement>('iframe.print-frame')!.contentWindow!.devicePixelRatio)).toBe(1)
  })
})

describe('P18 files', () => {
  it('P18 the PDF has the lines of the preview', async () => {
    await openPreview()
    await held.page.getByRole('button', { name: '导出 PDF' }).click()
    await held.page.locator('.ant-notification-notice').waitFor({ timeout: 20_000 })
    const path = (await held.page.locator('.ant-notification-notice-description').textContent())!
    expect(readPdf(readFileSync(path)).pages.map((page) => withoutNumber(page.lines))).toEqual(typesetPages(await draft()).map(linesOf))
  })

  it('P22 twenty drafts in one go, one of them broken: progress, a folder, and a list that says why', async () => {
    const ids = (await callFrom(held.page, 'library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 500 })).drafts.map((one) => one.id)
    await callFrom(held.page, 'drafts.trash', { draftIds: ids })
    const model = await draft()
    for (let count = 0; count < 20; count += 1) await callFrom(held.page, 'drafts.copy', { draft: { ...model, ...(count === 7 ? { layout: 'no-such-layout' } : {}) }, title: '批量' })
    await go('#/library')
    await held.page.getByRole('button', { name: '全部 20', exact: true }).waitFor()
    await expect.poll(() => held.page.locator('.draft-title').first().textContent()).toBe(model.title)
    await held.page.locator('.ant-table-thead .ant-checkbox-input').click()
    await held.page.getByRole('button', { name: '导出…' }).click()
    await held.page.getByRole('button', { name: '开始导出' }).click()
    await held.page.getByRole('button', { name: '打开文件夹' }).waitFor({ timeout: 30_000 })
    const words = (await held.page.locator('.ant-modal').textContent())!
    expect(words).toContain('已写出 19 份')
    expect(words).toContain('1 份没有写出')
    expect(words).toContain('用的版式已不在本机')
    const folder = (await held.page.locator('.ant-modal .ant-alert-description').first().textContent())!
    expect(readdirSync(folder).filter((name) => name.endsWith('.docx')).length).toBe(19)
    expect(basename(folder)).toMatch(/^导出 \d{4}-\d\d-\d\d/)
    await held.page.getByRole('button', { name: '完成' }).click()
    await held.page.getByRole('button', { name: '打印…' }).click()
    const prints = await catchPrints(held.page)
    await held.page.locator('.ant-modal').getByRole('button', { name: '打印', exact: true }).click()
    const html = await prints.next()
    const sheets = Math.ceil(typesetPages(model).length / 2) * 2
    expect(html.match(/<section/g)!.length).toBe(sheets * 18 + typesetPages(model).length)
    await held.page.getByText('1 份没有排进打印').waitFor()
  }, 60_000)
})

/** A font of the system under an official name as well, as if it were installed. */
function pretendInstalled(folder: string, family: string): string {
  const file = execFileSync('fc-match', ['-f', '%{file}', 'Noto Serif CJK SC'], { encoding: 'utf8' })
  mkdirSync(join(folder, 'fonts'))
  symlinkSync(file, join(folder, 'fonts', basename(file)))
  const config = join(folder, 'fonts.conf')
  writeFileSync(config, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts/truetype</dir><cachedir>${join(folder, 'cache')}</cachedir>
<match target="scan"><test name="family"><string>Noto Serif CJK SC</string></test><edit name="family" mode="assign"><string>${family}</string></edit></match></fontconfig>`)
  return config
}

describe('P17 official fonts the machine lacks', () => {
  it('P17 are named once, with what to do; dismissed is dismissed', async () => {
    await openPreview()
    const notice = held.page.locator('.missing-fonts')
    await notice.waitFor()
    const words = (await notice.textContent())!
    for (const name of ['仿宋_GB2312', '楷体_GB2312', '黑体', '方正小标宋简体', '宋体']) expect(words).toContain(name)
    await notice.getByRole('button', { name: '怎么办' }).click()
    await notice.getByText('导出的 Word 文件仍写公文规定的字体名').waitFor()
    await notice.getByRole('button', { name: '知道了，不再提示' }).click()
    await expect.poll(() => notice.count()).toBe(0)
    await held.page.reload()
    await sheet(held.page, 1).locator('text').first().waitFor()
    await held.page.waitForTimeout(400)
    await expect.poll(() => notice.count()).toBe(0)
  })

  it('P11 the bundled faces are asked for by the preview, not at the start', async () => {
    const asked: string[] = []
    held.page.on('request', (request) => { if (request.url().includes('/fonts/')) asked.push(request.url()) })
    await held.page.reload()
    await openEditor()
    await held.page.waitForTimeout(300)
    expect(asked).toEqual([])
    await openPreview()
    await expect.poll(() => asked.some((address) => address.endsWith('.woff2'))).toBe(true)
    await expect.poll(() => held.page.evaluate(() => [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family).some((family) => family.includes('Noto Serif SC')))).toBe(true)
  })

  it('P17 a face that is installed is not called missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenggao-fonts-'))
    const before = process.env['FONTCONFIG_FILE']
    process.env['FONTCONFIG_FILE'] = pretendInstalled(folder, '仿宋_GB2312')
    const browser = await openBrowser()
    try {
      const other = await openWindow(browser, suite.app)
      await other.page.evaluate((id) => { window.location.hash = `#/preview/${id}` }, plan.id())
      await other.page.locator('.missing-fonts').waitFor()
      const words = (await other.page.locator('.missing-fonts').textContent())!
      expect(words).not.toContain('仿宋_GB2312')
      expect(words).toContain('楷体_GB2312')
      expect(other.faults).toEqual([])
    } finally {
      if (before === undefined) delete process.env['FONTCONFIG_FILE']
      else process.env['FONTCONFIG_FILE'] = before
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
