/** .xlsx → the ledger as others have filled it in (behaviour X6–X8, law D5). The file is only read. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { ReadLedgerRow, ReadLedgerSheet } from '../../../shared/ledger/read-ledger-sheet.ts'
import { documentLimits } from '../files/read-document.ts'
import { megabytes } from '../files/read-input-file.ts'
import { sniffType } from '../files/sniff-type.ts'
import { FileFault } from '../word/file-fault.ts'
import { findColumns, type SheetPlan } from './find-columns.ts'
import { readDataSheet, type SheetData } from './read-data-sheet.ts'
import { readRows } from './read-rows.ts'
import { readCells, type SheetCells } from './sheet-cells.ts'
import { openSheets, type SheetPackage } from './sheet-package.ts'
import { startSheetTally } from './sheet-tally.ts'

/** A workbook of so many sheets is none of ours. */
const mostSheets = 100

function typeOf(bytes: Uint8Array): string {
  const type = sniffType(bytes)
  switch (type.kind) {
    case 'docx': return ' Word 文档（.docx）'
    case 'text': return '文本文件'
    case 'binary': return type.label
    case 'encrypted': return '加了密码的文档'
    case 'doc': case 'wps': return '旧版 Word 或 WPS 文档（.doc、.wps）'
    case 'rtf': return ' RTF 文档'
    case 'html': case 'mht': return '网页文件（.html）'
    case 'wordml': case 'flat-opc': return ' Word XML 文档'
    case 'odt': case 'fodt': return 'OpenDocument 文件'
    case 'other': return type.label.includes('xlsx') ? '二进制工作簿（.xlsb）' : type.label.replace('文档（.odt）', '文件')
  }
}

const listed = (names: readonly string[]) => names.map((name) => `“${name.slice(0, 20)}”`).join('、')

function planNotes(plan: SheetPlan, data: SheetData, rows: readonly ReadLedgerRow[]): string[] {
  const found = new Set(rows.map((row) => row.key))
  const lost = [...data.base].filter(([key]) => !found.has(key))
  const numbers = lost.flatMap(([, texts]) => texts.number ?? []).slice(0, 15)
  return [
    ...(plan.keyColumn === undefined ? ['隐藏的编号列已被删掉，各行按“问题”一列的原文辨认。'] : []),
    ...(lost.length > 0 ? [`导出时的 ${lost.length} 项在文件中已经没有了${numbers.length > 0 ? `（原序号 ${numbers.join('、')}${numbers.length < lost.length ? ' 等' : ''}）` : ''}。`] : []),
    ...(plan.gone.length > 0 ? [`文件中少了${listed(plan.gone)}列，这些内容保持原样。`] : []),
    ...(plan.twice.length > 0 ? [`${listed(plan.twice)}列有重复，只读入了最左边的一列。`] : []),
    ...(plan.foreign.length > 0 ? [`另加的${listed(plan.foreign)}列没有读入。`] : []),
  ]
}

async function readLedger(file: SheetPackage, name: string): Promise<Result<ReadLedgerSheet>> {
  if (file.sheets.length > mostSheets) throw new FileFault('FILE_LIMITS', `${file.sheets.length} sheets`)
  const sheets: { readonly name: string; readonly cells: SheetCells; readonly hidden: boolean }[] = []
  for (const one of file.sheets) sheets.push({ name: one.name, hidden: one.hidden, cells: await readCells(file, one.part) })
  const found = sheets.map(({ cells }) => ({ cells, read: readDataSheet(cells) }))
  const own = found.find(({ read }) => read.kind !== 'none')
  if (own === undefined || own.read.kind === 'none') return fail('SHEET_NOT_OURS', { name })
  if (own.read.kind === 'newer') return fail('SHEET_NEWER', { name })
  const { data } = own.read
  const ledgers = sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden)).flatMap(({ name: sheet, cells, hidden }) => {
    const plan = cells === own.cells ? undefined : findColumns(cells, data)
    return plan === undefined ? [] : [{ sheet, cells, hidden, plan }]
  })
  for (const { sheet, cells, hidden, plan } of ledgers) {
    const tally = startSheetTally()
    const rows = readRows({ cells, plan, data, from1904: file.from1904, tally })
    const others = ledgers.filter((one) => one.cells !== cells).map((one) => one.sheet)
    const more = [
      ...(hidden ? ['台账所在的工作表是隐藏的。'] : []),
      ...(others.length > 0 ? [`只读入了工作表${listed([sheet])}，没有读入${listed(others)}。`] : []),
    ]
    return ok({ source: data.source, rows, base: data.base, columns: plan.columns.map(({ field }) => field), notes: [...more, ...planNotes(plan, data, rows), ...tally.notes()] })
  }
  return fail('SHEET_NOT_OURS', { name })
}

/**
 * @param name the file's name, for messages only.
 * @returns FILE_EMPTY, FILE_TOO_LARGE, FILE_DAMAGED, FILE_LIMITS, SHEET_NOT_OURS, SHEET_NEWER or SHEET_TYPE_UNSUPPORTED as failures.
 */
export async function readSheet(bytes: Uint8Array, name: string): Promise<Result<ReadLedgerSheet>> {
  if (bytes.length === 0) return fail('FILE_EMPTY', { name })
  if (bytes.length > documentLimits.bytes) return fail('FILE_TOO_LARGE', { name, size: megabytes(bytes.length), limit: megabytes(documentLimits.bytes) })
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return fail('SHEET_TYPE_UNSUPPORTED', { name, type: typeOf(bytes) })
  let file: SheetPackage | undefined
  try {
    file = await openSheets(bytes)
    return file === undefined ? fail('SHEET_TYPE_UNSUPPORTED', { name, type: typeOf(bytes) }) : await readLedger(file, name)
  } catch (error) {
    if (error instanceof FileFault) return error.code === 'FILE_TYPE_UNSUPPORTED' ? fail('SHEET_TYPE_UNSUPPORTED', { name }) : fail(error.code, { name })
    throw error
  } finally {
    file?.close()
  }
}
