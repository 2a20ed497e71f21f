/** Word templates of a unit's own in a real browser: added, looked at, tried, exported by from the editor's menu. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import type { ProcedureInput, ProcedureName } from '../../shared/contract/procedures.ts'
import { callFrom } from '../support/call-from.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { line, usualBody, wordTemplate } from '../support/word-template.ts'

const suite = useApp()
const held = useWindow(suite)

const ask = <N extends ProcedureName>(name: N, input: ProcedureInput<N>) => callFrom(held.page, name, input)
const openTemplates = async () => {
  await held.page.getByRole('button', { name: '设置' }).click()
  await held.page.getByRole('button', { name: 'Word 模板', exact: true }).click()
  await held.page.getByRole('button', { name: '加入模板…' }).waitFor()
}
const choose = async (name: string, bytes: Uint8Array) => {
  const chooser = held.page.waitForEvent('filechooser')
  await held.page.getByRole('button', { name: '加入模板…' }).click()
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}
const notice = (words: string) => held.page.locator('.ant-notification-notice').filter({ hasText: words })
const exported = (ending: string) => {
  const folder = join(suite.app.homeFolder, '整稿导出')
  const name = readdirSync(folder).find((one) => one.endsWith(ending))
  if (name === undefined) throw new Error(`no ${ending} in ${readdirSync(folder).join('、')}`)
  return strFromU8(unzipSync(readFileSync(join(folder, name)))['word/document.xml']!)
}

afterEach(async () => {
  for (const { id } of (await ask('templates.list', {})).templates) await ask('templates.remove', { id, clientId: 'test' })
})

describe('Word 模板', () => {
  it('U12 U15 U16 is added, shows its fields, is tried, renamed, removed and put back', async () => {
    await openTemplates()
    await choose('局红头模板.docx', wordTemplate({ body: usualBody + line('联系电话：{电话}') }))
    const row = held.page.locator('[data-template]')
    await expect.poll(() => row.innerText()).toContain('1 个不认识')
    await expect.poll(() => row.locator('tr[data-kind="unknown"]').innerText()).toContain('联系电话：{电话}')
    await expect.poll(() => row.locator('.field-note').first().innerText()).toContain('导出时原样留着')
    await row.getByRole('button', { name: '示例试填' }).click()
    await notice('已用示例填好').waitFor()
    expect(exported('示例（局红头模板）.docx')).toContain('{电话}')
    await expect.poll(() => notice('已用示例填好').innerText()).toContain('原样留着：{电话}')
    await held.page.getByLabel('模板名称').fill('红头')
    await held.page.getByLabel('模板名称').press('Enter')
    await expect.poll(async () => (await ask('templates.list', {})).templates[0]!.name).toBe('红头')
    await row.getByRole('button', { name: /删\s?除/ }).click()
    await expect.poll(() => row.count()).toBe(0)
    await notice('已删除模板“红头”').getByRole('button', { name: /撤\s?销/ }).click()
    await expect.poll(() => row.count()).toBe(1)
  })

  it('U12 one with broken fields is refused, each fault with its place', async () => {
    await openTemplates()
    await choose('坏.docx', wordTemplate({ body: line('甲方：{标题') + line('{正文}。') + line('{#整改事项}{问题}') }))
    const dialog = held.page.getByRole('dialog')
    await expect.poll(() => dialog.innerText()).toContain('少了右花括号')
    await expect.poll(() => dialog.innerText()).toContain('请在 Word 中改正下面各处')
    await dialog.getByRole('button').first().click()
    await choose('旧.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]))
    await held.page.getByRole('dialog').filter({ hasText: '不能作 Word 模板' }).getByRole('button').first().click()
    expect((await ask('templates.list', {})).templates).toEqual([])
  })

  it('U16 the editor’s menu exports by it, with what was just typed', async () => {
    await openTemplates()
    await choose('局红头模板.docx', wordTemplate())
    await notice('已加入模板').waitFor()
    await ask('drafts.createExamples', {})
    const draftId = (await ask('library.list', { folder: 'active', query: '', kind: 'team-plan', offset: 0, limit: 1 })).drafts[0]!.id
    await held.page.goto(`${new URL(held.page.url()).origin}/#/draft/${draftId}`)
    await held.page.locator('.paper-content').waitFor()
    await held.page.locator('.paper-content [data-role="paragraph"]').first().click()
    await held.page.keyboard.press('End')
    await held.page.keyboard.type('刚写的一句。')
    await held.page.getByRole('button', { name: '其他导出方式' }).click()
    await held.page.getByRole('menuitem', { name: '按本单位模板导出' }).hover()
    await held.page.getByRole('menuitem', { name: '局红头模板' }).click()
    await notice('已按模板“局红头模板”导出').waitFor()
    expect(exported('（局红头模板）.docx')).toContain('刚写的一句。')
    // By keyboard too, and to the settings from there.
    await held.page.getByRole('button', { name: '其他导出方式' }).click()
    await held.page.getByRole('menuitem', { name: '按本单位模板导出' }).hover()
    await held.page.getByRole('menuitem', { name: '管理模板…' }).click()
    await held.page.getByRole('button', { name: '加入模板…' }).waitFor()
    expect(held.page.url()).toContain('#/settings/templates')
  })
})
