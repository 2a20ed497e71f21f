/** Where an export goes, and writing it there. Shared by all kinds of export. */
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import type { ProcedureInput } from '../../../shared/contract/procedures.ts'
import type { Context } from '../context.ts'
import { sha256, writeExport } from '../files/write-export.ts'
import { noteWritten, writtenHash } from '../storage/exports-table.ts'

export type Target = ProcedureInput<'exports.word'>['target']
export type IfExists = ProcedureInput<'exports.word'>['ifExists']

async function choosePath({ options: { ports }, grants }: Context, target: Target, fileName: string): Promise<Result<{ path: string; confirmed: boolean }>> {
  if (target.kind === 'token') {
    const path = grants.pathOf(target.token)
    return path === undefined ? fail('TARGET_NOT_GRANTED') : ok({ path, confirmed: false })
  }
  if (target.kind === 'default' || ports.chooseSavePath === undefined) return ok({ path: join(ports.exportFolder, fileName), confirmed: false })
  const path = await ports.chooseSavePath({ folder: ports.exportFolder, fileName })
  return path === undefined ? fail('CANCELLED') : ok({ path, confirmed: true })
}

export interface WrittenFile {
  readonly path: string
  readonly folder: string
  readonly token: string
}

/** @param about id of what the file is of, for the list of files we wrote. */
export async function writeTo(context: Context, { bytes, fileName, about, verify = false }: { readonly bytes: Uint8Array; readonly fileName: string; readonly about: string; readonly verify?: boolean }, target: Target, ifExists: IfExists): Promise<Result<WrittenFile>> {
  const chosen = await choosePath(context, target, fileName)
  if (!chosen.ok) return chosen
  const { path, confirmed } = chosen.value
  // The system's dialogue has asked about replacing already.
  const written = await writeExport(path, bytes, confirmed ? 'replace' : ifExists, writtenHash(context.database(), path), { verify })
  if (!written.ok) return { ok: false, error: { ...written.error, data: { token: context.grants.grant(path), name: basename(path) } } }
  noteWritten(context.database(), written.value.path, about, sha256(bytes), context.now())
  return ok({ path: written.value.path, folder: dirname(written.value.path), token: context.grants.grant(written.value.path) })
}
