/**
 * 对应关系: which problem a cause or measure belongs to. Said by the writer (`answers`), or by position where a problem
 * and its answers stand together in one 整改事项. A writer's link to a problem the answer stands with makes the rest of what
 * position says void for that answer; links to other problems come on top of it.
 */
import type { Block, Draft } from './draft.ts'
import { readEntries, type EntryStructure, type LinkEntry } from './link-entries.ts'

export interface Link {
  readonly answerId: string
  readonly problemId: string
  readonly origin: 'explicit' | 'position'
  /** False where an answer stands right behind its only problem, or in a table: only moving the text parts them. */
  readonly removable: boolean
}

export interface Links {
  readonly problems: readonly LinkEntry[]
  readonly causes: readonly LinkEntry[]
  readonly measures: readonly LinkEntry[]
  /** Causes and measures in the order of the paper. */
  readonly answers: readonly LinkEntry[]
  readonly links: readonly Link[]
  /** Ids of problems no measure answers. */
  readonly withoutMeasure: readonly string[]
  /** Ids of problems no cause explains; empty where the paper tells no causes. */
  readonly withoutCause: readonly string[]
  /** Ids of causes and measures that belong to no problem. */
  readonly withoutProblem: readonly string[]
}

type LinkMap = ReadonlyMap<string, readonly string[]>

/** Answer → problems the writer linked it to, in order. Ids of problems that are gone, or are none now, are left out. */
export function explicitLinks(blocks: readonly Block[], { ofBlock }: EntryStructure): LinkMap {
  const result = new Map<string, string[]>()
  for (const block of blocks) {
    const entry = ofBlock.get(block.id)
    if (!entry || !('answers' in block)) continue
    const known = result.get(entry.id) ?? []
    for (const id of block.answers ?? []) {
      const problem = ofBlock.get(id)
      if (problem?.role === 'problem' && !known.includes(problem.id)) known.push(problem.id)
    }
    if (known.length > 0) result.set(entry.id, known)
  }
  return result
}

/** What position says of an answer beside what the writer said of it. */
function positionLinks(answerId: string, explicit: LinkMap, { standsWith }: EntryStructure): readonly string[] {
  const own = standsWith.get(answerId) ?? []
  const said = explicit.get(answerId) ?? []
  return own.some((id) => said.includes(id)) ? [] : own
}

export interface LinkChange {
  readonly answerId: string
  readonly problemId: string
  readonly on: boolean
}

/** What the writer's links of an answer become; undefined where the change changes nothing or can not be made. */
function changedLinks({ answerId, problemId, on }: LinkChange, explicit: LinkMap, structure: EntryStructure): readonly string[] | undefined {
  const [answer, problem] = [structure.byId.get(answerId), structure.byId.get(problemId)]
  if (!answer || answer.role === 'problem' || answer.inTable || problem?.role !== 'problem' || problem.inTable) return undefined
  const said = explicit.get(answerId) ?? []
  const byPosition = positionLinks(answerId, explicit, structure)
  const linked = said.includes(problemId) || byPosition.includes(problemId)
  if (linked === on) return undefined
  if (on) return [...said, problemId]
  const own = structure.standsWith.get(answerId) ?? []
  if (!own.includes(problemId)) return said.filter((id) => id !== problemId)
  // An answer stays with one problem at least of those it stands with: that is what the paper says by its order.
  const left = own.filter((id) => id !== problemId && (said.includes(id) || byPosition.includes(id)))
  if (left.length === 0) return undefined
  return [...said.filter((id) => id !== problemId), ...left.filter((id) => !said.includes(id))]
}

function linksOf(entry: LinkEntry, explicit: LinkMap, structure: EntryStructure): Link[] {
  if (entry.role === 'problem') return []
  const link = (origin: Link['origin']) => (problemId: string): Link =>
    ({ answerId: entry.id, problemId, origin, removable: changedLinks({ answerId: entry.id, problemId, on: false }, explicit, structure) !== undefined })
  return [...(explicit.get(entry.id) ?? []).map(link('explicit')), ...positionLinks(entry.id, explicit, structure).map(link('position'))]
}

