/** What still tells of the unit in templates, aspect sets and snippets, looked at before they are written. */
import { LeavingReview } from '../../deidentify/leaving-review.tsx'
import type { LeavingStepProps } from './leaving-step.ts'

export function ReviewStep({ contents, onReviewed, onBack }: LeavingStepProps) {
  return <LeavingReview contents={contents} onDone={(reviews) => onReviewed({ reviews: [...reviews] })} onCancel={onBack} />
}
