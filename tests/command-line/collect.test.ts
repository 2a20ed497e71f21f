/** `collect` of the built command line: a folder of packages as one ledger. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSheets } from '../../electron/backend/sheet/sheet-package.ts'
import { readCells } from '../../electron/backend/sheet/sheet-cells.ts'
import { useCommandLine } from '../support/command-line.ts'
import { ledgerPart, unitLedger, unitPackage } from '../support/unit-packages.ts'

const line = useCommandLine()

async function packs(): Promise<string> {
  const folder = join(line.folder, '报送')
  mkdirSync(join(folder, '乡镇'), { recursive: true })
  writeFileSync(join(folder, '水务.zgx'), await unitPackage('青禾县水务局', [ledgerPart(unitLedger('青禾县水务局', [{ key: 'a', category: '理论学习方面', problem: '学得少。', state: 'done' }, { key: 'b', problem: '调研浅。', due: '2024-01-01', state: 'under-way' }]))]))
  writeFileSync(join(folder, '乡镇', '丰谷.zgx'), await unitPackage('丰谷镇', [ledgerPart(unitLedger('丰谷镇', [{ key: 'a', problem: '督办松。' }]))], { passphrase: '口令 1' }))
  writeFileSync(join(folder, '坏.zgx'), '不是包')
  writeFileSync(join(folder, '说明.txt'), '别的文件')
  return folder
}

describe('collect', () => {
  it.each([[[]], [['x']], [['x', '--to', 'out.pdf']], [['--to', 'out.xlsx']], [['x', '--to', 'out.xlsx', '--sign']]])('L1 %j is a usage error', (args) => {
    expect(line.run(['collect', ...args])).toMatchObject({ code: 2, out: '' })
  })
  it('J16 a folder and what is below it becomes one ledger; who is missing and what was not read is told; nothing is stored', async () => {
    const folder = await packs()
    line.file('名单.txt', '\ufeff青禾县水务局\r\n丰谷镇\r\n白石乡\r\n')
    line.file('口令.txt', '口令 1\r\n')
    const ran = line.run(['collect', folder, '--to', 'out.xlsx', '--expect', '名单.txt', '--passphrase-file', '口令.txt', '--json'])
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('PACKAGE_NOT_OURS')
    const told = JSON.parse(ran.out) as Record<string, unknown>
    expect(told).toMatchObject({ items: 3, overdue: 1, files: 2, missing: ['白石乡'], unread: [{ name: '坏.zgx', code: 'PACKAGE_NOT_OURS' }] })
    expect((told['units'] as { name: string; total: number }[]).map(({ name, total }) => [name, total])).toEqual([['青禾县水务局', 2], ['丰谷镇', 1]])
    const file = (await openSheets(new Uint8Array(readFileSync(join(line.folder, 'out.xlsx')))))!
    const units = (await readCells(file, file.sheets[1]!.part)).rows.slice(2).map((row) => [row.cells.get(1)?.text, row.cells.get(2)?.text, row.cells.get(10)?.text])
    file.close()
    expect(units).toEqual([['青禾县水务局', '2', '水务.zgx'], ['丰谷镇', '1', '乡镇/丰谷.zgx'], ['合计 2 个单位', '3', undefined]])
    expect(existsSync(join(line.folder, 'xdg'))).toBe(false)
  }, 60_000)
  it('J16 Word too; a file that is there is replaced only when told', async () => {
    const folder = await packs()
    line.file('out.docx', '别人的')
    expect(line.run(['collect', join(folder, '水务.zgx'), '--to', 'out.docx'])).toMatchObject({ code: 1, err: expect.stringContaining('FILE_EXISTS') })
    const ran = line.run(['collect', join(folder, '水务.zgx'), '--to', 'out.docx', '--replace'])
    expect(ran).toMatchObject({ code: 0, out: `${join(line.folder, 'out.docx')}\n`, err: '读入 1 个包，1 个单位，2 项，逾期 1 项。\n' })
    expect(readFileSync(join(line.folder, 'out.docx')).subarray(0, 2).toString()).toBe('PK')
  }, 60_000)
  it('J16 where nothing can be read nothing is written', async () => {
    mkdirSync(join(line.folder, '空'))
    expect(line.run(['collect', '空', '--to', 'out.xlsx'])).toMatchObject({ code: 1, err: expect.stringContaining('COLLECT_EMPTY') })
    expect(line.run(['collect', '没有.zgx', '--to', 'out.xlsx'])).toMatchObject({ code: 1, err: expect.stringContaining('FILE_NOT_FOUND') })
    expect(existsSync(join(line.folder, 'out.xlsx'))).toBe(false)
  }, 60_000)
})
