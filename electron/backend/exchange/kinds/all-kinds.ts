/** The way into the library and back for every kind of content a package may hold. */
import type { KnownKind } from '../../../../shared/exchange/content-kinds.ts'
import { contentStore } from './content-store.ts'
import { draftStore } from './draft-store.ts'
import type { KindStore } from './kind-store.ts'
import { layoutStore } from './layout-store.ts'

const none = () => []
const fixed = (content: { readonly id: string; readonly name: string }) => ({ id: content.id, title: content.name, text: JSON.stringify(content) })

/** Of two in one package, the one that others name comes first: they follow it to the id it got. */
export const storeOrder: readonly KnownKind[] = ['layout', 'aspects', 'template', 'snippet', 'ledger', 'draft']

export const kindStores: Readonly<Record<KnownKind, KindStore>> = {
  layout: layoutStore,
  aspects: contentStore('aspects', { shipped: ({ resources }) => resources.aspectSets.map(fixed), titleField: 'name' }),
  template: contentStore('template', {
    shipped: ({ resources }) => resources.templates.map(fixed), titleField: 'name',
    follow: (read, newId) => {
      const layout = typeof read['layout'] === 'string' ? newId('layout', read['layout']) : undefined
      const aspects = read['aspects'] as { readonly set: string } | undefined
      const set = aspects && newId('aspects', aspects.set)
      return layout === undefined && set === undefined ? read : { ...read, ...(layout === undefined ? {} : { layout }), ...(set === undefined ? {} : { aspects: { ...aspects, set } }) }
    },
  }),
  snippet: contentStore('snippet', { shipped: none, titleField: 'title' }),
  ledger: contentStore('ledger', { shipped: none, titleField: 'title' }),
  draft: draftStore,
}
