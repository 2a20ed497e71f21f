import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import type { Backend } from '../../shared/contract/backend.ts'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import { callAs, makeTempFolder, must, openTestBackend, projectFolder } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
let backend: Backend
beforeEach(async () => {
  temp = makeTempFolder()
  backend = await openTestBackend({ dataFolder: temp.folder })
})
afterEach(async () => {
  await backend.close()
  temp.remove()
})

const plan = readFileSync(join(projectFolder, 'resources/examples/team-plan.txt'))
const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64')
const file = (name: string, content: string | Uint8Array, again = false) => ({ jobId: 'job', name, contentBase64: base64(content), again })
const stored = () => must(backend, 'library.list', { folder: 'active', query: '', kind: null, offset: 0, limit: 500 })

/** Rows of every table a draft is in, counted in the file itself. */
async function rows(): Promise<number[]> {
  await backend.close()
  const database = new (loadSqlite())(join(temp.folder, databaseName), { readonly: true })
  const counts = ['drafts', 'draft_contents', 'versions', 'imports'].map((table) => (database.prepare(`SELECT count(*) AS many FROM ${table}`).get() as { many: number }).many)
  database.close()
  backend = await openTestBackend({ dataFolder: temp.folder })
  return counts
}

describe('W40 a file goes in whole or not at all', () => {
  it('W40 reads, recognises and stores in one call, and says what was found', async () => {
    const result = await must(backend, 'imports.storeFile', file('班子整改方案.txt', plan))
    if (result.outcome !== 'stored') throw new Error(result.outcome)
    expect(result).toMatchObject({ kind: 'team-plan', format: 'txt', understood: true })
    expect(Math.min(result.problems, result.measures, result.timeLimits)).toBeGreaterThan(3)
    const report = await must(backend, 'imports.report', { draftId: result.draftId })
    expect(report).toMatchObject({ name: '班子整改方案.txt', sourceText: expect.stringContaining('整改') })
    expect((await must(backend, 'drafts.open', { draftId: result.draftId })).draft.title).toBe(result.title)
    expect(await rows()).toEqual([1, 1, 1, 1])
  })
  it('W40 the same as through the dialogue of a single file', async () => {
    const one = await must(backend, 'imports.storeFile', file('方案.txt', plan))
    const read = await must(backend, 'imports.read', { jobId: 'j', name: '方案.txt', contentBase64: base64(plan) })
    const two = await must(backend, 'imports.store', { jobId: 'j', source: read.source, corrections: { keep: [], roles: {}, kind: null } })
    const drafts = await Promise.all([one.draftId, two.draftId].map(async (draftId) => ({ ...(await must(backend, 'drafts.open', { draftId })).draft, id: '' })))
    expect(drafts[0]).toEqual(drafts[1])
    const reports = await Promise.all([one.draftId, two.draftId].map(async (draftId) => ({ ...(await must(backend, 'imports.report', { draftId })), importedAt: '' })))
    expect(reports[0]).toEqual(reports[1])
  })
  it('W40 D5 a file that cannot be read is one typed failure, nothing stored; the next one goes in', async () => {
    for (const [content, code] of [['', 'FILE_EMPTY'], [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'FILE_BINARY'], ['%PDF-1.7\n', 'FILE_TYPE_UNSUPPORTED'], [plan.subarray(0, 0), 'FILE_EMPTY']] as const) {
      expect(await callAs(backend, 'imports.storeFile', file('坏.docx', content))).toMatchObject({ ok: false, error: { code } })
    }
    expect(await rows()).toEqual([0, 0, 0, 0])
    await must(backend, 'imports.storeFile', file('好.txt', plan))
    expect(await rows()).toEqual([1, 1, 1, 1])
  })
  it('W42 cancelled in the middle nothing of it is stored', async () => {
    const long = Buffer.from(`${plan.toString('utf8')}\n`.repeat(200))
    const running = callAs(backend, 'imports.storeFile', file('长.txt', long))
    const seen = new Promise<void>((resolve) => backend.subscribe((event) => { if (event.type === 'job-progress') resolve() }))
    await seen
    await must(backend, 'jobs.cancel', { jobId: 'job' })
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect(await rows()).toEqual([0, 0, 0, 0])
  })
})

describe('W43 the same file again', () => {
  it('W43 is told of by its bytes whatever its name, and stored when told to', async () => {
    const first = await must(backend, 'imports.storeFile', file('一.txt', plan))
    expect(await must(backend, 'imports.storeFile', file('二.txt', plan))).toMatchObject({ outcome: 'known', draftId: first.draftId, name: '一.txt', title: first.title })
    expect((await stored()).total).toBe(1)
    expect(await must(backend, 'imports.storeFile', file('二.txt', plan, true))).toMatchObject({ outcome: 'stored' })
    expect((await stored()).total).toBe(2)
    expect(await must(backend, 'imports.storeFile', file('三.txt', `${plan.toString('utf8')}又一句。`))).toMatchObject({ outcome: 'stored' })
  })
  it('W43 also when it came in through the dialogue; a draft in the trash does not count', async () => {
    const read = await must(backend, 'imports.read', { jobId: 'j', name: '方案.txt', contentBase64: base64(plan) })
    const { draftId } = await must(backend, 'imports.store', { jobId: 'j', source: read.source, corrections: { keep: [], roles: {}, kind: 'other' } })
    expect(await must(backend, 'imports.storeFile', file('方案.txt', plan))).toMatchObject({ outcome: 'known', draftId, kind: 'other' })
    await must(backend, 'drafts.trash', { draftIds: [draftId] })
    expect(await must(backend, 'imports.storeFile', file('方案.txt', plan))).toMatchObject({ outcome: 'stored' })
  })
})
