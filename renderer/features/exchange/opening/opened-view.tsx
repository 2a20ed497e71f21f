/** What was stored of a package, with the way to each, and back. */
import { Alert, Button } from 'antd'
import { contentKinds } from '../../../../shared/exchange/content-kinds.ts'
import { openingText as text, packagesText } from '../../../text/packages.ts'
import { MergeMembersButton } from '../../collect/merge-members-button.tsx'
import { showContent } from '../content-place.ts'
import type { OpeningState } from './use-opening.ts'

interface OpenedViewProps {
  readonly state: Extract<OpeningState, { kind: 'stored' }>
  readonly height: number
  readonly onLeave: () => void
}

/** Beyond this nobody clicks through a list; the lists of the library have them all. */
const mostShown = 300

export function OpenedView({ state: { stored, undone, problem }, height, onLeave }: OpenedViewProps) {
  const kept = stored.contents.filter(({ act }) => act !== 'leave')
  const drafts = kept.filter(({ kind }) => kind === 'draft').map(({ storedId }) => storedId)
  return (
    <div className="opened-view">
      {undone === undefined
        ? <Alert type={kept.length > 0 ? 'success' : 'info'} showIcon title={kept.length > 0 ? text.stored(kept.length) : text.storedNone} />
        : <Alert type="info" showIcon title={text.undone(undone)} />}
      {problem !== undefined && <Alert type="warning" showIcon title={problem} />}
      {undone === undefined && (
        <ul style={{ maxHeight: height }}>
          {kept.slice(0, mostShown).map(({ kind, storedId, title, act }) => (
            <li key={`${kind}/${storedId}`}>
              <span className="quiet">{contentKinds[kind].word}</span>
              <span className="opened-title" title={title}>{title === '' ? packagesText.untitled : title}</span>
              <span className="quiet">{text.acts[act]}</span>
              <Button type="link" size="small" aria-label={`${text.openIt} ${title}`} onClick={() => { onLeave(); showContent(kind, storedId) }}>{text.openIt}</Button>
            </li>
          ))}
        </ul>
      )}
      {undone === undefined && drafts.length > 1 && <MergeMembersButton draftIds={drafts} onMerged={onLeave} />}
    </div>
  )
}
