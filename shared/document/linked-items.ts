/**
 * Items of papers whose parts are separate (对照检查材料, 发言提纲): there the links a cause or measure carries (`answers`)
 * make the item. Where problem and measures stand together the item is theirs by position, and links add to it.
 */
import type { Block, Draft } from './draft.ts'
import { deriveItems, type Item, type RecordText } from './items.ts'

export interface LinkedItem extends Item {
  /** Tied by links: the paper tells of the problem and of what answers it in different parts. */
  readonly apart?: true
  /** Causes and measures without a problem, in a paper that has problems: nothing says yet what they answer. */
  readonly loose?: true
}

type Answer = RecordText & { readonly field: 'causes' | 'measures' }

const isAnswerOnly = (item: Item) => item.problems.length === 0 && item.measures.length + item.causes.length > 0 && item.rowId === undefined && [...item.causes, ...item.measures].every((text) => text.cell === undefined)
const isProblemOnly = (item: Item) => item.problems.length > 0 && !item.answered && item.causes.length + item.measures.length + item.timeLimits.length + item.responsible.length === 0

/** An item for each problem with its 表现. */
function splitProblems(item: Item): Item[] {
  const groups: RecordText[][] = []
  for (const problem of item.problems) {
    const last = groups.at(-1)
    if (last && (problem.sub || (problem.cell && last[0]!.cell?.row === problem.cell.row))) last.push(problem)
    else groups.push([problem])
  }
  return groups.map((problems) => ({ ...item, problems }))
}

interface Bundle {
  readonly answer: Answer
  readonly timeLimits: RecordText[]
  readonly responsible: RecordText[]
}

/** What stands below each cause or measure of a part of its own: limits and people go with the measure before them. */
function bundlesOf(item: Item, place: ReadonlyMap<string, number>): { bundles: Bundle[]; rest: Pick<Item, 'timeLimits' | 'responsible'> } {
  const at = (text: RecordText) => place.get(text.blockId) ?? 0
  const bundles: Bundle[] = [
    ...item.causes.map((text): Answer => ({ ...text, field: 'causes' })), ...item.measures.map((text): Answer => ({ ...text, field: 'measures' })),
  ].sort((a, b) => at(a) - at(b)).map((answer) => ({ answer, timeLimits: [], responsible: [] }))
  const rest = { timeLimits: [] as RecordText[], responsible: [] as RecordText[] }
  for (const field of ['timeLimits', 'responsible'] as const) {
    for (const text of item[field]) (bundles.findLast(({ answer }) => at(answer) < at(text)) ?? rest)[field].push(text)
  }
  return { bundles, rest }
}

/** The problems a block answers, by the block's id; those of deleted problems left out. */
function answersOf(blocks: readonly Block[]): Map<string, readonly string[]> {
  const problems = new Set(blocks.flatMap((block) => (block.role === 'problem' ? [block.id] : [])))
  return new Map(blocks.flatMap((block): [string, readonly string[]][] => {
    const answers = (block.role === 'cause' || block.role === 'measure' ? block.answers : undefined)?.filter((id) => problems.has(id)) ?? []
    return answers.length > 0 ? [[block.id, answers]] : []
  }))
}

type Open = { -readonly [K in keyof LinkedItem]: LinkedItem[K] extends readonly RecordText[] ? RecordText[] : LinkedItem[K] }

const open = (item: LinkedItem): Open => ({ ...item, problems: [...item.problems], causes: [...item.causes], measures: [...item.measures], timeLimits: [...item.timeLimits], responsible: [...item.responsible] })

/** The items of the draft in the order of their problems, links followed; what answers nothing comes last. */
export function linkedItems(draft: Pick<Draft, 'blocks'>): LinkedItem[] {
  const derived = deriveItems(draft)
  const answers = answersOf(draft.blocks)
  const hasProblems = derived.some((item) => item.problems.length > 0)
  const separate = hasProblems && derived.some(isAnswerOnly)
  if (!separate && answers.size === 0) return derived
  const place = new Map(draft.blocks.map((block, index) => [block.id, index]))
  const result: Open[] = []
  const loose: LinkedItem[] = []
  const linked: Bundle[] = []
  for (const item of derived) {
    if (isProblemOnly(item) && separate) {
      result.push(...splitProblems(item).map((one) => ({ ...open(one), apart: true as const })))
      continue
    }
    const apart = hasProblems && isAnswerOnly(item)
    const { bundles, rest } = bundlesOf(item, place)
    const own = new Set(item.problems.map((problem) => problem.blockId))
    linked.push(...bundles.filter(({ answer }) => answers.get(answer.blockId)?.some((id) => !own.has(id))))
    if (!apart) {
      result.push(open(item))
      continue
    }
    const left = bundles.filter(({ answer }) => !answers.has(answer.blockId))
    const only = (field: Answer['field']) => left.flatMap(({ answer: { field: found, ...text } }) => (found === field ? [text] : []))
    const kept: LinkedItem = {
      ...item, causes: only('causes'), measures: only('measures'), loose: true,
      timeLimits: [...rest.timeLimits, ...left.flatMap((one) => one.timeLimits)], responsible: [...rest.responsible, ...left.flatMap((one) => one.responsible)],
    }
    if (left.length + kept.timeLimits.length + kept.responsible.length > 0) loose.push(kept)
  }
  const byProblem = new Map(result.flatMap((item) => item.problems.map((problem) => [problem.blockId, item] as const)))
  for (const { answer: { field, ...text }, timeLimits, responsible } of linked) {
    const items = new Set(answers.get(text.blockId)!.flatMap((id) => byProblem.get(id) ?? []))
    for (const item of items) {
      if (item[field].some((one) => one.blockId === text.blockId)) continue
      item[field].push(text)
      item.timeLimits.push(...timeLimits)
      item.responsible.push(...responsible)
    }
  }
  return [...result, ...loose]
}
