/** The built command line as a script would use it: streams, exit codes, JSON. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { paper, useCommandLine } from '../support/command-line.ts'
import { settledLines } from '../support/settle-changes.ts'
import { must, openTestBackend, projectFolder } from '../support/test-backend.ts'
import { all, parse, unpack } from '../word/structure-checks.ts'

const temp = useCommandLine()
const { run, file } = temp

describe('L1 usage', () => {
  it.each([[[]], [['nothing']], [['recognise']], [['recognise', 'a', 'b']], [['list', 'x']], [['export', 'a']], [['export', 'a', '--to', 'x.xlsx']], [['export', 'a', 'b', '--to', 'x.pdf']], [['export', 'a', '--to', 'x.docx', '--pages', '1']], [['export', 'a', '--to', 'x/', '--format', 'odt']], [['ledger']], [['ledger', 'a']], [['ledger', 'a', '--to', 'x.txt']], [['import']], [['list', '--to', 'x.docx']], [['text', 'a', '--wrong']]])('L1 %j is a usage error', (args) => {
    const { code, out, err } = run(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('zhenggao recognise')
  })
  it('tells its usage when asked', () => expect(run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('退出码') }))
})

describe('recognise', () => {
  it('L2 prints draft, report, outline and items and stores nothing', () => {
    const path = file('文 件.txt', paper)
    const { code, out, err } = run(['recognise', path, '--json'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const result = JSON.parse(out) as { draft: { kind: string; title: string }; report: object[]; outline: unknown; items: unknown }
    expect(result.draft).toMatchObject({ kind: 'team-plan', title: '青禾县水务局党组班子整改方案' })
    expect(result.report).toEqual(expect.arrayContaining([
      expect.objectContaining({ kind: 'advertisement', line: 1, before: '仅供学习 禁止外传', after: '' }),
      expect.objectContaining({ kind: 'renumbered', line: 10, before: '（三）', after: '（二）' }),
      expect.objectContaining({ kind: 'stray-blank', line: 7 }),
    ]))
    expect(result.outline).toEqual([{ number: '一、', text: '整改措施', children: [{ number: '（一）', text: '理论学习方面', children: [] }, { number: '（二）', text: '工作作风方面', children: [] }] }])
    expect(result.items).toEqual([
      { group: '理论学习方面', problems: ['学用结合不紧。学习停留在读文件。'], causes: [], measures: ['每月集中学习1次。'], timeLimits: [{ text: '11月底前完成。', kinds: ['monthEnd'], due: '2023-11-30', ongoing: false, yearInferred: true }], responsible: ['王某某'] },
      { group: '工作作风方面', problems: ['调研不深。'], causes: [], measures: ['每季度到基层不少于2次。'], timeLimits: [{ text: '立行立改，长期坚持。', kinds: ['immediate', 'longTerm'], due: null, ongoing: true, yearInferred: false }], responsible: [] },
    ])
    expect(readdirSync(temp.folder)).toEqual(['文 件.txt'])
    expect(readFileSync(path, 'utf8')).toBe(paper)
  })
  it('prints for people without --json', () => {
    const { code, out } = run(['recognise', file('a.txt', paper)])
    expect(code).toBe(0)
    expect(out).toContain('问题\t一是调研不深。')
  })
})

describe('text', () => {
  it('prints the printed text', () => {
    const { code, out } = run(['text', file('a.txt', paper)])
    expect(code).toBe(0)
    expect(out.split('\n').slice(0, 3)).toEqual(['青禾县水务局党组班子整改方案', '一、整改措施', '（一）理论学习方面'])
  })
})

describe('the library', () => {
  it('L3 imports files, lists them, exports one; a bad file never stops the rest', () => {
    const data = join(temp.folder, '资料')
    const first = file('一.txt', paper)
    const second = file('二.txt', paper.replaceAll('青禾县', '柳河县'))
    const imported = run(['import', first, join(temp.folder, '没有.txt'), second, '--data', data, '--json'])
    expect(imported.code).toBe(1)
    const results = JSON.parse(imported.out) as { file: string; draftId?: string; title?: string; kind?: string; report?: object[]; error?: { code: string } }[]
    expect(results.map((result) => result.error?.code ?? result.title)).toEqual(['青禾县水务局党组班子整改方案', 'FILE_NOT_FOUND', '柳河县水务局党组班子整改方案'])
    expect(results[0]).toMatchObject({ file: first, kind: 'team-plan', report: expect.arrayContaining([expect.objectContaining({ kind: 'advertisement' })]) as object })
    const listed = run(['list', '--data', data, '--json'])
    const { drafts } = JSON.parse(listed.out) as { drafts: { id: string; title: string; kind: string; updatedAt: string }[] }
    expect(drafts.map((draft) => draft.id).sort()).toEqual([results[0]!.draftId, results[2]!.draftId].sort())
    expect(Object.keys(drafts[0]!)).toEqual(['id', 'title', 'kind', 'updatedAt'])
    expect(new Date(drafts[0]!.updatedAt).toISOString()).toBe(drafts[0]!.updatedAt)

    const out = join(temp.folder, '出.docx')
    expect(run(['export', drafts[0]!.id, '--to', out, '--data', data])).toMatchObject({ code: 0, out: `${out}\n` })
    expect(run(['text', drafts[0]!.id, '--data', data]).out).toBe(run(['text', out]).out)
  })

  it('tells a data folder that another program uses', () => {
    const data = join(temp.folder, 'd')
    run(['import', file('a.txt', paper), '--data', data])
    // The same file held open exclusively by another process.
    const holder = spawnSync(process.execPath, ['-e', `
      const Sqlite = require(${JSON.stringify(join(projectFolder, 'node_modules/better-sqlite3'))})
      const database = new Sqlite(${JSON.stringify(join(data, 'zhenggao.db'))})
      database.pragma('locking_mode = EXCLUSIVE'); database.exec('BEGIN EXCLUSIVE')
      const { spawnSync } = require('node:child_process')
      const ran = spawnSync(process.execPath, [${JSON.stringify(join(projectFolder, 'dist/electron/command-line.js'))}, 'list', '--data', ${JSON.stringify(data)}], { encoding: 'utf8' })
      console.log(JSON.stringify({ code: ran.status, err: ran.stderr }))
    `], { encoding: 'utf8' })
    expect(JSON.parse(holder.stdout)).toMatchObject({ code: 1, err: expect.stringContaining('正被另一个整稿使用') })
  }, 30_000)
})

describe('export', () => {
  it('X1 X2 writes the same bytes again over its own file, and nothing over a foreign one unasked', () => {
    const source = file('a.txt', paper)
    const out = join(temp.folder, 'a.docx')
    expect(run(['export', source, '--to', out]).code).toBe(0)
    const bytes = readFileSync(out)
    expect(run(['export', source, '--to', out]).code).toBe(0)
    expect(readFileSync(out).equals(bytes)).toBe(true)
    writeFileSync(out, 'foreign')
    expect(run(['export', source, '--to', out, '--json'])).toMatchObject({ code: 1, out: expect.stringContaining('FILE_EXISTS') })
    expect(readFileSync(out, 'utf8')).toBe('foreign')
    expect(run(['export', source, '--to', out, '--replace']).code).toBe(0)
    expect(readFileSync(out).equals(bytes)).toBe(true)
    writeFileSync(join(temp.folder, '~$a.docx'), '')
    expect(run(['export', source, '--to', out])).toMatchObject({ code: 1, err: expect.stringContaining('FILE_OPEN') })
  })
  it('takes a layout by name or id and names those there are', () => {
    const source = file('a.txt', paper)
    expect(run(['export', source, '--to', join(temp.folder, 'a.docx'), '--layout', '常用']).code).toBe(0)
    expect(run(['export', source, '--to', join(temp.folder, 'b.docx'), '--layout', 'common-28']).code).toBe(0)
    expect(run(['export', source, '--to', join(temp.folder, 'c.docx'), '--layout', '没有'])).toMatchObject({ code: 1, err: expect.stringContaining('国标显现') })
  })
  it('writes text', () => {
    const out = join(temp.folder, 'a.txt.txt')
    expect(run(['export', file('a.txt', paper), '--to', out]).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('整改时限：11月底前完成。\n')
  })
})

describe('L3 W49 whole folders', () => {
  it('L3 W49 imports a folder with all below it, says what became of each file, and knows a file again', () => {
    const folder = join(temp.folder, '资料')
    for (const sub of ['一科', '一科/旧', '空']) mkdirSync(join(folder, sub), { recursive: true })
    const put = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
    put('方案10.txt', paper.replaceAll('青禾县', '柳河县'))
    put('方案2.txt', paper)
    put('~$方案2.docx', 'lock')
    put('.DS_Store', 'x')
    put('一科/照片.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]))
    put('一科/坏.docx', Buffer.from('PK\u0003\u0004 broken'))
    put('一科/旧/同.txt', paper)
    const ran = run(['import', folder, '--data', 'data', '--json'])
    expect(ran.code).toBe(1)
    const results = JSON.parse(ran.out) as { file: string; outcome: string; reason?: string; title?: string; problems?: number; error?: { code: string } }[]
    expect(results.map(({ file: path, outcome, reason, error }) => [path.slice(folder.length + 1), outcome, reason ?? error?.code])).toEqual([
      ['.DS_Store', 'skipped', 'system'], ['~$方案2.docx', 'skipped', 'lock'], ['方案2.txt', 'stored', undefined], ['方案10.txt', 'stored', undefined],
      ['一科/坏.docx', 'failed', 'FILE_TYPE_UNSUPPORTED'], ['一科/照片.jpg', 'skipped', 'not-document'], ['一科/旧/同.txt', 'skipped', 'known'],
    ])
    expect(results[2]).toMatchObject({ title: '青禾县水务局党组班子整改方案', problems: 2 })
    expect(run(['import', folder, '--data', 'data']).err).toContain('存入 0 份，跳过 6 个，没有导入 1 个。')
    expect(run(['import', join(folder, '方案2.txt'), '--data', 'data'])).toMatchObject({ code: 0, out: '', err: expect.stringContaining('已导入过') })
    expect(run(['import', join(folder, '方案2.txt'), '--again', '--data', 'data'])).toMatchObject({ code: 0, out: expect.stringContaining('team-plan') })
    expect((JSON.parse(run(['list', '--data', 'data', '--json']).out) as { drafts: object[] }).drafts).toHaveLength(3)
  }, 60_000)
})

describe('ledger', () => {
  it('L3 G1 lists the items of files and stored drafts as JSON, Excel and Word; what cannot be read is told of and the rest goes on', async () => {
    const path = file('方案.txt', paper)
    const told = run(['ledger', path, join(temp.folder, 'gone.txt'), '--to', 'out.json', '--json'])
    expect(told).toMatchObject({ code: 1, err: expect.stringContaining('FILE_NOT_FOUND') })
    expect(JSON.parse(told.out)).toMatchObject({ items: 2, failed: 1 })
    const ledger = JSON.parse(readFileSync(join(temp.folder, 'out.json'), 'utf8')) as { title: string; rows: { number: number; values: object; due: string | null; state: string }[]; summary: object }
    expect(ledger.title).toBe('青禾县水务局党组班子整改台账')
    expect(ledger.rows).toMatchObject([
      { number: 1, due: '2023-11-30', state: 'not-started', values: { category: '理论学习方面', person: '王某某', measure: '每月集中学习1次。' } },
      { number: 2, due: null, state: 'long-term', missing: ['responsible'] },
    ])
    expect(ledger.summary).toMatchObject({ total: 2, underWay: 1, longTerm: 1 })

    const [id] = run(['import', path, '--data', 'data']).out.split('\t')
    for (const [name, list] of [['台账.xlsx', '整改台账'], ['责任.docx', '责任清单']] as const) {
      const first = run(['ledger', id!, '--to', name, '--list', list, '--data', 'data'])
      expect(first).toMatchObject({ code: 0, err: '' })
      const bytes = readFileSync(join(temp.folder, name))
      expect(bytes.subarray(0, 2).toString()).toBe('PK')
      expect(run(['ledger', id!, '--to', name, '--list', list, '--data', 'data']).code).toBe(0)
      writeFileSync(join(temp.folder, name), 'changed')
      expect(run(['ledger', id!, '--to', name, '--data', 'data'])).toMatchObject({ code: 1, err: expect.stringContaining('FILE_EXISTS') })
    }
    // Of stored drafts the sheet can be merged back: rows of tables have names of their own by then, not their places.
    const [tableId] = run(['import', file('台账.txt', '青禾县水务局整改台账\n序号\t存在问题\t整改措施\t整改时限\t责任人\n1\t学习不深\t每月学习\t2024年6月底前\t王某某\n2\t调研不深\t每季下乡\t长期坚持\t李某某\n'), '--data', 'data']).out.split('\t')
    expect(run(['ledger', tableId!, '--to', '两行.xlsx', '--data', 'data']).code).toBe(0)
    const backend = await openTestBackend({ dataFolder: join(temp.folder, 'data') })
    const { draft, revision } = await must(backend, 'drafts.open', { draftId: tableId! })
    const table = draft.blocks.find((block) => block.role === 'table')!
    expect(table.rowIds).toHaveLength(table.rows.length)
    const rows = table.rows.toSpliced(1, 0, ['0', '新增一行', '另行安排', '', ''])
    await must(backend, 'drafts.save', { draftId: tableId!, baseRevision: revision, clientId: 'test', draft: { ...draft, blocks: draft.blocks.map((block) => (block === table ? { ...table, rows, rowIds: table.rowIds!.toSpliced(1, 0, 'new') } : block)) } })
    const merged = await must(backend, 'ledger.readSheet', { jobId: 'j', name: '两行.xlsx', contentBase64: readFileSync(join(temp.folder, '两行.xlsx')).toString('base64') })
    await backend.close()
    expect(merged).toMatchObject({ changes: [], unknown: [] })
    expect(run(['ledger', path, '--to', 'x.xlsx', '--list', '没有'])).toMatchObject({ code: 1, err: expect.stringContaining('问题清单') })
    expect(run(['ledger', file('空.txt', '通知\n各科室：\n请参加会议。'), '--to', 'x.json'])).toMatchObject({ code: 1, err: expect.stringContaining('LEDGER_EMPTY') })
    expect(existsSync(join(temp.folder, 'x.json'))).toBe(false)
  })
})

describe('N14 export with notes and with changes', () => {
  const old = () => file('旧稿.txt', paper)
  const now = () => file('新稿.txt', paper.replace('学习停留在读文件', '学习停留在读文件、念报纸'))
  it('N14 writes what changed since another file as tracked changes', () => {
    const to = join(temp.folder, '修订.docx')
    expect(run(['export', now(), '--to', to, '--changes-from', old(), '--author', '张三', '--json'])).toMatchObject({ code: 0, err: '' })
    const document = parse(unpack(new Uint8Array(readFileSync(to)))['word/document.xml']!)
    expect(settledLines(document, 'accept').join('\n')).toContain('读文件、念报纸。')
    expect(settledLines(document, 'reject').join('\n')).toContain('读文件。')
    expect(new Set(['w:ins', 'w:del'].flatMap((name) => all(document, name)).map((one) => one.attributes['w:author']))).toEqual(new Set(['张三']))
  })
  it('N14 says what there is to say, and refuses what makes no sense', () => {
    const to = join(temp.folder, '批注.docx')
    expect(run(['export', now(), '--to', to, '--notes'])).toMatchObject({ code: 0, err: '这份文稿没有批注和脚注。\n' })
    expect(run(['export', now(), '--to', to, '--changes-from', join(temp.folder, '没有.txt'), '--replace']).code).toBe(1)
    for (const more of [['--notes', '--changes-from', 'x'], ['--author', '张三']]) expect(run(['export', now(), '--to', to, ...more]).code).toBe(2)
    expect(run(['export', now(), '--to', join(temp.folder, 'x.txt'), '--notes']).code).toBe(2)
  })
})

describe('other file types', () => {
  it('W20 recognise, text, import and export take every type by its content, whatever it is called', async () => {
    const { foreignCases } = await import('../foreign/foreign-cases.ts')
    const data = join(temp.folder, 'data')
    for (const format of ['doc', 'wps', 'rtf', 'html', 'mht', 'wordml', 'flat-opc', 'odt', 'fodt']) {
      const path = file(`${format}.bin`, Buffer.from(foreignCases.find((one) => one.format === format)!.bytes()))
      const recognised = run(['recognise', path, '--json', '--no-converter'])
      expect(recognised.err, format).not.toContain('没有存入')
      expect(recognised.code, format).toBe(0)
    }
    const rtf = file('一.doc', Buffer.from(foreignCases.find((one) => one.name === 'rtf-list-text')!.bytes()))
    expect(run(['text', rtf]).out).toContain('一、存在问题')
    const old = file('二.txt', Buffer.from(foreignCases.find((one) => one.name === 'doc-numbers')!.bytes()))
    const imported = run(['import', old, rtf, '--data', data, '--no-converter'])
    expect(imported).toMatchObject({ code: 0 })
    expect(imported.out.trim().split('\n')).toHaveLength(2)
    expect(run(['export', old, '--to', join(temp.folder, 'o.txt'), '--no-converter']).code).toBe(0)
    expect(readFileSync(join(temp.folder, 'o.txt'), 'utf8')).toContain('一、存在的问题')
    expect(run(['recognise', old, '--no-converter']).err).toContain('直接读取了旧版 Word')
    expect(run(['list', '--no-converter']).code).toBe(2)
  }, 60_000)
})
