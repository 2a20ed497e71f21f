/** Other programs as witnesses of our readers: files LibreOffice writes, and what it and pandoc find in our fixtures. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findConverters } from '../../electron/backend/foreign/convert/converters.ts'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { sourceText } from '../../shared/recognition/source.ts'
import { docFixture } from '../foreign/doc-cases.ts'
import { foreignCases, type ForeignCase } from '../foreign/foreign-cases.ts'
import { oldWordPapers } from '../foreign/old-word-papers.ts'
import { fullDraft } from '../support/full-draft.ts'
import { layoutOf } from '../support/layouts.ts'
import { saveAllAs, whyNot } from './office.ts'

async function textOf(bytes: Uint8Array): Promise<string> {
  const read = await readDocument({ name: '材料', bytes })
  if (!read.ok) throw new Error(read.error.message)
  return sourceText(read.value.paragraphs)
}

const hasPandoc = (() => {
  try {
    execFileSync('pandoc', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const papers: Readonly<Record<string, Uint8Array>> = {
  ...Object.fromEntries(Object.entries(oldWordPapers).map(([name, make]) => [name, make()])),
  full: writeWord(buildPrintDocument(fullDraft, layoutOf('common')), { title: '', creator: '' }),
}
const docx = Object.fromEntries(Object.entries(papers).map(([name, bytes]) => [`${name}.docx`, bytes]))
const filters = { doc: 'doc:MS Word 97', rtf: 'rtf:Rich Text Format', odt: 'odt:writer8', fodt: 'fodt:OpenDocument Text Flat XML' } as const

/** Where a box is anchored, and blanks a program adds, are its own affair. */
const bare = (text: string) => text.replace(/[\s\u00a0]/g, '')
const sorted = (text: string) => [...bare(text)].sort().join('')

let doc: Record<string, Uint8Array> | undefined
/** Saved as .doc once for all that ask. */
const savedAs = (filter: string) => (filter === filters.doc ? (doc ??= saveAllAs(docx, filter)) : saveAllAs(docx, filter))

describe.skipIf(whyNot !== undefined)('W30 files LibreOffice writes of a paper', () => {
  test.each(Object.entries(filters))('.%s gives the text of the .docx', async (_, filter) => {
    const saved = savedAs(filter)
    expect(Object.keys(saved).sort()).toEqual(Object.keys(papers).sort())
    for (const [name, bytes] of Object.entries(saved)) {
      const [own, word] = [await textOf(bytes), await textOf(papers[name]!)]
      // LibreOffice leaves text boxes out of .rtf.
      const expected = filter === filters.rtf ? word.replace('框内文字', '') : word
      expect(name === 'notes' ? sorted(own) : bare(own), name).toBe(name === 'notes' ? sorted(expected) : bare(expected))
    }
  }, 180_000)
  test('.html gives it but for the forms of numbers, which LibreOffice does not write there', async () => {
    const saved = saveAllAs(docx, 'html:HTML (StarWriter)')
    const words = (text: string) => sorted(text).replace(/[^\u4e00-\u9fff]|[一二三四五六七八九十]/g, '')
    for (const name of ['numbers', 'tables', 'full']) expect(words(await textOf(saved[name]!)), name).toBe(words(await textOf(papers[name]!).then((text) => text.replace(/第一项/g, ''))))
  }, 180_000)
  test('the stored .doc files are what it makes today', async () => {
    const saved = savedAs(filters.doc)
    for (const name of Object.keys(oldWordPapers)) expect(await textOf(saved[name]!), name).toBe(await textOf(docFixture(name)))
  }, 180_000)
  test('W28 conversion by it gives what reading directly gives', async () => {
    const converters = findConverters()
    expect(converters).toHaveLength(1)
    for (const name of Object.keys(oldWordPapers)) {
      const read = await readDocument({ name: '旧.doc', bytes: docFixture(name) }, { host: { convert: true, hold: () => {}, release: () => {} }, converters, timeoutMs: 60_000 })
      if (!read.ok) throw new Error(read.error.message)
      expect(read.value.notes[0], name).toContain('LibreOffice 转成')
      expect(sorted(sourceText(read.value.paragraphs)), name).toBe(sorted(await textOf(docFixture(name))))
    }
  }, 180_000)
})

