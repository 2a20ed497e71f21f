/** The blocks of a template as rows to choose from: arrows choose, Alt with arrows moves, Insert adds, Delete removes. */
import type { KeyboardEvent, RefObject } from 'react'
import type { TemplateFinding } from '../../../../shared/paper-templates/check-template.ts'
import type { PaperTemplate } from '../../../../shared/paper-templates/paper-template.ts'
import { paperTemplatesText } from '../../../text/paper-templates.ts'
import { RowHead, rowsOf } from '../template-rows.tsx'

const text = paperTemplatesText.editor

interface EditorRowsProps {
  readonly template: PaperTemplate
  /** A block's id, or 'whole'. */
  readonly chosen: string
  readonly findings: readonly TemplateFinding[]
  readonly listRef: RefObject<HTMLDivElement | null>
  readonly onChoose: (id: string) => void
  readonly onAdd: (after: string | undefined) => void
  readonly onRemove: (id: string) => void
  readonly onMove: (id: string, by: -1 | 1) => void
}

export function EditorRows({ template, chosen, findings, listRef, onChoose, onAdd, onRemove, onMove }: EditorRowsProps) {
  const rows = rowsOf(template)
  const ids = ['whole', ...rows.map(({ block }) => block.id)]
  const choose = (id: string) => {
    onChoose(id)
    listRef.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const at = ids.indexOf(chosen)
    const isBlock = chosen !== 'whole'
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1
      if (event.altKey) {
        if (isBlock) onMove(chosen, by)
      } else choose(ids[Math.min(Math.max(at + by, 0), ids.length - 1)]!)
    } else if (event.key === 'Insert') onAdd(isBlock ? chosen : undefined)
    else if (event.key === 'Delete' && isBlock) onRemove(chosen)
    else return
    event.preventDefault()
  }
  const marked = (id: string) => findings.find((one) => one.block === id)?.severity
  return (
    <div className="pt-rows" ref={listRef} role="listbox" aria-label={text.blocks} onKeyDown={onKeyDown}>
      <button type="button" role="option" className="pt-row" data-row="whole" aria-selected={chosen === 'whole'} onClick={() => onChoose('whole')}><b>{text.whole}</b></button>
      {rows.map((row) => (
        <button
          type="button" role="option" key={row.block.id} className="pt-row" data-row={row.block.id} data-aspect={row.perAspect} data-run-in={'runIn' in row.block && row.block.runIn === true} data-finding={marked(row.block.id)}
          aria-selected={chosen === row.block.id} onClick={() => onChoose(row.block.id)}
        ><RowHead row={row} /></button>
      ))}
    </div>
  )
}
