/** Templates in the window: a new draft by its few questions, the guidance in the paper, the screen of templates and aspects. */
import { describe, expect, it } from 'vitest'
import type { ProcedureInput, ProcedureName } from '../../shared/contract/procedures.ts'
import { emptyUnitProfile } from '../../shared/settings/unit-profile.ts'
import { callFrom } from '../support/call-from.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { caretAtEnd, compose, openWindow, screenLines, waitForSaved } from '../support/app-window.ts'

const suite = useApp()
const held = useWindow(suite)

const ask = <N extends ProcedureName>(name: N, input: ProcedureInput<N>) => callFrom(held.page, name, input)

const useProfile = () => ask('settings.write', { setting: { name: 'unitProfile', value: { ...emptyUnitProfile, fullName: '青禾县水务局', shortName: '县水务局', superiors: ['中共青禾县委'], leaders: [{ name: '陶望舒', post: '党组书记' }] } }, clientId: 'test' })
const openNew = async (kind: string) => {
  await held.page.getByRole('button', { name: '新建文稿' }).first().click()
  await held.page.locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item').filter({ hasText: kind }).click()
  await held.page.locator('.begin-dialog').waitFor()
}
const begun = () => held.page.locator('.paper-content .block').first().waitFor()
const openTemplates = async () => {
  await held.page.locator('.rail button').filter({ hasText: '模板' }).click()
  await held.page.locator('.pt-entries button').first().waitFor()
}
const rows = () => held.page.locator('.pt-rows .pt-row').evaluateAll((all) => all.slice(1).map((row) => row.querySelector('.role')!.textContent!))
const fieldNames = () => held.page.locator('.begin-fields .begin-field > span:first-child').allTextContents()

