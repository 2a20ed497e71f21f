/**
 * The layouts of this window and what is being changed in them. It lives beside the screen, so that what is not saved is
 * still there when the writer comes back to it.
 */
import { useEffect, useSyncExternalStore } from 'react'
import type { OwnLayout } from '../../../../shared/contract/layout-procedures.ts'
import { checkLayout, hasErrors, type LayoutFinding } from '../../../../shared/print/check-layout.ts'
import { changedPaths, joinLayouts, valueAt, withValue, withValues, type LayoutValue } from '../../../../shared/print/layout-paths.ts'
import type { Layout } from '../../../../shared/print/layout.ts'
import { call, clientId, subscribe, type Failure } from '../../../client/client.ts'

export interface LayoutEdit {
  readonly base: Layout
  readonly edited: Layout
  /** What is typed and no value yet, with what is wrong with it, by place. */
  readonly typed: ReadonlyMap<string, { readonly text: string; readonly problem: string }>
  readonly saving: boolean
  readonly saved: boolean
  /** Another window changed it too, and both were joined. */
  readonly joined: boolean
  /** Another window removed it. */
  readonly gone: boolean
  readonly failure: Failure | undefined
}

export interface LayoutsView {
  readonly loaded: boolean
  readonly failure: Failure | undefined
  readonly layouts: readonly Layout[]
  readonly own: ReadonlyMap<string, OwnLayout>
  readonly unreadable: readonly { readonly id: string; readonly name: string }[]
  readonly edits: ReadonlyMap<string, LayoutEdit>
}

let view: LayoutsView = { loaded: false, failure: undefined, layouts: [], own: new Map(), unreadable: [], edits: new Map() }
let started = false
const listeners = new Set<() => void>()

function publish(next: Partial<LayoutsView>): void {
  view = { ...view, ...next }
  for (const listener of listeners) listener()
}

function putEdit(id: string, change: (edit: LayoutEdit) => LayoutEdit | undefined): void {
  const edit = view.edits.get(id) ?? startEdit(id)
  const next = edit && change(edit)
  const edits = new Map(view.edits)
  if (next === undefined) edits.delete(id)
  else edits.set(id, next)
  publish({ edits })
}

function startEdit(id: string): LayoutEdit | undefined {
  const layout = view.layouts.find((one) => one.id === id)
  return layout && { base: layout, edited: layout, typed: new Map(), saving: false, saved: false, joined: false, gone: false, failure: undefined }
}

export const isChanged = (edit: LayoutEdit | undefined) => edit !== undefined && (edit.typed.size > 0 || changedPaths(edit.base, edit.edited).length > 0)

/** Changes of other windows come in under one's own. */
function follow(edit: LayoutEdit, stored: Layout | undefined): LayoutEdit {
  if (stored === undefined) return { ...edit, gone: true }
  if (JSON.stringify(stored) === JSON.stringify(edit.base)) return edit
  return { ...edit, base: stored, edited: joinLayouts(edit.base, edit.edited, stored), joined: isChanged(edit), gone: false }
}

export async function loadLayouts(): Promise<void> {
  const result = await call('layouts.list', {})
  if (!result.ok) return publish({ failure: result.error })
  const { layouts, own, unreadable } = result.value
  const edits = new Map([...view.edits].flatMap(([id, edit]): [string, LayoutEdit][] => {
    const next = follow(edit, layouts.find((one) => one.id === id))
    return isChanged(next) || next.saved ? [[id, next]] : []
  }))
  publish({ loaded: true, failure: undefined, layouts, own: new Map(own.map((one) => [one.id, one])), unreadable, edits })
}

function start(): void {
  if (started) return
  started = true
  void loadLayouts()
  subscribe((event) => { if (event.type === 'layouts-changed' && event.clientId !== clientId) void loadLayouts() })
  window.addEventListener('beforeunload', (event) => { if ([...view.edits.values()].some(isChanged)) event.preventDefault() })
}

export function useLayouts(): LayoutsView {
  useEffect(start, [])
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => view)
}

/** What checks say of it, and of what is typed and no value. */
export function findingsOf(edit: Pick<LayoutEdit, 'edited' | 'typed'>): readonly LayoutFinding[] {
  const typed = [...edit.typed].map(([path, { problem }]): LayoutFinding => ({ path, severity: 'error', message: problem }))
  return [...typed, ...checkLayout(edit.edited).filter((one) => !edit.typed.has(one.path))]
}

function withoutTyped(edit: LayoutEdit, paths: readonly string[]): LayoutEdit['typed'] {
  return new Map([...edit.typed].filter(([path]) => !paths.includes(path)))
}

export function changeLayout(id: string, values: Readonly<Record<string, LayoutValue>>): void {
  putEdit(id, (edit) => ({ ...edit, edited: withValues(edit.edited, values), typed: withoutTyped(edit, Object.keys(values)), saved: false, failure: undefined }))
}

/** What is typed is no value: the last one stays in force, and saving waits. */
export function holdTyped(id: string, path: string, text: string, problem: string): void {
  putEdit(id, (edit) => ({ ...edit, typed: new Map(edit.typed).set(path, { text, problem }), saved: false }))
}

/** Back to what is stored: one field, or all where none is named. */
export function revertLayout(id: string, path?: string): void {
  if (path === undefined) return putEdit(id, () => undefined)
  putEdit(id, (edit) => {
    const stored = valueAt(edit.base, path)
    return { ...edit, edited: stored === undefined ? edit.edited : withValue(edit.edited, path, stored), typed: withoutTyped(edit, [path]) }
  })
}

const mostAttempts = 5

/** @returns whether it is saved. Where another window was first, its changes are taken over under one's own. */
export async function saveLayout(id: string): Promise<boolean> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const edit = view.edits.get(id)
    if (!edit || hasErrors(findingsOf(edit))) return false
    putEdit(id, (one) => ({ ...one, saving: true, failure: undefined }))
    const saved = await call('layouts.save', { layout: edit.edited, base: edit.base, clientId })
    if (saved.ok) {
      const stored = saved.value.layout
      // What was typed while it was being saved stays as a change.
      putEdit(id, (one) => ({ ...one, base: stored, saving: false, saved: true }))
      publish({ layouts: view.layouts.map((one) => (one.id === id ? stored : one)) })
      return true
    }
    putEdit(id, (one) => {
      const next = { ...one, saving: false }
      if (saved.error.code === 'LAYOUT_CHANGED') return follow(next, (saved.error.data as { readonly layout: Layout }).layout)
      return { ...next, failure: saved.error, gone: saved.error.code === 'LAYOUT_NOT_FOUND' }
    })
    if (saved.error.code !== 'LAYOUT_CHANGED') return false
  }
  return false
}
