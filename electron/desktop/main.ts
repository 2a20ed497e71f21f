/** Entry of the desktop program. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { app, BrowserWindow, dialog, ipcMain, protocol, session, shell, type IpcMainInvokeEvent } from 'electron'
import type { Backend } from '../../shared/contract/backend.ts'
import { failure } from '../../shared/contract/errors.ts'
import { createBackend, StartError } from '../backend/create-backend.ts'
import { openLogFile } from '../backend/files/log-file.ts'
import { createOfferedFiles, packagePathsIn } from '../backend/files/offered-files.ts'
import { readRendererFiles } from '../backend/files/renderer-files.ts'
import { defaultDataFolder } from '../backend/files/standard-folders.ts'
import { isOwnAddress, registerAppScheme, serveAppScheme } from './app-protocol.ts'
import { createDesktopPorts } from './desktop-ports.ts'
import { registerIpc } from './ipc-host.ts'
import { createPageDocuments } from './page-documents.ts'
import { setApplicationMenu } from './menu.ts'
import { secureContents, secureSession, silenceChromium } from './session-security.ts'
import { openWindow } from './window.ts'
import { nextZoomStep } from './zoom.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const resourcesFolder = app.isPackaged ? join(process.resourcesPath, 'resources') : join(root, 'resources')
// Threads start from a real file, so the worker stands outside the archive.
const workerUrl = new URL('./worker.js', app.isPackaged ? import.meta.url.replace('app.asar', 'app.asar.unpacked') : import.meta.url)
const { values } = parseArgs({ args: process.argv.slice(1), strict: false, allowPositionals: true, options: { data: { type: 'string' } } })
const dataFolder = typeof values.data === 'string' ? resolve(values.data) : defaultDataFolder()
const developing = !app.isPackaged
/** Packages that were opened with the program. */
const given = packagePathsIn(process.argv.slice(1), process.cwd())
const offered = createOfferedFiles(given)

app.setName('整稿')
app.setAppUserModelId('cn.zhenggao.desktop')
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
silenceChromium(app.commandLine)
secureContents(app)
registerAppScheme(protocol)
const isUsable = prepareFolders()
const log = openLogFile(join(dataFolder, 'logs'))

// The lock stands in the data folder: one program per library, not per machine.
// A second start hands its files to the first; macOS sends them by an event, before or after it is ready.
app.on('open-file', (event, path) => {
  event.preventDefault()
  offered.offer(packagePathsIn([path], process.cwd()))
})
if (!isUsable) void app.whenReady().then(() => failToStart(new StartError(failure('DATABASE_UNAVAILABLE'))))
else if (app.requestSingleInstanceLock({ packages: given })) start().catch(failToStart)
else app.exit(0)

function prepareFolders(): boolean {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    app.setPath('userData', dataFolder)
    app.setPath('sessionData', join(dataFolder, 'desktop-profile'))
    return true
  } catch {
    return false
  }
}

async function start(): Promise<void> {
  process.on('uncaughtException', failInUse)
  await app.whenReady()
  secureSession(session.defaultSession, developing)
  const documents = createPageDocuments()
  const ports = createDesktopPorts(documents, offered)
  const [files, backend] = await Promise.all([
    readRendererFiles(join(root, 'dist', 'renderer')),
    createBackend({ dataFolder, resourcesFolder, version: app.getVersion(), clock: () => new Date(), ids: randomUUID, log, ports, workerUrl }),
  ])
  serveAppScheme(protocol, files, documents)
  const dispose = registerIpc(ipcMain, backend, isTrustedSender, () => BrowserWindow.getAllWindows().map((window) => window.webContents))
  closeBeforeQuit(backend, dispose)
  const window = openWindow({ dataFolder, preload: join(root, 'dist', 'electron', 'preload.cjs'), iconFolder: join(resourcesFolder, 'icons'), devTools: developing, log })
  app.on('second-instance', (_event, words, folder, data) => {
    offered.offer(handedOver(data) ?? packagePathsIn(words, folder))
    focus(window)
  })
  app.on('window-all-closed', () => app.quit())
  setMenu(window, ports.exportFolder)
  log.info('desktop started', { version: app.getVersion() })
}

/** What the second start found itself: its command line as passed on has Chromium's own switches mixed in. */
function handedOver(data: unknown): readonly string[] | undefined {
  const packages = typeof data === 'object' && data !== null && 'packages' in data ? data.packages : undefined
  return Array.isArray(packages) ? packagePathsIn(packages.filter((one) => typeof one === 'string'), process.cwd()) : undefined
}

/** Only the page itself, in its main frame. */
function isTrustedSender(event: IpcMainInvokeEvent): boolean {
  return event.senderFrame !== null && event.senderFrame.parent === null && isOwnAddress(event.senderFrame.url)
}

function closeBeforeQuit(backend: Backend, dispose: () => void): void {
  app.on('will-quit', (event) => {
    event.preventDefault()
    dispose()
    backend.close()
      .catch((error: unknown) => log.error('closing failed', { error }))
      .finally(() => app.exit(0))
  })
}

function setMenu(window: BrowserWindow, exportFolder: string): void {
  const { webContents } = window
  setApplicationMenu({
    developing,
    openExportFolder: () => {
      mkdirSync(exportFolder, { recursive: true })
      void shell.openPath(exportFolder)
    },
    openLogFolder: () => void shell.openPath(join(dataFolder, 'logs')),
    showAbout: () => void dialog.showMessageBox(window, {
      title: '关于整稿', message: `整稿 ${app.getVersion()}`, detail: `资料文件夹：${dataFolder}\n本程序不连接任何网络。`, buttons: ['确定'], noLink: true,
    }),
    setZoom: (step) => webContents.setZoomFactor(step),
    stepZoom: (direction) => webContents.setZoomFactor(nextZoomStep(webContents.getZoomFactor(), direction)),
    pressKey: (keyCode) => {
      for (const type of ['keyDown', 'keyUp'] as const) webContents.sendInputEvent({ type, keyCode, modifiers: ['control'] })
    },
  })
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function failToStart(error: unknown): void {
  log.error('no start', { error, stack: error instanceof Error ? error.stack : undefined })
  dialog.showErrorBox('整稿没能启动', error instanceof StartError ? error.failure.message : '程序文件可能不完整。内容未作改动，请重新安装整稿；若再次出现，请把“运行记录”交给维护人员。')
  app.exit(1)
}

function failInUse(error: Error): void {
  log.error('uncaught', { stack: error.stack })
  dialog.showErrorBox('整稿出了意外', '已保存的内容都在。请重新启动整稿；若再次出现，请把“运行记录”交给维护人员。')
  app.exit(1)
}
