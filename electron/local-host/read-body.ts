import type { IncomingMessage } from 'node:http'

export type BodyResult = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: 'too-large' | 'not-text' | 'broken-off' }

/**
 * Reads a request's body as UTF-8, holding at most `limit` bytes. What exceeds it is counted and dropped, so that the sender
 * still gets its answer instead of a broken connection; a sender that goes on far beyond is cut off.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<BodyResult> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    const refuse = (): void => {
      chunks.length = 0
      resolve({ ok: false, reason: 'too-large' })
    }
    if (Number(request.headers['content-length'] ?? 0) > limit) refuse()
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else refuse()
      if (size > limit * 4) request.destroy()
    })
    request.on('end', () => resolve(decode(chunks)))
    request.on('close', () => resolve({ ok: false, reason: 'broken-off' }))
    request.on('error', () => resolve({ ok: false, reason: 'broken-off' }))
  })
}

function decode(chunks: readonly Buffer[]): BodyResult {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) }
  } catch {
    return { ok: false, reason: 'not-text' }
  }
}
