/**
 * npm run fuzz [-- --count 20000 --seed N --format docx --first K --slow MS]: damaged files through every reader. Prints
 * what became of them, and which took longer than 5 s: a small file that does grows faster than its size; keeps each file that broke a law in `dist/fuzz/`. Exit code 1 where there are any.
 * With --packages damaged packages (.zgx) are opened in a library instead (5,000 where no count is given).
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadPackageBases } from './package-files.ts'
import { loadFixtures } from './fixtures.ts'
import { runFuzz } from './run-fuzz.ts'
import { runPackageFuzz } from './run-package-fuzz.ts'

const { values } = parseArgs({ options: { packages: { type: 'boolean', default: false }, count: { type: 'string' }, seed: { type: 'string', default: '1' }, format: { type: 'string' }, first: { type: 'string', default: '0' }, 'store-every': { type: 'string', default: '20' }, slow: { type: 'string', default: '5000' } } })
const seed = Number(values.seed)
const first = Number(values.first)
const count = Number(values.count ?? (values.packages ? '5000' : '20000'))
const begin = performance.now()
const say = (done: number) => process.stderr.write(`${done}/${count} ${Math.round((performance.now() - begin) / 1000)} s\n`)

interface Found { readonly file: { readonly name: string; readonly bytes: Uint8Array }; readonly from: string; readonly problem: string }

/** Keeps what broke a law, prints what became of all, and ends the program. */
function end(told: Readonly<Record<string, unknown>>, findings: readonly Found[], peakMemory: number): never {
  const folder = join(import.meta.dirname, '../../dist/fuzz')
  for (const { file, from, problem } of findings) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `seed${seed}-${file.name}`), file.bytes)
    process.stderr.write(`\n${file.name} (from ${from}): ${problem}\n`)
  }
  process.stdout.write(`${JSON.stringify({ seed, ...told, seconds: Math.round((performance.now() - begin) / 1000), peakMemoryMb: Math.round(peakMemory / 1024 / 1024), findings: findings.length }, null, 2)}\n`)
  process.exit(findings.length > 0 ? 1 : 0)
}
const rounded = <T extends { readonly milliseconds: number }>(slowest: readonly T[]) => slowest.slice(0, 5).map((one) => ({ ...one, milliseconds: Math.round(one.milliseconds) }))

if (values.packages) {
  const { findings, peakMemory, slowest, ...told } = await runPackageFuzz({ bases: await loadPackageBases(), seed, count, first, tooSlow: Number(values.slow), onProgress: say })
  end({ ...told, slowest: rounded(slowest) }, findings.map(({ file, problem }) => ({ file, from: file.way, problem })), peakMemory)
}
const fixtures = await loadFixtures(values.format)
if (fixtures.length === 0) {
  process.stderr.write(`no fixtures of the format ${values.format}\n`)
  process.exit(2)
}
const byFormat = Map.groupBy(fixtures, (one) => one.format)
process.stderr.write(`${fixtures.length} fixtures: ${[...byFormat].map(([format, list]) => `${format} ${list.length}`).join(', ')}\n`)
const { findings, peakMemory, slowest, ...told } = await runFuzz({
  fixtures, seed, count, first, storeEvery: Number(values['store-every']), tooSlow: Number(values.slow),
  onProgress: (done) => { if (done % 1200 < 24) say(done) },
})
end({ ...told, slowest: rounded(slowest) }, findings.map(({ file, problem }) => ({ file, from: file.fixture.name, problem })), peakMemory)
