/** Everything that makes an editor a paper editor on screen. The draft is loaded first, so that undo ends there. */
import { createEmptyHistoryState, registerHistory, type HistoryState } from '@lexical/history'
import { registerRichText } from '@lexical/rich-text'
import { registerTablePlugin, registerTableSelectionObserver } from '@lexical/table'
import type { LexicalEditor } from 'lexical'
import type { Draft } from '../../shared/document/draft.ts'
import { $draftToEditor } from './draft-to-editor.ts'
import { registerBlockCommands } from './extensions/block/block-commands.ts'
import { registerBlockKeys } from './extensions/block/block-keys.ts'
import { registerItemCommands } from './extensions/block/item-commands.ts'
import { registerLinkKeeping } from './extensions/block/keep-links.ts'
import { registerMoveCommands } from './extensions/block/move-commands.ts'
import { registerStructure } from './extensions/block/structure-transforms.ts'
import { registerNoteKeeping } from './extensions/notes/keep-notes.ts'
import { registerNumbers } from './extensions/numbering/show-numbers.ts'
import { registerOfferCommands } from './extensions/offers/offer-commands.ts'
import { registerPartCommands } from './extensions/parts/part-commands.ts'
import { registerPaste } from './extensions/paste/register-paste.ts'
import { registerSnippets } from './extensions/snippets/insert-snippet.ts'
import { registerAroundPlaceholders, registerPlaceholderPress } from './extensions/placeholder/around-placeholders.ts'
import { registerPlaceholderKeeping } from './extensions/placeholder/keep-placeholders.ts'
import { registerPlaceholderCommands } from './extensions/placeholder/placeholder-commands.ts'
import { registerStyle } from './extensions/style/style-command.ts'
import { registerOrigins } from './extensions/origins/show-origins.ts'
import { registerTableCommands } from './extensions/table/table-commands.ts'
import { registerReadOnly } from './extensions/read-only/register-read-only.ts'
import { registerSteadyDirection } from './steady-direction.ts'

/** Typing pauses longer than this begin a new step of undo. */
const historyDelay = 800

/** Structure, commands and tables: what tests run headless as well. */
export function registerPaperCore(editor: LexicalEditor): () => void {
  const removes = [registerStructure(editor), registerBlockCommands(editor), registerMoveCommands(editor), registerItemCommands(editor), registerLinkKeeping(editor), registerOfferCommands(editor), registerPartCommands(editor), registerStyle(editor), registerSnippets(editor), registerNoteKeeping(editor), registerPlaceholderKeeping(editor), registerAroundPlaceholders(editor), registerPlaceholderCommands(editor), registerTablePlugin(editor), registerTableCommands(editor)]
  return () => { for (const remove of removes) remove() }
}

export interface PaperRegistration {
  readonly openMenu: () => void
}

/** Selecting cells needs the tables' elements, so it begins when the paper is on screen. */
function registerTableSelection(editor: LexicalEditor): () => void {
  let stop = () => {}
  const stopWatching = editor.registerRootListener((root) => {
    stop()
    stop = root ? registerTableSelectionObserver(editor, true) : () => {}
  })
  return () => {
    stopWatching()
    stop()
  }
}

/** What is loaded is the first state: also a change made before the caret was ever placed can be undone. */
export function historyFromHere(editor: LexicalEditor): HistoryState {
  return { ...createEmptyHistoryState(), current: { editor, editorState: editor.getEditorState() } }
}

/** @returns a function that takes everything away again. */
export function registerPaper(editor: LexicalEditor, draft: Draft, { openMenu }: PaperRegistration): () => void {
  const removes = [registerRichText(editor), registerPaperCore(editor)]
  editor.update(() => $draftToEditor(draft), { discrete: true, tag: 'load' })
  removes.push(
    registerHistory(editor, historyFromHere(editor), historyDelay),
    registerTableSelection(editor),
    registerSteadyDirection(editor),
    registerBlockKeys(editor, openMenu),
    registerPaste(editor),
    registerPlaceholderPress(editor),
    registerNumbers(editor),
    registerOrigins(editor),
    registerReadOnly(editor),
  )
  return () => { for (const remove of removes.reverse()) remove() }
}
