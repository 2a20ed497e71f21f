/** One host per data folder: the running one leaves a note there, and a second start opens a window on it. */
import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { isSameSecret, proofOf } from './guard.ts'

const noteSchema = z.object({
  pid: z.int().positive(),
  port: z.int().min(1).max(65_535),
  token: z.string().regex(/^[\w-]{43}$/),
})
export type HostNote = Readonly<z.infer<typeof noteSchema>>

const answerTimeoutMilliseconds = 2000
const answerLimit = 1000
const notePath = (dataFolder: string): string => join(dataFolder, 'host.json')

/** Readable by its owner only: the token opens every document. */
export async function writeHostNote(dataFolder: string, note: HostNote): Promise<void> {
  const temporary = `${notePath(dataFolder)}.${process.pid}.tmp`
  await writeFile(temporary, JSON.stringify(note), { mode: 0o600, flush: true })
  await rename(temporary, notePath(dataFolder))
}

/** Removes the note unless another host has written its own since. */
export async function removeHostNote(dataFolder: string, token: string): Promise<void> {
  const note = await readHostNote(dataFolder)
  if (note?.token === token) await rm(notePath(dataFolder), { force: true })
}

/** @returns the first address of the host that serves this data folder and really answers, if there is one. */
export async function findRunningHost(dataFolder: string): Promise<string | undefined> {
  const note = await readHostNote(dataFolder)
  if (note === undefined || !(await provesItself(note))) return undefined
  return `http://127.0.0.1:${note.port}/?token=${note.token}`
}

export async function readHostNote(dataFolder: string): Promise<HostNote | undefined> {
  try {
    return noteSchema.safeParse(JSON.parse(await readFile(notePath(dataFolder), 'utf8'))).data
  } catch {
    return undefined
  }
}

// After a crash the note is stale and the port may belong to anyone: only the writer of the token can answer the challenge.
async function provesItself(note: HostNote): Promise<boolean> {
  const challenge = randomBytes(32).toString('hex')
  try {
    const answer: unknown = JSON.parse(await fetchText(`http://127.0.0.1:${note.port}/health?challenge=${challenge}`))
    const proof = z.object({ proof: z.string() }).safeParse(answer).data?.proof
    return proof !== undefined && isSameSecret(proof, proofOf(note.token, challenge))
  } catch {
    return false
  }
}

function fetchText(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(address, { agent: false, signal: AbortSignal.timeout(answerTimeoutMilliseconds) }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
        if (text.length > answerLimit) request.destroy(new Error('the answer is too long'))
      })
      response.on('end', () => resolve(text))
      response.on('error', reject)
    })
    request.on('error', reject)
  })
}
