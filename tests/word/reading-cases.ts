/**
 * All fixtures of reading, each named by what it shows. As a script it writes them to a folder, with the text they hold:
 * `node tests/word/reading-cases.ts FOLDER`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ReadingCase } from './cases/case.ts'
import { numberingCases } from './cases/numbering-cases.ts'
import { packageCases } from './cases/package-cases.ts'
import { paperCases } from './cases/paper-cases.ts'
import { textCases } from './cases/text-cases.ts'

export type { ReadingCase }

export const readingCases: readonly ReadingCase[] = [...numberingCases, ...textCases, ...paperCases, ...packageCases]

/** Writes NAME.docx and NAME.txt for each case. */
export function writeReadingCases(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const one of readingCases) {
    writeFileSync(join(folder, `${one.name}.docx`), one.bytes())
    writeFileSync(join(folder, `${one.name}.txt`), `${one.expectedText}\n`)
  }
}

const [, script, folder] = process.argv
if (script !== undefined && import.meta.url === pathToFileURL(script).href) writeReadingCases(folder ?? 'reading-cases')
