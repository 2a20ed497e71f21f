/** What can be read of a damaged library, and what was. */
import type { SalvagedContents } from '../../shared/contract/procedures.ts'
import { contentKinds, knownKinds } from '../../shared/exchange/content-kinds.ts'

const measures = { draft: '份', layout: '个', template: '个', aspects: '套', snippet: '条', ledger: '份' } as const

/** “12 份文稿、3 个模板、40 条素材” */
function counted(drafts: number, contents: SalvagedContents): string {
  return [['draft', drafts] as const, ...knownKinds.map((kind) => [kind, contents[kind] ?? 0] as const)]
    .filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${measures[kind]}${contentKinds[kind].word}`).join('、')
}

export const salvageText = {
  offer: (drafts: number, contents: SalvagedContents) => `抢救损坏文件中的 ${counted(drafts, contents)}`,
  done: (drafts: number, contents: SalvagedContents) => `已抢救 ${counted(drafts, contents)}。`,
} as const
