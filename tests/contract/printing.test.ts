/** Paper over every host: real typesetting, a real Chromium, PDF read back by poppler. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { browserPdfPorts } from '../../electron/backend/pages/browser-pdf.ts'
import { findBrowser } from '../../electron/backend/pages/find-browser.ts'
import type { Ports } from '../../electron/backend/ports.ts'
import { loadResources } from '../../electron/backend/resources.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { wholePaper } from '../../shared/print/print-selection.ts'
import { setDraft } from '../../shared/typeset/set-draft.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { readPdf, withoutBlanks } from '../support/read-pdf.ts'
import { callAs, makeTempFolder, must, openTestBackend, projectFolder } from '../support/test-backend.ts'

const pdf = browserPdfPorts(findBrowser(), join(projectFolder, 'dist/renderer'))
afterAll(async () => { await pdf.close?.() })
/** Hosts come and go; the browser stays for all of them. */
const { close: _close, ...pdfPorts } = pdf

const layouts = loadResources(join(projectFolder, 'resources')).layouts
const layoutNamed = (id: string) => layouts.find((layout) => layout.id === id)!
const pagesOf = (draft: Draft, layout = draft.layout) => setDraft(draft, layoutNamed(layout)).pages
const linesOf = (page: ReturnType<typeof pagesOf>[number]) => page.lines.map((line) => withoutBlanks(line.text)).filter((line) => line !== '')
/** The page's number stands below the lines. */
const withoutNumber = (lines: readonly string[]) => lines.filter((line) => !/^[—-]\d+[—-]$/u.test(line))

const all = wholePaper
const target = { kind: 'default' } as const

