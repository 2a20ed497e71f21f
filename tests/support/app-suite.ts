/** One running program and one browser for a file of tests; where asked for, a window of its own for each test. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { openBrowser, openWindow, removeData, startApp, type AppWindow, type RunningApp } from './app-window.ts'

export interface AppSuite {
  readonly browser: Browser
  readonly app: RunningApp
}

/** Filled in before the first test of the file; read its fields inside tests only. */
export function useApp(): AppSuite {
  const suite: { browser?: Browser; app?: RunningApp } = {}
  beforeAll(async () => {
    suite.browser = await openBrowser()
    suite.app = await startApp()
  })
  afterAll(async () => {
    await suite.browser?.close()
    await suite.app?.stop()
    if (suite.app) removeData(suite.app)
  })
  return suite as AppSuite
}

/** What overlays the screen first, then the screen, cut to what a log can carry. */
async function visibleText(page: Page): Promise<string> {
  const layers = await page.locator('.ant-modal:visible, .ant-notification-notice:visible, .ant-message-notice:visible, .ant-dropdown:visible').allInnerTexts().catch(() => [])
  const body = await page.locator('body').innerText({ timeout: 2_000 }).catch((cause: unknown) => String(cause))
  return `${page.url()}\n${layers.map((layer) => `[${layer}]`).join('\n')}\n${body.slice(0, 1_500)}`
}

/** A window on the program for each test, which must end without a fault in the page. */
export function useWindow(suite: AppSuite): { readonly window: AppWindow; readonly page: Page } {
  const held: { window?: AppWindow; page?: Page } = {}
  beforeEach(async () => {
    held.window = await openWindow(suite.browser, suite.app)
    held.page = held.window.page
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(`${task.name}: what the window showed:\n${await visibleText(held.page!)}`)
    expect(held.window!.faults).toEqual([])
    await held.window!.context.close()
  })
  return held as { readonly window: AppWindow; readonly page: Page }
}
