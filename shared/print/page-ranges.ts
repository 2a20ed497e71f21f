/** “1-3,5”: which pages of a paper, as people write it. */

export type PageRange =
  | { readonly ok: true; readonly pages: readonly number[] }
  /** `part` is what could not be understood, or names a page that is not there. */
  | { readonly ok: false; readonly problem: 'unreadable' | 'outside'; readonly part: string }

const separators = /[,，、;；\s]+/u
const piece = /^(\d{1,5})?(?:(-)(\d{1,5})?)?$/u

/** Full-width digits, and every sign that stands between two page numbers. */
function plain(text: string): string {
  return text.replace(/[\uff10-\uff19]/gu, (digit) => String.fromCodePoint(digit.codePointAt(0)! - 0xfee0))
    .replace(/第|页/gu, '')
    .replace(/\s*(?:[-–—―－~～至到]|——)+\s*/gu, '-')
}

/**
 * @param count pages there are.
 * @returns page numbers in the order written, each once; all pages where nothing is written. “3-” runs to the end.
 */
export function parsePageRange(text: string, count: number): PageRange {
  const parts = plain(text.trim()).split(separators).filter((part) => part !== '')
  if (parts.length === 0) return { ok: true, pages: Array.from({ length: count }, (_, index) => index + 1) }
  const pages = new Set<number>()
  for (const part of parts) {
    const match = piece.exec(part)
    if (!match || (match[1] === undefined && match[3] === undefined)) return { ok: false, problem: 'unreadable', part }
    const from = match[1] === undefined ? 1 : Number(match[1])
    const to = match[2] === undefined ? from : match[3] === undefined ? count : Number(match[3])
    if (from < 1 || from > count || to < 1 || to > count) return { ok: false, problem: 'outside', part }
    for (let page = from; from <= to ? page <= to : page >= to; page += from <= to ? 1 : -1) pages.add(page)
  }
  return { ok: true, pages: [...pages] }
}
