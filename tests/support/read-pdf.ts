/** A PDF read back by poppler: its text line by line, its pages' sizes, its properties. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ReadPdf {
  readonly title: string
  readonly creator: string
  /** Of each page: millimetres, and its text without blanks, a line each. */
  readonly pages: readonly { readonly width: number; readonly height: number; readonly lines: readonly string[] }[]
}

export const withoutBlanks = (text: string): string => text.replace(/[\s\u00a0\u3000]+/gu, '')

export function readPdf(bytes: Uint8Array): ReadPdf {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-pdf-'))
  try {
    const path = join(folder, 'paper.pdf')
    writeFileSync(path, bytes)
    const info = execFileSync('pdfinfo', ['-l', '9999', path], { encoding: 'utf8' })
    const texts = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\f')
    const value = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(info)?.[1]?.trim() ?? ''
    return {
      title: value('Title'), creator: value('Creator'),
      pages: [...info.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gm)].map((match, index) => ({
        width: Number(match[1]) * 25.4 / 72, height: Number(match[2]) * 25.4 / 72,
        lines: (texts[index] ?? '').split('\n').map(withoutBlanks).filter((line) => line !== ''),
      })),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
