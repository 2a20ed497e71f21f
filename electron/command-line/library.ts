/** The command line's way into a data folder: the same back end as the app, called directly. */
import { randomUUID } from 'node:crypto'
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
