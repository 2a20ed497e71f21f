/**
 * What a ledger we export as a spreadsheet says of itself, so that it can be read back after others have worked in it.
 *
 * In the ledger's sheet a hidden first column carries the key of each row, or what the row is where it is none of the ledger's;
 * a hidden first row names the field of each column. Both go along wherever rows and columns are moved. A second, hidden sheet
 * keeps the text of each cell as it was exported: the base of a merge.
 * Fixed for ever: files sent out years ago carry these words. What changes gets a new version.
 */
import type { LedgerField } from '../../../shared/ledger/ledger-fields.ts'

export const sheetFormat = { name: '整稿台账', version: 1 } as const

export const dataSheetName = '整稿数据'
export const dataSheetWarning = '本表供整稿合并修改用，请勿改动或删除。'

export const rowMarks = { fields: 'zhenggao:fields', title: 'zhenggao:title', note: 'zhenggao:note', head: 'zhenggao:head', summary: 'zhenggao:summary' } as const
export type RowMark = keyof typeof rowMarks

const marks = new Map<string, RowMark>((Object.keys(rowMarks) as RowMark[]).map((mark) => [rowMarks[mark], mark]))
export const rowMarkOf = (text: string): RowMark | undefined => marks.get(text)

/** First cells of the rows of the hidden sheet; those below begin with a key. */
export const dataRows = { fields: '字段', titles: '列名' } as const

export const fieldMark = (field: LedgerField) => `zhenggao:${field}`
export const fieldOfMark = (text: string) => /^zhenggao:([a-zA-Z]{1,40})$/.exec(text)?.[1]

/** Excel holds no more in a cell. */
export const mostCellCharacters = 32_767
