/** Layouts: those that ship stay as they are, the unit's own are made, changed, passed on and removed. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { Layout } from '../../../shared/print/layout.ts'
import { checkLayout } from '../../../shared/print/check-layout.ts'
import { layoutFileText } from '../../../shared/print/layout-file.ts'
import { freeLayoutName, plainLayoutName } from '../../../shared/print/layout-names.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { safeFileName } from '../files/safe-path.ts'
import { allLayouts } from '../layouts.ts'
import { deleteLayout, draftsWithLayout, readLayouts, storeLayout, type StoredLayout } from '../storage/layouts-table.ts'
import { importLayout } from './import-layout.ts'
import { switchDrafts } from './switch-drafts.ts'
import { writeTo } from './write-target.ts'

type LayoutProcedures = 'layouts.list' | 'layouts.copy' | 'layouts.save' | 'layouts.rename' | 'layouts.remove' | 'layouts.putBack' | 'layouts.export' | 'layouts.content' | 'layouts.import'

const instant = (time: number) => new Date(time).toISOString()

/** What stops a layout from being stored, in its own words; undefined where its numbers make sense. */
export function senseless(layout: Layout): string | undefined {
  const found = checkLayout(layout)[0]
  return found?.severity === 'error' ? found.message : undefined
}

export function layoutHandlers(context: Context): { readonly [N in LayoutProcedures]: Handler<N> } {
  const told = (clientId: string) => context.emit({ type: 'layouts-changed', clientId })
  const isShipped = (id: string) => context.resources.layouts.some((layout) => layout.id === id)
  const own = (id: string): Result<StoredLayout> => {
    const found = readLayouts(context.database()).layouts.find((one) => one.layout.id === id)
    return found ? ok(found) : fail(isShipped(id) ? 'LAYOUT_SHIPPED' : 'LAYOUT_NOT_FOUND')
  }
  const nameTaken = ({ id, name }: Pick<Layout, 'id' | 'name'>) => allLayouts(context).some((one) => one.id !== id && plainLayoutName(one.name) === plainLayoutName(name))
  const fileOf = (id: string): Result<{ fileName: string; bytes: Uint8Array }> => {
    const layout = allLayouts(context).find((one) => one.id === id)
    return layout ? ok({ fileName: `${safeFileName(layout.name)}.版式.json`, bytes: new TextEncoder().encode(layoutFileText(layout)) }) : fail('LAYOUT_NOT_FOUND')
  }
  /** Stores what passes the checks; the name must be free. */
  const store = (layout: Layout, clientId: string): Result<{ layout: Layout; savedAt: string }> => {
    const reason = senseless(layout)
    if (reason !== undefined) return fail('LAYOUT_INVALID', { reason })
    if (nameTaken(layout)) return fail('LAYOUT_NAME_TAKEN', { name: layout.name })
    storeLayout(context.database(), layout, null, context.now())
    told(clientId)
    return ok({ layout, savedAt: instant(context.now()) })
  }

  return {
    'layouts.list': () => {
      const database = context.holder.database()
      const { layouts, unreadable } = database ? readLayouts(database) : { layouts: [], unreadable: [] }
      return ok({
        layouts: [...context.resources.layouts, ...layouts.map((one) => one.layout)],
        own: layouts.map(({ layout, copiedFrom, updatedAt }) => ({ id: layout.id, copiedFrom, updatedAt: instant(updatedAt) })),
        unreadable: [...unreadable],
      })
    },
    'layouts.copy': ({ id, clientId }) => {
      const layouts = allLayouts(context)
      const from = layouts.find((one) => one.id === id)
      if (!from) return fail('LAYOUT_NOT_FOUND')
      const layout: Layout = { ...from, id: context.options.ids(), name: freeLayoutName(`${from.name.slice(0, 54)} 副本`, layouts.map((one) => one.name)) }
      storeLayout(context.database(), layout, from.id, context.now())
      told(clientId)
      return ok({ layout })
    },
    'layouts.save': ({ layout, base, clientId }) => {
      const stored = own(layout.id)
      if (!stored.ok) return stored
      if (JSON.stringify(stored.value.layout) !== JSON.stringify(base)) return fail('LAYOUT_CHANGED', {}, { layout: stored.value.layout })
      return store(layout, clientId)
    },
    'layouts.rename': ({ id, name, clientId }) => {
      const stored = own(id)
      if (!stored.ok) return stored
      const renamed = store({ ...stored.value.layout, name: name.trim() }, clientId)
      return renamed.ok ? ok({ layout: renamed.value.layout }) : renamed
    },
    'layouts.remove': ({ id, switchTo, clientId }) => {
      const stored = own(id)
      if (!stored.ok) return stored
      const { layout, copiedFrom } = stored.value
      const drafts = draftsWithLayout(context.database(), id)
      if (drafts.length > 0 && switchTo === null) return fail('LAYOUT_IN_USE', { count: drafts.length, name: layout.name }, { count: drafts.length })
      const target = switchTo === null ? undefined : allLayouts(context).find((one) => one.id === switchTo && one.id !== id)
      if (switchTo !== null && !target) return fail('LAYOUT_NOT_FOUND')
      context.database().transaction(() => {
        if (target) switchDrafts(context, drafts, { from: id, to: target.id }, clientId)
        deleteLayout(context.database(), id)
      }).immediate()
      told(clientId)
      return ok({ layout, copiedFrom, switched: target && drafts.length > 0 ? { draftIds: drafts, to: target.id } : null })
    },
    'layouts.putBack': ({ layout, copiedFrom, switched, clientId }) => {
      if (isShipped(layout.id)) return fail('LAYOUT_SHIPPED')
      const reason = senseless(layout)
      if (reason !== undefined) return fail('LAYOUT_INVALID', { reason })
      const named: Layout = nameTaken(layout) ? { ...layout, name: freeLayoutName(layout.name, allLayouts(context).map((one) => one.name)) } : layout
      const drafts = context.database().transaction(() => {
        storeLayout(context.database(), named, copiedFrom, context.now())
        return switched === null ? 0 : switchDrafts(context, switched.draftIds, { from: switched.to, to: layout.id }, clientId)
      }).immediate()
      told(clientId)
      return ok({ layout: named, drafts })
    },
    'layouts.export': async ({ id, target, ifExists }) => {
      const file = fileOf(id)
      return file.ok ? writeTo(context, { ...file.value, about: id }, target, ifExists) : file
    },
    'layouts.content': ({ id }) => {
      const file = fileOf(id)
      return file.ok ? ok({ fileName: file.value.fileName, contentBase64: Buffer.from(file.value.bytes).toString('base64') }) : file
    },
    'layouts.import': ({ clientId, ...file }) => {
      const imported = importLayout(context, file)
      if (imported.ok && imported.value.how !== 'same') told(clientId)
      return imported
    },
  }
}
