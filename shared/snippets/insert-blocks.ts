/**
 * A snippet put into a paper: its blocks under fresh ids, numbered and labelled as the place has it. What is put into a
 * list goes on with that list; elsewhere lists and labels are the paper's own for such blocks, where it has any (Q5).
 */
import type { Block, TextBlock } from '../document/draft.ts'
import { asMember, atPlaceOf, continuesRun, labelYields, opensRun, runEnd, runHead, sameKind, withLabelOf, withoutKeys, withRunIn } from '../document/list-runs.ts'
import { listRank, type ListStyle } from '../document/list-style.ts'
import { canRunIn } from '../document/edits.ts'
import { headingLevel, isRecordRole } from '../document/roles.ts'
import { keepRunningCounts } from '../document/running-counts.ts'
import { isTextBlock } from '../document/runs.ts'
import { withFreshIds } from './selection-blocks.ts'

export interface InsertPlace {
  /** Index of the block it is put before. */
  readonly target: number
  /** Index of the empty block the caret stands in, directly before `target`: its place is taken where it fits. */
  readonly empty?: number
}

export interface Inserted {
  readonly blocks: readonly Block[]
  /** Ids of what came in, in order; the first is that of the empty block where it took its place. */
  readonly ids: readonly string[]
  /** The runs of the block that took an empty one's place. */
  readonly filled?: TextBlock
}

const isRunIn = (block: Block | undefined) => block !== undefined && isTextBlock(block) && block.runIn === true

/** Numbers for parts of an entry, from one rank to the next. */
const deeper: readonly ListStyle[] = ['1.', '（1）', '①']

/** The entry's list where its run counts by `main` now and counted by `was`: parts of entries stay one rank deeper. */
function listIn(own: ListStyle | undefined, was: ListStyle | undefined, main: ListStyle | undefined): ListStyle | undefined {
  if (own === was || own === undefined || main === undefined) return own === was ? main : own
  return listRank(own) > listRank(main) || listRank(main) === listRank('一是') ? (own === main ? was : own) : deeper.find((style) => listRank(style) > listRank(main)) ?? own
}

const withList = (block: TextBlock, list: ListStyle | undefined): TextBlock => (list === undefined ? withoutKeys(block, 'list', 'start') : { ...block, list }) as TextBlock

/** Both may be entries of one list, whatever they are numbered by now. */
const ofOneKind = (a: Block | undefined, b: Block): boolean =>
  sameKind(a, b) || (a?.role === 'paragraph' && b.role === 'paragraph' && a.list !== undefined && b.list !== undefined)

/** Whether the label is given up where its block joins the run: it says the same, or no more than what such blocks are. */
const yieldsTo = (block: TextBlock, head: TextBlock) => labelYields(block, head) || labelYields(block, undefined)

/** Index after the entries of the blocks that are one run from `from` on. */
function ownRunEnd(blocks: readonly Block[], from: number): number {
  const head = blocks[from]!
  if (head.role === 'paragraph' && head.list !== undefined) return runEnd(blocks, from)
  return isTextBlock(head) && isRecordRole(head.role) ? runEnd(blocks, from) : from + 1
}

/** The nearest block of the role that heads a run, before first; the paper's way with such blocks. */
function likeOf(paper: readonly Block[], target: number, role: Block['role']): TextBlock | undefined {
  const fits = (block: Block, index: number) => block.role === role && (headingLevel(role) !== undefined || !continuesRun(paper[index - 1], block))
  const before = paper.slice(0, target).findLastIndex(fits)
  const found = before === -1 ? paper.findIndex((block, index) => index >= target && fits(block, index)) : before
  const like = paper[found]
  return like && isTextBlock(like) ? like : undefined
}

