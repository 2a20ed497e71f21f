/** The place of a step between the list and the writing, in which the writer reviews what leaves the unit. */
import type { PlannedPackable } from '../../../../shared/contract/package-procedures.ts'
import type { ProcedureInput } from '../../../../shared/contract/procedures.ts'

/** Further input of packages.make and packages.content that the step gives. */
export type LeavingInput = Partial<Omit<ProcedureInput<'packages.content'>, 'jobId' | 'contents' | 'passphrase' | 'sign' | 'exactly'>>

export interface LeavingStepProps {
  /** The whole list. */
  readonly contents: readonly PlannedPackable[]
  readonly onReviewed: (input: LeavingInput) => void
  readonly onBack: () => void
}

/** What nobody's data may leave with unseen. */
export const needsReview = ({ kind }: PlannedPackable) => kind === 'template' || kind === 'aspects' || kind === 'snippet'
