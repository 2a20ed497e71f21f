/** PDF and print by a window out of sight. It gets a document of ours and nothing else: no preload, no node, no way out. */
import { BrowserWindow } from 'electron'
import type { Ports } from '../backend/ports.ts'
import { pageAddress } from './app-protocol.ts'
import type { PageDocuments } from './page-documents.ts'

/** What the system says where the writer closed its dialogue. */
const cancelled = /cancel/iu

async function withPages<T>(documents: PageDocuments, html: string, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const { address, remove } = documents.add(html)
  const window = new BrowserWindow({
    show: false, width: 900, height: 1200, title: '整稿',
    webPreferences: {
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false,
      webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, plugins: false, webgl: false,
      navigateOnDragDrop: false, spellcheck: false, devTools: false, backgroundThrottling: false,
    },
  })
  try {
    // Its usual name tells the system it runs on, and every PDF repeats it.
    await window.loadURL(address, { userAgent: 'Zhenggao' })
    // Slices of fonts arrive when the first line that needs them is laid out.
    await window.webContents.executeJavaScript('document.body.getBoundingClientRect(), document.fonts.ready.then(() => document.fonts.size)')
    return await work(window)
  } finally {
    remove()
    if (!window.isDestroyed()) window.destroy()
  }
}

function printWithDialogue(window: BrowserWindow): Promise<boolean> {
  return new Promise((resolve, reject) => {
    window.webContents.print({ silent: false, printBackground: true, margins: { marginType: 'none' } }, (success, reason) => {
      if (success) resolve(true)
      else if (cancelled.test(reason)) resolve(false)
      else reject(new Error(reason))
    })
  })
}

export function printPorts(documents: PageDocuments): Required<Pick<Ports, 'makePdf' | 'print' | 'fontsAddress'>> {
  return {
    fontsAddress: `${pageAddress}fonts/`,
    makePdf: (html, signal) => {
      signal?.throwIfAborted()
      return withPages(documents, html, (window) => window.webContents.printToPDF({
        preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, generateTaggedPDF: false, margins: { top: 0, bottom: 0, left: 0, right: 0 },
      }))
    },
    print: (html) => withPages(documents, html, printWithDialogue),
  }
}
