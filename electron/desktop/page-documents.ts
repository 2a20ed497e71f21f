/** Documents of pages for windows out of sight: served from memory under the program's own scheme, each under a name of its own. */
import { randomUUID } from 'node:crypto'
import { pageAddress } from './app-protocol.ts'

export interface PageDocuments {
  /** @returns the address; `remove` takes the document away again. */
  readonly add: (html: string) => { readonly address: string; readonly remove: () => void }
  /** By the path of an address. */
  readonly get: (path: string) => string | undefined
}

const folder = '/pages/'

export function createPageDocuments(): PageDocuments {
  const documents = new Map<string, string>()
  return {
    add: (html) => {
      const path = `${folder}${randomUUID()}`
      documents.set(path, html)
      return { address: `${pageAddress}${path.slice(1)}`, remove: () => { documents.delete(path) } }
    },
    get: (path) => documents.get(path),
  }
}
