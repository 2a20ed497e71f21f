/** The desktop's messages, with a stand-in for Electron's ipcMain. */
import { describe, expect, test } from 'vitest'
import { callChannel, eventChannel } from '../../electron/desktop/channels.ts'
import { registerIpc, type Receiver } from '../../electron/desktop/ipc-host.ts'
import { createStandInIpcMain } from '../support/hosts.ts'
import { createMemoryBackend } from '../support/memory-backend.ts'

interface StandInWindow extends Receiver {
  readonly received: readonly { readonly channel: string; readonly message: unknown }[]
  readonly destroy: () => void
}

function openWindow(): StandInWindow {
  const received: { channel: string; message: unknown }[] = []
  let destroyed = false
  return {
    received,
    destroy: () => { destroyed = true },
    isDestroyed: () => destroyed,
    send: (channel, message) => {
      if (destroyed) throw new TypeError('Object has been destroyed')
      received.push({ channel, message })
    },
  }
}

function open(isTrusted: (event: object) => boolean = () => true) {
  const backend = createMemoryBackend()
  const ipc = createStandInIpcMain()
  const windows = [openWindow(), openWindow()]
  const dispose = registerIpc(ipc, backend, isTrusted, () => windows)
  return { backend, ipc, windows, dispose, call: (message: unknown, event: object = {}) => ipc.invoke(callChannel, event, message) }
}

describe('calls over ipc', () => {
  test('there is exactly one channel', () => {
    expect(open().ipc.channels()).toEqual([callChannel])
  })

  test('a call is passed on and answered', async () => {
    const { call, backend } = open()
    expect(await call({ name: 'echo', input: { text: '整改' } })).toEqual({ ok: true, value: { text: '整改' } })
    expect(backend.calls).toEqual([{ name: 'echo', input: { text: '整改' } }])
  })

  test('an untrusted sender is refused before anything is looked at', async () => {
    const { call, backend } = open((event) => 'trusted' in event)
    expect(await call({ name: 'echo', input: 1 })).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
    expect(backend.calls).toEqual([])
    expect(await call({ name: 'echo', input: 1 }, { trusted: true })).toEqual({ ok: true, value: 1 })
  })

  const broken: readonly unknown[] = [undefined, null, 'echo', 1, [], {}, { name: 1, input: 1 }, { input: 1 }, { name: 'x'.repeat(81), input: 1 }, { name: 'echo', input: 1, more: 1 }]
  test.each(broken.map((message) => [message]))('%j is refused', async (message) => {
    const { call, backend } = open()
    expect(await call(message)).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
    expect(backend.calls).toEqual([])
  })
})

describe('events over ipc', () => {
  test('reach every window', () => {
    const { backend, windows } = open()
    backend.emit({ type: 'library-changed' })
    for (const window of windows) expect(window.received).toEqual([{ channel: eventChannel, message: { type: 'library-changed' } }])
  })

  test('a closed window does not stop the others', () => {
    const { backend, windows } = open()
    windows[0]?.destroy()
    backend.emit({ type: 'library-changed' })
    expect(windows.map((window) => window.received.length)).toEqual([0, 1])
  })

  test('taken back, neither calls nor events pass', async () => {
    const { backend, windows, ipc, dispose, call } = open()
    dispose()
    backend.emit({ type: 'library-changed' })
    expect(windows.map((window) => window.received.length)).toEqual([0, 0])
    expect(backend.listeners()).toBe(0)
    expect(ipc.channels()).toEqual([])
    await expect(call({ name: 'echo', input: 1 })).rejects.toThrow()
  })
})
