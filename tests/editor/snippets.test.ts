/** Snippets in the paper: taken from any selection, put in anywhere, taken back exactly. */
import fc from 'fast-check'
import { $createTableSelectionFrom, $isTableCellNode, $isTableRowNode, type TableNode } from '@lexical/table'
import { $createRangeSelection, $getRoot, $isElementNode, $setSelection } from 'lexical'
import { describe, expect, it } from 'vitest'
import { draftSchema, draftSchemaVersion, type Block, type Draft } from '../../shared/document/draft.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { blockText } from '../../shared/document/runs.ts'
import { proposeSnippet } from '../../shared/snippets/propose.ts'
import { isPiece, selectionBlocks, type SnippetSelection } from '../../shared/snippets/selection-blocks.ts'
import { snippetSchema, snippetVersion } from '../../shared/snippets/snippet.ts'
import { INSERT_SNIPPET_COMMAND } from '../../renderer/editor/extensions/snippets/insert-snippet.ts'
import { $blockSelection, $snippetSelection } from '../../renderer/editor/extensions/snippets/selected-snippet.ts'
import { watchUses } from '../../renderer/editor/extensions/snippets/snippet-uses.ts'
import { registerReadOnly } from '../../renderer/editor/extensions/read-only/register-read-only.ts'
import { headlessPaper, type HeadlessPaper } from '../support/headless-paper.ts'
import { draftArbitrary } from '../support/random-draft.ts'

type Shape = Partial<Exclude<Block, { role: 'table' }>> & { role: Exclude<Block['role'], 'table'>; text?: string }

const block = ({ text = '', ...shape }: Shape, index: number): Block => ({ id: `b${index}`, runs: text === '' ? [] : [{ text }], ...shape }) as Block
const draftOf = (...shapes: Shape[]): Draft => ({ schemaVersion: draftSchemaVersion, id: 'd', kind: 'team-plan', title: '测试', meta: {}, layout: 'gb33476', blocks: shapes.map(block) })
const snippetOf = (...shapes: Shape[]) => ({ id: 's', blocks: shapes.map((shape, index) => ({ ...block(shape, index), id: `s${index}` })) as Block[] })

const paperDraft = draftOf(
  { role: 'title', text: '方案' },
  { role: 'heading1', list: '一、', text: '整改措施' },
  { role: 'heading2', list: '（一）', text: '理论学习方面' },
  { role: 'problem', list: '一是', text: '学得少。' },
  { role: 'problem', list: '一是', text: '学得浅。' },
  { role: 'measure', list: '1.', label: '整改措施：', text: '甲' },
  { role: 'measure', list: '1.', text: '乙' },
  { role: 'timeLimit', label: '整改时限：', text: '11月底前。' },
  { role: 'heading2', list: '（一）', text: '工作作风方面' },
  { role: 'problem', list: '一是', text: '调研浅。' },
  { role: 'signature', text: '某局党组' },
)

function inserted(draft: Draft, text: string, at: number | 'end', snippet: ReturnType<typeof snippetOf>, as: 'fitting' | 'words' = 'fitting'): HeadlessPaper {
  const paper = headlessPaper(draft)
  paper.caret(draft.blocks.findIndex((one) => blockText(one) === text), at)
  paper.editor.dispatchCommand(INSERT_SNIPPET_COMMAND, { snippet, as })
  paper.update(() => {})
  return paper
}
const lines = (paper: HeadlessPaper) => printLines(paper.draft().blocks)

const measures = snippetOf({ role: 'measure', list: '（1）', label: '【改进措施】：', text: '丙' }, { role: 'measure', list: '（1）', text: '丁' })

