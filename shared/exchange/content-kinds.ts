/**
 * Kinds of content a package may hold: how each is read, and in what two contents of one id differ. A new kind (word
 * lists will come) adds a line here and its way into the library (electron/backend/exchange/kinds).
 */
import { ledgerContentSchema, ledgerContentVersion } from '../collect/ledger-content.ts'
import { readDraft } from '../document/draft.ts'
import { aspectSetSchema, paperTemplateSchema, paperTemplateVersion } from '../paper-templates/paper-template.ts'
import { checkLayout } from '../print/check-layout.ts'
import { layoutSchema } from '../print/layout.ts'
import { snippetSchema, snippetVersion } from '../snippets/snippet.ts'
import { aspectDifferences } from './aspect-differences.ts'
import { draftDifferences } from './draft-differences.ts'
import { layoutDifferences } from './layout-differences.ts'
import { ledgerDifferences } from './ledger-differences.ts'
import { snippetDifferences } from './snippet-differences.ts'
import { templateDifferences } from './template-differences.ts'
import { isNewer, parsedJson, type JsonSchema } from './versioned.ts'

export type ReadContent =
  | { readonly ok: true; readonly id: string; readonly title: string; readonly text: string }
  /** @param reason in the writer's words, where there is more to say than that it is broken. */
  | { readonly ok: false; readonly fault: 'newer' | 'broken'; readonly reason?: string }

export interface ContentKind {
  /** What the writer calls it. */
  readonly word: string
  /** @param text JSON as packed. @returns it in today's form. */
  readonly read: (text: string) => ReadContent
  /** Plain sentences; none where both say the same. Both texts have been read. */
  readonly differences: (mine: string, theirs: string) => readonly string[]
}

const broken: ReadContent = { ok: false, fault: 'broken' }

/** The very text where it is plain JSON of today's form, so that nothing changes on the way; otherwise what was read of it, written anew. */
function textOf(text: string, value: unknown, upgraded: boolean, read: unknown): string {
  // A key written twice or blanks between would mean one thing to us and another to SQLite.
  return !upgraded && JSON.stringify(value) === text ? text : JSON.stringify(read)
}

function readDraftContent(text: string): ReadContent {
  const value = parsedJson(text)
  const read = readDraft(value)
  if (!read.ok) return read.error.code === 'DRAFT_NEWER' ? { ok: false, fault: 'newer' } : broken
  const { draft } = read
  const upgraded = (value as { schemaVersion?: unknown }).schemaVersion !== draft.schemaVersion
  return { ok: true, id: draft.id, title: draft.title, text: textOf(text, value, upgraded, draft) }
}

function readLayoutContent(text: string): ReadContent {
  const value = parsedJson(text)
  if (isNewer(value, 1)) return { ok: false, fault: 'newer' }
  const read = layoutSchema.safeParse(value)
  if (!read.success) return broken
  const wrong = checkLayout(read.data).find((finding) => finding.severity === 'error')
  if (wrong) return { ok: false, fault: 'broken', reason: `版式“${read.data.name}”排不成页` }
  return { ok: true, id: read.data.id, title: read.data.name, text: textOf(text, value, false, read.data) }
}

/** A reader of contents that carry their id and the version of their form. */
function reader<T extends { readonly id: string }>(schema: JsonSchema<T>, version: number, titleOf: (content: T) => string): ContentKind['read'] {
  return (text) => {
    const value = parsedJson(text)
    if (isNewer(value, version)) return { ok: false, fault: 'newer' }
    const read = schema.safeParse(value)
    return read.success ? { ok: true, id: read.data.id, title: titleOf(read.data), text: textOf(text, value, false, read.data) } : broken
  }
}

export const contentKinds = {
  draft: { word: '文稿', read: readDraftContent, differences: draftDifferences },
  layout: { word: '版式', read: readLayoutContent, differences: layoutDifferences },
  template: { word: '模板', read: reader(paperTemplateSchema, paperTemplateVersion, ({ name }) => name), differences: templateDifferences },
  aspects: { word: '方面', read: reader(aspectSetSchema, 1, ({ name }) => name), differences: aspectDifferences },
  snippet: { word: '素材', read: reader(snippetSchema, snippetVersion, ({ title }) => title), differences: snippetDifferences },
  ledger: { word: '台账', read: reader(ledgerContentSchema, ledgerContentVersion, ({ title }) => title), differences: ledgerDifferences },
} as const satisfies Readonly<Record<string, ContentKind>>

export type KnownKind = keyof typeof contentKinds
export const knownKinds = Object.keys(contentKinds) as [KnownKind, ...KnownKind[]]

export function isKnownKind(kind: string): kind is KnownKind {
  return Object.hasOwn(contentKinds, kind)
}
