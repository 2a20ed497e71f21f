/** A new draft from a template: what profile and calendar know is filled in, the rest stays open. */
import { ok, type Result } from '../../shared/contract/errors.ts'
import { draftFromTemplate } from '../../shared/paper-templates/begin-draft.ts'
import type { PaperTemplate } from '../../shared/paper-templates/paper-template.ts'
import { knownTemplateValues } from '../../shared/paper-templates/questions.ts'
import { readSettings } from '../../shared/settings/settings.ts'
import type { Context } from './context.ts'
import { allLayouts } from './layouts.ts'
import { localDay } from './local-day.ts'
import { allAspectSets } from './paper-templates.ts'
import { listSettings } from './storage/settings-table.ts'
import { storeNew } from './store-new.ts'

export interface Answers {
  /** Names of the aspects; those of the set the template proposes where none are said. */
  readonly aspects?: readonly string[] | undefined
  /** By key, over what is known. An empty one leaves the key open. */
  readonly values?: Readonly<Record<string, string>> | undefined
}

/** Aspects of the set the template names; of the first there is where that is gone; none where it repeats nothing. */
export function proposedAspects(context: Context, template: PaperTemplate): readonly string[] {
  const { aspects } = template
  if (aspects === undefined) return []
  const sets = allAspectSets(context)
  return (sets.find(({ id }) => id === aspects.set) ?? sets[0])?.aspects ?? []
}

/** @returns the id of the stored draft. */
export function beginDraft(context: Context, template: PaperTemplate, { aspects, values = {} }: Answers = {}): Result<{ draftId: string }> {
  const { options } = context
  const { settings } = readSettings(new Map(listSettings(context.database()).map((row) => [row.name, row.value])))
  const known = knownTemplateValues(template, settings.unitProfile, localDay(options.clock()))
  const layouts = new Set(allLayouts(context).map(({ id }) => id))
  const draft = draftFromTemplate(template, {
    draftId: options.ids(), newId: () => options.ids(), aspects: aspects ?? proposedAspects(context, template),
    values: new Map([...known, ...Object.entries(values)]), hasLayout: (id) => layouts.has(id),
  })
  const draftId = storeNew(context, draft, 'created')
  context.emit({ type: 'library-changed' })
  return ok({ draftId })
}
