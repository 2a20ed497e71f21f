/**
 * Every gesture the editor knows, in any order: typing, Enter and Backspace, roles, numbering, moving, levels, items split
 * and merged, parts put in, 表现 told apart, the style of the draft, links, snippets, and edits of the ledger's row.
 */
import fc from 'fast-check'
import { DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND } from 'lexical'
import { expect, it } from 'vitest'
import { draftSchema, type Draft } from '../../shared/document/draft.ts'
import { readDraftStyle, type StyleChange } from '../../shared/document/draft-style.ts'
import { listStyles } from '../../shared/document/list-style.ts'
import { isTextBlock } from '../../shared/document/runs.ts'
import type { TextRole } from '../../shared/document/roles.ts'
import { deriveLedger } from '../../shared/ledger/ledger-rows.ts'
import { setLedgerValue } from '../../shared/ledger/set-ledger-value.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { selectionBlocks } from '../../shared/snippets/selection-blocks.ts'
import { $applyDraft } from '../../renderer/editor/apply-draft.ts'
import { SET_LABEL_COMMAND, SET_LIST_COMMAND, SET_ROLE_COMMAND, TOGGLE_RUN_IN_COMMAND } from '../../renderer/editor/extensions/block/block-commands.ts'
import { MERGE_ITEM_COMMAND, SPLIT_ITEM_COMMAND } from '../../renderer/editor/extensions/block/item-commands.ts'
import { CHANGE_LEVEL_COMMAND, MOVE_BLOCKS_COMMAND, MOVE_COMMAND } from '../../renderer/editor/extensions/block/move-commands.ts'
import { changeLinks } from '../../renderer/editor/extensions/links/change-links.ts'
import { INSERT_PART_COMMAND } from '../../renderer/editor/extensions/offers/offer-commands.ts'
import { JOIN_PARTS_COMMAND, SPLIT_PARTS_COMMAND } from '../../renderer/editor/extensions/parts/part-commands.ts'
import { INSERT_SNIPPET_COMMAND } from '../../renderer/editor/extensions/snippets/insert-snippet.ts'
import { APPLY_STYLE_COMMAND } from '../../renderer/editor/extensions/style/style-command.ts'
import { $range, headlessPaper, type HeadlessPaper } from '../support/headless-paper.ts'
import { readCorpora } from '../support/paper-corpus.ts'
import { draftArbitrary } from '../support/random-draft.ts'

const kinds = [
  'type', 'enter', 'backspace', 'role', 'list', 'label', 'run-in', 'move', 'level', 'drag', 'split-item', 'merge-item', 'part', 'split-parts', 'join-parts', 'style', 'link', 'ledger', 'snippet',
] as const
const roles: readonly TextRole[] = ['heading1', 'heading2', 'paragraph', 'problem', 'cause', 'measure', 'timeLimit', 'responsible']
const step = fc.record({ kind: fc.constantFrom(...kinds), place: fc.nat(), pick: fc.nat() })

const at = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!

function styleChanges(draft: Draft): StyleChange[] {
  const style = readDraftStyle(draft.blocks)
  return [
    ...style.labels.flatMap(({ role }) => (['bracketed', 'plain', 'none'] as const).map((choice): StyleChange => ({ kind: 'label', role, choice }))),
    ...style.placements.flatMap(({ subject, choices }) => choices.map((placement): StyleChange => ({ kind: 'placement', subject, placement }))),
    ...style.lists.flatMap(({ key, choices }) => choices.map((choice): StyleChange => ({ kind: 'list', level: key, choice }))),
  ]
}

function editLedger(paper: HeadlessPaper, pick: number): void {
  const draft = paper.draft()
  const { rows } = deriveLedger(draft)
  if (rows.length === 0) return
  const field = at(['measure', 'timeLimit', 'leader', 'progress', 'problem'] as const, pick)
  const edited = setLedgerValue(draft, { key: at(rows, pick).key, field, value: at(['已安排。', '2024年6月底前完成\n长期坚持', '周志远', ''], pick >> 3) }, { today: '2024-05-27', newId: () => `l${pick}-${Math.random().toString(36).slice(2, 10)}` })
  if (edited.ok) paper.update(() => $applyDraft(edited.draft))
}

