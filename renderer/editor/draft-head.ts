import { $getRoot, $getState, $setState, createState } from 'lexical'
import type { Draft } from '../../shared/document/draft.ts'

/** All of the draft but its blocks. It is kept in the editor's root, so that undo covers it as well. */
export type DraftHead = Omit<Draft, 'blocks'>

const headState = createState('draftHead', {
  parse: (value): DraftHead | null => (typeof value === 'object' && value !== null && 'kind' in value ? (value as DraftHead) : null),
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
})

/** Null while nothing is loaded. */
export function $findHead(): DraftHead | null {
  return $getState($getRoot(), headState)
}

export function $getHead(): DraftHead {
  const head = $findHead()
  if (head === null) throw new Error('the editor holds no draft')
  return head
}

export function $setHead(head: DraftHead): void {
  $setState($getRoot(), headState, head)
}

/** Id of the draft the editor holds, '' where it holds none yet. */
export function $draftId(): string {
  return $findHead()?.id ?? ''
}
