/** Typed calls over the contract. */
import type { Failure, Result } from '../../shared/contract/errors.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'
import { transport } from './transport.ts'

export async function call<N extends ProcedureName>(name: N, input: ProcedureInput<N>): Promise<Result<ProcedureOutput<N>>> {
  return (await transport.call(name, input)) as Result<ProcedureOutput<N>>
}

export function subscribe(listener: (event: BackendEvent) => void): () => void {
  return transport.subscribe(listener)
}

export function newJobId(): string {
  return crypto.randomUUID()
}

export { clientId } from './client-id.ts'
export type { Failure }
