/**
 * Opens damaged packages in a real library, one after another. Each must end in one typed error, in exactly what was
 * packed, or, where its hashes were mended, in valid contents; in time; and what then stands in the database must be what
 * was answered and nothing else.
 */
import { createBackend } from '../../electron/backend/create-backend.ts'
import { failureSchema } from '../../shared/contract/errors.ts'
import { contentKinds, isKnownKind } from '../../shared/exchange/content-kinds.ts'
import { contentKey } from '../../shared/exchange/manifest.ts'
import { conflictChoices } from '../../shared/exchange/plan.ts'
import { fillLibrary, heldIn, onDatabase, type Held } from '../support/library-tables.ts'
import { fileOf, openWith, readNow } from '../support/packages.ts'
import { callAs, makeTempFolder, testBackendOptions } from '../support/test-backend.ts'
import { fuzzFingerprint, fuzzPassphrase, packageFile, type PackageBase, type PackageFile } from './package-files.ts'

export interface PackageFuzzOptions {
  readonly bases: readonly PackageBase[]
  readonly seed: number
  readonly count: number
  readonly first?: number
  /** Milliseconds from which a package counts as too slow. */
  readonly tooSlow?: number
  readonly onProgress?: (done: number) => void
}

export interface PackageFinding { readonly file: PackageFile; readonly problem: string }

