/** Items split and merged by key and by menu, in a real browser with an input method. */
import { describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, screenLines } from '../support/app-window.ts'
import { block, paperActions } from '../support/example-paper.ts'

const held = useWindow(useApp())
const { openPaper, move } = paperActions(held)
const lines = () => screenLines(held.page)

describe('E13 items split and merged', () => {
  const three = `某局整改方案
一、整改措施
（一）工作作风方面
一是调研不深。
二是督办不严。
整改措施：1.每季度到基层。
2.每月督办1次。
整改时限：年底前完成。`

  it('E13 by key and by menu, with an input method at hand; each undone as one', async () => {
    await openPaper(three)
    const before = await lines()
    await caretAtEnd(held.page, block('督办不严'))
    await compose(held.window.session, 'hen', '很')
    await move('Alt+Enter')
    const split = ['一是调研不深。', '整改措施：1.每季度到基层。', '整改时限：年底前完成。', '二是督办不严。很', '整改措施：1.每月督办1次。']
    expect((await lines()).slice(3)).toEqual(split)
    await held.page.locator('.ant-message').getByText('还缺时限').waitFor()
    await compose(held.window.session, 'ma', '吗')
    expect((await lines())[6]).toBe('二是督办不严。很吗')
    await move('Alt+Backspace')
    expect((await lines()).slice(3, 6)).toEqual(['一是调研不深。', '二是督办不严。很吗', '整改措施：1.每季度到基层。'])
    await move('Control+z')
    expect((await lines())[6]).toBe('二是督办不严。很吗')
    for (let count = 0; count < 5 && (await lines()).join() !== before.join(); count += 1) await move('Control+z')
    expect(await lines()).toEqual(before)
    const box = (await held.page.locator(block('每月督办')).first().boundingBox())!
    await held.page.mouse.click(box.x - 32, box.y + 14)
    await held.page.locator('.block-menu').getByRole('button', { name: '拆成两项' }).click()
    expect((await lines()).slice(3)).toEqual(split.map((line) => line.replace('很', '')))
    await caretAtEnd(held.page, block('调研不深'))
    await held.page.keyboard.press('Alt+Backspace')
    await held.page.locator('.ant-message').getByText('没有合并').waitFor()
  })
})
