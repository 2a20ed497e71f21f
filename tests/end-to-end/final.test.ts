/** 定稿 in a real browser: refused, closed, seen by other windows, opened again. */
import { describe, expect, it } from 'vitest'
import type { Block } from '../../shared/document/draft.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, openWindow } from '../support/app-window.ts'
import { openBlocks } from '../support/placeholder-papers.ts'
import { callFrom } from '../support/call-from.ts'

const suite = useApp()
const held = useWindow(suite)
const finalise = () => held.page.locator('.top-bar').getByRole('button', { name: '定稿', exact: true })
const blocks: readonly Block[] = [
  { role: 'title', id: 'b1', runs: [{ text: '定稿试验方案' }] },
  { role: 'paragraph', id: 'b2', runs: [{ text: '由' }, { text: '[责任人]', placeholder: '责任人' }, { text: '负责。' }] },
]

describe('定稿', () => {
  it('Y24 Y25 Y26 is refused while something is open, closes the paper in every window, and is taken back', async () => {
    const draftId = await openBlocks(held.page, blocks)
    await finalise().click()
    await held.page.locator('.ant-modal-confirm-title', { hasText: '还有 1 处待填（[责任人]），不能定稿' }).waitFor()
    await held.page.getByRole('button', { name: '去填写' }).click()
    const field = held.page.getByLabel('填写“责任人”')
    await field.fill('甲某')
    await field.press('Enter')
    await expect.poll(() => held.page.locator('.open-placeholders').count()).toBe(0)

    const other = await openWindow(suite.browser, suite.app)
    await other.page.evaluate((id) => { location.hash = `#/draft/${id}` }, draftId)
    await other.page.locator('.lease-note').waitFor()
    await finalise().click()
    await held.page.locator('.ant-modal').getByRole('button', { name: /定\s?稿/ }).click()
    await held.page.locator('.final-note').waitFor()
    await expect.poll(() => held.page.locator('.final-note').innerText()).toMatch(/这份文稿已定稿（今天 \d\d:\d\d），不能修改。/)
    await other.page.locator('.final-note').waitFor()
    await expect.poll(() => held.page.locator('.paper-content').getAttribute('contenteditable')).toBe('false')
    await expect.poll(() => finalise().count()).toBe(0)

    // Nothing is written by keys, menu or command; what the back end would refuse is not even sent.
    await held.page.locator('[data-block-id="b2"]').click()
    await held.page.keyboard.type('改')
    await expect.poll(() => held.page.locator('[data-block-id="b2"]').textContent()).toBe('由甲某负责。')
    // Reloaded it is still closed.
    await held.page.reload()
    await held.page.locator('.final-note').waitFor()
    await expect.poll(() => held.page.locator('.paper-content').getAttribute('contenteditable')).toBe('false')
    await held.page.locator('.inspector [role="tab"]', { hasText: '版本' }).click()
    await held.page.locator('.version[data-named="true"] b', { hasText: '定稿' }).waitFor()

    await held.page.getByRole('button', { name: '退回修改' }).click()
    await expect.poll(() => held.page.locator('.final-note').count()).toBe(0)
    await expect.poll(() => other.page.locator('.final-note').count()).toBe(0)
    await other.page.locator('.lease-note').waitFor()
    await caretAtEnd(held.page, '[data-block-id="b2"]')
    await held.page.keyboard.type('已改')
    await expect.poll(() => held.page.locator('[data-block-id="b2"]').textContent()).toBe('由甲某负责。已改')
    expect(other.faults).toEqual([])
    await other.context.close()
  })

  it('Y25 words not yet saved as the draft is closed elsewhere are kept as a version, and said so', async () => {
    const draftId = await openBlocks(held.page, [blocks[0]!, { role: 'paragraph', id: 'b2', runs: [{ text: '原文。' }] }])
    const { revision } = await callFrom(held.page, 'drafts.open', { draftId })
    await caretAtEnd(held.page, '[data-block-id="b2"]')
    // What is saved arrives after the draft was closed.
    const closed = Promise.withResolvers<void>()
    await held.page.route('**/rpc', async (route) => {
      if (route.request().postData()?.includes('"drafts.save"') === true) await closed.promise
      await route.continue()
    })
    await held.page.keyboard.type('新')
    await callFrom(held.page, 'drafts.finalise', { draftId, baseRevision: revision, clientId: 'elsewhere' })
    closed.resolve()
    await held.page.getByText('没保存上的内容另存在“版本”里').waitFor()
    await expect.poll(() => held.page.locator('[data-block-id="b2"]').textContent()).toBe('原文。')
    const { versions } = await callFrom(held.page, 'versions.list', { draftId })
    const kept = versions.filter(({ reason }) => reason === 'conflict')
    expect(kept).toHaveLength(1)
    const { draft } = await callFrom(held.page, 'versions.read', { draftId, versionId: kept[0]!.id })
    expect(JSON.stringify(draft)).toContain('原文。新')
  })

  it('Y27 the library marks and filters it', async () => {
    const draftId = await openBlocks(held.page, [blocks[0]!])
    const { revision } = await callFrom(held.page, 'drafts.open', { draftId })
    await callFrom(held.page, 'drafts.finalise', { draftId, baseRevision: revision, clientId: 'elsewhere' })
    await held.page.locator('.final-note').waitFor()
    await held.page.locator('.rail button').first().click()
    const filter = held.page.getByRole('group', { name: '按状态筛选' })
    await filter.waitFor()
    const rows = held.page.locator('.draft-title')
    const all = await rows.count()
    await filter.getByRole('button', { name: /定稿/ }).click()
    await expect.poll(() => rows.count()).toBeLessThan(all)
    await expect.poll(() => rows.locator('.final-tag').count()).toBe(await rows.count())
    await filter.getByRole('button', { name: /草稿/ }).click()
    await expect.poll(() => rows.locator('.final-tag').count()).toBe(0)
    await filter.getByRole('button', { name: /草稿/ }).click()
    await expect.poll(() => rows.count()).toBe(all)
  })
})
