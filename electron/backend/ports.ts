/** What differs from host to host. Absent functions mean the host has no such thing (a browser has no save dialogue). */
export interface Ports {
  readonly host: 'desktop' | 'local-host' | 'command-line' | 'test'
  /** The system's own save dialogue. Undefined where the writer cancelled. It has asked about an existing file itself. */
  readonly chooseSavePath?: (suggestion: { readonly folder: string; readonly fileName: string }) => Promise<string | undefined>
  /** Shows a file in its folder. Rejects where the system cannot. */
  readonly revealFile: (path: string) => Promise<void>
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
