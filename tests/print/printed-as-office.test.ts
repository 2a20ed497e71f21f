/**
 * P1 P26 through the built program, end to end: its PDF with LibreOffice's lines (Chromium prints it) against the PDF that
 * LibreOffice makes of the .docx the program exports. The same pages, first and last words, and lines.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../electron/backend/pages/find-browser.ts'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { setDraft } from '../../shared/typeset/set-draft.ts'
import { layoutOf } from '../support/layouts.ts'
import { makeTempFolder, projectFolder } from '../support/test-backend.ts'
import { targetFaces, toPdfs, whyNoTargetFaces, wordsOf } from './office.ts'
import { compare, linesOfPages, linesOfPdf, type Agreement } from './visual-lines.ts'

const folders = [new URL('../../../shared/samples/', import.meta.url), new URL('../../resources/examples/', import.meta.url)].filter((one) => existsSync(one))
const papers = folders.flatMap((folder, index) => readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => ({
  name: `${index === folders.length - 1 ? 'example' : 'sample'} ${name.replace('.txt', '')}`, path: fileURLToPath(new URL(name, folder)),
})))
const whyNot = whyNoTargetFaces ?? (findBrowser() === undefined ? 'missing here: a browser of the Chromium family' : undefined)
if (whyNot) console.warn(`left out: ${whyNot}`)

interface Listed {
  readonly source: string
  readonly path: string
  readonly layout: string
}

const temp = makeTempFolder()
afterAll(() => temp.remove())

function exportAll(format: 'pdf' | 'docx', more: readonly string[] = []): ReadonlyMap<string, Listed> {
  const args = ['export', ...papers.map((one) => one.path), '--to', `${join(temp.folder, `${format}${more.length}`)}/`, '--format', format, '--json', ...more]
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectFolder, 'dist/electron/command-line.js'), ...args], { encoding: 'utf8', cwd: temp.folder, env: { ...process.env, XDG_DATA_HOME: join(temp.folder, 'xdg') }, maxBuffer: 1 << 26 })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return new Map((JSON.parse(stdout) as readonly Listed[]).map((one) => [one.source, one]))
}

/** Of the same paper: LibreOffice's PDF against the program's with its lines, and the program's with Word's against the pages on screen. */
const asOffice = new Map<string, Agreement>()
const asShown = new Map<string, Agreement>()
const pagesThatDiffer = new Map<string, readonly number[]>()

/** Bundled faces: the boxes of 楷体 and 仿宋 on one line lie apart. */
const apart = 2.4

const plainText = async (path: string) => {
  const read = await readDocument({ name: 'a.txt', bytes: new Uint8Array(readFileSync(path)) })
  if (!read.ok) throw new Error(read.error.message)
  return recognise(read.value.paragraphs, { draftId: 'shown' }).draft
}

describe.skipIf(whyNot !== undefined)('P1 P26', () => {
  beforeAll(async () => {
    const [word, office, ours] = [exportAll('docx'), exportAll('pdf', ['--flavour', 'libreoffice']), exportAll('pdf')]
    const bytesOf = (of: ReadonlyMap<string, Listed>, path: string) => new Uint8Array(readFileSync(of.get(path)!.path))
    const theirs = toPdfs(Object.fromEntries(papers.map(({ name, path }) => [name, bytesOf(word, path)])), targetFaces, process.env['ZHENGGAO_KEEP_PRINTS'])
    for (const { name, path } of papers) {
      const their = linesOfPdf(wordsOf(theirs[name]!))
      const [own, words] = [linesOfPdf(wordsOf(bytesOf(office, path)), apart), linesOfPdf(wordsOf(bytesOf(ours, path)), apart)]
      asOffice.set(name, compare(their, own))
      asShown.set(name, compare(linesOfPages(setDraft(await plainText(path), layoutOf(ours.get(path)!.layout))), words))
      pagesThatDiffer.set(name, compare(their, words).ends.map((end) => Number(/\d+/.exec(end)![0])))
    }
  }, 300_000)

  afterAll(() => {
    for (const [name, numbers] of pagesThatDiffer) console.warn(`${name}: ${asOffice.get(name)!.pages[0]} pages; with Word's lines first or last words differ from LibreOffice's on ${numbers.length === 0 ? 'none' : `pages ${numbers.join(', ')}`}`)
  })

  test.each(papers.map((one) => one.name))('%s: the PDF with LibreOffice’s lines has its pages, first and last words and lines', (name) => {
    const { pages: [theirs, ours], ends, differences } = asOffice.get(name)!
    expect(ours).toBe(theirs)
    expect(ends).toEqual([])
    expect(differences).toEqual([])
  })

  test.each(papers.map((one) => one.name))('%s: the PDF with Word’s lines is what is shown on screen, line by line', (name) => {
    const { pages: [theirs, ours], ends, differences } = asShown.get(name)!
    expect(ours).toBe(theirs)
    expect(ends).toEqual([])
    expect(differences).toEqual([])
  })
})
