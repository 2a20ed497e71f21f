/** `package`: made, shown, opened and undone through the same procedures as in the app. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fail, ok, type Result } from '../../shared/contract/errors.ts'
import type { PackageView } from '../../shared/contract/exchange-procedures.ts'
import type { OpeningSummary } from '../../shared/contract/package-procedures.ts'
import { contentKinds, isKnownKind, knownKinds, type KnownKind } from '../../shared/exchange/content-kinds.ts'
import { contentKey } from '../../shared/exchange/manifest.ts'
import { readInputFile } from '../backend/files/read-input-file.ts'
import { sha256, writeExport } from '../backend/files/write-export.ts'
import type { Library } from './library.ts'
import { printReviews } from './package-reviews.ts'
import type { Streams } from './run.ts'
import type { PackageCommand } from './package-arguments.ts'

type Of<A extends PackageCommand['act']> = Extract<PackageCommand, { act: A }>

/** What is printed: for programs, and line by line for people. */
export interface Said {
  readonly value: object
  readonly lines: readonly string[]
}

const jobId = 'package'

/** The file's first line: editors put a line break at the end. */
export function passphraseOf(file: string | undefined): Result<string | null> {
  if (file === undefined) return ok(null)
  const read = readInputFile(file)
  if (!read.ok) return read
  const line = new TextDecoder().decode(read.value.bytes).split(/\r?\n/u)[0]!
  return line === '' ? fail('FILE_EMPTY', { name: read.value.name }) : ok(line)
}

function fileInput(command: Of<'show'> | Of<'open'>): Result<{ jobId: string; name: string; contentBase64: string; passphrase: string | null }> {
  const passphrase = passphraseOf(command.passphraseFile)
  if (!passphrase.ok) return passphrase
  const file = readInputFile(command.file)
  if (!file.ok) return file
  return ok({ jobId, name: file.value.name.slice(-300), contentBase64: Buffer.from(file.value.bytes).toString('base64'), passphrase: passphrase.value })
}

/** Ids are asked for so many at a time, each of every kind. */
const idsAtOnce = 1500

/** “kind:id” or an id alone, which is looked for among all kinds. @returns PACKAGE_CONTENT_UNKNOWN for the first that is nowhere. */
async function contentsNamed(library: Library, ids: readonly string[]): Promise<Result<readonly { readonly kind: KnownKind; readonly id: string }[]>> {
  const named = ids.map((word) => {
    const [kind = '', id] = word.includes(':') ? [word.slice(0, word.indexOf(':')), word.slice(word.indexOf(':') + 1)] : []
    return { word, candidates: (isKnownKind(kind) && id !== undefined ? [{ kind, id }] : knownKinds.map((one) => ({ kind: one, id: word }))).filter((one) => one.id !== '' && one.id.length <= 64) }
  })
  const found: { readonly kind: KnownKind; readonly id: string }[] = []
  for (let at = 0; at < named.length; at += idsAtOnce) {
    const some = named.slice(at, at + idsAtOnce)
    const plan = await library.call('packages.plan', { contents: some.flatMap(({ candidates }) => candidates) })
    if (!plan.ok) return plan
    const missing = new Set(plan.value.missing.map(contentKey))
    for (const { word, candidates } of some) {
      const there = candidates.find((one) => !missing.has(contentKey(one)))
      if (there === undefined) return fail('PACKAGE_CONTENT_UNKNOWN', { id: word })
      found.push(there)
    }
  }
  return ok(found)
}

async function list(library: Library): Promise<Result<Said>> {
  const openings: OpeningSummary[] = []
  for (;;) {
    const page = await library.call('packages.openings', { offset: openings.length, limit: 500 })
    if (!page.ok) return page
    openings.push(...page.value.openings)
    if (page.value.openings.length === 0 || openings.length >= page.value.total) break
  }
  return ok({
    value: { openings },
    lines: openings.map(({ id, name, unit, openedAt, undoneAt, counts }) => [id, openedAt, name, unit, Object.entries(counts).map(([kind, count]) => `${wordOf(kind)} ${count}`).join('，'), ...(undoneAt === null ? [] : ['已撤销'])].join('\t')),
  })
}

