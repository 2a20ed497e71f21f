/** Which paper templates and aspect sets there are: those that ship and the unit's own; the one way one is stored. */
import { fail, ok, type Result } from '../../shared/contract/errors.ts'
import { checkTemplate, type TemplateSurroundings } from '../../shared/paper-templates/check-template.ts'
import { freeName, sameName } from '../../shared/paper-templates/names.ts'
import { aspectSetSchema, paperTemplateSchema, type AspectSet, type PaperTemplate } from '../../shared/paper-templates/paper-template.ts'
import type { Context } from './context.ts'
import { allLayouts } from './layouts.ts'
import { listContents, storeContent, type ContentKindName } from './storage/contents-table.ts'

interface ContentSchema<T> {
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: T } | { readonly success: false }
}

export interface OwnContents<T> {
  readonly own: readonly T[]
  /** By the name they were given: they stay where they are. */
  readonly unreadable: readonly { readonly id: string; readonly name: string }[]
}

/** The content's JSON as what it should be; undefined where it can no longer be read. */
export function readStored<T>(schema: ContentSchema<T>, content: string): T | undefined {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return undefined
  }
  const read = schema.safeParse(value)
  return read.success ? read.data : undefined
}

function ownContents<T>(context: Context, kind: ContentKindName, schema: ContentSchema<T>): OwnContents<T> {
  const own: T[] = []
  const unreadable: { id: string; name: string }[] = []
  for (const { id, title, content } of listContents(context.database(), kind)) {
    const read = readStored(schema, content)
    if (read === undefined) unreadable.push({ id, name: title })
    else own.push(read)
  }
  return { own, unreadable }
}

export const ownTemplates = (context: Context): OwnContents<PaperTemplate> => ownContents(context, 'template', paperTemplateSchema)
export const ownAspectSets = (context: Context): OwnContents<AspectSet> => ownContents(context, 'aspects', aspectSetSchema)

/** Those that ship first. */
export function allTemplates(context: Context): readonly PaperTemplate[] {
  return [...context.resources.templates, ...ownTemplates(context).own]
}

export function allAspectSets(context: Context): readonly AspectSet[] {
  return [...context.resources.aspectSets, ...ownAspectSets(context).own]
}

export const isShippedTemplate = (context: Context, id: string): boolean => context.resources.templates.some((one) => one.id === id)
export const isShippedSet = (context: Context, id: string): boolean => context.resources.aspectSets.some((one) => one.id === id)

/** By id, else by name. */
export function findTemplate(context: Context, idOrName: string): PaperTemplate | undefined {
  const all = allTemplates(context)
  return all.find(({ id }) => id === idOrName) ?? all.find(({ name }) => sameName(name, idOrName))
}

export function surroundingsOf(context: Context): TemplateSurroundings {
  return { layouts: allLayouts(context).map(({ id }) => id), sets: allAspectSets(context).map(({ id }) => id) }
}

/** What keeps a template from being stored, in the writer's words. */
export function templateFault(context: Context, template: PaperTemplate): string | undefined {
  const [finding] = checkTemplate(template, surroundingsOf(context))
  return finding?.severity === 'error' ? finding.message : undefined
}

/**
 * Stores a template as the unit's own and tells all windows. A name another has gets a number; a template under the id of
 * a shipped one, or of none, gets an id of its own. @returns what was stored, or PAPER_TEMPLATE_INVALID.
 */
export function storeTemplate(context: Context, template: PaperTemplate, clientId = ''): Result<PaperTemplate> {
  const fault = templateFault(context, template)
  if (fault !== undefined) return fail('PAPER_TEMPLATE_INVALID', { reason: fault })
  const id = isShippedTemplate(context, template.id) ? context.options.ids() : template.id
  const others = allTemplates(context).filter((one) => one.id !== id).map(({ name }) => name)
  const stored: PaperTemplate = { ...template, id, name: freeName(template.name, others) }
  storeContent(context.database(), 'template', { id, title: stored.name, content: JSON.stringify(stored) }, context.now())
  context.emit({ type: 'contents-changed', kind: 'template', clientId })
  return ok(stored)
}

/** Stores a set as the unit's own and tells all windows; a name another has gets a number. */
export function storeAspectSet(context: Context, set: AspectSet, clientId = ''): AspectSet {
  const id = isShippedSet(context, set.id) ? context.options.ids() : set.id
  const others = allAspectSets(context).filter((one) => one.id !== id).map(({ name }) => name)
  const stored: AspectSet = { ...set, id, name: freeName(set.name, others) }
  storeContent(context.database(), 'aspects', { id, title: stored.name, content: JSON.stringify(stored) }, context.now())
  context.emit({ type: 'contents-changed', kind: 'aspects', clientId })
  return stored
}
