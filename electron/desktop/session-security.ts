/** Closes every way out of the page. The program needs none of them: it is offline by construction. */
import type { App, CommandLine, Session, WebContents } from 'electron'
import { isOwnAddress, pageAddress } from './app-protocol.ts'

/** Before the app is ready: Chromium's own services stay silent, and no name on any network resolves. */
export function silenceChromium(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('no-proxy-server')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('disable-features', 'AutofillServerCommunication,MediaRouter,OptimizationHints,SpareRendererForSitePerProcess')
  commandLine.appendSwitch('lang', 'zh-CN')
}

/** What the page may load: its own files, and images and files it made itself. */
export function isAllowedRequest(address: string, devToolsAllowed: boolean): boolean {
  if (isOwnAddress(address) || address.startsWith(`blob:${pageAddress}`) || address.startsWith('data:')) return true
  return devToolsAllowed && address.startsWith('devtools://')
}

export function secureSession(session: Session, devToolsAllowed: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null))
  session.setCertificateVerifyProc((_request, decide) => decide(-2))
  session.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !isAllowedRequest(request.url, devToolsAllowed) }))
  session.on('will-download', (event) => event.preventDefault())
  // Off, and even if something switched it on there is nowhere to fetch a dictionary from.
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerDictionaryDownloadURL(`${pageAddress}no-dictionaries/`)
}

/** Rules for every contents, also those that should not exist. */
export function secureContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault()
    decide(false)
  })
  app.on('login', (event) => event.preventDefault())
  app.on('select-client-certificate', (event) => event.preventDefault())
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // The page reloading itself is the one navigation there is.
  contents.on('will-navigate', (details) => { if (!isOwnReload(details.url)) details.preventDefault() })
  contents.on('will-frame-navigate', (details) => { if (!details.isMainFrame || !isOwnReload(details.url)) details.preventDefault() })
  contents.on('will-redirect', (details) => details.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, decide) => {
    event.preventDefault()
    decide('')
  })
}

const isOwnReload = (address: string): boolean => address === pageAddress || address.startsWith(`${pageAddress}#`)
