/**
 * Word files laid out by LibreOffice, measured from the PDF. Fonts of official papers are not installed here: a private
 * font configuration puts faces of full width in their place, or LibreOffice would choose by itself and counts would lie.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import type { Block } from '../../shared/document/draft.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import type { Layout } from '../../shared/print/layout.ts'

/** Lengths in millimetres from the paper's top left corner. */
export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Page {
  /** Lines of the page from top to bottom, the page number left out. */
  readonly lines: readonly Line[]
  readonly number: Line | undefined
}

export interface LaidOut {
  readonly pages: readonly Page[]
  /** Names of the faces in the PDF. */
  readonly fonts: readonly string[]
}

function found(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const missing = ['soffice', 'pdftotext', 'pdffonts', 'fc-match'].filter((command) => !found(command))

/** Undefined where everything needed is there. */
export const whyNot = missing.length === 0 ? undefined : `missing here: ${missing.join(', ')}`

function hasCalc(): boolean {
  const program = execFileSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' }).trim()
  return existsSync(join(dirname(realpathSync(program)), 'libsclo.so'))
}

/** The same for spreadsheets, which are a package of their own. */
export const whyNoSheets = whyNot ?? (hasCalc() ? undefined : 'missing here: libreoffice-calc')

const serif = 'Noto Serif CJK SC'
const sans = 'Noto Sans CJK SC'
const faces: Readonly<Record<string, string>> = { '仿宋_GB2312': serif, '仿宋': serif, '楷体_GB2312': serif, '宋体': serif, '方正小标宋简体': serif, 'Times New Roman': serif, '黑体': sans }

function fontConfiguration(folder: string): string {
  const files = [serif, sans].map((name) => execFileSync('fc-match', ['-f', '%{file}', name], { encoding: 'utf8' }))
  const folders = [...new Set(files.map((file) => dirname(file)))]
  const match = ([name, face]: readonly [string, string]) =>
    `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${face}</string></edit></match>`
  const path = join(folder, 'fonts.conf')
  writeFileSync(path, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((one) => `<dir>${one}</dir>`).join('')}<cachedir>${join(folder, 'cache')}</cachedir>${Object.entries(faces).map(match).join('')}</fontconfig>`)
  return path
}

const millimetres = (points: string) => (Number(points) * 25.4) / 72

function plainText(xml: string): string {
  return xml.replace(/<[^>]+>|\n\s*/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

const box = /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gs

/** Pieces of one line of type are told apart by the tool where fonts or columns change; those side by side belong together. */
function linesOf(page: string): Line[] {
  const pieces = [...page.matchAll(box)]
    .map((match): Line => ({ left: millimetres(match[1]!), top: millimetres(match[2]!), right: millimetres(match[3]!), bottom: millimetres(match[4]!), text: plainText(match[5]!) }))
    .sort((a, b) => a.bottom - b.bottom || a.left - b.left)
  const lines: Line[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last && Math.abs((last.top + last.bottom) / 2 - (piece.top + piece.bottom) / 2) < 2) {
      const ordered = [last, piece].sort((a, b) => a.left - b.left)
      lines[lines.length - 1] = { left: ordered[0]!.left, right: Math.max(last.right, piece.right), top: Math.min(last.top, piece.top), bottom: Math.max(last.bottom, piece.bottom), text: ordered.map((one) => one.text).join('') }
    } else lines.push(piece)
  }
  return lines
}

function pagesOf(pdf: string): Page[] {
  const xml = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return [...xml.matchAll(/<page .*?<\/page>/gs)].map((match) => {
    const lines = linesOf(match[0])
    const last = lines.at(-1)
    const numbered = last !== undefined && /^—\s*\d+\s*—$/.test(last.text)
    return { lines: numbered ? lines.slice(0, -1) : lines, number: numbered ? last : undefined }
  })
}

function fontsOf(pdf: string): string[] {
  return execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).split('\n').slice(2).filter((line) => line !== '').map((line) => line.split(/\s+/)[0]!.replace(/^[A-Z]{6}\+/, ''))
}

/** @param folder for the profile; removed by the caller. @param faced with the faces put in place of those that are not here. */
function convert(files: readonly string[], format: string, target: string, folder: string, faced: boolean): void {
  execFileSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', format, '--outdir', target, ...files],
    { env: { ...process.env, ...(faced ? { FONTCONFIG_FILE: fontConfiguration(folder) } : {}) }, stdio: 'ignore', timeout: 150_000 })
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-print-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file's pages as PDF. @param name with its extension. @param keep a folder that the file and its PDF are left in. */
export function toPdf(name: string, bytes: Uint8Array, keep?: string): Uint8Array {
  return inFolder((folder) => {
    const target = keep ?? folder
    mkdirSync(target, { recursive: true })
    const path = join(target, name)
    writeFileSync(path, bytes)
    convert([path], 'pdf', target, folder, true)
    return readFileSync(path.replace(/\.[a-z]+$/, '.pdf'))
  })
}

/** Words of each page with their boxes, in millimetres from the top left corner; text turned on its side too. */
export function wordsOf(pdf: Uint8Array): { readonly width: number; readonly height: number; readonly words: readonly Line[] }[] {
  const xml = inFolder((folder) => {
    const path = join(folder, 'pages.pdf')
    writeFileSync(path, pdf)
    return execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  })
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map((page) => ({
    width: millimetres(page[1]!), height: millimetres(page[2]!),
    words: [...page[3]!.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs)].map((match): Line => ({
      left: millimetres(match[1]!), top: millimetres(match[2]!), right: millimetres(match[3]!), bottom: millimetres(match[4]!), text: plainText(match[5]!),
    })),
  }))
}

/**
 * Lays papers out. LibreOffice takes a second to start: all papers of a file go through it together.
 * @param keep a folder for the Word files and PDFs; without one they are not kept.
 */
export function layOut(papers: Readonly<Record<string, { readonly blocks: readonly Block[]; readonly layout: Layout }>>, keep?: string): Record<string, LaidOut> {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-print-'))
  const target = keep ?? folder
  try {
    mkdirSync(target, { recursive: true })
    const files = Object.entries(papers).map(([name, { blocks, layout }]) => {
      const path = join(target, `${name}.docx`)
      writeFileSync(path, writeWord(buildPrintDocument({ blocks }, layout), { title: name, creator: '整稿' }))
      return path
    })
    convert(files, 'pdf', target, folder, true)
    return Object.fromEntries(Object.keys(papers).map((name) => {
      const pdf = join(target, `${name}.pdf`)
      return [name, { pages: pagesOf(pdf), fonts: fontsOf(pdf) }]
    }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file opened and saved again by LibreOffice. */
export function saveAgain(bytes: Uint8Array, type: 'docx' | 'xlsx' = 'docx'): Uint8Array {
  return inFolder((folder) => {
    const path = join(folder, `paper.${type}`)
    const target = join(folder, 'again')
    writeFileSync(path, bytes)
    convert([path], type === 'docx' ? 'docx:MS Word 2007 XML' : 'xlsx:Calc MS Excel 2007 XML', target, folder, type === 'xlsx')
    return readFileSync(join(target, `paper.${type}`))
  })
}

/** The text of Word files as LibreOffice shows it, automatic numbers among it, by the files' names. */
export function toTexts(files: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  return inFolder((folder) => {
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, `${name}.docx`)
      writeFileSync(path, bytes)
      return path
    })
    convert(paths, 'txt:Text (encoded):UTF8', folder, folder, false)
    return Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(join(folder, `${name}.txt`), 'utf8').replace(/^\ufeff/, '')]))
  })
}

/** Files opened and saved in another format, all in one go. @param files by name with extension. @returns what came of each, by name without it. */
export function saveAllAs(files: Readonly<Record<string, Uint8Array>>, filter: string): Record<string, Uint8Array> {
  return inFolder((folder) => {
    const target = join(folder, 'saved')
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    })
    convert(paths, filter, target, folder, false)
    const extension = filter.split(':')[0]!
    return Object.fromEntries(Object.keys(files).flatMap((name) => {
      const stem = name.replace(/\.[a-z]+$/, '')
      const path = join(target, `${stem}.${extension}`)
      return existsSync(path) ? [[stem, new Uint8Array(readFileSync(path))]] : []
    }))
  })
}
