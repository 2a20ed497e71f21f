/** Changes to blocks that keep the structure right. Pure; the editor applies them to its nodes. */
import type { Block, TextBlock } from './draft.ts'
import { headingListStyles } from './list-style.ts'
import { headingLevel, isRecordRole, standsAlone, type TextRole } from './roles.ts'
import { isTextBlock } from './runs.ts'

/** What a block is apart from its text. The editor keeps exactly this beside the text of each of its nodes. */
export type BlockShape = Omit<TextBlock, 'runs' | 'id' | 'role'> & { readonly role: TextRole; readonly answers?: readonly string[] }

export function shapeOf(block: TextBlock): BlockShape {
  const { runs: _runs, id: _id, ...shape } = block
  return shape
}

/** Whether a block of this role may continue the printed paragraph of the block before it. */
export function canRunIn(role: TextRole, previous: { readonly role: Block['role'] } | undefined): boolean {
  return previous !== undefined && !standsAlone(role) && !standsAlone(previous.role)
}

function without<K extends keyof BlockShape>(shape: BlockShape, ...keys: readonly K[]): BlockShape {
  const copy: Record<string, unknown> = { ...shape }
  for (const key of keys) delete copy[key]
  return copy as unknown as BlockShape
}

/** The nearest block of the role: before first, for the writer's habit; else after. */
function neighbourOf(blocks: readonly Block[], index: number, role: TextRole): TextBlock | undefined {
  const before = blocks.slice(0, index).findLast((block) => block.role === role)
  const found = before ?? blocks.slice(index + 1).find((block) => block.role === role)
  return found && isTextBlock(found) ? found : undefined
}

/** The label the paper puts before the first of a run of such blocks, if it does. */
function runLabel(blocks: readonly Block[], index: number, role: TextRole): string | undefined {
  const previous = blocks[index - 1]
  if (previous?.role === role) return undefined
  const first = blocks.find((block, at) => at !== index && block.role === role && isTextBlock(block) && block.label !== undefined && !block.labelAfterNumber)
  return first && isTextBlock(first) ? first.label : undefined
}

/**
 * The block at the index in another role. A heading gets the number of its level; a part of the record the numbering
 * and label its like have in this paper; any other role none.
 */
export function changeRole(blocks: readonly Block[], index: number, role: TextRole): BlockShape {
  const block = blocks[index]
  if (block === undefined || !isTextBlock(block)) return { role }
  const shape = shapeOf(block)
  if (shape.role === role) return shape
  const level = headingLevel(role)
  const bare = without(shape, 'list', 'start', 'label', 'labelAfterNumber', 'labelLine', 'answers', ...(standsAlone(role) ? (['runIn'] as const) : []))
  if (level !== undefined) return { ...bare, role, list: headingListStyles[level] }
  if (!isRecordRole(role)) return { ...bare, role }
  const like = neighbourOf(blocks, index, role)
  const label = runLabel(blocks, index, role)
  const list = like?.list ?? (role === 'timeLimit' || role === 'responsible' ? undefined : like === undefined && isRecordRole(shape.role) ? shape.list : undefined)
  return { ...bare, role, ...(list === undefined ? {} : { list }), ...(label === undefined ? {} : { label }) }
}

/** What a new block after this one is, when the writer presses Enter at its end. */
export function followingShape(shape: BlockShape): BlockShape {
  switch (shape.role) {
    case 'title': case 'subtitle': case 'byline': case 'addressee':
    case 'heading1': case 'heading2': case 'heading3': case 'heading4':
    case 'timeLimit': case 'responsible':
      return { role: 'paragraph' }
    default:
      return without(shape, 'start', 'label', 'labelAfterNumber', 'labelLine', 'answers')
  }
}

/** The second half of a block cut in two: headings are one line, so what is cut off is text. It answers what the whole did. */
export function splitShape(shape: BlockShape): BlockShape {
  return headingLevel(shape.role) === undefined && !['title', 'addressee'].includes(shape.role) ? without(shape, 'start', 'label', 'labelAfterNumber', 'labelLine') : { role: 'paragraph' }
}

/**
 * What Backspace at the start of a block takes away: the number first, then the label, then the line of its own.
 * Undefined where nothing stands before the text: the block joins the one before it.
 */
export function stripBefore(shape: BlockShape): BlockShape | undefined {
  const level = headingLevel(shape.role)
  if (level !== undefined) return { role: 'paragraph', ...(shape.runIn ? { runIn: true } : {}) }
  if (shape.labelAfterNumber && shape.label !== undefined) return without(shape, 'label', 'labelAfterNumber')
  if (shape.list !== undefined && (shape.list === '1：' || shape.list === '一：')) return without(shape, 'list', 'start', 'label')
  if (shape.list !== undefined) return without(shape, 'list', 'start')
  if (shape.label !== undefined) return without(shape, 'label', 'labelLine')
  return undefined
}
