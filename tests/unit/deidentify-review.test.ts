/** What the review screen stands on: the writer's own marks, clues brought back to the paper, and the template that is made. */
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { findIdentifying } from '../../shared/deidentify/find-identifying.ts'
import type { Decision } from '../../shared/deidentify/finding.ts'
import { markId, placesOfText, withOwnMarks } from '../../shared/deidentify/own-marks.ts'
import { excerptAt } from '../../shared/deidentify/excerpt.ts'
import { groupFindings } from '../../shared/deidentify/review-groups.ts'
import { reviewOf } from '../../shared/deidentify/review.ts'
import { templateOf } from '../../shared/deidentify/apply-decisions.ts'
import { wordsTelling } from '../../shared/deidentify/telling-words.ts'
import { paperTemplateSchema } from '../../shared/paper-templates/paper-template.ts'
import { paperTemplateOfDraft } from '../../shared/paper-templates/template-of-draft.ts'
import { emptyUnitProfile, unitProfileSchema } from '../../shared/settings/unit-profile.ts'
import { draftOfText, inventedPapers } from '../support/invented-papers.ts'

const paragraphs = (...texts: string[]): Draft => ({ ...draftOfText('题'), title: '', blocks: texts.map((text, index) => ({ role: 'paragraph' as const, id: `b${index}`, runs: [{ text }] })) })
const at = (blockId: string, from: number, to: number) => ({ place: { in: 'block' as const, blockId }, from, to })
const nothing = new Map<string, Decision>()

describe('own marks', () => {
  const draft: Draft = { ...paragraphs('由局长罗启元负责整治青石坡。', '青石坡共有2处隐患。'), blocks: [...paragraphs('由局长罗启元负责整治青石坡。', '青石坡共有2处隐患。').blocks, { role: 'paragraph', id: 'open', runs: [{ text: '[地名]', placeholder: '地名' }, { text: '青石坡' }] }] }
  const findings = findIdentifying(draft)
  it('Y37 every place of the text is offered but those that something holds', () => {
    expect(placesOfText(draft, '青石坡', findings)).toEqual([at('b0', 10, 13), at('b1', 0, 3), at('open', 4, 7)])
    expect(placesOfText(draft, '地名', [])).toEqual([])
    expect(placesOfText(draft, '罗启元', findings)).toEqual([])
  })
  it('Y37 a mark is a finding of its own and takes in what it overlaps', () => {
    const mark = { ...at('b0', 1, 8), key: '负责人员' }
    const all = withOwnMarks(draft, findings, [mark, { ...at('b1', 0, 3), key: '山坡' }])
    expect(all.map(({ text, key, kind }) => `${text}=${key} ${kind}`)).toEqual(['局长罗启元负责=负责人员 own', '青石坡=山坡 own', '2=数量 count'])
    expect(all[0]!.id).toBe(markId(mark))
    expect(printText(templateOf(draft, all))).toBe('由[负责人员]整治青石坡。\n[山坡]共有[数量]处隐患。\n[地名]青石坡')
  })
  it.each([
    ['empty', at('b0', 3, 3), '山坡'], ['outside', at('b0', 5, 99), '山坡'], ['over a placeholder', at('open', 2, 6), '山坡'], ['in no block', at('gone', 0, 2), '山坡'], ['with a bad key', at('b1', 0, 3), '坏[键'],
  ])('Y37 a mark %s is none', (_why, range, key) => {
    expect(withOwnMarks(draft, findings, [{ ...range, key }])).toEqual(findings)
  })
})

