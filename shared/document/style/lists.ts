/** The list style of a level for the whole draft: what stands there now, what may stand there, and setting it. */
import type { Block, TextBlock } from '../draft.ts'
import { listRank, type ListStyle } from '../list-style.ts'
import { headingLevel } from '../roles.ts'
import { isTextBlock } from '../runs.ts'
import { valuesOf, withoutKeys } from './keep-numbers.ts'
import { carriesNumber, readLabel } from './label-dress.ts'
import { levelKey, levelsOf, type Level, type LevelBlock, type ListedRole } from './levels.ts'

export type ListChoice = ListStyle | 'none'

/** Styles in use at the level, most frequent first. */
export function listLooks(blocks: readonly Block[], members: readonly LevelBlock[]): ReadonlyMap<ListChoice, number> {
  const counts = new Map<ListChoice, number>()
  for (const { index } of members) {
    const style = (blocks[index] as TextBlock).list ?? 'none'
    counts.set(style, (counts.get(style) ?? 0) + 1)
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1]))
}

const headingChoices: Readonly<Record<1 | 2 | 3 | 4, readonly ListStyle[]>> = {
  1: ['一、', '第一部分', '1.'], 2: ['（一）', '一、', '1.'], 3: ['1.', '（一）', '（1）'], 4: ['（1）', '1.', '①'],
}
const recordChoices: Readonly<Record<ListedRole, readonly ListStyle[]>> = {
  problem: ['一、', '（一）', '1.', '（1）', '①', '一是', '第一，', '其一，', '1：', '一：'],
  cause: ['一、', '（一）', '1.', '（1）', '①', '一是', '第一，', '其一，', '1：', '一：'],
  measure: ['一、', '（一）', '1.', '（1）', '①', '一是', '一要', '第一，', '其一，', '1：', '一：'],
}
const nestedChoices: readonly ListStyle[] = ['1.', '（1）', '①', '一是', '一要', '第一，', '其一，']

/** Ranks of the numbers of the headings each member stands under. */
function ranksAbove(blocks: readonly Block[], members: readonly LevelBlock[]): number {
  const wanted = new Set(members.map((member) => member.index))
  const open = [-1, -1, -1, -1, -1]
  let deepest = -1
  blocks.forEach((block, index) => {
    const level = headingLevel(block.role)
    if (wanted.has(index)) deepest = Math.max(deepest, ...open.slice(0, level ?? 5))
    if (level === undefined || !isTextBlock(block)) return
    // 第一部分 stands above first-level headings too.
    if (block.list === '第一部分') open.fill(-1).fill(0, 0, 1)
    else open.fill(-1, level).fill(block.list === undefined ? -1 : listRank(block.list), level, level + 1)
  })
  return deepest
}

/** The styles that make sense at the level: below the numbers above it, above those inside it. What is in use is among them. */
export function listChoices(blocks: readonly Block[], key: string): readonly ListChoice[] {
  const levels = levelsOf(blocks)
  const found = levels.get(key)
  if (!found) return []
  const { level, members } = found
  const used = [...listLooks(blocks, members).keys()]
  const parent = level.nested ? levels.get(levelKey({ ...level, nested: false })) : undefined
  const above = Math.max(ranksAbove(blocks, members), ...(parent ? [...listLooks(blocks, parent.members).keys()].map((style) => (style === 'none' || listRank(style) === 6 ? -1 : listRank(style))) : []))
  const heading = headingLevel(level.role)
  const inside = [...levels.values()].filter((other) => (heading === undefined ? other.level.role === level.role && other.level.under === level.under && other.level.nested && !level.nested : (headingLevel(other.level.role) ?? 0) > heading))
  const below = Math.min(7, ...inside.flatMap((other) => [...listLooks(blocks, other.members).keys()]).filter((style) => style !== 'none').map(listRank).filter((rank) => rank < 6))
  const table = heading !== undefined ? headingChoices[heading] : level.nested ? nestedChoices : recordChoices[level.role as ListedRole]
  const sensible = table.filter((style) => (listRank(style) > above || listRank(style) === 6) && (listRank(style) < below || (heading === undefined && listRank(style) === 6)))
  const parents = parent ? [...listLooks(blocks, parent.members).keys()] : []
  return [...new Set<ListChoice>([...sensible.filter((style) => !parents.includes(style)), ...used.filter((style) => style !== 'none'), 'none'])]
}

/**
 * The number each member gets: the value it has; one more than the last where another style went on with the same list,
 * or where none stood. A list that begins again begins again.
 */
function wantedValues(blocks: readonly Block[], { level, members }: { readonly level: Level; readonly members: readonly LevelBlock[] }): number[] {
  const values = valuesOf(blocks)
  const wanted = [...values]
  const last = new Map<number, LevelBlock>()
  for (const member of members) {
    const before = last.get(member.context)
    last.set(member.context, member)
    const block = blocks[member.index] as TextBlock
    const value = values[member.index]!
    if (before === undefined) wanted[member.index] = Math.max(1, value)
    else {
      const next = wanted[before.index]! + 1
      const sameStyle = (blocks[before.index] as TextBlock).list === block.list
      // Measures of the next item begin anew, whatever their style.
      const goesOn = level.role === 'problem' || headingLevel(level.role) !== undefined || before.run === member.run
      wanted[member.index] = value === 0 ? next
        : sameStyle ? (value > values[before.index]! ? wanted[before.index]! + value - values[before.index]! : value)
          : block.start ?? (goesOn ? next : value)
    }
  }
  return wanted
}

/** “问题1：” is a number with a word: each entry carries the word of its run. */
function numberedWord(blocks: readonly Block[], member: LevelBlock, members: readonly LevelBlock[], shortWord: string): string {
  const labels = [member, ...members.filter((other) => other.run === member.run)].map(({ index }) => (blocks[index] as TextBlock).label)
  const label = labels.find((one) => one !== undefined)
  return label === undefined ? shortWord : readLabel(label)?.word ?? label
}

const shortWords: Readonly<Record<ListedRole, string>> = { problem: '问题', cause: '原因', measure: '措施' }

function restyled(blocks: readonly Block[], member: LevelBlock, members: readonly LevelBlock[], level: Level, choice: ListChoice): TextBlock {
  const block = blocks[member.index] as TextBlock
  if ((block.list ?? 'none') === choice) return block
  const carried = carriesNumber(block)
  if (choice === 'none') return withoutKeys(block, 'list', 'start', 'labelAfterNumber', ...(carried ? ['label', 'labelLine'] : []))
  if (choice === '1：' || choice === '一：') {
    const label = carried && block.label !== undefined ? block.label : numberedWord(blocks, member, members, shortWords[level.role as ListedRole] ?? '')
    return { ...withoutKeys(block, 'labelAfterNumber', 'labelLine'), list: choice, ...(label === '' ? {} : { label }) }
  }
  return { ...(carried ? withoutKeys(block, 'label', 'labelAfterNumber', 'labelLine') : block), list: choice }
}

/** Every block of the level in the style; `wanted` are the numbers the blocks are to have, by index. */
export function applyList(blocks: readonly Block[], key: string, choice: ListChoice): { readonly blocks: Block[]; readonly wanted: readonly number[] } {
  const found = levelsOf(blocks).get(key)
  if (!found) return { blocks: [...blocks], wanted: valuesOf(blocks) }
  const result = [...blocks]
  for (const member of found.members) result[member.index] = restyled(blocks, member, found.members, found.level, choice)
  return { blocks: result, wanted: wantedValues(blocks, found) }
}
