/** Word files laid out by LibreOffice, measured from the PDF. */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import type { Block } from '../../shared/document/draft.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import type { Layout } from '../../shared/print/layout.ts'
import { convertAll, newFolder, usualFaces, type Faces } from './soffice.ts'

export { targetFaces, usualFaces, whyNoSheets, whyNoTargetFaces, whyNot } from './soffice.ts'

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

/** What a command says of a PDF file. */
function tell(pdf: Uint8Array, command: string, before: readonly string[], after: readonly string[]): string {
  const folder = newFolder()
  try {
    const path = join(folder, 'pages.pdf')
    writeFileSync(path, pdf)
    return execFileSync(command, [...before, path, ...after], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function pagesOf(pdf: Uint8Array): Page[] {
  const xml = tell(pdf, 'pdftotext', ['-bbox-layout'], ['-'])
  return [...xml.matchAll(/<page .*?<\/page>/gs)].map((match) => {
    const lines = linesOf(match[0])
    const last = lines.at(-1)
    const numbered = last !== undefined && /^—\s*\d+\s*—$/.test(last.text)
    return { lines: numbered ? lines.slice(0, -1) : lines, number: numbered ? last : undefined }
  })
}

function fontsOf(pdf: Uint8Array): string[] {
  return tell(pdf, 'pdffonts', [], []).split('\n').slice(2).filter((line) => line !== '').map((line) => line.split(/\s+/)[0]!.replace(/^[A-Z]{6}\+/, ''))
}

/** Words of each page with their boxes, in millimetres from the top left corner; text turned on its side too. */
export function wordsOf(pdf: Uint8Array): { readonly width: number; readonly height: number; readonly words: readonly Line[] }[] {
  const xml = tell(pdf, 'pdftotext', ['-bbox'], ['-'])
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map((page) => ({
    width: millimetres(page[1]!), height: millimetres(page[2]!),
    words: [...page[3]!.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs)].map((match): Line => ({
      left: millimetres(match[1]!), top: millimetres(match[2]!), right: millimetres(match[3]!), bottom: millimetres(match[4]!), text: plainText(match[5]!),
    })),
  }))
}

const keyed = <T>(names: readonly string[], extension: string, of: (name: string) => T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, of(`${name}.${extension}`)]))

/** What came of a file; it must have come. */
function made(all: Readonly<Record<string, Uint8Array>>, name: string): Uint8Array {
  const one = all[name]
  if (one === undefined) throw new Error(`LibreOffice made nothing of ${name}`)
  return one
}

const named = (files: Readonly<Record<string, Uint8Array>>, extension: string) => Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${name}.${extension}`, bytes]))

/** Files of one type as PDF, by name without extension. @param keep a folder that files and PDFs are left in. */
export function toPdfs(files: Readonly<Record<string, Uint8Array>>, faces: Faces = usualFaces, keep?: string, type: 'docx' | 'xlsx' = 'docx'): Record<string, Uint8Array> {
  const pdfs = convertAll(named(files, type), 'pdf', faces, keep)
  return keyed(Object.keys(files), type, (name) => made(pdfs, name))
}

/** Files opened and saved again by LibreOffice, by name without extension. */
export function saveAllAgain(files: Readonly<Record<string, Uint8Array>>, type: 'docx' | 'xlsx' = 'docx'): Record<string, Uint8Array> {
  const again = convertAll(named(files, type), type === 'docx' ? 'docx:MS Word 2007 XML' : 'xlsx:Calc MS Excel 2007 XML', type === 'xlsx' ? usualFaces : undefined)
  return keyed(Object.keys(files), type, (name) => made(again, name))
}

/** The text of Word files as LibreOffice shows it, automatic numbers among it, by the files' names without extension. */
export function toTexts(files: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  const texts = convertAll(named(files, 'docx'), 'txt:Text (encoded):UTF8')
  return keyed(Object.keys(files), 'docx', (name) => new TextDecoder().decode(made(texts, name)).replace(/^\ufeff/, ''))
}

/** Files opened and saved in another format. @param files by name with extension. @returns what came of each, by name without it. */
export function saveAllAs(files: Readonly<Record<string, Uint8Array>>, filter: string): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(convertAll(files, filter)).map(([name, bytes]) => [name.replace(/\.[a-z]+$/, ''), bytes]))
}

/**
 * Lays papers out, all together.
 * @param keep a folder for the Word files and PDFs; without one they are not kept.
 */
export function layOut(papers: Readonly<Record<string, { readonly blocks: readonly Block[]; readonly layout: Layout }>>, keep?: string): Record<string, LaidOut> {
  const files = Object.fromEntries(Object.entries(papers).map(([name, { blocks, layout }]) => [name, writeWord(buildPrintDocument({ blocks }, layout), { title: name, creator: '整稿' })]))
  return Object.fromEntries(Object.entries(toPdfs(files, usualFaces, keep)).map(([name, pdf]) => [name, { pages: pagesOf(pdf), fonts: fontsOf(pdf) }]))
}
