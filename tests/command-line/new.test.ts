/** The built command line beginning drafts from templates. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeTempFolder, projectFolder } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

function run(...args: string[]) {
  const result = spawnSync(process.execPath, [join(projectFolder, 'dist/electron/command-line.js'), ...args, '--data', join(temp.folder, 'data')], { encoding: 'utf8', cwd: temp.folder })
  return { code: result.status, out: result.stdout, err: result.stderr }
}

it('M16 begins a draft by the template’s name, with aspects and values, and prints its id', () => {
  const made = run('new', '--template', '领导班子 整改方案', '--aspects', '“四风”四个方面', '--set', '单位全称=青禾县水务局', '--set', '[会议名称]=专题民主生活会', '--json')
  expect(made).toMatchObject({ code: 0, err: '' })
  const { draftId } = JSON.parse(made.out) as { draftId: string }
  const { out } = run('text', draftId)
  expect(out).toContain('青禾县水务局领导班子专题民主生活会整改方案')
  expect(out.match(/（.）.{4}方面/gu)).toEqual(['（一）形式主义方面', '（二）官僚主义方面', '（三）享乐主义方面', '（四）奢靡之风方面'])
  expect(out).toContain('[会议日期]')
  const plain = run('new', '--template', 'ledger-task')
  expect(plain.code).toBe(0)
  expect(run('list').out).toContain(plain.out.trim())
})

it('M16 L1 what is not known names what there is; what is not said right is a usage error', () => {
  expect(run('new', '--template', '没有的')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('可用的模板：个人整改方案、领导班子整改方案') })
  expect(run('new', '--template', 'other', '--aspects', '没有的')).toMatchObject({ code: 1, err: expect.stringContaining('2023年主题教育六个方面') })
  for (const wrong of [['new'], ['new', 'a.docx', '--template', 'other'], ['new', '--template', 'other', '--set', '没有等号'], ['list', '--set', 'a=b']]) expect(run(...wrong).code).toBe(2)
})
