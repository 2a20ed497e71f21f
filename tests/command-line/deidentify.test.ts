/** The built command line making templates. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { draftSchema } from '../../shared/document/draft.ts'
import { printText } from '../../shared/document/print-text.ts'
import { makeTempFolder, projectFolder } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

function run(...args: string[]) {
  const result = spawnSync(process.execPath, [join(projectFolder, 'dist/electron/command-line.js'), ...args], { encoding: 'utf8', cwd: temp.folder, env: { ...process.env, XDG_DATA_HOME: join(temp.folder, 'xdg') } })
  return { code: result.status, out: result.stdout, err: result.stderr }
}

const paper = `青禾县水务局党组班子整改方案

一、整改措施
（一）理论学习方面
一是学用结合不紧。
整改措施：由罗启元负责，检查库房2次。
整改时限：2023年11月底前完成。
`

it('Y15 a file becomes a template with findings and what still tells of the unit; nothing is stored, no file is written over', () => {
  const file = join(temp.folder, 'paper.txt')
  const to = join(temp.folder, 'out.json')
  writeFileSync(file, paper)
  const done = run('deidentify', file, '--to', to, '--json')
  expect(done).toMatchObject({ code: 0, err: '' })
  const written = JSON.parse(readFileSync(to, 'utf8'))
  const template = draftSchema.parse(written.template)
  expect(printText(template)).not.toMatch(/青禾|水务|罗启元|2023|11月/u)
  expect(printText(template)).toContain('[单位全称]')
  expect(written.findings.map((one: { text: string }) => one.text)).toEqual(['青禾县水务局', '罗启元', '2', '2023年', '11月底'])
  expect(written.stillIdentifying.map((one: { text: string }) => one.text)).toContain('库房')
  expect(JSON.parse(done.out)).toMatchObject({ path: to, findings: 5 })
  expect(readFileSync(file, 'utf8')).toBe(paper)
  expect(existsSync(join(temp.folder, 'xdg'))).toBe(false)
  writeFileSync(to, 'mine')
  expect(run('deidentify', file, '--to', to).code).toBe(1)
  expect(readFileSync(to, 'utf8')).toBe('mine')
  expect(run('deidentify', file, '--to', to, '--replace').code).toBe(0)
})

it('Y15 a stored draft is read with its unit’s profile and stays as it is; wrong use is told of', () => {
  const file = join(temp.folder, 'paper.txt')
  const data = join(temp.folder, 'data')
  writeFileSync(file, paper)
  const [id] = run('import', file, '--data', data).out.split('\t')
  const before = run('text', id!, '--data', data).out
  expect(run('deidentify', id!, '--to', join(temp.folder, 'out.json'), '--data', data).code).toBe(0)
  expect(run('text', id!, '--data', data).out).toBe(before)
  expect(run('deidentify', file).code).toBe(2)
  expect(run('deidentify', '--to', 'x.json').code).toBe(2)
  expect(run('deidentify', file, '--to', 'x.docx').code).toBe(2)
  expect(run('deidentify', 'gone.txt', '--to', 'x.json')).toMatchObject({ code: 1, out: '' })
})
