import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { $addUpdateTag, $getRoot, $getSelection, $isRangeSelection, $isTextNode, HISTORY_PUSH_TAG, type LexicalNode } from 'lexical'
import { describe, expect, it } from 'vitest'
import { draftSchema, type Block, type Draft, type TextBlock } from '../../shared/document/draft.ts'
import { blockText } from '../../shared/document/runs.ts'
import { deriveLedger } from '../../shared/ledger/ledger-rows.ts'
import { ledgerFieldFacts, ledgerFields, itemStates } from '../../shared/ledger/ledger-fields.ts'
import { setLedgerValue } from '../../shared/ledger/set-ledger-value.ts'
import { $applyDraft } from '../../renderer/editor/apply-draft.ts'
import { $isPaperBlock } from '../../renderer/editor/extensions/block/paper-block-node.ts'
import { $tableId } from '../../renderer/editor/extensions/table/paper-table.ts'
import { $isTableNode } from '@lexical/table'
import { headlessPaper, type HeadlessPaper } from '../support/headless-paper.ts'
import { draftArbitrary } from '../support/random-draft.ts'

let ids = 0
const newId = () => `new${(ids += 1)}`
const fields = ledgerFields.filter((field) => !ledgerFieldFacts[field].derived)

const idOf = (node: LexicalNode) => ($isPaperBlock(node) ? node.getBlockId() : $isTableNode(node) ? $tableId(node) : '')

/** Keys of all nodes below each block, by its id. */
function keysOf(paper: HeadlessPaper): Map<string, string> {
  const keys = (node: LexicalNode): string[] => [node.getKey(), ...('getChildren' in node ? (node as unknown as { getChildren: () => LexicalNode[] }).getChildren().flatMap(keys) : [])]
  return paper.editor.read(() => new Map($getRoot().getChildren().map((node) => [idOf(node), keys(node).join()])))
}

const edit = fc.oneof(
  fc.record({ kind: fc.constant('ledger' as const), at: fc.nat(), field: fc.constantFrom(...fields), text: fc.constantFrom('', '新的一句。', '甲\n乙\n丙', '2024-06-30', '办公室') }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('text' as const), at: fc.nat(), bold: fc.boolean() }),
  fc.record({ kind: fc.constant('shape' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('cell' as const), at: fc.nat(), text: fc.constantFrom('', '格\n二', '𠮷') }),
  fc.record({ kind: fc.constant('title' as const) }),
)
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

/** Only what a paper may be: run-in blocks are left alone, so that nothing has to be put right. */
function changed(draft: Draft, one: Edit): Draft {
  const { blocks } = draft
  const with_ = (next: readonly Block[]): Draft => (next.length === 0 ? draft : { ...draft, blocks: next.map((block) => ('runIn' in block && block.runIn ? (({ runIn: _runIn, ...rest }) => rest as Block)(block) : block)) })
  switch (one.kind) {
    case 'ledger': {
      const { rows } = deriveLedger(draft)
      const row = rows[one.at % Math.max(1, rows.length)]
      if (!row) return draft
      const { kind } = ledgerFieldFacts[one.field]
      const value = kind === 'state' ? itemStates[one.at % 5]! : kind === 'date' ? '2024-06-30' : one.text
      const result = setLedgerValue(draft, { key: row.key, field: one.field, value }, { today: '2024-05-27', newId })
      return result.ok ? result.draft : draft
    }
    case 'remove': return with_(blocks.toSpliced(one.at % blocks.length, one.count))
    case 'move': {
      const from = one.at % blocks.length
      const block = blocks[from]!
      return with_(blocks.toSpliced(from, 1).toSpliced(one.to % blocks.length, 0, block))
    }
    case 'insert': return with_(blocks.toSpliced(one.at % (blocks.length + 1), 0, { role: 'paragraph', id: newId(), runs: [{ text: '新段' }] }))
    case 'title': return { ...draft, title: `${draft.title}一` }
    default: {
      const index = one.at % blocks.length
      const block = blocks[index]!
      if (block.role === 'table') return one.kind === 'cell' ? { ...draft, blocks: blocks.with(index, { ...block, rows: block.rows.map((row, at) => (at === 0 ? row.with(0, one.text) : row)) }) } : draft
      if (one.kind === 'text') return { ...draft, blocks: blocks.with(index, { ...block, runs: [{ text: `前${blockText(block)}`, ...(one.bold ? { bold: true as const } : {}) }, { text: '后', underline: true }] } as TextBlock) }
      return one.kind === 'shape' && block.role === 'problem' ? { ...draft, blocks: blocks.with(index, { ...block, list: '1.' }) } : draft
    }
  }
}

describe('E25 another state of the draft goes into the editor', () => {
  it('E25 exactly, whatever was edited, and what did not change keeps its nodes', () => {
    fc.assert(fc.property(draftArbitrary, fc.array(edit, { minLength: 1, maxLength: 5 }), fc.nat(), (draft, edits, place) => {
      const paper = headlessPaper(draft)
      const start = place % draft.blocks.length
      if (draft.blocks[start]!.role !== 'table') paper.caret(start, 'end')
      for (const one of edits) {
        const before = paper.draft()
        const next = changed(before, one)
        if (!draftSchema.safeParse(next).success || isDeepStrictEqual(next, before)) continue
        const keys = keysOf(paper)
        paper.update(() => { $addUpdateTag(HISTORY_PUSH_TAG); $applyDraft(next) })
        expect(paper.draft()).toEqual(next)
        const now = keysOf(paper)
        for (const block of next.blocks) {
          const old = before.blocks.find((other) => other.id === block.id)
          if (old && JSON.stringify(old) === JSON.stringify(block)) expect(now.get(block.id), `nodes of ${block.id}`).toBe(keys.get(block.id))
        }
        paper.undo()
        expect(paper.draft()).toEqual(before)
        paper.redo()
        expect(paper.draft()).toEqual(next)
      }
    }), { seed: 25, numRuns: 300 })
  }, 60_000)

  it('E25 the caret stays with the words it stands at', () => {
    const draft = draftSchema.parse({ schemaVersion: 4, id: 'd', kind: 'team-plan', title: '', meta: {}, layout: 'gb33476', blocks: [{ role: 'problem', id: 'a', runs: [{ text: '学习不够系统。' }] }, { role: 'measure', id: 'b', runs: [{ text: '制定计划。' }] }] })
    const paper = headlessPaper(draft)
    paper.caret(0, 5)
    paper.update(() => $applyDraft({ ...draft, blocks: [{ role: 'problem', id: 'a', runs: [{ text: '理论学习不够系统。' }] }, { ...draft.blocks[1]!, runs: [{ text: '按月检查。' }] } as Block] }))
    const caret = () => paper.editor.read(() => {
      const selection = $getSelection()
      const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null
      return $isTextNode(node) && $isRangeSelection(selection) ? [node.getTextContent(), selection.anchor.offset] : null
    })
    expect(caret()).toEqual(['理论学习不够系统。', 7])
    paper.update(() => $applyDraft({ ...draft, blocks: [{ role: 'problem', id: 'a', runs: [{ text: '理论', bold: true }, { text: '学习不够系统。' }] }] }))
    expect(caret()).toEqual(['学习不够系统。', 5])
  })
})