export interface PackageFuzzResult {
  readonly files: number
  /** By the way of damage, then by outcome. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly opened: number
  readonly undone: number
  readonly slowest: readonly { readonly name: string; readonly way: string; readonly milliseconds: number }[]
  readonly peakMemory: number
  readonly findings: readonly PackageFinding[]
}

/** A library after so many is looked into and left for a new one. */
const inOneLibrary = 250

const expected = /^(?:PACKAGE_(?:DAMAGED|NOT_OURS|NEWER|PASSPHRASE|SIGNER_UNKNOWN|SIGNER_CHANGED)|FILE_EMPTY|FILE_LIMITS)$/

interface Library {
  readonly before: Held
  /** Every key that answers said is there, and the keys they said were changed. */
  readonly keys: Set<string>
  readonly touched: Set<string>
  openings: number
}

interface Judged { readonly outcome: string; readonly undone: boolean; readonly problem?: string }

async function judge(backend: Awaited<ReturnType<typeof createBackend>>, file: PackageFile, library: Library): Promise<Judged> {
  const conflict = conflictChoices[file.index % 3]!
  const looked = file.index % 4 === 0 ? await callAs(backend, 'packages.look', fileOf(file.bytes, fuzzPassphrase, file.name)) : undefined
  // Half of the signed ones are opened without the fingerprint.
  const confirmSigner = file.index % 2 === 0 ? fuzzFingerprint : null
  const opened = await openWith(backend, file.bytes, { passphrase: fuzzPassphrase, conflict, confirmSigner })
  if (!opened.ok) {
    const { error } = opened
    if (!failureSchema.safeParse(error).success || !expected.test(error.code)) return { outcome: error.code, undone: false, problem: `${error.code}: ${error.message}` }
    if (looked?.ok === false && looked.error.code !== error.code) return { outcome: error.code, undone: false, problem: `looking said ${looked.error.code}, opening ${error.code}` }
    return { outcome: error.code, undone: false }
  }
  if (looked?.ok === false) return { outcome: 'opened', undone: false, problem: `looking said ${looked.error.code}, opening opened it` }
  const { openingId, contents } = opened.value
  if (openingId !== null) library.openings += 1
  for (const { kind, storedId, act } of contents) {
    if (act === 'leave') continue
    library.keys.add(contentKey({ kind, id: storedId }))
    library.touched.add(contentKey({ kind, id: storedId }))
  }
  if (!file.rehashed) {
    const packed = new Map(file.base.contents.map((content) => [contentKey(content), content.text]))
    const read = await readNow(Uint8Array.from(file.bytes), fuzzPassphrase)
    const other = read.contents.find((content) => packed.get(contentKey(content)) !== content.text)
    if (other || read.contents.length !== packed.size) return { outcome: 'opened', undone: false, problem: other ? `${other.kind} ${other.id} is not what was packed` : 'opened in part' }
  }
  if (openingId === null || file.index % 2 === 1) return { outcome: 'opened', undone: false }
  const undone = await callAs(backend, 'packages.undo', { openingId })
  return undone.ok ? { outcome: 'opened', undone: true } : { outcome: 'opened', undone: false, problem: `undoing: ${undone.error.code}` }
}

/** What is wrong with a library in which all of this was done. */
function faultOf(folder: string, { before, keys, touched, openings }: Library): string | undefined {
  return onDatabase(folder, (database) => {
    const after = heldIn(database)
    for (const [key, { text }] of Object.entries(after)) {
      const kind = key.slice(0, key.indexOf('/'))
      const read = isKnownKind(kind) ? contentKinds[kind].read(text) : undefined
      if (!read?.ok || contentKey({ kind, id: read.id }) !== key) return `${key} cannot be read: ${text.slice(0, 200)}`
      if (!keys.has(key)) return `${key} was answered by nobody`
    }
    for (const [key, mine] of Object.entries(before)) if (!touched.has(key) && (after[key]?.text !== mine.text || after[key].trashed !== mine.trashed)) return `${key} was changed by nobody`
    // Layouts that were added and taken back are gone; everything else that was answered is there, in the trash at least.
    for (const key of keys) if (after[key] === undefined && !key.startsWith('layout/')) return `${key} is gone`
    const counted = database.prepare<[], { many: number }>('SELECT count(*) AS many FROM openings').get()!.many
    if (counted !== openings) return `${counted} openings for ${openings} answered`
    const drafts = database.prepare<[], { many: number }>('SELECT (SELECT count(*) FROM drafts) - (SELECT count(*) FROM draft_contents) AS many').get()!.many
    if (drafts !== 0) return 'drafts without text'
    const integrity = database.pragma('integrity_check', { simple: true }) as string
    return integrity === 'ok' ? undefined : integrity
  })
}

export async function runPackageFuzz({ bases, seed, count, first = 0, tooSlow = 10_000, onProgress }: PackageFuzzOptions): Promise<PackageFuzzResult> {
  const outcomes: Record<string, Record<string, number>> = {}
  const findings: PackageFinding[] = []
  const times: { name: string; way: string; milliseconds: number }[] = []
  let [opened, undone, peakMemory] = [0, 0, 0]
  for (let from = first; from < first + count; from += inOneLibrary) {
    const temp = makeTempFolder('zhenggao-package-fuzz-')
    const mine = bases[(from / inOneLibrary) % bases.length | 0]!.contents
    fillLibrary(temp.folder, mine)
    const before = onDatabase(temp.folder, heldIn)
    const library: Library = { before, keys: new Set(Object.keys(before)), touched: new Set(), openings: 0 }
    const backend = await createBackend({ ...testBackendOptions({ dataFolder: temp.folder }), convert: false })
    let file: PackageFile | undefined
    for (let index = from; index < Math.min(first + count, from + inOneLibrary); index += 1) {
      file = packageFile(bases, seed, index)
      const begin = performance.now()
      const judged = await judge(backend, file, library)
      const milliseconds = performance.now() - begin
      const counts = (outcomes[file.way] ??= {})
      counts[judged.outcome] = (counts[judged.outcome] ?? 0) + 1
      if (judged.outcome === 'opened') opened += 1
      if (judged.undone) undone += 1
      times.push({ name: file.name, way: file.way, milliseconds })
      if (judged.problem !== undefined) findings.push({ file, problem: judged.problem })
      else if (milliseconds > tooSlow) findings.push({ file, problem: `took ${Math.round(milliseconds)} ms` })
      peakMemory = Math.max(peakMemory, process.memoryUsage.rss())
    }
    times.sort((a, b) => b.milliseconds - a.milliseconds).splice(10)
    await backend.close()
    const fault = faultOf(temp.folder, library)
    if (fault !== undefined) findings.push({ file: file!, problem: `the library up to here: ${fault}` })
    temp.remove()
    onProgress?.(Math.min(count, from + inOneLibrary - first))
  }
  return { files: count, outcomes, opened, undone, slowest: times, peakMemory, findings }
}
