/** One package from the file to what was stored of it: read, looked into, decided, stored, taken back. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PackageView } from '../../../../shared/contract/exchange-procedures.ts'
import type { ProcedureInput, ProcedureOutput } from '../../../../shared/contract/procedures.ts'
import { call, newJobId, type Failure } from '../../../client/client.ts'
import { packageFailures } from '../../../text/packages.ts'
import { noteChanged, type WaitingPackage } from './opening-store.ts'

export type Stored = ProcedureOutput<'packages.open'>

export type OpeningState =
  | { readonly kind: 'reading' }
  /** @param wrong what is said of the one that was tried. */
  | { readonly kind: 'passphrase'; readonly wrong?: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'review'; readonly view: PackageView; readonly problem?: string }
  | { readonly kind: 'storing'; readonly view: PackageView }
  | { readonly kind: 'stored'; readonly view: PackageView; readonly stored: Stored; readonly undone?: number; readonly problem?: string }

export type Decisions = Pick<ProcedureInput<'packages.open'>, 'choices' | 'skip' | 'confirmSigner'>

export interface Opening {
  readonly state: OpeningState
  readonly jobId: string
  readonly tryPassphrase: (passphrase: string) => void
  readonly readAgain: () => void
  readonly store: (decisions: Decisions) => Promise<void>
  readonly undo: () => Promise<void>
  /** Stops what is being done. @returns whether anything was. */
  readonly stop: () => boolean
  /** For looking at the differences of one content. */
  readonly file: () => Pick<ProcedureInput<'packages.look'>, 'name' | 'contentBase64' | 'passphrase'>
}

/** What is said of a failure here: of packages, not of papers that are imported. */
export const openingMessage = ({ code, message }: Failure, name: string) => packageFailures[code]?.(name) ?? message

export function useOpening(waiting: WaitingPackage, onStopped: () => void): Opening {
  const [state, setState] = useState<OpeningState>({ kind: 'reading' })
  const [jobId] = useState(newJobId)
  const held = useRef({ content: '', passphrase: null as string | null, alive: true })
  const { name } = waiting
  const file = useCallback(() => ({ name: name.slice(-300), contentBase64: held.current.content, passphrase: held.current.passphrase }), [name])

  const look = useCallback(async () => {
    const result = await call('packages.look', { jobId, ...file() })
    if (!held.current.alive) return
    if (result.ok) setState({ kind: 'review', view: result.value })
    else if (result.error.code === 'CANCELLED') onStopped()
    else if (result.error.code === 'PACKAGE_ENCRYPTED') setState({ kind: 'passphrase' })
    else if (result.error.code === 'PACKAGE_PASSPHRASE') setState({ kind: 'passphrase', wrong: result.error.message })
    else setState({ kind: 'failed', message: openingMessage(result.error, name) })
  }, [file, jobId, name, onStopped])

  const read = useCallback(async () => {
    setState({ kind: 'reading' })
    const content = await waiting.read()
    if (!held.current.alive) return
    if (!content.ok) return setState({ kind: 'failed', message: openingMessage(content.error, name) })
    held.current = { ...held.current, content: content.value, passphrase: null }
    await look()
  }, [look, name, waiting])

  useEffect(() => {
    held.current.alive = true
    void read()
    return () => { held.current.alive = false }
    // Read once; `read` is asked for anew by the writer only.
  }, [])

  const store = async (decisions: Decisions) => {
    if (state.kind !== 'review') return
    const { view } = state
    setState({ kind: 'storing', view })
    // Whatever has come to differ since it was listed stays mine: nobody has decided about it.
    const result = await call('packages.open', { jobId, ...file(), conflict: 'keep', ...decisions })
    if (!held.current.alive) return
    if (result.ok) {
      noteChanged()
      return setState({ kind: 'stored', view, stored: result.value })
    }
    if (result.error.code === 'CANCELLED') return setState({ kind: 'review', view })
    if (result.error.code === 'PACKAGE_SIGNER_UNKNOWN' || result.error.code === 'PACKAGE_SIGNER_CHANGED') {
      setState({ kind: 'reading' })
      return look()
    }
    setState({ kind: 'review', view, problem: openingMessage(result.error, name) })
  }
  const undo = async () => {
    if (state.kind !== 'stored' || state.stored.openingId === null) return
    const result = await call('packages.undo', { openingId: state.stored.openingId })
    if (result.ok) noteChanged()
    setState(result.ok ? { ...state, undone: result.value.contents } : { ...state, problem: result.error.message })
  }
  return {
    state, jobId, store, undo, file,
    tryPassphrase: (passphrase) => {
      held.current = { ...held.current, passphrase }
      setState({ kind: 'reading' })
      void look()
    },
    readAgain: () => void read(),
    stop: () => {
      const busy = state.kind === 'reading' || state.kind === 'storing'
      if (busy) void call('jobs.cancel', { jobId })
      return busy
    },
  }
}
