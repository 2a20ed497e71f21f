/** A block of cells as spreadsheets put it on the clipboard: tabs between cells, a line to a row, quotes round a cell that holds either. */

/** @returns rows of cells; lines within a cell parted by \n. A line break at the end begins no row. */
export function readCells(text: string): readonly (readonly string[])[] {
  const source = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\u0000', '')
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const cellEnd = () => {
    if (source[at] !== '"') {
      const end = source.slice(at).search(/[\t\n]/u)
      return end === -1 ? source.length : at + end
    }
    // A quote that never closes, or that text follows, was typed by somebody: then it is the cell's own.
    const quoted = /^"(?:[^"]|"")*"(?=\t|\n|$)/u.exec(source.slice(at))
    if (quoted) return at + quoted[0].length
    const end = source.slice(at).search(/[\t\n]/u)
    return end === -1 ? source.length : at + end
  }
  while (at < source.length) {
    const end = cellEnd()
    const raw = source.slice(at, end)
    row.push(/^"(?:[^"]|"")*"$/u.test(raw) && raw.length > 1 ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (source[end] === '\t') {
      at = end + 1
      // A tab at the very end still parts two cells.
      if (at === source.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
    at = end + 1
  }
  if (row.length > 0) rows.push(row)
  return rows
}

export function writeCells(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/[\t\n]|^"/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n')
}
