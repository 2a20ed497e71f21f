/** The small part of `npm run fuzz -- --packages` that every test run makes: the same damage each time. */
import { expect, it } from 'vitest'
import { loadPackageBases, packageFile } from './package-files.ts'
import { runPackageFuzz } from './run-package-fuzz.ts'

it('Z5 Z30 damaged packages of every kind end in one typed error or in what was packed, and nothing is stored half', async () => {
  const { findings, opened, undone, outcomes, files } = await runPackageFuzz({ bases: await loadPackageBases(), seed: 20261, count: 250 })
  expect(findings.map(({ file, problem }) => `${file.name}, ${file.way}: ${problem}`)).toEqual([])
  const of = (outcome: string) => Object.values(outcomes).reduce((sum, counts) => sum + (counts[outcome] ?? 0), 0)
  // All ends of the law are tried.
  for (const code of ['PACKAGE_NOT_OURS', 'PACKAGE_NEWER', 'PACKAGE_PASSPHRASE']) expect(of(code)).toBeGreaterThan(0)
  expect(of('PACKAGE_DAMAGED')).toBeGreaterThan(100)
  expect(Math.min(opened, undone * 3)).toBeGreaterThan(20)
  expect(files).toBe(250)
}, 240_000)

it('Z30 the same seed damages alike, another seed otherwise', async () => {
  const bases = await loadPackageBases()
  expect(packageFile(bases, 7, 4)).toMatchObject({ way: packageFile(bases, 7, 4).way, bytes: packageFile(bases, 7, 4).bytes })
  expect(Buffer.compare(packageFile(bases, 7, 4).bytes, packageFile(bases, 8, 4).bytes)).not.toBe(0)
})
