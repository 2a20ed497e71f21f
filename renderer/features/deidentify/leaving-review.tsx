/** What is still found in templates and snippets that are to leave. Packing needs the reviews this hands over (rule Y32). */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Alert, Button, Checkbox, Spin } from 'antd'
import type { PackageReview } from '../../../shared/contract/deidentify-procedures.ts'
import { contentKinds, type KnownKind } from '../../../shared/exchange/content-kinds.ts'
import { contentKey } from '../../../shared/exchange/manifest.ts'
import { leavingText as text } from '../../text/leaving.ts'
import { goTo } from '../shell/route.ts'
import { LeavingFindings } from './leaving-findings.tsx'
import { useLeavingReviews, type LeavingContent } from './use-leaving-reviews.ts'
import './leaving-review.css'

export type { LeavingContent }

export interface LeavingReviewProps {
  /** What the writer chose to pack; what goes along with it is found here. */
  readonly contents: readonly LeavingContent[]
  /** Called at once, with none, where nothing of it needs a review. For `packages.make` and `packages.content`. */
  readonly onDone: (reviews: readonly PackageReview[]) => void
  readonly onCancel: () => void
  /** Goes to where a content is changed; the library of templates or snippets where it is not given. */
  readonly onEdit?: (content: { readonly kind: KnownKind; readonly id: string }) => void
}

const goToLibrary: NonNullable<LeavingReviewProps['onEdit']> = ({ kind }) => goTo({ page: 'templates', section: kind === 'snippet' ? 'snippets' : 'templates' })

/** To be shown in a dialogue or a pane; it has its own buttons. */
export function LeavingReview({ contents, onDone, onCancel, onEdit = goToLibrary }: LeavingReviewProps) {
  const state = useLeavingReviews(contents)
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const see = useCallback((token: string, isSeen: boolean) => setSeen((before) => {
    const next = new Set(before)
    if (isSeen) next.add(token)
    else next.delete(token)
    return next
  }), [])
  const needsNone = state.kind === 'ready' && state.reviews.length === 0
  useEffect(() => { if (needsNone) onDone([]) }, [needsNone])
  const left = useMemo(() => (state.kind === 'ready' ? state.reviews.filter((one) => !seen.has(one.token)).length : 0), [state, seen])

  if (state.kind === 'failed') {
    return (
      <section className="leaving-review" aria-label={text.title}>
        <Alert type="warning" showIcon title={state.failure.message} />
        <footer><Button onClick={onCancel}>{text.cancel}</Button><Button type="primary" onClick={state.again}>{text.retry}</Button></footer>
      </section>
    )
  }
  if (state.kind === 'working' || needsNone) {
    const { done, all } = state.kind === 'working' ? state : { done: 0, all: 0 }
    return (
      <section className="leaving-review" aria-label={text.title}>
        <div className="leaving-working"><Spin description={text.working(done, all)} /></div>
        <footer><Button onClick={onCancel}>{text.cancel}</Button></footer>
      </section>
    )
  }
  const others = contents.length - state.reviews.filter((one) => contents.some((chosen) => contentKey(chosen) === contentKey(one))).length
  return (
    <section className="leaving-review" aria-label={text.title}>
      <p className="leaving-lead">{text.lead(state.reviews.length)}{others > 0 && <small>{text.asTheyAre(others)}</small>}</p>
      <div className="leaving-list">
        {state.reviews.map((one) => {
          // Of the text that was shown: changed meanwhile, it is to be seen again.
          const { token } = one
          return (
            <article key={contentKey(one)} className="leaving-content" aria-label={one.title}>
              <header>
                <span className="tag">{contentKinds[one.kind].word}</span>
                <h3 title={one.title}>{one.title}</h3>
                <Button size="small" title={text.editHint} onClick={() => onEdit(one)}>{text.edit}</Button>
              </header>
              <LeavingFindings review={one} />
              <Checkbox checked={seen.has(token)} onChange={(event) => see(token, event.target.checked)} aria-label={text.seenOf(one.title)}>{text.seen}</Checkbox>
            </article>
          )
        })}
      </div>
      <footer>
        {left > 0 && <span className="leaving-left">{text.left(left)}</span>}
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button type="primary" disabled={left > 0} onClick={() => onDone(state.reviews.map(({ kind, id, token }) => ({ kind, id, token })))}>{text.confirm}</Button>
      </footer>
    </section>
  )
}
