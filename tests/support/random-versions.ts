/** Two versions of a paper: one made from the other by edits a writer makes, or two that have nothing in common. */
import fc from 'fast-check'
import { draftSchema, type Block, type Draft } from '../../shared/document/draft.ts'
import { isTextBlock, normaliseRuns } from '../../shared/document/runs.ts'
import { draftArbitrary, officialArbitrary } from './random-draft.ts'

const editArbitrary = fc.record({
  kind: fc.constantFrom('text', 'text', 'text', 'delete', 'insert', 'move', 'bold', 'role', 'row', 'cell', 'label', 'side', 'organ'),
  at: fc.nat(), to: fc.nat(), length: fc.nat(6), words: fc.constantFrom('', '进一步', '2024年', '，', '。', '深入开展学习', '𠮷', '\u3000'),
})
type Edit = typeof editArbitrary extends fc.Arbitrary<infer T> ? T : never

function editText(text: string, { to, length, words }: Edit): string {
  const from = to % (text.length + 1)
  return (text.slice(0, from) + words + text.slice(from + length)).toWellFormed().replaceAll('\ufffd', '口')
}

function editBlock(block: Block, edit: Edit): Block {
  if (!isTextBlock(block)) {
    const row = edit.at % block.rows.length
    const column = edit.to % block.rows[row]!.length
    return { ...block, rows: block.rows.map((cells, index) => (index === row ? cells.map((cell, place) => (place === column ? `${editText(cell, edit)}${edit.length === 3 ? '\n另起一行' : ''}` : cell)) : cells)) }
  }
  const run = edit.at % Math.max(1, block.runs.length)
  const runs = block.runs.length === 0 ? [{ text: edit.words || '字' }] : block.runs.map((one, index) => (index === run ? { ...one, text: editText(one.text, edit) } : one))
  return { ...block, runs: normaliseRuns(runs) } as Block
}

function change(blocks: readonly Block[], edit: Edit, serial: number): Block[] {
  const at = edit.at % blocks.length
  const block = blocks[at]!
  const swap = (next: Block) => blocks.with(at, next)
  switch (edit.kind) {
    case 'delete': return blocks.length > 1 ? blocks.toSpliced(at, 1) : [...blocks]
    case 'insert': return blocks.toSpliced(at, 0, { role: 'paragraph', id: `new${serial}`, runs: normaliseRuns([{ text: edit.words }]) })
    case 'move': return blocks.toSpliced(at, 1).toSpliced(edit.to % blocks.length, 0, block)
    case 'bold': return isTextBlock(block) && block.runs.length > 0 ? swap({ ...block, runs: normaliseRuns(block.runs.map(({ bold: _bold, ...run }) => (edit.length % 2 ? { ...run, bold: true as const } : run))) } as Block) : [...blocks]
    case 'role': return isTextBlock(block) && block.role === 'problem' ? swap({ ...block, role: 'paragraph' }) : [...blocks]
    case 'label': return isTextBlock(block) && !block.labelLine ? swap({ ...block, label: '整改措施：' }) : [...blocks]
    case 'row': {
      if (isTextBlock(block) || block.rows.length < 2) return [...blocks]
      const row = edit.to % block.rows.length
      const rest = edit.length % 2 ? block.rows.toSpliced(row, 1) : block.rows.toSpliced(row, 0, block.rows[edit.length % block.rows.length]!)
      if (!rest.some((cells) => cells.length === block.columns.length)) return [...blocks]
      const { rowIds: _rowIds, ...bare } = block
      return swap({ ...bare, rows: rest, headerRows: Math.min(block.headerRows, rest.length) })
    }
    case 'side': {
      const table = blocks.findIndex((one) => one.role === 'table')
      const found = blocks[table]
      if (found?.role !== 'table') return [...blocks]
      const { landscape, ...rest } = found
      return blocks.with(table, landscape ? rest : { ...rest, landscape: true })
    }
    // Another organ signs, or one of several no longer does.
    case 'organ': {
      const signed = blocks.findLastIndex((one) => one.role === 'signature')
      if (signed !== -1 && edit.length % 2) return blocks.length > 1 ? blocks.toSpliced(signed, 1) : [...blocks]
      const dated = blocks.findIndex((one) => one.role === 'date')
      return blocks.toSpliced(signed !== -1 ? signed + 1 : dated !== -1 ? dated : blocks.length, 0, { role: 'signature', id: `organ${serial}`, runs: normaliseRuns([{ text: edit.words || '测试区档案局' }]) })
    }
    default: return swap(editBlock(block, edit))
  }
}

/** A block is run in only behind one it may be run in behind: the rest of the project holds it so. */
function settled(blocks: readonly Block[]): Block[] {
  const standsAlone = new Set(['title', 'subtitle', 'byline', 'addressee', 'table', 'attachment', 'signature', 'date'])
  return blocks.map((block, index) => {
    const before = blocks[index - 1]
    if (!isTextBlock(block) || !block.runIn || (before && !standsAlone.has(before.role) && !block.labelLine)) return block
    const { runIn: _runIn, ...rest } = block
    return rest as Block
  })
}

export interface Versions {
  readonly old: Draft
  readonly now: Draft
}

/** 版头, 密级, seals and 版记 stay as they are, are others, or are taken away. */
const frameArbitrary = fc.oneof(
  { weight: 2, arbitrary: fc.constant('same' as const) },
  { weight: 2, arbitrary: fc.record({ official: officialArbitrary, classification: fc.constantFrom('秘密', '机密★1年') }) },
  { weight: 1, arbitrary: fc.constantFrom('none' as const, 'seal' as const) },
)
type Frame = typeof frameArbitrary extends fc.Arbitrary<infer T> ? T : never

function framed(draft: Draft, frame: Frame): Draft {
  if (frame === 'same') return draft
  if (frame === 'seal') return { ...draft, official: { ...draft.official, end: { place: 'seal' } } }
  const { official: _official, meta: { classification: _classification, ...meta }, ...rest } = draft
  return frame === 'none' ? { ...rest, meta } : { ...rest, meta: { ...meta, classification: frame.classification }, official: frame.official }
}

export const versionsArbitrary: fc.Arbitrary<Versions> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(draftArbitrary, fc.array(editArbitrary, { minLength: 1, maxLength: 6 }), frameArbitrary).map(([old, edits, frame]) => {
    const blocks = edits.reduce<readonly Block[]>((made, edit, index) => change(made, edit, index), old.blocks)
    return { old, now: framed(draftSchema.parse({ ...old, blocks: settled(blocks) }), frame) }
  }) },
  { weight: 1, arbitrary: fc.tuple(draftArbitrary, draftArbitrary).map(([old, now]) => ({ old, now })) },
)
