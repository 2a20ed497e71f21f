/** 1,000 packages collected, in a process of its own so that its memory can be told: read, added up, written. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'
import { draftPart, ledgerPart, unitLedger, unitPackage } from '../support/unit-packages.ts'
import { figure, memory, type Figure } from './measure.ts'
import { planOf } from './papers.ts'

const many = 1_000
const items = 20
const locked = 20
const passphrase = '口令'

interface Told { readonly reading: number; readonly each: readonly number[]; readonly locked: readonly number[]; readonly summing: number; readonly again: number; readonly excel: number; readonly word: number; readonly rows: number; readonly start: number; readonly early: number; readonly peak: number }

const megabytes = (bytes: number) => bytes / 1024 / 1024
const classes = ['理论学习方面', '工作作风方面', '担当作为方面', '廉洁自律方面', '']
const states = ['not-started', 'under-way', 'done', 'closed', 'long-term']

/** A ledger of 20 items; every tenth package holds a draft as well, every fiftieth comes a second time, later. */
async function writePackages(folder: string): Promise<string[]> {
  const paths: string[] = []
  for (let at = 0; at < many; at += 1) {
    const second = at % 50 === 49
    const number = second ? at - 1 : at
    const unit = `第${number}号测试单位`
    const madeAt = second ? '2024-07-01T08:00:00.000Z' : '2024-06-01T08:00:00.000Z'
    const ledger = unitLedger(unit, Array.from({ length: items }, (_, item) => ({
      key: `k${item}`, category: classes[(number + item) % classes.length]!, problem: `第${number}号单位第${item + 1}个问题：学习不够系统深入，联系实际不够紧，跟踪问效不够及时。`,
      measure: '制定年度学习计划；每月集中学习2次；年底组织测试，形成长效机制。', state: states[(number + item) % states.length]!, due: '2024-06-30', leader: '甲某某', timeLimit: '2024年6月底前完成',
    })), { madeAt })
    const path = join(folder, `${at}.zgx`)
    writeFileSync(path, await unitPackage(unit, [ledgerPart(ledger), ...(at % 10 === 0 ? [draftPart({ ...planOf(3_000, `d${at}`), meta: { unit } })] : [])], { madeAt }))
    paths.push(path)
  }
  return paths
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now()
  const value = await work()
  return [value, performance.now() - from]
}

async function work(): Promise<Told> {
  const temp = makeTempFolder()
  const paths = await writePackages(temp.folder)
  const sealed: Uint8Array[] = []
  for (let at = 0; at < locked; at += 1) sealed.push(await unitPackage(`加密${at}`, [ledgerPart(unitLedger(`加密${at}`, [{ key: 'a', problem: '督办松。' }]))], { passphrase }))
  const backend = await openTestBackend({ dataFolder: join(temp.folder, 'data') })
  const start = megabytes(process.memoryUsage.rss())
  const { runId } = await must(backend, 'collect.begin', {})
  const add = (name: string, bytes: Uint8Array, word: string | null) => must(backend, 'collect.add', { runId, jobId: 'j', name, contentBase64: Buffer.from(bytes).toString('base64'), passphrase: word })
  const each: number[] = []
  let early = 0
  const [, reading] = await timed(async () => {
    for (const [at, path] of paths.entries()) {
      each.push((await timed(() => add(`${at}.zgx`, readFileSync(path), null)))[1])
      if (at === 50) early = megabytes(process.memoryUsage.rss())
    }
  })
  const sum = (choices: Record<string, 'newest' | 'all'>) => must(backend, 'collect.run', { runId, jobId: 'sum', expected: Array.from({ length: many }, (_, at) => `第${at}号测试单位`), choices })
  const [view, summing] = await timed(() => sum({}))
  const [, again] = await timed(() => sum({ [view.conflicts[0]!.key]: 'all' }))
  const [, excel] = await timed(() => must(backend, 'collect.content', { runId, title: '汇总', format: 'xlsx' }))
  const [, word] = await timed(() => must(backend, 'collect.content', { runId, title: '汇总', format: 'docx' }))
  const peak = process.resourceUsage().maxRSS / 1024
  const lockedTimes: number[] = []
  for (const [at, bytes] of sealed.entries()) lockedTimes.push((await timed(() => add(`加密${at}.zgx`, bytes, passphrase)))[1])
  await backend.close()
  temp.remove()
  return { reading, each, locked: lockedTimes, summing, again, excel, word, rows: view.rows, start, early, peak }
}

export async function measureCollect(): Promise<Figure[]> {
  const told: Told[] = []
  for (let run = 0; run < 3; run += 1) {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--work'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
    await once(child, 'close')
    told.push(JSON.parse(said) as Told)
  }
  const rows = told[0]!.rows.toLocaleString('en')
  return [
    figure(`${many.toLocaleString('en')} packages read one by one`, told.map((one) => one.reading)),
    figure('  each of them', told.flatMap((one) => one.each)),
    figure('  a package under a passphrase', told.flatMap((one) => one.locked)),
    figure(`${rows} rows added up: units, classes, conflicts, who is missing`, told.map((one) => one.summing)),
    figure('  again after a choice', told.map((one) => one.again)),
    figure(`${rows} rows and the tables to Excel`, told.map((one) => one.excel)),
    figure(`${rows} rows and the tables to Word`, told.map((one) => one.word)),
    memory('  the process before the first package', told.map((one) => one.start)),
    memory('  after 50 packages', told.map((one) => one.early)),
    memory('  at most, all read, added up and written', told.map((one) => one.peak)),
  ]
}

if (process.argv.includes('--work')) process.stdout.write(JSON.stringify(await work()))
