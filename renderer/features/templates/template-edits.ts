/**
 * Templates being edited in this window: each with its base and its steps, kept while other screens are looked at. Typing
 * in one field is one step of undo.
 */
import { useSyncExternalStore } from 'react'
import type { PaperTemplate } from '../../../shared/paper-templates/paper-template.ts'

export interface TemplateEdit {
  /** As it is stored. */
  readonly base: PaperTemplate
  readonly now: PaperTemplate
  readonly undo: readonly PaperTemplate[]
  readonly redo: readonly PaperTemplate[]
  /** The field last typed in: the next key there belongs to the same step. */
  readonly typing: string | undefined
}

const mostSteps = 200
const edits = new Map<string, TemplateEdit>()
let snapshot: ReadonlyMap<string, TemplateEdit> = new Map()
const listeners = new Set<() => void>()

function put(id: string, edit: TemplateEdit | undefined): void {
  if (edit === undefined) edits.delete(id)
  else edits.set(id, edit)
  snapshot = new Map(edits)
  for (const listener of listeners) listener()
}

export function isEdited({ base, now }: TemplateEdit): boolean {
  return JSON.stringify(base) !== JSON.stringify(now)
}

/** Begins editing, or goes on where it was left: what is stored meanwhile is the base only where nothing was changed. */
export function beginEdit(template: PaperTemplate): void {
  const edit = edits.get(template.id)
  if (edit === undefined || !isEdited(edit)) put(template.id, { base: template, now: template, undo: [], redo: [], typing: undefined })
}

/** @param typing names the field typed in; without it the change is a step of its own. */
export function changeEdit(id: string, change: (now: PaperTemplate) => PaperTemplate, typing?: string): void {
  const edit = edits.get(id)
  if (!edit) return
  const next = change(edit.now)
  if (JSON.stringify(next) === JSON.stringify(edit.now)) return
  const same = typing !== undefined && typing === edit.typing
  put(id, { ...edit, now: next, undo: same ? edit.undo : [...edit.undo, edit.now].slice(-mostSteps), redo: [], typing })
}

export function undoEdit(id: string): void {
  const edit = edits.get(id)
  const before = edit?.undo.at(-1)
  if (edit && before) put(id, { ...edit, now: before, undo: edit.undo.slice(0, -1), redo: [...edit.redo, edit.now], typing: undefined })
}

export function redoEdit(id: string): void {
  const edit = edits.get(id)
  const after = edit?.redo.at(-1)
  if (edit && after) put(id, { ...edit, now: after, undo: [...edit.undo, edit.now], redo: edit.redo.slice(0, -1), typing: undefined })
}

/** The edit is stored: what was typed while it was on its way stays an edit of the new base. */
export function savedEdit(id: string, stored: PaperTemplate, sent: PaperTemplate): void {
  const edit = edits.get(id)
  if (edit) put(id, { ...edit, base: stored, now: JSON.stringify(edit.now) === JSON.stringify(sent) ? stored : edit.now, typing: undefined })
}

export function dropEdit(id: string): void {
  put(id, undefined)
}

export function useTemplateEdits(): ReadonlyMap<string, TemplateEdit> {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => snapshot)
}

window.addEventListener('beforeunload', (event) => {
  if ([...edits.values()].some(isEdited)) event.preventDefault()
})
