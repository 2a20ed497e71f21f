/** 待填项 in the editor: whole at every step, in the draft exactly as they were put. */
import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $parseSerializedNode, CONTROLLED_TEXT_INSERTION_COMMAND, DELETE_CHARACTER_COMMAND, FORMAT_TEXT_COMMAND, INSERT_PARAGRAPH_COMMAND, KEY_ARROW_LEFT_COMMAND, KEY_ARROW_RIGHT_COMMAND } from 'lexical'
import { $getLexicalContent, $insertGeneratedNodes } from '@lexical/clipboard'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftSchema, draftSchemaVersion, type Block, type Draft, type Run } from '../../shared/document/draft.ts'
import { blockText } from '../../shared/document/runs.ts'
import { maskedPlaces } from '../../shared/placeholders/convert-masked.ts'
import { openPlaceholderCount } from '../../shared/placeholders/placeholder-places.ts'
import { findHits, replaceHits } from '../../renderer/editor/find-and-replace.ts'
import { $chosenPlaceholder } from '../../renderer/editor/extensions/placeholder/around-placeholders.ts'
import { CONVERT_MASKED_COMMAND, FILL_PLACEHOLDERS_COMMAND, INSERT_PLACEHOLDER_COMMAND } from '../../renderer/editor/extensions/placeholder/placeholder-commands.ts'
import { $isPlaceholder } from '../../renderer/editor/extensions/placeholder/placeholder-node.ts'
import { $isPaperBlock } from '../../renderer/editor/extensions/block/paper-block-node.ts'
import { $range, headlessPaper, type HeadlessPaper } from '../support/headless-paper.ts'
import { placeholderDraftArbitrary } from '../support/random-placeholders.ts'

const open = (key: string, bold = false): Run => ({ text: `[${key}]`, ...(bold ? { bold: true as const } : {}), placeholder: key })
function draftOf(...blocks: (readonly Run[])[]): Draft {
  return { schemaVersion: draftSchemaVersion, id: 'd', kind: 'other', title: '', meta: {}, layout: 'gb33476', blocks: blocks.map((runs, index): Block => ({ role: 'paragraph', id: `b${index}`, runs })) }
}
const runsOf = (paper: HeadlessPaper, index = 0) => (paper.draft().blocks[index] as Extract<Block, { role: 'paragraph' }>).runs
const type = (paper: HeadlessPaper, text: string) => paper.update(() => { paper.editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, text) })
const erase = (paper: HeadlessPaper, backward: boolean) => paper.update(() => { paper.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, backward) })
const arrow = (paper: HeadlessPaper, left: boolean, shiftKey = false) => paper.update(() => {
  paper.editor.dispatchCommand(left ? KEY_ARROW_LEFT_COMMAND : KEY_ARROW_RIGHT_COMMAND, { shiftKey, ctrlKey: false, altKey: false, metaKey: false, isComposing: false, preventDefault: () => {} } as KeyboardEvent)
})
/** Offset of the caret in its block. */
const caretOf = (paper: HeadlessPaper) => paper.editor.getEditorState().read(() => {
  const { anchor } = $range()
  const node = anchor.getNode()
  if ($isElementNode(node)) return node.getChildren().slice(0, anchor.offset).reduce((sum, child) => sum + child.getTextContentSize(), 0)
  return node.getPreviousSiblings().reduce((sum, child) => sum + child.getTextContentSize(), 0) + anchor.offset
})

const paper = () => headlessPaper(draftOf([{ text: '由' }, open('书记姓名', true), { text: '负责。' }], [open('单位全称'), open('会议日期')]))

