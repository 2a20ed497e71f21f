/**
 * LibreOffice as an independent witness: the numbers it shows are those the reader writes. Where they differ it is named
 * here, with the reason to go by Word and the standard instead.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { sourceText } from '../../shared/recognition/source.ts'
import { numberingCases } from '../word/cases/numbering-cases.ts'
import { saveAllAgain, toTexts, whyNot } from './office.ts'

/** ISO 29500-1 §17.18.59 and the sections named; LibreOffice 7.4 does otherwise. */
const differs: Readonly<Record<string, string>> = {
  'numbers-chineseCounting-from-99': '一百 for 一〇〇: it writes this format like chineseCountingThousand',
  'numbers-ideographDigital-from-9': '十 for 一〇: it counts where the format spells digit by digit',
  'numbers-decimalEnclosedFullstop': 'plain figures: it does not know the format',
  'numbers-decimalEnclosedParen': 'plain figures: it does not know the format',
  'numbers-ideographEnclosedCircle': '① for ㊀: it puts figures into the circle',
  'numbers-ideographZodiacTraditional': 'plain figures: it does not know the format',
  'plain-figures-of-several-levels': '一.1 for 1.1: it does not follow w:isLgl (§17.9.4)',
  'restart-only-behind-level-one': 'begins again all the same: it does not follow w:lvlRestart 0 (§17.9.10)',
  'level-tied-to-a-style': 'takes the first level: it does not follow w:pStyle where the style names no level (§17.9.23)',
  'numbers-in-a-text-box': 'leaves text boxes out of plain text',
  'a-deleted-paragraph-does-not-count': 'prints deleted and inserted text together',
  'a-hidden-paragraph-does-not-count': 'prints hidden text',
  'bullets-and-empty-items': 'prints the bullet as a character',
}

const fold = (text: string) => text.replace(/\s/gu, '')

describe.skipIf(whyNot !== undefined)('W12 numbers as LibreOffice shows them', () => {
  let shown: Record<string, string> = {}
  beforeAll(() => { shown = toTexts(Object.fromEntries(numberingCases.map((one) => [one.name, one.bytes()]))) })

  test.each(numberingCases.filter((one) => differs[one.name] === undefined).map((one) => [one.name, one] as const))('%s: the same', (name, one) => {
    expect(fold(shown[name]!)).toBe(fold(one.expectedText))
  })

  test.each(Object.entries(differs))('%s differs: %s', (name) => {
    expect(fold(shown[name]!)).not.toBe(fold(numberingCases.find((one) => one.name === name)!.expectedText))
  })
})

describe.skipIf(whyNot !== undefined)('W13 files saved by LibreOffice', () => {
  const names = ['four-official-levels', 'start-override', 'numbers-through-styles', 'numbers-in-a-table', 'numbers-decimalEnclosedCircle']
  let saved: Record<string, Uint8Array> = {}
  beforeAll(() => { saved = saveAllAgain(Object.fromEntries(names.map((name) => [name, numberingCases.find((one) => one.name === name)!.bytes()]))) })

  test.each(names)('%s reads the same', async (name) => {
    const one = numberingCases.find((other) => other.name === name)!
    const read = await readWord(saved[name]!, `${name}.docx`)
    if (!read.ok) throw new Error(read.error.message)
    expect(sourceText(read.value.paragraphs).replace(/ /gu, '')).toBe(one.expectedText.replace(/ /gu, ''))
  })
})
