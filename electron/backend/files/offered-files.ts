/**
 * Packages handed over from outside: opened by a double click, named at start. Hosts put paths in, the back end takes them
 * out one by one; no path ever comes from the page.
 */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface OfferedFiles {
  readonly offer: (paths: readonly string[]) => void
  /** The next path, which is then forgotten. */
  readonly take: () => string | undefined
  /** @param listener hears that there is something to take. @returns how to stop. */
  readonly watch: (listener: () => void) => () => void
}

/** More than somebody would open by hand: the rest of a slip of the hand is dropped. */
const most = 50

export function createOfferedFiles(first: readonly string[] = []): OfferedFiles {
  let waiting: readonly string[] = first.slice(0, most)
  const listeners = new Set<() => void>()
  return {
    offer: (paths) => {
      if (paths.length === 0) return
      waiting = [...new Set([...waiting.filter((path) => !paths.includes(path)), ...paths])].slice(0, most)
      for (const listener of listeners) listener()
    },
    take: () => {
      const [path, ...rest] = waiting
      waiting = rest
      return path
    },
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function localPath(word: string, folder: string): string | undefined {
  if (!/^file:/iu.test(word)) return resolve(folder, word)
  try {
    return fileURLToPath(word)
  } catch {
    // An address of another machine.
    return undefined
  }
}

/**
 * The packages among the words of a command line; switches and other files are none. File managers of Linux hand over
 * file: addresses. @param folder relative paths start from there.
 */
export function packagePathsIn(words: readonly string[], folder: string): readonly string[] {
  const paths = words.flatMap((word) => (word.startsWith('-') ? [] : (localPath(word, folder) ?? []))).filter((path) => /\.zgx$/iu.test(path))
  return [...new Set(paths)]
}
