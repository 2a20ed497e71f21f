/** One problem, cause or measure with what it is linked to. Plain buttons: a paper has hundreds of cards. */
import { memo, type PointerEvent } from 'react'
import { CloseOutlined, LockOutlined } from '@ant-design/icons'
import type { LinkEntry } from '../../../shared/document/link-entries.ts'
import type { LinkSuggestion } from '../../../shared/document/link-suggestions.ts'
import type { Link } from '../../../shared/document/links.ts'
import { linkText } from '../../text/links.ts'
import { roleNames } from '../../text/roles.ts'
import { entryName, otherEnd, reasonsText, type LinkModel } from './link-model.ts'

/** What a card may be asked for; the view does it. One object that never changes, so that cards stay as they are. */
export interface CardHandlers {
  readonly activate: (id: string) => void
  readonly hover: (id: string | undefined) => void
  /** @param byKey whether the focus came by keyboard, and so shows. */
  readonly focus: (id: string, byKey: boolean) => void
  readonly goTo: (id: string) => void
  /** A double click. */
  readonly open: (id: string) => void
  readonly show: (id: string) => void
  readonly remove: (link: Link) => void
  readonly accept: (suggestion: LinkSuggestion) => void
  readonly reject: (suggestion: LinkSuggestion) => void
  readonly drag: (id: string, event: PointerEvent) => void
}

export interface LinkCardProps {
  readonly entry: LinkEntry
  readonly model: LinkModel
  readonly links: readonly Link[]
  readonly suggestions: readonly LinkSuggestion[]
  /** What it lacks, in words; undefined where nothing. */
  readonly loose: string | undefined
  readonly lit: boolean
  readonly held: boolean
  /** The one of its column the Tab key goes to. */
  readonly current: boolean
  readonly handlers: CardHandlers
}

function Chip({ link, entry, other, model, current, onRemove, onShow }: { readonly link: Link; readonly entry: LinkEntry; readonly other: LinkEntry; readonly model: LinkModel; readonly current: boolean; readonly onRemove: () => void; readonly onShow: () => void }) {
  const full = entryName(model, other)
  const name = entry.role === 'problem' ? full : model.names.get(other.id)
  return (
    <span className="link-chip" data-role={other.role} data-origin={link.origin}>
      <button type="button" tabIndex={-1} title={other.lead} onClick={onShow}>{name}</button>
      {link.removable
        ? <button type="button" className="chip-remove" tabIndex={current ? 0 : -1} title={linkText.remove(full)} aria-label={linkText.remove(full)} onClick={onRemove}><CloseOutlined /></button>
        : <LockOutlined className="chip-lock" title={other.inTable ? linkText.inTable : linkText.fixedLine} />}
    </span>
  )
}

export const LinkCard = memo(function LinkCard({ entry, model, links, suggestions, loose, lit, held, current, handlers }: LinkCardProps) {
  const { id } = entry
  const { byId } = model
  const name = entryName(model, entry)
  const side = entry.role === 'problem' ? 'problem' : 'answer'
  return (
    <div
      className="link-card" data-entry={id} data-side={side} data-role={entry.role} data-loose={loose !== undefined} data-lit={lit} data-held={held} tabIndex={current ? 0 : -1}
      role="option" aria-selected={held} aria-label={`${name}　${entry.lead}${loose === undefined ? '' : `　${loose}`}`}
      onClick={(event) => { if (!(event.target as HTMLElement).closest('button') && event.detail < 2) handlers.activate(id) }}
      onDoubleClick={(event) => { if (!(event.target as HTMLElement).closest('button')) handlers.open(id) }}
      onMouseEnter={() => handlers.hover(id)} onMouseLeave={() => handlers.hover(undefined)} onFocus={(event) => handlers.focus(id, event.currentTarget.matches(':focus-visible'))}
    >
      <div className="card-words" title={entry.text}>
        {side === 'answer' && <span className="role" data-role={entry.role}>{roleNames[entry.role]}</span>}
        {entry.number !== '' && <b>{entry.number}</b>}{entry.lead}
      </div>
      <div className="card-foot">
        {loose !== undefined && <span className="card-loose">{loose}</span>}
        {links.map((link) => {
          const other = byId.get(otherEnd(link, id))
          return other && <Chip key={other.id} link={link} entry={entry} other={other} model={model} current={current} onRemove={() => handlers.remove(link)} onShow={() => handlers.show(other.id)} />
        })}
        <button type="button" className="card-go" tabIndex={current ? 0 : -1} onClick={() => handlers.goTo(id)}>{linkText.goTo}</button>
      </div>
      {side === 'answer' && suggestions.map((suggestion) => {
        const problem = byId.get(suggestion.problemId)
        return problem && (
          <div className="card-suggestion" key={problem.id}>
            <button type="button" className="suggested" tabIndex={-1} title={problem.text} onClick={() => handlers.show(problem.id)}>{linkText.maybe} {entryName(model, problem)} {problem.lead}</button>
            <small>{reasonsText(suggestion)}</small>
            <span className="suggestion-acts">
              <button type="button" className="accept" tabIndex={current ? 0 : -1} onClick={() => handlers.accept(suggestion)}>{linkText.accept}</button>
              <button type="button" tabIndex={current ? 0 : -1} onClick={() => handlers.reject(suggestion)}>{linkText.reject}</button>
            </span>
          </div>
        )
      })}
      {!entry.inTable && <button type="button" className="link-knob" tabIndex={-1} aria-label={linkText.knob(name)} onPointerDown={(event) => handlers.drag(id, event)} />}
    </div>
  )
})
