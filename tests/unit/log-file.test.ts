import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLogFile } from '../../electron/backend/files/log-file.ts'

let folder: string
const at = (): Date => new Date('2023-11-09T02:30:00Z')
const written = (): Promise<string> => readFile(join(folder, 'logs', 'zhenggao.log'), 'utf8')

beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), '运行 记录 ')) })
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the record of what the program did', () => {
  test('has one line for each event', async () => {
    const log = openLogFile(join(folder, 'logs'), at)
    log.info('started', { port: 4321 })
    log.error('failed\n  twice', { id: 'a b', error: new Error('no\nway') })
    expect(await written()).toBe('2023-11-09T02:30:00.000Z info started port=4321\n2023-11-09T02:30:00.000Z error failed ⏎ twice id="a b" error=no ⏎ way\n')
  })

  test('cuts what is long: text of a document has no place here', async () => {
    openLogFile(join(folder, 'logs'), at).info('saved', { text: '整改'.repeat(5000) })
    expect((await written()).length).toBeLessThan(300)
  })

  test('goes on where it stopped, and turns over into a few files', async () => {
    openLogFile(join(folder, 'logs'), at).info('first')
    const log = openLogFile(join(folder, 'logs'), at)
    for (let count = 0; count < 20_000; count += 1) log.info('line', { fill: 'x'.repeat(150) })
    const names = (await readdir(join(folder, 'logs'))).sort()
    expect(names).toEqual(['zhenggao.1.log', 'zhenggao.2.log', 'zhenggao.log'])
    for (const name of names) expect((await stat(join(folder, 'logs', name))).size).toBeLessThanOrEqual(512 * 1024)
  })

  test('never throws, even where it cannot be written', async () => {
    await writeFile(join(folder, 'logs'), '')
    expect(() => openLogFile(join(folder, 'logs'), at).error('nowhere to go')).not.toThrow()
  })
})
