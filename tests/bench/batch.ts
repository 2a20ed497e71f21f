/** 200 papers in one go, in a process of its own so that its memory can be told: read and stored, and written to Word. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'
import { figure, memory, type Figure } from './measure.ts'
import { planOf } from './papers.ts'
import { wordFile } from './word-files.ts'

const many = 200

interface Told { readonly reading: number; readonly each: readonly number[]; readonly writing: number; readonly start: number; readonly early: number; readonly peak: number }

const megabytes = (bytes: number) => bytes / 1024 / 1024

/** In the child: what it took, and the memory of the process early on and at most. */
async function work(): Promise<Told> {
  const temp = makeTempFolder()
  const backend = await openTestBackend({ dataFolder: temp.folder })
  const start = megabytes(process.memoryUsage.rss())
  const file = Buffer.from(wordFile(3_000)).toString('base64')
  const each: number[] = []
  let early = 0
  const begin = performance.now()
  for (let at = 0; at < many; at += 1) {
    const one = performance.now()
    await must(backend, 'imports.storeFile', { jobId: 'j', name: `第${at}份.docx`, contentBase64: file, again: true })
    each.push(performance.now() - one)
    if (at === 20) early = megabytes(process.memoryUsage.rss())
  }
  const reading = performance.now() - begin
  const draftIds: string[] = []
  for (let at = 0; at < many; at += 1) draftIds.push((await must(backend, 'drafts.copy', { draft: planOf(3_000, 'x'), title: `第${at}号整改方案` })).draftId)
  const from = performance.now()
  for (const draftId of draftIds) await must(backend, 'exports.word', { draftId, target: { kind: 'default' }, ifExists: 'rename' })
  const writing = performance.now() - from
  await backend.close()
  temp.remove()
  return { reading, each, writing, start, early, peak: process.resourceUsage().maxRSS / 1024 }
}

export async function measureBatch(): Promise<Figure[]> {
  const told: Told[] = []
  for (let run = 0; run < 3; run += 1) {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--work'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
    await once(child, 'close')
    told.push(JSON.parse(said) as Told)
  }
  return [
    figure(`${many} .docx of 3,000 characters read, recognised and stored in one go`, told.map((one) => one.reading)),
    figure(`  each of them`, told.flatMap((one) => one.each)),
    figure(`${many} drafts of 3,000 characters written to .docx in one go`, told.map((one) => one.writing)),
    memory('  the process before the first file', told.map((one) => one.start)),
    memory('  after 20 files', told.map((one) => one.early)),
    memory(`  at most, over ${many} read and ${many} written`, told.map((one) => one.peak)),
  ]
}

if (process.argv.includes('--work')) process.stdout.write(JSON.stringify(await work()))
