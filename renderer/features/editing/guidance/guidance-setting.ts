/** Whether the guidance of templates is shown in papers; kept for this machine. */
import { useSyncExternalStore } from 'react'

const key = 'zhenggao-guidance'
const listeners = new Set<() => void>()

export function setGuidanceShown(shown: boolean): void {
  localStorage.setItem(key, shown ? 'on' : 'off')
  for (const listener of listeners) listener()
}

export function useGuidanceShown(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => localStorage.getItem(key) !== 'off')
}
