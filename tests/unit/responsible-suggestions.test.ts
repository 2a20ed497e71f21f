import { describe, expect, it } from 'vitest'
import { matchesInitials } from '../../shared/settings/pinyin-initials.ts'
import { responsibleKind } from '../../shared/document/responsible-kind.ts'
import { suggestResponsible } from '../../shared/settings/responsible-suggestions.ts'
import { emptyUnitProfile, type UnitProfile } from '../../shared/settings/unit-profile.ts'

const profile: UnitProfile = {
  ...emptyUnitProfile,
  leaders: [{ name: '江一帆', post: '党组书记、局长' }, { name: '何二川', post: '副局长' }, { name: '单云', post: '' }],
  people: [{ name: '沈三秋', post: '主任', office: '办公室' }, { name: '何四夏', post: '科长', office: '河湖科' }, { name: '曾五冬', post: '', office: '规划财务科' }],
  offices: ['办公室', '河湖科', '规划财务科', '人事科'],
}
/** The caret stands at | in the text. */
const ask = (label: string | undefined, marked: string, named: readonly string[] = []) => {
  const caret = marked.indexOf('|')
  return suggestResponsible({ profile, label, text: marked.replace('|', ''), caret, named })
}
const texts = (label: string | undefined, marked: string, named?: readonly string[]) => ask(label, marked, named).suggestions.map(({ text }) => text)
/** The text after the suggestion was accepted. */
const accepted = (label: string, marked: string, suggestion: string) => {
  const caret = marked.indexOf('|')
  const chosen = ask(label, marked).suggestions.find(({ text }) => text === suggestion)!
  return marked.slice(0, chosen.from) + chosen.text + marked.slice(caret + 1)
}

describe('U5 what a label asks for', () => {
  it.each([
    ['责任领导', 'leader'], ['【牵头领导】：', 'leader'], ['整改牵头领导：', 'leader'], ['牵头人', 'leader'], ['责任班子成员', 'leader'], ['分管领导', 'leader'],
    ['责任人：', 'person'], ['经办人', 'person'], ['整改责任人', 'person'], ['配合人员', 'person'],
    ['责任科室：', 'office'], ['责任单位', 'office'], ['牵头部门', 'office'], ['主办科室', 'office'], ['整改责任主体', 'office'],
    ['配合科室', 'support'], ['协办单位', 'support'], ['参与单位', 'support'],
    ['责任单位及责任人', 'any'], ['责任领导和责任科室', 'any'], ['责任分工', 'any'], ['责任', 'any'], ['', 'any'], [undefined, 'any'],
    ['leader', 'leader'], ['support', 'support'],
  ] as const)('U5 %s: %s', (label, kind) => {
    expect(responsibleKind(label)).toBe(kind)
  })
})

