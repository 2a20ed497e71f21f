import { Segmented } from 'antd'
import type { ImportSource } from '../../../shared/contract/procedures.ts'
import type { RevisionView } from '../../../shared/recognition/revision-view.ts'
import { readingTexts } from '../../text/reading.ts'

interface RevisionChoiceProps {
  readonly revisions: NonNullable<ImportSource['revisions']>
  readonly busy: boolean
  readonly onChoose: (view: RevisionView) => void
}

/** Which side of the tracked changes is taken over. */
export function RevisionChoice({ revisions, busy, onChoose }: RevisionChoiceProps) {
  return (
    <div className="revision-choice">
      <b>{readingTexts.found(revisions.inserted, revisions.deleted, revisions.formatted)}</b>
      <Segmented<RevisionView>
        aria-label={readingTexts.choice} disabled={busy} value={revisions.view} onChange={onChoose}
        options={[{ value: 'accepted', label: readingTexts.accepted }, { value: 'original', label: readingTexts.original }]}
      />
    </div>
  )
}