describe.each(hostNames)('printing over %s', (hostName) => {
  let host: OpenHost
  let temp: ReturnType<typeof makeTempFolder>
  const open = async (ports: Partial<Ports> = pdfPorts) => { host = await openHost(hostName, () => openTestBackend({ dataFolder: temp.folder, ports })) }
  beforeEach(async () => {
    temp = makeTempFolder()
    await open()
  })
  afterEach(async () => {
    await host.close()
    temp.remove()
  })
  const examples = async () => (await must(host, 'drafts.createExamples', {})).draftIds
  const draftOf = async (draftId: string) => (await must(host, 'drafts.open', { draftId })).draft
  const plan = async () => {
    for (const draftId of await examples()) if ((await draftOf(draftId)).kind === 'team-plan') return draftId
    throw new Error('no example of a team plan')
  }
  const store = async (draftId: string, change: (draft: Draft) => Draft) => {
    const { draft, revision } = await must(host, 'drafts.open', { draftId })
    await must(host, 'drafts.save', { draftId, baseRevision: revision, draft: change(draft), clientId: 'test' })
  }

  it('P18 the PDF has the pages and lines of the typesetting, its text can be searched, its title is the paper’s', async () => {
    const draftId = await plan()
    const draft = await draftOf(draftId)
    const made = await must(host, 'exports.pdf', { jobId: 'j', draftId, layout: null, selection: all, target, ifExists: 'ask' })
    const read = readPdf(readFileSync(made.path))
    const pages = pagesOf(draft)
    expect(made.pages).toBe(pages.length)
    expect(pages.length).toBeGreaterThan(3)
    expect(read.pages.map((page) => withoutNumber(page.lines))).toEqual(pages.map(linesOf))
    expect(read.title).toBe(draft.title)
    // Neither machine nor program version is told.
    expect(read.creator).toBe('Zhenggao')
    for (const { width, height } of read.pages) {
      expect(width).toBeCloseTo(210, 0)
      expect(height).toBeCloseTo(297, 0)
    }
    expect(readdirSync(join(temp.folder, 'exports'))).toEqual([`${draft.title}.pdf`])
  })

  it('P18 only the chosen pages, in another layout where one is named', async () => {
    const draftId = await plan()
    const draft = await draftOf(draftId)
    const made = await must(host, 'exports.pdfContent', { jobId: 'j', draftId, layout: 'common-28', selection: { range: '3,1', sides: 'all', reverse: false } })
    const pages = pagesOf(draft, 'common-28')
    expect(made.fileName).toBe(`${draft.title}.pdf`)
    expect(readPdf(Buffer.from(made.contentBase64, 'base64')).pages.map((page) => withoutNumber(page.lines))).toEqual([linesOf(pages[2]!), linesOf(pages[0]!)])
    expect((await draftOf(draftId)).layout).toBe(draft.layout)
  })

  it('P26 with LibreOffice’s lines where they are asked for, in PDF, print and many at once; Word’s unless said', async () => {
    const draftId = await plan()
    const draft = await draftOf(draftId)
    const office = setDraft(draft, layoutNamed(draft.layout), 'libreoffice').pages
    expect(office.map(linesOf)).not.toEqual(pagesOf(draft).map(linesOf))
    const made = await must(host, 'exports.pdfContent', { jobId: 'j', draftId, layout: null, flavour: 'libreoffice', selection: all })
    expect(readPdf(Buffer.from(made.contentBase64, 'base64')).pages.map((page) => withoutNumber(page.lines))).toEqual(office.map(linesOf))
    const file = await must(host, 'exports.pdf', { jobId: 'j', draftId, layout: null, flavour: 'libreoffice', selection: all, target, ifExists: 'ask' })
    expect(readPdf(readFileSync(file.path)).pages.map((page) => withoutNumber(page.lines))).toEqual(office.map(linesOf))
    const folder = await must(host, 'exports.batch', { jobId: 'j', draftIds: [draftId], layout: null, flavour: 'libreoffice', format: 'pdf' })
    expect(readPdf(readFileSync(join(folder.folder, folder.files[0]!.name))).pages.map((page) => withoutNumber(page.lines))).toEqual(office.map(linesOf))
    const printed = async (flavour?: 'word' | 'libreoffice') => (await must(host, 'prints.html', { jobId: 'j', draftIds: [draftId], layout: null, ...(flavour === undefined ? {} : { flavour }), selection: all, nonce: '' })).html
    expect(await printed('word')).toBe(await printed())
    expect(await printed('libreoffice')).not.toBe(await printed())
  }, 90_000)

  it('P16 gives the window the chosen pages as one document, with an empty back where a sheet has none', async () => {
    const draftId = await plan()
    const pages = pagesOf(await draftOf(draftId))
    const { html, faces, failed } = await must(host, 'prints.html', { jobId: 'j', draftIds: [draftId], layout: null, selection: { range: '2-4', sides: 'backs', reverse: true }, nonce: 'n0nce' })
    expect({ faces, failed }).toEqual({ faces: 2, failed: [] })
    expect(html.match(/<section/g)?.length).toBe(2)
    expect(html).toContain('<style nonce="n0nce">')
    const text = withoutBlanks(html.replaceAll(/<[^>]*>/g, ''))
    expect(text.indexOf(linesOf(pages[3]!)[0]!)).toBeLessThan(text.indexOf(linesOf(pages[1]!)[0]!))
    expect(text).not.toContain(linesOf(pages[2]!).reduce((one, other) => (other.length > one.length ? other : one)))
  })

  it('P14 tells of a range that makes no sense, and of one without pages; nothing is written', async () => {
    const draftId = await plan()
    for (const [range, sides, code] of [['9-', 'all', 'PAGES_INVALID'], ['abc', 'all', 'PAGES_INVALID'], ['1', 'even', 'PAGES_EMPTY']] as const) {
      expect(await callAs(host, 'exports.pdf', { jobId: 'j', draftId, layout: null, selection: { range, sides, reverse: false }, target, ifExists: 'ask' })).toMatchObject({ ok: false, error: { code } })
      expect(await callAs(host, 'prints.html', { jobId: 'j', draftIds: [draftId], layout: null, selection: { range, sides, reverse: false }, nonce: '' })).toMatchObject({ ok: false, error: { code } })
    }
    expect(await callAs(host, 'exports.pdf', { jobId: 'j', draftId, layout: 'none', selection: all, target, ifExists: 'ask' })).toMatchObject({ ok: false, error: { code: 'LAYOUT_UNKNOWN' } })
    expect(await callAs(host, 'exports.pdf', { jobId: 'j', draftId: 'gone', layout: null, selection: all, target, ifExists: 'ask' })).toMatchObject({ ok: false, error: { code: 'DRAFT_NOT_FOUND' } })
    expect(existsSync(join(temp.folder, 'exports'))).toBe(false)
  })

  it('P19 without a browser says what to do; a browser that fails leaves nothing behind', async () => {
    const draftId = await plan()
    await host.close()
    await open({})
    const input = { jobId: 'j', draftId, layout: null, selection: all, target, ifExists: 'ask' } as const
    expect(await must(host, 'prints.abilities', {})).toEqual({ pdf: false, print: false })
    expect(await callAs(host, 'exports.pdf', input)).toMatchObject({ ok: false, error: { code: 'PDF_UNAVAILABLE', message: expect.stringContaining('请安装') as string } })
    expect(await callAs(host, 'exports.batch', { jobId: 'j', draftIds: [draftId], layout: null, format: 'pdf' })).toMatchObject({ ok: false, error: { code: 'PDF_UNAVAILABLE' } })
    expect(await callAs(host, 'prints.start', { jobId: 'j', draftIds: [draftId], layout: null, selection: all })).toMatchObject({ ok: false, error: { code: 'PRINT_UNAVAILABLE' } })
    await host.close()
    // A program that ends at once, as a browser does that cannot be started.
    const broken = browserPdfPorts('/bin/false', join(projectFolder, 'dist/renderer'))
    await open(broken)
    expect(await callAs(host, 'exports.pdf', input)).toMatchObject({ ok: false, error: { code: 'PDF_FAILED' } })
    expect(existsSync(join(temp.folder, 'exports'))).toBe(false)
  })

  it('P16 prints through the system where it can, and knows a cancelled dialogue from a failed printer', async () => {
    const draftId = await plan()
    const job = { jobId: 'j', draftIds: [draftId], layout: null, selection: { range: '2', sides: 'all', reverse: false } } as const
    const printed: string[] = []
    for (const [print, expected] of [
      [async (html: string) => { printed.push(html); return true }, { ok: true, value: { printed: true, faces: 1, failed: [] } }],
      [async () => false, { ok: true, value: { printed: false } }],
      [async () => { throw new Error('no paper') }, { ok: false, error: { code: 'PRINT_FAILED' } }],
    ] as const) {
      await host.close()
      await open({ print, fontsAddress: 'app://zhenggao/fonts/' })
      expect(await callAs(host, 'prints.start', job)).toMatchObject(expected)
    }
    expect(printed[0]).toContain('app://zhenggao/fonts/fonts.css')
  })

  it('P22 exports twenty drafts into a folder of their own; the broken one is told of and stops nothing', async () => {
    const own = await examples()
    const draftIds = [...own]
    while (draftIds.length < 20) draftIds.push((await must(host, 'drafts.copy', { draft: await draftOf(own[draftIds.length % own.length]!), title: '同名' })).draftId)
    await store(draftIds[4]!, (draft) => ({ ...draft, layout: 'no-such-layout' }))
    await host.close()
    const database = new Database(join(temp.folder, 'zhenggao.db'))
    const { number } = database.prepare('SELECT number FROM drafts WHERE id = ?').get(draftIds[11]!) as { number: number }
    database.prepare("UPDATE draft_contents SET content = '{\"schemaVersion\":3,\"broken\":true}' WHERE number = ?").run(number)
    database.close()
    await open()
    const events: BackendEvent[] = []
    const stop = host.subscribe((event) => events.push(event))
    await new Promise((resolve) => { setTimeout(resolve, 50) })
    mkdirSync(join(temp.folder, 'exports'))
    const made = await must(host, 'exports.batch', { jobId: 'many', draftIds, layout: null, format: 'docx' })
    expect(made.failed.map((one) => one.draftId)).toEqual([draftIds[4], draftIds[11]])
    expect(made.failed[0]!.message).toContain('用的版式已不在本机')
    expect(made.files.length).toBe(18)
    expect(made.cancelled).toBe(false)
    const names = made.files.map((file) => file.name)
    expect(new Set(names).size).toBe(18)
    expect(readdirSync(made.folder).sort()).toEqual([...names, '导出清单.txt'].sort())
    for (const name of names) expect(readFileSync(join(made.folder, name)).subarray(0, 2).toString()).toBe('PK')
    const list = readFileSync(join(made.folder, '导出清单.txt'), 'utf8')
    expect(list).toContain('写出 18 份，未写出 2 份')
    for (const name of names) expect(list).toContain(name)
    await expect.poll(() => events.filter((event) => event.type === 'job-progress' && event.jobId === 'many').length).toBe(20)
    expect(events.findLast((event) => event.type === 'job-progress')).toMatchObject({ done: 1 })
    stop()
    // A second export on the same day goes into a folder of its own.
    const again = await must(host, 'exports.batch', { jobId: 'more', draftIds: draftIds.slice(0, 2), layout: null, format: 'pdf' })
    expect(again.folder).not.toBe(made.folder)
    expect(again.files.map((file) => file.name.endsWith('.pdf'))).toEqual([true, true])
    expect(readPdf(readFileSync(join(again.folder, again.files[0]!.name))).pages.length).toBe(pagesOf(await draftOf(draftIds[0]!)).length)
  }, 60_000)

  it('P22 stops when told to; what is written is whole', async () => {
    const own = await examples()
    const draftIds = [...own]
    while (draftIds.length < 60) draftIds.push((await must(host, 'drafts.copy', { draft: await draftOf(own[0]!), title: '同名' })).draftId)
    const running = callAs(host, 'exports.batch', { jobId: 'stop', draftIds, layout: null, format: 'docx' })
    const stopping = new Promise<void>((resolve) => {
      const stop = host.subscribe((event) => {
        if (event.type !== 'job-progress' || event.jobId !== 'stop') return
        stop()
        resolve()
      })
    })
    await Promise.race([stopping, running])
    await must(host, 'jobs.cancel', { jobId: 'stop' })
    const made = await running
    if (!made.ok) throw new Error(made.error.message)
    expect(made.value.cancelled).toBe(true)
    expect(made.value.files.length).toBeLessThan(60)
    expect(readdirSync(made.value.folder).filter((name) => name !== '导出清单.txt').sort()).toEqual(made.value.files.map((file) => file.name).sort())
  }, 60_000)

  it('P23 prints several papers in one go, each on a sheet of its own; one that fails is told of', async () => {
    const draftIds = (await examples()).slice(0, 3)
    await store(draftIds[1]!, (draft) => ({ ...draft, layout: 'no-such-layout' }))
    const counts = await Promise.all([draftIds[0]!, draftIds[2]!].map(async (draftId) => pagesOf(await draftOf(draftId)).length))
    const { faces, failed } = await must(host, 'prints.html', { jobId: 'j', draftIds, layout: null, selection: all, nonce: '' })
    expect(failed.map((one) => one.draftId)).toEqual([draftIds[1]])
    expect(faces).toBe(Math.ceil(counts[0]! / 2) * 2 + counts[1]!)
  })
})

describe('the built fonts', () => {
  it('P11 stand beside the pages with their licences, under their own names', () => {
    const fonts = join(projectFolder, 'dist/renderer/fonts')
    const css = readFileSync(join(fonts, 'fonts.css'), 'utf8')
    expect(new Set([...css.matchAll(/font-family: ?'([^']+)'/g)].map((match) => match[1]))).toEqual(new Set(['LXGW WenKai', 'Noto Serif SC Variable', 'Noto Serif SC Heavy', 'Noto Sans SC Variable']))
    const files = [...css.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1]!)
    expect(files.length).toBeGreaterThan(300)
    for (const file of new Set(files)) expect(existsSync(join(fonts, file)), file).toBe(true)
    for (const folder of readdirSync(fonts, { withFileTypes: true })) if (folder.isDirectory()) expect(readFileSync(join(fonts, folder.name, 'OFL.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE')
  })
})
