/** PDF files by an installed browser: one that stays for a while, because starting it takes longer than most papers. */
import { writeFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Ports } from '../ports.ts'
import { openHeadlessBrowser, type HeadlessBrowser } from './headless-browser.ts'

export interface PdfMaker {
  /** @throws where the browser fails, or `signal` says to stop. */
  readonly makePdf: (html: string, signal?: AbortSignal) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

const idleLimit = 15_000

async function readStream(browser: HeadlessBrowser, handle: string, session: string): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for (;;) {
    const { data, base64Encoded, eof } = await browser.send('IO.read', { handle, size: 1 << 20 }, session) as { data: string; base64Encoded?: boolean; eof: boolean }
    parts.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'utf8'))
    if (eof) return Buffer.concat(parts)
  }
}

async function print(browser: HeadlessBrowser, address: string): Promise<Uint8Array> {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' })
  try {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
    const session = String(sessionId)
    await browser.send('Page.enable', {}, session)
    const loaded = browser.waitFor('Page.loadEventFired', session)
    const [{ errorText }] = await Promise.all([browser.send('Page.navigate', { url: address }, session), loaded])
    if (errorText !== undefined) throw new Error(String(errorText))
    // Slices of fonts arrive when the first line that needs them is laid out.
    await browser.send('Runtime.evaluate', { expression: 'document.body.getBoundingClientRect(), document.fonts.ready.then(() => document.fonts.size)', awaitPromise: true }, session)
    const { stream } = await browser.send('Page.printToPDF', {
      preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, transferMode: 'ReturnAsStream', generateTaggedPDF: false,
      marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0,
    }, session)
    return await readStream(browser, String(stream), session)
  } finally {
    if (browser.isOpen()) await browser.send('Target.closeTarget', { targetId }).catch(() => {})
  }
}

/** @param program the browser's path. */
export function createBrowserPdf(program: string): PdfMaker {
  let browser: Promise<HeadlessBrowser> | undefined
  let idle: NodeJS.Timeout | undefined
  let users = 0
  let count = 0

  const close = async () => {
    clearTimeout(idle)
    const last = browser
    browser = undefined
    await last?.then((one) => one.close(), () => {})
  }
  const take = async (): Promise<HeadlessBrowser> => {
    clearTimeout(idle)
    const there = await browser?.catch(() => undefined)
    if (there?.isOpen() === true) return there
    if (there) await close()
    browser ??= openHeadlessBrowser(program)
    return browser
  }
  const giveBack = () => {
    users -= 1
    if (users > 0) return
    idle = setTimeout(() => void close(), idleLimit)
    idle.unref()
  }

  return {
    close,
    makePdf: async (html, signal) => {
      signal?.throwIfAborted()
      users += 1
      let file: string | undefined
      try {
        const taken = await take()
        file = join(taken.folder, `${(count += 1)}.html`)
        await writeFile(file, html, { mode: 0o600 })
        const stopped = new Promise<never>((_, reject) => { signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true }) })
        return await Promise.race([print(taken, pathToFileURL(file).href), stopped])
      } catch (error) {
        // Whatever state it is in, the next file gets a fresh one.
        if (signal?.aborted !== true) await close()
        throw error
      } finally {
        if (file !== undefined) await rm(file, { force: true }).catch(() => {})
        giveBack()
      }
    },
  }
}

/** What a host with a browser beside it can do; nothing where there is none. */
export function browserPdfPorts(program: string | undefined, rendererFolder: string): Pick<Ports, 'makePdf' | 'fontsAddress' | 'close'> {
  return program === undefined ? {} : { ...createBrowserPdf(program), fontsAddress: pathToFileURL(join(rendererFolder, 'fonts/')).href }
}
