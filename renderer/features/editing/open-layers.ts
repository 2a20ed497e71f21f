import { useEffect, useRef } from 'react'

/** What lies open over the editing screen. Esc closes the uppermost of it before it means anything else. */
const dialog = '.ant-modal-wrap:not([style*="display: none"])'
const layers = [
  dialog, '.block-menu', '.find-panel', '.style-panel', '.snippet-picker',
  '.ant-popover:not(.ant-popover-hidden)', '.ant-dropdown:not(.ant-dropdown-hidden)', '.ant-select-dropdown:not(.ant-select-dropdown-hidden)', '.ant-picker-dropdown:not(.ant-picker-dropdown-hidden)',
]

export const isDialogOpen = () => document.querySelector(dialog) !== null

/** @param own a layer that asks for itself and does not count. */
export function isLayerOpen(own?: string): boolean {
  return layers.some((layer) => layer !== own && document.querySelector(layer) !== null)
}

/**
 * Runs on Esc when nothing but the own layer is open and no input method is composing. Looked at before anybody answers
 * the key, done after everybody has: what closes by it is gone by then, and the paper has given up its caret.
 */
export function useFreeEscape(active: boolean, run: () => void, own?: string): void {
  const isFree = useRef(false)
  const latest = useRef({ active, run })
  latest.current = { active, run }
  useEffect(() => {
    const look = (event: KeyboardEvent) => { if (event.key === 'Escape') isFree.current = latest.current.active && !event.isComposing && !isLayerOpen(own) }
    const act = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isFree.current) return
      event.preventDefault()
      isFree.current = false
      latest.current.run()
    }
    window.addEventListener('keydown', look, true)
    window.addEventListener('keydown', act)
    return () => {
      window.removeEventListener('keydown', look, true)
      window.removeEventListener('keydown', act)
    }
  }, [own])
}