describe('Q5 what is put in fits its place', () => {
  it('Q5 goes on with the run it is put into, in its numbering, without its own label', () => {
    expect(lines(inserted(paperDraft, '甲', 'end', measures)).slice(5, 9)).toEqual(['整改措施：1.甲', '2.丙', '3.丁', '4.乙'])
    expect(lines(inserted(paperDraft, '乙', 'end', measures)).slice(5, 9)).toEqual(['整改措施：1.甲', '2.乙', '3.丙', '4.丁'])
  })
  it('Q5 put before a run it becomes its head; elsewhere it has the label and list of the paper', () => {
    expect(lines(inserted(paperDraft, '学得浅。', 'end', measures)).slice(4, 9)).toEqual(['二是学得浅。', '整改措施：1.丙', '2.丁', '3.甲', '4.乙'])
    expect(lines(inserted(paperDraft, '调研浅。', 'end', measures)).slice(9, 12)).toEqual(['一是调研浅。', '整改措施：1.丙', '2.丁'])
  })
  it('Q5 parts of entries stay one rank deeper; a start of another paper is not brought', () => {
    const nested = snippetOf({ role: 'problem', list: '1.', start: 7, text: '甲问题' }, { role: 'problem', list: '（1）', text: '表现一' }, { role: 'problem', list: '（1）', text: '表现二' }, { role: 'problem', list: '1.', text: '乙问题' })
    expect(lines(inserted(paperDraft, '学得少。', 'end', nested)).slice(3, 9)).toEqual(['一是学得少。', '二是甲问题', '（1）表现一', '（2）表现二', '三是乙问题', '四是学得浅。'])
  })
  it('Q5 a run that is cut by other blocks keeps its label; headings take the list of the paper', () => {
    const group = snippetOf({ role: 'heading2', list: '1.', text: '廉洁自律方面' }, { role: 'problem', text: '抓得松。' }, { role: 'measure', text: '常抓。' })
    expect(lines(inserted(paperDraft, '甲', 'end', group)).slice(5, 10)).toEqual(['整改措施：1.甲', '（二）廉洁自律方面', '一是抓得松。', '整改措施：1.常抓。', '2.乙'])
  })
  it('Q5 below the title it goes below all of the front, at the signature above the end; a heading is never cut', () => {
    const sentence = snippetOf({ role: 'paragraph', text: '一段话。' })
    expect(lines(inserted(paperDraft, '方案', 1, sentence)).slice(0, 2)).toEqual(['方案', '一段话。'])
    expect(lines(inserted(paperDraft, '某局党组', 'end', sentence)).slice(-2)).toEqual(['一段话。', '某局党组'])
    expect(lines(inserted(paperDraft, '理论学习方面', 2, sentence)).slice(2, 4)).toEqual(['（一）理论学习方面', '一段话。'])
  })
  it('Q5 an empty line is filled or gives way; what says what belongs there stays the same block', () => {
    const open = draftOf({ role: 'heading1', list: '一、', text: '措施' }, { role: 'problem', list: '一是', text: '少。' }, { role: 'measure', label: '整改措施：', list: '1.' }, { role: 'timeLimit', label: '整改时限：' })
    const paper = inserted(open, '', 0, measures)
    expect(lines(paper)).toEqual(['一、措施', '一是少。', '整改措施：1.丙', '2.丁', '整改时限：'])
    expect(paper.draft().blocks[2]!.id).toBe('b2')
    const line = draftOf({ role: 'heading1', list: '一、', text: '措施' }, { role: 'paragraph' })
    expect(lines(inserted(line, '', 0, snippetOf({ role: 'problem', list: '一是', text: '甲' }, { role: 'problem', list: '一是', text: '乙' })))).toEqual(['一、措施', '一是甲', '二是乙'])
    // Its label says what belongs there: it stays.
    expect(lines(inserted(open, '', 0, snippetOf({ role: 'heading2', list: '（一）', text: '新的方面' }))).slice(2, 4)).toEqual(['整改措施：1.', '（一）新的方面'])
    // Words without a role become what is missing there.
    expect(inserted(open, '', 0, snippetOf({ role: 'paragraph', text: '常抓。' })).draft().blocks[2]).toMatchObject({ id: 'b2', role: 'measure', label: '整改措施：', runs: [{ text: '常抓。' }] })
  })
})

describe('Q7 words go into the sentence', () => {
  const piece = { id: 's', blocks: [{ role: 'paragraph', id: 's0', runIn: true, runs: [{ text: '由' }, { text: '[责任人]', placeholder: '责任人' }, { text: '负责', bold: true }] }] as Block[] }
  it('Q7 at the caret, formats and placeholders kept; what is selected is replaced', () => {
    const paper = inserted(paperDraft, '学得少。', 2, piece)
    expect(paper.draft().blocks[3]).toMatchObject({ role: 'problem', list: '一是', runs: [{ text: '学得由' }, { text: '[责任人]', placeholder: '责任人' }, { text: '负责', bold: true }, { text: '少。' }] })
    paper.undo()
    expect(paper.draft()).toEqual(paperDraft)
  })
  it('Q7 blocks can be put in as words alone', () => {
    expect(lines(inserted(paperDraft, '学得少。', 'end', measures, 'words'))[3]).toBe('一是学得少。丙丁')
  })
  it('Q7 a cell takes text alone, a line for each', () => {
    const table: Block = { role: 'table', id: 't', columns: ['problem', 'measure'], headerRows: 1, rows: [['问题', '措施'], ['甲', '']] }
    const paper = headlessPaper({ ...paperDraft, blocks: [...paperDraft.blocks, table] })
    paper.update(() => { const last = $getRoot().getLastChild(); if ($isElementNode(last)) last.selectEnd() })
    paper.editor.dispatchCommand(INSERT_SNIPPET_COMMAND, { snippet: snippetOf({ role: 'measure', list: '1.', text: '丙' }, { role: 'measure', list: '1.', text: '丁' }), as: 'fitting' })
    paper.update(() => {})
    expect(paper.draft().blocks.at(-1)).toMatchObject({ rows: [['问题', '措施'], ['甲', '1.丙\n2.丁']] })
  })
})

