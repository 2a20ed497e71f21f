/** Ours and the other programs that read papers, each giving the text of a file or why it gives none. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import mammoth from 'mammoth'
import { readDocument } from '../../electron/backend/files/read-document.ts'
import { sourceText } from '../../shared/recognition/source.ts'

interface ExtractedWord {
  readonly getBody: (options: { readonly filterUnicode: boolean }) => string
  readonly getTextboxes: (options: { readonly filterUnicode: boolean; readonly includeHeadersAndFooters: boolean }) => string
}
/** It has no types of its own. */
const WordExtractor = createRequire(import.meta.url)('word-extractor') as new () => { readonly extract: (file: Buffer) => Promise<ExtractedWord> }

export interface Input {
  /** With the right extension: some of the programs go by it. */
  readonly path: string
  readonly bytes: Uint8Array
}

export type Reading = { readonly text: string } | { readonly refused: string }

export interface Reader {
  readonly name: string
  /** What it is and how it was asked, for the head of the table. */
  readonly about: string
  readonly read: (inputs: readonly Input[], folder: string) => Promise<ReadonlyMap<string, Reading>>
}

const isInstalled = (command: string) => spawnSync('which', [command], { stdio: 'ignore' }).status === 0

const firstLine = (command: string, args: readonly string[]) => spawnSync(command, args, { encoding: 'utf8' }).stdout.split('\n')[0]!.trim()

const version = (name: string) => (JSON.parse(readFileSync(join(import.meta.dirname, '../../node_modules', name, 'package.json'), 'utf8')) as { version: string }).version

/** Each file by itself; what a reader throws is why it gives nothing. */
function each(read: (input: Input, folder: string) => Promise<Reading>): Reader['read'] {
  return async (inputs, folder) => {
    const result = new Map<string, Reading>()
    for (const input of inputs) {
      result.set(input.path, await read(input, folder).catch((error: unknown): Reading => ({ refused: error instanceof Error ? error.message.split('\n')[0]! : String(error) })))
    }
    return result
  }
}

const extensionIs = (path: string, ...extensions: readonly string[]) => extensions.includes(extname(path).slice(1).toLowerCase())
const notRead: Reading = { refused: '不能读这种文件' }

const ours: Reader = {
  name: '整稿', about: '整稿自己的读取',
  read: each(async ({ path, bytes }) => {
    const read = await readDocument({ name: basename(path), bytes })
    return read.ok ? { text: sourceText(read.value.paragraphs) } : { refused: read.error.code }
  }),
}

const withMammoth: Reader = {
  name: 'mammoth', about: `mammoth ${version('mammoth')}，extractRawText`,
  read: each(async ({ path, bytes }) => (extensionIs(path, 'docx') ? { text: (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value } : notRead)),
}

const withWordExtractor: Reader = {
  name: 'word-extractor', about: `word-extractor ${version('word-extractor')}，正文、文本框`,
  read: each(async ({ path, bytes }) => {
    if (!extensionIs(path, 'docx', 'doc', 'wps')) return notRead
    const read = await new WordExtractor().extract(Buffer.from(bytes))
    return { text: [read.getBody({ filterUnicode: false }), read.getTextboxes({ filterUnicode: false, includeHeadersAndFooters: false })].join('\n') }
  }),
}

const pandocFormats: Readonly<Record<string, string>> = { docx: 'docx', odt: 'odt', rtf: 'rtf', html: 'html', htm: 'html' }

function withPandoc(): Reader | undefined {
  if (!isInstalled('pandoc')) return undefined
  return {
    name: 'pandoc', about: `${firstLine('pandoc', ['--version'])}，-t plain`,
    read: each(async ({ path }) => {
      const format = pandocFormats[extname(path).slice(1).toLowerCase()]
      if (format === undefined) return notRead
      const ran = spawnSync('pandoc', ['-f', format, '-t', 'plain', '--wrap=none', path], { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 60_000 })
      return ran.status === 0 ? { text: ran.stdout } : { refused: ran.stderr.split('\n')[0]!.trim() || '没有读出' }
    }),
  }
}

/** All files in one start: it takes a second to get going. */
function withLibreOffice(): Reader | undefined {
  if (!isInstalled('soffice')) return undefined
  return {
    name: 'LibreOffice', about: `${firstLine('soffice', ['--version']).replace(/ [0-9a-f]{20,}.*$/u, '')}，--convert-to txt`,
    read: async (inputs, folder) => {
      const out = join(folder, 'office-out')
      mkdirSync(out, { recursive: true })
      const result = new Map<string, Reading>()
      for (let from = 0; from < inputs.length; from += 25) {
        const some = inputs.slice(from, from + 25)
        spawnSync('soffice', [`-env:UserInstallation=file://${join(folder, 'office')}`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', out, ...some.map(({ path }) => path)], { encoding: 'utf8', timeout: 240_000 })
        for (const { path } of some) {
          const written = join(out, `${basename(path, extname(path))}.txt`)
          result.set(path, existsSync(written) ? { text: readFileSync(written, 'utf8') } : { refused: '没有读出' })
        }
      }
      return result
    },
  }
}

export function presentReaders(): { readonly readers: readonly Reader[]; readonly missing: readonly string[] } {
  const [pandoc, office] = [withPandoc(), withLibreOffice()]
  return {
    readers: [ours, withMammoth, withWordExtractor, ...(pandoc ? [pandoc] : []), ...(office ? [office] : [])],
    missing: [...(pandoc ? [] : ['pandoc']), ...(office ? [] : ['LibreOffice'])],
  }
}

/** Writes the files so that programs can open them. Names are plain ASCII: not every program takes others from the command line. */
export function writeInputs(folder: string, files: readonly { readonly extension: string; readonly bytes: Uint8Array }[]): Input[] {
  mkdirSync(folder, { recursive: true })
  return files.map(({ extension, bytes }, index) => {
    const path = join(folder, `case${index}.${extension}`)
    writeFileSync(path, bytes)
    return { path, bytes }
  })
}
