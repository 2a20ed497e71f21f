/**
 * The switch beside each table that turns it on its side in print. It lies over the margin of the paper, not in the text,
 * so that typing, selecting and input methods never meet it. Ctrl+. in a table leads to it.
 */
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { $getRoot, $getSelection, COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { tableText } from '../../../text/official.ts'
import { useEditable } from '../../use-editable.ts'
import { usePaperSize } from '../../use-paper-size.ts'
import { $isPaperTable, $tableId } from './paper-table.ts'
import { SET_TABLE_ON_SIDE_COMMAND } from './table-commands.ts'
import './table-layer.css'

interface Place {
  readonly tableId: string
  readonly top: number
  readonly left: number
}

function placesOf(editor: LexicalEditor): Place[] {
  const tables = editor.getEditorState().read(() => $getRoot().getChildren().filter($isPaperTable).map((table) => ({ tableId: $tableId(table), key: table.getKey() })))
  return tables.flatMap(({ tableId, key }) => {
    const element = editor.getElementByKey(key)
    return element ? [{ tableId, top: element.offsetTop, left: element.offsetLeft }] : []
  })
}

/** Id of the table the caret or the selected cells are in. */
function $tableOfSelection(): string | undefined {
  const node = $getSelection()?.getNodes()[0]
  const table = node?.getParents().find($isPaperTable)
  return table === undefined ? undefined : $tableId(table)
}

export const TableLayer = memo(function TableLayer({ editor, draft }: { readonly editor: LexicalEditor; readonly draft: Draft }) {
  const layer = useRef<HTMLDivElement>(null)
  const [places, setPlaces] = useState<readonly Place[]>([])
  const editable = useEditable(editor)
  const tables = useMemo(() => new Map(draft.blocks.flatMap((block) => (block.role === 'table' ? [[block.id, block.landscape === true] as const] : []))), [draft])
  // Anew for each draft: blocks above a table move it without changing the paper's height.
  const measure = useCallback(() => setPlaces((shown) => (tables.size > 0 ? placesOf(editor) : shown.length === 0 ? shown : [])), [editor, tables])
  usePaperSize(editor, measure)
  // Before the menu of the block, which has the same key.
  useEffect(() => editor.registerCommand(KEY_DOWN_COMMAND, (event) => {
    if (event.key !== '.' || !(event.ctrlKey || event.metaKey) || event.isComposing || editor.isComposing()) return false
    const tableId = $tableOfSelection()
    const button = tableId === undefined ? undefined : Array.from(layer.current?.querySelectorAll<HTMLElement>('button') ?? []).find((one) => one.dataset['tableId'] === tableId)
    if (button === undefined) return false
    event.preventDefault()
    button.focus()
    return true
  }, COMMAND_PRIORITY_CRITICAL), [editor])
  return (
    <div className="table-layer" ref={layer}>
      {places.filter(({ tableId }) => tables.has(tableId)).map(({ tableId, top, left }) => {
        const onSide = tables.get(tableId)!
        return (
          // The caret stays in the paper.
          <button
            key={tableId} type="button" className="table-side" data-table-id={tableId} aria-pressed={onSide} disabled={!editable} title={onSide ? tableText.uprightTitle : tableText.onSideTitle}
            style={{ top: top + 6, left: left - 16 }} onMouseDown={(event) => event.preventDefault()}
            onClick={() => editor.dispatchCommand(SET_TABLE_ON_SIDE_COMMAND, { tableId, onSide: !onSide })}
            onKeyDown={(event) => { if (event.key === 'Escape') editor.focus() }}
          >{tableText.onSide}</button>
        )
      })}
    </div>
  )
})