/** Problems, causes and measures of a paper, how they are linked and what has no counterpart. */
export function deriveLinks(draft: Pick<Draft, 'blocks'>): Links {
  const structure = readEntries(draft)
  const explicit = explicitLinks(draft.blocks, structure)
  const ofRole = (role: LinkEntry['role']) => structure.entries.filter((entry) => entry.role === role)
  const [problems, causes, measures] = [ofRole('problem'), ofRole('cause'), ofRole('measure')]
  const links = structure.entries.flatMap((entry) => linksOf(entry, explicit, structure))
  const linkedBy = (role: LinkEntry['role']) => new Set(links.filter((link) => structure.byId.get(link.answerId)!.role === role).map((link) => link.problemId))
  const [byCause, byMeasure] = [linkedBy('cause'), linkedBy('measure')]
  const linked = new Set(links.map((link) => link.answerId))
  return {
    problems, causes, measures, answers: structure.entries.filter(({ role }) => role !== 'problem'), links,
    withoutMeasure: problems.filter(({ id }) => !byMeasure.has(id)).map(({ id }) => id),
    withoutCause: causes.length === 0 ? [] : problems.filter(({ id }) => !byCause.has(id)).map(({ id }) => id),
    withoutProblem: [...causes, ...measures].filter(({ id }) => !linked.has(id)).map(({ id }) => id),
  }
}

function withAnswers(block: Block, answers: readonly string[]): Block {
  if (block.role !== 'cause' && block.role !== 'measure') return block
  const { answers: _answers, ...rest } = block
  return answers.length === 0 ? rest : { ...rest, answers }
}

/** Makes and takes away links, one change after another. Blocks that do not change stay the same objects; all do where nothing changes. */
export function setLinks(blocks: readonly Block[], changes: readonly LinkChange[]): readonly Block[] {
  const structure = readEntries({ blocks })
  const explicit = new Map(explicitLinks(blocks, structure))
  const changed = new Set<string>()
  for (const change of changes) {
    const next = changedLinks(change, explicit, structure)
    if (next === undefined) continue
    explicit.set(change.answerId, next)
    changed.add(change.answerId)
  }
  if (changed.size === 0) return blocks
  // A problem without a word yet is no entry, but it is not gone.
  const emptyProblems = new Set(blocks.flatMap(({ id, role }) => (role === 'problem' && !structure.ofBlock.has(id) ? [id] : [])))
  return blocks.map((block) => {
    const entry = structure.ofBlock.get(block.id)
    if (!entry || !changed.has(entry.id)) return block
    // The steps of a measure carry no links of their own: all are kept with its first block.
    const kept = 'answers' in block ? (block.answers ?? []).filter((id) => emptyProblems.has(id)) : []
    return withAnswers(block, block.id === entry.id ? [...explicit.get(entry.id) ?? [], ...kept] : kept)
  })
}

/** After a block was taken out: links to it point to the heir, and the heir answers what it answered. The same blocks where it had none. */
export function handOverLinks(blocks: readonly Block[], gone: Block, heir: string): readonly Block[] {
  const own = 'answers' in gone ? gone.answers ?? [] : []
  return blocks.map((block) => {
    if (block.role !== 'cause' && block.role !== 'measure') return block
    const before = block.answers ?? []
    const after = [...new Set([...before.map((id) => (id === gone.id ? heir : id)), ...(block.id === heir && block.role === gone.role ? own : [])])]
    return after.length === before.length && after.every((id, at) => id === before[at]) ? block : withAnswers(block, after)
  })
}

/** Makes or takes away one link. The same blocks where nothing changes: unknown ids, tables, a link that is not `removable`. */
export function setLink(blocks: readonly Block[], answerId: string, problemId: string, on: boolean): readonly Block[] {
  return setLinks(blocks, [{ answerId, problemId, on }])
}
