/** Layouts over every host: copies, saving with a base, names, removal while drafts use them, files. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import { layoutFileText } from '../../shared/print/layout-file.ts'
import type { Layout } from '../../shared/print/layout.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { layoutOf } from '../support/layouts.ts'
import { setAt } from '../support/set-at.ts'
import { callAs, makeClock, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

const clientId = 'window'
/** As they are listed. */
const shipped = ['gb33476', 'common', 'common-28'].map(layoutOf)

describe.each(hostNames)('layouts over %s', (hostName) => {
  let host: OpenHost
  const open = () => openHost(hostName, () => openTestBackend({ dataFolder: temp.folder, clock: makeClock().clock }))
  beforeEach(async () => { host = await open() })
  afterEach(() => host.close())

  const copyOf = async (id = 'common') => (await must(host, 'layouts.copy', { id, clientId })).layout
  const list = () => must(host, 'layouts.list', {})
  const draftWith = async (layout: string) => {
    const { draftId } = await must(host, 'drafts.create', { kind: 'team-plan' })
    const { draft, revision } = await must(host, 'drafts.open', { draftId })
    await must(host, 'drafts.save', { draftId, baseRevision: revision, draft: { ...draft, layout }, clientId: 'x' })
    return draftId
  }
  const layoutOfDraft = async (draftId: string) => (await must(host, 'drafts.open', { draftId })).draft.layout
  const importFile = (content: string | Buffer, ifTaken: 'ask' | 'keepBoth' | 'replace' = 'ask') =>
    callAs(host, 'layouts.import', { name: '局用.版式.json', contentBase64: Buffer.from(content as string).toString('base64'), ifTaken, clientId })

  it('U6 a copy of a shipped layout is the unit’s own, with a name of its own, and stays after a restart', async () => {
    const first = await copyOf()
    const second = await copyOf()
    expect([first.name, second.name]).toEqual(['常用 28.95 磅 副本', '常用 28.95 磅 副本（2）'])
    expect({ ...first, id: '', name: '' }).toEqual({ ...layoutOf('common'), id: '', name: '' })
    await host.close()
    host = await open()
    const { layouts, own, unreadable } = await list()
    expect(layouts.map((one) => one.id)).toEqual([...shipped.map((one) => one.id), first.id, second.id])
    expect(own.map(({ id, copiedFrom }) => [id, copiedFrom])).toEqual([[first.id, 'common'], [second.id, 'common']])
    expect(unreadable).toEqual([])
  })

  it('U6 U7 is saved over its base; senseless numbers, shipped layouts and stale bases are refused', async () => {
    const copy = await copyOf()
    const changed = setAt(copy, 'grid.linePitch', 580)
    expect((await must(host, 'layouts.save', { layout: changed, base: copy, clientId })).layout).toEqual(changed)
    expect(await callAs(host, 'layouts.save', { layout: setAt(copy, 'grid.linePitch', 570), base: copy, clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_CHANGED', data: { layout: changed } } })
    expect(await callAs(host, 'layouts.save', { layout: setAt(changed, 'grid.linePitch', 300), base: changed, clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_INVALID', message: expect.stringContaining('小于正文字号') } })
    expect(await host.call('layouts.save', { layout: { ...changed, grid: {} }, base: changed, clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_INVALID' } })
    expect(await callAs(host, 'layouts.save', { layout: layoutOf('common'), base: layoutOf('common'), clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_SHIPPED' } })
    expect(await callAs(host, 'layouts.save', { layout: { ...changed, id: 'none' }, base: changed, clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_NOT_FOUND' } })
    expect((await list()).layouts.at(-1)).toEqual(changed)
  })

  it('U6 is renamed, but not to a name that is taken or none', async () => {
    const copy = await copyOf()
    expect((await must(host, 'layouts.rename', { id: copy.id, name: ' 局用版式 ', clientId })).layout.name).toBe('局用版式')
    expect(await callAs(host, 'layouts.rename', { id: copy.id, name: '国标 显现', clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_NAME_TAKEN' } })
    expect(await callAs(host, 'layouts.rename', { id: copy.id, name: '  ', clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_INVALID' } })
    expect(await callAs(host, 'layouts.rename', { id: 'gb33476', name: '别名', clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_SHIPPED' } })
  })

  it('U9 is not removed while drafts use it, the trash included; they can be switched, and all of it taken back', async () => {
    const copy = await copyOf()
    const [first, second] = [await draftWith(copy.id), await draftWith(copy.id)]
    await must(host, 'drafts.trash', { draftIds: [second] })
    expect(await callAs(host, 'layouts.remove', { id: copy.id, switchTo: null, clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_IN_USE', message: expect.stringContaining('2 份文稿'), data: { count: 2 } } })
    expect((await list()).layouts.map((one) => one.id)).toContain(copy.id)
    expect(await callAs(host, 'layouts.remove', { id: copy.id, switchTo: 'none', clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_NOT_FOUND' } })
    const removed = await must(host, 'layouts.remove', { id: copy.id, switchTo: 'gb33476', clientId })
    expect(removed).toEqual({ layout: copy, copiedFrom: 'common', switched: { draftIds: [first, second], to: 'gb33476' } })
    expect([await layoutOfDraft(first), await layoutOfDraft(second)]).toEqual(['gb33476', 'gb33476'])
    expect((await list()).layouts.map((one) => one.id)).not.toContain(copy.id)
    // One of them was set in another layout meanwhile: it keeps that.
    const opened = await must(host, 'drafts.open', { draftId: first })
    await must(host, 'drafts.save', { draftId: first, baseRevision: opened.revision, draft: { ...opened.draft, layout: 'common-28' }, clientId: 'x' })
    expect(await must(host, 'layouts.putBack', { ...removed, clientId })).toEqual({ layout: copy, drafts: 1 })
    expect([await layoutOfDraft(first), await layoutOfDraft(second)]).toEqual(['common-28', copy.id])
    expect((await list()).own.at(-1)).toMatchObject({ id: copy.id, copiedFrom: 'common' })
  })

  it('U9 shipped layouts are never removed', async () => {
    expect(await callAs(host, 'layouts.remove', { id: 'common', switchTo: null, clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_SHIPPED' } })
    expect(await callAs(host, 'layouts.putBack', { layout: layoutOf('common'), copiedFrom: null, switched: null, clientId })).toMatchObject({ ok: false, error: { code: 'LAYOUT_SHIPPED' } })
  })

  it('U10 a draft is set in the unit’s own layout, and where that is gone in no other unasked', async () => {
    const copy = await copyOf()
    const own = setAt(setAt(copy, 'grid.linePitch', 570), 'page.left', 1701)
    await must(host, 'layouts.save', { layout: own, base: copy, clientId })
    const draftId = await draftWith(own.id)
    const documentOf = (contentBase64: string) => strFromU8(unzipSync(Buffer.from(contentBase64, 'base64'))['word/document.xml']!)
    const word = documentOf((await must(host, 'exports.content', { draftId })).contentBase64)
    expect(word).toContain('w:left="1701"')
    expect(word).toContain('w:linePitch="570"')
    const lost = await draftWith('gone-layout')
    for (const answer of [await callAs(host, 'exports.content', { draftId: lost }), await callAs(host, 'exports.word', { draftId: lost, target: { kind: 'default' }, ifExists: 'replace' })]) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'LAYOUT_GONE', message: expect.stringContaining('国标显现'), data: { layout: 'gone-layout', fallback: { id: 'gb33476', name: '国标显现' } } } })
    }
    expect(documentOf((await must(host, 'exports.content', { draftId: lost, layout: 'gb33476' })).contentBase64)).toContain('w:linePitch="592"')
    // The draft itself still names what it named.
    expect(await layoutOfDraft(lost)).toBe('gone-layout')
  })

  it('U11 goes out as a file and comes in again; the same one is known', async () => {
    const copy = await copyOf()
    const written = await must(host, 'layouts.export', { id: copy.id, target: { kind: 'default' }, ifExists: 'ask' })
    expect(written.path).toMatch(/常用 28\.95 磅 副本\.版式\.json$/u)
    expect(JSON.parse(readFileSync(written.path, 'utf8'))).toEqual({ format: '整稿版式', version: 1, layout: copy })
    const { contentBase64 } = await must(host, 'layouts.content', { id: copy.id })
    const file = Buffer.from(contentBase64, 'base64')
    expect(await importFile(file)).toMatchObject({ ok: true, value: { how: 'same', layout: copy } })
    await must(host, 'layouts.remove', { id: copy.id, switchTo: null, clientId })
    expect(await importFile(file)).toMatchObject({ ok: true, value: { how: 'added', layout: copy, before: null } })
  })

  it('U11 where the name or id is taken nothing is changed unasked', async () => {
    const copy = await copyOf()
    const other = layoutFileText({ ...setAt(copy, 'grid.linePitch', 570), id: 'elsewhere' })
    expect(await importFile(other)).toMatchObject({ ok: false, error: { code: 'LAYOUT_EXISTS', data: { id: copy.id, name: copy.name, canReplace: true } } })
    expect((await list()).layouts.at(-1)).toEqual(copy)
    const both = await importFile(other, 'keepBoth')
    expect(both).toMatchObject({ ok: true, value: { how: 'added', layout: { name: `${copy.name}（2）`, grid: { linePitch: 570 } } } })
    const replaced = await importFile(other, 'replace')
    expect(replaced).toMatchObject({ ok: true, value: { how: 'replaced', before: copy, layout: { id: copy.id, name: copy.name, grid: { linePitch: 570 } } } })
    await must(host, 'layouts.putBack', { layout: copy, copiedFrom: null, switched: null, clientId })
    expect((await list()).layouts.find((one) => one.id === copy.id)).toEqual(copy)
    expect((await list()).own.find((one) => one.id === copy.id)!.copiedFrom).toBe('common')
    // A shipped one is not replaced, whatever is asked.
    const likeShipped = layoutFileText(setAt(layoutOf('gb33476'), 'grid.linePitch', 570))
    expect(await importFile(likeShipped, 'replace')).toMatchObject({ ok: false, error: { code: 'LAYOUT_EXISTS', data: { canReplace: false } } })
    expect(await importFile(likeShipped, 'keepBoth')).toMatchObject({ ok: true, value: { layout: { name: '国标显现（2）' } } })
  })

  it('U11 files that are none, are newer, make no sense or are hostile end in one clear failure', async () => {
    const good = layoutFileText({ ...layoutOf('common'), id: 'b', name: '乙' })
    const hostile: readonly (readonly [string | Buffer, string])[] = [
      ['', 'FILE_EMPTY'], ['你好', 'LAYOUT_FILE_INVALID'], ['{}', 'LAYOUT_FILE_INVALID'], [good.slice(0, -40), 'LAYOUT_FILE_INVALID'], ['['.repeat(100_000), 'LAYOUT_FILE_INVALID'],
      [Buffer.alloc(300_000, 0x20), 'LAYOUT_FILE_INVALID'], [Buffer.from([0, 1, 2, 3, 0, 0, 0]), 'LAYOUT_FILE_INVALID'],
      [good.replace('{', '{"__proto__":{"polluted":1},'), 'LAYOUT_FILE_INVALID'], [good.replace('"layout": {', '"layout": {"__proto__":{"id":"x"},'), 'LAYOUT_FILE_INVALID'],
      [good.replace('"version": 1', '"version": 2'), 'LAYOUT_FILE_NEWER'], [good.replace('"linePitch": 579', '"linePitch": 100'), 'LAYOUT_FILE_SENSELESS'],
      [good.replace('"linePitch": 579', '"linePitch": 1e308'), 'LAYOUT_FILE_INVALID'],
    ]
    for (const [content, code] of hostile) {
      const answer = await importFile(content)
      // A key that JSON.parse keeps to itself may be passed over; nothing of it may take effect.
      if (answer.ok) expect(answer.value.layout).toEqual({ ...layoutOf('common'), id: 'b', name: '乙' })
      else expect(answer.error.code, String(content).slice(0, 60)).toBe(code)
      if (answer.ok) await must(host, 'layouts.remove', { id: 'b', switchTo: null, clientId })
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    // Saved again by an editor that writes another encoding.
    expect(await importFile(Buffer.from(`\ufeff${good}`, 'utf16le'))).toMatchObject({ ok: true, value: { layout: { name: '乙' } } })
    expect((await list()).own).toHaveLength(1)
  })
})

describe('what a newer program stored', () => {
  it('U6 is told of by name and stays where it is', async () => {
    let backend = await openTestBackend({ dataFolder: temp.folder })
    await must(backend, 'layouts.copy', { id: 'common', clientId })
    await backend.close()
    const database = new (loadSqlite())(join(temp.folder, databaseName))
    database.prepare("UPDATE layouts SET content = json_set(content, '$.schemaVersion', 2)").run()
    database.close()
    backend = await openTestBackend({ dataFolder: temp.folder })
    const { layouts, own, unreadable } = await must(backend, 'layouts.list', {})
    expect([layouts.length, own, unreadable.map((one) => one.name)]).toEqual([shipped.length, [], ['常用 28.95 磅 副本']])
    await backend.close()
  })

  it('U6 shipped layouts are listed while the database waits for the writer’s decision', async () => {
    mkdirSync(temp.folder, { recursive: true })
    writeFileSync(join(temp.folder, databaseName), 'no database at all, but long enough to be looked at as one '.repeat(40))
    const backend = await openTestBackend({ dataFolder: temp.folder })
    expect((await must(backend, 'app.info', {})).recovery).not.toBeNull()
    expect((await must(backend, 'layouts.list', {})).layouts.map((one: Layout) => one.id)).toEqual(shipped.map((one) => one.id))
    await backend.close()
  })
})

