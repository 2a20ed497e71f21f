/** Runs and lines of an official document that print no block of the draft. What is fixed by the form has the part `label`, what the writer filled in `text`. */
import type { Layout } from './layout.ts'
import type { OfficialPart, ParagraphFormat, PrintParagraph, PrintRun, TypeSetting, TypeStyle } from './print-types.ts'
import { noLength } from './role-formats.ts'

type RunMore = Partial<Pick<PrintRun, 'colour' | 'atRight' | 'startsLine' | 'spacing' | 'entry'>>

export function officialRun(text: string, type: TypeSetting, part: 'text' | 'label', more: RunMore = {}, style: TypeStyle = 'body'): PrintRun {
  return { text, font: type.font, size: type.size, bold: type.bold, underline: false, part, blockId: '', role: 'paragraph', style, ...more }
}

export function officialLine(layout: Layout, official: OfficialPart, runs: readonly PrintRun[], more: Partial<ParagraphFormat> & Partial<Pick<PrintParagraph, 'spaceBefore' | 'ruleBelow'>> = {}): PrintParagraph {
  return {
    kind: 'paragraph', role: 'paragraph', official, blocks: [], runs: runs.filter((run) => run.text !== ''),
    alignment: 'left', firstLine: noLength, hanging: noLength, left: noLength, right: noLength,
    linePitch: layout.grid.linePitch, keepWithNext: true, pageBreakBefore: false, ...more,
  }
}