describe('a placeholder in the paper', () => {
  it('D2 Y16 comes back exactly, at every edge, whatever stands beside it', () => {
    fc.assert(fc.property(placeholderDraftArbitrary, (draft) => { expect(headlessPaper(draft).draft()).toEqual(draft) }), { seed: 16, numRuns: 400 })
  }, 60_000)

  it('Y16 one Backspace or Delete takes it away whole and nothing else; one undo brings it back', () => {
    for (const [at, backward] of [[7, true], [1, false]] as const) {
      const one = paper()
      const before = one.draft()
      one.caret(0, at)
      erase(one, backward)
      expect(runsOf(one)).toEqual([{ text: '由负责。' }])
      expect(caretOf(one)).toBe(1)
      one.undo()
      expect(one.draft()).toEqual(before)
    }
    const two = paper()
    two.caret(1, 'end')
    erase(two, true)
    erase(two, true)
    expect(runsOf(two, 1)).toEqual([])
    two.undo()
    expect(runsOf(two, 1)).toEqual([open('单位全称')])
    two.undo()
    expect(runsOf(two, 1)).toEqual([open('单位全称'), open('会议日期')])
  })

  it('Y16 what is typed at its edges stands beside it, also between two and at the ends of a block', () => {
    const texts = (at: number, block = 1) => {
      const one = paper()
      one.caret(block, at)
      type(one, '写')
      return runsOf(one, block)
    }
    expect(texts(0)).toEqual([{ text: '写' }, open('单位全称'), open('会议日期')])
    expect(texts(6)).toEqual([open('单位全称'), { text: '写' }, open('会议日期')])
    expect(texts(12)).toEqual([open('单位全称'), open('会议日期'), { text: '写' }])
    // A caret that came to stand inside goes to the nearer edge first.
    expect(texts(2)).toEqual([{ text: '写' }, open('单位全称'), open('会议日期')])
    expect(texts(5)).toEqual([open('单位全称'), { text: '写' }, open('会议日期')])
    expect(texts(1, 0).map(({ text }) => text).join('')).toBe('由写[书记姓名]负责。')
  })

  it('Y16 Enter never cuts it', () => {
    for (const [at, lines] of [[0, ['', '[单位全称][会议日期]']], [2, ['', '[单位全称][会议日期]']], [5, ['[单位全称]', '[会议日期]']], [6, ['[单位全称]', '[会议日期]']], [12, ['[单位全称][会议日期]', '']]] as const) {
      const one = paper()
      one.caret(1, at)
      one.update(() => { one.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined) })
      expect(one.draft().blocks.slice(1).map(blockText)).toEqual(lines)
      expect(openPlaceholderCount(one.draft())).toBe(3)
    }
  })

  it('Y16 arrows go around it, and with Shift over it; chosen, what is typed takes its place', () => {
    const one = paper()
    one.caret(0, 1)
    arrow(one, false)
    expect(caretOf(one)).toBe(7)
    arrow(one, true)
    expect(caretOf(one)).toBe(1)
    arrow(one, false, true)
    expect(one.editor.getEditorState().read(() => $chosenPlaceholder()?.getPlaceholderKey())).toBe('书记姓名')
    type(one, '甲某')
    expect(runsOf(one).map(({ text }) => text).join('')).toBe('由甲某负责。')
    expect(runsOf(one).some((run) => run.placeholder !== undefined)).toBe(false)
    one.undo()
    expect(runsOf(one)[1]).toEqual(open('书记姓名', true))
  })

  it('Y16 bold and underlined as a whole, however much of it was selected', () => {
    const one = paper()
    one.update(() => {
      const block = $getRoot().getLastChild()
      if (!$isPaperBlock(block)) throw new Error('no block')
      const [first] = block.getAllTextNodes()
      first!.select(2, 4)
    })
    one.update(() => { one.editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold') })
    expect(runsOf(one, 1)).toEqual([open('单位全称', true), open('会议日期')])
  })

  it('Y16 find and replace never change a part of it; the whole of it they do', () => {
    const one = headlessPaper(draftOf([{ text: '单位与' }, open('单位全称'), { text: '，单位' }]))
    expect(findHits(one.editor, '单位').map(({ from }) => from)).toEqual([0, 10])
    expect(findHits(one.editor, '与[单').length).toBe(0)
    replaceHits(one.editor, findHits(one.editor, '单位'), '机关')
    expect(runsOf(one)).toEqual([{ text: '机关与' }, open('单位全称'), { text: '，机关' }])
    replaceHits(one.editor, findHits(one.editor, '与[单位全称]，'), '、')
    expect(runsOf(one)).toEqual([{ text: '机关、机关' }])
  })

  it('Y29 copied and pasted it stays one, also when only a part of it was selected; in a cell it is text', () => {
    const one = paper()
    const copied = (from: number, to: number): string => {
      let json: string | null = null
      one.update(() => {
        const block = $getRoot().getFirstChild()
        if (!$isPaperBlock(block)) throw new Error('no block')
        const at = (offset: number) => { let rest = offset; for (const node of block.getAllTextNodes()) { if (rest <= node.getTextContentSize()) return [node.getKey(), rest] as const; rest -= node.getTextContentSize() } throw new Error('no place') }
        const selection = block.select()
        selection.anchor.set(...at(from), 'text')
        selection.focus.set(...at(to), 'text')
        json = $getLexicalContent(one.editor)
      })
      return json!
    }
    for (const [from, to] of [[0, 10], [3, 5]] as const) {
      const json = JSON.parse(copied(from, to)) as { nodes: Parameters<typeof $parseSerializedNode>[0][] }
      const two = headlessPaper(draftOf([{ text: '前后' }]))
      two.caret(0, 1)
      two.update(() => $insertGeneratedNodes(two.editor, json.nodes.map((node) => $parseSerializedNode(node)), $range()))
      expect(runsOf(two).find((run) => run.placeholder !== undefined)).toEqual(open('书记姓名', true))
      expect(openPlaceholderCount(two.draft())).toBe(1)
    }
    const table = headlessPaper({ ...draftOf([]), blocks: [{ role: 'table', id: 't', columns: ['problem'], headerRows: 0, rows: [['甲']] }] })
    table.update(() => { $getRoot().selectStart() })
    table.editor.dispatchCommand(INSERT_PLACEHOLDER_COMMAND, { key: '单位全称' })
    table.update(() => {})
    expect(table.draft().blocks).toEqual([{ role: 'table', id: 't', columns: ['problem'], headerRows: 0, rows: [['[单位全称]甲']] }])
    expect(openPlaceholderCount(table.draft())).toBe(1)
  })

  it('Y18 is put in where the caret stands, in the place of what is selected; a key of no right shape is not', () => {
    const one = headlessPaper(draftOf([{ text: '报审阅' }]))
    one.caret(0, 1)
    one.editor.dispatchCommand(INSERT_PLACEHOLDER_COMMAND, { key: '主送机关' })
    one.update(() => {})
    expect(runsOf(one)).toEqual([{ text: '报' }, open('主送机关'), { text: '审阅' }])
    expect(caretOf(one)).toBe(7)
    type(one, '，')
    one.editor.dispatchCommand(INSERT_PLACEHOLDER_COMMAND, { key: '3]号' })
    one.update(() => {})
    expect(blockText(one.draft().blocks[0]!)).toBe('报[主送机关]，审阅')
    one.undo()
    one.undo()
    expect(runsOf(one)).toEqual([{ text: '报审阅' }])
  })

  it('Y19 filling is one step of undo over blocks, title and cells', () => {
    const draft: Draft = { ...draftOf([{ text: '由' }, open('书记姓名', true), { text: '负责。' }], [open('书记姓名')]), title: '[书记姓名]方案' }
    const whole: Draft = { ...draft, blocks: [{ role: 'title', id: 't', runs: [open('书记姓名'), { text: '方案' }] }, ...draft.blocks, { role: 'table', id: 'c', columns: ['problem', 'measure'], headerRows: 0, rows: [['[书记姓名]', '乙']] }] }
    const one = headlessPaper(whole)
    one.caret(1, 1)
    one.editor.dispatchCommand(FILL_PLACEHOLDERS_COMMAND, new Map([['书记姓名', '甲某']]))
    one.update(() => {})
    expect(one.draft().blocks.map(blockText)).toEqual(['甲某方案', '由甲某负责。', '甲某', '甲某\t乙'])
    expect(one.draft().title).toBe('甲某方案')
    expect(runsOf(one, 1)[1]).toEqual({ text: '甲某', bold: true })
    one.undo()
    expect(one.draft()).toEqual(whole)
    one.redo()
    expect(openPlaceholderCount(one.draft())).toBe(0)
  })

  it('Y22 masked text becomes placeholders as one step of undo; what changed meanwhile is left alone', () => {
    const draft: Draft = { ...draftOf([{ text: 'A总书记要求，' }, { text: '××局', bold: true }, { text: '于X月X日部署。' }]), blocks: [...draftOf([{ text: 'A总书记要求，' }, { text: '××局', bold: true }, { text: '于X月X日部署。' }]).blocks, { role: 'table', id: 'c', columns: ['problem'], headerRows: 0, rows: [['问题由××委员会提出']] }] }
    const one = headlessPaper(draft)
    const places = maskedPlaces(one.draft())
    expect(places.map(({ key, text }) => [key, text])).toEqual([['领导人姓名', 'A'], ['单位简称', '××局'], ['日期', 'X月X日'], ['单位简称', '××委员会']])
    one.editor.dispatchCommand(CONVERT_MASKED_COMMAND, places)
    one.update(() => {})
    expect(runsOf(one)).toEqual([open('领导人姓名'), { text: '总书记要求，' }, open('单位简称', true), { text: '于' }, open('日期'), { text: '部署。' }])
    expect(blockText(one.draft().blocks[1]!)).toBe('问题由[单位简称]提出')
    expect(maskedPlaces(one.draft())).toEqual([])
    one.undo()
    expect(one.draft()).toEqual(draft)
    one.editor.dispatchCommand(CONVERT_MASKED_COMMAND, places.map((place) => ({ ...place, from: place.from + 1, to: place.to + 1 })))
    one.update(() => {})
    expect(one.draft()).toEqual(draft)
  })
})

const gestureArbitrary = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), text: fc.constantFrom('字', '改写', '[', ']', 'A') }),
  fc.record({ kind: fc.constant('erase' as const), backward: fc.boolean() }),
  fc.record({ kind: fc.constant('insert' as const), key: fc.constantFrom('单位全称', '责任人2') }),
  fc.record({ kind: fc.constant('enter' as const) }),
  fc.record({ kind: fc.constant('bold' as const), length: fc.nat(9) }),
  fc.record({ kind: fc.constant('fill' as const), key: fc.constantFrom('单位全称', '书记姓名', '年份'), value: fc.constantFrom('青禾县水务局', '甲') }),
  fc.record({ kind: fc.constant('mask' as const) }),
  fc.record({ kind: fc.constant('overwrite' as const), length: fc.nat(12) }),
)

