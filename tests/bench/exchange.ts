/** Packages of 1,000 drafts: made, looked into, opened and undone, each in a process of its own so that its memory can be told. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { TheirContent } from '../../shared/exchange/plan.ts'
import { fillLibrary } from '../support/library-tables.ts'
import { fileOf, openWith, pack } from '../support/packages.ts'
import { makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'
import { figure, median, memory, type Figure } from './measure.ts'
import { planOf } from './papers.ts'

const many = 1_000
const characters = 3_000

type Phase = 'start' | 'zip' | 'make' | 'look' | 'open' | 'open again' | 'undo'

interface Told { readonly milliseconds: number; readonly peak: number; readonly delays: number }

function drafts(): readonly TheirContent[] {
  const plan = planOf(characters, 'x')
  return Array.from({ length: many }, (_, index) => {
    const title = `第${index + 1}号单位整改方案`
    // Every one says something of its own, or the zip would have little to do.
    const blocks = plan.blocks.map((block) => ('runs' in block && block.runs.length > 0 && index % 7 === block.id.length % 7 ? { ...block, runs: [{ text: `${index}：` }, ...block.runs] } : block))
    return { kind: 'draft' as const, id: `d${index}`, title, text: JSON.stringify({ ...plan, id: `d${index}`, title, blocks }) }
  })
}

/** The longest the process did nothing else, in ms: a window would stand still as long. */
function watchDelays(): () => number {
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  return () => {
    clearInterval(timer)
    return Math.max(longest, performance.now() - last - 5)
  }
}

/** In the child. @param folder of the library the phase works on. */
async function work(phase: Phase, folder: string, file: string, passphrase: string | null): Promise<Told> {
  if (phase === 'zip') {
    const contents: Zippable = Object.fromEntries(drafts().map(({ text }, index) => [`contents/draft/${index + 1}.json`, strToU8(text)]))
    const begin = performance.now()
    zipSync(contents, { level: 6 })
    return { milliseconds: performance.now() - begin, peak: process.resourceUsage().maxRSS / 1024, delays: 0 }
  }
  const backend = await openTestBackend({ dataFolder: folder })
  // The worker is there, as in a program that runs.
  await must(backend, 'imports.paste', { jobId: 'warm', text: '整改方案' })
  const bytes = ['look', 'open', 'open again', 'undo'].includes(phase) ? Uint8Array.from(readFileSync(file)) : undefined
  const before = phase === 'undo' ? await openWith(backend, bytes!, { passphrase }) : undefined
  const delays = watchDelays()
  const begin = performance.now()
  if (phase === 'make') writeFileSync(file, await pack(backend, Array.from({ length: many }, (_, index) => ({ kind: 'draft' as const, id: `d${index}` })), { passphrase, sign: false }))
  if (phase === 'look') await must(backend, 'packages.look', fileOf(bytes!, passphrase))
  if (phase === 'open' || phase === 'open again') {
    const opened = await openWith(backend, bytes!, { passphrase, conflict: 'both' })
    if (!opened.ok || opened.value.contents.length !== many) throw new Error('not opened')
  }
  if (before) {
    if (!before.ok) throw new Error(before.error.code)
    await must(backend, 'packages.undo', { openingId: before.value.openingId! })
  }
  const milliseconds = performance.now() - begin
  const told = { milliseconds, peak: process.resourceUsage().maxRSS / 1024, delays: delays() }
  await backend.close()
  return told
}

async function inChild(phase: Phase, folder: string, file: string, passphrase: string | null): Promise<Told> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--work', phase, folder, file, passphrase ?? ''], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString() })
  await once(child, 'close')
  return JSON.parse(said) as Told
}

export async function measureExchange(): Promise<Figure[]> {
  const runs = 3
  const temp = makeTempFolder()
  const others: ReturnType<typeof makeTempFolder>[] = []
  const empty = () => {
    const one = makeTempFolder()
    others.push(one)
    return one.folder
  }
  try {
    const contents = drafts()
    fillLibrary(temp.folder, contents)
    const files = { plain: join(temp.folder, 'plain.zgx'), encrypted: join(temp.folder, 'encrypted.zgx') }
    const told = new Map<string, Told[]>()
    const measure = async (name: string, phase: Phase, folder: string, file = files.plain, passphrase: string | null = null) => {
      told.set(name, [...(told.get(name) ?? []), await inChild(phase, folder, file, passphrase)])
    }
    for (let run = 0; run < runs; run += 1) {
      await measure('start', 'start', temp.folder)
      await measure('zip', 'zip', temp.folder)
      await measure('make', 'make', temp.folder)
      await measure('make encrypted', 'make', temp.folder, files.encrypted, '口令')
      await measure('look', 'look', empty())
      const library = empty()
      await measure('open', 'open', library)
      await measure('open again', 'open again', library)
      await measure('open encrypted', 'open', empty(), files.encrypted, '口令')
      await measure('undo', 'undo', empty())
    }
    const of = (name: string) => told.get(name)!.map(({ milliseconds }) => milliseconds)
    const ratio = (name: string) => `${(median(of(name)) / median(of('zip'))).toFixed(1)} of the bare zip`
    const row = (name: string, words: string) => [
      figure(words, of(name), null, ratio(name)),
      figure('  the longest the program answered nobody meanwhile', told.get(name)!.map(({ delays }) => delays)),
      memory(`  ${words}`, told.get(name)!.map(({ peak }) => peak)),
    ]
    const size = contents.reduce((sum, { text }) => sum + text.length, 0)
    return [
      figure(`${many} drafts of ${characters} characters (${(size / 1e6).toFixed(1)} million of JSON): fflate’s zip of them and nothing else`, of('zip'), null, `${(statSync(files.plain).size / 1024 / 1024).toFixed(1)} MB`),
      memory('  the program before it does anything', told.get('start')!.map(({ peak }) => peak)),
      ...row('make', 'packed, verified again'), ...row('make encrypted', 'packed under a passphrase'), ...row('look', 'looked into'),
      ...row('open', 'opened in an empty library'), ...row('open again', 'opened where all of them are'), ...row('open encrypted', 'opened, under a passphrase'), ...row('undo', 'undone'),
    ]
  } finally {
    temp.remove()
    for (const one of others) one.remove()
  }
}

if (process.argv[2] === '--work') {
  const [phase, folder, file, passphrase] = process.argv.slice(3) as [Phase, string, string, string]
  process.stdout.write(JSON.stringify(await work(phase, folder, file, passphrase === '' ? null : passphrase)), () => process.exit(0))
}