describe('a new draft', () => {
  it('M10 asks what is needed and nothing that the profile knows; Enter makes it, aspects as chosen', async () => {
    await useProfile()
    await openNew('班子整改方案')
    await expect.poll(fieldNames).toEqual(['会议名称', '会议日期'])
    await expect.poll(() => held.page.locator('.begin-known').textContent()).toContain('单位全称 青禾县水务局')
    // The caret is in the first field at once.
    await held.page.keyboard.type('专题民主生活会')
    await held.page.getByRole('checkbox', { name: '写“能力本领”这一方面' }).uncheck()
    await held.page.getByRole('textbox', { name: '第 1 个方面' }).fill('理论武装')
    await held.page.getByRole('button', { name: '添一个方面' }).click()
    await held.page.getByRole('textbox', { name: '第 7 个方面' }).fill('为民服务')
    await held.page.keyboard.press('Enter')
    await begun()
    const lines = await screenLines(held.page)
    expect(lines[0]).toBe('青禾县水务局领导班子专题民主生活会整改方案')
    expect(lines.filter((line) => /^（.）.*方面$/u.test(line))).toEqual(['（一）理论武装方面', '（二）政治素质方面', '（三）担当作为方面', '（四）工作作风方面', '（五）廉洁自律方面', '（六）为民服务方面'])
    expect(lines[1]).toContain('根据中共青禾县委部署')
    // What nobody answered stays open.
    expect(lines[1]).toContain('[会议日期]')
  })

  it('M10 offers the templates of a kind, by keyboard as well, and fields follow the template', async () => {
    await useProfile()
    await openNew('发言提纲')
    await held.page.locator('.begin-template').first().waitFor()
    await held.page.getByRole('radio', { name: /^民主生活会发言提纲/u }).focus()
    await held.page.keyboard.press('ArrowDown')
    await expect.poll(fieldNames).toEqual(['职务', '姓名', '巡察开始日期', '巡察结束日期', '巡察组名称', '反馈日期', '问题数'])
    await expect.poll(() => held.page.getByRole('textbox', { name: '第 1 个方面' }).inputValue()).toBe('贯彻落实上级决策部署')
    await held.page.getByRole('combobox', { name: '职务' }).fill('党')
    await held.page.locator('.ant-select-item-option').filter({ hasText: '党组书记' }).click()
    await held.page.getByRole('button', { name: '修改' }).click()
    await held.page.getByRole('combobox', { name: '单位全称' }).fill('青禾县水利局')
    await held.page.locator('.begin-dialog .ant-btn-primary').click()
    await begun()
    const text = (await screenLines(held.page)).join('\n')
    expect(text).toContain('党组书记在')
    expect(text).toContain('对青禾县水利局进行了巡察')
  })

  it('M10 chooses aspects by year and batch; the dialogue closes without making anything', async () => {
    await openNew('个人整改方案')
    await held.page.locator('.begin-aspect').first().waitFor()
    const drafts = (await ask('library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 9 })).total
    await held.page.locator('.begin-aspects .ant-select').click()
    await held.page.locator('.ant-select-item-option').filter({ hasText: '四风' }).click()
    await expect.poll(() => held.page.getByRole('textbox', { name: '第 1 个方面' }).inputValue()).toBe('形式主义')
    await held.page.locator('.begin-head .ant-select').nth(1).click()
    await held.page.locator('.ant-select-item-option').filter({ hasText: '2023年 · 第一批主题教育' }).click()
    await expect.poll(() => held.page.getByRole('textbox', { name: '第 1 个方面' }).inputValue()).toBe('理论学习')
    await expect.poll(() => held.page.locator('.ant-select-dropdown:visible').count()).toBe(0)
    await held.page.keyboard.press('Escape')
    await held.page.locator('.begin-dialog').waitFor({ state: 'detached' })
    expect((await ask('library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 9 })).total).toBe(drafts)
  })
})

describe('guidance in the paper', () => {
  const hintOf = (blockId: string) => held.page.locator(`.guidance[data-hint-of="${blockId}"]`)
  it('M14 stands under empty blocks, goes with the first words, is in no text, and is switched off and on', async () => {
    await ask('drafts.create', { kind: 'team-plan' }).then(({ draftId }) => held.page.evaluate((id) => { location.hash = `#/draft/${id}` }, draftId))
    await begun()
    const block = held.page.locator('.block[data-role="problem"]').first()
    const id = (await block.getAttribute('data-block-id'))!
    await hintOf(id).waitFor()
    await expect.poll(() => hintOf(id).textContent()).toContain('写班子集体在理论学习方面的问题')
    const characters = async () => (await held.page.locator('.status-bar').textContent())!.match(/全文 (\d+)/u)![1]
    const before = await characters()
    const box = (await hintOf(id).boundingBox())!
    const next = (await held.page.locator('.block[data-role="measure"]').first().boundingBox())!
    expect(box.y + box.height).toBeLessThanOrEqual(next.y + 1)
    await caretAtEnd(held.page, `[data-block-id="${id}"]`)
    await compose(held.window.session, 'xuexi', '学习')
    await hintOf(id).waitFor({ state: 'detached' })
    await held.page.keyboard.type('不深。')
    expect((await screenLines(held.page))).toContain('一是学习不深。')
    await waitForSaved(held.page)
    expect(Number(await characters())).toBe(Number(before) + 5)
    expect((await screenLines(held.page)).join('')).not.toContain('写班子集体')
    // Beside the filled block on demand, by the mark and by key.
    const mark = held.page.locator('.guidance-mark')
    await mark.click()
    await expect.poll(() => held.page.locator('.guidance-card p').textContent()).toContain('写班子集体在理论学习方面的问题')
    await held.page.keyboard.press('Escape')
    await held.page.locator('.guidance-card').waitFor({ state: 'detached' })
    await held.page.keyboard.press('Control+Alt+h')
    await held.page.locator('.guidance-card').waitFor()
    await held.page.keyboard.press('Control+Alt+h')
    await held.page.locator('.guidance-card').waitFor({ state: 'detached' })
    // Undo brings the empty block back, and with it what is said of it.
    for (let steps = 0; steps < 4 && (await screenLines(held.page)).join('').includes('学习不深'); steps += 1) await held.page.keyboard.press('Control+z')
    for (let steps = 0; steps < 4 && await hintOf(id).count() === 0; steps += 1) {
      await held.page.keyboard.press('Control+z')
      await held.page.waitForTimeout(150)
    }
    await hintOf(id).waitFor()
    await held.page.getByRole('button', { name: '提示', exact: true }).first().click()
    await expect.poll(() => held.page.locator('.guidance').count()).toBe(0)
    await expect.poll(() => held.page.locator('[data-hint]').count()).toBe(0)
    await held.page.reload()
    await begun()
    await expect.poll(() => held.page.locator('.guidance').count()).toBe(0)
    await held.page.getByRole('button', { name: '提示', exact: true }).first().click()
    await held.page.locator('.guidance').first().waitFor()
  })

  it('M14 goes with its block when it moves', async () => {
    await ask('drafts.create', { kind: 'team-plan' }).then(({ draftId }) => held.page.evaluate((id) => { location.hash = `#/draft/${id}` }, draftId))
    await begun()
    const heading = held.page.locator('.block[data-role="heading1"]').first()
    await heading.click()
    const body = (await held.page.locator('.block[data-role="paragraph"]').nth(1).getAttribute('data-block-id'))!
    const words = await hintOf(body).textContent()
    await held.page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => held.page.locator('.block[data-role="heading1"]').first().textContent()).toBe('整改目标')
    await expect.poll(() => hintOf(body).textContent()).toBe(words)
    const block = (await held.page.locator(`[data-block-id="${body}"]`).boundingBox())!
    await expect.poll(async () => Math.abs((await hintOf(body).boundingBox())!.y - block.y - 31)).toBeLessThan(8)
  })

  it('M15 the outline tells the parts that must be written and are not, and goes there', async () => {
    await ask('drafts.create', { kind: 'team-plan' }).then(({ draftId }) => held.page.evaluate((id) => { location.hash = `#/draft/${id}` }, draftId))
    await begun()
    const gaps = () => held.page.locator('.required-parts li').allTextContents()
    expect(await gaps()).toEqual(['总体要求', '整改目标', '整改任务和措施', '工作保障'])
    await held.page.locator('.required-parts button').first().click()
    await held.page.keyboard.press('ArrowDown')
    await held.page.keyboard.type('坚持问题导向。')
    await expect.poll(gaps).toEqual(['整改目标', '整改任务和措施', '工作保障'])
    await expect.poll(() => held.page.locator('.outline-entry .unwritten').count()).toBe(3)
  })

  it('M4 is not printed: the exported text of a new draft holds none of it', async () => {
    const { draftId } = await ask('drafts.create', { kind: 'team-plan' })
    await held.page.evaluate((id) => { location.hash = `#/preview/${id}` }, draftId)
    await held.page.locator('.page-drawing svg').first().waitFor()
    expect((await held.page.locator('.page-drawing').allTextContents()).join('')).not.toContain('写班子集体')
  })
})

describe('the screen of templates', () => {
  it('M11 lists, filters and shows what a template is made of; those that ship cannot be changed', async () => {
    await openTemplates()
    await expect.poll(() => held.page.locator('.pt-entries button').count()).toBe(14)
    await held.page.getByRole('textbox', { name: '查找模板' }).fill('清单')
    await expect.poll(() => held.page.locator('.pt-entries b').allTextContents()).toEqual(['问题清单', '责任清单', '任务清单'])
    await held.page.getByRole('textbox', { name: '查找模板' }).fill('')
    await held.page.locator('.pt-entries button').first().click()
    await held.page.keyboard.press('ArrowDown')
    await expect.poll(() => held.page.locator('.pt-head h2').textContent()).toBe('领导班子整改方案')
    await expect.poll(() => held.page.locator('.pt-preview').textContent()).toContain('写班子集体在[方面名称]方面的问题')
    await expect.poll(() => held.page.locator('.pt-run').textContent()).toBe('每个方面重复一遍（2023年主题教育六个方面）')
    for (const name of ['编辑', '改名', '移除']) expect(await held.page.locator('.pt-head').getByRole('button', { name }).count(), name).toBe(0)
    await held.page.locator('.pt-whose button').filter({ hasText: '本单位' }).click()
    await held.page.getByText('没有符合条件的模板').waitFor()
  })

  it('M11 M12 a copy is edited block by block, every step undone and redone, saved, named anew, removed and put back', async () => {
    await useProfile()
    await openTemplates()
    await held.page.locator('.pt-entries button').filter({ hasText: '领导班子整改方案' }).click()
    await held.page.locator('.pt-head').getByRole('button', { name: '复制' }).click()
    await held.page.locator('.pt-editor').waitFor()
    const start = await rows()
    const row = (index: number) => held.page.locator('.pt-rows .pt-row').nth(index + 1)
    // By keyboard: choose the third block, move it down, add one, remove it.
    await row(2).click()
    await held.page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => (await rows()).slice(2, 4)).toEqual(['正文', '一级标题'])
    await held.page.keyboard.press('Insert')
    await expect.poll(async () => (await rows()).length).toBe(start.length + 1)
    await held.page.keyboard.press('Delete')
    await expect.poll(async () => (await rows()).length).toBe(start.length)
    await held.page.keyboard.press('Control+z')
    await held.page.keyboard.press('Control+z')
    await held.page.keyboard.press('Control+z')
    await expect.poll(rows).toEqual(start)
    await expect.poll(() => held.page.locator('.pt-state').textContent()).toBe('已保存')
    await held.page.keyboard.press('Control+y')
    await expect.poll(async () => (await rows()).slice(2, 4)).toEqual(['正文', '一级标题'])
    await held.page.keyboard.press('Control+z')
    // Text with a placeholder, guidance, and a word composed by an input method.
    await row(3).click()
    await held.page.getByRole('textbox', { name: '文字' }).fill('由[单位简称]')
    await held.page.getByRole('textbox', { name: '文字' }).press('End')
    await compose(held.window.session, 'zhiding', '制定')
    await expect.poll(() => row(3).locator('.pt-key').textContent()).toBe('[单位简称]')
    await expect.poll(() => row(3).locator('.pt-words').textContent()).toBe('由[单位简称]制定')
    await held.page.getByRole('textbox', { name: '写作提示' }).fill('照局里的格式写。')
    // A fault is told of at its block, and nothing is stored while it is there.
    await row(2).click()
    await held.page.getByRole('textbox', { name: '文字' }).fill('')
    await expect.poll(() => held.page.locator('.block-form .field-problem').textContent()).toContain('标为必写，但标题是空的')
    await expect.poll(() => held.page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true)
    await held.page.keyboard.press('Control+z')
    await held.page.keyboard.press('Control+s')
    await expect.poll(() => held.page.locator('.pt-state').textContent()).toBe('已保存')
    await held.page.getByRole('button', { name: '返回模板' }).click()
    await expect.poll(() => held.page.locator('.pt-preview').textContent()).toContain('照局里的格式写。')
    await held.page.getByRole('button', { name: '改名' }).click()
    await held.page.getByRole('textbox', { name: '模板名称' }).fill('局用整改方案')
    await held.page.keyboard.press('Enter')
    await expect.poll(() => held.page.locator('.pt-head h2').textContent()).toBe('局用整改方案')
    await held.page.locator('.pt-head').getByRole('button', { name: '移除' }).click()
    await expect.poll(() => held.page.locator('.pt-entries b').allTextContents()).not.toContain('局用整改方案')
    await held.page.locator('.ant-notification').getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => held.page.locator('.pt-entries b').allTextContents()).toContain('局用整改方案')
    // And a draft is begun from it.
    await held.page.locator('.pt-entries button').filter({ hasText: '局用整改方案' }).click()
    await held.page.getByRole('button', { name: '以此新建' }).click()
    await held.page.locator('.begin-dialog .ant-btn-primary').click()
    await begun()
    expect((await screenLines(held.page)).join('\n')).toContain('由县水务局制定')
  })

  it('M12 what is not saved stays while other screens are looked at; what another window saved is never written over', async () => {
    const { template } = await ask('paperTemplates.copy', { id: 'other', clientId: 'test' })
    await openTemplates()
    const open = async (page = held.page) => {
      await page.locator('.pt-entries button').filter({ hasText: template.name }).click()
      await page.locator('.pt-head').getByRole('button', { name: '编辑' }).click()
      await page.locator('.pt-editor').waitFor()
    }
    await open()
    await held.page.getByRole('textbox', { name: '说明' }).fill('本窗口的说明')
    await held.page.locator('.rail button').first().click()
    await openTemplates()
    await held.page.getByText('有未保存的改动').waitFor()
    await open()
    await expect.poll(() => held.page.getByRole('textbox', { name: '说明' }).inputValue()).toBe('本窗口的说明')
    await ask('paperTemplates.save', { template: { ...template, description: '另一窗口的说明' }, base: template, clientId: 'other' })
    await held.page.getByRole('button', { name: '保存', exact: true }).click()
    await held.page.locator('.ant-modal-confirm-title').filter({ hasText: '另一窗口刚改过这个模板' }).waitFor()
    // Esc decides nothing: what was written here stays.
    await held.page.keyboard.press('Escape')
    await held.page.locator('.ant-modal-confirm').waitFor({ state: 'detached' })
    await expect.poll(() => held.page.getByRole('textbox', { name: '说明' }).inputValue()).toBe('本窗口的说明')
    await held.page.getByRole('button', { name: '保存', exact: true }).click()
    await held.page.getByRole('button', { name: '另存为新模板' }).click()
    await expect.poll(async () => (await ask('paperTemplates.list', {})).templates.filter(({ description }) => /窗口的说明/u.test(description)).map(({ description }) => description)).toEqual(['另一窗口的说明', '本窗口的说明'])
  })

  it('M12 tables: columns and rows', async () => {
    const { template } = await ask('paperTemplates.copy', { id: 'ledger-task', clientId: 'test' })
    await openTemplates()
    await held.page.locator('.pt-entries button').filter({ hasText: template.name }).click()
    await held.page.locator('.pt-head').getByRole('button', { name: '编辑' }).click()
    await held.page.locator('.pt-rows .pt-row').nth(2).click()
    await held.page.getByRole('textbox', { name: '栏名' }).nth(1).fill('整改事项')
    await held.page.getByRole('button', { name: '删去“佐证材料”栏' }).click()
    await held.page.getByRole('button', { name: '添一栏' }).click()
    await held.page.getByRole('textbox', { name: '栏名' }).last().fill('备注')
    await held.page.getByRole('button', { name: '保存', exact: true }).click()
    await expect.poll(async () => {
      const block = (await ask('paperTemplates.read', { id: template.id })).template.blocks[1]!
      return block.role === 'table' ? block.rows[0] : undefined
    }).toEqual(['序号', '整改事项', '任务（整改措施）', '责任人', '完成时限', '目前进展', '备注'])
  })

  it('M13 sets of aspects are added, changed, removed and put back, and offered for new drafts at once', async () => {
    await openTemplates()
    await held.page.locator('.ant-segmented-item').filter({ hasText: '方面' }).click()
    await held.page.getByRole('button', { name: '添一套方面' }).click()
    const dialog = held.page.locator('.ant-modal').filter({ hasText: '添一套方面' })
    await dialog.getByRole('textbox', { name: '名称', exact: true }).fill('本年四个方面')
    await dialog.getByRole('textbox', { name: '年度', exact: true }).fill('2031')
    await dialog.getByRole('textbox', { name: '方面，一行一个' }).fill('甲\n乙\n甲')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('“甲”写了两次。').waitFor()
    await dialog.getByRole('textbox', { name: '方面，一行一个' }).fill('甲、乙\n丙')
    await dialog.getByRole('button', { name: '保存' }).click()
    const article = held.page.locator('.aspect-set').filter({ hasText: '本年四个方面' })
    await article.waitFor()
    await expect.poll(() => article.locator('p').textContent()).toBe('甲、乙、丙')
    await expect.poll(() => held.page.locator('.aspect-set').first().getByRole('button', { name: '修改' }).count()).toBe(0)
    await article.getByRole('button', { name: '移除' }).click()
    await expect.poll(() => article.count()).toBe(0)
    await held.page.locator('.ant-notification').getByRole('button', { name: '撤销' }).click()
    await article.waitFor()
    const second = await openWindow(suite.browser, suite.app)
    try {
      await second.page.getByRole('button', { name: '新建文稿' }).first().click()
      await second.page.locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item').filter({ hasText: '班子整改方案' }).click()
      await second.page.locator('.begin-aspects .ant-select').click()
      await second.page.locator('.ant-select-item-option').filter({ hasText: '本年四个方面' }).click()
      await expect.poll(() => second.page.getByRole('textbox', { name: '第 3 个方面' }).inputValue()).toBe('丙')
      // What changes here is seen there.
      await article.getByRole('button', { name: '修改' }).click()
      const form = held.page.locator('.ant-modal').filter({ hasText: '修改这套方面' })
      await form.getByRole('textbox', { name: '方面，一行一个' }).fill('甲\n乙\n丙\n丁')
      await form.getByRole('button', { name: '保存' }).click()
      await expect.poll(() => article.locator('p').textContent()).toBe('甲、乙、丙、丁')
    } finally {
      expect(second.faults).toEqual([])
      await second.context.close()
    }
  })
})
