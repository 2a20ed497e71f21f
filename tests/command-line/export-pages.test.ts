/** The built command line exporting PDF, and many drafts into a folder. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPdf } from '../support/read-pdf.ts'
import { makeTempFolder, projectFolder } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const result = spawnSync(process.execPath, [join(projectFolder, 'dist/electron/command-line.js'), ...args], { encoding: 'utf8', cwd: temp.folder, env: { ...process.env, XDG_DATA_HOME: join(temp.folder, 'xdg'), ...environment } })
  return { code: result.status, out: result.stdout, err: result.stderr }
}

const paper = (title: string) => `${title}

一、整改措施
（一）理论学习方面
一是学用结合不紧。学习停留在读文件。
整改措施：每月集中学习1次。
整改时限：11月底前完成。
`
const file = (name: string, content: string | Buffer) => {
  const path = join(temp.folder, name)
  writeFileSync(path, content)
  return path
}

describe('P24 export', () => {
  it('P24 a file becomes a PDF with its text; only the pages asked for', () => {
    const out = join(temp.folder, '甲.pdf')
    expect(run(['export', file('甲.txt', paper('青禾县水务局党组整改方案')), '--to', out])).toMatchObject({ code: 0, out: `${out}\n`, err: '' })
    const read = readPdf(readFileSync(out))
    expect(read.title).toBe('青禾县水务局党组整改方案')
    expect(read.pages[0]!.lines).toEqual(expect.arrayContaining(['青禾县水务局党组整改方案', '一、整改措施', '一是学用结合不紧。学习停留在读文件。']))
    expect(run(['export', join(temp.folder, '甲.txt'), '--to', join(temp.folder, '乙.pdf'), '--pages', '4', '--json'])).toMatchObject({ code: 1, out: expect.stringContaining('PAGES_INVALID') as string })
    // A PDF that stands there is somebody's: not replaced unasked.
    expect(run(['export', join(temp.folder, '甲.txt'), '--to', out, '--layout', '常用'])).toMatchObject({ code: 1, err: expect.stringContaining('FILE_EXISTS') as string })
    expect(readdirSync(temp.folder).filter((name) => name.endsWith('.pdf'))).toEqual(['甲.pdf'])
  })

  it.runIf(process.platform === 'linux')('P24 a folder that cannot be made is told of at once', () => {
    // Node's own recursive mkdir never comes back from here.
    const { code, err } = run(['export', file('甲.txt', paper('方案')), '--to', '/proc/没有/甲.docx'])
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('TARGET_NOT_WRITABLE') as string })
    expect(run(['export', join(temp.folder, '甲.txt'), '--to', '/proc/没有/'])).toMatchObject({ code: 1, err: expect.stringContaining('TARGET_NOT_WRITABLE') as string })
    expect(run(['list', '--data', '/proc/没有'])).toMatchObject({ code: 1 })
  })

  it('P26 --flavour takes word or libreoffice, and only where a PDF is made', () => {
    const path = file('甲.txt', paper('青禾县水务局党组整改方案'))
    expect(run(['export', path, '--to', join(temp.folder, 'a.pdf'), '--flavour', 'wps'])).toMatchObject({ code: 2, err: expect.stringContaining('--flavour 后面写 word') as string })
    expect(run(['export', path, '--to', join(temp.folder, 'a.docx'), '--flavour', 'libreoffice'])).toMatchObject({ code: 2, err: expect.stringContaining('--flavour 只用于 PDF') as string })
    expect(readdirSync(temp.folder).filter((name) => /^a\./.test(name))).toEqual([])
    expect(run(['export', path, '--to', join(temp.folder, 'a.pdf'), '--flavour', 'libreoffice'])).toMatchObject({ code: 0, err: '' })
  })

  it('P24 without a browser says what to do', () => {
    const out = join(temp.folder, '甲.pdf')
    const { code, err } = run(['export', file('甲.txt', paper('方案')), '--to', out], { PATH: '/nowhere' })
    // Fixed places of browsers may still hold one on this machine.
    if (code === 0) return expect(existsSync('/opt/google/chrome/google-chrome')).toBe(true)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('PDF_UNAVAILABLE') as string })
    expect(existsSync(out)).toBe(false)
    return undefined
  })

  it.each(['docx', 'pdf', 'txt'])('P24 several files and stored drafts into a folder as %s, names unique; one bad file never stops the rest', (format) => {
    const data = join(temp.folder, '资料')
    const stored = run(['import', file('丙.txt', paper('同名方案')), '--data', data, '--json'])
    const { draftId } = (JSON.parse(stored.out) as { draftId: string }[])[0]!
    const bad = file('坏.docx', Buffer.from('PK\u0003\u0004not a document'))
    const out = join(temp.folder, '成稿')
    const { code, out: said, err } = run(['export', file('甲.txt', paper('同名方案')), bad, draftId, file('乙.txt', paper('另一份方案')), 'no-such-id', '--to', `${out}/`, '--format', format, '--data', data, '--json'])
    expect(code).toBe(1)
    expect(readdirSync(out).sort()).toEqual([`同名方案.${format}`, `同名方案（2）.${format}`, `另一份方案.${format}`].sort())
    const results = JSON.parse(said) as { source: string; path?: string; error?: { code: string } }[]
    expect(results.map((one) => one.error?.code.replace(/^FILE_.*/, 'FILE') ?? 'written')).toEqual(['written', 'FILE', 'written', 'written', 'DRAFT_NOT_FOUND'])
    expect(err).toContain('坏.docx')
    const bytes = readFileSync(join(out, `同名方案.${format}`))
    expect(bytes.subarray(0, 4).toString('latin1')).toBe({ docx: 'PK\u0003\u0004', pdf: '%PDF', txt: bytes.subarray(0, 4).toString('latin1') }[format])
  }, 40_000)
})
