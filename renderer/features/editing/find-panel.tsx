/** Find and replace beside the paper: every hit shown before anything changes, all replaced as one step of undo. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { App as AntdApp, Button, Checkbox, Input, type InputRef } from 'antd'
import { CloseOutlined } from '@ant-design/icons'
import { $getSelection, $isRangeSelection, type LexicalEditor, type NodeKey } from 'lexical'
import type { Draft } from '../../../shared/document/draft.ts'
import { $holdersOf, findHits, replaceHits, showHit, type Hit } from '../../editor/find-and-replace.ts'
import { zh } from '../../text/zh.ts'
import { useEditable } from '../../editor/use-editable.ts'

/** Ctrl+F and Ctrl+H open the panel; the browser's own search can not replace. */
export function useFindPanel(): { readonly open: boolean; readonly hide: () => void } {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || (event.code !== 'KeyF' && event.code !== 'KeyH')) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  const hide = useCallback(() => setOpen(false), [])
  return { open, hide }
}

interface Scope {
  readonly words: string
  readonly holders: ReadonlySet<NodeKey> | undefined
}

/** A selection within one block gives the words; one across blocks gives where to look. */
function scopeOf(editor: LexicalEditor): Scope {
  return editor.getEditorState().read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection) || selection.isCollapsed()) return { words: '', holders: undefined }
    const holders = $holdersOf(selection.getNodes())
    return holders.size > 1 ? { words: '', holders } : { words: selection.getTextContent().slice(0, 100), holders: undefined }
  })
}

const mostShown = 300

export function FindPanel({ editor, draft, onClose }: { readonly editor: LexicalEditor; readonly draft: Draft; readonly onClose: () => void }) {
  const { message } = AntdApp.useApp()
  const [scope] = useState(() => scopeOf(editor))
  const [query, setQuery] = useState(scope.words)
  const [replacement, setReplacement] = useState('')
  const [inSelection, setInSelection] = useState(scope.holders !== undefined)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const field = useRef<InputRef>(null)
  const editable = useEditable(editor)
  useEffect(() => field.current?.focus({ cursor: 'all' }), [])
  // Going to a hit puts the caret into the paper: Esc closes the panel from there too.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      onClose()
      editor.focus()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [editor, onClose])

  // The draft is what tells that the text has changed.
  const hits = useMemo(() => {
    const all = findHits(editor, query)
    return inSelection && scope.holders ? all.filter((hit) => scope.holders!.has(hit.key)) : all
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editor, draft, query, inSelection, scope])
  const keyOf = (hit: Hit) => `${hit.key}:${hit.from}`
  const chosen = hits.filter((hit) => !left.has(keyOf(hit)))
  const search = (words: string) => {
    setQuery(words)
    setLeft(new Set())
  }
  const replace = () => {
    const count = replaceHits(editor, chosen, replacement)
    setLeft(new Set())
    void message.success(zh.find.replaced(count))
  }
  const toggle = (hit: Hit) => {
    const next = new Set(left)
    if (!next.delete(keyOf(hit))) next.add(keyOf(hit))
    setLeft(next)
  }
  return (
    <section className="find-panel" role="dialog" aria-label={zh.find.title}>
      <header><h3>{zh.find.title}</h3><Button type="text" size="small" icon={<CloseOutlined />} aria-label={zh.app.close} onClick={() => { onClose(); editor.focus() }} /></header>
      <Input ref={field} value={query} maxLength={200} placeholder={zh.find.query} aria-label={zh.find.query} spellCheck={false} onChange={(event) => search(event.target.value)} />
      <Input value={replacement} maxLength={200} placeholder={zh.find.replacement} aria-label={zh.find.replacement} spellCheck={false} onChange={(event) => setReplacement(event.target.value)} />
      {scope.holders && <Checkbox checked={inSelection} onChange={(event) => setInSelection(event.target.checked)}>{zh.find.inSelection}</Checkbox>}
      <p>{query === '' ? zh.find.hint : zh.find.found(hits.length, chosen.length)}</p>
      <ol className="find-hits">
        {hits.slice(0, mostShown).map((hit) => (
          <li key={keyOf(hit)}>
            <Checkbox checked={!left.has(keyOf(hit))} aria-label={zh.find.replaceThis} onChange={() => toggle(hit)} />
            <button type="button" onClick={() => showHit(editor, hit)}>{hit.before}<mark>{hit.match}</mark>{hit.after}</button>
          </li>
        ))}
      </ol>
      {hits.length > mostShown && <p className="quiet">{zh.find.more(hits.length - mostShown)}</p>}
      <Button type="primary" disabled={chosen.length === 0 || !editable} onClick={replace}>{zh.find.replaceAll(chosen.length)}</Button>
    </section>
  )
}
