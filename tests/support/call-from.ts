/** The library behind a window, asked over the page's own connection. */
import type { Page } from 'playwright-core'
import type { Result } from '../../shared/contract/errors.ts'
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'

/** A call as the page makes it. */
export async function callFrom<N extends ProcedureName>(page: Page, name: N, input: ProcedureInput<N>): Promise<ProcedureOutput<N>> {
  const answer = await page.evaluate(async (body) => (await fetch('/rpc', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).json() as Promise<unknown>, JSON.stringify({ name, input })) as Result<ProcedureOutput<N>>
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.value
}
