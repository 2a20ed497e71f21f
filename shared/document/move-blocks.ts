/**
 * What the blocks are after some of them were moved (E8, E11). Texts, roles and ids go along; labels, starts and run-in
 * stay with the place in the list. Pure; the editor moves its nodes and takes the shapes from here.
 */
import type { Block, TextBlock } from './draft.ts'
import { canRunIn } from './edits.ts'
import { asMember, atPlaceOf, continuesRun, labelYields, opensRun, runEnd, runHead, sameKind, withLabelOf, withoutKeys, withRunIn } from './list-runs.ts'
import type { Move } from './moves.ts'
import { headingLevel } from './roles.ts'
import { keepRunningCounts } from './running-counts.ts'
import { isTextBlock } from './runs.ts'

const isRunIn = (block: Block | undefined) => block !== undefined && isTextBlock(block) && block.runIn === true

/** All blocks of the span are entries of one run, so that they only change places in it. */
function isOneRun(span: readonly Block[]): boolean {
  return span.every((block, index) => index === 0 ? sameKind(block, block) : continuesRun(span[index - 1], block))
}

/** Where the blocks were taken out: what follows in their run takes the place of its head; a run cut in two is one again. */
function closeGap(blocks: readonly Block[], { from, to }: Move, moved: Block[], put: (index: number, block: Block) => void): void {
  const [above, rest] = [blocks[from - 1], blocks[to]]
  if (rest === undefined || !isTextBlock(rest)) return
  const head = continuesRun(blocks[to - 1], rest) ? runHead(blocks, to - 1) : to
  if (head >= from && head < to) {
    const place = blocks[head] as TextBlock
    put(to, atPlaceOf(rest, place))
    moved[head - from] = withoutKeys(place, 'start')
    return
  }
  const wasApart = moved.some((block) => !sameKind(block, rest))
  if (sameKind(above, rest) && wasApart && opensRun(rest) && rest.label === (blocks[runHead(blocks, from - 1)] as TextBlock).label) {
    put(to, asMember(rest, above as TextBlock, isRunIn(above) && isRunIn(rest)))
  } else if (rest.runIn && !isRunIn(moved[0])) put(to, withRunIn(rest, false))
}

/** The first of the moved blocks at their new place: an entry of the run above, or the head of a run of its own. */
function enterBelow(blocks: readonly Block[], { from, target }: Move, moved: Block[]): boolean {
  const [above, below, first] = [blocks[target - 1], blocks[target], moved[0]!]
  if (!isTextBlock(first)) return false
  const head = above && sameKind(above, first) ? (blocks[runHead(blocks, target - 1)] as TextBlock) : undefined
  if (head && labelYields(first, head)) {
    const like = above as TextBlock
    const runIn = continuesRun(above, below) ? isRunIn(below) : isRunIn(above)
    for (let index = 0, last = runEnd(moved, 0); index < last; index += 1) moved[index] = asMember(moved[index] as TextBlock, like, index === 0 ? runIn : isRunIn(moved[index]))
    return true
  }
  const ownHead = runHead(blocks, from)
  const labelled = ownHead < from && !opensRun(first) ? withLabelOf(first, blocks[ownHead] as TextBlock) : first
  // Put down inside a printed paragraph it is a part of it; elsewhere it begins one.
  const plain = headingLevel(first.role) !== undefined || first.role === 'paragraph' || moved.some((block) => headingLevel(block.role) !== undefined)
  const runIn = !labelled.labelLine && (isRunIn(below) ? isRunIn(first) || !plain : isRunIn(first) && isRunIn(above))
  moved[0] = withRunIn(labelled, runIn)
  return false
}

/** The block the others were put before: it may lose its place as head of its run to them, or begin the rest of a run. */
function meetBelow(blocks: readonly Block[], { target }: Move, moved: Block[], joined: boolean, put: (index: number, block: Block) => void): void {
  const [above, below] = [blocks[target - 1], blocks[target]]
  if (below === undefined || !isTextBlock(below)) return
  const last = moved.at(-1)!
  const first = runHead(moved, moved.length - 1)
  const head = moved[first]!
  if (sameKind(last, below)) {
    const belongsAbove = (joined && first === 0) || continuesRun(above, below)
    if (belongsAbove || !isTextBlock(head) || !labelYields(head, below)) return
    const memberRunIn = continuesRun(below, blocks[target + 1]) ? isRunIn(blocks[target + 1]) : isRunIn(below)
    for (let index = first; index < moved.length; index += 1) {
      const member = asMember(moved[index] as TextBlock, below, memberRunIn)
      moved[index] = index === first ? atPlaceOf(member, below) : member
    }
    put(target, asMember(below, below, memberRunIn))
    return
  }
  const cut = continuesRun(above, below) ? withLabelOf(below, blocks[runHead(blocks, target - 1)] as TextBlock) : below
  put(target, withRunIn(cut, isRunIn(cut) && isRunIn(moved[0]) && !cut.labelLine))
}

function keepRunInWhereItMay(blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) =>
    isTextBlock(block) && block.runIn && (block.labelLine || !canRunIn(block.role, blocks[index - 1])) ? withRunIn(block, false) : block)
}

/**
 * The blocks from `from` to before `to` put before the one at `target`. Nothing changes where the target lies inside or
 * at the edge of what is moved.
 */
export function moveBlocks(blocks: readonly Block[], move: Move): Block[] {
  const { from, to, target } = move
  if (from >= to || (target >= from && target <= to)) return [...blocks]
  const [upper, lower] = target > from ? [from, target] : [target, to]
  const arrange = (all: readonly Block[], moved: readonly Block[]) =>
    target > from ? [...all.slice(0, from), ...all.slice(to, target), ...moved, ...all.slice(target)] : [...all.slice(0, target), ...moved, ...all.slice(target, from), ...all.slice(to)]
  const span = blocks.slice(upper, lower)
  if (isOneRun(span)) {
    const arranged = arrange(blocks, blocks.slice(from, to))
    const kept = span.map((place, index) => atPlaceOf(arranged[upper + index] as TextBlock, place as TextBlock))
    return keepRunningCounts(blocks, keepRunInWhereItMay([...arranged.slice(0, upper), ...kept, ...arranged.slice(lower)]))
  }
  const rest = [...blocks]
  const moved = blocks.slice(from, to)
  const put = (index: number, block: Block) => { rest[index] = block }
  closeGap(blocks, move, moved, put)
  const joined = enterBelow(rest, move, moved)
  meetBelow(rest, move, moved, joined, put)
  return keepRunningCounts(blocks, keepRunInWhereItMay(arrange(rest, moved)))
}
