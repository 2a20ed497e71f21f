/** S1: a writer killed with SIGKILL at random, over and over. What it was told is saved must be there; the database whole. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import { readVersion } from '../../electron/backend/storage/versions-table.ts'
import { makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

const kills = 200
/** Writers running side by side, on a library each: two cores. */
const lanes = 2

/** A small generator of our own: the same moments at every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

/** Runs a writer, kills it `delay` ms after it is ready, gives what it had acknowledged. */
function killedWriter(dataFolder: string, draftId: string, delay: number): Promise<{ revision: number; text: string }[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), dataFolder, draftId], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
    child.stdout.on('data', (chunk: Buffer) => {
      const first = said === ''
      said += chunk.toString()
      if (first) setTimeout(() => child.kill('SIGKILL'), delay)
    })
    child.once('close', (_code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the writer ended by itself: ${errors}`))
      // A line the kill cut in two was not said.
      const lines = said.slice(0, said.lastIndexOf('\n') + 1).split('\n').slice(1, -1)
      resolve(lines.map((line) => ({ revision: Number(line.split(' ')[0]), text: line.slice(line.indexOf(' ') + 1) })))
    })
  })
}

/** Every acknowledged save is a version with its text, the newest is the draft itself, and the file is whole. */
function inspect(dataFolder: string, acknowledged: readonly { revision: number; text: string }[]): void {
  const database = new (loadSqlite())(join(dataFolder, databaseName))
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const { number, revision } = database.prepare<[], { number: number; revision: number }>('SELECT number, revision FROM drafts').get()!
    const last = acknowledged.at(-1)
    if (last) expect(revision).toBeGreaterThanOrEqual(last.revision)
    const find = database.prepare<[number], { id: number }>('SELECT id FROM versions WHERE revision = ?')
    for (const save of acknowledged) {
      const version = find.get(save.revision)
      expect(version, `revision ${save.revision}`).toBeDefined()
      expect(readVersion(database, number, version!.id)).toContain(save.text)
    }
  } finally {
    database.close()
  }
}

async function lane(index: number, rounds: number): Promise<number> {
  const temp = makeTempFolder('zhenggao-kill-')
  const random = seeded(20231109 + index)
  try {
    const backend = await openTestBackend({ dataFolder: temp.folder })
    const { draftId } = await must(backend, 'drafts.create', { kind: 'team-plan' })
    await backend.close()
    let saves = 0
    for (let round = 0; round < rounds; round += 1) {
      const acknowledged = await killedWriter(temp.folder, draftId, Math.floor(random() * 160))
      inspect(temp.folder, acknowledged)
      saves += acknowledged.length
    }
    return saves
  } finally {
    temp.remove()
  }
}

describe('S1 kill -9', () => {
  it(`S1 no acknowledged save is lost and the database is whole after ${kills} kills`, async () => {
    const saves = await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index, kills / lanes)))
    // A writer that never got to save would prove nothing.
    expect(saves.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(kills)
  }, 600_000)
})
