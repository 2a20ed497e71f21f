import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../shared/contract/errors.ts'
import { createAutosave, type SaveState } from '../../renderer/editor/autosave.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(answer: () => Result<{ savedAt: string }> = () => ok({ savedAt: 'now' }), takes = 40) {
  const times: number[] = []
  const states: SaveState[] = []
  const autosave = createAutosave({
    now: () => Date.now(),
    onState: (state) => states.push(state),
    save: () => new Promise((resolve) => {
      times.push(Date.now())
      setTimeout(() => resolve(answer()), takes)
    }),
  })
  return { autosave, times, states, last: () => states.at(-1)!.kind }
}

describe('E7 autosave', () => {
  it('is acknowledged within 1 s of the last key', async () => {
    const { autosave, last } = setUp()
    autosave.changed()
    await vi.advanceTimersByTimeAsync(1000)
    expect(last()).toBe('saved')
    expect(autosave.hasUnsaved()).toBe(false)
  })

  it('is acknowledged within 3 s of the first key while typing goes on', async () => {
    const { autosave, states } = setUp()
    for (let time = 0; time < 3000; time += 100) {
      autosave.changed()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(states.some((state) => state.kind === 'saving')).toBe(true)
    expect(states.filter((state) => state.kind === 'saved' || state.kind === 'dirty').length).toBeGreaterThan(1)
  })

  it('saves again what was typed while a save ran, and never two at once', async () => {
    const { autosave, times, last } = setUp(undefined, 300)
    autosave.changed()
    await vi.advanceTimersByTimeAsync(600)
    autosave.changed()
    expect(last()).toBe('saving')
    await vi.advanceTimersByTimeAsync(250)
    expect(last()).toBe('dirty')
    await vi.advanceTimersByTimeAsync(1000)
    expect(times.length).toBe(2)
    expect(last()).toBe('saved')
  })

  it('says that a save failed, keeps the change and tries again', async () => {
    let broken = true
    const { autosave, last, times } = setUp(() => (broken ? fail('DISK_FULL') : ok({ savedAt: 'later' })))
    autosave.changed()
    await vi.advanceTimersByTimeAsync(700)
    expect(last()).toBe('failed')
    expect(autosave.hasUnsaved()).toBe(true)
    broken = false
    await vi.advanceTimersByTimeAsync(6000)
    expect(last()).toBe('saved')
    expect(times.length).toBe(2)
  })

  it('S2 stops at a conflict until the writer has decided', async () => {
    let conflict = true
    const { autosave, last, times } = setUp(() => (conflict ? fail('REVISION_CONFLICT') : ok({ savedAt: 'x' })))
    autosave.changed()
    await vi.advanceTimersByTimeAsync(700)
    expect(last()).toBe('conflict')
    autosave.changed()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(times.length).toBe(1)
    conflict = false
    autosave.resume(undefined)
    await vi.advanceTimersByTimeAsync(100)
    expect(last()).toBe('saved')
  })

  it('flush saves at once and resolves when all is saved', async () => {
    const { autosave } = setUp()
    autosave.changed()
    const flushed = autosave.flush()
    await vi.advanceTimersByTimeAsync(60)
    await flushed
    expect(autosave.hasUnsaved()).toBe(false)
  })
})
