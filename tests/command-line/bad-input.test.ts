/** Files and places the command line cannot do anything with: one message, one code, nothing half done. */
import { execFileSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { paper, useCommandLine } from '../support/command-line.ts'
import { projectFolder, makeTempFolder } from '../support/test-backend.ts'

const temp = useCommandLine()
const { run, file } = temp

describe('D5 bad input', () => {
  const cases: readonly (readonly [string, () => string, string])[] = [
    ['an empty file', () => file('e.txt', ''), 'FILE_EMPTY'],
    ['a folder', () => { mkdirSync(join(temp.folder, 'f')); return join(temp.folder, 'f') }, 'FILE_IS_FOLDER'],
    ['no file', () => join(temp.folder, 'none.txt'), 'FILE_NOT_FOUND'],
    ['20 MB of text', () => file('big.txt', '整改措施落实情况。\n'.repeat(760_000)), 'FILE_TOO_LARGE'],
    ['a picture', () => file('p.docx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])), 'FILE_BINARY'],
    ['an old Word file', () => file('o.docx', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1024)])), 'FILE_TYPE_UNSUPPORTED'],
  ]
  it.each(cases)('D5 %s: one message, one code, nothing stored', (_what, make, code) => {
    const path = make()
    for (const command of [['recognise', path, '--json'], ['text', path, '--json'], ['import', path, '--data', join(temp.folder, 'd'), '--json']]) {
      const ran = run(command)
      expect(ran.code, command[0]).toBe(1)
      expect(ran.out).toContain(command[0] === 'import' && code === 'FILE_IS_FOLDER' ? 'FOLDER_EMPTY' : code)
      expect(ran.err.trim().split('\n').length).toBe(1)
    }
    expect(JSON.parse(run(['list', '--data', join(temp.folder, 'd'), '--json']).out)).toEqual({ drafts: [] })
  }, 60_000)

  const nobody = 65_534
  const canDrop = process.getuid?.() === 0 && readable(projectFolder)
  it.skipIf(!canDrop)('D5 a file one may not read', () => {
    const path = file('secret.txt', paper)
    chmodSync(path, 0o600)
    chmodSync(temp.folder, 0o777)
    expect(run(['recognise', path, '--json'], { uid: nobody })).toMatchObject({ code: 1, out: expect.stringContaining('FILE_NOT_READABLE') })
    mkdirSync(join(temp.folder, 'closed'), { mode: 0o755 })
    chmodSync(path, 0o644)
    expect(run(['export', path, '--to', join(temp.folder, 'closed/x.docx'), '--json'], { uid: nobody })).toMatchObject({ code: 1, out: expect.stringContaining('TARGET_NOT_WRITABLE') })
  })

  it.skipIf(!canMount())('S8 a full disk: one message, no half file, and the library whole', () => {
    const disk = join(temp.folder, 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk])
    try {
      const source = file('a.txt', paper)
      const data = join(disk, 'data')
      expect(run(['import', source, '--data', data]).code).toBe(0)
      writeFileSync(join(disk, 'filler'), Buffer.alloc(4096))
      try {
        for (;;) writeFileSync(join(disk, `filler${readdirSync(disk).length}`), Buffer.alloc(4096))
      } catch {
        // Full now, as meant.
      }
      const exported = run(['export', source, '--to', join(disk, 'x.docx'), '--json'])
      expect(exported).toMatchObject({ code: 1, out: expect.stringContaining('DISK_FULL') })
      expect(existsSync(join(disk, 'x.docx'))).toBe(false)
      expect(readdirSync(disk).filter((name) => name.includes('x.docx'))).toEqual([])
      const imported = run(['import', file('b.txt', paper.repeat(40)), '--data', data, '--json'])
      expect(imported.code).toBe(1)
      expect(imported.out).toContain('DISK_FULL')
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

function readable(folder: string): boolean {
  try {
    for (let path = folder; path !== '/'; path = dirname(path)) {
      accessSync(path, constants.R_OK)
      if ((Number(execFileSync('stat', ['-c', '%a', path], { encoding: 'utf8' }).trim().at(-1)) & 1) === 0) return false
    }
    return true
  } catch {
    return false
  }
}

function canMount(): boolean {
  if (process.getuid?.() !== 0) return false
  const probe = makeTempFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe.folder], { stdio: 'ignore' })
    execFileSync('umount', [probe.folder])
    return true
  } catch {
    return false
  } finally {
    probe.remove()
  }
}
