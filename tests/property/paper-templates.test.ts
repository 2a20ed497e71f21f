/** Every template that ships with every set of aspects, and any aspects: valid drafts, nothing lost, guidance nowhere in print. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWord } from '../../electron/backend/word/read-word.ts'
import { writeWord } from '../../electron/backend/word/write-word.ts'
import { deriveItems } from '../../shared/document/items.ts'
import { draftSchema, type Draft } from '../../shared/document/draft.ts'
import { deriveLinks } from '../../shared/document/links.ts'
import { paperLengths } from '../../shared/document/paper-lengths.ts'
import { printText } from '../../shared/document/print-text.ts'
import { aspectRuns, expandTemplate } from '../../shared/paper-templates/expand-aspects.ts'
import type { PaperTemplate } from '../../shared/paper-templates/paper-template.ts'
import { isPlaceholderKey } from '../../shared/placeholders/catalogue.ts'
import { openPlaceholders } from '../../shared/placeholders/placeholder-places.ts'
import { buildPrintDocument } from '../../shared/print/print-document.ts'
import { recognise } from '../../shared/recognition/recognise.ts'
import { setDraft } from '../../shared/typeset/set-draft.ts'
import { comparable } from '../support/comparable.ts'
import { layoutOf } from '../support/layouts.ts'
import { aspectSets, counting, draftOf, templates } from '../support/shipped-templates.ts'

const pairs = templates.flatMap((template) => (template.aspects === undefined ? [[template.id, 'none', template, [] as readonly string[]] as const] : aspectSets.map((set) => [template.id, set.id, template, set.aspects] as const)))
const aspectArbitrary = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.replace(/[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]/g, '').toWellFormed() || '方面'), { maxLength: 12 })
const templateArbitrary = fc.constantFrom(...templates)

/** Words of guidance long enough that they stand in no paper by chance. */
const pieces = (template: PaperTemplate) => template.hints.flatMap(({ text }) => text.split(/[。；：，]/u).filter((piece) => piece.length >= 8))

/** With a few words in every empty block. */
const written = (draft: Draft): Draft => ({ ...draft, blocks: draft.blocks.map((block) => ('runs' in block && block.runs.length === 0 ? { ...block, runs: [{ text: '写了。' }] } : block)) })

describe('a draft from a template', () => {
  it.each(pairs)('M2 M3 is valid: %s with the aspects of %s', (_id, _set, template, aspects) => {
    const draft = draftOf(template, { aspects })
    expect(draftSchema.safeParse(draft).error).toBeUndefined()
    expect(new Set(draft.blocks.map(({ id }) => id)).size).toBe(draft.blocks.length)
    expect(openPlaceholders(draft).map(({ key }) => key)).not.toContain('方面名称')
    expect(draft.guide!.hints.some(({ text }) => text.includes('[方面名称]'))).toBe(false)
    for (const aspect of aspects) expect(printText(draft)).toContain(`${aspect}方面`)
  })

  it('M2 each run stands once for each aspect, in order; hints, limits, required parts and links go along', () => {
    fc.assert(fc.property(templateArbitrary, aspectArbitrary, (template, aspects) => {
      const expanded = expandTemplate(template, aspects, counting())
      const copies = Math.max(aspects.length, 1)
      const inside = aspectRuns(template).reduce((sum, { from, to }) => sum + to - from + 1, 0)
      expect(expanded.blocks.length).toBe(template.blocks.length + inside * (copies - 1))
      const ids = new Set(expanded.blocks.map(({ id }) => id))
      expect(ids.size).toBe(expanded.blocks.length)
      const runIds = new Set(aspectRuns(template).flatMap(({ from, to }) => template.blocks.slice(from, to + 1).map(({ id }) => id)))
      expect(expanded.hints.length).toBe(template.hints.reduce((sum, { block }) => sum + (runIds.has(block) ? copies : 1), 0))
      for (const { block } of expanded.hints) expect(ids.has(block)).toBe(true)
      for (const id of [...expanded.required, ...Object.keys(expanded.limits?.parts ?? {})]) expect(expanded.blocks.find((block) => block.id === id)?.role).toMatch(/^heading/)
      // Roles run through as in the template, a run as often as there are aspects.
      const roles = aspectRuns(template).reduceRight((all, { from, to }) => all.toSpliced(to + 1, 0, ...Array.from({ length: copies - 1 }, () => all.slice(from, to + 1)).flat()), template.blocks.map(({ role }) => role as string))
      expect(expanded.blocks.map(({ role }) => role)).toEqual(roles)
      const problems = new Set(expanded.blocks.flatMap((block) => (block.role === 'problem' ? [block.id] : [])))
      const answers = expanded.blocks.flatMap((block) => ('answers' in block ? [block.answers!] : []))
      expect(new Set(answers.flat()).size).toBe(answers.length)
      for (const id of answers.flat()) expect(problems.has(id)).toBe(true)
    }), { seed: 24, numRuns: 200 })
  })

  it('M3 is valid whatever the aspects and the answers are, and every answered key is filled everywhere', () => {
    fc.assert(fc.property(templateArbitrary, aspectArbitrary, fc.string({ unit: 'grapheme', maxLength: 30 }), (template, aspects, answer) => {
      const keys = openPlaceholders({ blocks: template.blocks } as Draft).map(({ key }) => key).filter((key) => key !== '方面名称')
      const draft = draftOf(template, { aspects, values: new Map(keys.map((key) => [key, answer])) })
      expect(draftSchema.safeParse(draft).error).toBeUndefined()
      const open = openPlaceholders(draft).map(({ key }) => key)
      for (const key of keys) expect(isPlaceholderKey(key)).toBe(true)
      if (answer !== '') expect(open.filter((key) => keys.includes(key) && !answer.includes(`[${key}]`))).toEqual([])
    }), { seed: 25, numRuns: 200 })
  })

  it('M3 problems and measures of one aspect belong together where they stand apart', () => {
    for (const template of templates.filter((one) => one.blocks.some((block) => 'answers' in block))) {
      const aspects = ['甲', '乙', '丙']
      const draft = draftOf(template, { aspects })
      const links = deriveLinks(written(draft)).links.filter(({ origin }) => origin === 'explicit')
      expect(links.length, template.id).toBe(aspects.length)
    }
  })

  it('M3 has an item for each aspect of a plan', () => {
    for (const id of ['individual-plan', 'team-plan', 'inspection-plan']) {
      const draft = draftOf(templates.find((one) => one.id === id)!, { aspects: ['甲', '乙', '丙'] })
      const items = deriveItems(written(draft)).filter(({ group }) => /^[甲乙丙]方面/u.test(group))
      expect(items.map(({ problems, measures, timeLimits }) => [problems.length, measures.length, timeLimits.length])).toEqual([[1, 1, 1], [1, 1, 1], [1, 1, 1]])
    }
  })
})

