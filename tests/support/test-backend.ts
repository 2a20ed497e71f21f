/** A real back end in a folder of its own: real SQLite, real worker threads, the shipped resources. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBackend } from '../../electron/backend/create-backend.ts'
import type { BackendOptions } from '../../electron/backend/ports.ts'
import type { Backend } from '../../shared/contract/backend.ts'
import type { Result } from '../../shared/contract/errors.ts'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'

export const projectFolder = join(import.meta.dirname, '../..')
/**
 * The built worker, as the program runs it. The .ts file would do, but Node strips types with WebAssembly, and in threads
 * that come and go V8 of Node 24.21 now and then frees code another thread still holds and ends the process (SIGSEGV in
 * wasm::NativeModule::FreeCode).
 */
export const workerUrl = new URL('../../dist/electron/worker.js', import.meta.url)

export function makeTempFolder(prefix = 'zhenggao-test-'): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface TestClock {
  readonly clock: () => Date
  readonly advance: (milliseconds: number) => void
}

export function makeClock(start = Date.UTC(2023, 10, 9, 2, 30)): TestClock {
  let now = start
  return { clock: () => new Date(now), advance: (milliseconds) => { now += milliseconds } }
}

export interface TestOptions {
  readonly dataFolder: string
  readonly clock?: () => Date
  readonly ports?: Partial<BackendOptions['ports']>
  readonly onError?: (message: string, fields: unknown) => void
}

let nextId = 0

export function testBackendOptions({ dataFolder, clock, ports, onError }: TestOptions): BackendOptions {
  return {
    dataFolder, resourcesFolder: join(projectFolder, 'resources'), version: '0.0.0', workerUrl,
    clock: clock ?? (() => new Date()),
    ids: () => `id${(nextId += 1)}`,
    log: { info: () => {}, error: (message, fields) => onError?.(message, fields) },
    ports: { host: 'test', exportFolder: join(dataFolder, 'exports'), revealFile: () => Promise.resolve(), ...ports },
  }
}

export function openTestBackend(options: TestOptions): Promise<Backend> {
  return createBackend(testBackendOptions(options))
}

/** A typed call; the envelope as the result it carries. */
export async function callAs<N extends ProcedureName>(backend: Pick<Backend, 'call'>, name: N, input: ProcedureInput<N>): Promise<Result<ProcedureOutput<N>>> {
  return (await backend.call(name, input)) as Result<ProcedureOutput<N>>
}

/** The value of a call that must succeed. */
export async function must<N extends ProcedureName>(backend: Pick<Backend, 'call'>, name: N, input: ProcedureInput<N>): Promise<ProcedureOutput<N>> {
  const result = await callAs(backend, name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`)
  return result.value
}
