/** Comparing and the further Word files over a real database and real workers. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Backend } from '../../shared/contract/backend.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { settledLines } from '../support/settle-changes.ts'
import { callAs, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'
import { all, parse, structureFaults, unpack } from '../word/structure-checks.ts'

const paper = '某局整改方案\n一、整改措施\n一是学习不够深入。\n整改措施：每月集中学习1次。\n某局党组\n2023年10月20日'
const documentOf = (bytes: Uint8Array) => parse(unpack(bytes)['word/document.xml']!)

describe('comparison and Word files of a draft', () => {
  let backend: Backend
  let temp: ReturnType<typeof makeTempFolder>
  beforeEach(async () => {
    temp = makeTempFolder()
    backend = await openTestBackend({ dataFolder: temp.folder })
  })
  afterEach(async () => {
    await backend.close()
    temp.remove()
  })

  async function twoVersions() {
    const preview = await must(backend, 'imports.paste', { jobId: 'j', text: paper })
    const { draftId } = await must(backend, 'imports.store', { jobId: 'j', source: preview.source, corrections: { keep: [], roles: {}, kind: null } })
    const { draft: old, revision } = await must(backend, 'drafts.open', { draftId })
    const now: Draft = {
      ...old, blocks: old.blocks.map((block) => (block.role === 'measure' ? { ...block, runs: [{ text: '每月集中学习2次，年底前见效。' }] } : block)),
      notes: [{ id: 'n1', kind: 'comment', blockId: old.blocks.find((block) => block.role === 'measure')!.id, quote: '年底前', at: 9, text: '哪一年？', author: '张三' }, { id: 'n2', kind: 'footnote', blockId: 'gone', text: '出处' }],
    }
    await must(backend, 'drafts.save', { draftId, baseRevision: revision, draft: now, clientId: 'w' })
    const { versions } = await must(backend, 'versions.list', { draftId })
    return { draftId, old, now, from: versions.at(-1)!.id }
  }

  it('N13 compares a version with the present state and with another version', async () => {
    const { draftId, from } = await twoVersions()
    const { blocks, counts } = await must(backend, 'comparison.read', { draftId, from, to: null, jobId: 'c' })
    expect(counts.changes).toBeGreaterThan(0)
    expect(blocks.filter((block) => block.kind === 'text' && block.pieces.some((piece) => piece.change)).map((block) => block.role)).toEqual(['measure'])
    expect((await must(backend, 'comparison.read', { draftId, from, to: from, jobId: 'c' })).counts.changes).toBe(0)
    expect(await callAs(backend, 'comparison.read', { draftId, from: 999, to: null, jobId: 'c' })).toMatchObject({ ok: false, error: { code: 'VERSION_NOT_FOUND' } })
    expect(await callAs(backend, 'comparison.read', { draftId: 'none', from, to: null, jobId: 'c' })).toMatchObject({ ok: false, error: { code: 'DRAFT_NOT_FOUND' } })
  })

  it('N8 N12 writes both files under names of their own, never over a changed one unasked', async () => {
    const { draftId, old, now, from } = await twoVersions()
    const notes = { kind: 'notes', draftId } as const
    const written = await must(backend, 'exports.variant', { variant: notes, target: { kind: 'default' }, ifExists: 'ask' })
    expect(written.path).toMatch(/某局整改方案（带批注）\.docx$/)
    const bytes = new Uint8Array(readFileSync(written.path))
    expect(structureFaults(bytes)).toEqual([])
    expect(all(parse(unpack(bytes)['word/comments.xml']!), 'w:comment').map((one) => one.attributes['w:author'])).toEqual(['张三'])
    const changes = { kind: 'changes', draftId, from, to: null, author: '李四', date: '2024-06-30T09:05:00' } as const
    const tracked = await must(backend, 'exports.variant', { variant: changes, target: { kind: 'default' }, ifExists: 'ask' })
    expect(tracked.path).toMatch(/某局整改方案（修订）\.docx$/)
    const document = documentOf(new Uint8Array(readFileSync(tracked.path)))
    expect(settledLines(document, 'accept').join('\n')).toBe(printText(now))
    expect(settledLines(document, 'reject').join('\n')).toBe(printText(old))
    const content = await must(backend, 'exports.variantContent', { variant: changes })
    expect(content.fileName).toBe('某局整改方案（修订）.docx')
    expect(Buffer.from(content.contentBase64, 'base64').equals(readFileSync(tracked.path))).toBe(true)
    expect(await callAs(backend, 'exports.variant', { variant: { ...changes, date: '30.6.2024' } as never, target: { kind: 'default' }, ifExists: 'ask' })).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
  })
})
