/** What is shown or not, kept for this machine: on unless it was switched off. */
import { useSyncExternalStore } from 'react'

export interface MachineSwitch {
  readonly set: (on: boolean) => void
  readonly use: () => boolean
}

/** @param word names it among others: “guidance”. */
export function machineSwitch(word: string): MachineSwitch {
  const key = `zhenggao-${word}`
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    set: (on) => {
      localStorage.setItem(key, on ? 'on' : 'off')
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, () => localStorage.getItem(key) !== 'off'),
  }
}
