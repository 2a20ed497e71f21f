/** Reads a file the writer named. It is opened for reading only and never written to. */
import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { fail, ok, type Result } from '../../../shared/contract/errors.ts'

/** Larger files are refused before they are read. */
export const mostBytes = 50 * 1024 * 1024

export function megabytes(bytes: number): string {
  return `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`
}

export function readInputFile(path: string): Result<{ name: string; bytes: Uint8Array }> {
  const name = basename(resolve(path))
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) return fail('FILE_IS_FOLDER', { name })
    if (!stat.isFile()) return fail('FILE_NOT_READABLE', { name })
    if (stat.size > mostBytes) return fail('FILE_TOO_LARGE', { name, size: megabytes(stat.size), limit: megabytes(mostBytes) })
    return ok({ name, bytes: readFileSync(path) })
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return fail('FILE_NOT_FOUND', { name })
    if (code === 'EISDIR') return fail('FILE_IS_FOLDER', { name })
    if (code === 'EACCES' || code === 'EPERM' || code === 'EIO' || code === 'ELOOP' || code === 'ENAMETOOLONG') return fail('FILE_NOT_READABLE', { name })
    throw error
  }
}
