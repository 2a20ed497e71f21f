/** Which blocks stand in the printed paragraph of the one before them, for the whole draft, by what they are. */
import type { Block, TextBlock } from '../draft.ts'
import { canRunIn } from '../edits.ts'
import { headingLevel, isRecordRole, type RecordRole } from '../roles.ts'
import { blockText, isTextBlock } from '../runs.ts'
import { withoutKeys } from './keep-numbers.ts'
import { levelsOf, listedRoles } from './levels.ts'

/** Headings with plain text behind them and headings of the record are set differently in many papers: two subjects. */
export const placementSubjects = [
  'heading2', 'heading2/record', 'heading3', 'heading3/record', 'heading4', 'heading4/record',
  'problem', 'problem/nested', 'cause', 'cause/nested', 'measure', 'measure/nested', 'timeLimit', 'responsible',
] as const
export type PlacementSubject = (typeof placementSubjects)[number]

/** `together`: the first in a paragraph of its own, those of its kind behind it run in. */
export type Placement = 'run-in' | 'paragraph' | 'together'

interface Place {
  readonly index: number
  /** Behind another of its role. */
  readonly follows: boolean
  /** May be run in; otherwise it only ever can be taken out. */
  readonly both: boolean
}

/** The block before, if this one may continue its paragraph and no heading's own control decides about it. */
function before(blocks: readonly Block[], index: number): TextBlock | undefined {
  const block = blocks[index]
  const previous = blocks[index - 1]
  if (!block || !previous || !isTextBlock(block) || !isTextBlock(previous) || block.labelLine) return undefined
  return canRunIn(block.role, previous) && headingLevel(previous.role) === undefined ? previous : undefined
}

/** A sentence that leads to what follows: “主要表现在：”. */
const isLead = (block: TextBlock) => block.role === 'paragraph' && /[：:]$/u.test(blockText(block))

function headingPlaces(blocks: readonly Block[], role: string, record: boolean): Place[] {
  return blocks.flatMap((block, index): Place[] => {
    const next = blocks[index + 1]
    if (block.role !== role || !isTextBlock(block)) return []
    const own: Place[] = block.runIn && !record ? [{ index, follows: false, both: false }] : []
    const text = next && isTextBlock(next) && headingLevel(next.role) === undefined && isRecordRole(next.role) === record && canRunIn(next.role, block) && !next.labelLine
    return text ? [...own, { index: index + 1, follows: true, both: true }] : own
  })
}

function nestedIndexes(blocks: readonly Block[]): ReadonlySet<number> {
  return new Set([...levelsOf(blocks).values()].filter(({ level }) => level.nested).flatMap(({ members }) => members.map((member) => member.index)))
}

function placesOf(blocks: readonly Block[], subject: PlacementSubject): Place[] {
  const [role, depth] = subject.split('/') as [RecordRole, 'nested'?]
  if (subject.startsWith('heading')) return headingPlaces(blocks, role, depth !== undefined)
  const nested = (listedRoles as readonly string[]).includes(role) ? nestedIndexes(blocks) : new Set<number>()
  return blocks.flatMap((block, index): Place[] => {
    if (block.role !== role || !isTextBlock(block) || nested.has(index) !== (depth === 'nested')) return []
    const previous = before(blocks, index)
    if (previous === undefined) return []
    const follows = previous.role === role
    const answers = role === 'timeLimit' || role === 'responsible'
    const both = depth === 'nested' || follows || (answers ? isRecordRole(previous.role) : isLead(previous))
    return both || block.runIn ? [{ index, follows, both }] : []
  })
}

function isRunIn(blocks: readonly Block[], { index }: Place): boolean {
  return (blocks[index] as TextBlock).runIn === true
}

export interface PlacementLooks {
  readonly runIn: number
  readonly paragraph: number
  /** What all of the draft has; undefined where it is mixed. */
  readonly placement: Placement | undefined
  readonly choices: readonly Placement[]
}

/** How the blocks stand in the draft; undefined where there is none whose place could be chosen. */
export function placementLooks(blocks: readonly Block[], subject: PlacementSubject): PlacementLooks | undefined {
  const places = placesOf(blocks, subject)
  if (places.length === 0) return undefined
  const runIn = places.filter((place) => isRunIn(blocks, place)).length
  const choices: readonly Placement[] = subject === 'responsible' && places.some((place) => place.follows) ? ['run-in', 'together', 'paragraph'] : ['run-in', 'paragraph']
  const together = choices.includes('together') && places.every((place) => isRunIn(blocks, place) === place.follows)
  const placement = runIn === 0 ? 'paragraph' : runIn === places.length && places.some((place) => !place.follows || choices.length === 2) ? 'run-in' : together ? 'together' : undefined
  return { runIn, paragraph: places.length - runIn, placement, choices }
}

/** Puts all of them alike. A block that may not be run in stays where it is. */
export function applyPlacement(blocks: readonly Block[], subject: PlacementSubject, placement: Placement): Block[] {
  const result = [...blocks]
  for (const place of placesOf(blocks, subject)) {
    const block = blocks[place.index] as TextBlock
    const wanted = placement === 'run-in' || (placement === 'together' && place.follows)
    if (wanted && place.both && !block.runIn) result[place.index] = { ...block, runIn: true }
    else if (!wanted && block.runIn) result[place.index] = withoutKeys(block, 'runIn')
  }
  return result
}

/** Headings of the level whose text would run on without a mark between, once run in. */
export function openHeadings(blocks: readonly Block[], subject: PlacementSubject): number {
  if (!subject.startsWith('heading')) return 0
  return placesOf(blocks, subject).filter(({ index, follows }) => follows && !/[。！？：:]$/u.test(blockText(blocks[index - 1]!))).length
}
