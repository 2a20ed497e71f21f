import { describe, expect, it } from 'vitest'
import { versionsToDrop, type VersionAge } from '../../electron/backend/storage/thin-versions.ts'
import { backupsToDrop } from '../../electron/backend/storage/backup.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const now = Date.UTC(2023, 10, 9, 12)

const every = (step: number, from: number, to: number, name: string | null = null): VersionAge[] => {
  const result: VersionAge[] = []
  for (let age = from; age < to; age += step) result.push({ id: Math.round(age / 1000) + 1, savedAt: now - age, name, reason: 'saved' })
  return result
}

describe('S3 versions thin out', () => {
  it('keeps all of the last hour', () => expect(versionsToDrop(every(minute, 0, hour), now)).toEqual([]))
  it('keeps one an hour for a day and one a day after that', () => {
    const versions = every(10 * minute, 0, 10 * day)
    const kept = versions.length - versionsToDrop(versions, now).length
    // 6 of the last hour, about 23 hours, about 9 days: boundaries of hours and days add one each.
    expect(kept).toBeGreaterThanOrEqual(6 + 23 + 9)
    expect(kept).toBeLessThanOrEqual(6 + 25 + 11)
  })
  it('never drops a named one or the newest', () => {
    expect(versionsToDrop(every(minute, 5 * day, 5 * day + hour, '送审稿'), now)).toEqual([])
    expect(versionsToDrop([{ id: 1, savedAt: now - 90 * day, name: null, reason: 'saved' }], now)).toEqual([])
  })
  it('never drops what an import, a conflict or a restore left', () => {
    const versions: VersionAge[] = ['imported', 'conflict', 'restored', 'created'].map((reason, index) => ({ id: index, savedAt: now - 3 * day, name: null, reason }))
    expect(versionsToDrop([...versions, { id: 9, savedAt: now, name: null, reason: 'saved' }], now)).toEqual([])
  })
  it('is stable: thinning again drops nothing', () => {
    const versions = every(7 * minute, 0, 6 * day)
    const drop = new Set(versionsToDrop(versions, now))
    expect(versionsToDrop(versions.filter((version) => !drop.has(version.id)), now)).toEqual([])
  })
})

describe('S9 backups thin out', () => {
  it('keeps five days and four weeks', () => {
    const files = Array.from({ length: 60 }, (_, index) => ({ name: `b${index}`, time: now - index * day }))
    const kept = files.length - backupsToDrop(files).length
    expect(kept).toBeGreaterThanOrEqual(7)
    expect(kept).toBeLessThanOrEqual(9)
    expect(backupsToDrop(files)).not.toContain('b0')
  })
})
