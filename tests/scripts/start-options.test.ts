import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

interface Options {
  readonly problem?: string
  readonly help?: boolean
  readonly host?: string
  readonly data?: string
  readonly port?: string
  readonly packages?: readonly string[]
}
const { parseStartOptions } = await import(new URL('../../scripts/steps/start-options.mjs', import.meta.url).href) as { parseStartOptions: (args: readonly string[]) => Options }

describe('npm start', () => {
  test('chooses by itself unless told', () => {
    expect(parseStartOptions([])).toEqual({ help: false, host: 'either', data: undefined, port: undefined, packages: [] })
    expect(parseStartOptions(['--browser']).host).toBe('browser')
    expect(parseStartOptions(['--desktop']).host).toBe('desktop')
    expect(parseStartOptions(['--port', '4321'])).toMatchObject({ host: 'browser', port: '4321' })
  })

  test('takes a data folder from where the caller stands', () => {
    expect(parseStartOptions(['--data', '资料 夹']).data).toBe(resolve('资料 夹'))
  })

  test('Z20 takes packages from where the caller stands', () => {
    expect(parseStartOptions(['来件.zgx', '--browser', '/盘/B.ZGX'])).toMatchObject({ host: 'browser', packages: [resolve('来件.zgx'), '/盘/B.ZGX'] })
  })

  test.each([
    [['--what']], [['more']], [['--browser', '--desktop']], [['--desktop', '--port', '4321']],
    [['--port', '80']], [['--port', '65536']], [['--port', 'x']], [['--port']], [['--data']], [['--data', '']],
  ])('does not understand %j', (args) => {
    expect(parseStartOptions(args).problem).toMatch(/\p{Script=Han}/u)
  })

  test('ends with 2 and the usage where it does not understand, with 0 where it is asked for', () => {
    const run = (...args: readonly string[]) => spawnSync(process.execPath, [join(root, 'scripts', 'start.mjs'), ...args], { encoding: 'utf8' })
    const wrong = run('--what')
    expect([wrong.status, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr).toMatch(/^无法识别的选项：--what\n\n用法/)
    const help = run('--help')
    expect([help.status, help.stderr]).toEqual([0, ''])
    expect(help.stdout).toContain('--browser')
  })

  test('says plainly that a desktop needs a display', () => {
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
    const answer = spawnSync(process.execPath, [join(root, 'scripts', 'start.mjs'), '--desktop'], { encoding: 'utf8', env })
    expect(answer.status).toBe(process.platform === 'linux' ? 1 : answer.status)
    if (process.platform === 'linux') expect(answer.stderr).toContain('没有图形界面')
  })
})
