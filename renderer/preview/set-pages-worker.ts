/** Sets drafts on pages beside the screen's own work. */
import '../client/no-code-from-strings.ts'
import type { Draft } from '../../shared/document/draft.ts'
import type { Layout } from '../../shared/print/layout.ts'
import type { FlavourName } from '../../shared/typeset/flavour.ts'
import { setDraft } from '../../shared/typeset/set-draft.ts'
import type { TypesetDocument } from '../../shared/typeset/typeset-types.ts'

export interface SetRequest {
  readonly id: number
  readonly draft: Draft
  readonly layout: Layout
  readonly flavour: FlavourName
  /** Only how many pages there are: the pages themselves need not travel. */
  readonly countOnly: boolean
}

export type SetAnswer =
  | { readonly id: number; readonly count: number; readonly document: TypesetDocument | null }
  | { readonly id: number; readonly fault: string }

export function answerSet({ id, draft, layout, flavour, countOnly }: SetRequest): SetAnswer {
  try {
    const document = setDraft(draft, layout, flavour)
    return { id, count: document.pages.length, document: countOnly ? null : document }
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) }
  }
}

const scope = globalThis as unknown as { readonly document?: unknown; addEventListener: (type: 'message', listener: (event: { readonly data: SetRequest }) => void) => void; postMessage: (answer: SetAnswer) => void }

// The same module runs in the page where no worker can be had.
if (scope.document === undefined) scope.addEventListener('message', ({ data }) => scope.postMessage(answerSet(data)))