function act(paper: HeadlessPaper, { kind, place, pick }: { kind: (typeof kinds)[number]; place: number; pick: number }): void {
  const { editor } = paper
  const { blocks } = paper.draft()
  const texts = blocks.flatMap((block, index) => (isTextBlock(block) ? [index] : []))
  if (texts.length === 0) return
  const index = at(texts, place)
  const block = blocks[index]!
  paper.caret(index, kind === 'backspace' ? 0 : kind === 'enter' && pick % 2 === 0 ? Math.min(pick % 7, 3) : 'end')
  switch (kind) {
    case 'type': return paper.update(() => { $range().insertText(at(['改', '一是', '。', '𠮷'], pick)) })
    case 'enter': return void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
    // Without a screen only what joins blocks can be deleted: characters are the browser's.
    case 'backspace': return blocks[index - 1] === undefined || !isTextBlock(blocks[index - 1]!) ? undefined : void editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
    case 'role': return void editor.dispatchCommand(SET_ROLE_COMMAND, { role: at(roles, pick) })
    case 'list': return void editor.dispatchCommand(SET_LIST_COMMAND, { list: at([null, ...listStyles], pick) })
    case 'label': return void editor.dispatchCommand(SET_LABEL_COMMAND, { label: at(['', '整改措施：', '【责任人】：'], pick) })
    case 'run-in': return void editor.dispatchCommand(TOGGLE_RUN_IN_COMMAND, {})
    case 'move': return void editor.dispatchCommand(MOVE_COMMAND, { direction: at(['up', 'down'] as const, pick) })
    case 'level': return void editor.dispatchCommand(CHANGE_LEVEL_COMMAND, { by: at([1, -1] as const, pick) })
    case 'drag': return void editor.dispatchCommand(MOVE_BLOCKS_COMMAND, { blockIds: [block.id], before: at(blocks, pick).id })
    case 'split-item': return void editor.dispatchCommand(SPLIT_ITEM_COMMAND, {})
    case 'merge-item': return void editor.dispatchCommand(MERGE_ITEM_COMMAND, {})
    case 'part': return void editor.dispatchCommand(INSERT_PART_COMMAND, { field: at(['next', 'cause', 'timeLimit', 'office'] as const, pick) })
    case 'split-parts': return void editor.dispatchCommand(SPLIT_PARTS_COMMAND, { blockId: block.id })
    case 'join-parts': return void editor.dispatchCommand(JOIN_PARTS_COMMAND, { blockId: block.id })
    case 'style': {
      const changes = styleChanges(paper.draft())
      if (changes.length > 0) editor.dispatchCommand(APPLY_STYLE_COMMAND, at(changes, pick))
      return
    }
    case 'link': {
      const [problems, answers] = [blocks.filter((one) => one.role === 'problem'), blocks.filter((one) => one.role === 'measure' || one.role === 'cause')]
      if (problems.length > 0 && answers.length > 0) changeLinks(editor, [{ problemId: at(problems, pick).id, answerId: at(answers, place).id, on: pick % 3 !== 0 }])
      return
    }
    case 'ledger': return editLedger(paper, pick)
    case 'snippet': {
      const first = pick % blocks.length
      const snippet = selectionBlocks(blocks, { kind: 'text', first, from: 0, last: Math.min(blocks.length - 1, first + (place % 4)), to: pick % 2 === 0 ? 1_000 : 3 }, () => `s${pick}-${Math.random().toString(36).slice(2, 10)}`)
      if (snippet.length > 0) editor.dispatchCommand(INSERT_SNIPPET_COMMAND, { snippet: { id: 's', blocks: snippet }, as: pick % 5 === 0 ? 'words' : 'fitting' })
      return
    }
  }
}

const papers = readCorpora().filter((_, index) => index % 6 === 0).map(({ text }) => recognise(paragraphsFromText(text), { draftId: 'draft' }).draft)
const random = Boolean(process.env['SEED'])

it('E1 E4 G1 any sequence of any gestures keeps the draft valid, and undo goes back through each earlier draft exactly', () => {
  fc.assert(fc.property(fc.oneof({ weight: 1, arbitrary: draftArbitrary }, { weight: 1, arbitrary: fc.constantFrom(...papers) }), fc.array(step, { minLength: 1, maxLength: 10 }), (draft, steps) => {
    const paper = headlessPaper(draft)
    const history: string[] = [JSON.stringify(paper.draft())]
    for (const one of steps) {
      act(paper, one)
      paper.update(() => {})
      const now = paper.draft()
      expect(draftSchema.safeParse(now).error).toBeUndefined()
      expect(new Set(now.blocks.map((block) => block.id)).size).toBe(now.blocks.length)
      expect(() => deriveLedger(now)).not.toThrow()
      const written = JSON.stringify(now)
      if (written !== history.at(-1)) history.push(written)
    }
    for (let back = history.length - 2; back >= 0; back -= 1) {
      for (let tries = 0; tries < steps.length + 2 && JSON.stringify(paper.draft()) !== history[back]; tries += 1) paper.undo()
      expect(JSON.stringify(paper.draft())).toBe(history[back])
    }
  }), { seed: random ? Number(process.env['SEED']) : 20261121, numRuns: random ? 1500 : 250 })
}, 120_000)
