/** 素材 on its screen: found on the left, changed on the right. */
import { useRef, useState, type KeyboardEvent } from 'react'
import { App as AntdApp, Button, Input, Select } from 'antd'
import { SearchOutlined } from '@ant-design/icons'
import type { SnippetSummary } from '../../../shared/contract/snippet-procedures.ts'
import { snippetRoles, snippetVersion, type Snippet, type SnippetRole } from '../../../shared/snippets/snippet.ts'
import { call, clientId } from '../../client/client.ts'
import { newBlockId } from '../../editor/block-ids.ts'
import { snippetText } from '../../text/snippets.ts'
import type { AppInfo } from '../shell/use-file-export.tsx'
import { MarkedText } from './marked-text.tsx'
import { flushSnippet } from './snippet-keeper.ts'
import { SnippetForm } from './snippet-form.tsx'
import { useSnippets, useTypedQuery } from './use-snippets.ts'
import './snippets.css'

const text = snippetText.library
const picker = snippetText.picker

const emptySnippet = (role: SnippetRole, aspect: string): Snippet => ({
  schemaVersion: snippetVersion, id: crypto.randomUUID(), title: '', aspect, role, tags: [], source: '', blocks: [{ role: role === 'other' ? 'paragraph' : role, id: newBlockId(), runs: [] }],
})

interface Open {
  readonly id: string
  readonly start?: Snippet
}

function useRemoval(onGone: (id: string) => void) {
  const { modal, notification } = AntdApp.useApp()
  const putBack = async (id: string) => {
    notification.destroy(`snippet-${id}`)
    const result = await call('snippets.putBack', { id, clientId })
    if (!result.ok) return void modal.error({ title: result.error.message })
    notification.success({ key: `snippet-${id}`, title: text.restored(result.value.title), duration: 6 })
  }
  return async ({ id, title }: Pick<SnippetSummary, 'id' | 'title'>) => {
    // What is still being typed is saved first: put back, it is whole.
    await flushSnippet(id)
    onGone(id)
    const result = await call('snippets.remove', { id, clientId })
    if (!result.ok) return void modal.error({ title: result.error.message })
    notification.success({ key: `snippet-${id}`, title: text.removed(title), duration: 12, actions: <Button size="small" onClick={() => void putBack(id)}>{text.undo}</Button> })
  }
}

export function SnippetLibrary(_props: { readonly info: AppInfo }) {
  const [aspect, setAspect] = useState<string | null>(null)
  const [role, setRole] = useState<SnippetRole | null>(null)
  const [tag, setTag] = useState<string | null>(null)
  const [open, setOpen] = useState<Open>()
  const typed = useTypedQuery()
  const list = useRef<HTMLUListElement>(null)
  const { snippets, total, all, facets, loaded, failure, loadMore } = useSnippets({ query: typed.query, aspect, role, tag, near: '', draftId: null })
  const remove = useRemoval((id) => { if (open?.id === id) setOpen(undefined) })
  const filtered = typed.query !== '' || aspect !== null || role !== null || tag !== null
  const clear = () => {
    typed.clear()
    setAspect(null)
    setRole(null)
    setTag(null)
  }
  const add = () => {
    const start = emptySnippet(role ?? 'problem', aspect ?? '')
    setOpen({ id: start.id, start })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    const items = [...(list.current?.querySelectorAll<HTMLElement>('.snippet-item > button') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const next = items[Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div className="snippet-library">
      <div className="snippet-side" onKeyDown={onKeyDown}>
        <div className="snippet-head">
          <Input {...typed.field} allowClear prefix={<SearchOutlined />} maxLength={200} placeholder={picker.query} aria-label={text.query} spellCheck={false} />
          <Button type="primary" onClick={add}>{text.add}</Button>
        </div>
        <div className="snippet-filters">
          <button type="button" className="pill" aria-pressed={role === null} onClick={() => setRole(null)}>{picker.all}</button>
          {snippetRoles.map((one) => <button type="button" className="pill" key={one} aria-pressed={role === one} onClick={() => setRole(role === one ? null : one)}>{picker.facet(snippetText.roles[one], facets.roles.find(({ name }) => name === one)?.count ?? 0)}</button>)}
          <Select<string> size="small" allowClear showSearch className="snippet-filter" aria-label={snippetText.fields.aspect} placeholder={picker.anyAspect} value={aspect} options={facets.aspects.map(({ name, count }) => ({ value: name, label: picker.facet(name === '' ? snippetText.anyAspect : name, count) }))} onChange={(value: string | undefined) => setAspect(value ?? null)} />
          <Select<string> size="small" allowClear showSearch className="snippet-filter" aria-label={snippetText.fields.tags} placeholder={picker.anyTag} value={tag} options={facets.tags.map(({ name, count }) => ({ value: name, label: picker.facet(name, count) }))} onChange={(value: string | undefined) => setTag(value ?? null)} />
          <span className="quiet">{text.count(total, all)}</span>
          {filtered && <button type="button" className="text-link" onClick={clear}>{text.clear}</button>}
        </div>
        <ul
          className="snippet-list" ref={list} aria-label={snippetText.name} aria-busy={!loaded}
          onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => { if (scrollTop + clientHeight > scrollHeight - 800) loadMore() }}
        >
          {snippets.map((snippet) => (
            <li className="snippet-item" key={snippet.id} data-open={open?.id === snippet.id}>
              <button type="button" aria-current={open?.id === snippet.id} onClick={() => setOpen({ id: snippet.id })}>
                <span className="snippet-line"><span className="role" data-role={snippet.role}>{snippetText.roles[snippet.role]}</span><b><MarkedText text={snippet.title} query={typed.query} /></b><small>{[snippet.aspect, ...snippet.tags].filter((name) => name !== '').join('、')}</small></span>
                <span className="snippet-words"><MarkedText text={snippet.text.replaceAll('\n', '　')} query={typed.query} most={90} /></span>
              </button>
              <span className="snippet-item-foot"><span className="quiet">{picker.uses(snippet.uses)}</span><Button size="small" type="text" className="snippet-remove" aria-label={`${text.remove} ${snippet.title}`} onClick={() => void remove(snippet)}>{text.remove}</Button></span>
            </li>
          ))}
          {loaded && snippets.length === 0 && <li className="snippet-none">{failure?.message ?? (filtered ? text.none : text.empty)}</li>}
        </ul>
      </div>
      <div className="snippet-pane">
        {open ? <SnippetForm key={open.id} id={open.id} start={open.start} onOpen={(id) => setOpen({ id })} /> : <p className="snippet-none">{all === 0 ? '' : text.pick}</p>}
      </div>
    </div>
  )
}
