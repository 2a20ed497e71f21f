/**
 * npm run compare-readers: reads every fixture with our reader and with the programs that are installed, and writes the
 * table between the marks in docs/reading.md. Nothing in it is typed by hand.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { comparedCases, type ComparedCase } from './cases.ts'
import { compareTexts, toldOf } from './compare-text.ts'
import { presentReaders, writeInputs, type Reading } from './readers.ts'

const [begin, end] = ['<!-- compare-readers: begin -->', '<!-- compare-readers: end -->']
const page = join(import.meta.dirname, '../../docs/reading.md')

const cellText = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;')

function cellOf(one: ComparedCase, reading: Reading | undefined): string {
  if (reading === undefined) return '没有读出'
  return 'refused' in reading ? `读不出：${reading.refused.slice(0, 40)}` : toldOf(compareTexts(one.expectedText, reading.text))
}

async function main(): Promise<number> {
  const cases = await comparedCases()
  if (cases.length === 0) {
    process.stderr.write('no fixtures with an expected text (tests/word/reading-cases.ts, tests/foreign/foreign-cases.ts)\n')
    return 1
  }
  const { readers, missing } = presentReaders()
  for (const name of missing) process.stderr.write(`${name} is not installed: its column is left out\n`)
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-compare-'))
  try {
    const inputs = writeInputs(folder, cases)
    const columns: ReadonlyMap<string, Reading>[] = []
    for (const reader of readers) {
      process.stderr.write(`${reader.name} …\n`)
      columns.push(await reader.read(inputs, folder))
    }
    const rows = cases.map((one, index) => [`${one.shows === '' ? one.name : one.shows}（${one.extension}）`, ...columns.map((column) => cellOf(one, column.get(inputs[index]!.path)))])
    const whole = columns.map((_, at) => rows.filter((row) => row[at + 1]!.startsWith('全')).length)
    const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`
    const table = [
      `${cases.length} 份材料，${readers.map(({ name }, at) => `${name} ${whole[at]} 份全`).join('，')}。`, '',
      ...readers.slice(1).map(({ name, about }) => `- ${name}：${about}`), '',
      line(['材料', ...readers.map(({ name }) => name)]), line(['---', ...readers.map(() => '---')]), ...rows.map(line),
    ].join('\n')
    const before = existsSync(page) ? readFileSync(page, 'utf8') : `# 读取\n\n${begin}\n${end}\n`
    const [from, to] = [before.indexOf(begin), before.indexOf(end)]
    const marked = from === -1 || to === -1 ? `${before.trimEnd()}\n\n${begin}\n${table}\n${end}\n` : `${before.slice(0, from + begin.length)}\n${table}\n${before.slice(to)}`
    writeFileSync(page, marked)
    process.stdout.write(`${readers.map(({ name }, at) => `${name} ${whole[at]}/${cases.length}`).join(', ')}\n`)
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exit(await main())
