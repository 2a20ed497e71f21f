/** Aspect sets: the headings a year's documents name, those that ship and the unit's own. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import { sameName } from '../../../shared/paper-templates/names.ts'
import { aspectSetSchema, type AspectSet } from '../../../shared/paper-templates/paper-template.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { allAspectSets, isShippedSet, ownAspectSets, ownTemplates, readStored, storeAspectSet } from '../paper-templates.ts'
import { findContent, setContentTrashed } from '../storage/contents-table.ts'

type AspectProcedures = 'aspects.list' | 'aspects.save' | 'aspects.remove' | 'aspects.putBack'

export function aspectHandlers(context: Context): { readonly [N in AspectProcedures]: Handler<N> } {
  const own = (id: string): Result<AspectSet> => {
    if (isShippedSet(context, id)) return fail('ASPECTS_SHIPPED')
    const found = ownAspectSets(context).own.find((one) => one.id === id)
    return found ? ok(found) : fail('ASPECTS_NOT_FOUND')
  }
  return {
    'aspects.list': () => {
      const { own: mine, unreadable } = ownAspectSets(context)
      return ok({ sets: [...context.resources.aspectSets.map((set) => ({ set, shipped: true })), ...mine.map((set) => ({ set, shipped: false }))], unreadable })
    },
    'aspects.save': ({ set, base, clientId }) => {
      const named: AspectSet = { ...set, name: set.name.trim(), aspects: set.aspects.map((one) => one.trim()) }
      if (!aspectSetSchema.safeParse(named).success) return fail('ASPECTS_INVALID')
      if (base === null) return ok({ set: storeAspectSet(context, { ...named, id: context.options.ids() }, clientId) })
      const present = own(set.id)
      if (!present.ok) return present
      if (JSON.stringify(present.value) !== JSON.stringify(base)) return fail('ASPECTS_CHANGED', {}, { set: present.value })
      if (allAspectSets(context).some((one) => one.id !== set.id && sameName(one.name, named.name))) return fail('ASPECTS_NAME_TAKEN', { name: named.name })
      return ok({ set: storeAspectSet(context, named, clientId) })
    },
    'aspects.remove': ({ id, clientId }) => {
      if (isShippedSet(context, id)) return fail('ASPECTS_SHIPPED')
      const row = findContent(context.database(), 'aspects', id)
      if (!row || !setContentTrashed(context.database(), 'aspects', id, context.now())) return fail('ASPECTS_NOT_FOUND')
      context.emit({ type: 'contents-changed', kind: 'aspects', clientId })
      return ok({ name: row.title, templates: ownTemplates(context).own.filter((one) => one.aspects?.set === id).length })
    },
    'aspects.putBack': ({ id, clientId }) => {
      const row = findContent(context.database(), 'aspects', id)
      const set = row && row.trashed_at !== null ? readStored(aspectSetSchema, row.content) : undefined
      return set ? ok({ set: storeAspectSet(context, set, clientId) }) : fail('ASPECTS_NOT_FOUND')
    },
  }
}
