/** 做成交换包 in a real browser: from the library, from the editor, from the exchange screen. */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWindow } from '../support/app-window.ts'
import { useApp, useWindow } from '../support/app-suite.ts'
import { aspectSet, ledger, paperTemplate, snippet, storeContents } from '../support/contents.ts'
import { callFrom } from '../support/call-from.ts'
import { choosePackage, otherUnit, paperWith, unitProfile } from '../support/package-window.ts'
import { pack, readNow } from '../support/packages.ts'
import { makeTempFolder, openTestBackend } from '../support/test-backend.ts'

const suite = useApp()
const held = useWindow(suite)

const dialog = () => held.page.locator('.make-dialog')
const listed = () => dialog().locator('section').last().locator('.packing-name').allInnerTexts()
const exports = () => join(suite.app.homeFolder, '整稿导出')
const written = () => (existsSync(exports()) ? readdirSync(exports()) : []).filter((name) => name.endsWith('.zgx'))
const write = async () => {
  await dialog().getByRole('button', { name: '写出交换包…' }).click()
  await dialog().getByText('交换包已做好').waitFor({ timeout: 20_000 })
  return dialog().locator('.ant-alert-description').innerText()
}
const finish = () => dialog().getByRole('button', { name: '完成' }).click()

let layoutId = ''
const titles = ['甲局整改方案', '乙局整改方案']
let draftIds: string[] = []

beforeAll(async () => {
  const window = await openWindow(suite.browser, suite.app)
  await callFrom(window.page, 'settings.write', unitProfile('青禾县水务局'))
  const { layout } = await callFrom(window.page, 'layouts.copy', { id: 'gb33476', clientId: 'test' })
  layoutId = layout.id
  draftIds = []
  for (const title of titles) draftIds.push((await callFrom(window.page, 'drafts.copy', { draft: { ...paperWith(title, '原文。'), layout: layout.id }, title })).draftId)
  // Contents of the other kinds come as they would: in a package of another unit.
  const temp = makeTempFolder()
  await (await openTestBackend({ dataFolder: temp.folder })).close()
  storeContents(temp.folder)
  const backend = await openTestBackend({ dataFolder: temp.folder })
  const contentBase64 = Buffer.from(await pack(backend, [{ kind: 'template', id: paperTemplate.id }, { kind: 'snippet', id: snippet.id }, { kind: 'ledger', id: ledger.id }])).toString('base64')
  await backend.close()
  temp.remove()
  await callFrom(window.page, 'packages.open', { jobId: 'j', name: 'x.zgx', contentBase64, passphrase: null, conflict: 'keep', choices: [], confirmSigner: null })
  await window.context.close()
})
beforeEach(async () => {
  rmSync(exports(), { recursive: true, force: true })
  await held.page.locator('.draft-title').first().waitFor()
})

const choose = async () => {
  for (const title of titles) await held.page.locator('.ant-table-row', { hasText: title }).locator('.ant-checkbox-input').check()
  await held.page.getByRole('button', { name: '做成交换包' }).click()
  await expect.poll(listed).toHaveLength(3)
}