describe('Q10 uses', () => {
  it('Q10 are told once for an insertion; undo takes it back, redo brings it again', () => {
    const paper = headlessPaper(paperDraft)
    const told: string[] = []
    watchUses(paper.editor, ({ snippetId }) => told.push(`+${snippetId}`), ({ snippetId }) => told.push(`-${snippetId}`))
    paper.caret(3, 'end')
    paper.editor.dispatchCommand(INSERT_SNIPPET_COMMAND, { snippet: measures, as: 'fitting' })
    paper.update(() => {})
    paper.caret(0, 'end')
    paper.undo()
    paper.redo()
    expect(told).toEqual(['+s', '-s', '+s'])
  })
  it('Q10 a paper that is only read takes nothing in', () => {
    const paper = headlessPaper(paperDraft)
    registerReadOnly(paper.editor)
    paper.caret(3, 'end')
    paper.editor.setEditable(false)
    paper.editor.dispatchCommand(INSERT_SNIPPET_COMMAND, { snippet: measures, as: 'fitting' })
    paper.update(() => {})
    expect(paper.draft()).toEqual(paperDraft)
  })
})

/** Selects in the editor and reads it back as the rules name it. */
function selected(paper: HeadlessPaper, select: () => void): SnippetSelection | undefined {
  paper.update(select)
  return paper.editor.getEditorState().read($snippetSelection)
}

describe('Q1 what is selected', () => {
  const point = (index: number, offset: number) => {
    const node = $getRoot().getChildAtIndex(index)
    if (!$isElementNode(node)) throw new Error('no block')
    const text = node.getAllTextNodes()[0]
    return text ? { key: text.getKey(), offset, type: 'text' as const } : { key: node.getKey(), offset: 0, type: 'element' as const }
  }
  const range = (from: readonly [number, number], to: readonly [number, number]) => () => {
    const selection = $createRangeSelection()
    const [a, b] = [point(...from), point(...to)]
    selection.anchor.set(a.key, a.offset, a.type)
    selection.focus.set(b.key, b.offset, b.type)
    $setSelection(selection)
  }
  it('Q1 is told by blocks and places, forwards and backwards', () => {
    const paper = headlessPaper(paperDraft)
    expect(selected(paper, range([3, 1], [5, 1]))).toEqual({ kind: 'text', first: 3, from: 1, last: 5, to: 1 })
    expect(selected(paper, range([5, 1], [3, 1]))).toEqual({ kind: 'text', first: 3, from: 1, last: 5, to: 1 })
    expect(selected(paper, range([3, 1], [3, 1]))).toBeUndefined()
    expect(selected(paper, () => { $getRoot().select(0, $getRoot().getChildrenSize()) })).toEqual({ kind: 'text', first: 0, from: 0, last: 10, to: 4 })
    paper.caret(4, 1)
    expect(paper.editor.getEditorState().read(() => $blockSelection())).toEqual({ kind: 'text', first: 4, from: 0, last: 4, to: 4 })
  })
})

describe('Q1 what is selected of a table', () => {
  const table: Block = { role: 'table', id: 't', columns: ['number', 'problem', 'measure'], headerRows: 1, rows: [['序', '问题', '措施'], ['（一）学习方面'], ['1', '甲\n乙', '丙']] }
  const cellAt = (row: number, column: number) => {
    const rowNode = ($getRoot().getLastChild() as TableNode).getChildAtIndex(row)
    const cell = $isTableRowNode(rowNode) ? rowNode.getChildAtIndex(column) : null
    if (!$isTableCellNode(cell)) throw new Error('no cell')
    return cell
  }
  it('Q1 words of a cell over its lines, and cells from one to another', () => {
    const paper = headlessPaper({ ...paperDraft, blocks: [...paperDraft.blocks, table] })
    expect(selected(paper, () => {
      const [first, second] = cellAt(2, 1).getChildren().map((line) => ($isElementNode(line) ? line.getFirstChild()! : line))
      const selection = $createRangeSelection()
      selection.anchor.set(first!.getKey(), 0, 'text')
      selection.focus.set(second!.getKey(), 1, 'text')
      $setSelection(selection)
    })).toEqual({ kind: 'words', table: 11, row: 2, column: 1, from: 0, to: 3 })
    expect(selected(paper, () => $setSelection($createTableSelectionFrom($getRoot().getLastChild() as TableNode, cellAt(0, 1), cellAt(2, 2))))).toMatchObject({ kind: 'cells', table: 11, rows: { from: 0, to: 3 } })
    // Cells that are selected are where it is put.
    paper.editor.dispatchCommand(INSERT_SNIPPET_COMMAND, { snippet: measures, as: 'fitting' })
    paper.update(() => {})
    expect(JSON.stringify(paper.draft().blocks.at(-1))).toContain('丙')
    expect(printLines(paper.draft().blocks.slice(0, 11))).toEqual(printLines(paperDraft.blocks))
  })
  it('Q1 Q5 without a caret it is put at the end of the text, above the signature', () => {
    const paper = headlessPaper(paperDraft)
    paper.update(() => $setSelection(null))
    paper.editor.dispatchCommand(INSERT_SNIPPET_COMMAND, { snippet: snippetOf({ role: 'paragraph', text: '一段话。' }), as: 'fitting' })
    paper.update(() => {})
    expect(lines(paper).slice(-3)).toEqual(['一是调研浅。', '一段话。', '某局党组'])
  })
})

