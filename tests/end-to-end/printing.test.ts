/** Pages on screen, in print and in PDF, in a real browser over the real program. */
import { describe, expect, it } from 'vitest'
import { blockText } from '../../shared/document/runs.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { setDraft } from '../../shared/typeset/set-draft.ts'
import { layouts } from '../support/layouts.ts'
import { callFrom } from '../support/call-from.ts'
import { drawnText, linesOf, sheet, shownText, typesetPages, usePlan } from '../support/printing-actions.ts'

const suite = useApp()
const held = useWindow(suite)
const plan = usePlan(held)
const { draft, openPreview, openEditor, showPage } = plan

describe('P12 the preview', () => {
  it('P12 shows every page as it is set, with the counts', async () => {
    await openPreview()
    const pages = typesetPages(await draft())
    expect(pages.length).toBeGreaterThan(4)
    for (const page of pages) {
      await showPage(page.number)
      await expect.poll(() => shownText(held.page, page.number)).toBe(drawnText(page))
    }
    const lines = pages.flatMap(linesOf).length
    await expect.poll(() => held.page.locator('.preview-counts').textContent()).toContain(`${pages.length} 页 · ${lines} 行`)
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
    await expect.poll(() => held.page.evaluate(() => location.hash)).toBe(`#/draft/${plan.id()}?block=${blockId}`)
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
    const { draft: present, revision } = await callFrom(held.page, 'drafts.open', { draftId: plan.id() })
    const blocks = present.blocks.map((block) => (block.role === 'title' ? { ...block, runs: [{ text: '另一窗口改的标题' }] } : block))
    await callFrom(held.page, 'drafts.save', { draftId: plan.id(), baseRevision: revision, draft: { ...present, blocks }, clientId: 'another' })
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
    await expect.poll(() => held.page.getByRole('button', { name: '用于本文稿' }).count()).toBe(0)
  })

  it('P20 the status bar tells the pages, also after more was written', async () => {
    await openEditor()
    const pages = held.page.locator('.pages-count')
    const before = typesetPages(await draft()).length
    await expect.poll(() => pages.textContent()).toBe(`共 ${before} 页`)
    const { draft: present, revision } = await callFrom(held.page, 'drafts.open', { draftId: plan.id() })
    const more = Array.from({ length: 60 }, (_, index) => ({ role: 'paragraph' as const, id: `more-${index}`, runs: [{ text: '对照检查逐条整改落实到位。'.repeat(6) }] }))
    await callFrom(held.page, 'drafts.save', { draftId: plan.id(), baseRevision: revision, draft: { ...present, blocks: [...present.blocks, ...more] }, clientId: 'another' })
    const after = typesetPages(await draft()).length
    expect(after).toBeGreaterThan(before + 5)
    await expect.poll(() => pages.textContent(), { timeout: 10_000 }).toBe(`共 ${after} 页`)
  })

  it('P12 two hundred pages: only those near the window are drawn', async () => {
    const { draft: present, revision } = await callFrom(held.page, 'drafts.open', { draftId: plan.id() })
    const more = Array.from({ length: 1500 }, (_, index) => ({ role: 'paragraph' as const, id: `more-${index}`, runs: [{ text: `第${index}段。${'对照检查逐条整改落实到位。'.repeat(6)}` }] }))
    await callFrom(held.page, 'drafts.save', { draftId: plan.id(), baseRevision: revision, draft: { ...present, blocks: [...present.blocks, ...more] }, clientId: 'another' })
    const pages = typesetPages(await draft())
    expect(pages.length).toBeGreaterThan(200)
    await openPreview()
    for (const number of [200, 3, 150]) {
      await showPage(number)
      await expect.poll(() => shownText(held.page, number)).toBe(drawnText(pages[number - 1]!))
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
    await expect.poll(() => sheet(held.page, 2).locator('.page-grid path').count()).toBe(1)
  })
})
