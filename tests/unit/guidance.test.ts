/** M14, M15: guidance beside the paper and the parts it must have. */
import { $getRoot } from 'lexical'
import { describe, expect, it } from 'vitest'
import { requiredGaps } from '../../shared/document/required-parts.ts'
import type { Block, Draft } from '../../shared/document/draft.ts'
import { hintRooms } from '../../renderer/features/editing/guidance/hint-rooms.ts'
import { draftOf, templateOfId, templates } from '../support/shipped-templates.ts'
import { headlessPaper } from '../support/headless-paper.ts'
import { MOVE_BLOCKS_COMMAND } from '../../renderer/editor/extensions/block/move-commands.ts'

const states = (draft: Pick<Draft, 'blocks' | 'guide'>) => requiredGaps(draft).map(({ heading, state }) => [heading, state])
const write = (draft: Draft, id: string, text: string): Draft => ({ ...draft, blocks: draft.blocks.map((block) => (block.id === id && block.role !== 'table' ? { ...block, runs: text === '' ? [] : [{ text }] } as Block : block)) })

describe('M15 parts the paper must have', () => {
  it('are all unwritten in a new draft, whatever introductions and closing lines stand there', () => {
    for (const template of templates) expect(states(draftOf(template)).map(([, state]) => state), template.id).toEqual(template.required.filter((id) => {
      const block = template.blocks.find((one) => one.id === id)!
      return block.role !== 'table'
    }).map(() => 'empty'))
  })
  it('are written once something stands below; placeholders and introductions are nothing', () => {
    const draft = draftOf(templateOfId('team-plan'))
    const [first] = requiredGaps(draft)
    const body = draft.blocks[draft.blocks.findIndex(({ id }) => id === first!.blockId) + 1]!.id
    expect(states(write(draft, body, '坚持问题导向。')).map(([heading]) => heading)).toEqual(['整改目标', '整改任务和措施', '工作保障'])
    expect(states(write(draft, body, '要求如下：')).length).toBe(4)
    const open = { ...draft, blocks: draft.blocks.map((block) => (block.id === body && block.role !== 'table' ? { ...block, runs: [{ text: '[单位全称]', placeholder: '单位全称' }] } as Block : block)) }
    expect(states(open).length).toBe(4)
  })
  it('that are gone are told by the template’s words; one written again is there', () => {
    const draft = draftOf(templateOfId('team-plan'))
    const { blockId } = requiredGaps(draft)[0]!
    const without = { ...draft, blocks: draft.blocks.filter(({ id }) => id !== blockId) }
    expect(requiredGaps(without)[0]).toEqual({ heading: '总体要求', state: 'gone' })
    const again: Draft = { ...without, blocks: [...without.blocks, { role: 'heading1', id: 'again', runs: [{ text: '总体 要求' }] }, { role: 'paragraph', id: 'p', runs: [{ text: '写了。' }] }] }
    expect(states(again).map(([heading]) => heading)).not.toContain('总体要求')
    expect(requiredGaps({ blocks: draft.blocks })).toEqual([])
  })
})

describe('M14 guidance', () => {
  it('says once in full what it says for each aspect, and a line of it after that', () => {
    const hint = (block: string, name: string) => ({ block, text: `写${name}方面的问题，先用一句话点题，再写具体表现，事例用“比如”引出，不写空话套话。` })
    expect(hintRooms([hint('a', '学习'), hint('b', '作风'), { block: 'c', text: '短。' }]).map(({ lines, whole }) => [lines, whole])).toEqual([[2, true], [1, false], [1, true]])
    expect(hintRooms([{ block: 'a', text: '长'.repeat(500) }])[0]).toMatchObject({ lines: 4, whole: false })
  })
  it('hangs on blocks: moves, typing and undo leave it as it is', () => {
    const draft = draftOf(templateOfId('team-plan'))
    const paper = headlessPaper(draft)
    const { guide } = draft
    const problem = draft.blocks.find(({ role }) => role === 'problem')!.id
    paper.editor.dispatchCommand(MOVE_BLOCKS_COMMAND, { blockIds: [problem], before: null })
    paper.update(() => { $getRoot().getLastChild()?.remove() })
    expect(paper.draft().blocks.length).toBe(draft.blocks.length - 1)
    expect(paper.draft().guide).toEqual(guide)
    paper.undo()
    expect(paper.draft().guide).toEqual(guide)
  })
})
