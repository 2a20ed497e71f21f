/** 版头 and what stands above it: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, the red line (GB/T 9704-2012 §7.2). */
import { printedClassification } from '../document/official-form.ts'
import type { Official } from '../document/official.ts'
import type { Layout } from './layout.ts'
import { markParagraph } from './official-mark.ts'
import { officialLine, officialRun } from './official-runs.ts'
import type { BlankLine, PrintedPart, PrintParagraph, PrintRule, PrintRun } from './print-types.ts'
import { characters } from './role-formats.ts'
import { textWidth } from './text-width.ts'

/** 2 pt. §7.2.7: 4 mm below 发文字号; a line of type ends about a millimetre below its characters, and Word counts whole points. */
const redRule: PrintRule = { thickness: 16, colour: 'red', gap: 160 }

/** §7.2.1–7.2.3: flush left on the first lines of the type area, in this order. */
function cornerLines(official: Official | undefined, classification: string | undefined, layout: Layout): PrintParagraph[] {
  const { body, heading1 } = layout.styles
  const bold = { ...heading1, size: body.size }
  return [
    ...(official?.copyNumber === undefined ? [] : [officialLine(layout, 'copyNumber', [officialRun(official.copyNumber, body, 'text')])]),
    ...(classification === undefined ? [] : [officialLine(layout, 'classification', [officialRun(classification, bold, 'text', {}, 'heading1')])]),
    ...(official?.urgency === undefined ? [] : [officialLine(layout, 'urgency', [officialRun(official.urgency, bold, 'text', {}, 'heading1')])]),
  ]
}

const space = '\u3000'

/** Blanks as wide as that many characters, to the half. */
const blanks = (width: number) => space.repeat(Math.floor(width)) + (width % 1 >= 0.5 ? ' ' : '')

/** Two names to a line, under each other (§7.2.6); a name of two characters is set as wide as one of three. */
function signerRows(signers: readonly string[], layout: Layout): PrintRun[][] {
  const { body, subtitle } = layout.styles
  const type = { ...subtitle, size: body.size }
  const fixed = (text: string) => officialRun(text, body, 'label', { atRight: true })
  const wide = Math.max(...signers.map(textWidth))
  const parted = (name: string) => wide >= 3 && [...name].length === 2 && textWidth(name) === 2
  const rows: PrintRun[][] = []
  for (let index = 0; index < signers.length; index += 2) {
    const names = signers.slice(index, index + 2)
    const row: PrintRun[] = index === 0 ? [fixed('签发人：')] : []
    names.forEach((name, at) => {
      const own = (text: string) => officialRun(text, type, 'text', { atRight: true, entry: index + at }, 'subtitle')
      if (at > 0) row.push(fixed(space))
      row.push(...(parted(name) ? [own([...name][0]!), fixed(space), own([...name][1]!)] : [own(name)]))
      const missing = signers.length === 1 ? 0 : wide - (parted(name) ? 3 : textWidth(name))
      if (missing > 0) row.push(fixed(blanks(missing)))
    })
    // The last name alone stands under the first of the line above.
    if (names.length === 1 && signers.length > 1) row.push(fixed(blanks(wide + 1)))
    rows.push(row)
  }
  return rows
}

/** 发文字号 stands in the middle, or left of the last 签发人 in papers to superiors; two lines below the mark. */
function numberLines({ documentNumber, signers }: NonNullable<Official['head']>, layout: Layout): PrintParagraph[] {
  const number = documentNumber === undefined ? [] : [officialRun(documentNumber, layout.styles.body, 'text')]
  const spaceBefore = 2 * layout.grid.linePitch
  if (signers === undefined || signers.length === 0) return [officialLine(layout, 'documentNumber', number, { alignment: 'centre', spaceBefore, ruleBelow: redRule })]
  const one = characters(layout, 1)
  const rows = signerRows(signers, layout)
  return rows.map((row, index) => officialLine(layout, 'documentNumber', [...(index === rows.length - 1 ? number : []), ...row], {
    firstLine: one, right: one, ...(index === 0 ? { spaceBefore } : {}), ...(index === rows.length - 1 ? { ruleBelow: redRule } : {}),
  }))
}

/** @returns nothing for a paper without any of it. With a mark two blank lines come below the red line, else one. */
export function headParts(official: Official | undefined, given: string | undefined, layout: Layout): PrintedPart[] {
  const classification = printedClassification(given)
  const corner = cornerLines(official, classification, layout)
  const { linePitch } = layout.grid
  const blank: BlankLine = { kind: 'blank', linePitch, keepWithNext: true }
  const head = official?.head
  if (head === undefined || head.marks.length === 0) return corner.length === 0 ? [] : [...corner, blank]
  return [...corner, markParagraph(head.marks, layout, corner.length * linePitch), ...numberLines(head, layout), blank, blank]
}
