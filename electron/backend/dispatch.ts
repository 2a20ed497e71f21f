/** Parse input → handler → check output. The only catch around handlers. */
import type { ZodType } from 'zod'
import type { Envelope } from '../../shared/contract/envelope.ts'
import { fail, type ErrorCode, type Result } from '../../shared/contract/errors.ts'
import { isProcedureName, procedures, type ProcedureInput, type ProcedureName, type ProcedureOutput } from '../../shared/contract/procedures.ts'
import type { Log } from './ports.ts'
import { storageFailure } from './storage/open-database.ts'

export type Handler<N extends ProcedureName> = (input: ProcedureInput<N>) => Result<ProcedureOutput<N>> | Promise<Result<ProcedureOutput<N>>>
export type Handlers = { readonly [N in ProcedureName]: Handler<N> }

export interface DispatchOptions {
  readonly handlers: Handlers
  readonly log: Log
  readonly ids: () => string
  /** Checked before any handler but those of recovery. */
  readonly isReady: () => boolean
}

const withoutDatabase: ReadonlySet<ProcedureName> = new Set<ProcedureName>([
  'app.info', 'jobs.cancel', 'layouts.list', 'imports.read', 'imports.paste', 'imports.recognise',
  'recovery.restoreBackup', 'recovery.salvage', 'recovery.startEmpty',
])

/** Where what the writer entered may be at fault, the answer says so in its own words. */
const invalidInput: Partial<Record<ProcedureName, ErrorCode>> = { 'drafts.save': 'DRAFT_INVALID', 'settings.write': 'SETTING_INVALID', 'layouts.save': 'LAYOUT_INVALID', 'snippets.save': 'SNIPPET_INVALID', 'paperTemplates.save': 'PAPER_TEMPLATE_INVALID', 'aspects.save': 'ASPECTS_INVALID' }

export function createDispatch({ handlers, log, ids, isReady }: DispatchOptions): (name: string, input: unknown) => Promise<Envelope> {
  return async (name, input) => {
    if (!isProcedureName(name)) {
      log.error('unknown procedure', { name: String(name).slice(0, 80) })
      return fail('INPUT_INVALID')
    }
    const parsed = (procedures[name].input as ZodType).safeParse(input)
    if (!parsed.success) {
      log.error('invalid input', { name, issue: parsed.error.issues[0]?.message, path: parsed.error.issues[0]?.path.join('.') })
      return fail(invalidInput[name] ?? 'INPUT_INVALID')
    }
    if (!isReady() && !withoutDatabase.has(name)) return fail('DATABASE_DAMAGED')
    try {
      const result = await (handlers[name] as Handler<ProcedureName>)(parsed.data as never)
      if (!result.ok) return result
      return { ok: true, value: (procedures[name].output as ZodType).parse(result.value) }
    } catch (error) {
      const known = storageFailure(error)
      const id = ids()
      log.error('handler failed', { name, id, code: known?.code, error: error instanceof Error ? error.stack : String(error) })
      return known ? { ok: false, error: known } : fail('INTERNAL', { id })
    }
  }
}
