import fc from 'fast-check'
import { $getRoot, CLEAR_HISTORY_COMMAND, HISTORY_MERGE_TAG } from 'lexical'
import { describe, expect, it } from 'vitest'
import { $applyDraft } from '../../renderer/editor/apply-draft.ts'
import { registerReadOnly } from '../../renderer/editor/extensions/read-only/register-read-only.ts'
import { SET_ROLE_COMMAND } from '../../renderer/editor/extensions/block/block-commands.ts'
import { MOVE_COMMAND } from '../../renderer/editor/extensions/block/move-commands.ts'
import { draftSchemaVersion, type Draft } from '../../shared/document/draft.ts'
import { headlessPaper } from '../support/headless-paper.ts'
import { draftArbitrary } from '../support/random-draft.ts'

describe('D2 E23 another state of the paper', () => {
  it('D2 E23 for any two drafts the editor then holds the second', () => {
    fc.assert(fc.property(draftArbitrary, draftArbitrary, (before, after) => {
      const paper = headlessPaper(before)
      paper.update(() => $applyDraft(after))
      expect(paper.draft()).toEqual(after)
    }), { seed: 23, numRuns: 200 })
  })

  it('D2 E23 for any part taken out of a draft and put back', () => {
    fc.assert(fc.property(draftArbitrary, fc.nat(), fc.nat(), (draft, from, count) => {
      const start = from % draft.blocks.length
      const rest = draft.blocks.toSpliced(start, 1 + (count % 3))
      // The first block is never run in; the others stand as they stood.
      const shorter: Draft = { ...draft, blocks: rest.length === 0 ? [{ role: 'paragraph', id: 'x', runs: [] }] : rest }
      const whole = headlessPaper(shorter).draft()
      const paper = headlessPaper(draft)
      paper.update(() => $applyDraft(whole))
      expect(paper.draft()).toEqual(whole)
      paper.update(() => $applyDraft(draft))
      expect(paper.draft()).toEqual(draft)
    }), { seed: 24, numRuns: 200 })
  })

  it('E23 keeps the nodes of what has not changed', () => {
    const block = (id: string, text: string) => ({ role: 'paragraph' as const, id, runs: [{ text }] })
    const draft: Draft = { schemaVersion: draftSchemaVersion, id: 'd', kind: 'other', title: '', meta: {}, layout: 'gb33476', blocks: [block('a', '甲'), block('b', '乙'), block('c', '丙')] }
    const paper = headlessPaper(draft)
    const keys = () => paper.editor.getEditorState().read(() => $getRoot().getChildrenKeys())
    const before = keys()
    paper.update(() => $applyDraft({ ...draft, blocks: [block('a', '甲'), block('b', '乙改'), block('n', '新'), block('c', '丙')] }))
    const after = keys()
    expect([after[0], after[3]]).toEqual([before[0], before[2]])
    expect(after).toHaveLength(4)
  })

  it('E23 as seen in a window that only looks on is no step of undo', () => {
    const draft: Draft = { schemaVersion: draftSchemaVersion, id: 'd', kind: 'other', title: '', meta: {}, layout: 'gb33476', blocks: [{ role: 'paragraph', id: 'a', runs: [{ text: '甲' }] }] }
    const paper = headlessPaper(draft)
    paper.caret(0, 'end')
    paper.update(() => $getRoot().getFirstChild()?.remove())
    paper.editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
    const theirs: Draft = { ...draft, blocks: [{ role: 'paragraph', id: 'b', runs: [{ text: '对方的' }] }] }
    paper.editor.update(() => $applyDraft(theirs), { discrete: true, tag: ['reload', HISTORY_MERGE_TAG] })
    paper.undo()
    expect(paper.draft()).toEqual(theirs)
    paper.update(() => $applyDraft(draft))
    paper.undo()
    expect(paper.draft()).toEqual(theirs)
  })

  it('E23 a paper that may only be read takes no commands', () => {
    const draft: Draft = { schemaVersion: draftSchemaVersion, id: 'd', kind: 'other', title: '', meta: {}, layout: 'gb33476', blocks: [{ role: 'paragraph', id: 'a', runs: [{ text: '甲' }] }, { role: 'paragraph', id: 'b', runs: [{ text: '乙' }] }] }
    const paper = headlessPaper(draft)
    registerReadOnly(paper.editor)
    paper.caret(1, 0)
    paper.editor.setEditable(false)
    paper.editor.dispatchCommand(SET_ROLE_COMMAND, { role: 'problem' })
    paper.editor.dispatchCommand(MOVE_COMMAND, { direction: 'up' })
    paper.update(() => {})
    paper.undo()
    expect(paper.draft()).toEqual(draft)
    paper.editor.setEditable(true)
    paper.editor.dispatchCommand(MOVE_COMMAND, { direction: 'up' })
    paper.update(() => {})
    expect(paper.draft().blocks.map((block) => block.id)).toEqual(['b', 'a'])
  })
})
