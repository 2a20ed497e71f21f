/** All that the page can reach of the program: two functions. Built as one CommonJS file, as a sandboxed preload must be. */
import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, eventChannel } from './channels.ts'

contextBridge.exposeInMainWorld('zhenggao', {
  /** @returns an envelope (shared/contract/envelope.ts). */
  call: (name: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, { name, input }),
  /** @returns a function that ends the subscription. */
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    const pass = (_: unknown, event: unknown): void => listener(event)
    ipcRenderer.on(eventChannel, pass)
    return () => { ipcRenderer.off(eventChannel, pass) }
  },
})
