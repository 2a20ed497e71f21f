/** Writes an export where it may be written: never over a file somebody has open or has changed, unless told to. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'
import { atomicWrite } from './atomic-write.ts'
import { makeFolder } from './make-folder.ts'

export type IfExists = 'ask' | 'replace' | 'rename'

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Word and WPS leave “~$name” (the first two characters cut in long names), LibreOffice “.~lock.name#” beside a file they have open. */
function isOpen(path: string): boolean {
  const folder = dirname(path)
  const name = basename(path)
  return [`~$${name}`, `~$${name.slice(2)}`, `~$${name.slice(1)}`, `.~lock.${name}#`].some((lock) => existsSync(join(folder, lock)))
}

/** “名（2）.docx”, the first that is free. */
function freeName(path: string): string {
  const extension = extname(path)
  const stem = path.slice(0, path.length - extension.length)
  for (let count = 2; ; count += 1) {
    const candidate = `${stem}（${count}）${extension}`
    if (!existsSync(candidate)) return candidate
  }
}

/** @param begun the folder was there and writing had begun: it went away since. */
function failureOf(error: unknown, path: string, begun: boolean): Result<never> {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const name = basename(path)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return fail('DISK_FULL')
  if (code === 'EBUSY' || code === 'ETXTBSY') return fail('FILE_OPEN', { name })
  if (['EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'ENOTCONN'].includes(code) || (begun && code === 'ENOENT')) return fail('TARGET_LOST', { name: dirname(path) })
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL', 'EEXIST'].includes(code)) return fail('TARGET_NOT_WRITABLE', { name: dirname(path) })
  throw error
}

/**
 * @param ours the hash of what we last wrote there, undefined where we wrote nothing.
 * @param options `verify`: read it again before it gets its name, for files on sticks.
 * @returns the path written to; FILE_EXISTS, FILE_CHANGED or FILE_OPEN where the writer must decide first; TARGET_LOST where the place went away on the way.
 */
export async function writeExport(path: string, bytes: Uint8Array, ifExists: IfExists, ours: string | undefined, options: { readonly verify?: boolean } = {}): Promise<Result<{ path: string }>> {
  const name = basename(path)
  let begun = false
  try {
    makeFolder(dirname(path))
    let target = path
    if (existsSync(path)) {
      if (ifExists === 'rename') target = freeName(path)
      else if (statSync(path).isDirectory()) return fail('TARGET_NOT_WRITABLE', { name: path })
      else if (isOpen(path)) return fail('FILE_OPEN', { name })
      else if (ifExists === 'ask' && (ours === undefined || sha256(readFileSync(path)) !== ours)) {
        return ours === undefined ? fail('FILE_EXISTS', { name }) : fail('FILE_CHANGED', { name })
      }
    }
    begun = true
    await atomicWrite(target, bytes, options)
    return ok({ path: target })
  } catch (error) {
    return failureOf(error, path, begun)
  }
}
