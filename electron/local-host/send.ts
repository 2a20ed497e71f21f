import type { ServerResponse } from 'node:http'
import { securityHeaders } from '../backend/files/renderer-files.ts'

/** Sends one whole answer, with the headers that every answer carries. `headers` go first: a page brings its own policy. */
export function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: Buffer | string): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  response.writeHead(status, { ...securityHeaders(), 'Cache-Control': 'no-store', ...headers, 'Content-Length': bytes.length })
  response.end(bytes)
}

/** One sentence for whoever stands before the screen. */
export function sendText(response: ServerResponse, status: number, message: string): void {
  const allow = status === 405 ? { Allow: 'GET, POST' } : undefined
  send(response, status, { 'Content-Type': 'text/plain; charset=utf-8', ...allow }, `${message}\n`)
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, { 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(value))
}
