import { useCallback, useEffect, useRef, useState } from 'react'
import type { Result } from '../../../shared/contract/errors.ts'
import type { Corrections, ImportPreview } from '../../../shared/contract/procedures.ts'
import type { Draft, DraftKind } from '../../../shared/document/draft.ts'
import type { Role } from '../../../shared/document/roles.ts'
import { entryKey, type ReportEntry } from '../../../shared/recognition/report.ts'
import type { RevisionView } from '../../../shared/recognition/revision-view.ts'
import { readBase64 } from '../../client/read-file.ts'
import { call, newJobId, subscribe, type Failure } from '../../client/client.ts'
import { zh } from '../../text/zh.ts'

export type PendingImport = { readonly kind: 'file'; readonly file: File } | { readonly kind: 'paste'; readonly text: string }

export interface ImportWork {
  readonly name: string
  readonly preview: ImportPreview | undefined
  readonly corrections: Corrections
  /** Entries put back, as they were told of before. */
  readonly keptEntries: readonly ReportEntry[]
  readonly busy: boolean
  readonly storing: boolean
  /** Share of the running work that is done, 0–1. */
  readonly done: number
  readonly cancel: () => void
  readonly setKind: (kind: DraftKind) => void
  /** @param place “line:column” of the block in the source. */
  readonly setRole: (place: string, role: Role) => void
  readonly putBack: (entry: ReportEntry) => void
  readonly takeOut: (entry: ReportEntry) => void
  /** Reads the same file again, the other side of its tracked changes. What was corrected on this side waits for the way back. */
  readonly setRevisions: (view: RevisionView) => void
  readonly store: () => void
}

interface Outcome {
  readonly onFailed: (failure: Failure) => void
  /** @param draft as it was shown when it was stored. */
  readonly onStored: (draftId: string, draft: Draft) => void
}

const untouched: Corrections = { keep: [], roles: {}, kind: null }

/** What the writer did on one side of the tracked changes: places in the text mean something there only. */
interface Side {
  readonly preview: ImportPreview
  readonly corrections: Corrections
  readonly keptEntries: readonly ReportEntry[]
}

export function useImport(pending: PendingImport, { onFailed, onStored }: Outcome): ImportWork {
  const name = pending.kind === 'file' ? pending.file.name : zh.library.paste
  const [preview, setPreview] = useState<ImportPreview>()
  const [corrections, setCorrections] = useState<Corrections>(untouched)
  const [keptEntries, setKeptEntries] = useState<readonly ReportEntry[]>([])
  const [busy, setBusy] = useState(true)
  const [storing, setStoring] = useState(false)
  const [done, setDone] = useState(0)
  const job = useRef('')
  const content = useRef('')
  const sides = useRef(new Map<RevisionView, Side>())
  const outcome = useRef({ onFailed, onStored })
  outcome.current = { onFailed, onStored }

  const begin = useCallback(() => {
    job.current = newJobId()
    setDone(0)
    return job.current
  }, [])

  useEffect(() => subscribe((event) => { if (event.type === 'job-progress' && event.jobId === job.current) setDone(event.done) }), [])

  useEffect(() => {
    let current = true
    const read = async (): Promise<Result<ImportPreview>> => {
      if (pending.kind === 'paste') return call('imports.paste', { jobId: begin(), text: pending.text })
      const file = await readBase64(pending.file)
      if (!file.ok) return file
      content.current = file.value
      return call('imports.read', { jobId: begin(), name: pending.file.name, contentBase64: file.value })
    }
    void read().then((result) => {
      if (!current) return
      setBusy(false)
      if (result.ok) setPreview(result.value)
      else outcome.current.onFailed(result.error)
    })
    return () => { current = false }
  }, [pending, begin])

  const again = useCallback(async (source: ImportPreview['source'], next: Corrections) => {
    setCorrections(next)
    setBusy(true)
    const mine = begin()
    const result = await call('imports.recognise', { jobId: mine, source, corrections: next })
    if (mine !== job.current) return
    setBusy(false)
    if (result.ok) setPreview(result.value)
    else outcome.current.onFailed(result.error)
  }, [begin])

  const setRevisions = async (view: RevisionView): Promise<void> => {
    const now = preview?.source.revisions?.view
    if (!preview || now === undefined || now === view || busy) return
    sides.current.set(now, { preview, corrections, keptEntries })
    const known = sides.current.get(view)
    if (known) {
      setPreview(known.preview)
      setCorrections(known.corrections)
      setKeptEntries(known.keptEntries)
      return
    }
    setBusy(true)
    const mine = begin()
    const result = await call('imports.read', { jobId: mine, name: preview.source.name, contentBase64: content.current, revisions: view })
    if (mine !== job.current) return
    if (!result.ok) {
      setBusy(false)
      return outcome.current.onFailed(result.error)
    }
    setKeptEntries([])
    setPreview(result.value)
    // The kind of the paper is the same on both sides; places in the text are not.
    if (corrections.kind === null) {
      setCorrections(untouched)
      setBusy(false)
    } else await again(result.value.source, { ...untouched, kind: corrections.kind })
  }

  const change = (next: Corrections) => { if (preview) void again(preview.source, next) }
  return {
    name, preview, corrections, keptEntries, busy, storing, done,
    cancel: () => void call('jobs.cancel', { jobId: job.current }),
    setKind: (kind) => change({ ...corrections, kind }),
    setRole: (place, role) => change({ ...corrections, roles: { ...corrections.roles, [place]: role } }),
    putBack: (entry) => {
      setKeptEntries((before) => [...before, entry])
      change({ ...corrections, keep: [...corrections.keep, entryKey(entry)] })
    },
    takeOut: (entry) => {
      setKeptEntries((before) => before.filter((other) => other !== entry))
      change({ ...corrections, keep: corrections.keep.filter((key) => key !== entryKey(entry)) })
    },
    setRevisions: (view) => void setRevisions(view),
    store: () => {
      if (!preview || storing) return
      setStoring(true)
      void call('imports.store', { jobId: begin(), source: preview.source, corrections }).then((result) => {
        setStoring(false)
        if (result.ok) outcome.current.onStored(result.value.draftId, preview.draft)
        else outcome.current.onFailed(result.error)
      })
    },
  }
}
