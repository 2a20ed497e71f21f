/**
 * `npm test`: type check and tests. `--print` runs the tests that lay Word files out with LibreOffice instead. Everything else
 * on the command line goes to vitest.
 *
 * ZHENGGAO_TEST_SUMMARY names a file for `{ passed, failed }`; a project that does not type-check counts as one failure.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureDebianPackages } from './debian.mjs'
import { ensureInstalled } from './install.mjs'
import { nodeModules, root, say } from './steps/places.mjs'
import { runProjectNode } from './steps/run.mjs'

const args = process.argv.slice(2)
const print = args.includes('--print')
const projects = ['shared', 'electron', 'renderer', 'tests']

async function main() {
  ensureInstalled()
  await ensureBuilt()
  ensureDebianPackages(print ? ['libreoffice-writer-nogui', 'libreoffice-calc-nogui', 'poppler-utils', 'fonts-noto-cjk', 'fonts-liberation'] : ['chromium', 'fonts-noto-cjk', 'poppler-utils'])
  const untyped = print ? [] : await checkTypes()
  const result = await runTests(args.filter((arg) => arg !== '--print'))
  const summary = { passed: result.passed, failed: result.failed + untyped.length }
  if (untyped.length > 0) say(`类型检查没有通过：${untyped.join(' ')}`)
  if (process.env.ZHENGGAO_TEST_SUMMARY !== undefined) writeFileSync(process.env.ZHENGGAO_TEST_SUMMARY, JSON.stringify(summary))
  return summary.failed > 0 || result.code !== 0 ? 1 : 0
}

/** @returns the projects with type errors. */
async function checkTypes() {
  const failed = []
  for (const project of projects) {
    const code = await runProjectNode([join(nodeModules, 'typescript', 'bin', 'tsc'), '-p', join(root, project)])
    if (code !== 0) failed.push(project)
  }
  return failed
}

async function runTests(more) {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggao-test-'))
  const report = join(folder, 'report.json')
  try {
    const code = await runProjectNode([
      join(nodeModules, 'vitest', 'vitest.mjs'), 'run', '--config', join(root, 'tests', print ? 'vitest.print.config.ts' : 'vitest.config.ts'),
      '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...more,
    ])
    return { code, ...readReport(report, code) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  // A file that could not even be loaded has no tests to count.
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')).length
  const failed = numFailedTests + unloaded
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }
}

process.exitCode = await main()
