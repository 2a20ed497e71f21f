import { useEffect, useRef } from 'react'
import { ledgerText } from '../../../text/ledger.ts'

export interface MenuPlace {
  readonly x: number
  readonly y: number
}

interface RowMenuProps {
  readonly place: MenuPlace
  readonly onOpenDraft: () => void
  readonly onSelect: () => void
  readonly onCopy: () => void
  readonly onClose: () => void
}

/** What can be done with a row, where the mouse asked for it. */
export function RowMenu({ place, onOpenDraft, onSelect, onCopy, onClose }: RowMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    menu.current?.querySelector('button')?.focus()
    const outside = (event: MouseEvent) => { if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose() }
    document.addEventListener('mousedown', outside, true)
    return () => document.removeEventListener('mousedown', outside, true)
  }, [onClose])
  const item = (label: string, key: string, act: () => void) => <button type="button" role="menuitem" onClick={() => { onClose(); act() }}>{label}<kbd>{key}</kbd></button>
  return (
    <div
      className="row-menu" ref={menu} role="menu" style={{ left: place.x, top: place.y }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
        const buttons = [...menu.current!.querySelectorAll('button')]
        if (step !== 0) buttons[(buttons.indexOf(document.activeElement as HTMLButtonElement) + step + buttons.length) % buttons.length]?.focus()
      }}
    >
      {item(ledgerText.menu.open, 'F4', onOpenDraft)}
      {item(ledgerText.menu.select, ledgerText.menu.selectKey, onSelect)}
      {item(ledgerText.menu.copy, '', onCopy)}
    </div>
  )
}
