import { element } from './xml.ts'

/** Gives out the ids and serial numbers of bookmarks, unique in the document. */
export interface Bookmarks {
  /** A bookmark of no length. @param name from the serial number. */
  readonly point: (name: (serial: number) => string) => string
}

export function bookmarkCounter(): Bookmarks {
  let serial = 0
  return {
    point: (name) => {
      serial += 1
      return element('w:bookmarkStart', { 'w:id': serial, 'w:name': name(serial) }) + element('w:bookmarkEnd', { 'w:id': serial })
    },
  }
}