/** Entries of a run that stands by itself, dressed as the paper dresses such runs. */
function ownRun(paper: readonly Block[], target: number, run: readonly TextBlock[]): TextBlock[] {
  const head = run[0]!
  const like = head.role === 'paragraph' ? undefined : likeOf(paper, target, head.role)
  if (like === undefined) return run.map((block) => (block.start === 1 ? block : withoutKeys(block, 'start')))
  // One measure without a number, in a paper whose only one has none; several keep theirs.
  const main = like.list ?? (run.length > 1 ? head.list : undefined)
  const labelled = like.label !== undefined && opensRun(like) && head.role !== 'responsible'
  const bare = run.map((block) => withList(withoutKeys(block, 'start'), listIn(block.list, head.list, main)))
  const relabelled = bare.map((block): TextBlock => {
    if (!opensRun(block) && block.label !== undefined) return like.label !== undefined && !opensRun(like) ? block : withoutKeys(block, 'label', 'labelAfterNumber')
    return block
  })
  if (headingLevel(head.role) !== undefined) return relabelled
  const first = relabelled[0]!
  if (like.label !== undefined && !opensRun(like)) {
    const style = { label: like.label, ...(like.labelAfterNumber ? { labelAfterNumber: true as const } : {}) }
    return relabelled.map((block) => (block.list === main ? { ...withoutKeys(block, 'label', 'labelAfterNumber', 'labelLine'), ...style } as TextBlock : block))
  }
  const yields = labelYields(first, undefined)
  const dressed = !yields ? first : labelled ? withLabelOf(first, like) : withoutKeys(first, 'label', 'labelLine')
  return [dressed, ...relabelled.slice(1)]
}

/** Entries that go on with the list of the block above. */
function joinedRun(run: readonly TextBlock[], like: TextBlock, runIn: boolean): TextBlock[] {
  const was = run[0]!.list
  return run.map((block, index) => {
    const main = block.list === was
    const member = asMember(block, like, index === 0 || main ? runIn : isRunIn(block))
    return main ? (like.list === undefined ? withoutKeys(member, 'list') : member) : withList(member, listIn(block.list, was, like.list))
  })
}

interface Fitted {
  readonly blocks: Block[]
  /** The first run went on with the list above. */
  readonly joined: boolean
}

function fit(paper: readonly Block[], target: number, own: readonly Block[]): Fitted {
  const [above, below] = [paper[target - 1], paper[target]]
  const blocks: Block[] = []
  let joined = false
  for (let from = 0; from < own.length;) {
    const head = own[from]!
    const to = ownRunEnd(own, from)
    if (!isTextBlock(head)) blocks.push(head)
    else {
      const run = own.slice(from, to) as TextBlock[]
      const runHeadAbove = from === 0 && above && ofOneKind(above, head) ? (paper[runHead(paper, target - 1)] as TextBlock) : undefined
      if (runHeadAbove && yieldsTo(head, runHeadAbove)) {
        joined = true
        blocks.push(...joinedRun(run, above as TextBlock, continuesRun(above, below) ? isRunIn(below) : isRunIn(above)))
      } else blocks.push(...ownRun(paper, target, run))
    }
    from = to
  }
  const first = blocks[0]!
  if (!joined && isTextBlock(first)) {
    // Put down inside a printed paragraph it is a part of it; elsewhere it begins one.
    const plain = first.role === 'paragraph' || blocks.some((block) => headingLevel(block.role) !== undefined)
    blocks[0] = withRunIn(first, isRunIn(below) && !plain && !first.labelLine)
  }
  return { blocks, joined }
}

/** The block below may have been head of the run that is now before it, or go on with one that is cut in two. */
function meetBelow(paper: readonly Block[], target: number, { blocks, joined }: Fitted): Block | undefined {
  const [above, below] = [paper[target - 1], paper[target]]
  if (below === undefined || !isTextBlock(below)) return below
  const first = runHead(blocks, blocks.length - 1)
  const head = blocks[first]!
  if (sameKind(blocks.at(-1), below)) {
    if ((joined && first === 0) || continuesRun(above, below) || !isTextBlock(head) || !yieldsTo(head, below)) return below
    const memberRunIn = continuesRun(below, paper[target + 1]) ? isRunIn(paper[target + 1]) : isRunIn(below)
    const members = joinedRun(blocks.slice(first) as TextBlock[], below, memberRunIn)
    blocks.splice(first, members.length, ...members.map((member, index) => (index === 0 ? atPlaceOf(member, below) : member)))
    return asMember(below, below, memberRunIn)
  }
  const cut = continuesRun(above, below) ? withLabelOf(below, paper[runHead(paper, target - 1)] as TextBlock) : below
  return withRunIn(cut, isRunIn(cut) && isRunIn(blocks[0]) && !cut.labelLine)
}

