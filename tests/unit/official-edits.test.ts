import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOfficial, correctedNumber, countOfficial, cutsEntries, readSigners, type OfficialChange } from '../../shared/document/official-edits.ts'
import { jointMarks, printedOfficial } from '../../shared/document/official-form.ts'
import { endPlaces, officialSchema } from '../../shared/document/official.ts'
import { officialArbitrary } from '../support/random-draft.ts'

describe('X20 parts of an official document as they are filled in', () => {
  const all = (changes: readonly OfficialChange[]) => changes.reduce<ReturnType<typeof changeOfficial>>((official, change) => changeOfficial(official, change), undefined)

  test('what is emptied is gone, all of it in the end', () => {
    const filled = all([{ field: 'copyNumber', text: ' 000001 ' }, { field: 'marks', text: '甲局\n\n 乙局 \n文件' }, { field: 'signers', text: '王　某、李四' }, { field: 'place', place: 'seal' }, { field: 'printedOn', date: '2024-01-05' }])
    expect(filled).toEqual({ copyNumber: '000001', head: { marks: ['甲局', '乙局', '文件'], signers: ['王　某', '李四'] }, end: { place: 'seal' }, colophon: { printedOn: '2024-01-05' } })
    expect(countOfficial(filled, '秘密')).toBe(6)
    const emptied: OfficialChange[] = [{ field: 'copyNumber', text: ' ' }, { field: 'marks', text: '' }, { field: 'signers', text: '' }, { field: 'place', place: 'plain' }, { field: 'printedOn', date: null }]
    expect(emptied.reduce<ReturnType<typeof changeOfficial>>((official, change) => changeOfficial(official, change), filled)).toBeUndefined()
  })

  test('a number without a mark waits for the mark', () => {
    expect(all([{ field: 'documentNumber', text: '甲发〔2024〕1号' }])).toEqual({ head: { marks: [], documentNumber: '甲发〔2024〕1号' } })
  })

  test('any text in any field leaves a valid draft, and nothing is cut unsaid', () => {
    const text = fc.string({ unit: 'binary', maxLength: 900 })
    const change: fc.Arbitrary<OfficialChange> = fc.oneof(
      fc.record({ field: fc.constantFrom('copyNumber', 'urgency', 'documentNumber', 'post', 'remark', 'copies', 'printer', 'marks', 'signers'), text }) as fc.Arbitrary<OfficialChange>,
      fc.record({ field: fc.constant('place' as const), place: fc.constantFrom(...endPlaces) }),
    )
    fc.assert(fc.property(fc.option(officialArbitrary, { nil: undefined }), fc.array(change, { maxLength: 6 }), (official, changes) => {
      const result = changes.reduce<ReturnType<typeof changeOfficial>>((one, next) => changeOfficial(one, next), official)
      if (result !== undefined) expect(officialSchema.safeParse(result).success).toBe(true)
    }), { seed: 20, numRuns: 300 })
    expect(cutsEntries({ field: 'marks', text: Array.from({ length: 11 }, (_, index) => `局${index}`).join('\n') })).toBe(true)
    expect(cutsEntries({ field: 'signers', text: `${'甲'.repeat(31)}、乙` })).toBe(true)
    expect(cutsEntries({ field: 'signers', text: ' 甲 、、乙 ' })).toBe(false)
    expect(readSigners('甲，乙、丙；丁')).toEqual(['甲', '乙', '丙', '丁'])
  })

  test.each([
    ['甲发[2024]3号', '甲发〔2024〕3号'], ['甲发（2024）第03号', '甲发〔2024〕3号'], ['甲发【2024】 12 号', '甲发〔2024〕12号'], ['甲发２０２４', undefined], ['甲发〔2024〕3号', undefined],
    ['第12号', undefined], ['甲发〔２０２４〕３号', '甲发〔2024〕3号'], ['甲办 (2024) 5', '甲办〔2024〕5号'],
  ])('X21 %s is offered as %s', (typed, offered) => {
    expect(correctedNumber(typed)).toBe(offered)
    if (offered !== undefined) expect(correctedNumber(offered)).toBeUndefined()
  })
})

describe('X10 what of it is on paper', () => {
  test('文件 of a joint paper stands once, wherever it was written', () => {
    expect(jointMarks(['甲局文件', '乙局文件'])).toEqual(['甲局', '乙局', '文件'])
    expect(jointMarks(['甲局', '文件', '乙局'])).toEqual(['甲局', '乙局', '文件'])
    expect(jointMarks(['甲局文件'])).toEqual(['甲局文件'])
    expect(jointMarks(['甲局', '乙局'])).toEqual(['甲局', '乙局'])
  })

  test('nothing filled in is nothing', () => {
    expect(printedOfficial({})).toBeUndefined()
    expect(printedOfficial({ head: { marks: [], documentNumber: '1号' }, end: { place: 'plain', post: '局长' }, colophon: {} })).toBeUndefined()
    expect(printedOfficial({ end: { place: 'seal', post: '局长' } })).toEqual({ end: { place: 'seal' } })
  })
})
