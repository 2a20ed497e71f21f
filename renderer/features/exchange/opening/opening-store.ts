/** Packages waiting to be looked into in this window, one after the other, whatever screen is shown. */
import { useSyncExternalStore } from 'react'
import type { Result } from '../../../../shared/contract/errors.ts'
import { call } from '../../../client/client.ts'
import { readBase64 } from '../../../client/read-file.ts'

export interface WaitingPackage {
  readonly name: string
  /** In base64. Asked for again where the writer tries again: the stick may be back. */
  readonly read: () => Promise<Result<string>>
}

/** Dropped at once; the rest would have to be clicked through by hand. */
export const mostAtOnce = 20

let waiting: readonly WaitingPackage[] = []
let finished = 0
const listeners = new Set<() => void>()

function set(next: readonly WaitingPackage[]): void {
  waiting = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const isPackageName = (name: string) => /\.zgx$/iu.test(name)

export function openPackages(packages: readonly WaitingPackage[]): void {
  if (packages.length > 0) set([...waiting, ...packages.slice(0, mostAtOnce)])
}

export const fromFile = (file: File): WaitingPackage => ({ name: file.name, read: () => readBase64(file) })

/** The one being looked into is done with. */
export function finishPackage(): void {
  finished += 1
  set(waiting.slice(1))
}

/** Something was stored or taken back: lists of what was opened are read anew. */
export function noteChanged(): void {
  finished += 1
  for (const listener of listeners) listener()
}

export function useWaitingPackages(): readonly WaitingPackage[] {
  return useSyncExternalStore(subscribe, () => waiting)
}

/** Counts up with everything that ended here. */
export function useFinishedCount(): number {
  return useSyncExternalStore(subscribe, () => finished)
}

/** Takes what was handed over to the program, until there is no more. */
export async function takeOffered(): Promise<void> {
  for (;;) {
    const result = await call('packages.pending', {})
    if (!result.ok) {
      // What is wrong with the file is said in the dialogue, like everything else about it; anything else would fail again.
      const { data } = result.error
      if (typeof data !== 'object' || data === null || !('name' in data)) return
      openPackages([{ name: String(data.name), read: () => Promise.resolve(result) }])
      continue
    }
    const { file } = result.value
    if (file === null) return
    openPackages([{ name: file.name, read: () => Promise.resolve({ ok: true, value: file.contentBase64 }) }])
  }
}
