/** Opening packages in a real browser: what is said before anything is stored, what is decided, what is taken back. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useApp, useWindow } from '../support/app-suite.ts'
import { callFrom } from '../support/call-from.ts'
import { choosePackage, otherUnit, type OtherUnit } from '../support/package-window.ts'
import { must, projectFolder } from '../support/test-backend.ts'

const suite = useApp()
const held = useWindow(suite)

let unit: OtherUnit
let papers = 0
/** A title nobody has yet: one library serves all tests. */
const freshTitle = (word: string) => `${word}整改方案${(papers += 1)}`
beforeEach(async () => { unit = await otherUnit('青禾县水务局') })
afterEach(async () => {
  await unit.close()
  // The unit of each test has a key of its own.
  for (const { publicKey, unit: name } of (await callFrom(held.page, 'packages.keys', {})).keys) await callFrom(held.page, 'packages.forgetKey', { publicKey, unit: name })
})

const dialog = () => held.page.locator('.opening-dialog').first()
const row = (title: string) => dialog().locator('.ant-table-row', { hasText: title })
const button = (name: string | RegExp) => dialog().getByRole('button', { name })
const drafts = async () => (await callFrom(held.page, 'library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 500 })).drafts
const has = async (title: string) => (await drafts()).some((draft) => draft.title === title)
const close = () => dialog().getByRole('button', { name: /^(?:取\s?消|关\s?闭|完\s?成)$/u }).last().click()
const openAndStore = async (path: string) => {
  await choosePackage(held.page, path)
  await button(/^存入 \d+ 项$/u).click()
  await dialog().getByText(/已存入 \d+ 项/u).waitFor()
}
const wordsOf = async (draftId: string) => JSON.stringify((await callFrom(held.page, 'drafts.open', { draftId })).draft.blocks.find(({ id }) => id === 'own'))

/** The package with a content of a kind only a later program knows. */
function withUnknown(bytes: Uint8Array): Uint8Array {
  const { 'manifest.json': index, ...contents } = unzipSync(bytes)
  const manifest = JSON.parse(strFromU8(index!)) as { contents: object[] }
  const content = strToU8('{}')
  const path = 'contents/words/99.json'
  const listed = { id: 'w', kind: 'words', title: '本单位词库', path, size: content.length, sha256: createHash('sha256').update(content).digest('hex') }
  return zipSync({ 'manifest.json': strToU8(JSON.stringify({ ...manifest, kind: 'mixed', contents: [...manifest.contents, listed] })), ...contents, [path]: content })
}

/** A drop as the browser makes it from the desktop. */
async function drop(paths: readonly string[]): Promise<void> {
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await held.window.session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
}

describe('a package that is opened', () => {
  it('Z14 Z18 says who made it and what is new; nothing is stored before it is asked for, what is unticked stays out, all is taken back', async () => {
    const [one, two] = [freshTitle('甲'), freshTitle('乙')]
    const first = await unit.paper(one, '甲。')
    const path = await unit.send('来件.zgx', [{ kind: 'draft', id: first }, { kind: 'draft', id: await unit.paper(two, '乙。') }])
    const bytes = readFileSync(path)
    await choosePackage(held.page, path)
    await dialog().getByText('来自 青禾县水务局').waitFor()
    await expect.poll(() => dialog().innerText()).toContain('没有签名')
    await expect.poll(() => dialog().getByText(/^共 2 项/u).innerText()).toBe('共 2 项：新 2，与本机相同 0，与本机不同 0')
    expect(await has(one)).toBe(false)
    await row(two).getByRole('checkbox').uncheck()
    await button('存入 1 项').click()
    await dialog().getByText('已存入 1 项').waitFor()
    expect([await has(one), await has(two)]).toEqual([true, false])
    await button('撤销这次存入').click()
    await dialog().getByText('已撤销，共 1 项').waitFor()
    expect(await has(one)).toBe(false)
    await close()
    expect(readFileSync(path).equals(bytes)).toBe(true)
    // Looked at and left: nothing either.
    await choosePackage(held.page, path)
    await row(two).waitFor()
    await held.page.keyboard.press('Escape')
    await expect.poll(() => dialog().isVisible()).toBe(false)
    expect(await has(two)).toBe(false)
  })

  it('Z14 Z15 tells same from changed with the difference, one choice for all and for each', async () => {
    const titles = [freshTitle('同'), freshTitle('改'), freshTitle('另')]
    const ids: string[] = []
    for (const title of titles) ids.push(await unit.paper(title, '原来的话。'))
    const contents = ids.map((id) => ({ kind: 'draft' as const, id }))
    await openAndStore(await unit.send('一.zgx', contents))
    await close()
    for (const id of ids.slice(1)) await unit.change(id, '对方改过的话。')
    await choosePackage(held.page, await unit.send('二.zgx', contents))
    await dialog().getByText('与本机相同 1，与本机不同 2').waitFor()
    await expect.poll(() => row(titles[0]!).innerText()).toContain('已有，不动')
    await expect.poll(() => row(titles[1]!).innerText()).toContain('改了 1 段')
    await expect.poll(() => button('没有要存入的').isEnabled()).toBe(false)
    await row(titles[1]!).getByRole('button', { name: '对照查看' }).click()
    const comparison = held.page.locator('.compare-content')
    await comparison.locator('ins', { hasText: '对方改过' }).waitFor()
    await expect.poll(() => comparison.locator('del').innerText()).toContain('原来')
    await held.page.keyboard.press('Escape')
    await expect.poll(() => comparison.isVisible()).toBe(false)
    await dialog().locator('.package-counts').getByText('用对方的').click()
    await row(titles[2]!).getByRole('combobox').press('ArrowDown')
    await held.page.locator('.ant-select-item-option', { hasText: '两份都留' }).locator('visible=true').click()
    await button('存入 2 项').click()
    await dialog().getByText('已存入 2 项').waitFor()
    expect(await wordsOf(ids[1]!)).toContain('对方改过的话')
    expect(await wordsOf(ids[2]!)).toContain('原来的话')
    expect((await drafts()).filter(({ title }) => title === titles[2])).toHaveLength(2)
    await button('撤销这次存入').click()
    await dialog().getByText('已撤销，共 2 项').waitFor()
    expect(await wordsOf(ids[1]!)).toContain('原来的话')
    await close()
  })

  it('Z16 a wrong passphrase is said plainly and asked for again', async () => {
    const title = freshTitle('密')
    const path = await unit.send('密件.zgx', [{ kind: 'draft', id: await unit.paper(title, '。') }], { passphrase: '对的口令', sign: false })
    await choosePackage(held.page, path)
    await dialog().getByText('这个交换包设了口令').waitFor()
    await expect.poll(() => dialog().innerText()).not.toContain(title)
    for (const wrong of ['错的', '还是错的']) {
      await dialog().getByLabel('口令').fill(wrong)
      await held.page.keyboard.press('Enter')
      await dialog().getByText('口令不对').waitFor()
      await expect.poll(() => dialog().getByLabel('口令').inputValue()).toBe('')
    }
    await dialog().getByLabel('口令').fill('对的口令')
    await button('打开').click()
    await row(title).waitFor()
    await expect.poll(() => dialog().innerText()).toContain('有口令')
    await close()
    expect(await has(title)).toBe(false)
  })

  it('Z16 what is damaged, cut or no package at all is said in one sentence; mended, it opens by trying again', async () => {
    const path = await unit.send('坏件.zgx', [{ kind: 'draft', id: await unit.paper(freshTitle('坏'), '。') }])
    const whole = readFileSync(path)
    truncateSync(path, Math.floor(whole.length / 2))
    await held.page.locator('.library-main').waitFor()
    await drop([path])
    await dialog().getByText('不完整或被改动过').waitFor()
    await expect.poll(() => dialog().innerText()).toContain('没有存入任何内容')
    writeFileSync(path, whole)
    await button('再试一次').click()
    await button('存入 1 项').waitFor()
    await close()
    for (const [name, text, said] of [['别的.zgx', '不是包', '不是整稿的交换包'], ['空.zgx', '', '是空文件']] as const) {
      await choosePackage(held.page, { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
      await dialog().getByText(said).waitFor()
      await expect.poll(() => dialog().innerText()).not.toContain('导入')
      await close()
    }
  })

  it('Z17 a unit’s signature is compared and confirmed by name once; another one under its name is warned of', async () => {
    const title = freshTitle('签')
    const contents = [{ kind: 'draft' as const, id: await unit.paper(title, '。') }]
    const signed = { passphrase: null, sign: true }
    await choosePackage(held.page, await unit.send('签.zgx', contents, signed))
    await dialog().locator('[data-signer="unknown"]').waitFor()
    const { own } = await must(unit.backend, 'packages.keys', {})
    await expect.poll(() => dialog().locator('.fingerprint').getAttribute('aria-label')).toBe(own)
    await expect.poll(() => button('存入 1 项').isEnabled()).toBe(false)
    await dialog().getByRole('checkbox', { name: '我已与“青禾县水务局”核对' }).check()
    await button('存入 1 项').click()
    await dialog().getByText('已存入 1 项').waitFor()
    await close()
    await unit.change(contents[0]!.id, '改。')
    await choosePackage(held.page, await unit.send('再签.zgx', contents, signed))
    await dialog().locator('[data-signer="known"]').waitFor()
    await close()
    const impostor = await otherUnit('青禾县水务局')
    try {
      const forged = freshTitle('冒')
      await choosePackage(held.page, await impostor.send('冒.zgx', [{ kind: 'draft', id: await impostor.paper(forged, '。') }], signed))
      await dialog().locator('[data-signer="changed"]').waitFor()
      await expect.poll(() => dialog().innerText()).toContain('也可能有人冒用对方的名义')
      await dialog().getByRole('checkbox', { name: '我已与“青禾县水务局”核对' }).check()
      await expect.poll(() => button('存入 1 项').isEnabled()).toBe(false)
      await dialog().getByLabel('单位名称').fill('青禾县')
      await expect.poll(() => button('存入 1 项').isEnabled()).toBe(false)
      await dialog().getByLabel('单位名称').fill('青禾县水务局')
      await expect.poll(() => button('存入 1 项').isEnabled()).toBe(true)
      await close()
      expect(await has(forged)).toBe(false)
    } finally {
      await impostor.close()
    }
    await choosePackage(held.page, await unit.send('不签.zgx', contents))
    await dialog().locator('[data-signer="missing"]').waitFor()
    await close()
  })

  it('Z2 Z14 what a newer program packed is told of and left; the rest is stored', async () => {
    const title = freshTitle('新')
    const bytes = withUnknown(readFileSync(await unit.send('新版.zgx', [{ kind: 'draft', id: await unit.paper(title, '。') }])))
    await choosePackage(held.page, { name: '新版.zgx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    await dialog().getByText('有 1 项是更新版本整稿的内容').waitFor()
    await expect.poll(() => dialog().innerText()).toContain('本单位词库')
    await button('存入 1 项').click()
    await dialog().getByText('已存入 1 项').waitFor()
    await close()
    expect(await has(title)).toBe(true)
  })

  it('Z14 stopped while it is read, nothing is stored and the dialogue is gone', async () => {
    const title = freshTitle('停')
    const many: string[] = []
    for (let count = 0; count < 300; count += 1) many.push(await unit.paper(`${title}-${count}`, '。'))
    const path = await unit.send('许多.zgx', many.map((id) => ({ kind: 'draft' as const, id })), { passphrase: null, sign: false })
    await choosePackage(held.page, path)
    await button('停止').click()
    await expect.poll(() => dialog().isVisible()).toBe(false)
    expect(await has(`${title}-0`)).toBe(false)
  }, 60_000)

  it('Z14 dropped on the library or on the exchange screen, several one after the other', async () => {
    const titles = [freshTitle('拖'), freshTitle('放')]
    const paths: string[] = []
    for (const [index, title] of titles.entries()) paths.push(await unit.send(`拖${index}.zgx`, [{ kind: 'draft', id: await unit.paper(title, '。') }]))
    await held.page.locator('.library-main').waitFor()
    await drop(paths)
    await row(titles[0]!).waitFor()
    await expect.poll(() => dialog().innerText()).toContain('后面还有 1 个交换包')
    await button('存入 1 项').click()
    await button('打开下一个').click()
    await row(titles[1]!).waitFor()
    await close()
    expect([await has(titles[0]!), await has(titles[1]!)]).toEqual([true, false])
    await held.page.locator('.rail button', { hasText: '交换' }).click()
    await held.page.locator('.packages-pane').waitFor()
    await drop([paths[1]!])
    await button('存入 1 项').click()
    await dialog().getByText('已存入 1 项').waitFor()
    await close()
    // A paper is no package.
    const paper = paths[0]!.replace('拖0.zgx', '文稿.txt')
    writeFileSync(paper, '整改方案')
    await drop([paper])
    await held.page.getByText('这里只打开交换包（.zgx）').waitFor()
    await expect.poll(() => dialog().isVisible()).toBe(false)
  })

  it('Z20 handed over by a second start it opens in the window that is there, whatever screen it shows', async () => {
    const title = freshTitle('双击')
    const path = await unit.send('双击.zgx', [{ kind: 'draft', id: await unit.paper(title, '。') }])
    await held.page.locator('.rail button', { hasText: '设置' }).click()
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env
    const second = spawn(process.execPath, [join(projectFolder, 'dist/electron/local-host.js'), '--data', suite.app.dataFolder, path], { env: { ...environment, HOME: suite.app.homeFolder }, stdio: 'ignore' })
    expect((await once(second, 'exit'))[0]).toBe(0)
    await row(title).waitFor({ timeout: 10_000 })
    expect(await has(title)).toBe(false)
    await button('存入 1 项').click()
    await dialog().getByText('已存入 1 项').waitFor()
    await close()
  })
})

describe('what was opened before', () => {
  it('Z19 is listed, looked into and taken back; what was changed since is explained', async () => {
    const title = freshTitle('史')
    const id = await unit.paper(title, '。')
    await openAndStore(await unit.send('史.zgx', [{ kind: 'draft', id }]))
    await close()
    const opening = held.page.locator('tr[data-opening]').first()
    await expect.poll(() => opening.innerText()).toMatch(/今天.*\s*史\.zgx\s*青禾县水务局\s*文稿 1/u)
    const { draft, revision } = await callFrom(held.page, 'drafts.open', { draftId: id })
    const saved = await callFrom(held.page, 'drafts.save', { draftId: id, baseRevision: revision, draft: { ...draft, blocks: [...draft.blocks, { role: 'paragraph', id: 'new', runs: [{ text: '又写的。' }] }] }, clientId: 'test' })
    expect(saved.revision).toBe(revision + 1)
    const undo = async () => {
      await opening.getByRole('button', { name: /撤\s?销/u }).click()
      await held.page.locator('.ant-modal-confirm').getByRole('button', { name: /^撤\s?销$/u }).click()
    }
    await undo()
    await held.page.getByText('不能整体撤销，没有改动任何内容').waitFor()
    const told = held.page.locator('.ant-modal-confirm', { hasText: '不能整体撤销' })
    await told.getByRole('button', { name: '知道了' }).click()
    await told.waitFor({ state: 'hidden' })
    await held.page.getByText(`“${title}”存入后又改过或正在使用`).waitFor()
    expect(await has(title)).toBe(true)

    const [second, third] = [freshTitle('再'), freshTitle('三')]
    await openAndStore(await unit.send('再.zgx', [{ kind: 'draft', id: await unit.paper(second, '。') }, { kind: 'draft', id: await unit.paper(third, '。') }]))
    await close()
    await expect.poll(() => opening.innerText()).toContain('再.zgx')
    await undo()
    await expect.poll(() => opening.innerText()).toContain('已撤销')
    expect([await has(second), await has(third)]).toEqual([false, false])
    await opening.getByRole('button', { name: '查看' }).click()
    await expect.poll(() => held.page.locator('.records-detail').innerText()).toContain('在回收站')
  })

  it('Z19 a known signature is renamed, forgotten and put back', async () => {
    const contents = [{ kind: 'draft' as const, id: await unit.paper(freshTitle('名'), '。') }]
    await choosePackage(held.page, await unit.send('名.zgx', contents, { passphrase: null, sign: true }))
    await dialog().getByRole('checkbox', { name: '我已与' }).check()
    await button('存入 1 项').click()
    await dialog().getByText('已存入 1 项').waitFor()
    await close()
    const known = (name: string) => held.page.locator(`tr[data-unit="${name}"]`)
    await known('青禾县水务局').getByRole('button', { name: '改名' }).click()
    await held.page.getByLabel('新的单位全称').fill('青禾县水利局')
    await held.page.getByRole('button', { name: /保\s?存/u }).click()
    await known('青禾县水利局').waitFor()
    await known('青禾县水利局').getByRole('button', { name: '忘掉' }).click()
    await expect.poll(() => known('青禾县水利局').count()).toBe(0)
    await held.page.locator('.ant-notification-notice').getByRole('button', { name: /撤\s?销/u }).click()
    await known('青禾县水利局').waitFor()
  })
})