describe('any sequence of edits around placeholders', () => {
  it('Y16 keeps the draft valid and every placeholder whole, and undo goes back exactly, step by step', () => {
    fc.assert(fc.property(placeholderDraftArbitrary, fc.array(fc.tuple(fc.nat(40), fc.nat(30), gestureArbitrary), { maxLength: 10 }), (draft, steps) => {
      const paper = headlessPaper(draft)
      const history: Draft[] = [paper.draft()]
      for (const [place, offset, one] of steps) {
        const now = paper.draft().blocks
        const index = place % now.length
        const block = now[index]!
        if (block.role === 'table') continue
        const length = blockText(block).length
        paper.caret(index, offset % (length + 1))
        const extend = (by: number) => paper.update(() => {
          const selection = $getSelection()
          if (!$isRangeSelection(selection) || selection.anchor.type !== 'text') return
          selection.focus.set(selection.anchor.key, Math.min(selection.anchor.getNode().getTextContentSize(), selection.anchor.offset + by), 'text')
        })
        if (one.kind === 'type') type(paper, one.text)
        // The end of a deletion inside a text is the browser's to tell; without one only those beside placeholders are tried.
        else if (one.kind === 'erase') eraseBeside(paper, one.backward)
        else if (one.kind === 'insert') { paper.editor.dispatchCommand(INSERT_PLACEHOLDER_COMMAND, { key: one.key }); paper.update(() => {}) }
        else if (one.kind === 'enter') paper.update(() => { paper.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined) })
        else if (one.kind === 'bold') { extend(one.length); paper.update(() => { paper.editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold') }) }
        else if (one.kind === 'fill') { paper.editor.dispatchCommand(FILL_PLACEHOLDERS_COMMAND, new Map([[one.key, one.value]])); paper.update(() => {}) }
        else if (one.kind === 'mask') { paper.editor.dispatchCommand(CONVERT_MASKED_COMMAND, maskedPlaces(paper.draft()).slice(0, 2)); paper.update(() => {}) }
        else { extend(one.length); type(paper, '换') }
        const after = paper.draft()
        expect(draftSchema.safeParse(after).error).toBeUndefined()
        const known = new Set(history.flatMap(({ blocks }) => blocks).flatMap((each) => (each.role === 'table' ? [] : each.runs.flatMap((run) => (run.placeholder === undefined ? [] : [run.text])))))
        for (const each of after.blocks) if (each.role !== 'table') for (const run of each.runs) if (run.placeholder !== undefined && !known.has(run.text)) expect(run.text).toBe(`[${run.placeholder}]`)
        if (JSON.stringify(after) !== JSON.stringify(history.at(-1))) history.push(after)
      }
      for (let at = history.length - 2; at >= 0; at -= 1) {
        for (let tries = 0; tries < steps.length * 3 + 2 && JSON.stringify(paper.draft()) !== JSON.stringify(history[at]); tries += 1) paper.undo()
        expect(paper.draft()).toEqual(history[at])
      }
    }), { seed: 29, numRuns: 150 })
  }, 120_000)
})

/** One Backspace or Delete where a placeholder stands beside the caret. */
function eraseBeside(paper: HeadlessPaper, backward: boolean): void {
  const beside = paper.editor.getEditorState().read(() => {
    const selection = $range()
    const node = selection.anchor.getNode()
    const { offset } = selection.anchor
    if ($isPlaceholder(node)) return backward ? offset > 0 : offset < node.getTextContentSize()
    if ($isElementNode(node)) return false
    return backward ? offset === 0 && $isPlaceholder(node.getPreviousSibling()) : offset === node.getTextContentSize() && $isPlaceholder(node.getNextSibling())
  })
  if (beside) erase(paper, backward)
}
