import { useEffect, useRef, useState, type RefObject } from 'react'
import { Button, Checkbox, Input, Popover, type InputRef } from 'antd'
import { RedoOutlined, SearchOutlined, UndoOutlined } from '@ant-design/icons'
import { ledgerText } from '../../text/ledger.ts'
import { SaveStatus } from '../editing/save-status.tsx'
import { useSaveState } from '../editing/save-state-store.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { DraftPicker } from './draft-picker.tsx'
import { LedgerActions, type LedgerActionsProps } from './ledger-actions.tsx'
import type { LedgerStore } from './ledger-store.ts'
import { setLook, useLook } from './use-ledger-columns.ts'

interface LedgerBarProps {
  readonly draftIds: readonly string[] | null
  readonly titles: ReadonlyMap<string, string>
  readonly store: LedgerStore
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onUndo: (direction: 'undo' | 'redo') => void
  readonly search: string
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onSearch: (text: string) => void
  readonly onLeaveSearch: () => void
  readonly actions: LedgerActionsProps
}

/** Nothing was stored yet: then there is nothing to say of it. */
function Status({ store }: { readonly store: LedgerStore }) {
  const state = useSaveState(store.saving)
  return state.kind === 'saved' && state.at === '' ? null : <SaveStatus store={store.saving} />
}

/** What is searched for follows the typing after a pause; an input method types letters first. */
function SearchBox({ search, searchRef, onSearch, onLeaveSearch }: Pick<LedgerBarProps, 'search' | 'searchRef' | 'onSearch' | 'onLeaveSearch'>) {
  const [typed, setTyped] = useState(search)
  const composing = useRef(false)
  useEffect(() => setTyped(search), [search])
  useEffect(() => {
    if (typed === search) return undefined
    const timer = setTimeout(() => { if (!composing.current) onSearch(typed) }, 180)
    return () => clearTimeout(timer)
  }, [typed, search, onSearch])
  return (
    <Input
      ref={(input: InputRef | null) => { searchRef.current = input?.input ?? null }} className="ledger-search" allowClear prefix={<SearchOutlined />} value={typed} placeholder={ledgerText.search} aria-label={ledgerText.search}
      onCompositionStart={() => { composing.current = true }}
      onCompositionEnd={(event) => { composing.current = false; setTyped(event.currentTarget.value) }}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && typed !== '') {
          setTyped('')
          onSearch('')
        } else if (event.key === 'Enter' || event.key === 'Escape' || event.key === 'ArrowDown') {
          event.preventDefault()
          onSearch(typed)
          onLeaveSearch()
        }
      }}
    />
  )
}

export function LedgerBar({ draftIds, titles, store, canUndo, canRedo, onUndo, actions, ...search }: LedgerBarProps) {
  const { expands } = useLook()
  return (
    <header className="top-bar ledger-bar">
      <h1>{ledgerText.title}</h1>
      <DraftPicker draftIds={draftIds} titles={titles} />
      <SearchBox {...search} />
      <Status store={store} />
      <span className="space" />
      <Button type="text" icon={<UndoOutlined />} disabled={!canUndo} title={`${ledgerText.undo} Ctrl+Z`} aria-label={ledgerText.undo} onClick={() => onUndo('undo')} />
      <Button type="text" icon={<RedoOutlined />} disabled={!canRedo} title={`${ledgerText.redo} Ctrl+Y`} aria-label={ledgerText.redo} onClick={() => onUndo('redo')} />
      <Checkbox checked={expands} onChange={(event) => setLook({ expands: event.target.checked })}>{ledgerText.expandCells}</Checkbox>
      <Popover trigger="click" placement="bottomRight" arrow={false} destroyOnHidden content={<ColumnChooser />}><Button>{ledgerText.columns}</Button></Popover>
      <LedgerActions {...actions} />
    </header>
  )
}
