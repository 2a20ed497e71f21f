/**
 * A second start gives its files to the host that runs. It shows that it may read the note in the data folder: what it
 * sends is signed with the note's token, which no page knows and which is never sent.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { request as send } from 'node:http'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { packagePathsIn } from '../backend/files/offered-files.ts'
import { isSameSecret, type Access } from './guard.ts'
import { readBody } from './read-body.ts'
import { readHostNote } from './running-host.ts'
import { sendText } from './send.ts'

export const handOverPath = '/hand-over'

const bodyLimit = 256 * 1024
const patienceMilliseconds = 3000
/** A request that was listened to is of no use a moment later. */
const freshMilliseconds = 30_000

const bodySchema = z.strictObject({ paths: z.array(z.string().max(4096)).min(1).max(50), at: z.int(), once: z.string().regex(/^[0-9a-f]{32}$/), proof: z.string().max(100) })
type Body = z.infer<typeof bodySchema>

const proofOver = (token: string, { paths, at, once }: Omit<Body, 'proof'>): string => createHmac('sha256', token).update(`zhenggao hand-over:${JSON.stringify([paths, at, once])}`).digest('hex')

/** @returns false where the host did not take them. */
export async function handOver(dataFolder: string, paths: readonly string[], now: () => number = Date.now): Promise<boolean> {
  const note = await readHostNote(dataFolder)
  if (note === undefined) return false
  const said = { paths: [...paths], at: now(), once: randomBytes(16).toString('hex') }
  const body = JSON.stringify({ ...said, proof: proofOver(note.token, said) })
  return new Promise((resolve) => {
    const asked = send({ host: '127.0.0.1', port: note.port, path: handOverPath, method: 'POST', agent: false, headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }, signal: AbortSignal.timeout(patienceMilliseconds) }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    asked.on('error', () => resolve(false))
    asked.end(body)
  })
}

interface HandOverSite {
  readonly access: Access
  readonly offer: (paths: readonly string[]) => void
}

const seen = new Map<string, number>()

function isFirstTime({ once, at }: Body, now: number): boolean {
  for (const [old, when] of seen) if (now - when > freshMilliseconds) seen.delete(old)
  if (Math.abs(now - at) > freshMilliseconds || seen.has(once)) return false
  seen.set(once, at)
  return true
}

export async function answerHandOver({ access, offer }: HandOverSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request, bodyLimit)
  const said = body.ok ? parse(body.text) : undefined
  if (said === undefined || !isSameSecret(said.proof, proofOver(access.token, said)) || !isFirstTime(said, Date.now())) return sendText(response, 403, '请求不是从整稿发出的。')
  offer(packagePathsIn(said.paths.filter((path) => isAbsolute(path)), '/'))
  sendText(response, 200, '已收到。')
}

function parse(text: string): Body | undefined {
  try {
    return bodySchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
