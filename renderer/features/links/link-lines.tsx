/** The lines between the columns. Only those with an end in sight are drawn: a paper may have hundreds. */
import { memo } from 'react'
import { linkText } from '../../text/links.ts'
import type { LinkSuggestion } from '../../../shared/document/link-suggestions.ts'
import type { Link } from '../../../shared/document/links.ts'
import { reasonsText, type LinkModel } from './link-model.ts'
import type { DragState } from './use-link-drag.ts'
import { lineHeight, useLineFrame, type Columns, type LineFrame } from './use-line-frame.ts'

interface LinkLinesProps {
  readonly columns: Columns
  readonly model: LinkModel
  /** Changes when other cards are shown. */
  readonly cards: unknown
  readonly lit: ReadonlySet<string>
  readonly focus: string | undefined
  readonly drag: DragState | undefined
  readonly onRemove: (link: Link) => void
  readonly onSuggestion: (suggestion: LinkSuggestion) => void
}

interface Drawn<T> {
  readonly pair: T
  readonly path: string
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const bend = Math.abs(x2 - x1) * 0.45 * Math.sign(x2 - x1 || 1)
  const at = (value: number) => value.toFixed(1)
  return `M${at(x1)} ${at(y1)}C${at(x1 + bend)} ${at(y1)} ${at(x2 - bend)} ${at(y2)} ${at(x2)} ${at(y2)}`
}

/** Ends out of sight lie just beyond the edge, so that the line shows where to scroll without running through all else. */
const beyond = 60

function drawn<T extends { readonly answerId: string; readonly problemId: string }>(pairs: readonly T[], frame: LineFrame): Drawn<T>[] {
  const seen = (y: number) => y >= 0 && y <= frame.height
  const near = (y: number) => Math.max(-beyond, Math.min(frame.height + beyond, y))
  return pairs.flatMap((pair) => {
    const [left, right] = [lineHeight(frame, pair.problemId, 'problem'), lineHeight(frame, pair.answerId, 'answer')]
    if (left === undefined || right === undefined || (!seen(left) && !seen(right))) return []
    return [{ pair, path: curve(frame.from, near(left), frame.to, near(right)) }]
  })
}

export const LinkLines = memo(function LinkLines({ columns, model, cards, lit, focus, drag, onRemove, onSuggestion }: LinkLinesProps) {
  const frame = useLineFrame(columns, cards)
  if (!frame) return <svg className="link-lines" />
  const state = (pair: { readonly answerId: string; readonly problemId: string }) =>
    focus === undefined ? 'plain' : (pair.answerId === focus || pair.problemId === focus) && lit.has(pair.answerId) && lit.has(pair.problemId) ? 'lit' : 'dim'
  const key = (pair: { readonly answerId: string; readonly problemId: string }) => `${pair.answerId}\n${pair.problemId}`
  const start = drag && lineHeight(frame, drag.id, drag.side)
  return (
    <svg className="link-lines">
      {drawn(model.suggestions, frame).map(({ pair, path }) => (
        <g key={key(pair)} className="suggestion-line" data-state={state(pair)} onClick={() => onSuggestion(pair)}>
          <path className="line" d={path} /><path className="hit" d={path}><title>{`${linkText.maybe}：${reasonsText(pair)}`}</title></path>
        </g>
      ))}
      {drawn(model.links.links, frame).map(({ pair, path }) => (
        <g
          key={key(pair)} className="link-line" data-origin={pair.origin} data-removable={pair.removable} data-answer={pair.answerId} data-problem={pair.problemId}
          data-state={state(pair)} onClick={() => onRemove(pair)}
        >
          <path className="line" d={path} />
          <path className="hit" d={path}><title>{!pair.removable ? linkText.fixedLine : pair.origin === 'position' ? linkText.positionLine : linkText.removeLine}</title></path>
        </g>
      ))}
      {drag && start !== undefined && <path className="drag-line" d={curve(drag.side === 'problem' ? frame.from : frame.to, start, drag.x, drag.y)} />}
    </svg>
  )
})
