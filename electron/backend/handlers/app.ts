import { ok } from '../../../shared/contract/errors.ts'
import type { Handler } from '../dispatch.ts'
import type { Context } from '../context.ts'

export function appHandlers(context: Context): { readonly 'app.info': Handler<'app.info'>; readonly 'jobs.cancel': Handler<'jobs.cancel'> } {
  const { options } = context
  return {
    'app.info': () => ok({
      version: options.version,
      host: options.ports.host,
      dataFolder: options.dataFolder,
      canChoosePath: options.ports.chooseSavePath !== undefined,
      recovery: context.holder.recovery() ?? null,
    }),
    'jobs.cancel': ({ jobId }) => {
      context.jobs.cancel(jobId)
      context.longJobs.cancel(jobId)
      return ok({})
    },
  }
}
