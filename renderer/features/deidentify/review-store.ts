/** The review of one draft as this window knows it: what was found, what was decided, step by step. Kept while the window is open. */
import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import type { Decision, Finding } from '../../../shared/deidentify/finding.ts'
import { markId, withOwnMarks } from '../../../shared/deidentify/own-marks.ts'
import type { Clue } from '../../../shared/deidentify/still-identifying.ts'
import { excerptAt } from '../../../shared/deidentify/excerpt.ts'
import { call, newJobId, type Failure } from '../../client/client.ts'
import { carriedOver, noWork, type Work } from './review-work.ts'
import { keepWork, keptWork } from './kept-work.ts'

export type ReviewOutput = ProcedureOutput<'deidentify.review'>

export interface ReviewState {
  readonly phase: 'working' | 'ready' | 'failed'
  readonly failure: Failure | undefined
  readonly jobId: string
  /** As the first reading gave it, without marks. */
  readonly base: ReviewOutput | undefined
  /** With the writer's marks. */
  readonly findings: readonly Finding[]
  readonly clues: readonly Clue[]
  /** The clues are those of an earlier state of the work. */
  readonly stale: boolean
  readonly work: Work
  readonly past: readonly Work[]
  readonly future: readonly Work[]
  /** Ids of findings that are shown as the ones in question, and the clue's place in the list. */
  readonly active: ReadonlySet<string>
  readonly activeClue: number | undefined
}

export interface ReviewStore {
  readonly get: () => ReviewState
  readonly subscribe: (listener: () => void) => () => void
  /** @returns whether the draft was another than before. */
  readonly read: () => Promise<boolean>
  readonly cancel: () => void
  readonly change: (next: (work: Work) => Work) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly activate: (active: readonly string[], clue?: number) => void
  readonly forget: () => void
}

const clueDelay = 300
const stores = new Map<string, ReviewStore>()

export const decisionList = (decisions: ReadonlyMap<string, Decision>) => [...decisions].map(([id, decision]) => ({ id, ...decision }))

function createReviewStore(draftId: string): ReviewStore {
  const listeners = new Set<() => void>()
  let state: ReviewState = { phase: 'working', failure: undefined, jobId: '', base: undefined, findings: [], clues: [], stale: false, work: noWork, past: [], future: [], active: new Set(), activeClue: undefined }
  let timer: ReturnType<typeof setTimeout> | undefined
  let clueJob = ''
  const set = (part: Partial<ReviewState>) => {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }
  const review = (jobId: string, work: Work) => call('deidentify.review', { jobId, of: { kind: 'draft', id: draftId }, decisions: decisionList(work.decisions), marks: [...work.marks] })

  const readClues = async () => {
    const mine = newJobId()
    if (clueJob !== '') void call('jobs.cancel', { jobId: clueJob })
    clueJob = mine
    const { work } = state
    const result = await review(mine, work)
    if (clueJob !== mine || state.work !== work) return
    clueJob = ''
    if (!result.ok) {
      if (result.error.code !== 'CANCELLED') set({ phase: 'failed', failure: result.error })
      return
    }
    if (result.value.token !== state.base?.token) void store.read()
    else set({ clues: result.value.clues, stale: false })
  }
  const put = (work: Work, past: readonly Work[], future: readonly Work[]) => {
    const { base } = state
    if (!base) return
    const findings = work.marks === state.work.marks ? state.findings : withOwnMarks(base.draft, base.findings, work.marks)
    // What was seen changes no text.
    const same = work.decisions === state.work.decisions && work.marks === state.work.marks
    set({ work, past, future, findings, stale: state.stale || !same })
    keepWork(draftId, base.token, work)
    if (same) return
    clearTimeout(timer)
    timer = setTimeout(() => void readClues(), clueDelay)
  }
  const store: ReviewStore = {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: async () => {
      const jobId = newJobId()
      const before = state
      clearTimeout(timer)
      clueJob = ''
      set({ phase: 'working', failure: undefined, jobId })
      const result = await review(jobId, noWork)
      if (state.jobId !== jobId) return false
      if (!result.ok) {
        set({ phase: 'failed', failure: result.error })
        return false
      }
      const base = result.value
      if (before.base?.token === base.token) {
        set({ phase: 'ready' })
        if (state.stale) void readClues()
        return false
      }
      const old = before.base
      const work = old
        ? carriedOver(before.work, before.findings, base.draft, base.findings, (mark) => excerptAt(old.draft, mark, 0)?.text ?? '')
        : keptWork(draftId, base.token) ?? noWork
      set({ phase: 'ready', base, work, past: [], future: [], findings: withOwnMarks(base.draft, base.findings, work.marks), clues: base.clues, stale: work !== noWork, active: new Set(), activeClue: undefined })
      if (work !== noWork) void readClues()
      return old !== undefined
    },
    cancel: () => void call('jobs.cancel', { jobId: state.jobId }),
    change: (next) => {
      const work = next(state.work)
      if (work !== state.work) put(work, [...state.past, state.work], [])
    },
    undo: () => {
      const last = state.past.at(-1)
      if (last) put(last, state.past.slice(0, -1), [state.work, ...state.future])
    },
    redo: () => {
      const [first, ...rest] = state.future
      if (first) put(first, [...state.past, state.work], rest)
    },
    activate: (active, clue) => set({ active: new Set(active), activeClue: clue }),
    forget: () => {
      clearTimeout(timer)
      keepWork(draftId, '', noWork)
      stores.delete(draftId)
    },
  }
  return store
}

export function reviewStore(draftId: string): ReviewStore {
  const known = stores.get(draftId)
  if (known) return known
  const store = createReviewStore(draftId)
  stores.set(draftId, store)
  return store
}

/** The key a finding gets as things stand. */
export function keyNow(finding: Finding, decision: Decision | undefined): string {
  return decision?.do === 'replace' && decision.key !== undefined ? decision.key : finding.key
}

export const isMark = (work: Work, id: string) => work.marks.some((mark) => markId(mark) === id)