function keepRunIn(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => (isTextBlock(block) && block.runIn && (block.labelLine || !canRunIn(block.role, blocks[index - 1])) ? withRunIn(block, false) : block))
}

/** Whether the empty block is only a line to write on, with nothing before it that says what belongs there. */
const isBareLine = (block: TextBlock) => block.label === undefined && (block.role === 'paragraph' || isRecordRole(block.role))

/** The words of a snippet that are put in the place of an empty block: they become what that block is. */
function fillEmpty(paper: readonly Block[], index: number, own: readonly Block[]): { readonly blocks: Block[]; readonly filled: TextBlock } | undefined {
  const place = paper[index]
  const [head] = own
  if (!place || !isTextBlock(place) || !head || !isTextBlock(head)) return undefined
  const lonePlain = own.length === 1 && head.role === 'paragraph' && head.list === undefined && head.label === undefined
  if (place.role !== head.role && !(lonePlain && isRecordRole(place.role))) return undefined
  // A line without number or label gives way to one that has them.
  if (place.role === 'paragraph' && place.list === undefined && place.label === undefined && (head.list !== undefined || head.label !== undefined)) return undefined
  const to = ownRunEnd(own, 0)
  const [first, ...members] = joinedRun(own.slice(0, to) as TextBlock[], place, isRunIn(place))
  const filled = { ...place, runs: first!.runs } as TextBlock
  const rest = own.slice(to)
  const after = [...paper.slice(0, index), filled, ...members, ...paper.slice(index + 1)]
  const target = index + 1 + members.length
  const fitted = rest.length === 0 ? { blocks: [], joined: true } : fit(after, target, rest)
  const below = rest.length === 0 ? after[target] : meetBelow(after, target, fitted)
  return { blocks: [...after.slice(0, target), ...fitted.blocks, ...(below === undefined ? [] : [below]), ...after.slice(target + 1)], filled }
}

const renamed = (block: Block, from: string, to: string): Block =>
  ((block.role === 'cause' || block.role === 'measure') && block.answers?.includes(from) ? { ...block, answers: block.answers.map((id) => (id === from ? to : id)) } : block)

function putIn(paper: readonly Block[], { target, empty }: InsertPlace, own: readonly Block[]): Inserted {
  const ids = own.map(({ id }) => id)
  const place = empty === undefined ? undefined : paper[empty]
  if (empty !== undefined && place && isTextBlock(place)) {
    const filled = fillEmpty(paper, empty, own)
    if (filled) return { blocks: filled.blocks.map((block) => renamed(block, ids[0]!, place.id)), ids: [place.id, ...ids.slice(1)], filled: filled.filled }
    if (isBareLine(place)) return putIn([...paper.slice(0, empty), ...paper.slice(empty + 1)], { target: empty }, own)
  }
  const fitted = fit(paper, target, own)
  const below = meetBelow(paper, target, fitted)
  return { blocks: [...paper.slice(0, target), ...fitted.blocks, ...(below === undefined ? [] : [below]), ...paper.slice(target + 1)], ids }
}

/** The paper with the snippet's blocks in it. Texts, roles and formats are the snippet's; the paper's own texts stay. */
export function insertBlocks(paper: readonly Block[], place: InsertPlace, snippet: readonly Block[], newId: () => string): Inserted {
  const own = withFreshIds(snippet, newId).map((block, index) =>
    !isTextBlock(block) ? block : index === 0 ? withoutKeys(block, 'runIn', 'start') : block.start !== undefined && block.start !== 1 ? withoutKeys(block, 'start') : block)
  const inserted = putIn(paper, place, own)
  return { ...inserted, blocks: keepRunningCounts(paper, keepRunIn(inserted.blocks)) }
}
