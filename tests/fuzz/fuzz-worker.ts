/** The worker of fuzzing, driven by the program's own pool: several files to a message, for the way there costs more than most files. */
import { parentPort } from 'node:worker_threads'
import { judgeFile, type Judged } from './judge-file.ts'

export interface FuzzMessage {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

export interface FuzzReply {
  readonly judged: readonly Judged[]
  /** Of the thread, in bytes, after the last file. */
  readonly heap: number
}

parentPort!.on('message', ({ input }: { input: FuzzMessage }) => {
  const work = async (): Promise<FuzzReply> => {
    const judged: Judged[] = []
    for (const { name, bytes } of input.files) judged.push(await judgeFile(name, bytes))
    return { judged, heap: process.memoryUsage().heapUsed }
  }
  work().then(
    (value) => parentPort!.postMessage({ type: 'result', result: { ok: true, value } }),
    (error: unknown) => parentPort!.postMessage({ type: 'fault', message: String(error) }),
  )
})
