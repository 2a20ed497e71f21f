/** E15–E17: the style of whole papers, on invented papers as they come in. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block, Draft } from '../../shared/document/draft.ts'
import { applyStyle, previewStyle, readDraftStyle, type StyleChange } from '../../shared/document/draft-style.ts'
import { printLines } from '../../shared/document/print-text.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { paragraphsFromText } from '../../shared/recognition/source.ts'
import { projectFolder } from '../support/test-backend.ts'

const read = (text: string): Draft => recognise(paragraphsFromText(text), { draftId: 'd' }).draft
const example = (name: string) => read(readFileSync(join(projectFolder, 'resources/examples', `${name}.txt`), 'utf8'))
const after = (draft: Pick<Draft, 'blocks'>, ...changes: StyleChange[]): readonly Block[] => changes.reduce<readonly Block[]>((blocks, change) => applyStyle(blocks, change).blocks, draft.blocks)
const lines = (draft: Pick<Draft, 'blocks'>, ...changes: StyleChange[]) => printLines(after(draft, ...changes))

const plan = read(`某县水务局党组整改方案
一、整改措施
（一）理论学习方面
一是学习不系统。学得零散。
整改措施：一是定计划。二是抓落实。
整改时限：11月底前完成。
责任领导：甲某。责任科室：办公室。
二是联系实际不紧。用得少。
整改措施：每季度交流一次。
整改时限：长期坚持。
责任领导：乙某。责任科室：规划科。
（二）工作作风方面
1.调研不深。走得少。
具体举措：一是多下基层。二是建台账。
整改时限：12月底前完成。
责任领导：丙某。责任科室：办公室。`)

describe('E15 labels', () => {
  it('E15 changes the dress, never the word', () => {
    const dressed = lines(plan, { kind: 'label', role: 'measure', choice: 'bracketed' })
    expect(dressed).toEqual(printLines(plan.blocks).map((line) => line.replace(/^(整改措施|具体举措)：/u, '【$1】：')))
    expect(lines({ blocks: after(plan, { kind: 'label', role: 'measure', choice: 'bracketed' }) }, { kind: 'label', role: 'measure', choice: 'plain' })).toEqual(printLines(plan.blocks))
  })
  it('E15 puts the paper’s word, or the usual one, before runs that have none, and keeps their numbers', () => {
    const found = lines(plan, { kind: 'label', role: 'problem', choice: 'bracketed' }).filter((line) => line.includes('【整改问题】'))
    expect(found).toEqual(['【整改问题】：一是学习不系统。学得零散。', '【整改问题】：二是联系实际不紧。用得少。', '【整改问题】：1.调研不深。走得少。'])
  })
  it('E15 without labels, numbers stay what they were, and back again leaves no trace', () => {
    const bare = after(plan, { kind: 'label', role: 'measure', choice: 'none' })
    expect(printLines(bare)).toEqual(printLines(plan.blocks).map((line) => line.replace(/^(整改措施|具体举措)：/u, '')))
    expect(bare.some((block) => 'start' in block)).toBe(true)
    // 具体举措 is gone with its label: the paper's word takes its place. Of the starts nothing is left.
    expect(lines({ blocks: bare }, { kind: 'label', role: 'measure', choice: 'plain' })).toEqual(printLines(plan.blocks).map((line) => line.replace('具体举措', '整改措施')))
    expect(after({ blocks: bare }, { kind: 'label', role: 'measure', choice: 'plain' }).some((block) => 'start' in block)).toBe(false)
  })
  it('E15 a label that alone says who is responsible stays, and is told of', () => {
    const { blocks, changed, notes } = applyStyle(plan.blocks, { kind: 'label', role: 'responsible', choice: 'none' })
    expect([blocks, changed, notes.kinds]).toEqual([plan.blocks, 0, ['责任领导', '责任科室']])
    const generic = read('某县水务局党组整改方案\n一、整改措施\n一是学习不系统。\n整改措施：每周学习。\n责任人：甲某。\n整改时限：11月底前。')
    expect(lines(generic, { kind: 'label', role: 'responsible', choice: 'none' })).toContain('甲某。')
  })
  it('E15 问题1： keeps its number in the label; an open bracket keeps its form; both are told of', () => {
    const numbered = read('某局整改清单\n一、问题清单\n问题1：学习不够。\n问题2：作风不实。')
    expect(numbered.blocks.filter((block) => block.role === 'problem').map((block) => 'list' in block && block.list)).toEqual(['1：', '1：'])
    const styled = applyStyle(numbered.blocks, { kind: 'label', role: 'problem', choice: 'none' })
    expect([styled.changed, styled.notes.numbered]).toEqual([0, 2])
    const enclosed = read('某局整改方案\n一、整改措施\n一是学习不够。\n整改措施：每周学习（责任人：甲某；整改时限：11月底前）。')
    expect(applyStyle(enclosed.blocks, { kind: 'label', role: 'responsible', choice: 'bracketed' }).notes.fixed).toBe(1)
  })
})

describe('E16 paragraphs', () => {
  it('E16 runs problems and measures in, and sets each in a paragraph', () => {
    const individual = example('individual-plan')
    const apart = after(individual, { kind: 'placement', subject: 'problem', placement: 'paragraph' })
    expect(printLines(apart).length).toBe(printLines(individual.blocks).length + 6)
    expect(after({ blocks: apart }, { kind: 'placement', subject: 'problem', placement: 'run-in' })).toEqual(individual.blocks)
  })
  it('E16 limits and responsible people go behind the measure, or together, or each by itself', () => {
    const runIn = lines(plan, { kind: 'placement', subject: 'timeLimit', placement: 'run-in' }, { kind: 'placement', subject: 'responsible', placement: 'run-in' })
    expect(runIn.some((line) => line.endsWith('整改措施：每季度交流一次。整改时限：长期坚持。责任领导：乙某。责任科室：规划科。'))).toBe(true)
    expect(lines(plan, { kind: 'placement', subject: 'responsible', placement: 'together' })).toContain('责任领导：甲某。责任科室：办公室。')
    expect(lines(plan, { kind: 'placement', subject: 'responsible', placement: 'paragraph' })).toEqual(expect.arrayContaining(['责任领导：甲某。', '责任科室：办公室。']))
  })
  it('E16 headings run on into their text, and say where a mark is missing', () => {
    const styled = applyStyle(plan.blocks, { kind: 'placement', subject: 'heading2/record', placement: 'run-in' })
    expect(printLines(styled.blocks)).toContain('（一）理论学习方面一是学习不系统。学得零散。')
    expect(styled.notes.openHeadings).toBe(2)
    expect(lines({ blocks: styled.blocks }, { kind: 'placement', subject: 'heading2/record', placement: 'paragraph' })).toEqual(printLines(plan.blocks))
  })
})

describe('E17 list styles', () => {
  const style = readDraftStyle(plan.blocks)
  it('E17 tells a mixture by its counts and evens it out', () => {
    const problems = style.lists.find((one) => one.level.role === 'problem')!
    expect([...problems.looks]).toEqual([['一是', 2], ['1.', 1]])
    const evened = after(plan, { kind: 'list', level: problems.key, choice: '1.' })
    expect(printLines(evened).filter((line) => /^\d\./.test(line))).toEqual(['1.学习不系统。学得零散。', '2.联系实际不紧。用得少。', '1.调研不深。走得少。'])
    expect([...readDraftStyle(evened).lists.find((one) => one.level.role === 'problem')!.looks]).toEqual([['1.', 3]])
  })
  it('E17 a single measure needs no number and does not make a mixture', () => {
    const measures = style.lists.find((one) => one.level.role === 'measure')!
    expect([...measures.looks]).toEqual([['一是', 4]])
    expect(lines(plan, { kind: 'list', level: measures.key, choice: '（1）' })).toContain('整改措施：每季度交流一次。')
  })
  it('E17 offers no style that the headings above already use', () => {
    expect(style.lists.find((one) => one.level.role === 'problem')!.choices).not.toContain('（一）')
    expect(style.lists.find((one) => one.level.role === 'heading2')!.choices).not.toContain('一、')
  })
  it('E17 问题1： is a number with a word: every entry gets the word, and loses it with the number', () => {
    const problems = style.lists.find((one) => one.level.role === 'problem')!
    const numbered = lines(plan, { kind: 'list', level: problems.key, choice: '1：' })
    expect(numbered).toEqual(expect.arrayContaining(['问题1：学习不系统。学得零散。', '问题2：联系实际不紧。用得少。']))
    expect(lines(plan, { kind: 'list', level: problems.key, choice: '1：' }, { kind: 'list', level: problems.key, choice: '一是' })).toContain('二是联系实际不紧。用得少。')
  })
  it('E17 lists inside entries are a level of their own', () => {
    const nested = read('某局发言提纲\n一、整改措施\n（一）学习方面\n1.加强学习。要做到：一是读原著。二是写心得。\n2.联系实际。要做到：一是多调研。二是办实事。')
    const levels = readDraftStyle(nested.blocks).lists.filter((one) => one.level.role === 'measure')
    expect(levels.map((one) => [one.level.nested, ...one.looks.keys()])).toEqual([[false, '1.'], [true, '一是']])
    expect(lines(nested, { kind: 'list', level: levels[1]!.key, choice: '（1）' }).slice(3)).toEqual(['1.加强学习。要做到：（1）读原著。（2）写心得。', '2.联系实际。要做到：（1）多调研。（2）办实事。'])
  })
  it('E17 a list that begins again keeps its beginning; one that runs on through the groups runs on', () => {
    const running = read('某局对照检查材料\n一、存在的主要问题\n（一）学习方面\n1.学习少。读得浅。\n2.用得少。想得浅。\n（二）作风方面\n3.调研少。走得浅。\n4.服务差。等得久。')
    const level = readDraftStyle(running.blocks).lists.find((one) => one.level.role === 'problem')!
    expect(lines(running, { kind: 'list', level: level.key, choice: '一是' }).slice(3)).toEqual(['一是学习少。读得浅。', '二是用得少。想得浅。', '（二）作风方面', '三是调研少。走得浅。', '四是服务差。等得久。'])
  })
  it('E17 the examples use one style on each level', () => {
    for (const name of ['individual-plan', 'team-plan', 'inspection-plan', 'self-examination', 'speech-outline', 'ecology-report']) {
      for (const { key, looks } of readDraftStyle(example(name).blocks).lists) expect([name, key, looks.size]).toEqual([name, key, 1])
    }
  })
})

it('E15 the preview begins near the difference', () => {
  const styled = applyStyle(plan.blocks, { kind: 'placement', subject: 'timeLimit', placement: 'run-in' })
  const shown = previewStyle(plan.blocks, styled.blocks)!
  expect(shown.before[1]).toBe('整改时限：11月底前完成。')
  expect(shown.after[0]).toMatch(/抓落实。整改时限：11月底前完成。$/u)
})
