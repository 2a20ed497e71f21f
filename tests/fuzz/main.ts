/**
 * npm run fuzz [-- --count 20000 --seed N --format docx --first K --slow MS]: damaged files through every reader. Prints
 * what became of them, and which took longer than 5 s: a small file that does grows faster than its size; keeps each file that broke a law in `dist/fuzz/`. Exit code 1 where there are any.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadFixtures } from './fixtures.ts'
import { runFuzz } from './run-fuzz.ts'

const { values } = parseArgs({ options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' }, format: { type: 'string' }, first: { type: 'string', default: '0' }, 'store-every': { type: 'string', default: '20' }, slow: { type: 'string', default: '5000' } } })
const fixtures = await loadFixtures(values.format)
if (fixtures.length === 0) {
  process.stderr.write(`no fixtures of the format ${values.format}\n`)
  process.exit(2)
}
const byFormat = Map.groupBy(fixtures, (one) => one.format)
process.stderr.write(`${fixtures.length} fixtures: ${[...byFormat].map(([format, list]) => `${format} ${list.length}`).join(', ')}\n`)
const begin = performance.now()
const result = await runFuzz({
  fixtures, seed: Number(values.seed), count: Number(values.count), first: Number(values.first), storeEvery: Number(values['store-every']), tooSlow: Number(values.slow),
  onProgress: (done) => { if (done % 1200 < 24) process.stderr.write(`${done}/${values.count} ${Math.round((performance.now() - begin) / 1000)} s\n`) },
})
const folder = join(import.meta.dirname, '../../dist/fuzz')
for (const { file, problem } of result.findings) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `seed${values.seed}-${file.name}`), file.bytes)
  process.stderr.write(`\n${file.name} (from ${file.fixture.name}): ${problem}\n`)
}
process.stdout.write(`${JSON.stringify({
  seed: Number(values.seed), files: result.files, stored: result.stored, seconds: Math.round((performance.now() - begin) / 1000), peakMemoryMb: Math.round(result.peakMemory / 1024 / 1024),
  outcomes: result.outcomes, slowest: result.slowest.slice(0, 5).map((one) => ({ ...one, milliseconds: Math.round(one.milliseconds) })), findings: result.findings.length,
}, null, 2)}\n`)
process.exit(result.findings.length > 0 ? 1 : 0)
