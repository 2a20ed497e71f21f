/** Templates: what ships, what a new draft asks, what is wrong with one a writer edited. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadResources } from '../../electron/backend/resources.ts'
import { draftKinds, type Block } from '../../shared/document/draft.ts'
import { blockText } from '../../shared/document/runs.ts'
import { checkTemplate } from '../../shared/paper-templates/check-template.ts'
import { freeName } from '../../shared/paper-templates/names.ts'
import type { PaperTemplate } from '../../shared/paper-templates/paper-template.ts'
import { templateFields } from '../../shared/paper-templates/questions.ts'
import { emptyUnitProfile, type UnitProfile } from '../../shared/settings/unit-profile.ts'
import { aspectSets, draftOf, surroundings, templateOfId, templates } from '../support/shipped-templates.ts'
import { makeTempFolder, projectFolder } from '../support/test-backend.ts'

const profile: UnitProfile = { ...emptyUnitProfile, fullName: '青禾县水务局', shortName: '县水务局', superiors: ['中共青禾县委'], leaders: [{ name: '陶望舒', post: '党组书记、局长' }, { name: '魏先兵', post: '副局长' }] }
const fields = (id: string, of = profile) => templateFields(templateOfId(id), { profile: of, today: '2031-05-20' })
const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key)

describe('what ships', () => {
  it('M1 has templates of every kind, the usual one first, and the six aspects of 2023 with year, batch and source', () => {
    expect([...new Set(templates.map(({ kind }) => kind))]).toEqual([...draftKinds])
    expect(templates.filter(({ kind }) => kind === 'self-examination').map(({ name }) => name)).toEqual(['领导班子对照检查材料', '个人对照检查材料'])
    expect(templates.filter(({ kind }) => kind === 'ledger').map(({ name }) => name)).toEqual(['整改台账', '问题清单', '责任清单', '任务清单'])
    expect(aspectSets[0]).toMatchObject({ year: '2023', batch: '第一批主题教育', aspects: ['理论学习', '政治素质', '能力本领', '担当作为', '工作作风', '廉洁自律'] })
    for (const set of aspectSets) expect(set.source).not.toBe('')
    for (const template of templates) expect(checkTemplate(template, surroundings), template.id).toEqual([])
  })
  it('M1 guides the writer through every empty block that is not told elsewhere', () => {
    for (const template of templates) {
      const hinted = new Set(template.hints.map(({ block }) => block))
      const silent = template.blocks.filter((block) => block.role !== 'table' && block.runs.length === 0 && !hinted.has(block.id))
      expect(silent.map(({ id }) => id), template.id).toEqual([])
      for (const { text } of template.hints) expect(text.length, text).toBeLessThanOrEqual(180)
    }
  })

  describe('a broken file', () => {
    let temp: ReturnType<typeof makeTempFolder>
    beforeEach(() => {
      temp = makeTempFolder()
      cpSync(join(projectFolder, 'resources'), temp.folder, { recursive: true })
    })
    afterEach(() => temp.remove())
    const path = (name: string) => join(temp.folder, name)
    const change = (name: string, edit: (value: Readonly<Record<string, unknown>>) => unknown) => writeFileSync(path(name), JSON.stringify(edit(JSON.parse(readFileSync(path(name), 'utf8')) as Readonly<Record<string, unknown>>)))

    it.each([
      ['no JSON', 'templates/team-plan.json', () => '{', /team-plan\.json/],
      ['another form', 'templates/team-plan.json', () => '{"schemaVersion":1}', /team-plan\.json/],
      ['a set that is no set', 'aspects/2023-six.json', () => '{"schemaVersion":1,"aspects":[]}', /2023-six\.json/],
    ])('M1 is told of by its name: %s', (_what, name, text, message) => {
      writeFileSync(path(name), text())
      expect(() => loadResources(temp.folder)).toThrow(message)
    })
    it.each<[string, (value: Readonly<Record<string, unknown>>) => unknown]>([
      ['a hint of no block', (value) => ({ ...value, hints: [{ block: 'none', text: '写' }] })],
      ['a required part that is no heading', (value) => ({ ...value, required: ['b2'] })],
      ['a limit of no part', (value) => ({ ...value, limits: { parts: { b1: { atMost: 5 } } } })],
      ['an aspect run the wrong way round', (value) => ({ ...value, aspects: { set: '2023-six', runs: [{ first: 'b12', last: 'b8' }] } })],
      ['a set that is not there', (value) => ({ ...value, aspects: { ...(value['aspects'] as object), set: 'none' } })],
      ['a layout that is not there', (value) => ({ ...value, layout: 'none' })],
      ['an id that is not its name', (value) => ({ ...value, id: 'other-plan' })],
    ])('M1 is told of by its name: %s', (_what, edit) => {
      change('templates/team-plan.json', edit)
      expect(() => loadResources(temp.folder)).toThrow(/team-plan\.json/)
    })
    it('M1 a kind without a template is told of', () => {
      rmSync(path('templates/other.json'))
      expect(() => loadResources(temp.folder)).toThrow(/other/)
    })
  })
})

describe('what a new draft asks', () => {
  it('M5 what neither profile nor calendar gives and the head needs, each once; nothing that is known later', () => {
    expect(keys(fields('team-plan').asked)).toEqual(['会议名称', '会议日期'])
    expect(keys(fields('team-plan').known)).toEqual(['单位全称', '上级机关'])
    expect(keys(fields('individual-plan').asked)).toEqual(['职务', '姓名', '会议名称'])
    expect(keys(fields('speech-outline-inspection').asked)).toEqual(['职务', '姓名', '巡察开始日期', '巡察结束日期', '巡察组名称', '反馈日期', '问题数'])
    expect(keys(fields('ecology-report').asked)).toEqual([])
    expect(keys(fields('progress-report').asked)).toEqual(['主送机关', '反馈日期', '巡察组名称', '问题数'])
    expect(keys(fields('ledger-task').asked)).toEqual([])
    expect(keys(fields('ecology-report', emptyUnitProfile).asked)).toEqual(['单位全称', '上级机关'])
    for (const template of templates) {
      const { asked, known } = templateFields(template, { profile, today: '2031-05-20' })
      expect(new Set(keys([...asked, ...known])).size).toBe(asked.length + known.length)
      expect(keys([...asked, ...known])).not.toContain('成文日期')
      expect(asked.length).toBeLessThanOrEqual(7)
    }
  })
  it('M5 proposes values and choices of the profile, and the year of the calendar', () => {
    expect(fields('ecology-report').known.find(({ key }) => key === '年度')?.value).toBe('2031')
    expect(fields('speech-outline-inspection').known.find(({ key }) => key === '年份')?.value).toBe('2031年')
    expect(fields('individual-plan').asked.map(({ choices }) => choices)).toEqual([['党组书记、局长', '副局长'], ['陶望舒', '魏先兵'], []])
    expect(fields('progress-report').asked[0]!.choices).toEqual(['中共青禾县委'])
  })
  it('M5 answers fill all places and become properties; what is open stays open', () => {
    const draft = draftOf(templateOfId('individual-plan'), { values: new Map([['单位简称', '县水务局'], ['职务', '局长'], ['姓名', '陶望舒'], ['会议名称', '专题民主生活会']]) })
    expect(draft.title).toBe('县水务局局长陶望舒专题民主生活会个人整改方案')
    expect(draft.meta).toEqual({ author: '陶望舒', post: '局长', meeting: '专题民主生活会' })
    expect(blockText(draft.blocks.at(-2)!)).toBe('陶望舒')
    expect(blockText(draft.blocks.at(-1)!)).toBe('[成文日期]')
    expect(draftOf(templateOfId('ecology-report'), { values: new Map([['年度', '2031']]) }).meta).toEqual({ period: '2031年度' })
  })
  it('M3 remembers the template, its guidance and the parts it must have', () => {
    const { guide, limits } = draftOf(templateOfId('team-plan'))
    expect(guide).toMatchObject({ template: 'team-plan', name: '领导班子整改方案' })
    expect(guide!.required.map(({ heading }) => heading)).toEqual(['总体要求', '整改目标', '整改任务和措施', '工作保障'])
    expect(guide!.hints.some(({ text }) => text.includes('廉洁自律方面'))).toBe(true)
    expect(limits!.whole).toEqual({ atLeast: 2000, atMost: 5000, suggested: true })
  })
  it('M3 takes the standard layout where the template’s own is gone', () => {
    expect(draftOf({ ...templateOfId('other'), layout: 'gone' }, { hasLayout: () => false }).layout).toBe('gb33476')
  })
})

describe('M2 aspects', () => {
  const heading = (text: string): Block => ({ role: 'heading2', id: 'h', list: '（一）', start: 3, runs: [{ text: '[方面名称]', placeholder: '方面名称' }, { text }] })
  const template: PaperTemplate = { ...templateOfId('other'), blocks: [{ role: 'title', id: 't', runs: [{ text: '题' }] }, heading('方面'), { role: 'table', id: 'g', columns: ['problem', 'other'], headerRows: 0, rows: [['[方面名称]方面', '']], rowIds: ['r'] }], hints: [{ block: 'h', text: '写[方面名称]' }], aspects: { set: '2023-six', runs: [{ first: 'h', last: 'g' }] } }
  it('name headings, cells and hints; a name that ends with 方面 does not say it twice; numbers begin anew once', () => {
    const draft = draftOf(template, { aspects: ['作风', '其他方面'] })
    expect(draft.blocks.map(blockText)).toEqual(['题', '作风方面', '作风方面\t', '其他方面', '其他方面\t'])
    expect(draft.blocks.map((block) => ('start' in block ? block.start : undefined))).toEqual([undefined, 3, undefined, undefined, undefined])
    expect(draft.guide!.hints.map(({ text }) => text)).toEqual(['写作风', '写其他方面'])
    const rows = draft.blocks.flatMap((block) => (block.role === 'table' ? block.rowIds! : []))
    expect(new Set(rows).size).toBe(2)
  })
  it('chosen none leave the name open', () => {
    expect(draftOf(template, { aspects: [] }).blocks.map(blockText)).toEqual(['题', '[方面名称]方面', '[方面名称]方面\t'])
  })
})

describe('M6 a template a writer edited', () => {
  const plan = templateOfId('team-plan')
  const messages = (template: PaperTemplate, severity?: 'error' | 'warning') => checkTemplate(template, surroundings).filter((one) => severity === undefined || one.severity === severity).map(({ message }) => message)
  const withBlock = (block: Block): PaperTemplate => ({ ...plan, blocks: [...plan.blocks, block] })

  it('is told what refers to nothing, in plain words', () => {
    const gone = plan.blocks.filter(({ id }) => id !== 'b3' && id !== 'b8')
    expect(messages({ ...plan, blocks: gone }, 'error')).toEqual([
      expect.stringContaining('必写部分的标题（b3）已不在模板里'), expect.stringContaining('字数要求所指的标题（b3）已不在模板里'), expect.stringContaining('起止段落已不在模板里'),
    ])
    expect(messages({ ...plan, required: ['b2'] })[0]).toBe('第 2 段“根据[上级机关]部署，[…”标为必写，但它不是标题；必写的是标题和它下面的内容。')
    expect(messages({ ...plan, aspects: { set: 'gone', runs: plan.aspects!.runs }, layout: 'gone' }, 'warning')).toEqual([expect.stringContaining('一套方面已不在本机'), expect.stringContaining('版式已不在本机')])
    expect(messages({ ...plan, aspects: { set: '2023-six', runs: [...plan.aspects!.runs, ...plan.aspects!.runs] } }, 'error')).toEqual([expect.stringContaining('重叠')])
    const speech = templateOfId('speech-outline')
    const problem = speech.blocks.find(({ role }) => role === 'problem')!
    expect(messages({ ...speech, blocks: speech.blocks.map((block) => (block.id === problem.id ? { role: 'paragraph', id: block.id, runs: [] } as Block : block)) }, 'error')).toEqual([expect.stringContaining('所对应的问题已不在模板里')])
  })
  it('is told of masked names, of aspect names nobody fills, and of what the kind must have', () => {
    expect(messages(withBlock({ role: 'paragraph', id: 'x', runs: [{ text: '××党委认为' }] }))).toEqual([expect.stringContaining('有“××”，请改成待填项')])
    expect(messages(withBlock({ role: 'paragraph', id: 'x', runs: [{ text: '[方面名称]', placeholder: '方面名称' }] }))).toEqual([expect.stringContaining('不随方面重复')])
    expect(messages(withBlock({ role: 'paragraph', id: 'x', runs: [{ text: '某局', placeholder: '单位全称' }] }), 'error')).toEqual([expect.stringContaining('待填项“某局”写得不对')])
    expect(messages({ ...plan, aspects: { set: '2023-six', runs: [{ first: 'b2', last: 'b2' }] } })).toEqual(expect.arrayContaining([expect.stringContaining('各个方面会一模一样')]))
    const without = (role: Block['role']) => ({ ...plan, blocks: plan.blocks.filter((block) => block.role !== role), hints: [], required: [], limits: { whole: { atMost: 9 } } })
    expect(messages(without('measure'))).toEqual([expect.stringContaining('没有“措施”段')])
    expect(messages(without('title'))).toEqual(['没有标题段，新建的文稿没有标题。'])
    const report = templateOfId('ecology-report')
    expect(messages({ ...report, blocks: report.blocks.map((block) => (blockText(block) === '研判结论' ? { ...block, runs: [{ text: '总的看法' }] } as Block : block)) })).toEqual([expect.stringContaining('“研判结论”')])
  })
  it('M7 a free name is the first no other has', () => {
    expect(freeName('方案', ['方案', '方案（2）'])).toBe('方案（3）')
    expect(freeName('方 案', ['方案'])).toBe('方 案（2）')
    expect(freeName('新', ['旧'])).toBe('新')
  })
})
