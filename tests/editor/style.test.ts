/** E15: a change of style in the editor is the pure change, keeps the caret, and is one step of undo. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyStyle, readDraftStyle, type StyleChange } from '../../shared/document/draft-style.ts'
import { isTextBlock } from '../../shared/document/runs.ts'
import { APPLY_STYLE_COMMAND } from '../../renderer/editor/extensions/style/style-command.ts'
import { $range, headlessPaper } from '../support/headless-paper.ts'
import { draftArbitrary } from '../support/random-draft.ts'

/** Every change the panel would offer for the draft. */
function offered(draft: Parameters<typeof readDraftStyle>[0]): StyleChange[] {
  const style = readDraftStyle(draft)
  return [
    ...style.labels.flatMap(({ role }) => (['bracketed', 'plain', 'none'] as const).map((choice): StyleChange => ({ kind: 'label', role, choice }))),
    ...style.placements.flatMap(({ subject, choices }) => choices.map((placement): StyleChange => ({ kind: 'placement', subject, placement }))),
    ...style.lists.flatMap(({ key, choices }) => choices.map((choice): StyleChange => ({ kind: 'list', level: key, choice }))),
  ]
}

it('E4 E15 the editor shows what the pure change gives, with the caret where it was, undone and redone as one', () => {
  fc.assert(fc.property(draftArbitrary, fc.nat(), fc.nat(), (draft, pick, place) => {
    const changes = offered(draft.blocks)
    fc.pre(changes.length > 0)
    const change = changes[pick % changes.length]!
    const paper = headlessPaper(draft)
    const texts = draft.blocks.flatMap((block, index) => (isTextBlock(block) ? [index] : []))
    paper.caret(texts[place % texts.length]!, 'end')
    const before = paper.draft()
    const caret = paper.editor.getEditorState().read(() => [$range().anchor.key, $range().anchor.offset])
    const wanted = applyStyle(before.blocks, change).blocks
    paper.editor.dispatchCommand(APPLY_STYLE_COMMAND, change)
    paper.update(() => {})
    expect(paper.draft().blocks).toEqual(wanted)
    expect(paper.editor.getEditorState().read(() => [$range().anchor.key, $range().anchor.offset])).toEqual(caret)
    if (wanted === before.blocks) return
    const after = paper.draft()
    paper.undo()
    expect(paper.draft()).toEqual(before)
    paper.redo()
    expect(paper.draft()).toEqual(after)
  }), { seed: 15, numRuns: 250 })
}, 60_000)
