import { useSyncExternalStore } from 'react'

export const zoomSteps = [100, 110, 125] as const
const key = 'zhenggao-zoom'
const listeners = new Set<() => void>()

function read(): number {
  const value = Number(localStorage.getItem(key))
  return (zoomSteps as readonly number[]).includes(value) ? value : 100
}

function apply(): void {
  document.documentElement.style.setProperty('zoom', String(read() / 100))
}

export function setZoom(value: number): void {
  localStorage.setItem(key, String(value))
  apply()
  for (const listener of listeners) listener()
}

export function useZoom(): number {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, read)
}

/** Width of the window in the pixels the layout is drawn in, followed as window and zoom change. */
export function useWindowWidth(): number {
  const zoom = useZoom()
  const width = useSyncExternalStore((listener) => {
    window.addEventListener('resize', listener)
    return () => window.removeEventListener('resize', listener)
  }, () => window.innerWidth)
  return width / (zoom / 100)
}

/** Height of the window in the same pixels. */
export function useWindowHeight(): number {
  const zoom = useZoom()
  const height = useSyncExternalStore((listener) => {
    window.addEventListener('resize', listener)
    return () => window.removeEventListener('resize', listener)
  }, () => window.innerHeight)
  return height / (zoom / 100)
}

apply()
