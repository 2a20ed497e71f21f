/** POST /rpc: one call to the back end. Whatever happens, the page gets an envelope. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Backend } from '../../shared/contract/backend.ts'
import { requestSchema } from '../../shared/contract/envelope.ts'
import { fail } from '../../shared/contract/errors.ts'
import type { Log } from '../backend/ports.ts'
import { refuseCall, type Access } from './guard.ts'
import { readBody } from './read-body.ts'
import { sendJson } from './send.ts'

/** Room for a file of 60 MB in base64. */
const bodyLimit = 80 * 1024 * 1024

export interface CallSite {
  readonly access: Access
  readonly backend: Backend
  readonly log: Log
}

export async function answerCall(site: CallSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refuseCall(request, site.access)
  if (refusal !== undefined) return sendJson(response, refusal.status, fail('INPUT_INVALID'))
  const body = await readBody(request, bodyLimit)
  if (!body.ok) {
    if (body.reason === 'broken-off') return void response.destroy()
    if (body.reason === 'not-text') return sendJson(response, 400, fail('INPUT_INVALID'))
    return sendJson(response, 413, fail('FILE_TOO_LARGE', { name: '所选文件', size: '60 MB 以上', limit: '60 MB' }))
  }
  const call = parseCall(body.text)
  if (call === undefined) return sendJson(response, 400, fail('INPUT_INVALID'))
  sendJson(response, 200, await site.backend.call(call.name, call.input))
}

function parseCall(text: string): { readonly name: string; readonly input?: unknown } | undefined {
  try {
    return requestSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
