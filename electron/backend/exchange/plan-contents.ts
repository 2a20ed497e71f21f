/** Many contents compared with the library's own. Runs in a worker: a thousand drafts are a second's work. */
import { planContent, type OwnContent, type PlannedContent, type TheirContent } from '../../../shared/exchange/plan.ts'

export interface ContentsToPlan {
  readonly pairs: readonly { readonly theirs: TheirContent; readonly mine: OwnContent | undefined }[]
}

export function planContents({ pairs }: ContentsToPlan, progress: (done: number) => void): readonly PlannedContent[] {
  return pairs.map(({ theirs, mine }, index) => {
    if (index % 20 === 0) progress(index / pairs.length)
    return planContent(theirs, mine)
  })
}
