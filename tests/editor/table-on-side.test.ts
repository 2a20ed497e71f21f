/** X22: a table turned on its side in the editor. */
import { expect, it } from 'vitest'
import { SET_TABLE_ON_SIDE_COMMAND } from '../../renderer/editor/extensions/table/table-commands.ts'
import { headlessPaper } from '../support/headless-paper.ts'
import { officialDrafts } from '../support/official-drafts.ts'

const draft = officialDrafts.turned
const table = draft.blocks.find((block) => block.role === 'table')!

it('D2 X22 the editor gives the draft back with its table on its side and its parts of an official document', () => {
  for (const one of Object.values(officialDrafts)) expect(headlessPaper(one).draft()).toEqual(one)
})

it('X22 turned upright and back, a step of undo each; asked for what it is, nothing happens', () => {
  const paper = headlessPaper(draft)
  const turn = (onSide: boolean) => { paper.editor.dispatchCommand(SET_TABLE_ON_SIDE_COMMAND, { tableId: table.id, onSide }); paper.update(() => {}) }
  const onSide = () => paper.draft().blocks.find((block) => block.role === 'table')!
  turn(true)
  turn(false)
  expect(onSide()).not.toHaveProperty('landscape')
  turn(true)
  expect(paper.draft()).toEqual(draft)
  paper.undo()
  expect(onSide()).not.toHaveProperty('landscape')
  paper.undo()
  expect(paper.draft()).toEqual(draft)
})
