/** Rows from the clipboard: one to a line; cells of a sheet, parted by tabs, go into the columns. */

/** A name of two characters set wide (张　三) is the same name. */
function plainCell(text: string): string {
  const trimmed = text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029\ufeff]/g, '').trim()
  return /^\p{Script=Han}\s+\p{Script=Han}$/u.test(trimmed) ? trimmed.replaceAll(/\s/gu, '') : trimmed
}

/**
 * @param columns keys of the columns from the one pasted into.
 * @returns undefined for a single cell: that is text to be pasted where the caret is.
 */
export function pastedRows<K extends string>(text: string, columns: readonly K[]): Partial<Record<K, string>>[] | undefined {
  const lines = text.replaceAll('\r\n', '\n').split(/[\r\n]/).filter((line) => line.trim() !== '')
  if (lines.length < 2 && !(lines[0]?.trim().includes('\t') ?? false)) return undefined
  return lines.map((line) => {
    const cells = line.split('\t')
    // Cells beyond the last column stay with it: nothing pasted is dropped.
    const kept = cells.length > columns.length ? [...cells.slice(0, columns.length - 1), cells.slice(columns.length - 1).join(' ')] : cells
    return Object.fromEntries(kept.map((cell, index) => [columns[index]!, plainCell(cell)])) as Partial<Record<K, string>>
  })
}
