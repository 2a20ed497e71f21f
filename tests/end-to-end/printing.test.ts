/** Pages on screen, in print and in PDF, in a real browser over the real program. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { blockText } from '../../shared/document/runs.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { openBrowser, openWindow } from '../support/app-window.ts'
import { setDraft } from '../../shared/typeset/set-draft.ts'
import { layouts } from '../support/layouts.ts'
import { callFrom, catchPrints, drawnText, linesOf, printedPdf, sheet, shownText, typesetPages } from '../support/printing-actions.ts'
import { readPdf } from '../support/read-pdf.ts'

const suite = useApp()
const held = useWindow(suite)

let draftId: string
const draft = async () => (await callFrom(held.page, 'drafts.open', { draftId })).draft
/** The example of a kind, made anew for each test so that no test sees another's changes. */
beforeEach(async () => {
  const { draftIds } = await callFrom(held.page, 'drafts.createExamples', {})
  for (const id of draftIds) if ((await callFrom(held.page, 'drafts.open', { draftId: id })).draft.kind === 'team-plan') draftId = id
})

const go = (hash: string) => held.page.evaluate((to) => { window.location.hash = to }, hash)
const openPreview = async () => {
  await go(`#/preview/${draftId}`)
  await sheet(held.page, 1).locator('text').first().waitFor()
}
const openEditor = async () => {
  await go(`#/draft/${draftId}`)
  await held.page.locator('.paper-content .block').first().waitFor()
}
const showPage = async (number: number) => {
  await held.page.getByLabel('页码', { exact: true }).fill(String(number))
  await held.page.keyboard.press('Enter')
  await sheet(held.page, number).locator('text').first().waitFor()
}
const withoutNumber = (lines: readonly string[]) => lines.filter((line) => !/^—\d+—$/u.test(line))

