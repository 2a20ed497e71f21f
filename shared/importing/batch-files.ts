/** What a folder of documents holds beside documents, and in which order its files are taken. */
import type { ErrorCode } from '../contract/errors.ts'

/** So many files are imported in one go. */
export const mostFiles = 500

export const skipReasons = ['lock', 'system', 'not-document', 'known'] as const
/** `lock`: ~$ files of open documents; `system`: hidden files of the machine; `known`: the same bytes are in the library. */
export type SkipReason = (typeof skipReasons)[number]

const lockFile = /^(?:~\$|~WRL|\.~lock\.)|^~.*\.tmp$/iu
const systemFile = /^(?:\.|thumbs\.db$|ehthumbs\.db$|desktop\.ini$|__macosx$|\$recycle\.bin$|system volume information$)/iu

/** Told by the name alone, before a byte is read; folders on the way count as well. Everything else is judged by its bytes. */
export function skipByName(path: string): Extract<SkipReason, 'lock' | 'system'> | undefined {
  const parts = path.split(/[/\\]/u).filter((part) => part !== '' && part !== '.' && part !== '..')
  const name = parts.at(-1) ?? ''
  if (lockFile.test(name)) return 'lock'
  return parts.some((part) => systemFile.test(part)) ? 'system' : undefined
}

/** Whether a failure says that the file is no document at all (a picture, a program), so that there is nothing to mend. */
export function isNoDocument(code: ErrorCode): boolean {
  return code === 'FILE_BINARY'
}

/** Failures that the next file would meet as well: the batch stops, and goes on when told. */
export function stopsBatch(code: ErrorCode): boolean {
  return code === 'DISK_FULL' || code === 'INTERNAL' || code.startsWith('DATABASE_')
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Folder by folder, names as a person counts: 方案2 before 方案10. */
export function byPath(a: string, b: string): number {
  const [left, right] = [a.split(/[/\\]/u), b.split(/[/\\]/u)]
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    // Files of a folder before the folders in it.
    if (at === left.length - 1 && right.length > left.length) return -1
    if (at === right.length - 1 && left.length > right.length) return 1
    const order = collator.compare(left[at]!, right[at]!)
    if (order !== 0) return order
  }
  return left.length - right.length
}
