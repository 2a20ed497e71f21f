/** --revisions: both sides of a file with tracked changes, for scripts. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { projectFolder, makeTempFolder } from '../support/test-backend.ts'
import { buildDocx, paragraph, plain, run as words } from '../word/build-docx.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectFolder, 'dist/electron/command-line.js'), ...args], { encoding: 'utf8', cwd: temp.folder, env: { ...process.env, XDG_DATA_HOME: join(temp.folder, 'xdg') } })
  return { code: status, out: stdout, err: stderr }
}

function file(): string {
  const path = join(temp.folder, '修订.docx')
  writeFileSync(path, buildDocx({
    body: plain('某县水务局整改方案', '<w:jc w:val="center"/>') + paragraph(`${words('坚持')}<w:ins w:id="1">${words('问题')}</w:ins><w:del w:id="2"><w:r><w:delText>目标</w:delText></w:r></w:del>${words('导向，务求实效。')}<w:r><w:commentReference w:id="0"/></w:r>`),
    comments: `<w:comment w:id="0" w:author="张三"><w:p>${words('再核')}</w:p></w:comment>`,
  }))
  return path
}

describe('W14 --revisions', () => {
  it('text and recognise read the side asked for, the accepted one unasked', () => {
    const path = file()
    expect(run('text', path).out).toContain('坚持问题导向，务求实效。')
    expect(run('text', path, '--revisions', 'accepted').out).toContain('坚持问题导向')
    expect(run('text', path, '--revisions', 'original').out).toContain('坚持目标导向，务求实效。')
    const recognised = run('recognise', path, '--revisions', 'original', '--json')
    expect(JSON.stringify(JSON.parse(recognised.out))).toContain('坚持目标导向')
    expect(recognised.err).toContain('按修订前处理')
    expect(recognised.err).toContain('批注 1 条已保留')
    expect((JSON.parse(recognised.out) as { draft: { notes: unknown } }).draft.notes).toEqual([expect.objectContaining({ kind: 'comment', author: '张三', text: '再核' })])
  }, 60_000)

  it('import stores the side asked for', () => {
    const data = join(temp.folder, '资料')
    const imported = run('import', file(), '--revisions', 'original', '--data', data, '--json')
    expect(imported.code).toBe(0)
    const [{ draftId }] = JSON.parse(imported.out) as [{ draftId: string }]
    expect(run('text', draftId, '--data', data).out).toContain('坚持目标导向')
  }, 60_000)

  it('L1 anything else is a usage error', () => {
    for (const args of [['text', file(), '--revisions', 'both'], ['list', '--revisions', 'original']]) expect(run(...args)).toMatchObject({ code: 2, out: '' })
  }, 60_000)
})
