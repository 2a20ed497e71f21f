import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { createLedgerStore, type LedgerStore } from './ledger-store.ts'

const two = (value: number) => String(value).padStart(2, '0')
function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The ledger of the drafts, for as long as the screen shows them. */
export function useLedger(draftIds: readonly string[] | null): LedgerStore {
  const selection = draftIds?.join(',') ?? ''
  const store = useMemo(() => createLedgerStore(selection === '' ? null : selection.split(',')), [selection])
  useEffect(() => {
    store.start()
    // The days left change at midnight, and a machine may wake up on another day.
    const tick = setInterval(() => store.setToday(today()), 60_000)
    const leave = (event: BeforeUnloadEvent) => { if (store.isBusy() && store.get().phase === 'ready') event.preventDefault() }
    window.addEventListener('beforeunload', leave)
    return () => {
      clearInterval(tick)
      window.removeEventListener('beforeunload', leave)
      store.stop()
    }
  }, [store])
  return store
}

export function useLedgerState(store: LedgerStore) {
  return useSyncExternalStore(store.subscribe, store.get)
}
