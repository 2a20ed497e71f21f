import { entryKey, type ReportEntry, type ReportKind } from './report.ts'
import { firstIndex } from './first-index.ts'

interface Edit {
  readonly kind: ReportKind
  /** Absolute offsets in the source, lines joined by \n. */
  readonly from: number
  readonly to: number
  readonly after: string
  readonly wholeLine?: true
}

/**
 * Collects what recognition changes, in offsets of the source. Edits never overlap: a later one that spans earlier
 * ones takes them in, so that each place of the source is told of once.
 */
export class EditLog {
  readonly #edits: Edit[] = []
  readonly #lineStarts: number[] = [0]
  readonly #source: string
  readonly #keep: ReadonlySet<string>

  /** @param keep keys (`entryKey`) of entries the writer put back: these edits are not made. */
  constructor(source: string, keep: ReadonlySet<string>) {
    this.#source = source
    this.#keep = keep
    for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1)
  }

  /** Line and column, both from 1, of a source offset. */
  place(offset: number): { line: number; column: number } {
    const line = Math.max(1, firstIndex(this.#lineStarts.length, (index) => this.#lineStarts[index]! > offset))
    return { line, column: offset - this.lineStart(line) + 1 }
  }

  lineStart(line: number): number {
    return this.#lineStarts[line - 1]!
  }

  /** Where the line's break stands, or the source ends. */
  lineEnd(line: number): number {
    const end = this.#source.indexOf('\n', this.lineStart(line))
    return end === -1 ? this.#source.length : end
  }

  /** Whether the writer put this change back. */
  keeps(kind: ReportKind, from: number): boolean {
    return this.#keep.size > 0 && this.#keep.has(entryKey({ kind, ...this.place(from) }))
  }

  /** Whether the writer put back any change of the kind in these lines. */
  keepsIn(kind: ReportKind, firstLine: number, lastLine: number): boolean {
    return [...this.#keep].some((key) => {
      const line = Number(/@(\d+):/.exec(key)?.[1])
      return key.startsWith(`${kind}@`) && line >= firstLine && line <= lastLine
    })
  }

  add(edit: Edit): void {
    this.#edits.push(edit)
  }

  entries(): ReportEntry[] {
    // The widest first at each place, the last made first among equals; what lies inside one already taken is part of it.
    const sorted = this.#edits
      .map((edit, order) => ({ edit, order }))
      .sort((a, b) => a.edit.from - b.edit.from || b.edit.to - a.edit.to || b.order - a.order)
    let covered = -1
    const outer: Edit[] = []
    for (const { edit } of sorted) {
      if (edit.from < covered) continue
      outer.push(edit)
      covered = edit.to
    }
    return outer.map((edit) => ({
      kind: edit.kind,
      ...this.place(edit.from),
      before: this.#source.slice(edit.from, edit.wholeLine ? Math.min(edit.to - 1, this.#source.length) : edit.to),
      after: edit.after,
      ...(edit.wholeLine ? { wholeLine: true as const } : {}),
    }))
  }
}
