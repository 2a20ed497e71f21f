/** One snippet: its details, its text, where it was used. Saved by itself; back to what it was at the opening in one step. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Alert, Button, Spin } from 'antd'
import type { SnippetUse } from '../../../shared/contract/snippet-procedures.ts'
import { snippetName } from '../../../shared/snippets/propose.ts'
import type { Snippet } from '../../../shared/snippets/snippet.ts'
import { call, clientId, subscribe, type Failure } from '../../client/client.ts'
import { snippetText } from '../../text/snippets.ts'
import { zh } from '../../text/zh.ts'
import { goTo } from '../shell/route.ts'
import { nearTime } from '../shell/times.ts'
import { SnippetBlocks } from './snippet-blocks.tsx'
import { SnippetFields } from './snippet-fields.tsx'
import { createSnippetKeeper, flushSnippet, hasWords, type SnippetKeeper } from './snippet-keeper.ts'
import './snippets.css'

const text = snippetText.form

interface Opened {
  readonly keeper: SnippetKeeper
  readonly first: Snippet
  readonly uses: number
  readonly usedIn: readonly SnippetUse[]
}

interface SnippetFormProps {
  readonly id: string
  /** One that is not stored yet. */
  readonly start?: Snippet | undefined
  /** Another that says the same. */
  readonly onOpen: (id: string) => void
}

/** The snippet with what is saved of it; read anew where another window changes it and nothing is unsaved here. */
function useOpened(id: string, start: Snippet | undefined): { readonly opened: Opened | undefined; readonly failure: Failure | undefined; readonly reload: () => void } {
  const [opened, setOpened] = useState<Opened>()
  const [failure, setFailure] = useState<Failure>()
  const [turn, setTurn] = useState(0)
  const current = useRef<Opened>(undefined)
  current.current = opened
  const first = useRef(start)
  useEffect(() => {
    let left = false
    const isNew = turn === 0 && first.current !== undefined
    if (isNew) setOpened({ keeper: createSnippetKeeper(first.current!, null), first: first.current!, uses: 0, usedIn: [] })
    else {
      // Left a moment ago with something typed: that is stored first.
      void flushSnippet(id).then(() => call('snippets.read', { id })).then((result) => {
        if (left) return
        setFailure(result.ok ? undefined : result.error)
        if (!result.ok) return setOpened(undefined)
        const { snippet, updatedAt, uses, usedIn } = result.value
        const kept = current.current
        // The same as is shown: only where it was used is new.
        if (kept && kept.keeper.base() === updatedAt) setOpened({ ...kept, uses, usedIn })
        else setOpened({ keeper: createSnippetKeeper(snippet, updatedAt), first: snippet, uses, usedIn })
      })
    }
    return () => { left = true }
  }, [id, turn])
  useEffect(() => {
    const leave = () => void current.current?.keeper.flush()
    window.addEventListener('beforeunload', leave)
    const stop = subscribe((event) => {
      if (event.type !== 'contents-changed' || event.kind !== 'snippet' || event.clientId === clientId) return
      if (current.current?.keeper.get().state === 'saved') setTurn((before) => before + 1)
    })
    return () => {
      window.removeEventListener('beforeunload', leave)
      stop()
      leave()
    }
  }, [id])
  return { opened, failure, reload: () => { setOpened(undefined); setTurn((before) => before + 1) } }
}

function Status({ keeper, onReload, onOpen }: { readonly keeper: SnippetKeeper; readonly onReload: () => void; readonly onOpen: (id: string) => void }) {
  const { state, failure } = useSyncExternalStore(keeper.subscribe, keeper.get)
  const same = failure?.code === 'SNIPPET_SAME_TEXT' ? (failure.data as { readonly id: string }).id : undefined
  return (
    <>
      <p className="save-status" data-state={state === 'empty' ? 'dirty' : state} role="status">{state === 'empty' ? text.unsaved : text[state]}</p>
      {failure && (
        <Alert
          type="warning" showIcon title={failure.message}
          action={same !== undefined ? <Button size="small" onClick={() => onOpen(same)}>{snippetText.save.openSame}</Button>
            : failure.code === 'SNIPPET_CHANGED' ? <><Button size="small" onClick={onReload}>{text.reload}</Button> <Button size="small" onClick={() => void keeper.overwrite()}>{text.overwrite}</Button></>
              : <Button size="small" onClick={() => void keeper.flush()}>{zh.app.retry}</Button>}
        />
      )}
    </>
  )
}

function Uses({ uses, usedIn }: Pick<Opened, 'uses' | 'usedIn'>) {
  const words = snippetText.library
  return (
    <section className="snippet-uses">
      <h3>{words.uses}</h3>
      <p className="quiet">{uses === 0 ? words.notUsed : `${words.usedTimes(uses)}${usedIn.length === 0 ? `，${words.gone}` : ''}`}</p>
      <ul>{usedIn.map(({ draftId, title, usedAt }) => <li key={draftId}><button type="button" className="text-link" title={words.open} onClick={() => goTo({ page: 'draft', draftId })}>{words.usedAt(title === '' ? zh.library.untitled : title, nearTime(usedAt))}</button></li>)}</ul>
    </section>
  )
}

function Form({ opened, onReload, onOpen }: { readonly opened: Opened; readonly onReload: () => void; readonly onOpen: (id: string) => void }) {
  const { keeper, first } = opened
  const { snippet } = useSyncExternalStore(keeper.subscribe, keeper.get)
  return (
    <div className="snippet-form">
      <div className="snippet-state">
        <Status keeper={keeper} onReload={onReload} onOpen={onOpen} />
        <Button size="small" disabled={snippet === first || !hasWords(first)} onClick={() => keeper.set(first)}>{text.revert}</Button>
      </div>
      <SnippetFields value={snippet} titleHint={snippetName(snippet.blocks)} onChange={(details) => keeper.set({ ...snippet, ...details })} />
      <h3>{snippetText.fields.text}</h3>
      <SnippetBlocks blocks={snippet.blocks} onChange={(blocks) => keeper.set({ ...snippet, blocks })} />
      <Uses uses={opened.uses} usedIn={opened.usedIn} />
    </div>
  )
}

export function SnippetForm({ id, start, onOpen }: SnippetFormProps) {
  const { opened, failure, reload } = useOpened(id, start)
  if (failure) return <Alert type="warning" showIcon title={failure.message} />
  if (!opened) return <div className="center"><Spin description={zh.app.loading} /></div>
  return <Form opened={opened} onReload={reload} onOpen={onOpen} />
}
