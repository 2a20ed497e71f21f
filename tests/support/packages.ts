/** Packages for the tests: made and opened through the real back end. */
import type { Backend } from '../../shared/contract/backend.ts'
import type { PackageReview } from '../../shared/contract/deidentify-procedures.ts'
import type { ProcedureInput, ProcedureOutput } from '../../shared/contract/procedures.ts'
import type { Draft } from '../../shared/document/draft.ts'
import { readPackage, type OpenedPackage } from '../../electron/backend/exchange/read-package.ts'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import { join } from 'node:path'
import { callAs, must } from './test-backend.ts'

export interface Manner {
  readonly passphrase: string | null
  readonly sign: boolean
}

export const manners = [
  ['plain', { passphrase: null, sign: false }],
  ['encrypted', { passphrase: '口令 Correct-Horse 2024', sign: false }],
  ['signed', { passphrase: null, sign: true }],
  ['encrypted and signed', { passphrase: 'p', sign: true }],
] as const satisfies readonly (readonly [string, Manner])[]

export type Wanted = ProcedureInput<'packages.content'>['contents']

/** Stores the draft as a window would, under its own id where the library gives one. @returns its id. */
export async function storeDraft(backend: Backend, draft: Draft): Promise<string> {
  const { draftId } = await must(backend, 'drafts.copy', { draft, title: draft.title })
  return draftId
}

/** The tokens that templates, aspect sets and snippets among the contents leave with. */
export async function reviewsOf(backend: Pick<Backend, 'call'>, contents: Wanted): Promise<PackageReview[]> {
  const needed = await must(backend, 'deidentify.needed', { contents: [...contents] })
  const reviews: PackageReview[] = []
  for (const { kind, id } of needed.contents) reviews.push({ kind, id, token: (await must(backend, 'deidentify.review', { jobId: 'review', of: { kind, id }, decisions: [], marks: [] })).token })
  return reviews
}

export async function pack(backend: Backend, contents: Wanted, manner: Manner = manners[0][1]): Promise<Uint8Array> {
  const { contentBase64 } = await must(backend, 'packages.content', { jobId: 'make', contents: [...contents], ...manner, reviews: await reviewsOf(backend, contents) })
  return Uint8Array.from(Buffer.from(contentBase64, 'base64'))
}

export const fileOf = (bytes: Uint8Array, passphrase: string | null = null, name = '交换.zgx') => ({ jobId: 'open', name, contentBase64: Buffer.from(bytes).toString('base64'), passphrase })

type Choice = 'keep' | 'take' | 'both'

export function openWith(backend: Backend, bytes: Uint8Array, { passphrase = null, conflict = 'keep', confirmSigner = null, choices = [] }: { passphrase?: string | null; conflict?: Choice; confirmSigner?: string | null; choices?: ProcedureInput<'packages.open'>['choices'] } = {}) {
  return callAs(backend, 'packages.open', { ...fileOf(bytes, passphrase), conflict, confirmSigner, choices })
}

/** Opens it whoever signed it. */
export async function openAll(backend: Backend, bytes: Uint8Array, options: { passphrase?: string | null; conflict?: Choice } = {}): Promise<ProcedureOutput<'packages.open'>> {
  const { signer } = await must(backend, 'packages.look', fileOf(bytes, options.passphrase))
  const opened = await openWith(backend, bytes, { ...options, confirmSigner: signer.fingerprint })
  if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.message}`)
  return opened.value
}

/** What a closed data folder holds, byte for byte. */
export function storedContents(dataFolder: string): { readonly drafts: Readonly<Record<string, string>>; readonly trashed: readonly string[]; readonly layouts: Readonly<Record<string, string>> } {
  const database = new (loadSqlite())(join(dataFolder, databaseName))
  try {
    const drafts = database.prepare<[], { id: string; content: string; trashed_at: number | null }>('SELECT d.id, c.content, d.trashed_at FROM drafts d JOIN draft_contents c USING (number) ORDER BY d.id').all()
    const layouts = database.prepare<[], { id: string; content: string }>('SELECT id, content FROM layouts ORDER BY id').all()
    return {
      drafts: Object.fromEntries(drafts.map(({ id, content }) => [id, content])), trashed: drafts.filter((row) => row.trashed_at !== null).map((row) => row.id),
      layouts: Object.fromEntries(layouts.map(({ id, content }) => [id, content])),
    }
  } finally {
    database.close()
  }
}

export async function readNow(bytes: Uint8Array, passphrase: string | null = null): Promise<OpenedPackage> {
  const read = await readPackage({ name: 'x', bytes, passphrase }, () => {})
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}
