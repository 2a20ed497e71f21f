/** What a writer has in mind at a place of the paper: the item, else what stands under the same heading. */
import { headingLevel, isRecordRole, type Role } from './roles.ts'

export interface FocusRange {
  readonly from: number
  /** One past the last block. */
  readonly to: number
  /** The nearest heading above, where it is not in the range. */
  readonly heading: number | undefined
}

const ends: ReadonlySet<Role> = new Set<Role>(['attachment', 'signature', 'date'])

/**
 * The range around the block at the index: of a heading all it holds; of an item its problems with what answers them,
 * as `deriveItems` parts them; else the blocks under the same heading, or above the first.
 */
export function focusRange(roles: readonly Role[], index: number): FocusRange {
  const level = headingLevel(roles[index]!)
  if (level !== undefined) {
    const next = roles.findIndex((role, at) => at > index && (ends.has(role) || (headingLevel(role) ?? 5) <= level))
    return { from: index, to: next === -1 ? roles.length : next, heading: undefined }
  }
  const isBorder = (role: Role) => headingLevel(role) !== undefined || ends.has(role) !== ends.has(roles[index]!)
  const border = roles.slice(0, index).findLastIndex(isBorder)
  const after = roles.findIndex((role, at) => at > index && isBorder(role))
  const section = { from: border + 1, to: after === -1 ? roles.length : after }
  const above = border === -1 || headingLevel(roles[border]!) === undefined ? undefined : border
  const item = itemRange(roles, index, section)
  if (!item) return { from: above ?? section.from, to: section.to, heading: undefined }
  return { ...item, heading: above }
}

function itemRange(roles: readonly Role[], index: number, { from, to }: { readonly from: number; readonly to: number }): { from: number; to: number } | undefined {
  let start: number | undefined
  let answered = false
  for (let at = from; at < to; at += 1) {
    const role = roles[at]!
    const ended = role === 'table' || (role === 'problem' && answered)
    if (ended && start !== undefined) {
      if (index >= start && index < at) return { from: start, to: at }
      start = undefined
      answered = false
    }
    if (!isRecordRole(role)) continue
    start ??= at
    answered ||= role !== 'problem'
  }
  return start !== undefined && index >= start && answered ? { from: start, to } : undefined
}
