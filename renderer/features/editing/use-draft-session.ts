/** One draft open in this window: its editor, its saving, and what other windows do to it. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { CLEAR_HISTORY_COMMAND, HISTORY_MERGE_TAG, type LexicalEditor } from 'lexical'
import type { Result } from '../../../shared/contract/errors.ts'
import type { Draft } from '../../../shared/document/draft.ts'
import { call, clientId, subscribe, type Failure } from '../../client/client.ts'
import { createAutosave, type Autosave } from '../../editor/autosave.ts'
import { createPaperEditor } from '../../editor/create-paper-editor.ts'
import { $draftToEditor } from '../../editor/draft-to-editor.ts'
import { $editorToDraft } from '../../editor/editor-to-draft.ts'
import { $applyDraft } from '../../editor/apply-draft.ts'
import { registerPaper } from '../../editor/register-paper.ts'
import { enterDraft, holdDraftLease, type DraftLease, type LeaseState } from './draft-lease.ts'
import { createSaveStateStore, type SaveStateStore } from './save-state-store.ts'

export interface DraftSession {
  readonly failure: Failure | undefined
  readonly editor: LexicalEditor | undefined
  /** The draft as of a moment ago: outline and counts need no more. */
  readonly draft: Draft | undefined
  readonly saving: SaveStateStore
  /** Another window saved first, and the writer has not yet decided. */
  readonly conflict: Failure | undefined
  readonly trashed: boolean
  /** When it became 定稿; null: 草稿. */
  readonly finalAt: string | null
  /** Of what was last saved or loaded. */
  readonly revision: () => number
  /** Whether this window edits the draft, and if not, why. Undefined in the trash. */
  readonly lease: LeaseState | undefined
  /** Edits here what another window edits. */
  readonly takeLease: () => Promise<void>
  readonly imported: boolean
  /** Saves what is unsaved; true when all is saved. */
  readonly flush: () => Promise<boolean>
  /** Puts another state of the draft into the editor, as one step of undo. */
  readonly replaceContent: (draft: Draft) => void
  readonly resolve: (choice: 'mine' | 'theirs' | 'both', copyTitle: string) => Promise<Failure | undefined>
  readonly reopen: () => void
}

/** What the answer to a save says where another window was first. */
interface ConflictData {
  readonly revision: number
  readonly savedAt: string
  readonly draft: Draft | null
}

export function conflictData(failure: Failure): ConflictData {
  return failure.data as ConflictData
}

const snapshotDelay = 160

interface Handlers {
  readonly openMenu: () => void
  readonly onReloaded: () => void
  /** The paper may be edited here now: the other window is gone, or was asked to hand over. */
  /** The draft became 定稿 elsewhere while words here were unsaved: they are kept as a version. */
  readonly onFinalElsewhere: () => void
  readonly onGained: (how: 'freed' | 'taken') => void
}

