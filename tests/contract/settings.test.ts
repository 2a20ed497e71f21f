/** Settings over every host, and what the back end does with values it can no longer read. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSqlite } from '../../electron/backend/runtime-guard.ts'
import { databaseName } from '../../electron/backend/storage/open-database.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'
import { defaultSettings } from '../../shared/settings/settings.ts'
import { emptyUnitProfile, type UnitProfile } from '../../shared/settings/unit-profile.ts'
import { hostNames, openHost, type OpenHost } from '../support/hosts.ts'
import { callAs, makeClock, makeTempFolder, must, openTestBackend } from '../support/test-backend.ts'

let temp: ReturnType<typeof makeTempFolder>
beforeEach(() => { temp = makeTempFolder() })
afterEach(() => temp.remove())

const profile: UnitProfile = {
  ...emptyUnitProfile, fullName: '青禾县水务局', shortName: '县水务局', kind: '党组', superiors: ['青禾县人民政府'],
  leaders: [{ name: '江一帆', post: '党组书记、局长' }, { name: '何二川', post: '副局长' }],
  people: [{ name: '沈三秋', post: '科长', office: '办公室' }], offices: ['办公室', '河湖科'],
}

describe.each(hostNames)('U1 settings over %s', (hostName) => {
  let host: OpenHost
  const open = () => openHost(hostName, () => openTestBackend({ dataFolder: temp.folder, clock: makeClock().clock }))
  beforeEach(async () => { host = await open() })
  afterEach(() => host.close())

  it('U1 gives the defaults where nothing was set', async () => {
    expect(await must(host, 'settings.read', {})).toEqual({ settings: defaultSettings, unreadable: [], savedAt: null })
  })

  it('U1 S10 stores one setting, leaves the others, and has it after a restart', async () => {
    const written = await must(host, 'settings.write', { setting: { name: 'unitProfile', value: profile }, clientId: 'a' })
    expect(written.setting).toEqual({ name: 'unitProfile', value: profile })
    await must(host, 'settings.write', { setting: { name: 'ledgerDays', value: { green: 30, yellow: 7 } }, clientId: 'a' })
    await host.close()
    host = await open()
    const { settings, savedAt } = await must(host, 'settings.read', {})
    expect(settings).toEqual({ ...defaultSettings, unitProfile: profile, ledgerDays: { green: 30, yellow: 7 } })
    expect(savedAt).toBe(written.savedAt)
  })

  it('U1 refuses values without sense with one typed failure, and keeps what was set', async () => {
    await must(host, 'settings.write', { setting: { name: 'ledgerDays', value: { green: 30, yellow: 7 } }, clientId: 'a' })
    const bad: unknown[] = [
      { name: 'ledgerDays', value: { green: 10, yellow: 10 } },
      { name: 'ledgerDays', value: { green: 5, yellow: -1 } },
      { name: 'ledgerDays', value: { green: 20.5, yellow: 10 } },
      { name: 'ledgerDays', value: { green: 20, yellow: 10, blue: 5 } },
      { name: 'ledgerColumns', value: { columns: [] } },
      { name: 'ledgerColumns', value: { columns: [{ field: 'number', title: '序号' }, { field: 'number', title: '号' }] } },
      { name: 'ledgerColumns', value: { columns: [{ field: 'nothing', title: '序号' }] } },
      { name: 'unitProfile', value: { ...profile, fullName: '两\n行' } },
      { name: 'unitProfile', value: { ...profile, shortName: '长'.repeat(41) } },
      { name: 'unitProfile', value: { ...profile, leaders: Array.from({ length: 61 }, () => ({ name: '甲', post: '' })) } },
      { name: 'nothing', value: 1 },
    ]
    for (const setting of bad) expect(await host.call('settings.write', { setting, clientId: 'a' }), JSON.stringify(setting).slice(0, 80)).toMatchObject({ ok: false, error: { code: 'SETTING_INVALID' } })
    expect((await must(host, 'settings.read', {})).settings.ledgerDays).toEqual({ green: 30, yellow: 7 })
  })

  it('U1 writes nothing over what another window has set since', async () => {
    await must(host, 'settings.write', { setting: { name: 'unitProfile', value: profile, base: emptyUnitProfile }, clientId: 'a' })
    const late = await callAs(host, 'settings.write', { setting: { name: 'unitProfile', value: { ...emptyUnitProfile, kind: '党委' }, base: emptyUnitProfile }, clientId: 'b' })
    expect(late).toMatchObject({ ok: false, error: { code: 'SETTING_CHANGED', data: { value: profile } } })
    expect((await must(host, 'settings.read', {})).settings.unitProfile).toEqual(profile)
  })

  it('U1 tells every window which setting was changed, and by whom', async () => {
    const events: BackendEvent[] = []
    const stop = host.subscribe((event) => events.push(event))
    await new Promise((resolve) => setTimeout(resolve, 150))
    await must(host, 'settings.write', { setting: { name: 'ledgerDays', value: { green: 15, yellow: 5 } }, clientId: 'window-a' })
    await expect.poll(() => events).toContainEqual({ type: 'settings-changed', name: 'ledgerDays', clientId: 'window-a' })
    stop()
  })
})

describe('S10 stored settings', () => {
  const edit = (change: string, ...values: readonly string[]): void => {
    const database = new (loadSqlite())(join(temp.folder, databaseName))
    database.prepare(change).run(...values)
    database.close()
  }
  const rows = () => {
    const database = new (loadSqlite())(join(temp.folder, databaseName))
    const found = database.prepare<[], { name: string; value: string }>('SELECT name, value FROM settings ORDER BY name').all()
    database.close()
    return found
  }

  it.each([['broken JSON', '{"fullName":'], ['of a shape unknown here', '{"fullName":"青禾县水务局","logo":"x"}'], ['null', 'null']])('S10 a value that is %s is reported, its default used, and it stays in the table', async (_what, value) => {
    const first = await openTestBackend({ dataFolder: temp.folder })
    await must(first, 'settings.write', { setting: { name: 'ledgerDays', value: { green: 30, yellow: 7 } }, clientId: 'a' })
    await first.close()
    edit('INSERT INTO settings VALUES (?, ?, 5)', 'unitProfile', value)
    const second = await openTestBackend({ dataFolder: temp.folder })
    const read = await must(second, 'settings.read', {})
    expect(read.unreadable.map(({ name }) => name)).toEqual(['unitProfile'])
    expect(read.unreadable[0]!.message).toContain('没有丢失')
    expect(read.settings).toEqual({ ...defaultSettings, ledgerDays: { green: 30, yellow: 7 } })
    // Written anew, the old value goes on beside it.
    await must(second, 'settings.write', { setting: { name: 'unitProfile', value: profile }, clientId: 'a' })
    expect((await must(second, 'settings.read', {})).unreadable).toEqual([])
    await second.close()
    expect(rows().map((row) => row.name.replace(/#.*/, '#'))).toEqual(['ledgerDays', 'unitProfile', 'unitProfile#'])
    expect(rows().at(-1)!.value).toBe(value)
  })

  it('S10 a profile with fewer fields than today is read, what is missing is empty', async () => {
    await (await openTestBackend({ dataFolder: temp.folder })).close()
    edit('INSERT INTO settings VALUES (?, ?, 5)', 'unitProfile', '{"fullName":"青禾县水务局","leaders":[{"name":"江一帆"}]}')
    const backend = await openTestBackend({ dataFolder: temp.folder })
    const { settings, unreadable } = await must(backend, 'settings.read', {})
    expect(unreadable).toEqual([])
    expect(settings.unitProfile).toEqual({ ...emptyUnitProfile, fullName: '青禾县水务局', leaders: [{ name: '江一帆', post: '' }] })
    await backend.close()
  })

  it('S5 S10 settings are salvaged from a damaged database together with the drafts', async () => {
    const first = await openTestBackend({ dataFolder: temp.folder })
    await must(first, 'settings.write', { setting: { name: 'unitProfile', value: profile }, clientId: 'a' })
    await must(first, 'drafts.create', { kind: 'team-plan' })
    await first.close()
    const path = join(temp.folder, databaseName)
    const database = new (loadSqlite())(path)
    const root = database.prepare<[], { rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'versions'").get()!.rootpage
    const size = database.pragma('page_size', { simple: true }) as number
    database.close()
    const { openSync, writeSync, closeSync } = await import('node:fs')
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.alloc(size, 0x5a), 0, size, (root - 1) * size)
    closeSync(file)
    const backend = await openTestBackend({ dataFolder: temp.folder })
    expect((await must(backend, 'app.info', {})).recovery).not.toBeNull()
    expect(await must(backend, 'recovery.salvage', {})).toEqual({ drafts: 1, contents: {} })
    expect((await must(backend, 'settings.read', {})).settings.unitProfile).toEqual(profile)
    await backend.close()
  })

  it('says that the database is damaged before it reads any', async () => {
    writeFileSync(join(temp.folder, databaseName), 'no database, and long enough to have a head')
    const backend = await openTestBackend({ dataFolder: temp.folder })
    expect(await callAs(backend, 'settings.read', {})).toMatchObject({ ok: false, error: { code: 'DATABASE_DAMAGED' } })
    await backend.close()
  })
})
