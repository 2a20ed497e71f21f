/** The worker thread's entry. One task at a time; the pool ends the thread to cancel it. */
import { parentPort, workerData } from 'node:worker_threads'
import type { TaskHost } from './held.ts'
import { tasks, type TaskName, type Tasks } from './tasks.ts'

export interface TaskMessage<N extends TaskName = TaskName> {
  readonly name: N
  readonly input: Tasks[N]['input']
}

const port = parentPort
if (port === null) throw new Error('this module runs in a worker thread')

/** The pool ends what is held where it ends this thread. */
const host: TaskHost = {
  hold: (held) => port.postMessage({ type: 'hold', held }),
  release: (held) => port.postMessage({ type: 'release', held }),
  convert: (workerData as { convert?: boolean } | null)?.convert !== false,
}

port.on('message', (message: TaskMessage) => {
  const run = tasks[message.name] as (input: unknown, progress: (done: number) => void, host: TaskHost) => Promise<unknown>
  run(message.input, (done) => port.postMessage({ type: 'progress', done }), host)
    .then((result) => port.postMessage({ type: 'result', result }))
    .catch((error: unknown) => port.postMessage({ type: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
})
