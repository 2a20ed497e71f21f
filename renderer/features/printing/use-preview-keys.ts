import { useEffect } from 'react'

interface PreviewKeys {
  readonly current: number
  readonly pages: number
  readonly show: (page: number) => void
  readonly back: () => void
  readonly print: () => void
}

const isField = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, textarea, select, [role="combobox"], [role="dialog"]') !== null

/** PageUp, PageDown, Home and End go from page to page, Ctrl+P prints, Esc goes back to the editor. */
export function usePreviewKeys({ current, pages, show, back, print }: PreviewKeys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.defaultPrevented) return
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p') {
        event.preventDefault()
        print()
        return
      }
      if (event.ctrlKey || event.metaKey || isField(event.target) || document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-select-dropdown:not(.ant-select-dropdown-hidden)')) return
      const page = { PageUp: current - 1, PageDown: current + 1, Home: 1, End: pages }[event.key]
      if (page !== undefined) {
        event.preventDefault()
        show(Math.min(Math.max(1, page), pages))
      } else if (event.key === 'Escape') back()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [current, pages, show, back, print])
}
