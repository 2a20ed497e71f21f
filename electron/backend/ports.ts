import type { OfferedFiles } from './files/offered-files.ts'

/** What differs from host to host. Absent functions mean the host has no such thing (a browser has no save dialogue). */
export interface Ports {
  readonly host: 'desktop' | 'local-host' | 'command-line' | 'test'
  /** The system's own save dialogue. Undefined where the writer cancelled. It has asked about an existing file itself. */
  readonly chooseSavePath?: (suggestion: { readonly folder: string; readonly fileName: string }) => Promise<string | undefined>
  /** Shows a file in its folder. Rejects where the system cannot. */
  readonly revealFile: (path: string) => Promise<void>
  /** Makes a PDF of a document of pages; rejects where it fails. Absent: nothing on this machine can. */
  readonly makePdf?: (html: string, signal?: AbortSignal) => Promise<Uint8Array>
  /** The system's print dialogue for a document of pages; false where the writer cancelled it. Absent: the window prints itself. */
  readonly print?: (html: string) => Promise<boolean>
  /** Where documents handed to `makePdf` and `print` find the program's fonts; ends in "/". */
  readonly fontsAddress?: string
  /** Packages the program was started with, or was handed over while it runs. Absent: nothing hands any over. */
  readonly offered?: OfferedFiles
  /** Ends what the functions above have started. */
  readonly close?: () => Promise<void>
  /** Where exports go unless the writer chooses otherwise. */
  readonly exportFolder: string
}

export interface Log {
  readonly info: (message: string, fields?: Readonly<Record<string, unknown>>) => void
  readonly error: (message: string, fields?: Readonly<Record<string, unknown>>) => void
}

export interface BackendOptions {
  readonly dataFolder: string
  readonly resourcesFolder: string
  readonly version: string
  /** The present moment; tests set it. */
  readonly clock: () => Date
  /** A new unique id, 1–64 characters. */
  readonly ids: () => string
  readonly log: Log
  readonly ports: Ports
  /** The worker's entry: dist/electron/worker.js in a build, the .ts file in tests. */
  readonly workerUrl: URL
  /** Whether an installed LibreOffice, Word or WPS may be asked to convert old files; unless said otherwise it may. */
  readonly convert?: boolean
}
