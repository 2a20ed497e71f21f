import { loadResources } from '../../electron/backend/resources.ts'
import { draftFromTemplate, type BeginOptions } from '../../shared/paper-templates/begin-draft.ts'
import type { PaperTemplate } from '../../shared/paper-templates/paper-template.ts'
import { projectFolder } from './test-backend.ts'

export const { templates, aspectSets, layouts: shippedLayouts } = loadResources(`${projectFolder}/resources`)

export const surroundings = { layouts: shippedLayouts.map(({ id }) => id), sets: aspectSets.map(({ id }) => id) }

export function templateOfId(id: string): PaperTemplate {
  const found = templates.find((one) => one.id === id)
  if (!found) throw new Error(`no template ${id}`)
  return found
}

/** Ids n1, n2, … in the order they are made. Like the program's own, it takes nothing: randomUUID refuses what it does not know. */
export function counting(): () => string {
  let last = 0
  return (...given: readonly unknown[]) => {
    if (given.length > 0) throw new Error('an id is made of nothing')
    return `n${(last += 1)}`
  }
}

export function draftOf(template: PaperTemplate, options: Partial<BeginOptions> = {}) {
  return draftFromTemplate(template, { draftId: 'd', newId: counting(), aspects: aspectSets[0]!.aspects, values: new Map(), ...options })
}