describe('a review', () => {
  it('Y38 places of clues are those of the paper, whatever stands before them', () => {
    const draft = paragraphs('由青禾县水务局局长罗启元检查库房2次，落实“五心工程”。')
    const { clues } = reviewOf(draft, emptyUnitProfile, { decisions: nothing, marks: [] })
    expect(clues.map(({ text, places }) => [text, excerptAt(draft, places[0]!)!.text])).toEqual([['“五心工程”', '“五心工程”'], ['库房', '库房']])
  })
  it('Y38 what is kept is no clue again, and a mark leaves none', () => {
    const draft = paragraphs('局长罗启元检查库房。')
    const { findings } = reviewOf(draft, emptyUnitProfile, { decisions: nothing, marks: [] })
    const keepAll = new Map<string, Decision>(findings.map(({ id }) => [id, { do: 'keep' }]))
    expect(reviewOf(draft, emptyUnitProfile, { decisions: keepAll, marks: [] }).clues.map(({ text }) => text)).toEqual(['库房'])
    const [mark] = placesOfText(draft, '库房', findings)
    expect(reviewOf(draft, emptyUnitProfile, { decisions: nothing, marks: [{ ...mark!, key: '地点' }] }).clues).toEqual([])
  })
  it('Y38 labels are read too; nothing can be replaced there', () => {
    const draft: Draft = { ...paragraphs('题'), blocks: [{ role: 'measure', id: 'm', label: '青禾县水务局整改措施：', runs: [{ text: '加强学习。' }] }] }
    const [clue] = reviewOf(draft, emptyUnitProfile, { decisions: nothing, marks: [] }).clues
    expect(clue).toMatchObject({ text: '青禾县水务局', inLabel: true, places: [at('m', 0, 6)] })
  })
  it('Y38 on every invented paper a clue stands where it is said to, and each finding is in one group', () => {
    let seen = 0
    for (const { name, draft } of inventedPapers()) {
      const { findings, clues } = reviewOf(draft, emptyUnitProfile, { decisions: nothing, marks: [] })
      expect(groupFindings(findings).flatMap((group) => group.findings.map(({ id }) => id)).sort()).toEqual(findings.map(({ id }) => id).sort())
      for (const clue of clues) {
        if (clue.inLabel || clue.text.includes('…')) continue
        for (const place of clue.places) expect(excerptAt(draft, place)?.text, `${name} ${clue.reason}`).toBe(clue.text)
        seen += 1
      }
    }
    expect(seen).toBeGreaterThan(300)
  }, 60_000)
  it('Y35 one line for each text of a kind; equal figures of different things are two', () => {
    const groups = groupFindings(findIdentifying(paragraphs('由罗启元负责，走访2户、2次。', '由罗启元负责。')))
    expect(groups.map(({ section, text, key, findings }) => `${section} ${text} ${key} ${findings.length}`)).toEqual(['person 罗启元 责任人 2', 'count 2 数量1 1', 'count 2 数量2 1'])
  })
})

describe('the template that is made', () => {
  const profile = unitProfileSchema.parse({ fullName: '青禾县水务局', shortName: '县水务局' })
  const draft: Draft = {
    ...draftOfText('青禾县水务局整改方案\n\n一、整改措施\n由局长罗启元负责，检查泵站2次。\n'), meta: { unit: '青禾县水务局' },
    limits: { whole: { atMost: 3000, suggested: true }, parts: {} },
  }
  const made = (given: Draft, decisions: ReadonlyMap<string, Decision> = nothing) => paperTemplateOfDraft(given, { id: 'new', name: '整改方案', description: '供参考', kind: 'team-plan', findings: findIdentifying(given, profile), decisions, profile })
  it('Y30 has the draft’s blocks with placeholders, its headings as required parts, and nothing else of it', () => {
    const template = made(draft)
    expect(paperTemplateSchema.parse(template)).toEqual(template)
    expect(JSON.stringify(template)).not.toMatch(/青禾|水务|罗启元/u)
    expect(template).toMatchObject({ id: 'new', name: '整改方案', year: '', batch: '', source: '', hints: [] })
    expect(template.required).toEqual(draft.blocks.filter(({ role }) => role === 'heading1').map(({ id }) => id))
    expect(Object.hasOwn(template, 'limits') || Object.hasOwn(template, 'aspects')).toBe(false)
  })
  it('Y30 guidance, limits and required parts of the template it was begun from go along, guidance that names the unit does not', () => {
    const [first, heading, text] = draft.blocks
    const guide = { template: 't', name: '青禾县水务局的模板', hints: [{ block: heading!.id, text: '写清谁来做、何时做完。' }, { block: text!.id, text: '按青禾县水务局的要求写。' }, { block: 'gone', text: '无主的提示。' }], required: [{ block: text!.id, heading: '整改措施' }, { block: 'gone', heading: '没有了' }] }
    const template = made({ ...draft, guide, limits: { whole: { atMost: 3000, suggested: true }, parts: { [heading!.id]: { atMost: 500 }, [first!.id]: { atMost: 50, suggested: true } } } })
    expect(template.hints).toEqual([{ block: heading!.id, text: '写清谁来做、何时做完。' }])
    expect(template.required).toEqual([text!.id])
    expect(template.limits).toEqual({ whole: { atMost: 3000, suggested: true }, parts: { [first!.id]: { atMost: 50, suggested: true } } })
  })
  it('Y30 a name tells of the unit by what is found in it or what the paper has replaced, not by a year', () => {
    const replaced = findIdentifying(draft, profile)
    expect(wordsTelling('2023年班子整改方案', replaced, profile)).toEqual([])
    expect(wordsTelling('青禾县水务局整改方案', replaced, profile)).toContain('青禾县水务局')
    expect(wordsTelling('罗启元用的', replaced, profile)).toEqual(['罗启元'])
    expect(wordsTelling('水务系统通用', replaced, profile)).toEqual(['水务'])
    expect(wordsTelling('岚桥县财政局的方案', [], emptyUnitProfile)).toEqual(['岚桥县财政局'])
  })
})
