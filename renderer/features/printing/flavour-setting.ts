/** Whose lines and page breaks preview, print and PDF have; kept for this machine. */
import { useSyncExternalStore } from 'react'
import type { FlavourName } from '../../../shared/typeset/flavour.ts'

const key = 'zhenggao-page-flavour'
const listeners = new Set<() => void>()

export function readFlavour(): FlavourName {
  return localStorage.getItem(key) === 'libreoffice' ? 'libreoffice' : 'word'
}

export function keepFlavour(flavour: FlavourName): void {
  localStorage.setItem(key, flavour)
  for (const listener of listeners) listener()
}

export function useFlavour(): FlavourName {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readFlavour)
}
