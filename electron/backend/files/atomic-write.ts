/**
 * Writes a file whole or not at all: into a file beside it, to the disk, then renamed over it. What stood there before
 * stands there still if anything goes wrong on the way.
 */
import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds between tries: virus scanners and indexers hold a new file for a moment on Windows. */
const retryAfter: readonly number[] = [20, 50, 100, 200, 400, 800]

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

async function renameWithRetries(from: string, to: string): Promise<void> {
  for (const pause of [...retryAfter, undefined]) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      if (pause === undefined || !['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error))) throw error
      await wait(pause)
    }
  }
}

async function closeQuietly(handle: FileHandle | undefined): Promise<void> {
  try {
    await handle?.close()
  } catch {
    // The first error counts.
  }
}

/** The rename itself is on the disk only when the folder is. Windows and some file systems have no such call. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined
  try {
    handle = await open(folder, 'r')
    await handle.sync()
  } catch {
    // The file's content is safe already; a file system that cannot do this must not fail the writing.
  } finally {
    await closeQuietly(handle)
  }
}

/** A name of its own in the same folder, hidden from listings, short enough for a target whose name is as long as can be. */
function temporaryName(path: string): string {
  const start = [...basename(path)].slice(0, 20).join('')
  return join(dirname(path), `.${start}.${randomBytes(6).toString('hex')}.tmp`)
}

/** A stick that lies about what it wrote is found out before the file gets its name. */
async function readAgain(path: string, bytes: Uint8Array): Promise<void> {
  if (Buffer.compare(await readFile(path), bytes) !== 0) throw Object.assign(new Error('what was written reads differently'), { code: 'EIO' })
}

/**
 * @param path the target; its folder must exist.
 * @param verify read the file again before it gets its name.
 * @throws the system's error (ENOSPC, EACCES, EBUSY…). Neither a half file nor the temporary one is left.
 */
export async function atomicWrite(path: string, bytes: Uint8Array, { verify = false }: { readonly verify?: boolean } = {}): Promise<void> {
  const temporary = temporaryName(path)
  let handle: FileHandle | undefined
  try {
    handle = await open(temporary, 'wx')
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
    handle = undefined
    if (verify) await readAgain(temporary, bytes)
    await renameWithRetries(temporary, path)
  } catch (error) {
    await closeQuietly(handle)
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
  await syncFolder(dirname(path))
}
