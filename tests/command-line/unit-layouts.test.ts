/** Layouts and Word templates of the unit, used from the command line. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { paper, useCommandLine } from '../support/command-line.ts'
import { must, openTestBackend } from '../support/test-backend.ts'
import { wordTemplate } from '../support/word-template.ts'

const temp = useCommandLine()
const { run, file } = temp

describe('layouts and templates of the unit', () => {
  const data = () => join(temp.folder, 'library')
  const withLibrary = async <T>(use: (backend: Awaited<ReturnType<typeof openTestBackend>>) => Promise<T>): Promise<T> => {
    const backend = await openTestBackend({ dataFolder: data() })
    try {
      return await use(backend)
    } finally {
      await backend.close()
    }
  }
  const documentAt = (name: string) => strFromU8(unzipSync(readFileSync(join(temp.folder, name)))['word/document.xml']!)

  it('U10 --layout finds the unit’s own by name and id with --data, and says which there are', async () => {
    const source = file('a.txt', paper)
    const own = await withLibrary(async (backend) => {
      const { layout } = await must(backend, 'layouts.copy', { id: 'common', clientId: 'x' })
      await must(backend, 'layouts.save', { layout: { ...layout, name: '局用版式', grid: { ...layout.grid, linePitch: 570 } }, base: layout, clientId: 'x' })
      return layout.id
    })
    for (const [name, to] of [['局用版式', 'b.docx'], [own, 'c.docx']] as const) {
      expect(run(['export', source, '--to', join(temp.folder, to), '--layout', name, '--data', data()])).toMatchObject({ code: 0 })
      expect(documentAt(to)).toContain('w:linePitch="570"')
    }
    expect(run(['ledger', source, '--to', join(temp.folder, 'd.docx'), '--layout', '局用版式', '--data', data()])).toMatchObject({ code: 0 })
    expect(run(['export', source, '--to', join(temp.folder, 'e.docx'), '--layout', '没有', '--data', data()])).toMatchObject({ code: 1, err: expect.stringContaining('局用版式') })
    expect(run(['export', source, '--to', join(temp.folder, 'e.docx'), '--layout', '局用版式'])).toMatchObject({ code: 1, err: expect.stringContaining('LAYOUT_UNKNOWN') })
    expect(existsSync(join(temp.folder, 'e.docx'))).toBe(false)
    // A draft of the library set in it needs no option.
    const draftId = await withLibrary(async (backend) => {
      const made = await must(backend, 'drafts.create', { kind: 'team-plan' })
      const { draft, revision } = await must(backend, 'drafts.open', made)
      await must(backend, 'drafts.save', { ...made, baseRevision: revision, draft: { ...draft, layout: own }, clientId: 'x' })
      return made.draftId
    })
    expect(run(['export', draftId, '--to', join(temp.folder, 'f.docx'), '--data', data()])).toMatchObject({ code: 0 })
    expect(documentAt('f.docx')).toContain('w:linePitch="570"')
  })

  it('U16 --template fills a template of the library by name, or a file', async () => {
    const source = file('a.txt', paper)
    await withLibrary((backend) => must(backend, 'templates.add', { jobId: 'j', name: '局模板.docx', contentBase64: Buffer.from(wordTemplate()).toString('base64'), clientId: 'x' }))
    const { code, err } = run(['export', source, '--to', join(temp.folder, 'b.docx'), '--template', '局模板', '--data', data()])
    expect({ code, told: err.includes('留了空') }).toEqual({ code: 0, told: true })
    expect(documentAt('b.docx')).toContain('linesAndChars')
    const template = join(temp.folder, 't.docx')
    writeFileSync(template, wordTemplate())
    expect(run(['export', source, '--to', join(temp.folder, 'c.docx'), '--template', template])).toMatchObject({ code: 0 })
    expect(readFileSync(template).equals(Buffer.from(wordTemplate()))).toBe(true)
    expect(run(['export', source, '--to', join(temp.folder, 'd.docx'), '--template', '没有', '--data', data()])).toMatchObject({ code: 1, err: expect.stringContaining('局模板') })
    expect(run(['export', source, '--to', join(temp.folder, 'd.txt'), '--template', '局模板', '--data', data()])).toMatchObject({ code: 2 })
  })
})
