/** The parts an item is made of: how a new one is labelled and numbered in this paper, and where in the item it goes. */
import type { Block } from '../document/draft.ts'
import type { BlockShape } from '../document/edits.ts'
import type { Item, RecordText } from '../document/items.ts'
import { isPartLabel, labelRole } from '../document/label-words.ts'
import { beginningShape } from '../document/record-blocks.ts'
import { headingLevel, type RecordRole } from '../document/roles.ts'
import { blockText, isTextBlock } from '../document/runs.ts'
import { subFlags } from '../document/sub-entries.ts'
import { responsibleField, responsibleFields, type ResponsibleField } from './responsible-field.ts'

export const partFields = ['problem', 'cause', 'measure', 'timeLimit', ...responsibleFields] as const
export type PartField = (typeof partFields)[number]

export const isResponsible = (field: string): field is ResponsibleField => (responsibleFields as readonly string[]).includes(field)

export function partRole(field: PartField): RecordRole {
  return isResponsible(field) ? 'responsible' : field
}

/** The words a new block of the part is labelled with where the paper shows no other. */
export const partLabels: Readonly<Record<PartField, string>> = {
  problem: '整改问题', cause: '原因剖析', measure: '整改措施', timeLimit: '整改时限', leader: '责任领导', person: '责任人', office: '责任科室', support: '配合科室',
}

/** The shape of the first block of the part in an item, as the paper begins such parts. */
export function partShape(blocks: readonly Block[], field: PartField): BlockShape {
  const alike = isResponsible(field) ? (block: { label?: string }) => block.label !== undefined && responsibleField(block.label) === field : () => true
  return beginningShape(blocks, partRole(field), partLabels[field], alike)
}

const ranks: Readonly<Record<RecordRole, number>> = { problem: 0, cause: 1, measure: 2, timeLimit: 3, responsible: 4 }

/** Whether this paper names the responsible before the limit. */
function responsibleFirst(blocks: readonly Block[]): boolean {
  let first = 0
  blocks.forEach((block, index) => {
    const next = blocks[index + 1]?.role
    if (block.role === 'responsible' && next === 'timeLimit') first += 1
    if (block.role === 'timeLimit' && next === 'responsible') first -= 1
  })
  return first > 0
}

type Texts = Pick<Item, 'problems' | 'causes' | 'measures' | 'timeLimits' | 'responsible'>

/** Index before which the first block of the part goes in its item: behind what such papers tell before it. */
function placeFor(blocks: readonly Block[], item: Texts, field: PartField): number {
  const swapped = responsibleFirst(blocks)
  const rankOf = (one: RecordRole, kind: ResponsibleField | undefined) => {
    const base = swapped && one === 'timeLimit' ? 5 : ranks[one]
    return base + (kind === undefined ? 0 : responsibleFields.indexOf(kind) / 10)
  }
  const role = partRole(field)
  const own = rankOf(role, isResponsible(field) ? field : undefined)
  const texts: readonly (readonly [RecordRole, readonly RecordText[]])[] = [
    ['problem', item.problems], ['cause', item.causes], ['measure', item.measures], ['timeLimit', item.timeLimits], ['responsible', item.responsible],
  ]
  const places = texts.flatMap(([one, list]) => list.flatMap((text) => {
    const index = blocks.findIndex((block) => block.id === text.blockId)
    return index === -1 || text.linked ? [] : [{ index, rank: rankOf(one, one === 'responsible' ? responsibleField(text.label) : undefined) }]
  }))
  const before = places.filter(({ rank }) => rank <= own)
  let at = before.length > 0 ? Math.max(...before.map(({ index }) => index)) + 1 : Math.min(...places.map(({ index }) => index))
  // Nothing comes between an entry and its parts, be they without a word yet.
  const subs = subFlags(blocks)
  while (before.length > 0 && subs[at]) at += 1
  // A problem not yet written would begin an item of its own behind what is put before it.
  const next = Math.min(...places.map(({ index }) => index).filter((index) => index >= at), blocks.length)
  const unwritten = blocks.slice(at, next).findLastIndex((block) => block.role === 'problem')
  if (next < blocks.length && unwritten !== -1) at += unwritten + 1
  // A label serves all names down to the next one: those without one of their own stay with what they had.
  const follows = (block: Block | undefined) => block?.role === 'responsible' && isTextBlock(block) && block.label === undefined
  while (role === 'responsible' && follows(blocks[at])) at += 1
  return at
}

/** Index of the heading that names this part within the group, “2.整改措施”, where nothing of the part stands below it yet. */
function partHeading(blocks: readonly Block[], groupId: string | undefined, role: RecordRole): number | undefined {
  const group = blocks.findIndex((block) => block.id === groupId)
  if (group === -1) return undefined
  // A heading of the outermost level begins a group, whatever its words (deriveItems).
  const outermost = Math.min(...blocks.flatMap((block) => headingLevel(block.role) ?? []))
  for (let at = group + 1; at < blocks.length; at += 1) {
    const block = blocks[at]!
    const level = headingLevel(block.role)
    if (level === undefined) continue
    if (level <= outermost) return undefined
    const text = blockText(block)
    if (!isPartLabel(text)) return undefined
    if (labelRole(text.replace(/[。：:]$/u, '')) === role) return blocks[at + 1]?.role === role ? undefined : at
  }
  return undefined
}

/** Where the first block of a part goes in its item, and its shape there. */
export function placePart(blocks: readonly Block[], item: Texts & Pick<Item, 'groupId'>, field: PartField): { readonly index: number; readonly shape: BlockShape } {
  const shape = partShape(blocks, field)
  const heading = partHeading(blocks, item.groupId, partRole(field))
  if (heading === undefined) return { index: placeFor(blocks, item, field), shape }
  // Below “责任人：” only those need no label that a name without one is taken for.
  if (isResponsible(field) && responsibleField(undefined) !== field) return { index: heading + 1, shape }
  const { label: _label, labelAfterNumber: _after, labelLine: _line, runIn: _runIn, ...rest } = shape
  return { index: heading + 1, shape: rest }
}
