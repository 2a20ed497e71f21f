/** Word templates of a unit's own over every host: added once, tried, filled with drafts, removed and put back. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { callAs, makeClock, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'
import { line, usualBody, wordTemplate } from '../support/word-template.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

const clientId = 'window'
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const documentOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!)
const add = (host: Pick<OpenHost, 'call'>, bytes: Uint8Array, name = '局红头模板.docx') => callAs(host, 'templates.add', { jobId: 'job', name, contentBase64: base64(bytes), clientId })

describe.each(hostNames)('templates over %s', (hostName) => {
  let host: OpenHost
  const open = () => openHost(hostName, () => openTestBackend({ dataFolder: temp.folder, clock: makeClock().clock }))
  beforeEach(async () => { host = await open() })
  afterEach(() => host.close())
  const added = async (bytes = wordTemplate(), name?: string) => {
    const result = await add(host, bytes, name)
    if (!result.ok) throw new Error(result.error.message)
    return result.value.template
  }

  it('U15 is kept with what was found in it, once, and is there after a restart', async () => {
    const template = await added()
    expect(template).toMatchObject({ name: '局红头模板', size: wordTemplate().length })
    expect(template.findings.fields.map((one) => one.name)).toContain('正文')
    expect(await add(host, wordTemplate())).toMatchObject({ ok: false, error: { code: 'TEMPLATE_EXISTS', message: expect.stringContaining('局红头模板') } })
    const other = await added(wordTemplate({ body: usualBody + line('又一份') }))
    expect(other.name).toBe('局红头模板（2）')
    await host.close()
    host = await open()
    expect((await must(host, 'templates.list', {})).templates).toEqual([template, other])
    expect(Buffer.from((await must(host, 'templates.content', { id: template.id })).contentBase64, 'base64').equals(Buffer.from(wordTemplate()))).toBe(true)
  })

  it('U15 is renamed, removed and put back', async () => {
    const template = await added()
    const other = await added(wordTemplate({ body: usualBody + line('又一份') }), '会议纪要.dotx')
    expect((await must(host, 'templates.rename', { id: template.id, name: ' 红头 ', clientId })).template.name).toBe('红头')
    expect(await callAs(host, 'templates.rename', { id: template.id, name: '会议 纪要', clientId })).toMatchObject({ ok: false, error: { code: 'TEMPLATE_NAME_TAKEN' } })
    expect(await must(host, 'templates.remove', { id: template.id, clientId })).toEqual({ name: '红头' })
    expect((await must(host, 'templates.list', {})).templates.map((one) => one.id)).toEqual([other.id])
    for (const name of ['templates.content', 'templates.tryContent'] as const) expect(await callAs(host, name, { id: template.id })).toMatchObject({ ok: false, error: { code: 'TEMPLATE_NOT_FOUND' } })
    expect((await must(host, 'templates.putBack', { id: template.id, clientId })).template.name).toBe('红头')
    expect(await callAs(host, 'templates.putBack', { id: template.id, clientId })).toMatchObject({ ok: false, error: { code: 'TEMPLATE_NOT_FOUND' } })
  })

  it('U14 U15 what cannot be a template changes nothing, with every fault named', async () => {
    expect(await add(host, wordTemplate({ body: line('甲{标题') + line('{#整改事项}') }))).toMatchObject({ ok: false, error: { code: 'TEMPLATE_BROKEN', data: { faults: expect.arrayContaining([expect.objectContaining({ place: expect.stringContaining('正文') })]) } } })
    expect(await add(host, new TextEncoder().encode('文字'))).toMatchObject({ ok: false, error: { code: 'TEMPLATE_NOT_WORD' } })
    expect(await add(host, wordTemplate().slice(0, 900))).toMatchObject({ ok: false, error: { code: 'FILE_DAMAGED' } })
    expect((await must(host, 'templates.list', {})).templates).toEqual([])
  })

  it('U16 a draft is exported by it, in its own layout, and the writer is told what stayed empty', async () => {
    const template = await added()
    const { draftIds } = await must(host, 'drafts.createExamples', {})
    const drafts = (await must(host, 'library.list', { folder: 'active', query: '', kind: 'team-plan', offset: 0, limit: 10 })).drafts
    const draftId = drafts[0]!.id
    expect(draftIds).toContain(draftId)
    const written = await must(host, 'exports.template', { draftId, templateId: template.id, target: { kind: 'default' }, ifExists: 'ask' })
    expect(written.path).toMatch(/（局红头模板）\.docx$/u)
    expect(written.notes.join('')).toContain('留了空')
    const document = documentOf(readFileSync(written.path))
    expect(document).toContain('w:line="592"')
    expect(document).toContain('linesAndChars')
    // In another layout, and for the browser's own download.
    const { contentBase64, notes } = await must(host, 'exports.templateContent', { draftId, templateId: template.id, layout: 'common-28' })
    expect(documentOf(Buffer.from(contentBase64, 'base64'))).toContain('w:line="560"')
    expect(notes).toEqual(written.notes)
    // The plain export has a file of its own.
    const plain = await must(host, 'exports.word', { draftId, target: { kind: 'default' }, ifExists: 'ask' })
    expect(plain.path).not.toBe(written.path)
    expect(await callAs(host, 'exports.template', { draftId, templateId: 'none', target: { kind: 'default' }, ifExists: 'ask' })).toMatchObject({ ok: false, error: { code: 'TEMPLATE_NOT_FOUND' } })
  })

  it('U16 is tried with an example that fills every field', async () => {
    const template = await added()
    const written = await must(host, 'templates.try', { id: template.id, target: { kind: 'default' }, ifExists: 'ask' })
    expect(written.path).toMatch(/示例（局红头模板）\.docx$/u)
    expect(written.notes).toEqual([])
    expect(statSync(written.path).size).toBeGreaterThan(3000)
  })
})

describe('after damage', () => {
  it('U15 U6 templates and layouts are salvaged with the drafts', async () => {
    let backend = await openTestBackend({ dataFolder: temp.folder })
    await must(backend, 'templates.add', { jobId: 'j', name: '模板.docx', contentBase64: base64(wordTemplate()), clientId })
    const { layout } = await must(backend, 'layouts.copy', { id: 'common', clientId })
    await must(backend, 'drafts.create', { kind: 'team-plan' })
    await backend.close()
    const path = join(temp.folder, databaseName)
    const database = new (loadSqlite())(path)
    database.exec('CREATE TABLE filler (text TEXT); INSERT INTO filler SELECT hex(zeroblob(4000)) FROM (SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4)')
    database.close()
    const content = readFileSync(path)
    content.fill(0xa5, content.length - 4096)
    writeFileSync(path, content)
    backend = await openTestBackend({ dataFolder: temp.folder })
    expect((await must(backend, 'app.info', {})).recovery).not.toBeNull()
    await must(backend, 'recovery.salvage', {})
    expect((await must(backend, 'templates.list', {})).templates.map((one) => one.name)).toEqual(['模板'])
    expect((await must(backend, 'layouts.list', {})).layouts.at(-1)).toEqual(layout)
    await backend.close()
  })
})
