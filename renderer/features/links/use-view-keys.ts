/** The keys of the view. They work wherever the focus is on the screen: a button that went away leaves it nowhere. */
import { useEffect, useRef, type RefObject } from 'react'

export interface ViewKeys {
  /** Something else has the keys for now. */
  readonly sleeping: boolean
  readonly undo: (redo: boolean) => void
  readonly escape: () => void
  /** Enter or the space bar on a card. */
  readonly activate: (id: string) => void
  /** An arrow key, Home or End, on a card or with the focus nowhere. @returns whether it went anywhere. */
  readonly move: (key: string, id: string | undefined) => boolean
}

const moves = new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])

/** @returns whether the key was the view's. */
function handle(event: KeyboardEvent, keys: ViewKeys, inView: boolean): boolean {
  const control = event.ctrlKey || event.metaKey
  if (control && !event.altKey && (event.code === 'KeyZ' || event.code === 'KeyY')) {
    keys.undo(event.code === 'KeyY' || event.shiftKey)
    return true
  }
  // The search is the paper's, which is out of sight.
  if (control && (event.code === 'KeyF' || event.code === 'KeyH')) return true
  if (control || event.altKey) return false
  if (event.key === 'Escape') {
    keys.escape()
    return true
  }
  const target = event.target as HTMLElement
  const id = target.dataset['entry']
  if (id !== undefined && (event.key === 'Enter' || event.key === ' ')) {
    keys.activate(id)
    return true
  }
  const nowhere = !inView || target.matches('.links-area, .column-scroll')
  return (id !== undefined || nowhere) && moves.has(event.key) && keys.move(event.key, id)
}

export function useViewKeys(view: RefObject<HTMLDivElement | null>, keys: ViewKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target } = event
      if (latest.current.sleeping || event.isComposing || !(target instanceof HTMLElement)) return
      const inView = view.current?.contains(target) ?? false
      // Dialogues lie outside the screen, in the body.
      if (!inView && target !== document.body && !target.closest('.top-bar')) return
      if (!handle(event, latest.current, inView)) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before anything else on the screen: the paper's own keys must not act while it is covered.
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [view])
}
