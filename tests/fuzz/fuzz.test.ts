/** The small part of `npm run fuzz` that every test run makes: the same files each time. */
import { expect, it } from 'vitest'
import { defaultLimits } from '../../electron/backend/jobs/worker-pool.ts'
import { fuzzFile, loadFixtures } from './fixtures.ts'
import { runFuzz } from './run-fuzz.ts'

it('D5 D1 W45 damaged files of every format end in a true draft or one typed failure, and nothing is stored half', async () => {
  const fixtures = await loadFixtures()
  const { findings, outcomes, files, stored, peakMemory } = await runFuzz({ fixtures, seed: 20260, count: 1000, storeEvery: 20 })
  expect(findings.map(({ file, problem }) => `${file.name} from ${file.fixture.name}: ${problem}`)).toEqual([])
  const of = (outcome: string) => Object.values(outcomes).reduce((sum, counts) => sum + (counts[outcome] ?? 0), 0)
  // Both sides of the law are tried: files that still open, and files that do not.
  expect(of('read')).toBeGreaterThan(150)
  expect(of('FILE_DAMAGED')).toBeGreaterThan(100)
  expect([files, stored]).toEqual([1000, 50])
  expect(peakMemory).toBeLessThan(3 * defaultLimits.memoryMb * 1024 * 1024)
}, 90_000)

it('W45 the same seed gives the same files, another seed others', async () => {
  const fixtures = await loadFixtures('docx')
  expect(fuzzFile(fixtures, 7, 3).bytes).toEqual(fuzzFile(fixtures, 7, 3).bytes)
  expect(Buffer.compare(fuzzFile(fixtures, 7, 3).bytes, fuzzFile(fixtures, 8, 3).bytes)).not.toBe(0)
})
