/** Runs tasks in worker threads with limits of time and memory, progress and cancel. One idle thread is kept warm. */
import { Worker } from 'node:worker_threads'
import { fail, type ErrorCode, type Result } from '../../../shared/contract/errors.ts'
import { endHeld, type Held } from './held.ts'
import type { TaskName, Tasks } from './tasks.ts'

export interface RunOptions {
  readonly jobId?: string
  readonly onProgress?: (done: number) => void
  /** File name for the message where the task hits a limit. */
  readonly name?: string
  /** In the place of the pool's limit, for work on what is our own and may be much. */
  readonly timeoutMs?: number
}

export interface WorkerPool {
  readonly run: <N extends TaskName>(name: N, input: Tasks[N]['input'], options?: RunOptions) => Promise<Result<Tasks[N]['output']>>
  readonly cancel: (jobId: string) => void
  readonly close: () => Promise<void>
}

export interface PoolLimits {
  readonly timeoutMs: number
  readonly memoryMb: number
}

/** word-format.md and the reader's limits: 30 s, 512 MB. */
export const defaultLimits: PoolLimits = { timeoutMs: 30_000, memoryMb: 512 }

type Reply = { readonly type: 'hold'; readonly held: Held } | { readonly type: 'release'; readonly held: Held } | { readonly type: 'progress'; readonly done: number } | { readonly type: 'result'; readonly result: unknown } | { readonly type: 'fault'; readonly message: string }

interface Running {
  readonly worker: Worker
  readonly stop: (code: ErrorCode) => void
}

/** An own copy of the bytes is sent along, so that the caller's stay usable. */
function transferOf(input: object): ArrayBuffer[] {
  return 'bytes' in input && input.bytes instanceof Uint8Array && input.bytes.buffer instanceof ArrayBuffer && input.bytes.byteLength === input.bytes.buffer.byteLength ? [input.bytes.buffer] : []
}

export function createWorkerPool(workerUrl: URL, limits: PoolLimits = defaultLimits, { convert = true }: { readonly convert?: boolean } = {}): WorkerPool {
  let idle: Worker | undefined
  let closed = false
  const running = new Set<Running>()
  const jobs = new Map<string, Running>()

  const takeWorker = (onNew: (worker: Worker) => void) => {
    const waiting = idle
    idle = undefined
    if (waiting) {
      waiting.ref()
      return waiting
    }
    const worker = new Worker(workerUrl, { workerData: { convert }, resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb } })
    onNew(worker)
    return worker
  }

  const giveBack = (worker: Worker) => {
    if (closed || idle) return void worker.terminate()
    idle = worker
    // A thread that only waits for work must not keep the program alive.
    worker.unref()
  }

  const noticeEnd = (worker: Worker) => {
    worker.once('exit', () => { if (idle === worker) idle = undefined })
  }

  return {
    run: (name, input, options = {}) =>
      new Promise((resolve, reject) => {
        if (closed) return resolve(fail('CANCELLED'))
        const worker = takeWorker(noticeEnd)
        /** Programs the task started; they outlive a worker that is ended. */
        const held = new Map<number, Held>()
        // Only our own listeners are taken away: a worker has some of Node's as well, and is deaf without them.
        const listeners = {
          message: (reply: Reply) => {
            if (reply.type === 'progress') return options.onProgress?.(reply.done)
            if (reply.type === 'hold') return void held.set(reply.held.pid, reply.held)
            if (reply.type === 'release') return void held.delete(reply.held.pid)
            finish()
            giveBack(worker)
            if (reply.type === 'result') resolve(reply.result as never)
            else reject(new Error(reply.message))
          },
          error: (error: Error & { code?: string }) => {
            if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return entry.stop('FILE_LIMITS')
            finish()
            reject(error)
          },
          exit: () => {
            finish()
            reject(new Error('the worker ended before its task'))
          },
        }
        const finish = () => {
          clearTimeout(timer)
          running.delete(entry)
          for (const one of held.values()) endHeld(one)
          held.clear()
          if (options.jobId !== undefined && jobs.get(options.jobId) === entry) jobs.delete(options.jobId)
          for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener)
        }
        const entry: Running = {
          worker,
          stop: (code) => {
            finish()
            worker.on('error', () => {})
            // A program that was just being started.
            worker.on('message', (reply: Reply) => { if (reply.type === 'hold') endHeld(reply.held) })
            void worker.terminate()
            resolve(fail(code, options.name === undefined ? {} : { name: options.name }))
          },
        }
        const timer = setTimeout(() => entry.stop('FILE_TIMEOUT'), options.timeoutMs ?? limits.timeoutMs)
        running.add(entry)
        if (options.jobId !== undefined) jobs.set(options.jobId, entry)
        for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener)
        worker.postMessage({ name, input }, transferOf(input))
      }),
    cancel: (jobId) => jobs.get(jobId)?.stop('CANCELLED'),
    close: async () => {
      closed = true
      for (const entry of [...running]) entry.stop('CANCELLED')
      const last = idle
      idle = undefined
      await last?.terminate()
    },
  }
}
