import { describe, expect, it } from 'vitest'
import { createLeases, leaseCheckMs, leaseLifeMs } from '../../electron/backend/leases.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'

function setUp(patienceMs = 40) {
  const events: BackendEvent[] = []
  const time = { now: 1_700_000_000_000, ticks: 0 }
  const leases = createLeases({ emit: (event) => events.push(event), now: () => time.now, ticks: () => time.ticks, patienceMs })
  const pass = (milliseconds: number) => {
    time.now += milliseconds
    time.ticks += milliseconds
  }
  const holders = () => events.flatMap((event) => (event.type === 'draft-lease' ? [event.holder] : []))
  return { leases, events, time, pass, holders }
}

describe('S11 leases', () => {
  it('S11 the first window edits, the second is told since when', () => {
    const { leases, time, pass } = setUp()
    expect(leases.renew('d', 'a')).toEqual({ mine: true, since: time.now })
    const since = time.now
    pass(4000)
    expect(leases.renew('d', 'b')).toEqual({ mine: false, since })
    expect(leases.renew('other', 'b')).toEqual({ mine: true, since: time.now })
  })

  it('S11 lives as long as it is renewed, and is free and told of 15 s after the last sign', () => {
    const { leases, pass, holders } = setUp()
    leases.renew('d', 'a')
    for (let count = 0; count < 6; count += 1) {
      pass(leaseCheckMs)
      leases.check()
      leases.renew('d', 'a')
    }
    expect(leases.look('d', 'b')).toMatchObject({ mine: false, since: expect.any(Number) as number })
    for (let count = 0; count < leaseLifeMs / leaseCheckMs + 1; count += 1) {
      pass(leaseCheckMs)
      leases.check()
    }
    expect(holders()).toEqual(['a', null])
    expect(leases.renew('d', 'b').mine).toBe(true)
  })

  it('S11 goes back to its last holder at the next save, if nobody else took it', () => {
    const { leases, pass } = setUp()
    leases.renew('d', 'a')
    pass(leaseLifeMs + 1)
    leases.saved('d', 'b')
    expect(leases.look('d', 'b')).toEqual({ mine: false, since: null })
    leases.saved('d', 'a')
    expect(leases.look('d', 'a').mine).toBe(true)
    pass(leaseLifeMs + 1)
    leases.renew('d', 'b')
    leases.saved('d', 'a')
    expect(leases.look('d', 'b').mine).toBe(true)
  })

  it('S11 after the machine slept everybody has time to answer', () => {
    const { leases, pass, holders } = setUp()
    leases.renew('d', 'a')
    leases.check()
    pass(3_600_000)
    leases.check()
    expect(holders()).toEqual(['a'])
    expect(leases.renew('d', 'a').mine).toBe(true)
  })

  it('S11 a clock that is set changes nothing', () => {
    const { leases, time } = setUp()
    leases.renew('d', 'a')
    time.now += 86_400_000
    expect(leases.renew('d', 'b').mine).toBe(false)
  })

  it('S11 a take-over asks the holder first and waits for it', async () => {
    const { leases, events } = setUp(60_000)
    leases.renew('d', 'a')
    const taking = leases.take('d', 'b')
    expect(events.at(-1)).toEqual({ type: 'draft-lease-wanted', draftId: 'd', holder: 'a', by: 'b' })
    let done = false
    void taking.then(() => { done = true })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(done).toBe(false)
    expect(leases.look('d', 'a').mine).toBe(true)
    expect(leases.handOver('d', 'a', 'b').mine).toBe(false)
    expect((await taking).mine).toBe(true)
  })

  it('S11 a take-over of a holder that does not answer goes ahead', async () => {
    const { leases, holders } = setUp()
    leases.renew('d', 'a')
    expect((await leases.take('d', 'b')).mine).toBe(true)
    expect(holders()).toEqual(['a', 'b'])
    // Too late now, and no business of others.
    leases.handOver('d', 'a', 'a')
    leases.release('d', 'a')
    leases.leave('a')
    expect(leases.look('d', 'b').mine).toBe(true)
  })

  it('S11 a window that is gone frees all it held', () => {
    const { leases, holders } = setUp()
    leases.renew('d', 'a')
    leases.renew('e', 'a')
    leases.renew('f', 'b')
    leases.leave('a')
    expect(leases.look('d', 'x').since ?? leases.look('e', 'x').since).toBeNull()
    expect(leases.look('f', 'b').mine).toBe(true)
    expect(holders().filter((holder) => holder === null)).toHaveLength(2)
  })
})