async function make(library: Library, { ids, to, passphraseFile, sign, replace, reviewed }: Of<'make'>, streams: Streams): Promise<Result<Said>> {
  const passphrase = passphraseOf(passphraseFile)
  if (!passphrase.ok) return passphrase
  const contents = await contentsNamed(library, ids)
  if (!contents.ok) return contents
  const reviews = await printReviews(library, [...contents.value], streams)
  if (!reviews.ok) return reviews
  const made = await library.call('packages.content', { jobId, contents: [...contents.value], passphrase: passphrase.value, sign, ...(reviewed ? { reviews: reviews.value } : {}) })
  if (!made.ok) return made
  const path = resolve(to)
  const bytes = new Uint8Array(Buffer.from(made.value.contentBase64, 'base64'))
  const ours = existsSync(path) && sha256(readFileSync(path)) === sha256(bytes) ? sha256(bytes) : undefined
  const written = await writeExport(path, bytes, replace ? 'replace' : 'ask', ours, { verify: true })
  if (!written.ok) return written
  const { fingerprint, contents: count } = made.value
  return ok({ value: { path: written.value.path, contents: count, fingerprint }, lines: [written.value.path, ...(fingerprint === null ? [] : [`签名指纹\t${fingerprint}`])] })
}

const states = { new: '新', same: '相同', changed: '不同' } as const
const signers: Readonly<Record<PackageView['signer']['state'], string>> = {
  none: '没有签名', missing: '没有签名（该单位以前签过名，请核实来源）', own: '本机签名', known: '已确认的签名', unknown: '首次见到的签名，请核对指纹', changed: '签名与以前确认的不同，请核对指纹',
}
const wordOf = (kind: string) => (isKnownKind(kind) ? contentKinds[kind].word : kind)

async function show(library: Library, command: Of<'show'>): Promise<Result<Said>> {
  const file = fileInput(command)
  if (!file.ok) return file
  const looked = await library.call('packages.look', file.value)
  if (!looked.ok) return looked
  const { unit, madeAt, signer, contents, unknown } = looked.value
  return ok({
    value: looked.value,
    lines: [
      `来自\t${unit === '' ? '（没有写明单位）' : unit}\t${madeAt}`, `${signers[signer.state]}${signer.fingerprint === null ? '' : `\t${signer.fingerprint}`}`,
      ...contents.map((one) => `${states[one.state]}\t${wordOf(one.kind)}\t${one.id}\t${one.title}${one.differences.length === 0 ? '' : `\t${one.differences.join('')}`}`),
      ...unknown.map((one) => `本机版本不认识，不会存入\t${one.kind}\t${one.id}\t${one.title}`),
    ],
  })
}

const acts = { add: '已存入', restore: '已从回收站恢复', replace: '已替换', addBeside: '已另存一份', leave: '未动' } as const

async function open(library: Library, command: Of<'open'>): Promise<Result<Said>> {
  const file = fileInput(command)
  if (!file.ok) return file
  const opened = await library.call('packages.open', { ...file.value, conflict: command.conflict, choices: [], confirmSigner: command.confirmSigner?.toUpperCase().slice(0, 60) ?? null })
  if (!opened.ok) return opened
  const { openingId, contents, unknown } = opened.value
  return ok({
    value: opened.value,
    lines: [
      ...contents.map((one) => `${acts[one.act]}\t${wordOf(one.kind)}\t${one.storedId}\t${one.title}`),
      ...unknown.map((one) => `本机版本不认识，没有存入\t${one.kind}\t${one.id}\t${one.title}`),
      ...(openingId === null ? [] : [`打开编号\t${openingId}`]),
    ],
  })
}

export async function runPackage(library: Library, command: PackageCommand, streams: Streams): Promise<Result<Said>> {
  switch (command.act) {
    case 'make': return make(library, command, streams)
    case 'show': return show(library, command)
    case 'open': return open(library, command)
    case 'list': return list(library)
    case 'undo': {
      const undone = await library.call('packages.undo', { openingId: command.opening.slice(0, 64) })
      return undone.ok ? ok({ value: undone.value, lines: [`已撤销 ${undone.value.contents} 项`] }) : undone
    }
  }
}
