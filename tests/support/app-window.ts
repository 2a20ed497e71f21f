/** The built app over its local host, in Debian's Chromium: a real database, a real browser, no stand-ins. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { projectFolder } from './test-backend.ts'

const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export interface RunningApp {
  readonly address: string
  readonly dataFolder: string
  readonly homeFolder: string
  readonly stop: () => Promise<void>
}

/** Starts the built local host on a folder of its own. @param dataFolder an earlier one, to start again on. */
export async function startApp(dataFolder = mkdtempSync(join(tmpdir(), 'zhenggao-e2e-'))): Promise<RunningApp> {
  const entry = join(projectFolder, 'dist/electron/local-host.js')
  if (!existsSync(entry)) throw new Error('the app is not built: run npm test, which builds it')
  const homeFolder = join(dataFolder, 'home')
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env
  const child = spawn(process.execPath, [entry, '--data', dataFolder], { env: { ...environment, HOME: homeFolder }, stdio: ['ignore', 'pipe', 'pipe'] })
  const address = await firstAddress(child)
  return {
    address, dataFolder, homeFolder,
    stop: () => new Promise((resolve) => {
      if (child.exitCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    }),
  }
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(said)
      if (match) resolve(match[0])
    }
    child.stdout!.on('data', listen)
    child.stderr!.on('data', listen)
    child.once('exit', (code) => reject(new Error(`the local host ended (${code}): ${said}`)))
  })
}

export async function openBrowser(furtherFlags: readonly string[] = []): Promise<Browser> {
  const executablePath = candidates.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error('no Chromium is installed: apt-get install chromium')
  // Without a UTF-8 locale Chromium finds no file with a Chinese name.
  return chromium.launch({ executablePath, args: [...chromiumFlags, ...furtherFlags], env: { ...process.env, LC_ALL: 'C.UTF-8' } })
}

/**
 * The dialogues of the component library lock the page's scrolling with a style sheet they give no nonce; our policy
 * refuses it, and the page does not scroll anyway. A host that was stopped on purpose is not a fault of the page either.
 */
const expectedMessages = /ERR_CONNECTION|Failed to load resource|Applying inline style violates/

export interface AppWindow {
  readonly page: Page
  readonly context: BrowserContext
  readonly session: CDPSession
  /** Messages of the page that tell of a fault; a test ends by asking that there are none. */
  readonly faults: string[]
}

export async function openWindow(browser: Browser, app: RunningApp): Promise<AppWindow> {
  // Without motion: on a busy machine a dialogue that grows under the pointer takes the press on one element and the release on another, which no hand is quick enough for.
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true, locale: 'zh-CN', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !expectedMessages.test(message.text())) faults.push(`console: ${message.text()}`)
  })
  await page.goto(app.address)
  await page.locator('.rail').waitFor()
  return { page, context, session: await context.newCDPSession(page), faults }
}

/** Imports files through the window's own dialogue, up to the comparison screen. */
export async function chooseImport(page: Page, path: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> {
  await page.locator('.rail button').first().click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '导入文件' }).first().click()
  await (await chooser).setFiles(path as string)
}

/** Types as a Chinese input method does: letters composed, shown in place, then exchanged for the characters. */
export async function compose(session: CDPSession, letters: string, characters: string): Promise<void> {
  for (let count = 1; count <= letters.length; count += 1) {
    const text = letters.slice(0, count)
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
  await session.send('Input.imeSetComposition', { text: characters, selectionStart: characters.length, selectionEnd: characters.length })
  await session.send('Input.insertText', { text: characters })
}

/** The printed paragraphs as the screen shows them: numbers and labels as drawn, run-in blocks in one line. */
export async function screenLines(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lines: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('.paper-content > *')) {
      if (element.matches('table, div')) {
        const table = element.matches('table') ? element : element.querySelector('table')!
        lines.push([...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td, th')].map((cell) => [...cell.querySelectorAll('p')].map((line) => line.textContent).join('\n')).join('\t')).join('\n'))
        continue
      }
      const text = (element.dataset['prefix'] ?? '') + (element.textContent ?? '')
      if (element.hasAttribute('data-run-in')) lines[lines.length - 1] += text
      else lines.push(...text.split('\n').filter((line, _index, all) => line !== '' || all.length === 1))
    }
    return lines
  })
}

export async function waitForSaved(page: Page): Promise<void> {
  await page.locator('.save-status[data-state="saved"]').waitFor({ timeout: 10_000 })
}

/** Puts the caret at the end of a block's text, by keyboard's own way: a click into it, then End. */
export async function caretAtEnd(page: Page, selector: string): Promise<void> {
  const block = page.locator(selector).first()
  await block.scrollIntoViewIfNeeded()
  await block.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    range.collapse(false)
    const selection = getSelection()!
    selection.removeAllRanges()
    selection.addRange(range)
    element.closest<HTMLElement>('.paper-content')!.focus()
  })
  await page.waitForTimeout(60)
}

export function removeData(app: RunningApp): void {
  rmSync(app.dataFolder, { recursive: true, force: true })
}
