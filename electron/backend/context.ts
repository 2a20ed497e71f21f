import type { Database } from 'better-sqlite3'
import type { BackendEvent } from '../../shared/contract/events.ts'
import type { Grants } from './files/grants.ts'
import type { LongJobs } from './jobs/long-jobs.ts'
import type { WorkerPool } from './jobs/worker-pool.ts'
import type { Leases } from './leases.ts'
import type { BackendOptions } from './ports.ts'
import type { Resources } from './resources.ts'
import type { DatabaseHolder } from './storage/database-holder.ts'

/** What handlers work with. */
export interface Context {
  readonly options: BackendOptions
  readonly holder: DatabaseHolder
  /** The open database; dispatch has made sure that there is one. */
  readonly database: () => Database
  readonly jobs: WorkerPool
  readonly longJobs: LongJobs
  readonly leases: Leases
  readonly resources: Resources
  readonly grants: Grants
  readonly emit: (event: BackendEvent) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}
