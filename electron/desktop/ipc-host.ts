/**
 * The back end over Electron's messages. It knows ipcMain only by shape, so that the same code runs against a stand-in in tests.
 */
import type { Backend } from '../../shared/contract/backend.ts'
import { requestSchema, type Envelope } from '../../shared/contract/envelope.ts'
import { fail } from '../../shared/contract/errors.ts'
import { callChannel, eventChannel } from './channels.ts'

export type IpcHandler<Event> = (event: Event, message: unknown) => Promise<Envelope>

export interface IpcMainLike<Event> {
  readonly handle: (channel: string, handler: IpcHandler<Event>) => void
  readonly removeHandler: (channel: string) => void
}

/** A window's contents, as far as events need it. */
export interface Receiver {
  readonly isDestroyed: () => boolean
  readonly send: (channel: string, message: unknown) => void
}

/** Answers calls of trusted senders and passes events to every window. @returns a function that takes both back. */
export function registerIpc<Event>(
  ipcMain: IpcMainLike<Event>,
  backend: Backend,
  isTrustedSender: (event: Event) => boolean,
  receivers: () => Iterable<Receiver>,
): () => void {
  ipcMain.handle(callChannel, async (event, message) => {
    if (!isTrustedSender(event)) return fail('INPUT_INVALID')
    const request = requestSchema.safeParse(message)
    return request.success ? backend.call(request.data.name, request.data.input) : fail('INPUT_INVALID')
  })
  const unsubscribe = backend.subscribe((event) => {
    for (const receiver of receivers()) {
      if (!receiver.isDestroyed()) receiver.send(eventChannel, event)
    }
  })
  return () => {
    unsubscribe()
    ipcMain.removeHandler(callChannel)
  }
}
