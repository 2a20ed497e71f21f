/** Which versions stay as time passes: all of the last hour, one an hour for a day, one a day after that; named ones always. */

const hour = 3_600_000
const day = 24 * hour

export interface VersionAge {
  readonly id: number
  /** Milliseconds since 1970. */
  readonly savedAt: number
  readonly name: string | null
  readonly reason: string
}

/** A version somebody may look for by what happened stays whatever its age. */
const keptReasons: ReadonlySet<string> = new Set(['named', 'conflict', 'imported', 'created', 'restored'])

/** @returns the ids to delete. The newest of each hour or day stays, and always the newest of all. */
export function versionsToDrop(versions: readonly VersionAge[], now: number): number[] {
  const newestFirst = versions.toSorted((a, b) => b.savedAt - a.savedAt || b.id - a.id)
  const taken = new Set<string>()
  const drop: number[] = []
  newestFirst.forEach((version, index) => {
    const age = now - version.savedAt
    if (index === 0 || version.name !== null || keptReasons.has(version.reason) || age < hour) return
    const bucket = age < day ? `hour ${Math.floor(version.savedAt / hour)}` : `day ${Math.floor(version.savedAt / day)}`
    if (taken.has(bucket)) drop.push(version.id)
    else taken.add(bucket)
  })
  return drop
}
