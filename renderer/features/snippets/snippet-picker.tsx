/** 插入素材, by keyboard alone: words, arrows, Enter. The paper keeps its caret below it. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { Button, Input, Select, type InputRef } from 'antd'
import { CloseOutlined } from '@ant-design/icons'
import type { SnippetSummary } from '../../../shared/contract/snippet-procedures.ts'
import { snippetRoles, type SnippetRole } from '../../../shared/snippets/snippet.ts'
import { snippetText } from '../../text/snippets.ts'
import { zh } from '../../text/zh.ts'
import { nearTime } from '../shell/times.ts'
import { MarkedText } from './marked-text.tsx'
import { useSnippets, useTypedQuery } from './use-snippets.ts'
import './snippets.css'

const text = snippetText.picker

export type InsertAs = 'fitting' | 'words'

interface SnippetPickerProps {
  readonly draftId: string
  /** The 方面 the caret stands under; '' where there is none. */
  readonly near: string
  readonly editable: boolean
  readonly onInsert: (snippet: SnippetSummary, as: InsertAs) => void
  readonly onClose: () => void
}

/** Drafts it was used in, as the reader knows them. */
export const usePlaces = (snippet: Pick<SnippetSummary, 'usedIn'>) => snippet.usedIn.map(({ title, usedAt }) => ({ title: title === '' ? zh.library.untitled : title, time: nearTime(usedAt) }))

export function SnippetPicker({ draftId, near, editable, onInsert, onClose }: SnippetPickerProps) {
  const [aspect, setAspect] = useState<string | null>(null)
  const [role, setRole] = useState<SnippetRole | null>(null)
  const [tag, setTag] = useState<string | null>(null)
  const [chosen, setChosen] = useState(0)
  const typed = useTypedQuery()
  const { snippets, total, all, facets, answers, loaded, failure, loadMore } = useSnippets({ query: typed.query, aspect, role, tag, near, draftId })
  const field = useRef<InputRef>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const at = Math.min(chosen, Math.max(0, snippets.length - 1))
  const current = snippets[at]

  useEffect(() => field.current?.focus(), [])
  // What is meant is the best match of what is typed, not the place in the last list.
  useEffect(() => setChosen(0), [typed.query, aspect, role, tag])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
    if (at > snippets.length - 10) loadMore()
  }, [at, snippets.length, loadMore])

  /** Enter directly after the last key means what that key asks for, not what the list still shows. */
  const waiting = useRef<InsertAs>(undefined)
  const isThere = typed.settled && answers === typed.query
  const insert = (as: InsertAs) => {
    waiting.current = isThere ? undefined : as
    if (isThere && current && editable) onInsert(current, as)
  }
  useEffect(() => {
    const as = waiting.current
    if (as !== undefined && isThere) insert(as)
    // Only when the list that was waited for is there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isThere])
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of an input method are its own: Enter takes its words, Esc drops them.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      return onClose()
    }
    const inField = event.target === field.current?.input
    // Whoever goes on typing or choosing has thought better of it.
    waiting.current = undefined
    if (!inField) return
    if (event.key === 'Enter' && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      return insert(event.ctrlKey || event.metaKey ? 'words' : 'fitting')
    }
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step === undefined || event.altKey || event.ctrlKey) return
    event.preventDefault()
    setChosen(Math.max(0, Math.min(snippets.length - 1, at + step)))
  }
  return createPortal(
    <div className="snippet-cover" onMouseDown={(event) => { if (event.target === event.currentTarget) onClose() }}>
      <section className="snippet-picker" role="dialog" aria-label={text.title} onKeyDown={onKeyDown}>
        <header>
          <Input
            ref={field} {...typed.field} allowClear maxLength={200} placeholder={text.query} spellCheck={false}
            role="combobox" aria-label={text.title} aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          />
          <Button type="text" icon={<CloseOutlined />} aria-label={zh.app.close} onClick={onClose} />
        </header>
        <div className="snippet-filters">
          <button type="button" className="pill" aria-pressed={role === null} onClick={() => setRole(null)}>{text.all}</button>
          {snippetRoles.map((one) => <button type="button" className="pill" key={one} aria-pressed={role === one} onClick={() => setRole(role === one ? null : one)}>{text.facet(snippetText.roles[one], facets.roles.find(({ name }) => name === one)?.count ?? 0)}</button>)}
          <Select<string> size="small" allowClear showSearch className="snippet-filter" aria-label={snippetText.fields.aspect} placeholder={text.anyAspect} value={aspect} options={facets.aspects.map(({ name, count }) => ({ value: name, label: text.facet(name === '' ? snippetText.anyAspect : name, count) }))} onChange={(value: string | undefined) => setAspect(value ?? null)} />
          <Select<string> size="small" allowClear showSearch className="snippet-filter" aria-label={snippetText.fields.tags} placeholder={text.anyTag} value={tag} options={facets.tags.map(({ name, count }) => ({ value: name, label: text.facet(name, count) }))} onChange={(value: string | undefined) => setTag(value ?? null)} />
          <span className="snippet-near">{near !== '' && text.near(near)}</span>
        </div>
        <div className="snippet-columns">
          <div className="snippet-found" id={`${id}-list`} ref={list} role="listbox" aria-label={text.list} aria-busy={!loaded} onMouseDown={(event) => event.preventDefault()}>
            {snippets.map((snippet, index) => (
              <div key={snippet.id} id={`${id}-${snippet.id}`} role="option" aria-selected={index === at} onClick={() => setChosen(index)} onDoubleClick={() => insert('fitting')}>
                <div className="snippet-line"><span className="role" data-role={snippet.role}>{snippetText.roles[snippet.role]}</span><b><MarkedText text={snippet.title} query={typed.query} /></b><small>{snippet.aspect}</small></div>
                <p><MarkedText text={snippet.text.replaceAll('\n', '　')} query={typed.query} most={64} /></p>
                {snippet.usedIn.length > 0 && <p className="snippet-used">{text.usedIn(usePlaces(snippet))}</p>}
              </div>
            ))}
            {loaded && snippets.length === 0 && <p className="snippet-none">{failure?.message ?? (all === 0 ? text.empty : text.none)}</p>}
          </div>
          <div className="snippet-preview" aria-label={text.preview}>
            {current && (
              <>
                {current.usedIn.length > 0 && <p className="snippet-used">{text.usedIn(usePlaces(current))}</p>}
                <div className="snippet-whole">{current.text.split('\n').map((line, index) => <p key={index}><MarkedText text={line} query={typed.query} /></p>)}</div>
                <p className="quiet">{[current.tags.join('、'), current.source === '' ? '' : text.source(current.source), text.uses(current.uses)].filter((part) => part !== '').join('　')}</p>
              </>
            )}
          </div>
        </div>
        <footer>
          <span className="quiet">{text.found(total)}</span><span className="quiet snippet-keys">{text.keys}</span>
          <Button size="small" disabled={!current || !editable} onClick={() => insert('words')}>{text.words}</Button>
          <Button size="small" type="primary" disabled={!current || !editable} onClick={() => insert('fitting')}>{text.insert}</Button>
        </footer>
      </section>
    </div>,
    document.body,
  )
}
