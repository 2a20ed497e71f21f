/** Which layouts there are: those that ship and the unit's own. */
import { fail, ok, type Result } from '../../shared/contract/errors.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { layoutNamed, standardLayoutId } from '../../shared/print/layout-names.ts'
import type { Layout } from '../../shared/print/layout.ts'
import type { Context } from './context.ts'
import { readLayouts } from './storage/layouts-table.ts'

export function allLayouts({ resources, holder }: Pick<Context, 'resources' | 'holder'>): readonly Layout[] {
  const database = holder.database()
  return database ? [...resources.layouts, ...readLayouts(database).layouts.map((one) => one.layout)] : resources.layouts
}

export function findLayout(context: Pick<Context, 'resources' | 'holder'>, nameOrId: string): Layout | undefined {
  return layoutNamed(allLayouts(context), nameOrId)
}

/** 国标显现: for new drafts, and offered where a draft's own layout is gone. */
export function standardLayout({ resources }: Pick<Context, 'resources'>): Layout {
  return resources.layouts.find((layout) => layout.id === standardLayoutId) ?? resources.layouts[0]!
}

/** Another layout is never put in a gone one's place unasked. @param chosen what the writer chose instead. */
export function layoutOfDraft(context: Pick<Context, 'resources' | 'holder'>, draft: Pick<Draft, 'layout' | 'title'>, chosen?: string): Result<Layout> {
  const layout = findLayout(context, chosen ?? draft.layout)
  if (layout) return ok(layout)
  if (chosen !== undefined) return fail('LAYOUT_UNKNOWN', { name: chosen, known: allLayouts(context).map((one) => one.name).join('、') })
  const standard = standardLayout(context)
  return fail('LAYOUT_GONE', { title: draft.title, fallback: standard.name }, { layout: draft.layout, fallback: { id: standard.id, name: standard.name } })
}
