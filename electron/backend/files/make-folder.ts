/** Makes a folder with those above it. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * One step at a time: Node's own `recursive` never comes back where the system says ENOENT below a folder that is there,
 * as /proc, some network drives and drives that were pulled out do.
 * @throws what the system says of the first step that fails.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return
  const above = dirname(path)
  if (above !== path) makeFolder(above)
  try {
    mkdirSync(path)
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!existsSync(path)) throw error
  }
}
