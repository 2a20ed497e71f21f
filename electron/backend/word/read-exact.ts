/** A paragraph that this program wrote, by its styles and marks (law D3). */
import { readNumber, readNumberOf } from '../../../shared/document/printed-number.ts'
import type { TextRole } from '../../../shared/document/roles.ts'
import type { ExactBlock, SourceHint } from '../../../shared/recognition/source.ts'
import { readMarkName, type BlockMark } from './block-marks.ts'
import { looksStructured } from './proof-of-text.ts'
import type { TextToken, Token } from './tokens.ts'
import { partStyles } from './word-names.ts'

interface RawBlock {
  readonly mark: BlockMark | undefined
  readonly tokens: TextToken[]
}

export interface ExactParagraph {
  readonly text: string
  readonly hint: SourceHint
}

/** Text of a draft holds none of these; a paragraph that does was changed since. */
const unprintable = /[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/

function rawBlocks(tokens: readonly Token[], role: TextRole): RawBlock[] | undefined {
  const blocks: RawBlock[] = []
  for (const token of tokens) {
    if (token.kind === 'break') {
      // The lines of a title are broken by the layout; anywhere else somebody typed the break.
      if (role !== 'title') return undefined
      continue
    }
    if (token.kind === 'text') {
      if (blocks.length === 0) blocks.push({ mark: undefined, tokens: [] })
      blocks.at(-1)!.tokens.push(token)
      continue
    }
    if (token.kind !== 'mark') continue
    const mark = readMarkName(token.name)
    if (mark !== undefined) blocks.push({ mark, tokens: [] })
  }
  if (blocks.length === 0) blocks.push({ mark: undefined, tokens: [] })
  return blocks
}

const partOf = (token: TextToken) =>
  token.look.style === partStyles.number.name ? 'number' : token.look.style === partStyles.label.name ? 'label' : 'text'

interface Parts {
  readonly number: string
  readonly label: string
  readonly labelFirst: boolean
  readonly text: string
}

/** Label and number in either order, then text; undefined where they are mixed otherwise. */
function splitParts(tokens: readonly TextToken[]): Parts | undefined {
  const order: ('number' | 'label' | 'text')[] = []
  const found = { number: '', label: '', text: '' }
  for (const token of tokens) {
    const part = partOf(token)
    if (order.at(-1) !== part) order.push(part)
    found[part] += token.text
  }
  const heads = order.filter((part) => part !== 'text')
  const regular = new Set(order).size === order.length && (order.indexOf('text') === -1 || order.indexOf('text') === order.length - 1)
  return regular ? { ...found, labelFirst: heads[0] === 'label' } : undefined
}

function exactBlock(block: RawBlock, role: TextRole, offset: number): { exact: ExactBlock; length: number } | undefined {
  const parts = splitParts(block.tokens)
  if (parts === undefined) return undefined
  const { mark } = block
  const list = parts.number === '' ? undefined : mark?.list ?? readNumber(parts.number)?.style
  if (parts.number !== '' && (list === undefined || readNumberOf(list, parts.number) === undefined)) return undefined
  // Typed in since: what looks like a number or a label without being marked as plain text is left to recognition.
  if (mark === undefined && looksStructured(parts.text)) return undefined
  const first = parts.labelFirst ? parts.label.length : parts.number.length
  const both = parts.label.length + parts.number.length
  const label = parts.labelFirst ? { from: offset, to: offset + first } : { from: offset + first, to: offset + both }
  const marker = parts.labelFirst ? { from: offset + first, to: offset + both } : { from: offset, to: offset + first }
  const length = both + parts.text.length
  return {
    length,
    exact: {
      role: mark !== undefined && mark.role !== 'table' ? mark.role : role,
      ...(list === undefined ? {} : { list, marker }),
      ...(list === undefined || mark?.start === undefined ? {} : { start: mark.start }),
      ...(mark?.labelLine === undefined ? {} : { labelLine: true as const }),
      ...(parts.label === '' ? {} : { label }),
      text: { from: offset + both, to: offset + length },
    },
  }
}

/** Bold and underlined stretches the writer made. What styles do to numbers, labels and lead sentences is none of it. */
function formatsOf(tokens: readonly TextToken[]): NonNullable<SourceHint['formats']> {
  let offset = 0
  return tokens.flatMap((token) => {
    const from = offset
    offset += token.text.length
    const { directBold, underline } = token.look
    if (partOf(token) !== 'text' || (!directBold && !underline)) return []
    return [{ from, to: offset, ...(directBold ? { bold: true as const } : {}), ...(underline ? { underline: true as const } : {}) }]
  })
}

/**
 * @param role the role the paragraph's style names.
 * @returns undefined where the paragraph is not as this program wrote it; it is then read like any other.
 */
export function readExact(tokens: readonly Token[], role: TextRole): ExactParagraph | undefined {
  const blocks = rawBlocks(tokens, role)
  if (blocks === undefined) return undefined
  const exact: ExactBlock[] = []
  let offset = 0
  for (const block of blocks) {
    const read = exactBlock(block, role, offset)
    if (read === undefined) return undefined
    exact.push(read.exact)
    offset += read.length
  }
  const texts = tokens.filter((token) => token.kind === 'text')
  const text = texts.map((token) => token.text).join('')
  if (unprintable.test(text) || !text.isWellFormed()) return undefined
  const formats = formatsOf(texts)
  return { text, hint: { exact, ...(formats.length === 0 ? {} : { formats }) } }
}
