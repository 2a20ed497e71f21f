/** X20–X22: 公文要素 in 属性 and the switch of a table, in a real browser. */
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { waitForSaved } from '../support/app-window.ts'
import { paperActions } from '../support/example-paper.ts'

const suite = useApp()
const held = useWindow(suite)
const { openPaper } = paperActions(held)

const paper = `青禾县水务局整改清单
一、总体要求
坚持问题导向，从严从实抓好整改。
二、问题清单
序号\t问题\t整改措施\t责任人\t整改时限
1\t学习不够系统\t制定学习计划\t张文博\t2026年11月底前完成
2\t调研不深\t每季度下基层两次\t李静\t长期坚持
青禾县水务局
2026年3月20日`

const field = (name: string) => held.page.getByLabel(name, { exact: true })
const openFields = async () => {
  await held.page.getByText('公文要素', { exact: true }).click()
  await field('份号').waitFor()
}
const fill = async (name: string, value: string) => {
  await field(name).fill(value)
  await field(name).blur()
}
const undo = () => held.page.getByRole('button', { name: '撤销' }).click()

describe('X20 公文要素', () => {
  it('what is filled in is kept, counted, and undone field by field', async () => {
    await openPaper(paper)
    await openFields()
    await fill('份号', '000012')
    await fill('密级和保密期限', '秘密★1年')
    await fill('发文机关标志', '青禾县水务局文件')
    await fill('签发人', '张文博，李静')
    await fill('抄送', '县委办公室，县政府办公室')
    await expect.poll(() => held.page.locator('.official-fields summary small').textContent()).toBe('已填 5 项')
    await expect.poll(() => field('签发人').inputValue()).toBe('张文博、李静')
    await waitForSaved(held.page)
    await held.page.reload()
    await field('份号').waitFor()
    expect(await Promise.all(['份号', '密级和保密期限', '发文机关标志', '签发人', '抄送'].map((name) => field(name).inputValue()))).toEqual(['000012', '秘密★1年', '青禾县水务局文件', '张文博、李静', '县委办公室，县政府办公室'])
    await fill('附注', '此件公开发布')
    await fill('紧急程度', '特急')
    await undo()
    await expect.poll(() => field('紧急程度').inputValue()).toBe('')
    await expect.poll(() => field('附注').inputValue()).toBe('此件公开发布')
    await undo()
    await expect.poll(() => field('附注').inputValue()).toBe('')
  })

  it('a field that is left never shows its old value again', async () => {
    await openPaper(paper)
    await openFields()
    for (const name of ['附注', '会议']) {
      await field(name).fill('此件公开发布')
      const shown = await field(name).evaluate(async (element: HTMLInputElement) => {
        element.blur()
        const values: string[] = []
        for (let frame = 0; frame < 4; frame += 1) {
          await new Promise((resolve) => requestAnimationFrame(resolve))
          values.push(element.value)
        }
        return values
      })
      expect(new Set(shown)).toEqual(new Set(['此件公开发布']))
    }
  })

  it('a number in other brackets is offered as the standard has it, never changed unasked', async () => {
    await openPaper(paper)
    await openFields()
    await fill('发文字号', '青水发[2026]第003号')
    const offer = held.page.getByRole('button', { name: '改为“青水发〔2026〕3号”' })
    await offer.waitFor()
    await expect.poll(() => field('发文字号').inputValue()).toBe('青水发[2026]第003号')
    await expect.poll(() => held.page.getByText('没有填发文机关标志').count()).toBe(1)
    await offer.click()
    await expect.poll(() => field('发文字号').inputValue()).toBe('青水发〔2026〕3号')
    await expect.poll(() => offer.count()).toBe(0)
    await undo()
    await expect.poll(() => field('发文字号').inputValue()).toBe('青水发[2026]第003号')
  })

  it('the post of who signs is asked for with a stamp only', async () => {
    await openPaper(paper)
    await openFields()
    await expect.poll(() => field('签发人职务').count()).toBe(0)
    await field('落款').click({ force: true })
    await held.page.getByTitle('签名章', { exact: true }).click()
    await fill('签发人职务', '局长')
    await expect.poll(() => held.page.locator('.official-fields summary small').textContent()).toBe('已填 1 项')
  })

  it('Enter while an input method composes writes nothing yet', async () => {
    await openPaper(paper)
    await openFields()
    await field('印发机关').focus()
    await held.window.session.send('Input.imeSetComposition', { text: 'bangongshi', selectionStart: 10, selectionEnd: 10 })
    await held.window.session.send('Input.insertText', { text: '县水务局办公室' })
    await held.page.keyboard.press('Enter')
    await expect.poll(() => held.page.locator('.official-fields summary small').textContent()).toBe('已填 1 项')
    await expect.poll(() => field('印发机关').inputValue()).toBe('县水务局办公室')
  })
})

describe('X22 a table on its side', () => {
  const button = () => held.page.getByRole('button', { name: '横排' })

  it('is switched beside the table, by mouse and from the keyboard, and undone as one step', async () => {
    await openPaper(paper)
    await expect.poll(() => button().getAttribute('aria-pressed')).toBe('false')
    await button().click()
    await expect.poll(() => button().getAttribute('aria-pressed')).toBe('true')
    await waitForSaved(held.page)
    await held.page.reload()
    await expect.poll(() => button().getAttribute('aria-pressed')).toBe('true')
    await held.page.locator('.paper-cell').first().click()
    await held.page.keyboard.press('Control+.')
    await held.page.keyboard.press('Space')
    await expect.poll(() => button().getAttribute('aria-pressed')).toBe('false')
    await undo()
    await expect.poll(() => button().getAttribute('aria-pressed')).toBe('true')
  })

  it('stands in the margin, clear of the text', async () => {
    await openPaper(paper)
    const [switchBox, tableBox, sheetBox] = await Promise.all([button(), held.page.locator('.paper-table').first(), held.page.locator('.paper')].map((one) => one.boundingBox()))
    expect(switchBox!.x + switchBox!.width).toBeLessThan(tableBox!.x)
    expect(switchBox!.x).toBeGreaterThan(sheetBox!.x)
    expect(Math.abs(switchBox!.y - tableBox!.y)).toBeLessThan(20)
  })
})
