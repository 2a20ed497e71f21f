/** Edits of the form put into the paper: by its differences, caret, scroll and focus kept, one step of undo for each field. */
import { $addUpdateTag, HISTORY_MERGE_TAG, HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG, type EditorState, type LexicalEditor } from 'lexical'
import type { Draft } from '../../../../shared/document/draft.ts'
import { addEntry } from '../../../../shared/ledger/add-entry.ts'
import { deriveLedger, type LedgerRow } from '../../../../shared/ledger/ledger-rows.ts'
import { setLedgerValue, type EditFault, type LedgerEdit } from '../../../../shared/ledger/set-ledger-value.ts'
import { isoDate } from '../../../../shared/time-limit/calendar.ts'
import { $applyDraft } from '../../../editor/apply-draft.ts'
import { newBlockId } from '../../../editor/block-ids.ts'
import { $editorToDraft } from '../../../editor/editor-to-draft.ts'

/** The time a field has the focus: what is written in it meanwhile is one step of undo. */
export interface EditSession {
  /** The state its last edit left; another one means that something else was changed since. */
  last?: EditorState
}

export type EditOutcome = { readonly ok: true; readonly key: string; readonly row: LedgerRow | undefined } | { readonly ok: false; readonly fault: EditFault }

/** The day at this machine, ISO. */
export function today(): string {
  const now = new Date()
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/** Puts a later state of the draft into the paper; the window's focus stays where it is. */
function apply(editor: LexicalEditor, next: Draft, session: EditSession): void {
  const continues = session.last !== undefined && session.last === editor.getEditorState()
  editor.update(() => {
    for (const tag of [continues ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG]) $addUpdateTag(tag)
    $applyDraft(next)
  }, { discrete: true })
  session.last = editor.getEditorState()
}

/** Sets one value of an item. Shapes as in `LedgerEdit`; a fault leaves the paper as it was. */
export function editItem(editor: LexicalEditor, edit: LedgerEdit, session: EditSession): EditOutcome {
  const result = setLedgerValue(editor.read($editorToDraft), edit, { today: today(), newId: newBlockId })
  if (!result.ok) return result
  apply(editor, result.draft, session)
  return { ok: true, key: result.key, row: deriveLedger(result.draft).rows.find((row) => row.key === result.key) }
}

/** One more entry behind the block, as a part of it where asked for. */
export function addItemEntry(editor: LexicalEditor, after: string, value: string, part: boolean): boolean {
  const next = addEntry(editor.read($editorToDraft), after, value, part, newBlockId)
  if (!next) return false
  apply(editor, next, {})
  return true
}
