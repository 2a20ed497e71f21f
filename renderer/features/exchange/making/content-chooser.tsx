/** All of the library that may travel, kind by kind, to be ticked. */
import { useEffect, useRef, useState } from 'react'
import { App as AntdApp, Button, Checkbox, Input } from 'antd'
import { SearchOutlined } from '@ant-design/icons'
import type { Packable } from '../../../../shared/contract/package-procedures.ts'
import { contentKinds, knownKinds, type KnownKind } from '../../../../shared/exchange/content-kinds.ts'
import { exchangeLimits } from '../../../../shared/exchange/manifest.ts'
import { call, subscribe } from '../../../client/client.ts'
import { makingText, packagesText } from '../../../text/packages.ts'
import type { Packing } from './use-packing.ts'

const text = makingText.chooser
const pageSize = 200

interface Found {
  readonly contents: readonly Packable[]
  readonly total: number
  readonly counts: Readonly<Partial<Record<KnownKind, number>>>
}

/** The contents of a kind whose titles hold the words, page by page, kept up to date. */
function useFound(kind: KnownKind, query: string): { readonly found: Found | undefined; readonly more: () => void } {
  const [found, setFound] = useState<Found>()
  const request = useRef(0)
  const loading = useRef(false)
  const shown = useRef(0)
  const load = async (offset: number) => {
    const mine = ++request.current
    loading.current = true
    const result = await call('packages.contents', { kind, query, offset, limit: pageSize })
    if (mine !== request.current) return
    loading.current = false
    if (!result.ok) return
    setFound((before) => ({ ...result.value, contents: offset === 0 || !before ? result.value.contents : [...before.contents.slice(0, offset), ...result.value.contents] }))
  }
  const latest = useRef(load)
  latest.current = load
  useEffect(() => { void latest.current(0) }, [kind, query])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = subscribe(({ type }) => {
      if (type !== 'library-changed' && type !== 'contents-changed' && type !== 'layouts-changed') return
      clearTimeout(timer)
      timer = setTimeout(() => void latest.current(0), 300)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [])
  shown.current = found?.contents.length ?? 0
  return { found, more: () => { if (!loading.current && found && shown.current < found.total) void load(shown.current) } }
}

/** @returns all that are found, as many as a package holds. */
async function all(kind: KnownKind, query: string): Promise<readonly Packable[]> {
  const found: Packable[] = []
  while (found.length <= exchangeLimits.contents) {
    const page = await call('packages.contents', { kind, query, offset: found.length, limit: 500 })
    if (!page.ok) break
    found.push(...page.value.contents)
    if (page.value.contents.length === 0 || found.length >= page.value.total) break
  }
  return found
}

export function ContentChooser({ packing, height }: { readonly packing: Packing; readonly height: number }) {
  const { message } = AntdApp.useApp()
  const [kind, setKind] = useState<KnownKind>('draft')
  const [typed, setTyped] = useState('')
  const [query, setQuery] = useState('')
  useEffect(() => {
    // An input method types letters first.
    const timer = setTimeout(() => setQuery(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const { found, more } = useFound(kind, query)
  const add = (contents: readonly Packable[]) => {
    if (packing.add(contents.map(({ kind: of, id }) => ({ kind: of, id }))) > 0) void message.warning(text.tooMany(exchangeLimits.contents), 6)
  }
  return (
    <section aria-label={text.title} style={{ height }}>
      <div className="chooser-kinds" role="toolbar" aria-label={text.title}>
        {knownKinds.map((one) => <button type="button" key={one} className="pill" aria-pressed={one === kind} onClick={() => setKind(one)}>{packagesText.count(contentKinds[one].word, found?.counts[one] ?? 0)}</button>)}
      </div>
      <div className="packing-head">
        <Input allowClear prefix={<SearchOutlined />} value={typed} placeholder={text.search} aria-label={text.search} spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
        <Button disabled={!found || found.total === 0} onClick={() => void all(kind, query).then(add)}>{text.all(found?.total ?? 0)}</Button>
      </div>
      <ul
        className="packing-list" aria-label={contentKinds[kind].word}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => { if (scrollTop + clientHeight > scrollHeight - 800) more() }}
      >
        {found?.contents.map((content) => (
          <li key={content.id}>
            <Checkbox checked={packing.has(content)} onChange={(event) => (event.target.checked ? add([content]) : packing.remove(content))}><span title={content.title}>{content.title === '' ? packagesText.untitled : content.title}</span></Checkbox>
            <span className="packing-size">{packagesText.size(content.size)}</span>
          </li>
        ))}
        {found?.contents.length === 0 && <li className="quiet empty">{query === '' ? text.none : text.nothing}</li>}
      </ul>
    </section>
  )
}
