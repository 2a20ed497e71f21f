/** Numbered migrations, each in one transaction that also sets user_version. */
import type { Database } from 'better-sqlite3'
import { migration0001 } from './migrations/0001-drafts.ts'
import { migration0002 } from './migrations/0002-versions.ts'
import { migration0003 } from './migrations/0003-imports.ts'
import { migration0004 } from './migrations/0004-search.ts'
import { migration0005 } from './migrations/0005-exports.ts'
import { migration0006 } from './migrations/0006-settings.ts'
import { migration0007 } from './migrations/0007-layouts.ts'
import { migration0008 } from './migrations/0008-word-templates.ts'
import { migration0009 } from './migrations/0009-import-hashes.ts'
import { migration0010 } from './migrations/0010-exchange.ts'
import { migration0011 } from './migrations/0011-contents.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  readonly up: (database: Database) => void
}

/** In order, without a gap. A migration that has landed is never changed. */
export const migrations: readonly Migration[] = [migration0001, migration0002, migration0003, migration0004, migration0005, migration0006, migration0007, migration0008, migration0009, migration0010, migration0011]

export const latestVersion = migrations.at(-1)!.version

export function schemaVersion(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

/** Brings the database up to `target`. Throws, with everything as before the failing step, where one fails. */
export function migrate(database: Database, target: number = latestVersion): void {
  for (const migration of migrations) {
    if (migration.version <= schemaVersion(database) || migration.version > target) continue
    database.transaction(() => {
      migration.up(database)
      database.pragma(`user_version = ${migration.version}`)
    }).immediate()
  }
}
