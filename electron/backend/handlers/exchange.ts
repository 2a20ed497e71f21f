/** Packages: made from the library, looked into, opened and undone as one. */
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { PackageView } from '../../../shared/contract/exchange-procedures.ts'
import type { ProcedureInput, ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { contentKey } from '../../../shared/exchange/manifest.ts'
import { actOn, type PlannedContent } from '../../../shared/exchange/plan.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { kindStores } from '../exchange/kinds/all-kinds.ts'
import { contentsToPack } from '../exchange/library-contents.ts'
import type { OpenedPackage } from '../exchange/read-package.ts'
import { notReviewed, unitProfileOf } from '../exchange/review-gate.ts'
import { fingerprintOf } from '../exchange/signature.ts'
import { storeContents } from '../exchange/store-contents.ts'
import { changedSince, undoContents } from '../exchange/undo-opening.ts'
import { megabytes, mostBytes } from '../files/read-input-file.ts'
import { safeFileName } from '../files/safe-path.ts'
import { sha256 } from '../files/write-export.ts'
import { findDraft } from '../storage/drafts-table.ts'
import { confirmKey, ownKeyOrNew, signerState } from '../storage/known-keys-table.ts'
import { insertOpening, markUndone, readOpening, type StoredContent } from '../storage/openings-table.ts'
import { localDay } from './ledger.ts'
import { writeTo } from './write-target.ts'

type ExchangeProcedures = 'packages.make' | 'packages.content' | 'packages.look' | 'packages.open' | 'packages.undo'
type FileInput = ProcedureInput<'packages.look'>

/** Windows whose drafts or layouts were changed follow by this name: it is no window's own. */
const clientId = 'packages'

/** Whom a package names as its maker. */
export function makerUnit(context: Context): string {
  return unitProfileOf(context).fullName
}

export function packageFileName(titles: readonly string[], unit: string, day: string): string {
  return `${safeFileName(titles.length === 1 ? titles[0]! : `${unit === '' ? '整稿' : unit}交换包 ${day}`)}.zgx`
}

interface Made {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly contents: number
  readonly fingerprint: string | null
}

async function make(context: Context, { jobId, contents: wanted, passphrase, sign, exactly, reviews = [] }: ProcedureInput<'packages.content'>): Promise<Result<Made>> {
  const database = context.database()
  const { contents, missing } = contentsToPack(context, wanted, exactly)
  if (missing.length > 0) return fail('PACKAGE_CONTENT_UNKNOWN', { id: missing[0]! })
  const unseen = notReviewed(context, contents, reviews)
  if (unseen.length > 0) return fail('PACKAGE_REVIEW_NEEDED', { title: unseen[0]!.title, count: unseen.length }, { contents: unseen.map(({ kind, id, title }) => ({ kind, id, title })) })
  const unit = makerUnit(context)
  const signWith = sign ? ownKeyOrNew(database, context.now()) : null
  const progress = (from: number, to: number) => (done: number) => context.emit({ type: 'job-progress', jobId, done: from + done * (to - from) })
  const made = await context.jobs.run('make-package', {
    contents, maker: { unit, program: `整稿 ${context.options.version}` }, madeAt: new Date(context.now()).toISOString(), passphrase, signWith,
  }, { jobId, onProgress: progress(0, 0.5) })
  if (!made.ok) return made
  if (made.value.length > mostBytes) return fail('PACKAGE_TOO_LARGE')
  const fileName = packageFileName(contents.map(({ title }) => title), unit, localDay(context.options.clock()))
  // Nobody is given a package that would not open; the worker gets a copy, for it takes what it is given.
  const proof = await context.jobs.run('read-package', { name: fileName, bytes: Uint8Array.from(made.value), passphrase }, { jobId, name: fileName, onProgress: progress(0.5, 1) })
  if (!proof.ok) return proof
  return ok({ fileName, bytes: made.value, contents: contents.length, fingerprint: signWith === null ? null : fingerprintOf(signWith.publicKey) })
}

export async function readGiven(context: Context, { jobId, name, contentBase64, passphrase }: FileInput): Promise<Result<{ opened: OpenedPackage; hash: string }>> {
  const bytes = Uint8Array.from(Buffer.from(contentBase64, 'base64'))
  if (bytes.length === 0) return fail('FILE_EMPTY', { name })
  if (bytes.length > mostBytes) return fail('FILE_TOO_LARGE', { name, size: megabytes(bytes.length), limit: megabytes(mostBytes) })
  const hash = sha256(bytes)
  const onProgress = (done: number) => context.emit({ type: 'job-progress', jobId, done: done * 0.6 })
  const opened = await context.jobs.run('read-package', { name, bytes, passphrase }, { jobId, name, onProgress })
  return opened.ok ? ok({ opened: opened.value, hash }) : opened
}

function pairsOf(context: Context, { contents }: OpenedPackage) {
  return contents.map((theirs) => {
    const found = kindStores[theirs.kind].find(context, theirs.id)
    return { theirs, mine: found && { text: found.text, trashed: found.trashed, fixed: found.fixed } }
  })
}

/** The plan, with how to tell that the library is still the one it was made for. */
async function plan(context: Context, opened: OpenedPackage, { jobId, name }: FileInput): Promise<Result<{ planned: readonly PlannedContent[]; holds: () => boolean }>> {
  const pairs = pairsOf(context, opened)
  const onProgress = (done: number) => context.emit({ type: 'job-progress', jobId, done: 0.6 + done * 0.4 })
  const planned = await context.jobs.run('plan-contents', { pairs }, { jobId, name, onProgress })
  if (!planned.ok) return planned
  return ok({
    planned: planned.value,
    holds: () => pairsOf(context, opened).every(({ mine }, index) => {
      const then = pairs[index]!.mine
      return mine?.text === then?.text && mine?.trashed === then?.trashed
    }),
  })
}

const signerOf = (context: Context, { signer, manifest }: OpenedPackage): PackageView['signer'] => ({
  state: signerState(context.database(), signer?.publicKey, manifest.maker.unit), fingerprint: signer?.fingerprint ?? null,
})

/** Others hear of what an opening or its undoing changed. */
function tell(context: Context, stored: readonly StoredContent[]): void {
  for (const { kind, storedId } of stored) {
    const row = kind === 'draft' ? findDraft(context.database(), storedId) : undefined
    if (row && row.trashed_at === null) context.emit({ type: 'draft-saved', draftId: row.id, revision: row.revision, clientId })
  }
  if (stored.some(({ kind }) => kind === 'draft')) context.emit({ type: 'library-changed' })
  if (stored.some(({ kind }) => kind === 'layout')) context.emit({ type: 'layouts-changed', clientId })
  for (const kind of ['template', 'aspects', 'snippet', 'ledger'] as const) if (stored.some((one) => one.kind === kind)) context.emit({ type: 'contents-changed', kind, clientId })
}

async function open(context: Context, input: ProcedureInput<'packages.open'>): Promise<Result<ProcedureOutput<'packages.open'>>> {
  const file = await readGiven(context, input)
  if (!file.ok) return file
  const { opened, hash } = file.value
  const { unit } = opened.manifest.maker
  const signer = signerOf(context, opened)
  const confirmed = signer.fingerprint !== null && input.confirmSigner === signer.fingerprint
  if ((signer.state === 'unknown' || signer.state === 'changed') && !confirmed) {
    return fail(signer.state === 'unknown' ? 'PACKAGE_SIGNER_UNKNOWN' : 'PACKAGE_SIGNER_CHANGED', { name: input.name, unit, fingerprint: signer.fingerprint ?? '' }, { fingerprint: signer.fingerprint, unit })
  }
  let plans = await plan(context, opened, input)
  // Somebody saved meanwhile: what is done must be done with what is there now.
  while (plans.ok && !plans.value.holds()) plans = await plan(context, opened, input)
  if (!plans.ok) return plans

  const chosen = new Map(input.choices.map(({ choice, ...content }) => [contentKey(content), choice]))
  const skipped = new Set(input.skip?.map(contentKey))
  const work = plans.value.planned.map((one, index) => ({
    content: opened.contents[index]!,
    act: one.state === 'new' && skipped.has(contentKey(one)) ? 'leave' as const : actOn(one, chosen.get(contentKey(one)) ?? input.conflict),
  }))
  const openingId = context.options.ids()
  const database = context.database()
  const stored = database.transaction(() => {
    const done = storeContents(context, work)
    const kept = done.filter((one) => one !== undefined)
    if (kept.length > 0) insertOpening(database, { id: openingId, name: input.name, unit, sha256: hash, openedAt: context.now() }, kept)
    if (confirmed) confirmKey(database, opened.signer!.publicKey, unit, context.now())
    return done
  }).immediate()
  const kept = stored.filter((one) => one !== undefined)
  tell(context, kept)
  return ok({
    openingId: kept.length > 0 ? openingId : null,
    contents: work.map(({ content: { kind, id, title }, act }, index) => ({ kind, id, title, act, storedId: stored[index]?.storedId ?? id })),
    unknown: opened.unknown,
  })
}

export function exchangeHandlers(context: Context): { readonly [N in ExchangeProcedures]: Handler<N> } {
  return {
    'packages.make': async ({ target, ifExists, ...wanted }) => {
      const made = await make(context, wanted)
      if (!made.ok) return made
      const { bytes, fileName, contents, fingerprint } = made.value
      const written = await writeTo(context, { bytes, fileName, about: 'package', verify: true }, target, ifExists)
      return written.ok ? ok({ ...written.value, contents, fingerprint }) : written
    },
    'packages.content': async (wanted) => {
      const made = await make(context, wanted)
      if (!made.ok) return made
      const { bytes, ...rest } = made.value
      return ok({ ...rest, contentBase64: Buffer.from(bytes).toString('base64') })
    },
    'packages.look': async (input) => {
      const file = await readGiven(context, input)
      if (!file.ok) return file
      const { opened } = file.value
      const plans = await plan(context, opened, input)
      if (!plans.ok) return plans
      const { version, kind, maker, madeAt } = opened.manifest
      return ok({ name: input.name, version, kind, ...maker, madeAt, encrypted: opened.encrypted, signer: signerOf(context, opened), contents: plans.value.planned, unknown: opened.unknown })
    },
    'packages.open': (input) => open(context, input),
    'packages.undo': ({ openingId }) => {
      const database = context.database()
      const stored = readOpening(database, openingId)
      if (!stored) return fail('PACKAGE_OPENING_NOT_FOUND')
      const changed = changedSince(context, stored)
      if (changed !== undefined) return fail('PACKAGE_CHANGED_SINCE', { title: changed })
      database.transaction(() => {
        undoContents(context, stored)
        markUndone(database, openingId, context.now())
      }).immediate()
      tell(context, stored)
      return ok({ contents: stored.length })
    },
  }
}
