/** 脱敏成模板 over every way to the back end: review, decisions, the template that is stored. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'
import type { Result } from '../../shared/contract/errors.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'
import { paperTemplateSchema } from '../../shared/paper-templates/paper-template.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { draftOfText } from '../support/invented-papers.ts'
import { readNow, storeDraft } from '../support/packages.ts'
import { makeTempFolder, must, openTestBackend, projectFolder } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

const paper = readFileSync(join(projectFolder, 'tests/fixtures/deidentify/town.txt'), 'utf8')
type Host = Pick<OpenHost, 'call'>
async function ask<N extends ProcedureName>(host: Host, name: N, input: ProcedureInput<N>): Promise<Result<ProcedureOutput<N>>> {
  return (await host.call(name, input)) as Result<ProcedureOutput<N>>
}
const review = (host: Host, id: string, decided: Partial<Pick<ProcedureInput<'deidentify.review'>, 'decisions' | 'marks'>> = {}) =>
  must(host, 'deidentify.review', { jobId: 'r', of: { kind: 'draft', id }, decisions: [], marks: [], ...decided })
const wanted = (draftId: string, token: string) => ({ jobId: 'm', draftId, token, decisions: [], marks: [], name: '镇整改方案', description: '', kind: 'team-plan' as const, clientId: 'w' })

/** What the library has of it, by the way it would leave. */
async function stored(host: Host, id: string) {
  const { token } = await must(host, 'deidentify.review', { jobId: 'r', of: { kind: 'template', id }, decisions: [], marks: [] })
  const { contentBase64 } = await must(host, 'packages.content', { jobId: 'p', contents: [{ kind: 'template', id }], passphrase: null, sign: false, reviews: [{ kind: 'template', id, token }] })
  const { contents } = await readNow(Uint8Array.from(Buffer.from(contentBase64, 'base64')))
  return paperTemplateSchema.parse(JSON.parse(contents.find(({ kind }) => kind === 'template')!.text))
}

describe.each(hostNames)('over %s', (hostName) => {
  it('Y30 a draft becomes a stored template by the decisions, and the draft stays as it is', async () => {
    const host = await openHost(hostName, () => openTestBackend({ dataFolder: temp.folder }))
    try {
      const events: BackendEvent[] = []
      host.subscribe((event) => events.push(event))
      const id = await storeDraft(host as never, draftOfText(paper))
      const before = await must(host, 'drafts.open', { draftId: id })
      const first = await review(host, id)
      expect(first.findings.length).toBeGreaterThan(40)
      const decisions = [
        ...first.findings.filter(({ text }) => text === '白石村').map((one) => ({ id: one.id, do: 'keep' as const })),
        ...first.findings.filter(({ text }) => text === '覃志远').map((one) => ({ id: one.id, do: 'replace' as const, key: '书记姓名' })),
      ]
      const marks = first.clues.find(({ text }) => text === '“茶乡夜话”')!.places.map((place) => ({ ...place, key: '品牌活动' }))
      const second = await review(host, id, { decisions, marks })
      expect(second.token).toBe(first.token)
      expect(second.findings.filter(({ kind }) => kind === 'own').map(({ text }) => text)).toEqual(['“茶乡夜话”'])
      expect(second.clues.some(({ text }) => text === '“茶乡夜话”')).toBe(false)
      const { templateId } = await must(host, 'deidentify.make', { ...wanted(id, first.token), decisions, marks, name: ' 整改方案 ', description: '班子用' })
      const template = await stored(host, templateId)
      const text = JSON.stringify(template.blocks)
      expect(template).toMatchObject({ id: templateId, name: '整改方案', description: '班子用', kind: 'team-plan' })
      expect(text).not.toMatch(/柳溪|覃志远|茶乡夜话/u)
      expect(text).toContain('白石村')
      expect(text).toContain('[书记姓名]')
      expect(text).toContain('[品牌活动]')
      expect(await must(host, 'drafts.open', { draftId: id })).toEqual(before)
      await expect.poll(() => events.find(({ type }) => type === 'contents-changed')).toMatchObject({ kind: 'template', clientId: 'w' })
    } finally {
      await host.close()
    }
  }, 60_000)
  it('Y34 says why no template is stored: another draft by now, a name that tells, a key that is none', async () => {
    const host = await openHost(hostName, () => openTestBackend({ dataFolder: temp.folder }))
    try {
      const id = await storeDraft(host as never, draftOfText(paper))
      const { token, findings } = await review(host, id)
      const named = await ask(host, 'deidentify.make', { ...wanted(id, token), name: '柳溪镇的方案' })
      expect(named).toMatchObject({ ok: false, error: { code: 'DEIDENTIFY_NAME', data: { texts: expect.arrayContaining(['柳溪镇']) } } })
      expect(await ask(host, 'deidentify.make', { ...wanted(id, token), description: '覃志远用过' })).toMatchObject({ ok: false, error: { code: 'DEIDENTIFY_NAME' } })
      expect(await ask(host, 'deidentify.make', { ...wanted(id, token), decisions: [{ id: findings[0]!.id, do: 'replace', key: '坏[键' }] })).toMatchObject({ ok: false, error: { code: 'DEIDENTIFY_KEY' } })
      expect(await ask(host, 'deidentify.make', { ...wanted(id, token), name: '  ' })).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
      const { draft, revision } = await must(host, 'drafts.open', { draftId: id })
      await must(host, 'drafts.save', { draftId: id, baseRevision: revision, draft: { ...draft, meta: { ...draft.meta, author: '覃志远' } }, clientId: 'x' })
      expect(await ask(host, 'deidentify.make', wanted(id, token))).toMatchObject({ ok: false, error: { code: 'DEIDENTIFY_CHANGED' } })
      expect(await ask(host, 'deidentify.make', wanted('gone', token))).toMatchObject({ ok: false, error: { code: 'DRAFT_NOT_FOUND' } })
    } finally {
      await host.close()
    }
  }, 60_000)
})

it('Y34 a review tells how far it is and can be stopped; nothing is stored', async () => {
  const backend = await openTestBackend({ dataFolder: temp.folder })
  try {
    const long = draftOfText(Array.from({ length: 60 }, () => paper).join('\n'))
    const id = await storeDraft(backend, long)
    const done: number[] = []
    backend.subscribe((event) => { if (event.type === 'job-progress' && event.jobId === 'r') done.push(event.done) })
    const running = ask(backend, 'deidentify.review', { jobId: 'r', of: { kind: 'draft', id }, decisions: [], marks: [] })
    await new Promise((resolve) => setTimeout(resolve, 60))
    await must(backend, 'jobs.cancel', { jobId: 'r' })
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect((await review(backend, id)).findings.length).toBeGreaterThan(2000)
    expect(done.length).toBeGreaterThan(0)
  } finally {
    await backend.close()
  }
}, 60_000)
