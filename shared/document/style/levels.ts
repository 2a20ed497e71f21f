/**
 * Levels of numbered blocks: headings by level; problems, causes and measures by the heading they stand under and by
 * whether they are entries of an entry (“1.…一是…二是…”). A list style is chosen for a level, not for a role alone: the
 * measures right under a part may be （一） while those under a group are 1.
 */
import type { Block, TextBlock } from '../draft.ts'
import { listRank, type ListStyle } from '../list-style.ts'
import { headingLevel, type HeadingRole } from '../roles.ts'
import { isTextBlock } from '../runs.ts'
import { valuesOf } from './keep-numbers.ts'
import { carriesNumber } from './label-dress.ts'

export const listedRoles = ['problem', 'cause', 'measure'] as const
export type ListedRole = (typeof listedRoles)[number]

export interface Level {
  readonly role: HeadingRole | ListedRole
  /** Level of the heading the blocks stand under; 0 above the first. Headings: the level outside their own. */
  readonly under: 0 | 1 | 2 | 3 | 4
  readonly nested: boolean
}

export interface LevelBlock {
  readonly index: number
  /** Blocks of one level and one context make up one list as the reader sees it. */
  readonly context: number
  /** Blocks of one run stand together, with nothing but plain text between. */
  readonly run: number
}

export const levelKey = ({ role, under, nested }: Level) => `${role}/${under}${nested ? '/nested' : ''}`

function isListed(role: Block['role']): role is ListedRole {
  return (listedRoles as readonly string[]).includes(role)
}

/** A list open in a run: its style, or none, and the number it has come to. */
interface Open {
  style: ListStyle | undefined
  value: number
}

/** Depth of the block in its run, from 1; undefined for text that goes on with a numbered entry. Changes the open lists. */
function depthIn(open: Open[], block: TextBlock, value: number): number | undefined {
  const style = block.list
  if (style === undefined) {
    if (open.length > 0 && open[0]!.style !== undefined) return undefined
    open.splice(0, open.length, { style, value: 0 })
    return 1
  }
  let at = open.findLastIndex((one) => one.style === style)
  // “一是…二是…3.…” goes on in another style; what begins at 1 is a list of its own inside.
  if (at === -1 && value > 1) at = open.findLastIndex((one) => one.style !== undefined && one.value + 1 === value)
  if (at === -1 && open.length > 0 && value > 1 && listRank(style) <= listRank(open.at(-1)!.style ?? '第一部分')) at = 0
  if (at === -1) {
    open.push({ style, value })
    return open.length
  }
  open.splice(at + 1)
  open[at] = { style, value }
  return at + 1
}

function headingMembers(blocks: readonly Block[], add: (level: Level, member: LevelBlock) => void): void {
  const firsts = blocks.filter((block) => block.role === 'heading1' && isTextBlock(block)) as TextBlock[]
  // 第一部分 stands above the 一、 in it, both first-level headings: no mixture.
  const partsApart = firsts.some((block) => block.list === '第一部分') && firsts.some((block) => block.list !== '第一部分')
  let contexts = 0
  const open = [0, 0, 0, 0, 0]
  blocks.forEach((block, index) => {
    const level = headingLevel(block.role)
    if (level === undefined || !isTextBlock(block)) return
    const apart = partsApart && block.list === '第一部分'
    for (let inner = apart ? 1 : level + 1; inner <= 4; inner += 1) open[inner] = contexts += 1
    if (apart) return
    add({ role: block.role as HeadingRole, under: (level - 1) as Level['under'], nested: false }, { index, context: open[level]!, run: open[level]! })
  })
}

function recordMembers(blocks: readonly Block[], role: ListedRole, add: (level: Level, member: LevelBlock) => void): void {
  const values = valuesOf(blocks)
  let under: Level['under'] = 0
  let run = 0
  let section = 0
  let entry = 0
  let open: Open[] = []
  blocks.forEach((block, index) => {
    const level = headingLevel(block.role)
    if (level !== undefined) {
      under = level
      section += 1
    }
    if (block.role !== role || !isTextBlock(block)) {
      if (block.role === 'paragraph') return
      open = []
      run += 1
      return
    }
    if (block.label !== undefined && block.labelAfterNumber === undefined && !carriesNumber(block)) {
      open = []
      run += 1
      section += 1
    }
    const depth = depthIn(open, block, values[index]!)
    if (depth === undefined || depth > 2) return
    if (depth === 1) entry += 1
    // Problems count on through the items of their group; causes and measures begin anew with each.
    add({ role, under, nested: depth === 2 }, { index, run, context: depth === 2 ? entry : role === 'problem' ? section : run })
  })
}

/** The members of every level of the draft, by `levelKey`, outermost first. */
export function levelsOf(blocks: readonly Block[]): ReadonlyMap<string, { readonly level: Level; readonly members: readonly LevelBlock[] }> {
  const found = new Map<string, { level: Level; members: LevelBlock[] }>()
  const add = (level: Level, member: LevelBlock) => {
    const key = levelKey(level)
    const entry = found.get(key) ?? { level, members: [] }
    entry.members.push(member)
    found.set(key, entry)
  }
  headingMembers(blocks, add)
  for (const role of listedRoles) recordMembers(blocks, role, add)
  const order = ['heading1', 'heading2', 'heading3', 'heading4', ...listedRoles]
  const place = ({ role, under, nested }: Level) => order.indexOf(role) * 100 + under * 10 + (nested ? 1 : 0)
  const sorted = [...found].sort(([, a], [, b]) => place(a.level) - place(b.level))
  return new Map(sorted.flatMap(([key, { level, members }]) => {
    // A single entry without a number needs none.
    const together = Map.groupBy(members, (member) => member.context)
    const counted = isListed(level.role) ? members.filter(({ index, context }) => (blocks[index] as TextBlock).list !== undefined || together.get(context)!.length > 1) : members
    return counted.length === 0 ? [] : [[key, { level, members: counted }] as const]
  }))
}