describe('M4 guidance', () => {
  it.each(templates.map((template) => [template.id, template] as const))('is in no print text, Word file, page or count: %s', async (_id, template) => {
    const draft = draftOf(template)
    const { guide, ...bare } = draft
    expect(guide!.hints.length).toBeGreaterThan(0)
    const print = buildPrintDocument(draft, layoutOf(draft.layout))
    expect(JSON.stringify(print)).toBe(JSON.stringify(buildPrintDocument(bare, layoutOf(draft.layout))))
    const word = writeWord(print, { title: draft.title, creator: '' })
    expect(Buffer.compare(Buffer.from(word), Buffer.from(writeWord(buildPrintDocument(bare, layoutOf(draft.layout)), { title: draft.title, creator: '' })))).toBe(0)
    const read = await readWord(word, 'a.docx')
    if (!read.ok) throw new Error(read.error.message)
    expect(JSON.stringify(setDraft(draft, layoutOf(draft.layout)))).toBe(JSON.stringify(setDraft(bare, layoutOf(draft.layout))))
    const said = [printText(draft), read.value.paragraphs.map(({ text }) => text).join('\n')]
    for (const piece of pieces(template)) for (const text of said) expect(text).not.toContain(piece)
    expect(paperLengths(draft).whole).toBe(paperLengths(bare).whole)
  })
})

describe('laws for drafts begun from templates', () => {
  it.each(pairs)('D1 D3 the printed text is recognised and the Word file read back: %s with %s', async (_id, _set, template, aspects) => {
    const draft = draftOf(template, { aspects, values: new Map([['单位全称', '青禾县水务局'], ['单位简称', '县水务局'], ['会议名称', '2031年度专题民主生活会'], ['姓名', '陶望舒'], ['职务', '党组书记'], ['上级机关', '中共青禾县委'], ['年度', '2031'], ['年份', '2031年']]) })
    const text = printText(draft)
    const fromText = recognise(text.split('\n').map((line) => ({ text: line })), { draftId: 'again' })
    expect(fromText.understood).toBe(true)
    const read = await readWord(writeWord(buildPrintDocument(draft, layoutOf(draft.layout)), { title: draft.title, creator: '' }), 'draft.docx')
    if (!read.ok) throw new Error(read.error.message)
    const again = recognise(read.value.paragraphs, { draftId: 'again' })
    expect(again.understood).toBe(true)
    expect(again.report).toEqual([])
    expect(comparable(again.draft.blocks)).toEqual(comparable(draft.blocks))
  })
})