const spot = fc.record({ block: fc.nat(60), at: fc.nat(30) })

/** Any selection of any draft. */
function selectionOf({ blocks }: Draft, a: { block: number; at: number }, b: { block: number; at: number }): SnippetSelection {
  const [one, other] = [a, b].map(({ block: at, at: offset }) => ({ index: at % blocks.length, offset })).sort((x, y) => x.index - y.index || x.offset - y.offset) as [{ index: number; offset: number }, { index: number; offset: number }]
  const first = blocks[one.index]!
  if (one.index === other.index && first.role === 'table') {
    const row = one.offset % first.rows.length
    const column = other.offset % first.rows[row]!.length
    if (a.at % 2 === 0) return { kind: 'cells', table: one.index, rows: { from: row, to: first.rows.length }, columns: { from: column, to: first.columns.length } }
    return { kind: 'words', table: one.index, row, column, from: 0, to: first.rows[row]![column]!.length }
  }
  const size = (index: number) => blockText(blocks[index]!).length
  const [from, to] = [Math.min(one.offset, size(one.index)), Math.min(other.offset, size(other.index))]
  return one.index === other.index ? { kind: 'text', first: one.index, from: Math.min(from, to), last: one.index, to: Math.max(from, to) } : { kind: 'text', first: one.index, from, last: other.index, to }
}

const texts = (blocks: readonly Block[]) => blocks.map(blockText)

describe('Q6 any selection put in anywhere', () => {
  it('Q1 Q6 the draft stays valid, all its own text stays, the snippet is there word for word; undo and redo are exact', () => {
    fc.assert(fc.property(draftArbitrary, draftArbitrary, spot, spot, spot, (source, target, a, b, caret) => {
      let next = 0
      const selection = selectionOf(source, a, b)
      const chosen = selectionBlocks(source.blocks, selection, () => `x${(next += 1)}`)
      if (chosen.length === 0) return
      const proposed = proposeSnippet(source, selection, chosen)
      const snippet = snippetSchema.parse({ schemaVersion: snippetVersion, id: 's', ...proposed, tags: [], blocks: chosen })
      const paper = headlessPaper(target)
      const index = caret.block % target.blocks.length
      if (target.blocks[index]!.role === 'table') return
      const own = blockText(target.blocks[index]!)
      // No caret stands between the halves of a character.
      const at = Math.min(caret.at, own.length)
      paper.caret(index, /[\udc00-\udfff]/.test(own[at] ?? '') ? at - 1 : at)
      const before = paper.draft()
      paper.editor.dispatchCommand(INSERT_SNIPPET_COMMAND, { snippet, as: 'fitting' })
      paper.update(() => {})
      const after = paper.draft()
      expect(draftSchema.safeParse(after).error).toBeUndefined()
      expect(new Set(after.blocks.map(({ id }) => id)).size).toBe(after.blocks.length)
      // The snippet's own text stands in one piece, and without it the text is what it was.
      const wanted = isPiece(chosen) ? texts(chosen).join('') : texts(chosen).join('\n')
      expect(texts(after.blocks).join('\n')).toContain(wanted)
      const letters = (list: readonly string[]) => list.join('').replaceAll('\n', '')
      expect([...letters(texts(after.blocks))].sort()).toEqual([...letters(texts(before.blocks)), ...letters(texts(chosen))].sort())
      // Formats and placeholders came along.
      const looks = (blocks: readonly Block[]) => blocks.flatMap((one) => (one.role === 'table' ? [] : one.runs.filter((run) => run.bold || run.underline || run.placeholder !== undefined).map((run) => JSON.stringify({ ...run })))).length
      expect(looks(after.blocks)).toBeGreaterThanOrEqual(looks(before.blocks))
      paper.undo()
      expect(paper.draft()).toEqual(before)
      paper.redo()
      expect(paper.draft()).toEqual(after)
    }), { seed: 20261122, numRuns: 250 })
  }, 120_000)
})