describe('P12 the preview', () => {
  it('P12 shows every page as it is set, with the counts', async () => {
    await openPreview()
    const pages = typesetPages(await draft())
    expect(pages.length).toBeGreaterThan(4)
    for (const page of pages) {
      await showPage(page.number)
      expect(await shownText(held.page, page.number)).toBe(drawnText(page))
    }
    const lines = pages.flatMap(linesOf).length
    expect(await held.page.locator('.preview-counts').textContent()).toContain(`${pages.length} 页 · ${lines} 行`)
    // Odd numbers stand right of the middle, even ones left.
    for (const number of [1, 2]) {
      await showPage(number)
      const place = await sheet(held.page, number).evaluate((element) => {
        const own = element.getBoundingClientRect()
        const texts = [...element.querySelectorAll('text')].filter((one) => /^—\s*\d+\s*—$/u.test(one.textContent ?? ''))
        const box = texts.at(-1)!.getBoundingClientRect()
        return (box.left + box.width / 2 - own.left) / own.width
      })
      expect(place > 0.5, `page ${number}`).toBe(number % 2 === 1)
    }
  })

  it('P12 every line fills exactly the width it is set in', async () => {
    await openPreview()
    const page = typesetPages(await draft())[0]!
    const widths = await sheet(held.page, 1).evaluate((element) => {
      const scale = 11906 / element.getBoundingClientRect().width
      return [...element.querySelectorAll('text')].filter((one) => one.hasAttribute('textLength')).map((one) => ({ asked: Number(one.getAttribute('textLength')), drawn: one.getBoundingClientRect().width * scale, size: Number(one.getAttribute('font-size')) }))
    })
    expect(widths.length).toBeGreaterThan(page.lines.length / 2)
    // The last letter's own side bearings are all that may differ.
    for (const { asked, drawn, size } of widths) expect(Math.abs(asked - drawn)).toBeLessThan(size * 0.6)
  })

  it('P13 a click on a line goes to its block, and back keeps the place; the caret elsewhere begins at its page', async () => {
    await openEditor()
    await held.page.keyboard.press('Control+p')
    await sheet(held.page, 1).locator('text').first().waitFor()
    await showPage(4)
    const place = () => held.page.locator('.page-desk').evaluate((element) => element.scrollTop)
    const before = await place()
    const target = sheet(held.page, 4).locator('text[data-block]').nth(6)
    const blockId = (await target.getAttribute('data-block'))!
    await target.click()
    await held.page.locator('.paper-content .block').first().waitFor()
    await expect.poll(() => held.page.evaluate(() => location.hash)).toBe(`#/draft/${draftId}?block=${blockId}`)
    const words = (await draft()).blocks.find((block) => block.id === blockId)!
    await expect.poll(() => held.page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('.block')?.textContent ?? '')).toContain(blockText(words))
    await held.page.keyboard.press('Control+p')
    await sheet(held.page, 4).locator('text').first().waitFor()
    await expect.poll(place).toBe(before)
    await held.page.keyboard.press('Escape')
    await held.page.locator('.paper-content .block[data-role="title"]').first().click()
    await held.page.getByRole('button', { name: '预览', exact: true }).click()
    await sheet(held.page, 1).locator('text').first().waitFor()
    await expect.poll(() => held.page.getByLabel('页码', { exact: true }).inputValue()).toBe('1')
  })

  it('P12 what is typed is in the preview, and what another window saves comes in by itself', async () => {
    await openEditor()
    await held.page.locator('.paper-content .block[data-role="paragraph"]').first().click()
    await held.page.keyboard.press('End')
    await held.page.keyboard.type('甲乙丙丁戊己')
    await held.page.keyboard.press('Control+p')
    await sheet(held.page, 1).locator('text').first().waitFor()
    await expect.poll(() => shownText(held.page, 1)).toContain('甲乙丙丁戊己')
    const { draft: present, revision } = await callFrom(held.page, 'drafts.open', { draftId })
    const blocks = present.blocks.map((block) => (block.role === 'title' ? { ...block, runs: [{ text: '另一窗口改的标题' }] } : block))
    await callFrom(held.page, 'drafts.save', { draftId, baseRevision: revision, draft: { ...present, blocks }, clientId: 'another' })
    await expect.poll(() => shownText(held.page, 1)).toContain('另一窗口改的标题')
  })

  it('P26 shows LibreOffice’s lines where the writer chose them, again at the next visit; the draft stays', async () => {
    await openPreview()
    const own = await draft()
    const office = setDraft(own, layouts.find((one) => one.id === own.layout)!, 'libreoffice').pages
    expect(drawnText(office[1]!)).not.toBe(drawnText(typesetPages(own)[1]!))
    await held.page.getByLabel('按哪个软件分行分页').click()
    await held.page.locator('.ant-select-item-option').filter({ hasText: 'LibreOffice' }).click()
    await showPage(2)
    await expect.poll(() => shownText(held.page, 2)).toBe(drawnText(office[1]!))
    await openEditor()
    await openPreview()
    await showPage(2)
    await expect.poll(() => shownText(held.page, 2)).toBe(drawnText(office[1]!))
    await held.page.evaluate(() => localStorage.removeItem('zhenggao-page-flavour'))
    expect(await draft()).toEqual(own)
  })

  it('P21 another layout is tried without changing the draft, and kept where the writer says so', async () => {
    await openPreview()
    const own = await draft()
    await held.page.getByLabel('版式').click()
    await held.page.locator('.ant-select-item-option').filter({ hasText: '28磅' }).or(held.page.locator('.ant-select-item-option').nth(2)).first().click()
    const other = typesetPages(own, 'common-28')
    await expect.poll(() => held.page.locator('.preview-counts').textContent()).toContain(`${other.length} 页`)
    await showPage(2)
    await expect.poll(() => shownText(held.page, 2)).toBe(drawnText(other[1]!))
    expect((await draft()).layout).toBe(own.layout)
    await held.page.getByRole('button', { name: '用于本文稿' }).click()
    await expect.poll(async () => (await draft()).layout).toBe('common-28')
    expect(await held.page.getByRole('button', { name: '用于本文稿' }).count()).toBe(0)
  })

  it('P20 the status bar tells the pages, also after more was written', async () => {
    await openEditor()
    const pages = held.page.locator('.pages-count')
    const before = typesetPages(await draft()).length
    await expect.poll(() => pages.textContent()).toBe(`共 ${before} 页`)
    const { draft: present, revision } = await callFrom(held.page, 'drafts.open', { draftId })
    const more = Array.from({ length: 60 }, (_, index) => ({ role: 'paragraph' as const, id: `more-${index}`, runs: [{ text: '对照检查逐条整改落实到位。'.repeat(6) }] }))
    await callFrom(held.page, 'drafts.save', { draftId, baseRevision: revision, draft: { ...present, blocks: [...present.blocks, ...more] }, clientId: 'another' })
    const after = typesetPages(await draft()).length
    expect(after).toBeGreaterThan(before + 5)
    await expect.poll(() => pages.textContent(), { timeout: 10_000 }).toBe(`共 ${after} 页`)
  })

  it('P12 two hundred pages: only those near the window are drawn', async () => {
    const { draft: present, revision } = await callFrom(held.page, 'drafts.open', { draftId })
    const more = Array.from({ length: 1500 }, (_, index) => ({ role: 'paragraph' as const, id: `more-${index}`, runs: [{ text: `第${index}段。${'对照检查逐条整改落实到位。'.repeat(6)}` }] }))
    await callFrom(held.page, 'drafts.save', { draftId, baseRevision: revision, draft: { ...present, blocks: [...present.blocks, ...more] }, clientId: 'another' })
    const pages = typesetPages(await draft())
    expect(pages.length).toBeGreaterThan(200)
    await openPreview()
    for (const number of [200, 3, 150]) {
      await showPage(number)
      expect(await shownText(held.page, number)).toBe(drawnText(pages[number - 1]!))
      expect(await held.page.locator('.page-desk .page-sheet').count()).toBeLessThan(8)
      expect(await held.page.locator('.page-thumbnails .page-thumbnail').count()).toBeLessThan(14)
    }
  }, 40_000)

  it('P12 facing pages, zoom and the keys keep the page in sight', async () => {
    await openPreview()
    await showPage(3)
    const current = () => held.page.getByLabel('页码', { exact: true }).inputValue()
    await held.page.getByRole('button', { name: '对页' }).click()
    await expect.poll(async () => (await sheet(held.page, 2).boundingBox())!.x < (await sheet(held.page, 3).boundingBox())!.x).toBe(true)
    await held.page.getByRole('button', { name: '对页' }).click()
    await held.page.locator('.page-desk').focus()
    await held.page.keyboard.press('End')
    await expect.poll(current).toBe(String(typesetPages(await draft()).length))
    await held.page.keyboard.press('Home')
    await held.page.keyboard.press('PageDown')
    await expect.poll(current).toBe('2')
    const before = (await sheet(held.page, 2).boundingBox())!.width
    await held.page.getByRole('button', { name: '放大' }).click()
    await expect.poll(async () => (await sheet(held.page, 2).boundingBox())!.width).toBeGreaterThan(before)
    await expect.poll(current).toBe('2')
    await held.page.getByRole('button', { name: '网格' }).click()
    expect(await sheet(held.page, 2).locator('.page-grid path').count()).toBe(1)
  })
})

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
    expect(await held.page.locator('.ant-modal').getByRole('button', { name: '打印', exact: true }).isDisabled()).toBe(true)
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
    expect(await notice.count()).toBe(0)
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
      await other.page.evaluate((id) => { window.location.hash = `#/preview/${id}` }, draftId)
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
