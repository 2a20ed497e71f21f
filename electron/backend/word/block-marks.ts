/**
 * Hidden bookmarks that say what styles can not: where a run-in block begins, where a list starts again, that a label
 * stands alone. Word and WPS keep bookmarks whose name begins with an underscore and do not show them.
 * A name is `_zg_<role>_<serial>_<flags…>`, 40 characters at most.
 */
import type { TableColumnRole } from '../../../shared/document/draft.ts'
import type { ListStyle } from '../../../shared/document/list-style.ts'
import { roles, type Role } from '../../../shared/document/roles.ts'

/** Fixed for ever: files written years ago carry these letters. */
const listLetters = {
  '一、': 'a', '（一）': 'b', '1.': 'c', '（1）': 'd', '①': 'e', '一是': 'f', '一要': 'g', '第一，': 'h', '其一，': 'i', '1：': 'j', '一：': 'k', '第一部分': 'l',
} as const satisfies Record<ListStyle, string>

const columnLetters = {
  number: 'n', category: 'g', problem: 'p', cause: 'c', measure: 'm', responsible: 'r', timeLimit: 't', other: 'o',
} as const satisfies Record<TableColumnRole, string>

export interface BlockMark {
  readonly role: Role
  /** The block begins its paragraph, or is run in. */
  readonly place: 'paragraph' | 'inside'
  readonly start?: number
  /** Where the printed number alone leaves the style open. */
  readonly list?: ListStyle
  readonly labelLine?: 'label' | 'text'
}

const prefix = '_zg_'

export function markName(mark: BlockMark, serial: number): string {
  const flags = [
    mark.place === 'inside' ? 'i' : 'p',
    ...(mark.start === undefined ? [] : [`s${mark.start}`]),
    ...(mark.list === undefined ? [] : [`l${listLetters[mark.list]}`]),
    ...(mark.labelLine === undefined ? [] : [mark.labelLine === 'label' ? 'w' : 'x']),
  ]
  return `${prefix}${mark.role}_${serial}_${flags.join('_')}`
}

function listOf(letter: string): ListStyle | undefined {
  return (Object.keys(listLetters) as ListStyle[]).find((style) => listLetters[style] === letter)
}

/** Undefined for bookmarks that are not ours. */
export function readMarkName(name: string): BlockMark | undefined {
  const match = /^_zg_([A-Za-z0-9]+)_\d+_([pi])((?:_[a-z0-9]+)*)$/.exec(name)
  const role = roles.find((one) => one === match?.[1])
  if (!match || role === undefined) return undefined
  const flags = match[3]!.split('_').filter((flag) => flag !== '')
  const startFlag = flags.find((flag) => /^s\d{1,3}$/.test(flag))
  const list = listOf(flags.find((flag) => /^l[a-k]$/.test(flag))?.slice(1) ?? '')
  const labelLine = flags.includes('w') ? 'label' : flags.includes('x') ? 'text' : undefined
  return {
    role, place: match[2] === 'i' ? 'inside' : 'paragraph',
    ...(startFlag === undefined ? {} : { start: Number(startFlag.slice(1)) }),
    ...(list === undefined ? {} : { list }),
    ...(labelLine === undefined ? {} : { labelLine }),
  }
}

/** Begins an entry of an official part that has several: an organ of a joint paper, a 签发人. */
export const entryMarkName = (serial: number): string => `${prefix}entry_${serial}`
export const isEntryMark = (name: string): boolean => /^_zg_entry_\d+$/.test(name)

/** What 署名 and 成文日期 make room for. */
export const endMarkName = (place: 'seal' | 'stamp') => (serial: number): string => `${prefix}end_${serial}_${place}`
export const readEndMark = (name: string): 'seal' | 'stamp' | undefined => /^_zg_end_\d+_(seal|stamp)$/.exec(name)?.[1] as 'seal' | 'stamp' | undefined

/** In a table on its side. */
export const landscapeMarkName = (serial: number): string => `${prefix}onside_${serial}`
export const isLandscapeMark = (name: string): boolean => /^_zg_onside_\d+$/.test(name)

const columnsPerMark = 20

/** What the columns of a table hold; several names where they are many. At least one, which says the table is ours. */
export function tableMarkNames(columns: readonly TableColumnRole[], serial: number): string[] {
  const letters = columns.map((column) => columnLetters[column]).join('')
  const count = Math.max(1, Math.ceil(letters.length / columnsPerMark))
  return Array.from({ length: count }, (_, index) =>
    `${prefix}table_${serial}_${index}${letters.slice(index * columnsPerMark, (index + 1) * columnsPerMark)}`)
}

/** The columns named by the bookmarks of a table; undefined where none is ours. */
export function readTableMarks(names: readonly string[]): TableColumnRole[] | undefined {
  const ours = names.flatMap((name) => {
    const match = /^_zg_table_\d+_(\d+)([a-z]*)$/.exec(name)
    return match ? [{ index: Number(match[1]), letters: match[2]! }] : []
  })
  if (ours.length === 0) return undefined
  const roleOf = (letter: string) => (Object.keys(columnLetters) as TableColumnRole[]).find((role) => columnLetters[role] === letter)
  const found = ours.sort((a, b) => a.index - b.index).flatMap(({ letters }) => [...letters].map(roleOf))
  return found.every((role) => role !== undefined) ? found : undefined
}
