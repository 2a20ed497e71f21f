/** What a check of a layout says. */

/** A place in the layout: "grid.linePitch", "styles.heading1.size". */
export type LayoutPath = string

export interface LayoutFinding {
  readonly path: LayoutPath
  /** An error stops saving; a warning tells. */
  readonly severity: 'error' | 'warning'
  /** One or two sentences, in the units people use. */
  readonly message: string
  /** Values that put it right, by place. */
  readonly repair?: Readonly<Record<LayoutPath, number>>
}

export const error = (path: LayoutPath, message: string, repair?: LayoutFinding['repair']): LayoutFinding => ({ path, severity: 'error', message, ...(repair ? { repair } : {}) })
export const warning = (path: LayoutPath, message: string, repair?: LayoutFinding['repair']): LayoutFinding => ({ path, severity: 'warning', message, ...(repair ? { repair } : {}) })
