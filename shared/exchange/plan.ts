/** What opening a package would do: each content against what the library has of its id, and what the writer chose. */
import { contentKinds, type KnownKind } from './content-kinds.ts'

export const conflictChoices = ['keep', 'take', 'both'] as const
/** 留我的, 用对方的, 两份都留. */
export type ConflictChoice = (typeof conflictChoices)[number]

export const contentStates = ['new', 'same', 'changed'] as const

export interface TheirContent {
  readonly kind: KnownKind
  readonly id: string
  readonly title: string
  /** JSON in today's form. */
  readonly text: string
}

/** What the library has under the id of a content. */
export interface OwnContent {
  readonly text: string
  /** In the trash. */
  readonly trashed: boolean
  /** It ships with the program and cannot be replaced. */
  readonly fixed: boolean
}

export interface PlannedContent {
  readonly kind: KnownKind
  readonly id: string
  readonly title: string
  readonly state: (typeof contentStates)[number]
  /** Plain sentences, of a changed one. */
  readonly differences: readonly string[]
  /** False: theirs cannot stand in the place of mine, only beside it. */
  readonly canTake: boolean
  /** Mine lies in the trash. One that says the same is brought back from there. */
  readonly trashed: boolean
}

export function planContent(theirs: TheirContent, mine: OwnContent | undefined): PlannedContent {
  const { kind, id, title } = theirs
  if (mine === undefined) return { kind, id, title, state: 'new', differences: [], canTake: true, trashed: false }
  const differences = contentKinds[kind].differences(mine.text, theirs.text)
  const { trashed } = mine
  if (differences.length === 0) return { kind, id, title, state: trashed ? 'new' : 'same', differences, canTake: !mine.fixed, trashed }
  return { kind, id, title, state: 'changed', differences: [...(trashed ? ['本机的这份在回收站里。'] : []), ...differences], canTake: !mine.fixed, trashed }
}

/** What is done with a content: `restore` brings mine back from the trash. */
export type ContentAct = 'add' | 'restore' | 'replace' | 'addBeside' | 'leave'

export function actOn({ state, trashed, canTake }: PlannedContent, choice: ConflictChoice): ContentAct {
  switch (state) {
    case 'new': return trashed ? 'restore' : 'add'
    case 'same': return 'leave'
    case 'changed': return choice === 'keep' ? 'leave' : choice === 'take' && canTake ? 'replace' : 'addBeside'
  }
}