describe('U5 suggestions', () => {
  it('U5 leaders for 责任领导: names first, then posts with names, in the order of the unit', () => {
    expect(texts('责任领导：', '|')).toEqual(['江一帆', '何二川', '单云', '党组书记、局长江一帆', '副局长何二川'])
    expect(ask('责任领导：', '|').eager).toBe(false)
  })
  it('U5 people before leaders for 责任人, offices for 责任科室', () => {
    expect(texts('责任人：', '何|')).toEqual(['何四夏', '何二川', '河湖科科长何四夏', '副局长何二川'])
    expect(texts('责任科室：', '|')).toEqual(['办公室', '河湖科', '规划财务科', '人事科'])
  })
  it('U5 finds by beginning, by what is contained and by first letters', () => {
    expect(texts('责任科室', '财|')).toEqual(['规划财务科'])
    expect(texts('责任科室', 'hh|')).toEqual(['河湖科'])
    expect(texts('责任科室', 'cwk|')).toEqual(['规划财务科'])
    expect(texts('责任领导', 'jyf|')).toEqual(['江一帆', '党组书记、局长江一帆'])
    expect(texts('责任领导', '副局|')).toEqual(['副局长何二川'])
    expect(texts('责任科室', 'x|')).toEqual([])
  })
  it('U5 completes the last name after 、 ， ； or a blank, in mid-text too', () => {
    expect(texts('责任科室', '办公室、|')).toEqual(['河湖科', '规划财务科', '人事科'])
    expect(texts('责任科室', '办公室，人|')).toEqual(['人事科'])
    expect(texts('责任科室', '办公室 河|')).toEqual(['河湖科'])
    expect(accepted('责任科室', '办公室、河|、人事科', '河湖科')).toBe('办公室、河湖科、人事科')
    expect(texts('责任科室', '办公室|')).toEqual([])
  })
  it('U5 leaves out who is named already, with or without the post', () => {
    expect(texts('责任领导', '副局长何二川、|')).toEqual(['江一帆', '单云', '党组书记、局长江一帆'])
    expect(texts('责任领导', '江一帆；|')).not.toContain('江一帆')
  })
  it('U5 the offices responsible are not offered to help', () => {
    expect(texts('配合科室：', '|', ['办公室、人事科'])).toEqual(['河湖科', '规划财务科'])
    expect(texts('责任科室：', '|', ['办公室'])).toContain('办公室')
  })
  it('U5 a post with 、 in it is taken as one: nothing is written twice', () => {
    expect(accepted('责任领导', '党组书记、局|', '党组书记、局长江一帆')).toBe('党组书记、局长江一帆')
    expect(accepted('责任领导', '何二川、党组书记、|', '党组书记、局长江一帆')).toBe('何二川、党组书记、局长江一帆')
    expect(accepted('责任人', '办公室主任沈|', '办公室主任沈三秋')).toBe('办公室主任沈三秋')
  })
  it('U5 a label in the text itself decides for what follows it', () => {
    expect(texts(undefined, '责任领导：江一帆；责任科室：|')).toEqual(['办公室', '河湖科', '规划财务科', '人事科'])
    expect(texts('责任科室：', '办公室；责任人：沈|')).toEqual(['沈三秋', '办公室主任沈三秋'])
  })
  it('U5 a name typed whole is not exchanged for a longer one', () => {
    const { eager, suggestions } = ask('责任领导', '江一帆|')
    expect(eager).toBe(false)
    expect(suggestions.map(({ text }) => text)).toEqual(['党组书记、局长江一帆'])
    expect(ask('责任领导', '江|').eager).toBe(true)
  })
  it('U5 offers nothing inside a word and behind the end of the sentence', () => {
    for (const marked of ['何|二川', '办公|室、河湖科', '江一帆。|', '江一帆（党组书记）|']) expect(ask('责任领导', marked), marked).toEqual({ suggestions: [], eager: false, unknown: undefined })
  })
  it('U5 an empty profile offers nothing', () => {
    expect(suggestResponsible({ profile: emptyUnitProfile, label: '责任人', text: '张', caret: 1 }).suggestions).toEqual([])
  })
})

describe('U5 E21 names the profile does not have', () => {
  it.each([
    ['责任人：', '马六|', { kind: 'person', name: '马六', post: '' }],
    ['责任领导：', '副局长马六一|', { kind: 'leader', name: '马六一', post: '副局长' }],
    ['责任人：', '沈三秋、马六|', { kind: 'person', name: '马六', post: '' }],
    ['责任人：', '副局长牛七|', { kind: 'leader', name: '牛七', post: '副局长' }],
    ['责任人：', '信访科科长牛七|', { kind: 'person', name: '牛七', post: '信访科科长' }],
    ['责任科室：', '信访科|', { kind: 'office', name: '信访科', post: '' }],
    [undefined, '执法大队|', { kind: 'office', name: '执法大队', post: '' }],
  ] as const)('E21 %s %s', (label, marked, unknown) => {
    expect(ask(label, marked).unknown).toEqual(unknown)
  })
  it.each([
    ['责任人：', '沈三秋|'], ['责任人：', '办公室主任沈三秋|'], ['责任领导：', '张某某|'], ['责任人：', '本人|'], ['责任人：', '沈三|'], ['责任科室：', '办公室|'], ['责任科室：', '信访|'],
    ['责任人：', '马|'], ['责任人：', '|'], ['责任人：', 'maliu|'], ['责任领导：', '副局长|'], ['责任科室：', '各科室|'],
  ] as const)('E21 not for %s %s', (label, marked) => {
    expect(ask(label, marked).unknown).toBeUndefined()
  })
})

describe('U5 first letters', () => {
  it('knows usual characters, characters of two readings, and letters as they are', () => {
    for (const [text, typed] of [['办公室', 'bgs'], ['规划财务科', 'ghcwk'], ['单云', 'sy'], ['单云', 'dy'], ['曾五冬', 'zwd'], ['解放', 'xf'], ['调研科', 'dyk'], ['信息A科', 'xxak'], ['办公室', 'GS'], ['欧阳娜', 'oyn'], ['安耳', 'ae'], ['周一', 'zy'], ['魏晋', 'wj']] as const) expect(matchesInitials(text, typed), `${text} ${typed}`).toBe(true)
    for (const [text, typed] of [['办公室', 'bs'], ['办公室', 'bgsx'], ['办公室', ''], ['办公室', '办']] as const) expect(matchesInitials(text, typed), `${text} ${typed}`).toBe(false)
  })
})
