/** What of a text another reading of the same file has lost, and what it has that was never there. */
import { diffArrays } from 'diff'

export interface Compared {
  /** Stretches that are missing, in order. */
  readonly lost: readonly string[]
  /** Stretches that do not belong there. */
  readonly added: readonly string[]
  /** Everything is there, in another order. */
  readonly moved: boolean
}

/** Lines a program draws around tables and under headings. */
const drawn = /^[\s\-+|=_:]+$/u

/** Blanks are the readers' own affair: only what can be read counts. */
function characters(text: string): string[] {
  return [...text.split(/\r\n|[\n\r\f\v]/u).filter((line) => !drawn.test(line)).join('').replaceAll(/[\s\u200b\ufeff|]/gu, '')]
}

const sorted = (list: readonly string[]) => list.toSorted().join('')

export function compareTexts(expected: string, found: string): Compared {
  const [want, have] = [characters(expected), characters(found)]
  const parts = diffArrays(want, have)
  const stretch = (which: 'removed' | 'added') => parts.flatMap((part) => (part[which] ? [part.value.join('')] : []))
  const [lost, added] = [stretch('removed'), stretch('added')]
  return { lost, added, moved: lost.length > 0 && sorted(want) === sorted(have) }
}

const mostShown = 3
const quote = (text: string) => `“${[...text].length > 14 ? `${[...text].slice(0, 12).join('')}…` : text}”`

function some(list: readonly string[]): string {
  const each = [...new Set(list)]
  return each.slice(0, mostShown).map(quote).join('') + (each.length > mostShown ? `等 ${list.length} 处` : '')
}

/** A cell of the table: 全, or 缺 with what is lost. */
export function toldOf({ lost, added, moved }: Compared): string {
  if (moved) return `全，次序不同：${some(lost)}`
  const extra = added.length === 0 ? '' : `多出${some(added)}`
  if (lost.length === 0) return extra === '' ? '全' : `全，${extra}`
  return `缺${some(lost)}${extra === '' ? '' : `；${extra}`}`
}