export function useDraftSession(draftId: string, handlers: Handlers): DraftSession {
  const [failure, setFailure] = useState<Failure>()
  const [editor, setEditor] = useState<LexicalEditor>()
  const [draft, setDraft] = useState<Draft>()
  const [saving] = useState(() => createSaveStateStore({ kind: 'saved', at: '' }))
  const [conflict, setConflict] = useState<Failure>()
  const [trashed, setTrashed] = useState(false)
  const [finalAt, setFinalAt] = useState<string | null>(null)
  const [imported, setImported] = useState(false)
  const [lease, setLease] = useState<LeaseState>()
  const held = useRef<DraftLease>(undefined)
  const [opening, setOpening] = useState(0)
  const revision = useRef(0)
  const autosave = useRef<Autosave>(undefined)
  const latest = useRef(handlers)
  latest.current = handlers

  useEffect(() => {
    let current = true
    const leave = enterDraft(draftId)
    let takeDown = leave
    void call('drafts.open', { draftId, clientId }).then((opened) => {
      if (!current) return
      if (!opened.ok) return setFailure(opened.error)
      const made = createPaperEditor()
      revision.current = opened.value.revision
      const saver = createAutosave({
        save: async (): Promise<Result<{ savedAt: string }>> => {
          const content = made.getEditorState().read($editorToDraft)
          const saved = await call('drafts.save', { draftId, baseRevision: revision.current, draft: content, clientId })
          if (saved.ok) revision.current = saved.value.revision
          else if (saved.error.code === 'DRAFT_FINAL' && current) {
            latest.current.onFinalElsewhere()
            setOpening((count) => count + 1)
          }
          return saved
        },
        onState: (state) => {
          saving.set(state)
          setConflict(state.kind === 'conflict' ? state.failure : undefined)
        },
      })
      autosave.current = saver
      const unregister = registerPaper(made, opened.value.draft, { openMenu: () => latest.current.openMenu() })
      const { trashed: inTrash } = opened.value
      let final = opened.value.finalAt
      let mine = opened.value.editing.mine
      const settle = () => made.setEditable(!inTrash && mine && final === null)
      settle()
      let snapshot: ReturnType<typeof setTimeout> | undefined
      const stopListening = made.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, tags }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
        if (!tags.has('load') && !tags.has('reload') && !made.isComposing()) saver.changed()
        clearTimeout(snapshot)
        snapshot = setTimeout(() => setDraft(editorState.read($editorToDraft)), snapshotDelay)
      })
      const stopEvents = subscribe((event) => {
        if (event.type === 'draft-final' && event.draftId === draftId) {
          final = event.finalAt
          setFinalAt(final)
          settle()
        }
        if (event.type !== 'draft-saved' || event.draftId !== draftId || event.clientId === clientId || event.revision <= revision.current) return
        // With nothing of one's own unsaved the newer state is simply shown; otherwise the next save tells of the conflict.
        if (!saver.hasUnsaved()) void follow()
      })
      /** Loads what another window saved, unless something is written here meanwhile. */
      const follow = async () => {
        const newer = await call('drafts.open', { draftId })
        if (!newer.ok || newer.value.revision <= revision.current || saver.hasUnsaved()) return
        revision.current = newer.value.revision
        showNewer(made, newer.value.draft)
        saving.set({ kind: 'saved', at: newer.value.savedAt })
        if (made.isEditable()) latest.current.onReloaded()
      }
      const myLease = inTrash ? undefined : holdDraftLease({
        draftId, first: opened.value.editing,
        onState: (state) => {
          mine = state.kind === 'mine'
          settle()
          setLease(state)
        },
        giveUp: async () => {
          await endComposition(made)
          made.setEditable(false)
          await saver.flush()
          return !saver.hasUnsaved()
        },
        onGained: async (how) => {
          if (!saver.hasUnsaved()) await follow()
          latest.current.onGained(how)
        },
      })
      held.current = myLease
      if (inTrash) setLease(undefined)
      const unload = (event: BeforeUnloadEvent) => {
        if (!saver.hasUnsaved()) return
        void saver.flush()
        event.preventDefault()
      }
      const hide = () => { if (document.visibilityState === 'hidden') void saver.flush() }
      window.addEventListener('beforeunload', unload)
      document.addEventListener('visibilitychange', hide)
      takeDown = () => {
        // Leaving the draft saves first; the editor stays until that is done.
        void saver.flush().finally(() => { myLease?.stop(); leave(); saver.stop(); unregister() })
        clearTimeout(snapshot)
        stopListening()
        stopEvents()
        window.removeEventListener('beforeunload', unload)
        document.removeEventListener('visibilitychange', hide)
      }
      setFailure(undefined)
      setTrashed(opened.value.trashed)
      setImported(opened.value.imported)
      setFinalAt(opened.value.finalAt)
      saving.set({ kind: 'saved', at: opened.value.savedAt })
      setDraft(opened.value.draft)
      setEditor(made)
    })
    return () => {
      current = false
      takeDown()
    }
  }, [draftId, opening, saving])

  const flush = useCallback(async () => {
    await autosave.current?.flush()
    return !(autosave.current?.hasUnsaved() ?? false)
  }, [])

  const replaceContent = useCallback((next: Draft) => {
    editor?.update(() => $draftToEditor(next), { discrete: true })
  }, [editor])

  const resolve = useCallback(async (choice: 'mine' | 'theirs' | 'both', copyTitle: string): Promise<Failure | undefined> => {
    const pending = conflict
    const saver = autosave.current
    if (!editor || !pending || !saver) return undefined
    const theirs = conflictData(pending)
    if (choice === 'both') {
      const copied = await call('drafts.copy', { draft: editor.getEditorState().read($editorToDraft), title: copyTitle })
      if (!copied.ok) return copied.error
    }
    revision.current = theirs.revision
    setConflict(undefined)
    if (choice === 'mine' || theirs.draft === null) {
      saver.resume(undefined)
      return undefined
    }
    const next = theirs.draft
    editor.update(() => $draftToEditor(next), { discrete: true, tag: 'reload' })
    saver.resume(theirs.savedAt)
    return undefined
  }, [editor, conflict])

  const takeLease = useCallback(async () => { await held.current?.take() }, [])

  return { failure, editor, draft, saving, conflict, trashed, finalAt, revision: () => revision.current, lease, takeLease, imported, flush, replaceContent, resolve, reopen: () => setOpening((count) => count + 1) }
}

/** What an input method has in hand, or a field of the record has unwritten, goes into the text, so that it is saved too. */
async function endComposition(editor: LexicalEditor): Promise<void> {
  const field = document.activeElement
  const inRecord = field instanceof HTMLElement && field.closest('.item-form') !== null
  if (inRecord) field.blur()
  else if (editor.isComposing()) editor.getRootElement()?.blur()
  else return
  await new Promise((resolve) => { setTimeout(resolve, 60) })
}

/** In a window that only looks on, other windows' work is no step of undo: it could be undone there once the window edits. */
function showNewer(editor: LexicalEditor, draft: Draft): void {
  const lookingOn = !editor.isEditable()
  if (lookingOn) editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
  editor.update(() => $applyDraft(draft), { discrete: true, tag: lookingOn ? ['reload', HISTORY_MERGE_TAG] : 'reload' })
}
