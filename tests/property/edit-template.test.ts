/** M12: whatever is edited in a template, it stays a template: what is said of blocks is said of blocks there are. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../shared/document/draft.ts'
import { draftSchema } from '../../shared/document/draft.ts'
import { checkTemplate } from '../../shared/paper-templates/check-template.ts'
import { addBlock, aspectBlocks, changeBlock, limited, moveBlock, removeBlock, runsOfText, setColumns, setHint, setPerAspect, setRequired, setRowCount, setText } from '../../shared/paper-templates/edit-template.ts'
import { paperTemplateSchema, type PaperTemplate } from '../../shared/paper-templates/paper-template.ts'
import { runsText } from '../../shared/document/runs.ts'
import { draftOf, surroundings, templateOfId, templates } from '../support/shipped-templates.ts'

type Edit = (template: PaperTemplate, at: number, serial: number) => PaperTemplate
const idAt = ({ blocks }: PaperTemplate, at: number) => blocks[at % blocks.length]!.id
const edits: readonly Edit[] = [
  (template, at) => removeBlock(template, idAt(template, at)),
  (template, at) => moveBlock(template, idAt(template, at), 1),
  (template, at) => moveBlock(template, idAt(template, at), -1),
  (template, at, serial) => addBlock(template, idAt(template, at), { role: 'problem', id: `new${serial}`, runs: [] }, '2023-six'),
  (template, at) => setPerAspect(template, idAt(template, at), at % 2 === 0, '2023-six'),
  (template, at) => setText(template, idAt(template, at), '[单位全称]的[事]\n与[别的'),
  (template, at) => setHint(template, idAt(template, at), at % 3 === 0 ? '' : '写\n什么'),
  (template, at) => changeBlock(template, idAt(template, at), (block) => (block.role === 'table' ? block : { role: 'paragraph', id: block.id, runs: block.runs })),
]

describe('M12 edits of a template', () => {
  it('leave no reference to what is gone, and a template drafts can be begun from', () => {
    fc.assert(fc.property(fc.constantFrom(...templates), fc.array(fc.tuple(fc.nat(edits.length - 1), fc.nat(60)), { maxLength: 25 }), (start, steps) => {
      let template = start
      steps.forEach(([which, at], serial) => { template = edits[which]!(template, at, serial) })
      expect(paperTemplateSchema.safeParse(template).error).toBeUndefined()
      const broken = checkTemplate(template, surroundings).filter(({ severity }) => severity === 'error').map(({ message }) => message)
      // A problem made a paragraph leaves a measure without its problem: that the writer is told.
      expect(broken.filter((message) => !message.includes('对应的问题') && !message.includes('标题是空的'))).toEqual([])
      expect(draftSchema.safeParse(draftOf(template)).error).toBeUndefined()
    }), { seed: 31, numRuns: 400 })
  })
  it('moves take a block out of what is repeated, or into it, and back', () => {
    const template = templateOfId('individual-plan')
    const members = [...aspectBlocks(template)]
    const out = moveBlock(template, members.at(-1)!, 1)
    expect([...aspectBlocks(out)]).toEqual(members.slice(0, -1))
    const outside = template.blocks[template.blocks.findIndex(({ id }) => id === members[0]) - 1]!.id
    expect([...aspectBlocks(moveBlock(template, outside, 1))]).toEqual([members[0], outside, ...members.slice(1)])
    const one: PaperTemplate = { ...template, aspects: { set: '2023-six', runs: [{ first: members[0]!, last: members[0]! }] } }
    expect([...aspectBlocks(moveBlock(one, members[0]!, 1))]).toEqual([members[0]])
  })
  it('a part that is no heading any more is neither required nor limited', () => {
    const template = templateOfId('team-plan')
    const id = template.required[0]!
    const after = changeBlock(template, id, (block) => ({ role: 'paragraph', id, runs: block.role === 'table' ? [] : block.runs }))
    expect(after.required).not.toContain(id)
    expect(Object.keys(after.limits!.parts!)).not.toContain(id)
    expect(setRequired(setRequired(template, id, false), id, true).required).toEqual(template.required)
    expect(limited(template, 'whole', undefined).limits?.whole).toBeUndefined()
  })
  it('[待填项] in text are placeholders, everything else is text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(runsText(runsOfText(text))).toBe(text.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]+/gu, ' ').toWellFormed())
    }), { seed: 32 })
    expect(runsOfText('由[责任人2]和[3]办')).toEqual([{ text: '由' }, { text: '[责任人2]', placeholder: '责任人2' }, { text: '和[3]办' }])
  })
  it('tables keep what their columns hold', () => {
    const table = templateOfId('ledger-task').blocks.find((block): block is Extract<Block, { role: 'table' }> => block.role === 'table')!
    const columns = table.columns.map((role, keep) => ({ role, keep, title: table.rows[0]![keep]! }))
    expect(setColumns(table, columns)).toEqual(table)
    const fewer = setColumns(table, [columns[1]!, { role: 'other', title: '备注', keep: -1 }, columns[0]!])
    expect(fewer.rows).toEqual([['问题', '备注', '序号'], ['', '', '1'], ['', '', '2'], ['', '', '3']])
    expect(setRowCount(fewer, 1).rows).toEqual([['问题', '备注', '序号'], ['', '', '1']])
    expect(setRowCount(table, 5).rows.map((row) => row[0])).toEqual(['序号', '1', '2', '3', '4', '5'])
  })
})
