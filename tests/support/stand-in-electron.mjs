/**
 * Stands in for the "electron" module, so that the built desktop program can be started where Electron's binary is not: it
 * remembers what it is told and lets the test act as window, page and writer over the process's messages. Plain JavaScript,
 * because it is loaded into the built program as it is (node --import).
 */
import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'

const steps = []
const note = (name, ...details) => { steps.push([name, ...details]) }

const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  commandLine: { appendSwitch: (name, value) => note('switch', name, value), hasSwitch: () => false },
  setName: (name) => note('setName', name),
  setAppUserModelId: () => {},
  enableSandbox: () => note('enableSandbox'),
  setPath: (name, path) => note('setPath', name, path),
  getVersion: () => '0.0.0',
  requestSingleInstanceLock: (data) => {
    note('lock', data)
    return process.env.STAND_IN_SECOND === undefined
  },
  whenReady: async () => {
    note('ready')
  },
  quit: () => {
    let prevented = false
    app.emit('will-quit', { preventDefault: () => { prevented = true } })
    if (!prevented) app.exit(0)
  },
  exit: (code) => {
    note('exit', code)
    process.send?.({ steps }, () => process.exit(code))
  },
})

const handlers = new Map()
const ipcMain = {
  handle: (channel, handler) => handlers.set(channel, handler),
  removeHandler: (channel) => handlers.delete(channel),
}

const webRequest = { onBeforeRequest: () => note('onBeforeRequest') }
const defaultSession = new Proxy({ webRequest }, { get: (target, name) => target[name] ?? ((...parameters) => note(`session.${String(name)}`, ...parameters.filter((one) => typeof one !== 'function'))) })

class BrowserWindow extends EventEmitter {
  static all = []
  static getAllWindows = () => BrowserWindow.all
  static getFocusedWindow = () => BrowserWindow.all[0] ?? null
  constructor(options) {
    super()
    const { icon, ...rest } = options
    note('window', rest)
    this.webContents = Object.assign(new EventEmitter(), {
      setZoomFactor: (factor) => note('zoom', factor),
      getZoomFactor: () => 1.1,
      setVisualZoomLevelLimits: async () => {},
      setWindowOpenHandler: (handler) => note('windowOpen', handler({ url: 'https://example.com/' })),
      isDestroyed: () => false,
      send: (channel, message) => process.send?.({ sent: [channel, message] }),
      sendInputEvent: (event) => note('key', event),
      executeJavaScript: async (code) => note('script', code),
      printToPDF: async (options) => {
        note('printToPDF', options)
        return Buffer.from('%PDF-1.4 stand-in')
      },
      print: (options, done) => {
        note('print', options)
        const answer = process.env.STAND_IN_PRINT ?? ''
        setTimeout(() => done(answer === '', answer), 5)
      },
    })
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  loadURL = async (address, options) => {
    note('load', address, ...(options === undefined ? [] : [options]))
    const path = new URL(address).pathname
    if (path.startsWith('/pages/')) {
      const answer = await handlers.get('protocol:app')(new Request(address))
      note('pages', answer.status, answer.headers.get('content-security-policy'), await answer.text())
    }
  }
  destroy = () => {
    note('destroy')
    BrowserWindow.all.splice(BrowserWindow.all.indexOf(this), 1)
  }
  maximize = () => note('maximize')
  show = () => note('show')
  focus = () => note('focus')
  isMinimized = () => false
  isMaximized = () => true
  isDestroyed = () => false
  getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 })
}

const dialog = {
  showErrorBox: (title, text) => note('errorBox', title, text),
  showMessageBox: async () => ({ response: 0 }),
  showMessageBoxSync: () => 0,
  showSaveDialog: async (_parent, options) => {
    note('saveDialog', options)
    return { canceled: process.env.STAND_IN_SAVE === undefined, filePath: process.env.STAND_IN_SAVE ?? '' }
  },
}

globalThis.standInElectron = {
  app, BrowserWindow, dialog, ipcMain,
  Menu: { setApplicationMenu: () => note('menu'), buildFromTemplate: (template) => ({ template, popup: () => note('popup') }) },
  protocol: {
    registerSchemesAsPrivileged: () => note('scheme'),
    handle: (scheme, handler) => { handlers.set(`protocol:${scheme}`, handler) },
  },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }] },
  session: { defaultSession },
  shell: { openPath: async () => '', showItemInFolder: (path) => note('reveal', path) },
}

const names = Object.keys(globalThis.standInElectron)
const source = names.map((name) => `export const ${name} = globalThis.standInElectron.${name}`).join('\n')
registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' ? { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true } : next(specifier, context)),
})

process.on('message', async ({ id, act, parameters }) => {
  const acts = {
    call: ({ name, input, url, isChild }) => handlers.get('zhenggao:call')({ senderFrame: { url, parent: isChild ? {} : null } }, { name, input }),
    page: async ({ url }) => {
      const answer = await handlers.get('protocol:app')(new Request(url))
      return { status: answer.status, policy: answer.headers.get('content-security-policy'), text: await answer.text() }
    },
    emit: ({ target, name, details = [] }) => { (target === 'app' ? app : target === 'contents' ? BrowserWindow.all[0].webContents : BrowserWindow.all[0]).emit(name, { preventDefault: () => {} }, ...details) },
    steps: () => steps,
  }
  process.send({ id, answer: await acts[act](parameters ?? {}) })
})
