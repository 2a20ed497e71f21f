/** `package` of the built command line: made in one data folder, shown and opened in another. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentsIn, storeContents } from '../support/contents.ts'
import { fullDraft } from '../support/full-draft.ts'
import { ownAspects, ownTemplate, putContent } from '../support/own-contents.ts'
import { storedContents, storeDraft } from '../support/packages.ts'
import { makeTempFolder, openTestBackend, projectFolder } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
let id: string
const data = (name: string) => join(temp.folder, name)
beforeEach(async () => {
  temp = makeTempFolder()
  const backend = await openTestBackend({ dataFolder: data('one') })
  id = await storeDraft(backend, fullDraft)
  await backend.close()
})
afterEach(() => temp.remove())

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectFolder, 'dist/electron/command-line.js'), 'package', ...args], { encoding: 'utf8', cwd: temp.folder, env: { ...process.env, XDG_DATA_HOME: join(temp.folder, 'xdg') } })
  return { code: status, out: stdout, err: stderr }
}

describe('package', () => {
  it.each([[[]], [['pack']], [['make', 'x']], [['make', '--to', 'x.zgx']], [['make', '--to', 'x.zip', 'a']], [['show']], [['open', 'a', '--conflict', 'mine']], [['show', 'a', '--sign']], [['undo']], [['list', 'x']]])('L1 %j is a usage error', (args) => {
    expect(run(...args)).toMatchObject({ code: 2, out: '' })
  })
  it('Z9 made, shown, opened and undone, under a passphrase and signed', () => {
    writeFileSync(join(temp.folder, 'word.txt'), '口令 1\r\n')
    const made = run('make', '--to', 'out.zgx', id, '--passphrase-file', 'word.txt', '--sign', '--data', data('one'), '--json')
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' })
    const { path, contents, fingerprint } = JSON.parse(made.out) as { path: string; contents: number; fingerprint: string }
    expect({ path, contents }).toEqual({ path: join(temp.folder, 'out.zgx'), contents: 1 })
    const before = readFileSync(path)
    expect(run('show', 'out.zgx', '--data', data('two'))).toMatchObject({ code: 1, out: '', err: expect.stringContaining('PACKAGE_ENCRYPTED') })
    const shown = run('show', 'out.zgx', '--passphrase-file', 'word.txt', '--data', data('two'), '--json')
    expect(JSON.parse(shown.out)).toMatchObject({ encrypted: true, signer: { state: 'unknown', fingerprint }, contents: [{ id, state: 'new' }] })
    expect(run('open', 'out.zgx', '--passphrase-file', 'word.txt', '--data', data('two'))).toMatchObject({ code: 1, out: '', err: expect.stringContaining(fingerprint) })
    expect(storedContents(data('two')).drafts).toEqual({})
    const opened = run('open', 'out.zgx', '--passphrase-file', 'word.txt', '--confirm-signer', fingerprint, '--data', data('two'), '--json')
    expect(opened).toMatchObject({ code: 0, err: '' })
    expect(storedContents(data('two'))).toEqual(storedContents(data('one')))
    const { openingId } = JSON.parse(opened.out) as { openingId: string }
    expect(run('undo', openingId, '--data', data('two'))).toMatchObject({ code: 0, out: '已撤销 1 项\n' })
    expect(storedContents(data('two')).trashed).toEqual([id])
    expect(readFileSync(path).equals(before)).toBe(true)
  }, 60_000)
  it('Z8 Z9 replaces no file unasked, and leaves none where something is not in the library', () => {
    writeFileSync(join(temp.folder, 'there.zgx'), '别人的')
    expect(run('make', '--to', 'there.zgx', id, '--data', data('one'))).toMatchObject({ code: 1, err: expect.stringContaining('FILE_EXISTS') })
    expect(readFileSync(join(temp.folder, 'there.zgx'), 'utf8')).toBe('别人的')
    expect(run('make', '--to', 'new.zgx', id, 'gone', '--data', data('one'))).toMatchObject({ code: 1, err: expect.stringContaining('PACKAGE_CONTENT_UNKNOWN') })
    expect(existsSync(join(temp.folder, 'new.zgx'))).toBe(false)
    expect(run('make', '--to', 'there.zgx', id, '--replace', '--data', data('one')).code).toBe(0)
    expect(run('show', 'there.zgx', '--data', data('one')).out).toContain(`相同\t文稿\t${id}`)
    expect(readdirSync(temp.folder).filter((name) => name.includes('.tmp'))).toEqual([])
  }, 60_000)
  it('Z23 packs contents of every kind by id or kind and id, and lists what was opened', () => {
    storeContents(data('one'))
    const made = run('make', '--to', 'all.zgx', id, 'template-1', 'snippet:snippet-1', 'ledger-1', '--reviewed', '--data', data('one'), '--json')
    expect(made.code).toBe(0)
    // The aspect set the template names goes along.
    expect(JSON.parse(made.out)).toMatchObject({ contents: 5 })
    expect(run('make', '--to', 'no.zgx', 'template:snippet-1', '--data', data('one'))).toMatchObject({ code: 1, err: expect.stringContaining('PACKAGE_CONTENT_UNKNOWN') })
    expect(existsSync(join(temp.folder, 'no.zgx'))).toBe(false)
    expect(run('list', '--data', data('two'))).toMatchObject({ code: 0, out: '' })
    const shown = run('show', 'all.zgx', '--data', data('two')).out
    for (const words of ['新\t模板\ttemplate-1', '新\t素材\tsnippet-1', '新\t台账\tledger-1', '新\t方面\taspects-1']) expect(shown).toContain(words)
    const { openingId } = JSON.parse(run('open', 'all.zgx', '--data', data('two'), '--json').out) as { openingId: string }
    expect(contentsIn(data('two'))).toEqual(contentsIn(data('one')))
    expect(run('list', '--data', data('two')).out).toMatch(new RegExp(`^${openingId}\t.*\tall\\.zgx\t.*模板 1`))
    expect(run('undo', openingId, '--data', data('two'))).toMatchObject({ code: 0, out: '已撤销 5 项\n' })
    expect(run('list', '--data', data('two')).out).toMatch(/\t已撤销\n$/)
    expect(JSON.parse(run('list', '--data', data('two'), '--json').out)).toMatchObject({ openings: [{ id: openingId, undoneAt: expect.any(String) }] })
  }, 60_000)
})

describe('templates and snippets', () => {
  it('Y42 the review is printed, and nothing is written without --reviewed', async () => {
    const backend = await openTestBackend({ dataFolder: data('one') })
    await putContent(backend, 'template', ownTemplate)
    await putContent(backend, 'aspects', ownAspects)
    await backend.close()
    const refused = run('make', '--to', 'out.zgx', id, ownTemplate.id, ownAspects.id, '--data', data('one'))
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain('模板“整改方案”：还有 4 项可能认出本单位。')
    expect(refused.err).toContain('青禾县水务局\t')
    expect(refused.err).toContain('方面“两方面”：没有发现可能认出本单位的内容。')
    expect(refused.err).toContain('PACKAGE_REVIEW_NEEDED')
    expect(existsSync(join(temp.folder, 'out.zgx'))).toBe(false)
    const made = run('make', '--to', 'out.zgx', id, ownTemplate.id, ownAspects.id, '--reviewed', '--data', data('one'), '--json')
    expect(made.code).toBe(0)
    expect(made.err).toContain('青禾县水务局\t')
    expect(JSON.parse(made.out)).toMatchObject({ contents: 3 })
    expect(run('show', 'out.zgx', '--data', data('two')).out).toMatch(/新\t模板\town-template/u)
    expect(run('show', 'out.zgx', '--reviewed')).toMatchObject({ code: 2 })
  }, 60_000)
})
