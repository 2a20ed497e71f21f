/** Invented contents of every kind a package may hold, put straight into a library's tables. */
import { join } from 'node:path'
import { storeContent, type ContentKindName } from '../../electron/backend/storage/contents-table.ts'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import type { LedgerContent } from '../../shared/collect/ledger-content.ts'
import type { AspectSet, PaperTemplate } from '../../shared/paper-templates/paper-template.ts'
import type { Snippet } from '../../shared/snippets/snippet.ts'

export const aspectSet: AspectSet = { schemaVersion: 1, id: 'aspects-1', name: '青禾县自定三方面', year: '2024', batch: '', source: '', aspects: ['学风', '作风', '纪律'] }
export const paperTemplate: PaperTemplate = {
  schemaVersion: 1, id: 'template-1', name: '水务系统整改方案模板', kind: 'team-plan', description: '', year: '2024', batch: '', source: '', layout: 'gb33476',
  blocks: [{ role: 'title', id: 't', runs: [{ text: '整改方案' }] }, { role: 'paragraph', id: 'p', runs: [{ text: '按照要求制定本方案。' }] }], hints: [], required: [],
  aspects: { set: aspectSet.id, runs: [{ first: 'p', last: 'p' }] },
}
export const snippet: Snippet = { schemaVersion: 1, id: 'snippet-1', title: '学用结合不紧', aspect: '学风', role: 'problem', tags: ['学习'], source: '', blocks: [{ role: 'problem', id: 's', runs: [{ text: '学用结合不紧，学习停留在读文件。' }] }] }
export const ledger: LedgerContent = { schemaVersion: 1, id: 'ledger-1', title: '青禾县水务局整改台账', unit: '青禾县水务局', madeAt: '2024-03-01T00:00:00.000Z', rows: [{ name: 'd/i', draft: '整改方案', kind: 'team-plan', values: { problem: '学习不深入' } }] }

const contents: readonly (readonly [ContentKindName, { readonly id: string }, string])[] = [
  ['aspects', aspectSet, aspectSet.name], ['template', paperTemplate, paperTemplate.name], ['snippet', snippet, snippet.title], ['ledger', ledger, ledger.title],
]

/** Into a data folder no program has open. */
export function storeContents(dataFolder: string, change: (kind: ContentKindName, text: string) => string = (_kind, text) => text, now = Date.UTC(2024, 2, 1)): void {
  const database = new (loadSqlite())(join(dataFolder, databaseName))
  try {
    for (const [kind, content, title] of contents) storeContent(database, kind, { id: content.id, title, content: change(kind, JSON.stringify(content)) }, now)
  } finally {
    database.close()
  }
}

/** What a closed data folder holds in the table of contents. */
export function contentsIn(dataFolder: string): Readonly<Record<string, { readonly content: string; readonly trashed: boolean }>> {
  const database = new (loadSqlite())(join(dataFolder, databaseName))
  try {
    const rows = database.prepare<[], { kind: string; id: string; content: string; trashed_at: number | null }>('SELECT kind, id, content, trashed_at FROM contents ORDER BY kind, id').all()
    return Object.fromEntries(rows.map(({ kind, id, content, trashed_at }) => [`${kind}/${id}`, { content, trashed: trashed_at !== null }]))
  } finally {
    database.close()
  }
}
