/** Contents of the library by kind and id: what a package is made of. */
import type { KnownKind } from '../../../shared/exchange/content-kinds.ts'
import { contentKey } from '../../../shared/exchange/manifest.ts'
import type { TheirContent } from '../../../shared/exchange/plan.ts'
import { parsedJson } from '../../../shared/exchange/versioned.ts'
import type { Context } from '../context.ts'
import { kindStores } from './kinds/all-kinds.ts'

type ContentName = Pick<TheirContent, 'kind' | 'id'>

/** What a content names and could not be used without elsewhere; nothing where its JSON cannot be read. */
function needed({ kind, text }: TheirContent): readonly ContentName[] {
  if (kind !== 'draft' && kind !== 'template') return []
  const value = parsedJson(text)
  if (typeof value !== 'object' || value === null) return []
  const { layout, aspects } = value as { readonly layout?: unknown; readonly aspects?: { readonly set?: unknown } }
  return [
    ...(typeof layout === 'string' ? [{ kind: 'layout' as const, id: layout }] : []),
    ...(kind === 'template' && typeof aspects?.set === 'string' ? [{ kind: 'aspects' as const, id: aspects.set }] : []),
  ]
}

/**
 * The contents with the unit's own layouts and aspect sets they need: without those they could not be printed or used
 * elsewhere. @param exactly the writer has seen the whole list: nothing is added to it. @returns also what is not in the library.
 */
export function contentsToPack(context: Context, wanted: readonly { readonly kind: KnownKind; readonly id: string }[], exactly = false): { readonly contents: readonly TheirContent[]; readonly missing: readonly string[] } {
  const contents = new Map<string, TheirContent>()
  const missing: string[] = []
  for (const { kind, id } of wanted) {
    const own = kindStores[kind].find(context, id)
    if (!own || own.trashed) missing.push(id)
    else contents.set(contentKey({ kind, id }), { kind, id, title: own.title, text: own.text })
  }
  // A thousand drafts are set in a layout or two.
  const also = new Map((exactly ? [] : [...contents.values()].flatMap(needed)).map((one) => [contentKey(one), one]))
  for (const [key, { kind, id }] of also) {
    if (contents.has(key)) continue
    const own = kindStores[kind].find(context, id)
    if (own && !own.fixed && !own.trashed) contents.set(key, { kind, id, title: own.title, text: own.text })
  }
  return { contents: [...contents.values()], missing }
}