/** What LibreOffice's text has otherwise: it shows deletions and hidden text, drops boxes, writes numbers of notes and signs of lists. */
const libreOfficeDiffers: Readonly<Record<string, string>> = {
  'rtf-revisions': 'shows deleted and hidden text', 'odt-changes': 'shows what is marked as deleted in the text', 'odt-inline': 'shows hidden text', 'odt-frames': 'drops boxes, shows contents lists',
  'rtf-text-box': 'drops boxes', 'rtf-list-text': 'counts lists that are defined nowhere as bullets', 'rtf-contents': 'shows contents lists', 'rtf-left-out': 'computes the date anew',
  'html-lists': 'knows no start, value, backwards or Chinese forms', 'html-word': 'knows nothing of Word’s spans', 'html-looks': 'keeps deletions', 'html-web': 'shows controls',
  'rtf-breaks': 'keeps the sign of a hyphen that does not break', 'rtf-twice': 'reads both', 'html-libreoffice': 'writes numbers of notes',
  'doc-notes': 'shows deleted and hidden text, drops boxes', 'rtf-western-font': 'takes the Western font at its word', 'rtf-notes': 'writes numbers of notes', 'odt-notes': 'writes numbers of notes',
}

const cases = foreignCases.filter((one) => ['rtf', 'odt', 'html', 'doc'].includes(one.format))

describe.skipIf(whyNot !== undefined)('W30 what LibreOffice finds in our fixtures', () => {
  let texts: Record<string, Uint8Array> = {}
  beforeAll(() => {
    texts = saveAllAs(Object.fromEntries(cases.map((one) => [`${one.name}.${one.format}`, one.bytes()])), 'txt:Text (encoded):UTF8')
  })
  test.each(cases.filter((one) => !(one.name in libreOfficeDiffers)).map((one) => [one.name, one] as const))('%s', (_, one) => {
    const found = new TextDecoder().decode(texts[one.name])
    expect(sorted(found.replace(/^\s*[•·]/gm, '').replaceAll('\ufeff', '')), one.shows).toBe(sorted(one.expectedText))
  })
})

const pandocDiffers: ReadonlySet<string> = new Set([
  // No forms of numbers, no text of Word's own lists, hidden and deleted text, boxes, code pages of fonts.
  'rtf-list-text', 'rtf-revisions', 'rtf-western-font', 'rtf-gbk', 'rtf-left-out', 'rtf-twice', 'rtf-text-box', 'rtf-contents', 'rtf-notes', 'rtf-nested-table', 'rtf-unicode', 'rtf-breaks', 'rtf-looks',
  'html-lists', 'html-word', 'html-gb2312', 'html-web', 'html-looks', 'html-libreoffice',
  'odt-numbers', 'odt-number-forms', 'odt-headings', 'odt-inline', 'odt-changes', 'odt-frames', 'odt-notes',
  // Drops the head rows of an OpenDocument table.
  'odt-table',
])

describe.skipIf(!hasPandoc)('W30 what pandoc finds in our fixtures', () => {
  const plain = (one: ForeignCase): string => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenggao-pandoc-'))
    try {
      const path = join(folder, `a.${one.format}`)
      writeFileSync(path, one.bytes())
      return execFileSync('pandoc', ['-f', one.format, '-t', 'plain', '--wrap=none', path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const shared = cases.filter((one) => one.format !== 'doc' && !pandocDiffers.has(one.name))
  test.each(shared.map((one) => [one.name, one] as const))('%s', (_, one) => {
    // Its plain tables are drawn with lines.
    expect(sorted(plain(one).replace(/[-+|=:]/g, '')), one.shows).toBe(sorted(one.expectedText.replace(/[-+|=:]/g, '')))
  })
})
