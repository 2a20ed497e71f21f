/** What several members say under one heading, one after another, so that nobody's measure answers another's problem. */
import type { Block, TextBlock } from '../document/draft.ts'
import { headingLevel, headingRole, isRecordRole } from '../document/roles.ts'
import { blockText, isTextBlock } from '../document/runs.ts'
import type { PartKind } from './member-sections.ts'

export interface MemberBody {
  readonly member: number
  readonly blocks: readonly Block[]
  /** Of the heading it stood under, 0 for none. */
  readonly level: number
}

interface Options {
  readonly part: PartKind
  /** Of the heading it stands under now, 0 for none. */
  readonly level: number
  readonly newId: () => string
  /** Filled in: paragraphs that stand there already in the same words, by the one that stands for them. */
  readonly merged: Map<string, string>
}

export interface AppendedBodies {
  readonly blocks: readonly Block[]
  /** Members by block; several where they have a paragraph in the same words. */
  readonly owners: ReadonlyMap<string, readonly number[]>
}

const isAnswer = (block: Block) => isRecordRole(block.role) && block.role !== 'problem'
const firstRecord = (blocks: readonly Block[]) => blocks.find((block) => isRecordRole(block.role) || block.role === 'table' || headingLevel(block.role) !== undefined)
const lastRecord = (blocks: readonly Block[]) => blocks.findLast((block) => isRecordRole(block.role) || block.role === 'table' || headingLevel(block.role) !== undefined)

/** 0: begins with answers that have no problem yet; 1: each problem is answered; 2: the last problems wait for answers. */
const rankOf = ({ blocks }: MemberBody) => {
  const first = firstRecord(blocks)
  return first !== undefined && isAnswer(first) ? 0 : lastRecord(blocks)?.role === 'problem' ? 2 : 1
}

/** A heading below the common one is as deep below it as it was below its own. */
function shifted(block: Block, by: number): Block {
  const level = headingLevel(block.role)
  if (level === undefined || by === 0 || !isTextBlock(block)) return block
  const now = Math.min(4, Math.max(1, level + by)) as 1 | 2 | 3 | 4
  const { list: _list, start: _start, ...rest } = block
  return { ...rest, role: headingRole(now), list: (['一、', '（一）', '1.', '（1）'] as const)[now - 1]! } as Block
}

/** The first of another member's blocks begins a paragraph of its own, and its number goes on from those before. */
function begun(block: Block): Block {
  if (!isTextBlock(block)) return block
  const { runIn: _runIn, start: _start, ...rest } = block
  return rest as TextBlock
}

/** Every block of the bodies, a paragraph said by several members once; what lacks an answer before another's problem gets a slot for it. */
export function appendBodies(bodies: readonly MemberBody[], { part, level, newId, merged }: Options): AppendedBodies {
  const ordered = part === 'lead' || part === 'tail' ? bodies : bodies.toSorted((a, b) => rankOf(a) - rankOf(b))
  const blocks: Block[] = []
  const owners = new Map<string, number[]>()
  const paragraphs = new Map<string, { readonly id: string; readonly member: number }>()
  let open = false
  ordered.forEach((body, index) => {
    const by = level === 0 || body.level === 0 ? 0 : level - body.level
    const own = body.blocks.map((block) => shifted(block, by))
    if (open && own.some(isAnswer) && firstRecord(own)?.role === 'problem') {
      // A slot for the answer that is lacking: without it the next member's would count for this problem.
      blocks.push(part === 'plan' ? { role: 'measure', id: newId(), label: '整改措施：', runs: [] } : { role: 'cause', id: newId(), runs: [] })
    }
    let first = index > 0
    for (const block of own) {
      const text = block.role === 'paragraph' && blockText(block).trim() !== '' ? `${block.label ?? ''}\n${blockText(block)}` : ''
      const same = text === '' ? undefined : paragraphs.get(text)
      if (same && same.member !== body.member) {
        merged.set(block.id, same.id)
        owners.get(same.id)!.push(body.member)
        // What was run in behind it would be run into another paragraph.
        first = true
        continue
      }
      const placed = first ? begun(block) : block
      first = false
      blocks.push(placed)
      owners.set(placed.id, [body.member])
      if (text !== '' && same === undefined) paragraphs.set(text, { id: placed.id, member: body.member })
    }
    if (own.some((block) => firstRecord([block]))) open = lastRecord(own)?.role === 'problem'
  })
  return { blocks, owners }
}
