/** Files the writer gave: chosen, or dropped with whole folders. A file is opened only when its turn comes. */
import { byPath, mostFiles, skipByName } from '../../../../shared/importing/batch-files.ts'

export interface BatchFile {
  /** With the folders it was found in, for showing; its own name comes last. */
  readonly path: string
  readonly open: () => Promise<File>
}

export interface GatheredFiles {
  readonly files: readonly BatchFile[]
  readonly folders: number
  /** All that were there; more than `files` where only the first could be taken. */
  readonly found: number
  /** Some of it was not looked at: too deep, or too much. */
  readonly cut: boolean
  readonly unreadable: readonly string[]
}

/** A folder tree is looked at so far, however it is made. */
const walkLimits = { depth: 24, entries: 50_000 } as const

export const nameOf = (path: string) => path.split('/').at(-1) ?? path

/** In order; lock and system files do not use up the places of documents. @param most documents that are taken. */
export function gathered(files: readonly BatchFile[], folders = 0, cut = false, unreadable: readonly string[] = [], most: number = mostFiles): GatheredFiles {
  const sorted = files.toSorted((a, b) => byPath(a.path, b.path))
  const documents = sorted.filter(({ path }) => skipByName(path) === undefined)
  const last = documents[most - 1]
  const taken = documents.length <= most ? sorted : sorted.slice(0, sorted.indexOf(last!) + 1)
  return { files: taken, folders, found: documents.length <= most ? taken.length : taken.length + documents.length - most, cut, unreadable }
}

export function fromList(list: readonly File[], most?: number): GatheredFiles {
  const folders = new Set(list.flatMap(({ webkitRelativePath }) => (webkitRelativePath === '' ? [] : [webkitRelativePath.split('/')[0]!])))
  return gathered(list.map((file) => ({ path: file.webkitRelativePath || file.name, open: () => Promise.resolve(file) })), folders.size, false, [], most)
}

/** Chromium gives the entries of a folder a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** What a drop holds, without looking into folders. Has to be asked while the event is handled: afterwards the browser gives nothing. */
export function droppedEntries(transfer: DataTransfer): { readonly entries: readonly FileSystemEntry[]; readonly files: readonly File[] } {
  return { entries: [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []), files: [...transfer.files] }
}

export function hasFolder(entries: readonly FileSystemEntry[]): boolean {
  return entries.some(isFolder)
}

/** Every file of the entries and of the folders below them. */
export async function walk(entries: readonly FileSystemEntry[], most?: number): Promise<GatheredFiles> {
  const files: BatchFile[] = []
  const unreadable: string[] = []
  let [seen, cut, folders] = [0, false, 0]
  const take = async (entry: FileSystemEntry, path: string, depth: number): Promise<void> => {
    seen += 1
    if (seen > walkLimits.entries || depth > walkLimits.depth) {
      cut = true
      return
    }
    if (!isFolder(entry)) {
      files.push({ path, open: () => new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) })
      return
    }
    if (skipByName(path) !== undefined) return
    folders += 1
    let inside: FileSystemEntry[] = []
    try {
      inside = await entriesOf(entry)
    } catch {
      unreadable.push(path)
    }
    for (const one of inside) await take(one, `${path}/${one.name}`, depth + 1)
  }
  for (const entry of entries) await take(entry, entry.name, 0)
  return gathered(files, folders, cut, unreadable, most)
}
