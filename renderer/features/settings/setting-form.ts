/**
 * One setting as it is edited: what is stored, what the form shows, and which fields are not stored yet. It lives beside
 * the screen, so that what is not saved (a value that makes no sense) is still there when the writer comes back to it.
 */
import { settingSchemas, type SettingName, type Settings } from '../../../shared/settings/settings.ts'
import type { Result } from '../../../shared/contract/errors.ts'
import { createAutosave, type Autosave } from '../../editor/autosave.ts'
import { createSaveStateStore, type SaveStateStore } from '../editing/save-state-store.ts'

/** A place in the value: "fullName", "leaders.2.post". */
export type FieldPath = string

export interface FieldProblem {
  readonly kind: 'tooLong' | 'tooMany' | 'range' | 'order' | 'broken'
  readonly most: number
}

export interface FormState<N extends SettingName> {
  /** As typed, also where it makes no sense. */
  readonly value: Settings[N]
  readonly problems: ReadonlyMap<FieldPath, FieldProblem>
}

export interface SettingForm<N extends SettingName> {
  readonly get: () => FormState<N>
  readonly subscribe: (listener: () => void) => () => void
  readonly change: <F extends keyof Settings[N]>(field: F, value: Settings[N][F]) => void
  /** What is stored has changed, here or in another window: fields without unsaved changes follow it. */
  readonly follow: (stored: Settings[N], savedAt: string | undefined) => void
  readonly saving: SaveStateStore
  readonly flush: Autosave['flush']
  readonly hasUnsaved: () => boolean
}

interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly maximum?: number | bigint
  readonly origin?: string
}

function problemOf(issue: Issue): FieldProblem {
  const most = Number(issue.maximum ?? 0)
  if (issue.origin === 'string') return { kind: 'tooLong', most }
  if (issue.origin === 'array') return { kind: 'tooMany', most }
  if (issue.code === 'invalid_type' || issue.origin === 'number' || issue.origin === 'int') return { kind: 'range', most }
  return { kind: issue.code === 'custom' && issue.path[0] === 'green' ? 'order' : 'broken', most }
}

function problemsIn(name: SettingName, value: unknown): Map<FieldPath, FieldProblem> {
  const parsed = settingSchemas[name].safeParse(value)
  return new Map(parsed.success ? [] : parsed.error.issues.map((issue) => [issue.path.join('.'), problemOf(issue as Issue)]))
}

export interface FormOptions<N extends SettingName> {
  readonly name: N
  readonly stored: Settings[N]
  /** What is stored of what is typed: blank rows and blanks around words are not. */
  readonly clean: (value: Settings[N]) => Settings[N]
  /** @param base what is stored as far as this window knows. */
  readonly write: (value: Settings[N], base: Settings[N]) => Promise<Result<{ readonly value: Settings[N]; readonly savedAt: string }>>
}

const mostAttempts = 5
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

export function createSettingForm<N extends SettingName>({ name, stored: first, clean, write }: FormOptions<N>): SettingForm<N> {
  const listeners = new Set<() => void>()
  const saving = createSaveStateStore({ kind: 'saved', at: '' })
  let stored = first
  let state: FormState<N> = { value: first, problems: new Map() }
  const dirty = new Set<keyof Settings[N]>()

  const set = (value: Settings[N]) => {
    state = { value, problems: problemsIn(name, clean(value)) }
    for (const listener of listeners) listener()
  }
  /** What can be stored now: fields that make no sense keep their stored value. */
  const storable = (): Settings[N] => {
    const cleaned = clean(state.value)
    const faulty = new Set([...state.problems.keys()].map((path) => path.split('.')[0]!))
    // Fields that are judged against each other are kept back together.
    const whole = { ...stored, ...Object.fromEntries([...dirty].filter((field) => !faulty.has(String(field))).map((field) => [field, cleaned[field]])) }
    return settingSchemas[name].safeParse(whole).success ? whole : stored
  }

  /** Where another window was first, its fields are taken over, and ours go on top. */
  const writeMerged = async () => {
    for (let attempt = 1; ; attempt += 1) {
      const saved = await write(storable(), stored)
      if (saved.ok || saved.error.code !== 'SETTING_CHANGED' || attempt === mostAttempts) return saved
      follow((saved.error.data as { readonly value: Settings[N] }).value, undefined)
    }
  }
  const follow = (next: Settings[N], savedAt: string | undefined) => {
    const changed = (Object.keys(next) as (keyof Settings[N])[]).filter((field) => !same(next[field], stored[field]) && !dirty.has(field))
    stored = next
    if (savedAt !== undefined && !autosave.hasUnsaved()) saving.set({ kind: 'saved', at: savedAt })
    if (changed.length > 0) set({ ...state.value, ...Object.fromEntries(changed.map((field) => [field, next[field]])) })
  }

  const autosave = createAutosave({
    onState: saving.set,
    save: async () => {
      const before = state.value
      const saved = await writeMerged()
      if (!saved.ok) return saved
      stored = saved.value.value
      const cleaned = clean(before)
      for (const field of [...dirty]) if (same(stored[field], cleaned[field]) && same(state.value[field], before[field])) dirty.delete(field)
      return { ok: true, value: { savedAt: saved.value.savedAt } }
    },
  })

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (field, value) => {
      dirty.add(field)
      set({ ...state.value, [field]: value })
      if (!same(storable(), stored)) autosave.changed()
    },
    follow,
    saving,
    flush: autosave.flush,
    hasUnsaved: () => autosave.hasUnsaved() || state.problems.size > 0,
  }
}
