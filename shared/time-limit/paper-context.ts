import type { Draft } from '../document/draft.ts'
import { blockText } from '../document/runs.ts'
import { isoDate, parseIsoDate, readYear } from './calendar.ts'
import { fromChineseNumeral } from '../document/list-style.ts'
import type { TimeLimitContext } from './parse-time-limit.ts'

const yearPattern = /(?<![\d])((?:19|20)\d{2})(?=年|[.\-/]\d{1,2}(?:[.\-/]|月))|([二一][〇○零九][〇○零一二三四五六七八九]{2})年/gu

function yearsIn(text: string): number[] {
  return [...text.matchAll(yearPattern)].flatMap((match) => readYear((match[1] ?? match[2])!) ?? [])
}

/** The most frequent year, the later one of equals. */
function commonYear(years: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0]
}

/** 2023年11月9日, 二〇二三年十一月九日 or 2023.11.9 → 2023-11-09; undefined for a month alone or a date to be filled in. */
export function readDateLine(text: string): string | undefined {
  const compact = text.normalize('NFKC').replaceAll(/[\s()]/gu, '')
  const written = /^(.{4})年(.{1,3})月(.{1,3})[日号]$/u.exec(compact) ?? /^(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})$/u.exec(compact)
  if (!written) return undefined
  const number = (part: string) => (/^\d+$/.test(part) ? Number(part) : fromChineseNumeral(part))
  const [year, month, day] = [readYear(written[1]!), number(written[2]!), number(written[3]!)]
  if (year === undefined || month === undefined || day === undefined) return undefined
  const iso = isoDate(year, month, day)
  return parseIsoDate(iso) ? iso : undefined
}

/**
 * What the paper says of its own time: its date; and the year its time limits are meant in, which is the year other
 * limits give, else the title's, else the one the paper speaks of most.
 */
export function paperTimeContext(draft: Pick<Draft, 'meta' | 'blocks' | 'title'>): TimeLimitContext {
  const dateBlock = draft.blocks.findLast((block) => block.role === 'date')
  const front = draft.blocks.find((block) => block.role === 'subtitle' && readDateLine(blockText(block)) !== undefined)
  const date = parseIsoDate(draft.meta.date) ? draft.meta.date : readDateLine(blockText(dateBlock ?? front ?? { role: 'date', id: '', runs: [] }))
  const limits = draft.blocks.filter((block) => block.role === 'timeLimit' || block.role === 'table').flatMap((block) => yearsIn(blockText(block)))
  const titles = draft.blocks.filter((block) => block.role === 'title' || block.role === 'subtitle').flatMap((block) => yearsIn(blockText(block)))
  const year = commonYear(limits) ?? (date ? Number(date.slice(0, 4)) : undefined) ?? commonYear(titles.length > 0 ? titles : yearsIn(draft.title)) ??
    commonYear(draft.blocks.flatMap((block) => yearsIn(blockText(block))))
  return { date, year }
}