describe('a package made from the library', () => {
  it('Z10 Z13 shows all that goes in, what is added by itself and why; what is taken out stays out', async () => {
    await choose()
    const all = await listed()
    expect(all.map((one) => one.split('\n')[0]).toSorted()).toEqual([...titles, '国标显现 副本'].toSorted())
    expect(all.find((one) => one.startsWith('国标显现'))).toContain('要用到它')
    await expect.poll(() => dialog().innerText()).toContain('包里写明由“青禾县水务局”制作')
    await dialog().getByRole('button', { name: '移出 国标显现 副本' }).click()
    await dialog().getByText('不带“国标显现 副本”').waitFor()
    await expect.poll(() => listed()).toHaveLength(2)
    await dialog().getByRole('button', { name: '还是带上' }).click()
    await expect.poll(() => listed()).toHaveLength(3)
    await dialog().getByRole('button', { name: '移出 乙局整改方案' }).click()
    await expect.poll(listed).toHaveLength(2)
    const path = await write()
    const { contents, signer, encrypted } = await readNow(readFileSync(path))
    expect([contents.map(({ id }) => id), signer, encrypted]).toEqual([[draftIds[0], layoutId], null, false])
    const download = held.page.waitForEvent('download')
    await dialog().getByRole('button', { name: '下载一份' }).click()
    expect((await readNow(readFileSync((await (await download).path())!))).contents).toHaveLength(2)
    await finish()
    await expect.poll(() => dialog().isVisible()).toBe(false)
  })

  it('Z12 Z13 with a passphrase typed twice and a signature whose fingerprint is shown', async () => {
    await choose()
    const button = dialog().getByRole('button', { name: '写出交换包…' })
    await dialog().getByRole('checkbox', { name: '加口令' }).check()
    await expect.poll(() => button.isEnabled()).toBe(false)
    await dialog().getByLabel('口令', { exact: true }).fill('12345678')
    await dialog().getByText('有被试出来的可能').waitFor()
    await dialog().getByLabel('口令', { exact: true }).fill('河边老柳树下第三块青石板')
    await dialog().getByText('足够强').waitFor()
    await dialog().getByLabel('再输一遍').fill('河边老柳树下')
    await dialog().getByText('两遍输入的口令不一样').waitFor()
    await expect.poll(() => button.isEnabled()).toBe(false)
    await expect.poll(() => dialog().innerText()).toContain('口令丢了，谁也打不开这个包')
    await dialog().getByLabel('再输一遍').fill('河边老柳树下第三块青石板')
    await dialog().getByRole('checkbox', { name: '加本单位签名' }).check()
    const fingerprint = await dialog().locator('.fingerprint').getAttribute('aria-label')
    expect(fingerprint).toMatch(/^(?:[0-9A-F]{4} ){7}[0-9A-F]{4}$/)
    const path = await write()
    await expect.poll(() => dialog().innerText()).toContain(fingerprint)
    const opened = await readNow(readFileSync(path), '河边老柳树下第三块青石板')
    expect(opened).toMatchObject({ encrypted: true, signer: { fingerprint } })
    expect(readFileSync(path).includes('manifest')).toBe(false)
    await finish()
    await held.page.locator('.rail button', { hasText: '交换' }).click()
    await expect.poll(() => held.page.locator('.packages-pane .fingerprint').first().getAttribute('aria-label')).toBe(fingerprint)
  })

  it('Z13 where a file of that name stands, the writer decides; nothing is replaced unasked', async () => {
    await choose()
    const path = await write()
    await finish()
    writeFileSync(path, '别人的')
    await held.page.getByRole('button', { name: '做成交换包' }).click()
    await expect.poll(listed).toHaveLength(3)
    await dialog().getByRole('button', { name: '写出交换包…' }).click()
    await held.page.getByRole('button', { name: '换名保存' }).click()
    await dialog().getByText('交换包已做好').waitFor()
    expect(readFileSync(path, 'utf8')).toBe('别人的')
    expect((await readNow(readFileSync(await dialog().locator('.ant-alert-description').innerText()))).contents).toHaveLength(3)
    await finish()
    expect(readdirSync(exports()).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  it('Z13 stopped on the way, nothing is written and the dialogue is as it was', async () => {
    // Enough to take a while.
    const ids: string[] = []
    const draft = { ...paperWith('许多份', '。'), blocks: paperWith('许多份', '。').blocks.flatMap((block) => Array.from({ length: 90 }, (_, index) => ({ ...block, id: `${block.id}-${index}` }))) }
    for (let count = 0; count < 40; count += 1) ids.push((await callFrom(held.page, 'drafts.copy', { draft, title: draft.title })).draftId)
    await held.page.locator('.rail button', { hasText: '交换' }).click()
    await held.page.getByRole('button', { name: '做一个交换包…' }).click()
    await dialog().getByLabel('按名称查找').fill('许多份')
    await dialog().getByRole('button', { name: '全选列出的 40 项' }).click()
    await dialog().getByText('将装入 40 项').waitFor()
    await dialog().getByRole('checkbox', { name: '加口令' }).check()
    for (const label of ['口令', '再输一遍']) await dialog().getByLabel(label, { exact: true }).fill('停一停再说')
    await dialog().getByRole('button', { name: '写出交换包…' }).click()
    await dialog().getByRole('button', { name: '停止' }).click()
    await dialog().getByRole('button', { name: '写出交换包…' }).waitFor()
    await expect.poll(() => dialog().getByText('将装入 40 项').isVisible()).toBe(true)
    expect(written()).toEqual([])
    await callFrom(held.page, 'drafts.trash', { draftIds: ids })
  }, 60_000)
})

describe('a package made elsewhere', () => {
  it('Z10 from the editor’s menu, with what was just typed', async () => {
    await held.page.locator('.draft-title .link', { hasText: '甲局整改方案' }).click()
    await held.page.locator('.paper-content').waitFor()
    await held.page.locator('.paper-content [data-block-id="own"]').click()
    await held.page.keyboard.press('End')
    await held.page.keyboard.type('刚写的一句。')
    await held.page.getByRole('button', { name: '其他导出方式' }).click()
    await held.page.getByRole('menuitem', { name: '做成交换包…' }).click()
    await expect.poll(listed).toHaveLength(2)
    const { contents } = await readNow(readFileSync(await write()))
    expect(contents.find(({ kind }) => kind === 'draft')?.text).toContain('刚写的一句。')
    await finish()
  })

  it('Z11 Y41 from the exchange screen, contents of every kind, found by name', async () => {
    await held.page.locator('.rail button', { hasText: '交换' }).click()
    await held.page.getByRole('button', { name: '做一个交换包…' }).click()
    const kind = (word: string) => dialog().getByRole('button', { name: new RegExp(`^${word} \\d+$`, 'u') })
    const tick = (title: string) => dialog().locator('.packing-list').first().getByRole('checkbox', { name: title }).check()
    await expect.poll(() => kind('文稿').innerText()).toBe('文稿 2')
    await dialog().getByLabel('按名称查找').fill('乙局')
    await expect.poll(() => dialog().getByRole('button', { name: '全选列出的 1 项' }).isVisible()).toBe(true)
    await dialog().getByRole('button', { name: '全选列出的 1 项' }).click()
    await dialog().getByLabel('按名称查找').fill('')
    await kind('模板').click()
    await tick(paperTemplate.name)
    await kind('素材').click()
    await tick(snippet.title)
    await kind('台账').click()
    await tick(ledger.title)
    await expect.poll(async () => (await listed()).map((one) => one.split('\n')[0]).toSorted()).toEqual(['乙局整改方案', paperTemplate.name, snippet.title, ledger.title, '国标显现 副本', aspectSet.name].toSorted())
    // Taken out in the list, it is unticked on the left.
    await dialog().getByRole('button', { name: `移出 ${ledger.title}` }).click()
    await expect.poll(() => dialog().locator('.packing-list').first().getByRole('checkbox', { name: ledger.title }).isChecked()).toBe(false)
    // What is the unit's own is looked at before it leaves; back from there, nothing is lost.
    await dialog().getByRole('button', { name: '写出交换包…' }).click()
    const review = dialog().getByRole('region', { name: '对外核对' })
    await review.getByText('下面 3 项是本单位自己的').waitFor()
    await review.getByText('另有 2 项文稿').waitFor()
    await review.getByRole('button', { name: /^取\s?消$/u }).click()
    await expect.poll(listed).toHaveLength(5)
    await dialog().getByRole('button', { name: '写出交换包…' }).click()
    for (const title of [paperTemplate.name, aspectSet.name, snippet.title]) {
      await expect.poll(() => review.getByRole('button', { name: '确认，继续打包' }).isEnabled()).toBe(false)
      await review.getByRole('checkbox', { name: `已看过“${title}”，可以对外` }).check()
    }
    await review.getByRole('button', { name: '确认，继续打包' }).click()
    await dialog().getByText('交换包已做好').waitFor()
    const { contents } = await readNow(readFileSync(await dialog().locator('.ant-alert-description').innerText()))
    expect(contents.map(({ kind: of }) => of).toSorted()).toEqual(['aspects', 'draft', 'layout', 'snippet', 'template'])
    await finish()
  })

  it('Z10 one that was deleted meanwhile is told of and left out', async () => {
    const { draftId } = await callFrom(held.page, 'drafts.copy', { draft: paperWith('临时方案', '。'), title: '临时方案' })
    await held.page.locator('.ant-table-row', { hasText: '临时方案' }).locator('.ant-checkbox-input').check()
    await held.page.getByRole('button', { name: '做成交换包' }).click()
    await expect.poll(listed).toHaveLength(1)
    await callFrom(held.page, 'drafts.trash', { draftIds: [draftId] })
    await dialog().getByText('有 1 项已不在库中，不会装入').waitFor()
    await expect.poll(() => dialog().getByRole('button', { name: '写出交换包…' }).isEnabled()).toBe(false)
    await dialog().getByRole('button', { name: /取\s?消/u }).click()
  })
})

describe('between two units', () => {
  it('Z13 Z14 what one makes in its dialogue the other opens in its own', async () => {
    const other = await otherUnit('柳河县水务局')
    try {
      const path = await other.send('来件.zgx', [{ kind: 'draft', id: await other.paper('柳河方案', '柳河的话。') }])
      await choosePackage(held.page, path)
      await held.page.getByRole('button', { name: '存入 1 项' }).click()
      await held.page.getByText('已存入 1 项').waitFor()
      await held.page.getByRole('button', { name: '打开 柳河方案' }).click()
      await held.page.locator('.paper-content', { hasText: '柳河的话。' }).waitFor()
    } finally {
      await other.close()
    }
  })
})
