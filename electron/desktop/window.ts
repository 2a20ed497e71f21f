/** The one window: locked down, remembered, and never closed over words that are not saved. */
import { join } from 'node:path'
import { BrowserWindow, dialog, screen } from 'electron'
import type { Log } from '../backend/ports.ts'
import { pageAddress } from './app-protocol.ts'
import { showEditMenu } from './menu.ts'
import { isReachable, readWindowState, writeWindowState } from './window-state.ts'
import { nextZoomStep, toZoomStep } from './zoom.ts'

export interface WindowOptions {
  readonly dataFolder: string
  readonly preload: string
  readonly iconFolder: string
  readonly devTools: boolean
  readonly log: Log
}

const usualSize = { width: 1280, height: 800 }
/** How often a page that is still saving is asked again to close, and how long it is waited for. */
const closeRetryMilliseconds = 300
const closeRetries = 15
/** A page that ends so often is not brought back again. */
const crashesTolerated = 3

export function openWindow(options: WindowOptions): BrowserWindow {
  const state = readWindowState(options.dataFolder)
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const bounds = state !== undefined && isReachable(state.bounds, screens) ? state.bounds : usualSize
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '整稿',
    icon: join(options.iconFolder, 'icon.png'),
    backgroundColor: '#f1f0ed',
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      webgl: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  })
  if (state?.maximized === true) window.maximize()
  keepZoom(window, state?.zoom ?? 1)
  rememberState(window, options.dataFolder)
  waitForSaving(window)
  bringBack(window, options.log)
  window.webContents.on('context-menu', (_event, parameters) => showEditMenu(window, parameters))
  window.once('ready-to-show', () => window.show())
  void window.loadURL(pageAddress)
  return window
}

function keepZoom(window: BrowserWindow, factor: number): void {
  const { webContents } = window
  webContents.on('did-finish-load', () => {
    webContents.setZoomFactor(toZoomStep(factor))
    // Pinching enlarges only a part of the screen, and many a writer does not find the way back.
    void webContents.setVisualZoomLevelLimits(1, 1)
  })
  webContents.on('zoom-changed', (_event, direction) => webContents.setZoomFactor(nextZoomStep(webContents.getZoomFactor(), direction)))
}

function rememberState(window: BrowserWindow, dataFolder: string): void {
  window.on('close', () => writeWindowState(dataFolder, {
    bounds: window.getNormalBounds(), maximized: window.isMaximized(), zoom: toZoomStep(window.webContents.getZoomFactor()),
  }))
}

/** The page refuses to close while something is not saved yet; it saves at once and is asked again. */
function waitForSaving(window: BrowserWindow): void {
  let attempts = 0
  window.webContents.on('will-prevent-unload', (event) => {
    attempts += 1
    if (attempts <= closeRetries) {
      setTimeout(() => { if (!window.isDestroyed()) window.close() }, closeRetryMilliseconds)
      return
    }
    attempts = 0
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning', title: '整稿', message: '还有改动没有存好。', detail: '返回后可以再试一次，或把没有存好的文字复制到别处。',
      buttons: ['返回编辑', '不保存，直接关闭'], defaultId: 0, cancelId: 0, noLink: true,
    })
    // Preventing the default of this event lets the window close.
    if (choice === 1) event.preventDefault()
  })
}

function bringBack(window: BrowserWindow, log: Log): void {
  let crashes = 0
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('page ended', { reason: details.reason, exitCode: details.exitCode })
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    crashes += 1
    const isHopeless = crashes > crashesTolerated
    dialog.showMessageBoxSync(window, {
      type: 'error', title: '整稿', message: '页面意外停止了。',
      detail: isHopeless ? '已保存的内容都在。请关闭整稿后重新启动；若再次出现，请把“运行记录”交给维护人员。' : '已保存的内容都在。按“确定”重新打开页面。',
      buttons: ['确定'], noLink: true,
    })
    if (isHopeless) window.destroy()
    else void window.loadURL(pageAddress)
  })
  window.on('unresponsive', () => log.error('page does not respond'))
}
