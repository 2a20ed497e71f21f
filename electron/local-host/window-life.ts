import type { ChildProcess } from 'node:child_process'

const look = 500
/** A reload breaks the connection for a moment; that is not the end. */
const patience = 3000
/** Where another browser process of this profile took the window over, ours ends at once and the window is still to come. */
const patienceForHandover = 20_000
const handoverLimit = 10_000

export type WindowEnd = 'closed' | 'failed'

/**
 * Waits until the window that `browser` shows, and every other that is connected, is closed.
 * @returns 'failed' where the browser ended with an error before a page was ever shown.
 */
export async function untilWindowsClosed(browser: ChildProcess, clients: () => number): Promise<WindowEnd> {
  const started = Date.now()
  let wasConnected = false
  const watch = setInterval(() => { wasConnected ||= clients() > 0 }, look)
  const code = await untilExit(browser)
  clearInterval(watch)
  if (code !== 0 && !wasConnected && clients() === 0) return 'failed'
  const grace = Date.now() - started < handoverLimit ? patienceForHandover : patience
  await untilAlone(clients, grace, wasConnected)
  return 'closed'
}

function untilExit(browser: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (browser.exitCode !== null || browser.signalCode !== null) return resolve(browser.exitCode)
    browser.on('error', () => resolve(-1))
    browser.on('exit', (code) => resolve(code))
  })
}

async function untilAlone(clients: () => number, grace: number, wasConnected: boolean): Promise<void> {
  let lastSeen = Date.now()
  let patienceLeft = wasConnected ? patience : grace
  while (Date.now() - lastSeen < patienceLeft) {
    if (clients() > 0) {
      lastSeen = Date.now()
      patienceLeft = patience
    }
    await new Promise((resolve) => { setTimeout(resolve, look) })
  }
}
