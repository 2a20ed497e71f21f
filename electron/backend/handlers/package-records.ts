/** Past openings, the keys of signatures, and packages handed over from outside. */
import { basename } from 'node:path'
import { fail, ok } from '../../../shared/contract/errors.ts'
import type { OpeningSummary } from '../../../shared/contract/package-procedures.ts'
import { isKnownKind } from '../../../shared/exchange/content-kinds.ts'
import { parsedJson } from '../../../shared/exchange/versioned.ts'
import type { Context } from '../context.ts'
import type { Handler } from '../dispatch.ts'
import { kindStores } from '../exchange/kinds/all-kinds.ts'
import { fingerprintOf } from '../exchange/signature.ts'
import { changedSince } from '../exchange/undo-opening.ts'
import { readInputFile } from '../files/read-input-file.ts'
import { confirmKey, forgetKey, listKnownKeys, ownKey, ownKeyOrNew, renameKey } from '../storage/known-keys-table.ts'
import { findOpening, listOpenings, openingCounts, type OpeningRow } from '../storage/openings-table.ts'
import { makerUnit } from './exchange.ts'

type RecordProcedures =
  | 'packages.openings' | 'packages.opening' | 'packages.keys' | 'packages.makeKey' | 'packages.forgetKey' | 'packages.putBackKey' | 'packages.renameKey' | 'packages.pending'

const instant = (time: number) => new Date(time).toISOString()

function summary(context: Context, { id, name, unit, openedAt, undoneAt }: OpeningRow): OpeningSummary {
  return { id, name, unit, openedAt: instant(openedAt), undoneAt: undoneAt === null ? null : instant(undoneAt), counts: openingCounts(context.database(), id) }
}

/** What a content was called that is no longer there: but for drafts, which stay, its JSON was noted. */
function titleIn(after: string): string | undefined {
  const value = parsedJson(after)
  if (typeof value !== 'object' || value === null) return undefined
  const { name, title } = value as { readonly name?: unknown; readonly title?: unknown }
  return typeof name === 'string' ? name : typeof title === 'string' ? title : undefined
}

export function packageRecordHandlers(context: Context): { readonly [N in RecordProcedures]: Handler<N> } {
  return {
    'packages.openings': ({ offset, limit }) => {
      const { openings, total } = listOpenings(context.database(), offset, limit)
      return ok({ openings: openings.map((one) => summary(context, one)), total })
    },
    'packages.opening': ({ openingId }) => {
      const found = findOpening(context.database(), openingId)
      if (!found) return fail('PACKAGE_OPENING_NOT_FOUND')
      const { opening, contents } = found
      return ok({
        opening: summary(context, opening),
        contents: contents.map(({ kind, storedId, act, after }) => {
          const own = isKnownKind(kind) ? kindStores[kind].find(context, storedId) : undefined
          return { kind, storedId, act, title: own?.title ?? titleIn(after) ?? storedId, place: own === undefined ? 'gone' : own.trashed ? 'trash' : 'library' }
        }),
        changed: opening.undoneAt === null ? (changedSince(context, contents) ?? null) : null,
      })
    },
    'packages.keys': () => {
      const own = ownKey(context.database())
      const keys = listKnownKeys(context.database()).map(({ publicKey, unit, confirmedAt }) => ({ publicKey, unit, confirmedAt: instant(confirmedAt), fingerprint: fingerprintOf(publicKey) }))
      return ok({ own: own === undefined ? null : fingerprintOf(own.publicKey), unit: makerUnit(context), keys })
    },
    'packages.makeKey': () => ok({ fingerprint: fingerprintOf(ownKeyOrNew(context.database(), context.now()).publicKey), unit: makerUnit(context) }),
    'packages.forgetKey': (name) => {
      const confirmedAt = forgetKey(context.database(), name)
      return confirmedAt === undefined ? fail('PACKAGE_KEY_NOT_FOUND') : ok({ confirmedAt: instant(confirmedAt) })
    },
    'packages.putBackKey': ({ publicKey, unit, confirmedAt }) => {
      confirmKey(context.database(), publicKey, unit, Date.parse(confirmedAt))
      return ok({})
    },
    'packages.renameKey': ({ name, ...key }) => (renameKey(context.database(), key, name.trim()) ? ok({}) : fail('PACKAGE_KEY_NOT_FOUND')),
    'packages.pending': () => {
      const path = context.options.ports.offered?.take()
      if (path === undefined) return ok({ file: null })
      const read = readInputFile(path)
      return read.ok ? ok({ file: { name: read.value.name.slice(-300), contentBase64: Buffer.from(read.value.bytes).toString('base64') } }) : { ok: false, error: { ...read.error, data: { name: basename(path) } } }
    },
  }
}
