import { fail, type Result } from '../../shared/contract/errors.ts'

/** The same limit as the back end's: no point in sending what it will refuse. */
const mostBytes = 50 * 1024 * 1024

/** The file's bytes in base64, as they travel over the contract. */
export function readBase64(file: File): Promise<Result<string>> {
  const megabytes = (bytes: number) => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`
  if (file.size > mostBytes) return Promise.resolve(fail('FILE_TOO_LARGE', { name: file.name, size: megabytes(file.size), limit: megabytes(mostBytes) }))
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve({ ok: true, value: String(reader.result).replace(/^data:[^,]*,/, '') })
    // A folder dropped as a file, a stick pulled out, no right to read: the browser says no more than that it failed.
    reader.onerror = () => resolve(fail('FILE_NOT_READABLE', { name: file.name }))
    reader.readAsDataURL(file)
  })
}
