/** Runs damaged files through the readers, in the pool the program reads with, and some of them through its back end. */
import { createBackend } from '../../electron/backend/create-backend.ts'
import { createWorkerPool, defaultLimits, type WorkerPool } from '../../electron/backend/jobs/worker-pool.ts'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import { readDraft } from '../../shared/document/draft.ts'
import { join } from 'node:path'
import { callAs, makeTempFolder, testBackendOptions } from '../support/test-backend.ts'
import { buildFuzzWorker } from './build-worker.ts'
import { fuzzFile, type Fixture, type FuzzFile } from './fixtures.ts'
import type { FuzzMessage, FuzzReply } from './fuzz-worker.ts'
import type { Judged } from './judge-file.ts'

export interface FuzzOptions {
  readonly fixtures: readonly Fixture[]
  readonly seed: number
  readonly count: number
  readonly first?: number
  /** Every so many files one goes through `imports.storeFile` as well; 0 for none. */
  readonly storeEvery: number
  /** Milliseconds from which a file counts as too slow; half the limit of one file where it is not said. */
  readonly tooSlow?: number
  readonly onProgress?: (done: number) => void
}

export interface Finding {
  readonly file: FuzzFile
  readonly problem: string
}

export interface FuzzResult {
  readonly files: number
  readonly stored: number
  /** By format, then by outcome. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly slowest: readonly { readonly name: string; readonly from: string; readonly milliseconds: number }[]
  /** Of the whole process, in bytes. */
  readonly peakMemory: number
  readonly findings: readonly Finding[]
}

const batchSize = 24

/** The pool speaks the program's tasks; the fuzzing worker answers one of its own under the same rules. */
async function judgeFiles(pool: WorkerPool, files: readonly FuzzFile[]): Promise<readonly Judged[] | undefined> {
  const message: FuzzMessage = { files: files.map(({ name, bytes }) => ({ name, bytes })) }
  try {
    const replied = await pool.run('read-file', message as never)
    return replied.ok ? (replied.value as unknown as FuzzReply).judged : files.length > 1 ? undefined : [{ outcome: replied.error.code, milliseconds: defaultLimits.timeoutMs, problem: `stopped by the pool: ${replied.error.code}` }]
  } catch (error) {
    return files.length > 1 ? undefined : [{ outcome: 'crash', milliseconds: 0, problem: `the worker ended: ${String(error)}` }]
  }
}

async function oneByOne(pool: WorkerPool, files: readonly FuzzFile[]): Promise<readonly Judged[]> {
  const judged: Judged[] = []
  for (const file of files) judged.push((await judgeFiles(pool, [file]))![0]!)
  return judged
}

interface Told { readonly expected: string; readonly draftId?: string }

/** A part goes through the back end: what it answers and what then stands in its database must agree. */
async function storeFiles(files: readonly FuzzFile[], expected: ReadonlyMap<number, string>, findings: Finding[]): Promise<number> {
  const temp = makeTempFolder('zhenggao-fuzz-')
  const faults: string[] = []
  // Without other programs: what they make of a damaged file is theirs.
  const backend = await createBackend({ ...testBackendOptions({ dataFolder: temp.folder, onError: (message, fields) => faults.push(`${message} ${JSON.stringify(fields)}`) }), convert: false })
  const stored = new Map<string, Told>()
  for (const file of files) {
    const result = await callAs(backend, 'imports.storeFile', { jobId: 'fuzz', name: file.name, contentBase64: Buffer.from(file.bytes).toString('base64'), again: true })
    const outcome = result.ok ? 'read' : result.error.code
    const said = expected.get(file.index)!.replace(' line by line', '')
    if (outcome !== said) findings.push({ file, problem: `the back end said ${outcome}, the reader ${said}; ${faults.at(-1) ?? ''}` })
    if (result.ok && result.value.outcome === 'stored') stored.set(result.value.draftId, { expected: file.name })
  }
  await backend.close()
  const database = new (loadSqlite())(join(temp.folder, databaseName), { readonly: true })
  const rows = database.prepare<[], { id: string; content: string; versions: number; name: string | null }>(`
    SELECT d.id, c.content, (SELECT count(*) FROM versions v WHERE v.draft_number = d.number) AS versions, (SELECT i.name FROM imports i WHERE i.draft_number = d.number) AS name
    FROM drafts d JOIN draft_contents c USING (number)`).all()
  const whole = rows.filter(({ id, content, versions, name }) => versions === 1 && stored.get(id)?.expected === name && readDraft(JSON.parse(content)).ok)
  const counts = (table: string) => (database.prepare(`SELECT count(*) AS many FROM ${table}`).get() as { many: number }).many
  const integrity = database.pragma('integrity_check', { simple: true }) as string
  if (integrity !== 'ok' || whole.length !== stored.size || ['drafts', 'draft_contents', 'versions', 'imports'].some((table) => counts(table) !== stored.size)) {
    findings.push({ file: files[0]!, problem: `the database holds ${counts('drafts')} drafts, ${counts('versions')} versions, ${counts('imports')} imports, ${whole.length} of them whole, for ${stored.size} stored; ${integrity}` })
  }
  database.close()
  temp.remove()
  return files.length
}

export async function runFuzz({ fixtures, seed, count, first = 0, storeEvery, tooSlow = defaultLimits.timeoutMs / 2, onProgress }: FuzzOptions): Promise<FuzzResult> {
  const temp = makeTempFolder('zhenggao-fuzz-worker-')
  const pool = createWorkerPool(await buildFuzzWorker(temp.folder))
  const outcomes: Record<string, Record<string, number>> = {}
  const findings: Finding[] = []
  const times: { name: string; from: string; milliseconds: number }[] = []
  const forStore: FuzzFile[] = []
  const expected = new Map<number, string>()
  let peakMemory = 0
  let stored = 0
  try {
    for (let from = first; from < first + count; from += batchSize) {
      const files = Array.from({ length: Math.min(batchSize, first + count - from) }, (_, at) => fuzzFile(fixtures, seed, from + at))
      // One that ends or halts the thread is found by itself.
      const judged = await judgeFiles(pool, files) ?? await oneByOne(pool, files)
      for (const [at, one] of judged.entries()) {
        const file = files[at]!
        const counts = (outcomes[file.fixture.format] ??= {})
        counts[one.outcome] = (counts[one.outcome] ?? 0) + 1
        times.push({ name: file.name, from: file.fixture.name, milliseconds: one.milliseconds })
        if (one.problem !== undefined) findings.push({ file, problem: one.problem })
        else if (one.milliseconds > tooSlow) findings.push({ file, problem: `took ${Math.round(one.milliseconds)} ms` })
        if (storeEvery > 0 && file.index % storeEvery === 0 && one.problem === undefined) {
          forStore.push(file)
          expected.set(file.index, one.outcome)
        }
      }
      times.sort((a, b) => b.milliseconds - a.milliseconds).splice(10)
      peakMemory = Math.max(peakMemory, process.memoryUsage.rss())
      if (forStore.length >= 100) stored += await storeFiles(forStore.splice(0), expected, findings)
      onProgress?.(from + files.length - first)
    }
    if (forStore.length > 0) stored += await storeFiles(forStore, expected, findings)
  } finally {
    await pool.close()
    temp.remove()
  }
  return { files: count, stored, outcomes, slowest: times, peakMemory, findings }
}
