/** Pages of a draft, set in a worker so that typing and scrolling never wait. */
import type { Draft } from '../../shared/document/draft.ts'
import type { Layout } from '../../shared/print/layout.ts'
import type { FlavourName } from '../../shared/typeset/flavour.ts'
import type { TypesetDocument } from '../../shared/typeset/typeset-types.ts'
import type { SetAnswer, SetRequest } from './set-pages-worker.ts'

interface Waiting {
  readonly request: SetRequest
  readonly resolve: (answer: SetAnswer) => void
}

let worker: Worker | 'none' | undefined
let next = 0
const waiting = new Map<number, Waiting>()

/** Somewhat later, in the page itself: a host that allows no worker still shows pages. */
async function answerHere({ request, resolve }: Waiting): Promise<void> {
  const { answerSet } = await import('./set-pages-worker.ts')
  await new Promise((done) => { setTimeout(done, 0) })
  resolve(answerSet(request))
}

function giveUpWorker(): void {
  if (worker !== 'none') worker?.terminate()
  worker = 'none'
  for (const one of waiting.values()) void answerHere(one)
  waiting.clear()
}

function openWorker(): Worker | 'none' {
  try {
    const made = new Worker(new URL('./set-pages-worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<SetAnswer>) => {
      waiting.get(data.id)?.resolve(data)
      waiting.delete(data.id)
    })
    made.addEventListener('error', giveUpWorker)
    return made
  } catch {
    return 'none'
  }
}

function ask(draft: Draft, layout: Layout, flavour: FlavourName, countOnly: boolean): Promise<SetAnswer> {
  return new Promise((resolve) => {
    const request: SetRequest = { id: (next += 1), draft, layout, flavour, countOnly }
    worker ??= openWorker()
    if (worker === 'none') return void answerHere({ request, resolve })
    waiting.set(request.id, { request, resolve })
    worker.postMessage(request)
  })
}

/** @returns undefined where the draft cannot be set. */
export async function setPages(draft: Draft, layout: Layout, flavour: FlavourName): Promise<TypesetDocument | undefined> {
  const answer = await ask(draft, layout, flavour, false)
  return 'fault' in answer ? undefined : answer.document ?? undefined
}

/** As Word and WPS count them, which is what a paper is handed in with. */
export async function countPages(draft: Draft, layout: Layout): Promise<number | undefined> {
  const answer = await ask(draft, layout, 'word', true)
  return 'fault' in answer ? undefined : answer.count
}
