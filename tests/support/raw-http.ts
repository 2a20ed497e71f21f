/** Requests a browser would never send, byte for byte as the test writes them. */
import { connect } from 'node:net'

export interface RawAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** Sends `head` (request line and header lines) and `body`, and reads one answer. Times out after ten seconds. */
export function rawRequest(port: number, head: readonly string[], body: string | Buffer = ''): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port })
    const chunks: Buffer[] = []
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')))
    socket.on('connect', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`)
      socket.write(body)
    })
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      const answer = parse(Buffer.concat(chunks).toString('utf8'), head[0]?.startsWith('HEAD ') !== true)
      if (answer === undefined) return
      socket.destroy()
      resolve(answer)
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('closed without an answer')))
  })
}

function parse(text: string, hasBody: boolean): RawAnswer | undefined {
  const end = text.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n')
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]))
  const body = text.slice(end + 4)
  const isStream = headers.get('content-type')?.startsWith('text/event-stream') === true
  if (!hasBody || isStream) return { status: statusOf(statusLine), headers, body }
  const length = headers.get('content-length')
  if (length !== undefined && Buffer.byteLength(body) < Number(length)) return undefined
  return { status: statusOf(statusLine), headers, body }
}

const statusOf = (statusLine: string): number => Number(statusLine.split(' ')[1])
