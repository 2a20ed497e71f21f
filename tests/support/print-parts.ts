/** Printed parts made by hand, for what no draft of the day asks for. */
import type { PrintDocument, PrintParagraph, PrintRun, PrintedPart, PrintTable } from '../../shared/print/print-types.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { noLength } from '../../shared/print/role-formats.ts'
import type { Layout } from '../../shared/print/layout.ts'
import { layoutOf } from './layouts.ts'

export const chineseFont = { chinese: '仿宋_GB2312', latin: 'Times New Roman' } as const

export function run(text: string, more: Partial<PrintRun> = {}): PrintRun {
  return { text, font: chineseFont, size: 32, bold: false, underline: false, part: 'text', blockId: 'b', role: 'paragraph', style: 'body', ...more }
}

export function paragraph(runs: string | readonly PrintRun[], more: Partial<PrintParagraph> = {}): PrintParagraph {
  const own = typeof runs === 'string' ? [run(runs)] : runs
  const ids = [...new Set(own.map((one) => one.blockId))]
  return {
    kind: 'paragraph', role: 'paragraph', alignment: 'both', firstLine: noLength, hanging: noLength, left: noLength, right: noLength, linePitch: 592,
    keepWithNext: false, pageBreakBefore: false, runs: own, blocks: ids.map((id) => ({ id, role: 'paragraph', firstRun: own.findIndex((one) => one.blockId === id) })), ...more,
  }
}

export function table(rows: readonly (readonly string[])[], more: Partial<PrintTable> = {}, breaks = false): PrintTable {
  const columns = Math.max(...rows.map((row) => row.length))
  const width = 8840
  return {
    kind: 'table', blockId: 't', width, columns: Array.from({ length: columns }, () => ({ role: 'other' as const, width: width / columns })),
    rows: rows.map((row, index) => ({
      header: index === 0, mayBreak: breaks && index > 0,
      cells: row.map((text) => ({ lines: text.split('\n'), span: row.length === 1 ? columns : 1, alignment: index === 0 ? 'centre' as const : 'left' as const })),
    })),
    text: { font: chineseFont, size: 24, bold: false }, head: { font: { chinese: '黑体', latin: 'Times New Roman' }, size: 24, bold: false }, linePitch: 400, cellPadding: 70, ...more,
  }
}

/** @param change of the layout: options, page number. */
export function documentOf(parts: readonly PrintedPart[], change: Partial<Layout> = {}, id = 'gb33476'): PrintDocument {
  return { ...buildPrintDocument({ blocks: [] }, { ...layoutOf(id), ...change }), parts }
}
