/** Composition root: storage, workers and handlers behind one `call`. */
import type { Database } from 'better-sqlite3'
import type { Backend } from '../../shared/contract/backend.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'
import { createDispatch, type Handlers } from './dispatch.ts'
import type { Context } from './context.ts'
import { appHandlers } from './handlers/app.ts'
import { aspectHandlers } from './handlers/aspects.ts'
import { createGrants } from './files/grants.ts'
import { collectHandlers } from './handlers/collect.ts'
import { comparisonHandlers } from './handlers/comparison.ts'
import { deidentifyHandlers } from './handlers/deidentify.ts'
import { draftHandlers } from './handlers/drafts.ts'
import { exchangeHandlers } from './handlers/exchange.ts'
import { exportHandlers } from './handlers/exports.ts'
import { finalHandlers } from './handlers/final.ts'
import { importFileHandlers } from './handlers/import-files.ts'
import { importHandlers } from './handlers/imports.ts'
import { layoutHandlers } from './handlers/layouts.ts'
import { leaseHandlers } from './handlers/leases.ts'
import { ledgerHandlers } from './handlers/ledger.ts'
import { ledgerContentHandlers } from './handlers/ledger-contents.ts'
import { ledgerListHandlers } from './handlers/ledger-lists.ts'
import { batchExportHandlers } from './handlers/batch-export.ts'
import { libraryHandlers } from './handlers/library.ts'
import { packageListHandlers } from './handlers/package-lists.ts'
import { packageRecordHandlers } from './handlers/package-records.ts'
import { mergeMembersHandlers } from './handlers/merge-members.ts'
import { paperTemplateHandlers } from './handlers/paper-templates.ts'
import { printHandlers } from './handlers/prints.ts'
import { recoveryHandlers } from './handlers/recovery.ts'
import { settingsHandlers } from './handlers/settings.ts'
import { snippetHandlers } from './handlers/snippets.ts'
import { templateHandlers } from './handlers/templates.ts'
import { versionHandlers } from './handlers/versions.ts'
import { createLongJobs } from './jobs/long-jobs.ts'
import { createWorkerPool } from './jobs/worker-pool.ts'
import { createLeases, leaseCheckMs } from './leases.ts'
import type { BackendOptions } from './ports.ts'
import { loadResources } from './resources.ts'
import { backupIsDue, makeBackup } from './storage/backup.ts'
import { holdDatabase, StartError } from './storage/database-holder.ts'
import { indexChanged } from './storage/search-index.ts'

export { StartError }

const indexDelay = 1500
const indexBatch = 4

/** Indexes changed drafts a few at a time while nothing else happens. */
function backgroundIndex(database: () => Database | undefined, log: BackendOptions['log']): { wake: () => void; stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  const tick = (delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      const open = database()
      if (!open) return
      try {
        if (indexChanged(open, indexBatch)) tick(10)
      } catch (error) {
        // The index is made again from the drafts at any time; a full disk shows itself at the next save.
        log.error('indexing failed', { error: String(error) })
      }
    }, delay)
    timer.unref()
  }
  return { wake: () => tick(indexDelay), stop: () => clearTimeout(timer) }
}

/** @throws StartError with a message for the writer where the data folder cannot be used. */
export async function createBackend(options: BackendOptions): Promise<Backend> {
  const resources = loadResources(options.resourcesFolder)
  const holder = holdDatabase(options.dataFolder, options.clock)
  const jobs = createWorkerPool(options.workerUrl, undefined, { convert: options.convert ?? true })
  const longJobs = createLongJobs()
  const listeners = new Set<(event: BackendEvent) => void>()
  const indexer = backgroundIndex(holder.database, options.log)

  const emit = (event: BackendEvent) => {
    if (event.type === 'draft-saved' || event.type === 'library-changed') indexer.wake()
    for (const listener of listeners) listener(event)
  }
  const now = () => options.clock().getTime()
  const leases = createLeases({ emit, now })
  const leaseCheck = setInterval(leases.check, leaseCheckMs)
  leaseCheck.unref()
  const context: Context = {
    options, holder, jobs, longJobs, leases, resources, emit, now, grants: createGrants(options.ids),
    database: () => {
      const database = holder.database()
      if (!database) throw new Error('no open database')
      return database
    },
  }
  const handlers: Handlers = {
    ...appHandlers(context), ...libraryHandlers(context), ...draftHandlers(context), ...finalHandlers(context), ...versionHandlers(context),
    ...importHandlers(context), ...importFileHandlers(context), ...exportHandlers(context), ...ledgerHandlers(context), ...ledgerListHandlers(context), ...recoveryHandlers(context), ...settingsHandlers(context), ...leaseHandlers(context),
    ...comparisonHandlers(context), ...layoutHandlers(context), ...templateHandlers(context),
    ...printHandlers(context), ...batchExportHandlers(context), ...exchangeHandlers(context), ...packageListHandlers(context), ...packageRecordHandlers(context),
    ...snippetHandlers(context),
    ...ledgerContentHandlers(context), ...collectHandlers(context), ...mergeMembersHandlers(context),
    ...deidentifyHandlers(context),
    ...paperTemplateHandlers(context), ...aspectHandlers(context),
  }
  const call = createDispatch({ handlers, log: options.log, ids: options.ids, isReady: () => holder.database() !== undefined })

  let backup: Promise<unknown> = Promise.resolve()
  const database = holder.database()
  if (database && options.ports.host !== 'command-line' && backupIsDue(options.dataFolder, options.clock())) {
    backup = makeBackup(database, options.dataFolder, options.clock())
      .catch((error: unknown) => options.log.error('backup failed', { error: String(error) }))
  }
  indexer.wake()
  const unwatch = options.ports.offered?.watch(() => emit({ type: 'package-offered' }))

  let closing: Promise<void> | undefined
  return {
    call,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => (closing ??= (async () => {
      indexer.stop()
      unwatch?.()
      clearInterval(leaseCheck)
      longJobs.cancelAll()
      await jobs.close()
      await options.ports.close?.()
      await backup
      holder.close()
    })()),
  }
}
