/** 对应关系 over the whole screen: problems on the left, causes and measures on the right, lines between what belongs together. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { LexicalEditor } from 'lexical'
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import type { LinkEntry } from '../../../shared/document/link-entries.ts'
import { linkText } from '../../text/links.ts'
import { AcceptAll } from './accept-all.tsx'
import type { CardHandlers } from './link-card.tsx'
import { LinkColumn } from './link-column.tsx'
import { LinkLines } from './link-lines.tsx'
import { entryName, otherEnd, useLinkModel } from './link-model.ts'
import { LinksBar, type Shown } from './links-bar.tsx'
import { bringBackSuggestions } from './rejected-suggestions.ts'
import { useLinkActions } from './use-link-actions.ts'
import { useLinkDrag } from './use-link-drag.ts'
import { useLiveBlocks } from './use-live-blocks.ts'
import { useViewKeys } from './use-view-keys.ts'
import { looseWords, nextCard } from './view-rules.ts'
import './links.css'

interface LinksViewProps {
  readonly draftId: string
  readonly editor: LexicalEditor
  /** The block to begin at. */
  readonly start: string | undefined
  /** Back to the paper, to a block of it where one is named. */
  readonly onClose: (blockId?: string) => void
}

export function LinksView({ draftId, editor, start, onClose }: LinksViewProps) {
  const blocks = useLiveBlocks(editor)
  const model = useLinkModel(draftId, blocks)
  const { links, byId } = model
  const [shown, setShown] = useState<Shown>(links.causes.length > 0 ? 'all' : 'measure')
  const [onlyLoose, setOnlyLoose] = useState(false)
  const [said, setSaid] = useState('')
  const [held, setHeld] = useState<string>()
  const [hovered, setHovered] = useState<string>()
  const [focused, setFocused] = useState<string>()
  const [byKey, setByKey] = useState(false)
  const [accepting, setAccepting] = useState(false)
  const view = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const columns = useMemo(() => ({ problem: { current: null as HTMLDivElement | null }, answer: { current: null as HTMLDivElement | null } }), [])
  const actions = useLinkActions(draftId, editor, model, setSaid)

  const looseOf = useCallback((entry: LinkEntry) => looseWords(entry, links, shown), [links, shown])
  const cards = useMemo(() => {
    const kept = (list: readonly LinkEntry[]) => (onlyLoose ? list.filter((entry) => looseOf(entry) !== undefined) : list)
    return { problems: kept(links.problems), answers: kept(links.answers.filter(({ role }) => shown === 'all' || role === shown)) }
  }, [links, shown, onlyLoose, looseOf])
  const { problems, answers } = cards
  const loose = useMemo(() => [...links.problems, ...links.answers.filter(({ role }) => shown === 'all' || role === shown)].filter((entry) => looseOf(entry) !== undefined), [links, shown, looseOf])

  const cardOf = useCallback((id: string) => area.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`), [])
  const show = useCallback((id: string) => {
    const card = cardOf(id)
    card?.scrollIntoView({ block: 'nearest' })
    card?.focus({ preventScroll: true })
  }, [cardOf])
  const join = useCallback((from: string, to: string) => {
    const [a, b] = [byId.get(from), byId.get(to)]
    if (a && b) actions.join(a, b)
  }, [actions, byId])
  const { drag, begin } = useLinkDrag(area, columns, join)

  const activate = (id: string) => {
    const [one, other] = [byId.get(id), held === undefined ? undefined : byId.get(held)]
    if (!one) return
    if (other && (one.role === 'problem') !== (other.role === 'problem')) return actions.toggle(one, other)
    setHeld(held === id ? undefined : id)
    setSaid(held === id ? '' : linkText.hold(entryName(model, one)))
    if (held !== id) {
      // What it is linked to comes into sight on the other side.
      const first = model.linksOf.get(id)?.[0] ?? model.suggestionsOf.get(id)?.[0]
      if (first) cardOf(otherEnd(first, id))?.scrollIntoView({ block: 'nearest' })
    }
  }
  const open = (id: string) => {
    // Two quick clicks while one of the other side is held were meant for the link.
    const [one, other] = [byId.get(id), held === undefined ? undefined : byId.get(held)]
    if (one && (!other || (one.role === 'problem') === (other.role === 'problem'))) onClose(one.blockId)
  }
  const latest = {
    activate, hover: setHovered, goTo: (id: string) => onClose(byId.get(id)?.blockId), open, show, drag: begin, ...actions,
    focus: (id: string, shown: boolean) => { setFocused(id); setByKey(shown) }, accept: (one: Parameters<CardHandlers['accept']>[0]) => actions.accept([one]),
  }
  const handle = useRef<CardHandlers>(latest)
  handle.current = latest
  const handlers = useMemo((): CardHandlers => ({
    activate: (id) => handle.current.activate(id), hover: (id) => handle.current.hover(id), focus: (id, shown) => handle.current.focus(id, shown), goTo: (id) => handle.current.goTo(id), open: (id) => handle.current.open(id), show: (id) => handle.current.show(id),
    remove: (link) => handle.current.remove(link), accept: (one) => handle.current.accept(one), reject: (one) => handle.current.reject(one), drag: (id, event) => handle.current.drag(id, event),
  }), [])

  // Another window, or undo, may have taken away what was held or pointed at.
  const focus = [drag?.id, held, hovered, byKey ? focused : undefined].find((id) => id !== undefined && byId.has(id))
  const lit = useMemo(() => {
    const ids = focus === undefined ? [] : [...model.linksOf.get(focus) ?? [], ...model.suggestionsOf.get(focus) ?? []].map((pair) => otherEnd(pair, focus))
    return new Set([...ids, ...(focus === undefined ? [] : [focus]), ...(drag?.over === undefined ? [] : [drag.over])])
  }, [focus, model, drag?.over])
  const currentOf = (entries: readonly LinkEntry[]) => (entries.some(({ id }) => id === focused) ? focused : entries[0]?.id)

  useEffect(() => {
    const from = start === undefined ? undefined : [...links.problems, ...links.answers].find(({ blockIds }) => blockIds.includes(start))
    const first = from ?? problems[0] ?? answers[0]
    if (first) show(first.id)
    else area.current?.focus()
    // Where the view begins is asked once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const jump = (by: 1 | -1) => {
    const at = loose.findIndex(({ id }) => id === focused)
    const next = at === -1 ? (by === 1 ? loose[0] : loose.at(-1)) : loose[(at + by + loose.length) % loose.length]
    if (next) show(next.id)
  }
  useViewKeys(view, {
    // The drag has its own Esc; dialogues have their own keys.
    sleeping: drag !== undefined || accepting,
    undo: (redo) => { if (editor.dispatchCommand(redo ? REDO_COMMAND : UNDO_COMMAND, undefined)) setSaid(redo ? linkText.redone : linkText.undone) },
    escape: () => {
      if (held === undefined) return onClose()
      setHeld(undefined)
      setSaid('')
    },
    activate,
    move: (key, id) => {
      const next = id === undefined ? currentOf(problems) : nextCard(key, id, problems, answers, model)
      if (next !== undefined) show(next)
      return next !== undefined
    },
  })

  return (
    <div className="links-view" role="region" aria-label={linkText.view} data-focused={focus !== undefined} data-dragging={drag !== undefined} ref={view}>
      <LinksBar
        links={links} shown={shown} onlyLoose={onlyLoose} loose={loose.length} suggestions={model.suggestions.length} rejected={model.rejected} readOnly={!editor.isEditable()}
        onShow={setShown} onOnlyLoose={setOnlyLoose} onJump={jump} onAcceptAll={() => setAccepting(true)} onBringBack={() => bringBackSuggestions(draftId)} onClose={() => onClose()}
      />
      <div className="links-area" ref={area} tabIndex={-1} onClick={(event) => { if (!(event.target as HTMLElement).closest('[data-entry], g')) setHeld(undefined) }}>
        <LinkColumn
          side="problem" title={linkText.problems(links.problems.length)} empty={onlyLoose ? linkText.allLinked : linkText.emptyProblems} entries={problems} model={model} looseOf={looseOf} lit={lit} held={held}
          current={currentOf(problems)} handlers={handlers} scroller={columns.problem}
        />
        <div className="link-gutter" />
        <LinkColumn
          side="answer" title={linkText.answers[shown](links.answers.filter(({ role }) => shown === 'all' || role === shown).length)} empty={onlyLoose ? linkText.allLinked : linkText.emptyAnswers} entries={answers} model={model}
          looseOf={looseOf} lit={lit} held={held} current={currentOf(answers)} handlers={handlers} scroller={columns.answer}
        />
        <LinkLines columns={columns} model={model} cards={cards} lit={lit} focus={focus} drag={drag} onRemove={actions.remove} onSuggestion={(one) => show(one.answerId)} />
      </div>
      <footer className="links-foot"><span role="status" aria-live="polite">{said}</span><span className="quiet">{linkText.hints}</span></footer>
      {accepting && <AcceptAll model={model} onAccept={actions.accept} onClose={() => setAccepting(false)} />}
    </div>
  )
}
