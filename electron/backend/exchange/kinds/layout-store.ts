/** Layouts of packages: a shipped one is never replaced, one that drafts or templates need is not taken away. */
import { freeLayoutName } from '../../../../shared/print/layout-names.ts'
import type { Layout } from '../../../../shared/print/layout.ts'
import { templatesWithLayout } from '../../storage/contents-table.ts'
import { deleteLayout, draftsWithLayout, findLayoutRow, layoutNamesBut, storeLayout } from '../../storage/layouts-table.ts'
import type { Context } from '../../context.ts'
import type { KindStore } from './kind-store.ts'

const rowOf = (context: Context, id: string) => findLayoutRow(context.database(), id)

export const layoutStore: KindStore = {
  find: (context, id) => {
    const shipped = context.resources.layouts.find((layout) => layout.id === id)
    if (shipped) return { text: JSON.stringify(shipped), title: shipped.name, trashed: false, fixed: true }
    const row = rowOf(context, id)
    return row && { text: row.content, title: row.name, trashed: false, fixed: false }
  },
  store: (context, { id, text }, act) => {
    const read = JSON.parse(text) as Layout
    const beside = act === 'addBeside'
    // By name alone: to read every layout for each of a package's would be the square of the work.
    const others = [...context.resources.layouts.map((one) => one.name), ...layoutNamesBut(context.database(), beside ? null : id)]
    const name = freeLayoutName(read.name, others)
    // Only what must differ does: otherwise it is stored as it came.
    const layout: Layout = beside || name !== read.name ? { ...read, id: beside ? context.options.ids() : id, name } : read
    const before = beside ? null : (rowOf(context, id)?.content ?? null)
    storeLayout(context.database(), layout, null, context.now())
    return { kind: 'layout', storedId: layout.id, act, after: JSON.stringify(layout), before, beforeTrashedAt: null }
  },
  changedSince: (context, { storedId, after, before }, together) => {
    const row = rowOf(context, storedId)
    if (row?.content !== after) return row?.name ?? storedId
    if (before !== null) return undefined
    const goes = new Set(together.filter(({ act }) => act !== 'restore').map((one) => `${one.kind}/${one.storedId}`))
    const database = context.database()
    const needed = draftsWithLayout(database, storedId).some((id) => !goes.has(`draft/${id}`)) || templatesWithLayout(database, storedId).some((id) => !goes.has(`template/${id}`))
    return needed ? row.name : undefined
  },
  undo: (context, { storedId, before }) => {
    if (before === null) deleteLayout(context.database(), storedId)
    else storeLayout(context.database(), JSON.parse(before) as Layout, null, context.now())
  },
}
