/** The command line's way into a data folder: the same back end as the app, called directly. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { envelopeSchema } from '../../shared/contract/envelope.ts'
import type { Failure, Result } from '../../shared/contract/errors.ts'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'
import { createBackend, StartError } from '../backend/create-backend.ts'

export interface Library {
  readonly call: <N extends ProcedureName>(name: N, input: ProcedureInput<N>) => Promise<Result<ProcedureOutput<N>>>
  readonly close: () => Promise<void>
}

export interface Installation {
  readonly resourcesFolder: string
  /** The built renderer, which has the fonts. */
  readonly rendererFolder: string
  readonly version: string
  readonly workerUrl: URL
  readonly defaultDataFolder: string
  /** False: old files are read by our own readers only. */
  readonly convert?: boolean
}

export async function openLibrary(installation: Installation, data: string | undefined): Promise<{ ok: true; value: Library } | { ok: false; error: Failure }> {
  const dataFolder = data ?? installation.defaultDataFolder
  try {
    const backend = await createBackend({
      dataFolder, resourcesFolder: installation.resourcesFolder, version: installation.version, workerUrl: installation.workerUrl, convert: installation.convert ?? true,
      clock: () => new Date(), ids: randomUUID,
      log: { info: () => {}, error: (message, fields) => process.stderr.write(`${message} ${JSON.stringify(fields ?? {})}\n`) },
      ports: { host: 'command-line', exportFolder: join(dataFolder, 'exports'), revealFile: () => Promise.reject(new Error('no screen')) },
    })
    return {
      ok: true,
      value: {
        call: async (name, input) => envelopeSchema.parse(await backend.call(name, input)) as never,
        close: backend.close,
      },
    }
  } catch (error) {
    if (error instanceof StartError) return { ok: false, error: error.failure }
    throw error
  }
}

export interface LibraryOnce {
  /** Opened when first asked for; the same one from then on. */
  readonly open: () => Promise<Result<Library>>
  readonly close: () => Promise<void>
}

export function libraryOnce(installation: Installation, data: string | undefined): LibraryOnce {
  let library: Promise<Result<Library>> | undefined
  return {
    open: () => (library ??= openLibrary(installation, data)),
    close: async () => {
      const opened = await library
      if (opened?.ok === true) await opened.value.close()
    },
  }
}

/** A library is there to look names up in: what is exported comes from it, or its folder was named. It is not made for that. */
export function mayLookInLibrary(sources: readonly string[], data: string | undefined): boolean {
  return sources.some((source) => !existsSync(source)) || (data !== undefined && existsSync(data))
}
