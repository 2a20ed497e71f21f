/** Paper templates and aspect sets over every host: those that ship, the unit's own, drafts begun from them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'
import { blockText } from '../../shared/document/runs.ts'
import type { AspectSet } from '../../shared/paper-templates/paper-template.ts'
import { emptyUnitProfile } from '../../shared/settings/unit-profile.ts'
import { join } from 'node:path'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { aspectSets, templates } from '../support/shipped-templates.ts'
import { reviewsOf } from '../support/packages.ts'
import { callAs, makeClock, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

const clientId = 'window'

describe.each(hostNames)('paper templates over %s', (hostName) => {
  let host: OpenHost
  const open = () => openHost(hostName, () => openTestBackend({ dataFolder: temp.folder, clock: makeClock().clock }))
  beforeEach(async () => { host = await open() })
  afterEach(() => host.close())

  const names = async () => (await must(host, 'paperTemplates.list', {})).templates.map(({ name }) => name)
  const copyOf = async (id = 'team-plan') => (await must(host, 'paperTemplates.copy', { id, clientId })).template
  const newSet = (set: Partial<AspectSet> = {}) => must(host, 'aspects.save', { set: { schemaVersion: 1, id: 'x', name: '本年四个方面', year: '2031', batch: '', source: '', aspects: ['甲', '乙'], ...set }, base: null, clientId })

  it('M7 lists those that ship, then the unit’s own, which stay after a restart', async () => {
    const first = await copyOf()
    const second = await copyOf()
    expect([first.name, second.name]).toEqual(['领导班子整改方案 副本', '领导班子整改方案 副本（2）'])
    expect({ ...first, id: '', name: '' }).toEqual({ ...templates.find(({ id }) => id === 'team-plan'), id: '', name: '' })
    await host.close()
    host = await open()
    const { templates: listed, unreadable } = await must(host, 'paperTemplates.list', {})
    expect(listed.map(({ id, shipped }) => [id, shipped])).toEqual([...templates.map(({ id }) => [id, true]), [first.id, false], [second.id, false]])
    expect(unreadable).toEqual([])
    expect(await must(host, 'paperTemplates.read', { id: first.id })).toEqual({ template: first, shipped: false })
  })

  it('M7 saves over its base alone; shipped ones, stale bases, taken names and faults are refused', async () => {
    const copy = await copyOf()
    const changed = { ...copy, name: ' 局用方案 ', description: '局里用' }
    expect((await must(host, 'paperTemplates.save', { template: changed, base: copy, clientId })).template).toEqual({ ...changed, name: '局用方案' })
    const present = { ...changed, name: '局用方案' }
    expect(await callAs(host, 'paperTemplates.save', { template: { ...copy, year: '2031' }, base: copy, clientId })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_CHANGED', data: { template: present } } })
    expect(await callAs(host, 'paperTemplates.save', { template: { ...present, name: '整改 台账' }, base: present, clientId })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_NAME_TAKEN' } })
    expect(await callAs(host, 'paperTemplates.save', { template: { ...present, name: '  ' }, base: present, clientId })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_INVALID' } })
    expect(await callAs(host, 'paperTemplates.save', { template: { ...present, required: ['none'] }, base: present, clientId })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_INVALID', message: expect.stringContaining('必写部分') } })
    expect(await host.call('paperTemplates.save', { template: { ...present, blocks: [] }, base: present, clientId })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_INVALID' } })
    const shipped = templates[0]!
    expect(await callAs(host, 'paperTemplates.save', { template: shipped, base: shipped, clientId })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_SHIPPED' } })
    expect(await callAs(host, 'paperTemplates.remove', { id: shipped.id, clientId })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_SHIPPED' } })
    expect(await callAs(host, 'paperTemplates.save', { template: { ...present, id: 'none' }, base: present, clientId })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_NOT_FOUND' } })
    expect((await must(host, 'paperTemplates.read', { id: copy.id })).template).toEqual(present)
  })

  it('M7 without a base a new one is stored, with an id and a name of its own', async () => {
    const { template } = await must(host, 'paperTemplates.save', { template: templates[0]!, base: null, clientId })
    expect(template.id).not.toBe(templates[0]!.id)
    expect(template.name).toBe(`${templates[0]!.name}（2）`)
  })

  it('M7 is removed and put back, under another name where its own was taken', async () => {
    const copy = await copyOf()
    expect(await must(host, 'paperTemplates.remove', { id: copy.id, clientId })).toEqual({ name: copy.name })
    expect(await names()).not.toContain(copy.name)
    expect(await callAs(host, 'paperTemplates.read', { id: copy.id })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_NOT_FOUND' } })
    expect(await callAs(host, 'paperTemplates.remove', { id: copy.id, clientId })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_NOT_FOUND' } })
    const second = await copyOf()
    expect(second.name).toBe(copy.name)
    expect((await must(host, 'paperTemplates.putBack', { id: copy.id, clientId })).template).toEqual({ ...copy, name: `${copy.name}（2）` })
    expect(await callAs(host, 'paperTemplates.putBack', { id: copy.id, clientId })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_NOT_FOUND' } })
  })

  it('M7 other windows are told, with who did it', async () => {
    const events: BackendEvent[] = []
    const stop = host.subscribe((event) => events.push(event))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await copyOf()
    await newSet()
    await expect.poll(() => events.filter(({ type }) => type === 'contents-changed')).toEqual([{ type: 'contents-changed', kind: 'template', clientId }, { type: 'contents-changed', kind: 'aspects', clientId }])
    stop()
  })

  it('M7 one that can no longer be read is told of, stays, and can be removed', async () => {
    const copy = await copyOf()
    await host.close()
    const database = new (loadSqlite())(join(temp.folder, databaseName))
    database.prepare("UPDATE contents SET content = '{' WHERE id = ?").run(copy.id)
    database.close()
    host = await open()
    const listed = await must(host, 'paperTemplates.list', {})
    expect(listed.unreadable).toEqual([{ id: copy.id, name: copy.name }])
    expect(listed.templates.length).toBe(templates.length)
    await must(host, 'paperTemplates.remove', { id: copy.id, clientId })
    expect((await must(host, 'paperTemplates.list', {})).unreadable).toEqual([])
  })

  it('M3 M5 begins a draft: profile and calendar fill what they know, answers the rest, aspects as chosen', async () => {
    await must(host, 'settings.write', { setting: { name: 'unitProfile', value: { ...emptyUnitProfile, fullName: '青禾县水务局', superiors: ['中共青禾县委'] } }, clientId })
    const { draftId } = await must(host, 'paperTemplates.begin', { id: 'team-plan', aspects: ['作风建设'], values: { 会议名称: '专题民主生活会', 会议日期: '2023年11月2日', 上级机关: '' } })
    const { draft, revision } = await must(host, 'drafts.open', { draftId })
    expect(revision).toBe(1)
    expect(draft).toMatchObject({ kind: 'team-plan', title: '青禾县水务局领导班子专题民主生活会整改方案', meta: { unit: '青禾县水务局', meeting: '专题民主生活会' }, guide: { template: 'team-plan' } })
    expect(draft.blocks.filter(({ role }) => role === 'heading2').map(blockText)).toEqual(['作风建设方面', '加强组织领导。', '严格督促检查。', '注重建章立制。'])
    // An emptied answer leaves the placeholder open.
    expect(blockText(draft.blocks[1]!)).toContain('根据[上级机关]部署，青禾县水务局领导班子于2023年11月2日召开')
    const listed = (await must(host, 'library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 9 })).drafts
    expect(listed.map(({ id, unit }) => [id, unit])).toEqual([[draftId, '青禾县水务局']])
    const report = await must(host, 'drafts.create', { kind: 'ecology-report' })
    expect((await must(host, 'drafts.open', { draftId: report.draftId })).draft.title).toBe('青禾县水务局2023年度政治生态分析报告')
    expect(await callAs(host, 'paperTemplates.begin', { id: 'none' })).toMatchObject({ ok: false, error: { code: 'PAPER_TEMPLATE_NOT_FOUND' } })
  })

  it('M8 sets of aspects: the unit’s own are made, changed, removed and put back; those that ship stay', async () => {
    const { set } = await newSet()
    expect(set.id).not.toBe('x')
    const changed: AspectSet = { ...set, aspects: ['甲', '乙', ' 丙 '] }
    expect((await must(host, 'aspects.save', { set: changed, base: set, clientId })).set.aspects).toEqual(['甲', '乙', '丙'])
    const present: AspectSet = { ...set, aspects: ['甲', '乙', '丙'] }
    expect(await callAs(host, 'aspects.save', { set, base: set, clientId })).toMatchObject({ ok: false, error: { code: 'ASPECTS_CHANGED', data: { set: present } } })
    expect(await callAs(host, 'aspects.save', { set: { ...present, name: aspectSets[0]!.name }, base: present, clientId })).toMatchObject({ ok: false, error: { code: 'ASPECTS_NAME_TAKEN' } })
    expect(await host.call('aspects.save', { set: { ...present, aspects: ['甲', '甲'] }, base: present, clientId })).toMatchObject({ ok: false, error: { code: 'ASPECTS_INVALID' } })
    expect(await callAs(host, 'aspects.save', { set: { ...present, aspects: ['甲', ' 甲'] }, base: present, clientId })).toMatchObject({ ok: false, error: { code: 'ASPECTS_INVALID' } })
    expect(await callAs(host, 'aspects.save', { set: aspectSets[0]!, base: aspectSets[0]!, clientId })).toMatchObject({ ok: false, error: { code: 'ASPECTS_SHIPPED' } })
    expect(await callAs(host, 'aspects.remove', { id: aspectSets[0]!.id, clientId })).toMatchObject({ ok: false, error: { code: 'ASPECTS_SHIPPED' } })

    const copy = await copyOf()
    const own = { ...copy, aspects: { ...copy.aspects!, set: set.id } }
    await must(host, 'paperTemplates.save', { template: own, base: copy, clientId })
    const begun = async () => {
      const { draftId } = await must(host, 'paperTemplates.begin', { id: copy.id })
      return (await must(host, 'drafts.open', { draftId })).draft.blocks.filter(({ role }) => role === 'heading2').map(blockText).filter((text) => text.endsWith('方面'))
    }
    expect(await begun()).toEqual(['甲方面', '乙方面', '丙方面'])
    expect(await must(host, 'aspects.remove', { id: set.id, clientId })).toEqual({ name: set.name, templates: 1 })
    // The template that proposed it goes on with the first there is.
    expect(await begun()).toEqual(aspectSets[0]!.aspects.map((name) => `${name}方面`))
    expect((await must(host, 'aspects.putBack', { id: set.id, clientId })).set).toEqual(present)
    expect((await must(host, 'aspects.list', {})).sets.map(({ set: one, shipped }) => [one.id, shipped])).toEqual([...aspectSets.map(({ id }) => [id, true]), [set.id, false]])
  })

  it('M9 a template goes out with its own aspects and comes in beside what ships, which is never replaced', async () => {
    const { set } = await newSet()
    const copy = await copyOf()
    const own = { ...copy, aspects: { ...copy.aspects!, set: set.id } }
    await must(host, 'paperTemplates.save', { template: own, base: copy, clientId })
    const contents = [{ kind: 'template' as const, id: own.id }, { kind: 'template' as const, id: 'team-plan' }]
    const { contentBase64 } = await must(host, 'packages.content', { jobId: 'm', contents, passphrase: null, sign: false, reviews: await reviewsOf(host, contents) })
    const otherFolder = makeTempFolder()
    const other = await openTestBackend({ dataFolder: otherFolder.folder, clock: makeClock().clock })
    try {
      const looked = await must(other, 'packages.look', { jobId: 'j', name: 'a.zgx', contentBase64, passphrase: null })
      expect(looked.contents.map(({ kind, title, state }) => [kind, title, state])).toEqual(expect.arrayContaining([['template', own.name, 'new'], ['template', '领导班子整改方案', 'same'], ['aspects', set.name, 'new']]))
      await must(other, 'packages.open', { jobId: 'o', name: 'a.zgx', contentBase64, passphrase: null, conflict: 'keep', choices: [], confirmSigner: null })
      const { draftId } = await must(other, 'paperTemplates.begin', { id: own.id })
      expect((await must(other, 'drafts.open', { draftId })).draft.blocks.filter(({ role }) => role === 'heading2').map(blockText)).toEqual(expect.arrayContaining(['甲方面', '乙方面']))
    } finally {
      await other.close()
      otherFolder.remove()
    }
  })
})
