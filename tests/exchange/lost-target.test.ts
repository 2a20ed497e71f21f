/** Z21: the stick is pulled while a package is written. */
import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fullDraft } from '../support/full-draft.ts'
import { storeDraft } from '../support/packages.ts'
import { callAs, makeTempFolder, openTestBackend } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

describe('a place that goes away', () => {
  it('Z21 while a package is written: it is said, no half package is left, and the next try is whole', async () => {
    const stick = join(temp.folder, 'U盘')
    const target = join(stick, '交换.zgx')
    const backend = await openTestBackend({ dataFolder: join(temp.folder, 'data'), ports: { chooseSavePath: () => Promise.resolve(target) } })
    try {
      const contents = [{ kind: 'draft' as const, id: await storeDraft(backend, fullDraft) }]
      const make = () => callAs(backend, 'packages.make', { jobId: 'j', contents, passphrase: null, sign: false, target: { kind: 'choose' }, ifExists: 'ask' })
      await mkdir(stick)
      let made: Awaited<ReturnType<typeof make>> | undefined
      const making = make().then((result) => { made = result })
      // As soon as something stands there, the folder is somewhere else.
      while (made === undefined && readdirSync(stick).length === 0) await turn()
      renameSync(stick, join(temp.folder, '拔出'))
      await making
      expect(made).toMatchObject({ ok: false, error: { code: 'TARGET_LOST', message: expect.stringContaining('没有留下不完整的文件') } })
      expect(existsSync(target)).toBe(false)
      expect(readdirSync(join(temp.folder, '拔出')).filter((name) => name.endsWith('.zgx'))).toEqual([])
      const again = await make()
      expect(again).toMatchObject({ ok: true, value: { path: target } })
      expect(readdirSync(stick)).toEqual(['交换.zgx'])
    } finally {
      await backend.close()
    }
  })

  it('Z21 before it is written: a folder that cannot be is told of, and nothing is left', async () => {
    writeFileSync(join(temp.folder, 'file'), '')
    const backend = await openTestBackend({ dataFolder: join(temp.folder, 'data'), ports: { chooseSavePath: () => Promise.resolve(join(temp.folder, 'file', 'x.zgx')) } })
    try {
      const contents = [{ kind: 'draft' as const, id: await storeDraft(backend, fullDraft) }]
      expect(await callAs(backend, 'packages.make', { jobId: 'j', contents, passphrase: null, sign: false, target: { kind: 'choose' }, ifExists: 'ask' })).toMatchObject({ ok: false, error: { code: 'TARGET_NOT_WRITABLE' } })
    } finally {
      await backend.close()
    }
  })
})
