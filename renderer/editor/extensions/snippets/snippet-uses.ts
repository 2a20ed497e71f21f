/**
 * Which snippets were put into the paper in this session. Kept in the editor's root beside the draft and never stored with
 * it: undo takes a use back with the words, redo brings it again, and nothing else counts as one.
 */
import { $getRoot, $getState, $setState, createState, type EditorState, type LexicalEditor } from 'lexical'

export interface SessionUse {
  readonly token: string
  readonly snippetId: string
}

const usesState = createState('snippetUses', {
  parse: (value): readonly SessionUse[] => (Array.isArray(value) ? (value as readonly SessionUse[]) : []),
  isEqual: (a, b) => a === b || (a.length === b.length && a.every(({ token }, index) => token === b[index]!.token)),
})

export function $addUse(snippetId: string): void {
  const root = $getRoot()
  $setState(root, usesState, [...$getState(root, usesState), { token: crypto.randomUUID(), snippetId }])
}

const usesIn = (state: EditorState) => state.read(() => $getState($getRoot(), usesState))

/** Tells of uses as they come and go, whether by inserting, undo or redo. @returns a function that ends it. */
export function watchUses(editor: LexicalEditor, onUsed: (use: SessionUse) => void, onUndone: (use: SessionUse) => void): () => void {
  return editor.registerUpdateListener(({ editorState, prevEditorState }) => {
    const [now, before] = [usesIn(editorState), usesIn(prevEditorState)]
    if (now === before) return
    const [here, there] = [new Set(now.map((use) => use.token)), new Set(before.map((use) => use.token))]
    for (const use of before) if (!here.has(use.token)) onUndone(use)
    for (const use of now) if (!there.has(use.token)) onUsed(use)
  })
}
