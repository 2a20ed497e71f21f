/** The menu of a block: role, numbering, run-in, label. By mouse, or by keyboard from Ctrl+. on. */
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { Input } from 'antd'
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { formatNumber, listStyles } from '../../../shared/document/list-style.ts'
import { isRecordRole, roles, standsAlone, type TextRole } from '../../../shared/document/roles.ts'
import { $blockById, SET_LABEL_COMMAND, SET_LIST_COMMAND, SET_ROLE_COMMAND, TOGGLE_RUN_IN_COMMAND } from '../../editor/extensions/block/block-commands.ts'
import { $blockOf } from '../../editor/extensions/block/paper-block-node.ts'
import { roleKeys } from '../../editor/extensions/block/block-keys.ts'
import { MERGE_ITEM_COMMAND, SPLIT_ITEM_COMMAND } from '../../editor/extensions/block/item-commands.ts'
import { $selectedAnchor } from '../../editor/extensions/notes/note-commands.ts'
import { zoomOf } from '../../editor/extensions/drag/drag-note.ts'
import { gestureText } from '../../text/gestures.ts'
import { OFFER_PLACEHOLDERS_COMMAND } from '../../editor/extensions/placeholder/use-placeholder-list.ts'
import { placeholderTexts } from '../../text/placeholders.ts'
import { notesText } from '../../text/notes.ts'
import { MenuRecord } from './record/menu-record.tsx'
import { roleNames } from '../../text/roles.ts'
import { snippetText } from '../../text/snippets.ts'
import { zh } from '../../text/zh.ts'

interface BlockMenuProps {
  readonly editor: LexicalEditor
  readonly blockId: string | undefined
  readonly onClose: () => void
  /** A note on the selection, if it stands in this block, else on the block. */
  readonly onAddNote: (blockId?: string) => void
  /** Keeps the selection, if it goes through this block, else the block as a snippet. */
  readonly onSaveSnippet: (blockId: string) => void
}

const textRoles = roles.filter((role): role is TextRole => role !== 'table')

/** The list of placeholders at the caret; at the end of the block where the caret is in another. */
function offerPlaceholders(editor: LexicalEditor, blockId: string): void {
  editor.update(() => {
    const block = $blockById(blockId)
    const selection = $getSelection()
    if (block && !($isRangeSelection(selection) && $blockOf(selection.focus.getNode())?.is(block))) block.selectEnd()
  }, { discrete: true })
  editor.focus(() => editor.dispatchCommand(OFFER_PLACEHOLDERS_COMMAND, undefined))
}

export function BlockMenu({ editor, blockId, onClose, onAddNote, onSaveSnippet }: BlockMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  const shape = blockId === undefined ? undefined : editor.getEditorState().read(() => $blockById(blockId)?.getShape())
  const [label, setLabel] = useState(shape?.label ?? '')
  const [place, setPlace] = useState<{ left: number; top: number }>()

  useEffect(() => {
    const element = blockId === undefined ? null : editor.getRootElement()?.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(blockId)}"]`)
    if (!element || !shape) return onClose()
    const box = element.getBoundingClientRect()
    const zoom = zoomOf(element)
    setPlace({ left: box.left / zoom - 84, top: box.top / zoom + 30 })
    const away = (event: MouseEvent) => { if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose() }
    window.addEventListener('mousedown', away, true)
    return () => window.removeEventListener('mousedown', away, true)
    // The menu is for the block as it was when it opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  // Where it would run over the window's edge it moves back, once its size is known; all in pixels of the layout.
  useLayoutEffect(() => {
    if (!menu.current || !place) return
    const [zoom, { offsetWidth, offsetHeight }] = [zoomOf(menu.current), menu.current]
    const left = Math.max(8, Math.min(place.left, window.innerWidth / zoom - offsetWidth - 8))
    const top = Math.max(8, Math.min(place.top, window.innerHeight / zoom - offsetHeight - 8))
    if (left !== place.left || top !== place.top) setPlace({ left, top })
  }, [place])
  useEffect(() => { menu.current?.querySelector<HTMLElement>('[data-chosen="true"]')?.focus() }, [place])

  if (!shape || blockId === undefined || !place) return null
  const done = (run: () => void) => () => {
    run()
    onClose()
    editor.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') done(() => {})()
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('button, input') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    items[(at + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length]?.focus()
  }
  const setRole = (role: TextRole) => done(() => editor.dispatchCommand(SET_ROLE_COMMAND, { role, blockId }))
  const item = (role: TextRole) => (
    <button type="button" key={role} className="menu-item" data-chosen={shape.role === role} onClick={setRole(role)}>
      <span className="role" data-role={role}>{roleNames[role]}</span>
      <small>{roleKeys.find((key) => key.role === role)?.shown}</small>
    </button>
  )
  return createPortal(
    <div className="block-menu" ref={menu} style={place} role="dialog" aria-label={zh.editing.roleMenu} onKeyDown={onKeyDown}>
      <div className="menu-column"><h3>{zh.editing.roleMenu}</h3>{textRoles.map(item)}</div>
      <div className="menu-column">
        <h3>{zh.editing.listMenu}</h3>
        <div className="menu-lists">
          <button type="button" data-chosen={shape.list === undefined} onClick={done(() => editor.dispatchCommand(SET_LIST_COMMAND, { list: null, blockId }))}>{zh.editing.noList}</button>
          {listStyles.map((list) => (
            <button type="button" key={list} data-chosen={shape.list === list} onClick={done(() => editor.dispatchCommand(SET_LIST_COMMAND, { list, blockId }))}>{formatNumber(list, 1)}</button>
          ))}
        </div>
        {!standsAlone(shape.role) && (
          <button type="button" className="menu-item" onClick={done(() => editor.dispatchCommand(TOGGLE_RUN_IN_COMMAND, { blockId }))}>{shape.runIn ? zh.editing.ownParagraph : zh.editing.runIn}</button>
        )}
        {isRecordRole(shape.role) && (
          <>
            <button type="button" className="menu-item" onClick={done(() => editor.dispatchCommand(SPLIT_ITEM_COMMAND, { blockId }))}>{gestureText.splitItem}<small>Alt+Enter</small></button>
            <button type="button" className="menu-item" onClick={done(() => editor.dispatchCommand(MERGE_ITEM_COMMAND, { blockId }))}>{gestureText.mergeItem}<small>Alt+Backspace</small></button>
          </>
        )}
        <button type="button" className="menu-item" onClick={() => { onClose(); onAddNote(editor.getEditorState().read($selectedAnchor)?.blockId === blockId ? undefined : blockId) }}>{notesText.addHere}<small>{notesText.key}</small></button>
        <button type="button" className="menu-item" onClick={() => { onClose(); onSaveSnippet(blockId) }}>{snippetText.saveHere}<small>{snippetText.keys.save}</small></button>
        <button type="button" className="menu-item" onClick={() => { onClose(); offerPlaceholders(editor, blockId) }}>{placeholderTexts.insert}<small>{placeholderTexts.shortcuts.keys}</small></button>
        <label className="menu-label">{zh.editing.label}
          <Input value={label} maxLength={60} placeholder={zh.editing.labelHint} spellCheck={false} onChange={(event) => setLabel(event.target.value)} onPressEnter={done(() => editor.dispatchCommand(SET_LABEL_COMMAND, { label: label.trim(), blockId }))} />
        </label>
      </div>
      <MenuRecord editor={editor} blockId={blockId} done={done} />
    </div>,
    document.body,
  )
}
