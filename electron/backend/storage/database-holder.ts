/** The one open database, or the state of recovery that stands in for it until the writer has decided. */
import type { Database } from 'better-sqlite3'
import type { Recovery } from '../../../shared/contract/procedures.ts'
import type { Failure } from '../../../shared/contract/errors.ts'
import { listBackups } from './backup.ts'
import { openDatabase } from './open-database.ts'
import { salvageDrafts, salvagedContents, salvageTables, type Salvaged } from './salvage.ts'

export interface DatabaseHolder {
  readonly database: () => Database | undefined
  readonly recovery: () => Recovery | undefined
  readonly salvaged: () => readonly Salvaged[]
  /** Opens again after a backup was put in place, or, with `create`, begins empty. A failure leaves recovery open. */
  readonly reopen: (create: boolean) => Failure | undefined
  readonly close: () => void
}

/** @throws StartError where the database cannot be used at all (locked, newer, no access). */
export class StartError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

export function holdDatabase(dataFolder: string, clock: () => Date): DatabaseHolder {
  let database: Database | undefined
  let recovery: Recovery | undefined
  let salvaged: readonly Salvaged[] = []

  const open = (create: boolean): Failure | undefined => {
    const outcome = openDatabase(dataFolder, clock(), create)
    if (outcome.kind === 'failed') return outcome.error
    if (outcome.kind === 'ready') {
      database = outcome.database
      recovery = undefined
      return undefined
    }
    salvaged = salvageDrafts(outcome.damagedFile)
    recovery = { damagedFile: outcome.damagedFile, backups: listBackups(dataFolder), salvageable: salvaged.length, contents: salvagedContents(salvageTables(outcome.damagedFile)) }
    return undefined
  }

  const failed = open(false)
  if (failed) throw new StartError(failed)
  return {
    database: () => database,
    recovery: () => recovery,
    salvaged: () => salvaged,
    reopen: open,
    close: () => {
      database?.close()
      database = undefined
    },
  }
}
