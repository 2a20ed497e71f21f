/**
 * better-sqlite3 13 needs Node-API of Node 22 and crashes without a message on older ones, so the version is looked at
 * before it is loaded.
 */
import { createRequire } from 'node:module'
import type BetterSqlite3 from 'better-sqlite3'

export const oldestNode = 22

/** @throws an error in plain words where the running Node is too old. */
export function guardRuntime(version: string = process.versions.node): void {
  const major = Number(version.split('.')[0])
  if (!(major >= oldestNode)) {
    throw new Error(`整稿需要 Node.js ${oldestNode} 或更新版本，现在运行的是 ${version}。请用 npm start 启动，它会使用项目自带的版本。`)
  }
}

/** The SQLite driver, loaded only behind the guard. */
export function loadSqlite(): typeof BetterSqlite3 {
  guardRuntime()
  return createRequire(import.meta.url)('better-sqlite3') as typeof BetterSqlite3
}
