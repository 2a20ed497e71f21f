/**
 * The problems, causes and measures of a paper as a reader counts them: a numbered problem with the manifestations (表现)
 * told below it is one, and so is a measure with its steps. Rows of tables stand among them, but cannot be linked by hand:
 * a row is its own link.
 */
import type { Block, Draft, TextBlock } from './draft.ts'
import { deriveItems, type Item, type RecordText } from './items.ts'
import { listRank } from './list-style.ts'
import { blockNumbers } from './numbering.ts'
import { leadSentence } from './outline.ts'
import { headingLevel, type Role } from './roles.ts'
import { isTextBlock, runsText } from './runs.ts'
import { subFlags } from './sub-entries.ts'

export const linkedRoles = ['problem', 'cause', 'measure'] as const
export type LinkedRole = (typeof linkedRoles)[number]
export type AnswerRole = Exclude<LinkedRole, 'problem'>

/** The heading entries stand under; `id` is '' where there is none. */
export interface LinkGroup {
  readonly id: string
  readonly number: string
  /** Without its number; the category of a table's row where it has one. */
  readonly text: string
  /** 1–4, 0 where there is no heading. */
  readonly level: number
}

export interface LinkEntry {
  /** The block's id; of a table's row, made of the table's id and the place in it. */
  readonly id: string
  /** The block to go to: the entry's own, or the table it stands in. */
  readonly blockId: string
  /** The entry's block and those of its manifestations or steps, in order. */
  readonly blockIds: readonly string[]
  readonly role: LinkedRole
  /** As printed, '' where there is none. */
  readonly number: string
  /** The first sentence. */
  readonly lead: string
  /** All of it, manifestations or steps included. */
  readonly text: string
  readonly group: LinkGroup
  /** Counted from 1 among the entries of its role in its group. */
  readonly place: number
  /** Stands in a table: linked to what its row says, and to nothing else. */
  readonly inTable: boolean
}

export interface EntryStructure {
  readonly entries: readonly LinkEntry[]
  readonly byId: ReadonlyMap<string, LinkEntry>
  /** The entry a block belongs to, manifestations and steps included. */
  readonly ofBlock: ReadonlyMap<string, LinkEntry>
  /** By answer: the problems it stands with in one 整改事项. */
  readonly standsWith: ReadonlyMap<string, readonly string[]>
}

export function isLinkedRole(role: Role): role is LinkedRole {
  return (linkedRoles as readonly Role[]).includes(role)
}

const noGroup: LinkGroup = { id: '', number: '', text: '', level: 0 }

/** The first sentence, be it all there is or longer than a lead sentence may be. */
function firstSentence(text: string): string {
  return leadSentence(text) ?? /^[^。！？]*[。！？]?/u.exec(text)![0].trim()
}

/** “问题1：” is called 问题1, “一是” 一是. */
function printedName(block: TextBlock, number: string): string {
  return block.list === '1：' || block.list === '一：' ? `${block.label ?? ''}${number}`.replace(/：$/u, '') : number
}

interface Open { readonly first: TextBlock; readonly number: string; readonly group: LinkGroup; readonly place: number; readonly blocks: TextBlock[] }

function textEntry({ first, number, group, place, blocks }: Open): LinkEntry {
  const text = blocks.map((block) => runsText(block.runs)).join('')
  return {
    id: first.id, blockId: first.id, blockIds: blocks.map((block) => block.id), role: first.role as LinkedRole, number: printedName(first, number),
    lead: firstSentence(runsText(first.runs)), text, group, place, inTable: false,
  }
}

/** Takes off the headings of the level and below. */
function leave(headings: LinkGroup[], level: number): boolean {
  const before = headings.length
  while (headings.length > 0 && headings.at(-1)!.level >= level) headings.pop()
  return headings.length < before
}

function textEntries(blocks: readonly Block[]): LinkEntry[] {
  const numbers = blockNumbers(blocks)
  const subs = subFlags(blocks)
  const entries: Open[] = []
  const headings: LinkGroup[] = []
  let open: Open | undefined
  let counts: Partial<Record<LinkedRole, number>> = {}
  blocks.forEach((block, index) => {
    const before = open
    open = undefined
    if (!isTextBlock(block)) return
    const level = headingLevel(block.role)
    if (level !== undefined) {
      leave(headings, level)
      headings.push({ id: block.id, number: numbers[index]!, text: runsText(block.runs), level })
      counts = {}
    }
    if (!isLinkedRole(block.role)) return
    if (before?.first.role === block.role && subs[index]) {
      before.blocks.push(block)
      open = before
      return
    }
    if (runsText(block.runs).trim() === '') return
    // “2.…” after the heading “1.…” stands beside it, not below.
    const rank = block.runIn || block.list === undefined ? 9 : listRank(block.list)
    if (headings.length > 1 && leave(headings, rank)) counts = {}
    const group = headings.at(-1) ?? noGroup
    const place = (counts[block.role] ?? 0) + 1
    counts[block.role] = place
    open = { first: block, number: numbers[index]!, group, place, blocks: [block] }
    entries.push(open)
  })
  return entries.map(textEntry)
}

const fields = { problem: 'problems', cause: 'causes', measure: 'measures' } as const

function tableEntries(items: readonly Item[]): { readonly entries: readonly LinkEntry[]; readonly idOf: ReadonlyMap<RecordText, string> } {
  const idOf = new Map<RecordText, string>()
  const places = new Map<string, number>()
  const entries = items.flatMap((item) => linkedRoles.flatMap((role) => item[fields[role]].flatMap((record, order): LinkEntry[] => {
    if (!record.cell) return []
    const id = `${record.blockId}#${record.cell.row}.${record.cell.column}.${order}`
    const place = (places.get(role + item.group) ?? 0) + 1
    places.set(role + item.group, place)
    idOf.set(record, id)
    const text = record.text.trim()
    return [{ id, blockId: record.blockId, blockIds: [], role, number: '', lead: firstSentence(text), text, group: { id: item.groupId ?? '', number: '', text: item.group, level: 0 }, place, inTable: true }]
  })))
  return { entries, idOf }
}

/** Links say nothing of where a block stands. */
function withoutLinks(block: Block): Block {
  if (!('answers' in block)) return block
  const { answers: _answers, ...rest } = block
  return rest
}

/** Entries in the order of the paper, tables last, and what position alone says of them. Never throws on a valid draft. */
export function readEntries(draft: Pick<Draft, 'blocks'>): EntryStructure {
  const items = deriveItems({ blocks: draft.blocks.map(withoutLinks) })
  const rows = tableEntries(items)
  const entries = [...textEntries(draft.blocks), ...rows.entries]
  const ofBlock = new Map(entries.flatMap((entry) => entry.blockIds.map((id) => [id, entry] as const)))
  const standsWith = new Map<string, string[]>()
  for (const item of items) {
    const idOf = (record: RecordText) => rows.idOf.get(record) ?? ofBlock.get(record.blockId)?.id
    const problems = [...new Set(item.problems.flatMap((record) => idOf(record) ?? []))]
    if (problems.length === 0) continue
    for (const answer of new Set([...item.causes, ...item.measures].flatMap((record) => idOf(record) ?? []))) {
      standsWith.set(answer, [...new Set([...(standsWith.get(answer) ?? []), ...problems])])
    }
  }
  return { entries, byId: new Map(entries.map((entry) => [entry.id, entry])), ofBlock, standsWith }
}
