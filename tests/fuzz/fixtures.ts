/** Every file the readers' own tests are made of, each by its format, and what becomes of one by a seed. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { loadResources } from '../../electron/backend/resources.ts'
import { fullDraft } from '../support/full-draft.ts'
import { buildDocx, cell, paragraph, plain, row, run, table } from '../word/build-docx.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { mutatePackage } from './mutate-package.ts'
import { mutateText } from './mutate-text.ts'
import { randomOf, type Random } from './random.ts'

export interface Fixture {
  /** With the extension it would have. */
  readonly name: string
  /** By the extension: docx, doc, wps, rtf, html, mht, xml, odt, txt. */
  readonly format: string
  readonly bytes: Uint8Array
}

const projectFolder = join(import.meta.dirname, '../..')
/** A copy: a Buffer’s own `slice` shares its memory, and one damaged file would damage those after it. */
const fixture = (name: string, bytes: Uint8Array): Fixture => ({ name, format: name.split('.').at(-1)!.toLowerCase(), bytes: Uint8Array.from(bytes) })

function examples(): Fixture[] {
  const folder = join(projectFolder, 'resources/examples')
  const { layouts } = loadResources(join(projectFolder, 'resources'))
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()
  const written = texts.map((name, index) => {
    const { draft } = recognise(paragraphsFromText(readFileSync(join(folder, name), 'utf8')), { draftId: 'd' })
    return fixture(name.replace('.txt', '.docx'), writeWord(buildPrintDocument(draft, layouts[index % layouts.length]!), { title: draft.title, creator: '' }))
  })
  return [...texts.map((name) => fixture(name, readFileSync(join(folder, name)))), ...written, fixture('every-role.docx', writeWord(buildPrintDocument(fullDraft, layouts[0]!), { title: '', creator: '' }))]
}

/** Small ones with what other programs write, for the time before the readers' own cases are there. */
function plainCases(): Fixture[] {
  const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
  return [
    fixture('numbers.docx', buildDocx({
      body: [plain('整改方案', '<w:jc w:val="center"/>'), plain('学习方面', numbered), plain('作风方面', numbered), table(row(cell('序号'), cell('问题')), row(cell('1'), cell('学习不深\n调研不够'))), paragraph(run('加粗', '<w:b/>') + run('普通'))].join(''),
      numbering: '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    })),
    fixture('changes.docx', buildDocx({ body: paragraph(`${run('甲')}<w:ins w:id="1" w:author="a">${run('乙')}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>丙</w:delText></w:r></w:del>`) + plain('丁') })),
  ]
}

/** What a module of cases may look like: a list of named cases with their bytes. */
interface LooseCase { readonly name?: unknown; readonly file?: unknown; readonly format?: unknown; readonly extension?: unknown; readonly bytes?: unknown }

async function casesOf(path: string, list: string, defaultFormat: string): Promise<Fixture[]> {
  if (!existsSync(path)) return []
  const found = ((await import(pathToFileURL(path).href)) as Record<string, unknown>)[list]
  if (!Array.isArray(found)) throw new Error(`${path} exports no list ${list}`)
  return Promise.all((found as LooseCase[]).map(async (one) => {
    const bytes = typeof one.bytes === 'function' ? await (one.bytes as () => Uint8Array | Promise<Uint8Array>)() : one.bytes
    if (!(bytes instanceof Uint8Array)) throw new Error(`${path}: ${String(one.name)} has no bytes`)
    const name = String(one.file ?? one.name)
    return fixture(/\.[a-z]{2,5}$/u.test(name) ? name : `${name}.${String(one.extension ?? one.format ?? defaultFormat)}`, bytes)
  }))
}

/** The .docx cases (tests/word) and those of other formats (tests/foreign), where they are there. */
export async function loadCases(): Promise<Fixture[]> {
  return [
    ...await casesOf(join(projectFolder, 'tests/word/reading-cases.ts'), 'readingCases', 'docx'),
    ...await casesOf(join(projectFolder, 'tests/foreign/foreign-cases.ts'), 'foreignCases', 'bin'),
  ]
}

export async function loadFixtures(format?: string): Promise<readonly Fixture[]> {
  const all = [...examples(), ...plainCases(), ...await loadCases()]
  return format === undefined ? all : all.filter((one) => one.format === format)
}

const isText = (format: string) => ['rtf', 'html', 'htm', 'mht', 'mhtml', 'xml', 'txt'].includes(format)

function mutated(one: Fixture, random: Random, other: Uint8Array): Uint8Array {
  if (random.chance(0.75)) {
    const inside = mutatePackage(one.bytes, random, other)
    if (inside) return inside
    if (isText(one.format)) {
      // Latin-1 takes every byte there and back; the marks of RTF and HTML are ASCII anyway.
      const encoding = random.chance(0.5) ? 'latin1' : 'utf8'
      return Uint8Array.from(Buffer.from(mutateText(Buffer.from(one.bytes).toString(encoding), random), encoding))
    }
  }
  return mutateBytes(one.bytes, random, other)
}

export interface FuzzFile {
  readonly index: number
  readonly fixture: Fixture
  readonly name: string
  readonly bytes: Uint8Array
}

/** The file number `index` of the run with the seed: always the same for the same fixtures. */
export function fuzzFile(fixtures: readonly Fixture[], seed: number, index: number): FuzzFile {
  const random = randomOf(Math.imul(seed + 1, 2_654_435_761) + index)
  // Formats in turn, so that the many .docx cases do not crowd out the few of another format.
  const formats = [...new Set(fixtures.map((one) => one.format))]
  const own = fixtures.filter((one) => one.format === formats[index % formats.length])
  const one = random.pick(own)
  return { index, fixture: one, name: `fuzz-${index}.${one.format}`, bytes: mutated(one, random, random.pick(fixtures).bytes) }
}
